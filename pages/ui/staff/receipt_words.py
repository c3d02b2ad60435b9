"""Words of a receipt: what a line is about, what becomes of it, and by which rule."""

from collections.abc import Iterable, Iterator

from pages.ui import markup as m
from pages.ui.field_words import fields
from pages.ui.text import day, moment, t
from services.customers.cuts import Cut
from services.customers.receipt import Fate, Line
from services.rules import Rule


def receipt_lines(lines: Iterable[Line]) -> Iterator[m.Seen]:
    """The lines as they stand on the page."""
    for one in lines:
        yield m.Seen(
            what=_what(one),
            answer=_answer(one),
            fate=one.fate.value,
            why=why(one),
            gaps=tuple(_gap(cut) for cut in one.cuts),
        )


def _what(one: Line) -> str:
    name = {
        "candidate": t("Candidate"),
        "vacancy": t("Vacancy"),
        "candidates": t("Candidates"),
        "again": t("With the recruiter again"),
        "contacts": t("Contacts"),
        "surname": t("Surname"),
        "resume": t("Resume"),
        "original": t("Original file"),
        "words": t("Skills and categories"),
        "age": t("Age"),
        "salary": t("Salary expectation"),
        "stage": t("Stage and since when"),
        "interview": t("Interview"),
        "comment": t("Private comment"),
        "note": t("Note"),
        "attachment": t("Attachment"),
        "vacancies": t("Other vacancies"),
        "inside": t("For staff only"),
        "here": "",
    }.get(one.what)
    name = fields()[one.what] if name is None else name
    if one.what == "here":
        return t("In “{vacancy}”", vacancy=one.who)
    if one.what in {"candidate", "name", "headline", "city", "attachment"} and one.who:
        return f"{name}: {one.who}"
    if one.what in {"interview", "comment"} and one.at is not None:
        return f"{name}, {moment(one.at)}"
    if one.what == "note" and one.at is not None:
        return f"{name}: {one.who}, {day(one.at)}"
    return name


def _answer(one: Line) -> str:
    if one.fate is Fate.CUT:
        return t("removed: {count}", count=len(one.cuts))
    word = t("shown") if one.fate is Fate.SHOWN else t("not shown")
    return f"{word}: {one.count}" if one.count else word


def why(one: Line) -> str:
    """The rule as a sentence; "" where nothing is to be said: everybody who sees him sees that."""
    if one.rule is Rule.VACANCY_SWITCH:
        on = one.fate is Fate.SHOWN
        return t("Switched on in this vacancy.") if on else t("Switched off in this vacancy.")
    if one.rule is Rule.RESUME_VERSION and one.at is not None:
        return t("Saved {day}: the version for customers.", day=day(one.at))
    if one.rule is Rule.RESUME_OF_VACANCY and one.at is not None:
        return t("Saved {day}: the version for this vacancy.", day=day(one.at))
    if one.rule is Rule.CORRECTION_WAITS:
        words = ", ".join(one.fields)
        return t("Corrected by another company, waits for your word: {words}", words=words)
    if one.rule is Rule.STAFF_ONLY and one.fields:
        return ", ".join(fields()[name] for name in one.fields)
    return _sentences()[one.rule]


def _sentences() -> dict[Rule, str]:
    return {
        Rule.PRESENTED: "",
        Rule.NOT_PRESENTED: t("Not presented: customers see nothing of the candidate."),
        Rule.IN_A_MOMENT: t("Presented in a moment: until then it can be undone."),
        Rule.DARK_STAGE: t("Stands in a stage that only staff see."),
        Rule.NOT_TIED: t("This customer is tied to no vacancy of the candidate."),
        Rule.BLOCKED: t("This customer is blocked and sees nothing at all."),
        Rule.OUT_OF_SIGHT: t("The candidate or the vacancy is archived."),
        Rule.CONTACTS_OPEN: t("Contacts are open to this customer."),
        Rule.CONTACTS_HIDDEN: t("Contacts are hidden from this customer."),
        Rule.CONTACTS_CUT: t("Contacts are cut out of all that this customer reads."),
        Rule.SURNAME_LEFT_OUT: t("The surname is an initial in all that this customer reads."),
        Rule.PHOTO_LEFT_OUT: t("Left out where contacts are hidden."),
        Rule.RESUME_ORIGINAL: t(
            "The original: there is no version for customers, and contacts are open."
        ),
        Rule.RESUME_WITHHELD: t("There is no version for customers, and contacts are hidden."),
        Rule.RESUME_UNREADABLE: t("The file has no text to read."),
        Rule.RESUME_NONE: t("Nothing has been uploaded so far."),
        Rule.ORIGINAL_HIDDEN: t("Never where contacts are hidden."),
        Rule.NOTE_OPENED: t("Opened to this customer or the company."),
        Rule.NOTE_OWN_SIDE: t("Written by this customer’s side."),
        Rule.NOTE_NOT_OPENED: t("Not opened: only staff read it."),
        Rule.NOTE_FOR_OTHERS: t("Only others read it."),
        Rule.NOTE_IN_A_MOMENT: t("Opened in a moment: until then it can be undone."),
        Rule.INTERVIEW_TOLD: "",
        Rule.INTERVIEW_STAFF_ONLY: t("Only staff know of this interview"),
        Rule.INTERVIEW_NOT_YET: t("Shown in a moment: until then it can be undone."),
        Rule.ATTACHMENT_OPENED: t("Opened to the customers of this vacancy."),
        Rule.ATTACHMENT_TEXT: t("Its text alone, made anew: contacts are hidden."),
        Rule.ATTACHMENT_UNREAD: t("No text was read of it, and contacts are hidden."),
        Rule.OTHER_VACANCIES: t("Where else the candidate stands is not told."),
        Rule.STAFF_ONLY: t("Only staff read this"),
    }


def _gap(cut: Cut) -> m.Gap:
    word = {
        "email": t("E-mail"),
        "phone": t("Phone"),
        "url": t("Link"),
        "link": t("where this link leads"),
        "handle": t("Account"),
        "address": t("Address"),
        "other": t("Contact"),
    }[cut.kind]
    before = f"… {cut.before}" if cut.before else ""
    word = t("possibly: {kind}", kind=word.lower()) if cut.doubtful else word.lower()
    return m.Gap(before, word, f"{cut.after} …" if cut.after else "")
