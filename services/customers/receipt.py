"""The receipt of a preview: what of a candidate or vacancy a customer gets, and by which rule.

What is shown, cut or hidden is read off: what staff have is compared with what the customer's own
page was drawn with. Only why it is so is looked up, and named as in `services/rules.py`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from services.applications.views import (
    ApplicationPage,
    ApplicationRow,
    ApplicationView,
    of_candidate,
    of_vacancy,
)
from services.candidates.attachments import AttachmentView, attachments
from services.candidates.particulars import particulars
from services.candidates.views import candidate
from services.customers.cuts import Cut, cut_from_html, cut_from_text
from services.customers.preview import LookedOn
from services.customers.sides import CandidateSide, VacancySide
from services.disclosure import CUT, Disclosure, as_hidden
from services.interviews.views import InterviewView
from services.interviews.views import of_application as interviews_of
from services.notes.views import NoteView, notes
from services.permissions import Permission, require
from services.rules import Rule
from services.vacancies.stages import StageView
from services.vacancies.views import VacancyView, vacancy
from services.work import Work


class Fate(StrEnum):
    """What becomes of something on its way to the customer."""

    SHOWN = "shown"
    CUT = "cut"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Line:
    """One field or item. `what` names it; a person, a time or a number tells which of several."""

    what: str
    fate: Fate
    rule: Rule
    who: str = ""
    at: datetime | None = None
    count: int = 0
    fields: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()


# What is told of these are words that people have typed.
_TELLS_WORDS = {Rule.CORRECTION_WAITS}


def candidate_receipt(
    work: Work,
    *,
    candidate_id: int,
    application_id: int | None,
    customer: LookedOn,
    his: CandidateSide | None,
) -> tuple[Line, ...]:
    """What becomes of everything staff have of the candidate; `his` is None where he sees nothing.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    applications = of_candidate(work, candidate_id=candidate_id)
    if his is None or his.here is None:
        tied = [one for one in applications if one.vacancy_id in customer.vacancy_ids]
        here = next((one for one in tied if one.id == application_id), None)
        return (_not_there(work, customer, here or next(iter(tied), None)),)
    ours = CandidateSide(
        candidate(work, candidate_id=candidate_id, vacancy_id=his.here.vacancy_id),
        particulars(work, candidate_id=candidate_id),
        tuple(applications),
        None,
        tuple(interviews_of(work, application_id=his.here.id)),
        tuple(notes(work, candidate_id=candidate_id)),
    )
    files = attachments(work, candidate_id=candidate_id)
    if not his.one.contacts_hidden:
        return (*_of_candidate(ours, his, work.now), *_attachments(files, his))
    rules = as_hidden(work, [candidate_id])
    shortened = _with_initials(rules, ours, his)
    lines = (*_of_candidate(shortened, his, work.now), *_attachments(files, his))
    if candidate_id in rules.initials and shortened.one.name != ours.one.name:
        lines = (Line("surname", Fate.HIDDEN, Rule.SURNAME_LEFT_OUT), *lines)
    return _without_contacts(rules, candidate_id, lines)


def vacancy_receipt(
    work: Work, *, vacancy_id: int, customer: LookedOn, his: VacancySide | None
) -> tuple[Line, ...]:
    """What becomes of the vacancy and of the first page of its candidates.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    one = vacancy(work, vacancy_id=vacancy_id)
    if his is None:
        rule = Rule.BLOCKED if customer.blocked else Rule.NOT_TIED
        if vacancy_id in customer.vacancy_ids and not customer.blocked:
            rule = Rule.OUT_OF_SIGHT
        return (Line("vacancy", Fate.HIDDEN, rule),)
    page = of_vacancy(work, vacancy_id=vacancy_id)
    if customer.viewer.contacts_hidden:
        rules = as_hidden(work, [row.candidate_id for row in page.rows])
        page = replace(page, rows=tuple(_row_with_initial(rules, row) for row in page.rows))
    return tuple(_of_vacancy(VacancySide(one, page), his, work.now))


def _with_initials(rules: Disclosure, ours: CandidateSide, his: CandidateSide) -> CandidateSide:
    """What staff have, with the surname as he reads it: what else is missing was cut."""
    one, read = ours.one, {note.id: note.body for note in his.notes}
    if one.id not in rules.initials:
        return ours
    called = rules.initials[one.id]
    resume = replace(one.resume, html=rules.html_with_initial(one.id, one.resume.html))
    return replace(
        ours,
        one=replace(
            one,
            name=" ".join(filter(None, rules.called(one.id, called))),
            headline=rules.with_initial(one.id, one.headline),
            city=rules.with_initial(one.id, one.city),
            resume=resume,
        ),
        notes=tuple(
            note
            if read.get(note.id) == note.body
            else replace(note, body=rules.with_initial(one.id, note.body))
            for note in ours.notes
        ),
    )


def _row_with_initial(rules: Disclosure, row: ApplicationRow) -> ApplicationRow:
    if (person := rules.initials.get(row.candidate_id)) is None:
        return row
    return replace(
        row,
        name=" ".join(filter(None, rules.called(row.candidate_id, person))),
        headline=rules.with_initial(row.candidate_id, row.headline),
        city=rules.with_initial(row.candidate_id, row.city),
    )


def _without_contacts(
    rules: Disclosure, candidate_id: int, lines: tuple[Line, ...]
) -> tuple[Line, ...]:
    """Names of files and words as he would read them: no contact that is hidden stands here."""
    told = {line for line in lines if line.what == "attachment" or line.rule in _TELLS_WORDS}
    if not told:
        return lines

    def cut(text: str) -> str:
        return rules.text(candidate_id, text)

    return tuple(
        replace(line, who=cut(line.who), fields=tuple(map(cut, line.fields)))
        if line in told
        else line
        for line in lines
    )


def _of_candidate(ours: CandidateSide, his: CandidateSide, now: datetime) -> Iterator[Line]:
    for field in ("name", "headline", "city"):
        yield from _text(field, getattr(ours.one, field), getattr(his.one, field))
    if ours.more.photo and not his.more.photo:
        yield Line("photo", Fate.HIDDEN, Rule.PHOTO_LEFT_OUT)
    yield from _plain("photo", there=bool(his.more.photo), shown=True)
    yield _contacts(ours, his)
    yield from _resume(ours, his)
    yield from _words(ours, his)
    yield from _plain("languages", there=bool(ours.more.languages), shown=bool(his.more.languages))
    yield from _switched("salary", there=ours.more.salary.is_named, shown=his.more.salary.is_named)
    yield from _switched("age", there=ours.more.age is not None, shown=his.more.age is not None)
    assert his.here is not None  # noqa: S101 - else nothing is shown
    yield Line("stage", Fate.SHOWN, Rule.PRESENTED)
    yield from _interviews(ours.interviews, his.interviews)
    yield from _notes(ours.notes, his, now)
    elsewhere = len(ours.applications) - len(his.applications)
    if elsewhere:
        yield Line("vacancies", Fate.HIDDEN, Rule.OTHER_VACANCIES, count=elsewhere)
    inside = [
        name
        for name in ("patronymic", "experience_years", "source", "availability", "born_on")
        if getattr(ours.one, name, None) or getattr(ours.more, name, None)
    ]
    if inside:
        yield Line("inside", Fate.HIDDEN, Rule.STAFF_ONLY, fields=tuple(inside))


def _attachments(ours: Collection[AttachmentView], his: CandidateSide) -> Iterator[Line]:
    """Staff's alone, the file, its text alone, or nothing of it where no text was read."""
    got = {one.id: one for one in his.attachments}
    for one in ours:
        opened = his.here is not None and his.here.vacancy_id in {key for key, _ in one.opened_to}
        if one.id not in got:
            rule = Rule.ATTACHMENT_UNREAD if opened else Rule.STAFF_ONLY
            yield Line("attachment", Fate.HIDDEN, rule, who=one.file_name)
        else:
            rule = Rule.ATTACHMENT_TEXT if got[one.id].remade else Rule.ATTACHMENT_OPENED
            yield Line("attachment", Fate.SHOWN, rule, who=one.file_name)


def _text(field: str, whole: str, left: str) -> Iterator[Line]:
    if not whole:
        return
    if whole == left:
        yield Line(field, Fate.SHOWN, Rule.PRESENTED)
    else:
        yield Line(field, Fate.CUT, Rule.CONTACTS_CUT, cuts=cut_from_text(whole, left))


def _plain(what: str, *, there: bool, shown: bool) -> Iterator[Line]:
    if there:
        yield Line(what, Fate.SHOWN if shown else Fate.HIDDEN, Rule.PRESENTED)


def _switched(what: str, *, there: bool, shown: bool) -> Iterator[Line]:
    if there:
        yield Line(what, Fate.SHOWN if shown else Fate.HIDDEN, Rule.VACANCY_SWITCH)


def _contacts(ours: CandidateSide, his: CandidateSide) -> Line:
    there, shown = len(ours.one.contacts), len(his.one.contacts)
    rule = Rule.CONTACTS_HIDDEN if his.one.contacts_hidden else Rule.CONTACTS_OPEN
    hidden = not shown and (there or his.one.contacts_hidden)
    return Line("contacts", Fate.HIDDEN if hidden else Fate.SHOWN, rule, count=shown or there)


_RESUMES = {
    "version": (Fate.SHOWN, Rule.RESUME_VERSION),
    "original": (Fate.SHOWN, Rule.RESUME_ORIGINAL),
    "withheld": (Fate.HIDDEN, Rule.RESUME_WITHHELD),
    "unreadable": (Fate.HIDDEN, Rule.RESUME_UNREADABLE),
    "none": (Fate.HIDDEN, Rule.RESUME_NONE),
}


def _resume(ours: CandidateSide, his: CandidateSide) -> Iterator[Line]:
    whole, left = ours.one.resume, his.one.resume
    fate, rule = _RESUMES[left.kind]
    if rule is Rule.RESUME_VERSION and ours.one.resume_vacancy_id is not None:
        rule = Rule.RESUME_OF_VACANCY
    cuts = cut_from_html(whole.html, left.html) if fate is Fate.SHOWN else ()
    yield Line("resume", fate, rule, at=his.one.resume_saved_at)
    if cuts:
        yield Line("resume", Fate.CUT, Rule.CONTACTS_CUT, cuts=cuts)
    if ours.one.original is None:
        return
    given = his.one.original is not None and his.more.original_open
    rule = Rule.ORIGINAL_HIDDEN if his.one.contacts_hidden else Rule.VACANCY_SWITCH
    yield Line("original", Fate.SHOWN if given else Fate.HIDDEN, rule)


def _words(ours: CandidateSide, his: CandidateSide) -> Iterator[Line]:
    """Skills and categories; what another company corrected waits for staff's word."""
    mine = (*ours.one.terms.skills, *ours.one.terms.categories)
    read = {*his.one.terms.skills, *his.one.terms.categories}
    missing = [word for word in mine if word not in read]
    if read:
        yield Line("words", Fate.SHOWN, Rule.PRESENTED)
    his_own = {one.id for one in his.one.corrections}
    waiting = {one.word for one in ours.one.corrections if one.id not in his_own}
    waits = [word for word in missing if word in waiting]
    if waits:
        yield Line("words", Fate.HIDDEN, Rule.CORRECTION_WAITS, fields=tuple(waits))
    cut = tuple(cut for word in missing if word not in waiting for cut in cut_from_text(word, CUT))
    if cut:
        yield Line("words", Fate.CUT, Rule.CONTACTS_CUT, cuts=cut)


def _interviews(ours: Collection[InterviewView], his: Collection[InterviewView]) -> Iterator[Line]:
    told = {one.id: one for one in his}
    for one in ours:
        at = one.slot.starts_at
        if one.id not in told:
            rule = Rule.INTERVIEW_STAFF_ONLY if one.staff_only else Rule.INTERVIEW_NOT_YET
            yield Line("interview", Fate.HIDDEN, rule, at=at)
            continue
        yield Line("interview", Fate.SHOWN, Rule.INTERVIEW_TOLD, at=at)
        cuts = cut_from_text(one.location, told[one.id].location)
        if cuts:
            yield Line("interview", Fate.CUT, Rule.CONTACTS_CUT, at=at, cuts=cuts)
        if one.comment:
            yield Line("comment", Fate.HIDDEN, Rule.STAFF_ONLY, at=at)


def _notes(ours: Collection[NoteView], his: CandidateSide, now: datetime) -> Iterator[Line]:
    read = {note.id: note for note in his.notes}
    assert his.here is not None  # noqa: S101 - else nothing is shown
    for note in ours:
        elsewhere = note.application_id not in {None, his.here.id}
        if note.id not in read and (elsewhere or note.withdrawn_at is not None):
            continue  # a withdrawn one is none any more; one of another vacancy belongs there
        if note.id not in read:
            fate, rule = Fate.HIDDEN, _why_not_read(note, now)
        else:
            fate = Fate.SHOWN
            rule = Rule.NOTE_OPENED if note.side == "opened" else Rule.NOTE_OWN_SIDE
        yield Line("note", fate, rule, who=note.author, at=note.written_at)
        if note.id in read and (cuts := cut_from_text(note.body, read[note.id].body)):
            yield Line("note", Fate.CUT, Rule.CONTACTS_CUT, note.author, note.written_at, cuts=cuts)


def _why_not_read(note: NoteView, now: datetime) -> Rule:
    if note.side == "hidden":
        return Rule.NOTE_NOT_OPENED
    if note.opens_at is not None and note.opens_at > now:
        return Rule.NOTE_IN_A_MOMENT
    return Rule.NOTE_FOR_OTHERS


def _not_there(work: Work, customer: LookedOn, here: ApplicationView | None) -> Line:
    if customer.blocked:
        return Line("candidate", Fate.HIDDEN, Rule.BLOCKED)
    if here is None:
        return Line("candidate", Fate.HIDDEN, Rule.NOT_TIED)
    rule = _why_not_shown(here.presented_at, here.stage, work.now)
    return Line("here", Fate.HIDDEN, rule, who=here.vacancy, at=here.presented_at)


def _why_not_shown(presented_at: datetime | None, stage: StageView, now: datetime) -> Rule:
    if presented_at is None:
        return Rule.NOT_PRESENTED
    if presented_at > now:
        return Rule.IN_A_MOMENT
    return Rule.OUT_OF_SIGHT if stage.seen_by_customers else Rule.DARK_STAGE


def _of_vacancy(ours: VacancySide, his: VacancySide, now: datetime) -> Iterator[Line]:
    for field in ("title", "company", "city", "description"):
        yield from _plain(
            field, there=bool(getattr(ours.one, field)), shown=bool(getattr(his.one, field))
        )
    yield from _terms(ours.one, his.one)
    yield Line("candidates", Fate.SHOWN, Rule.PRESENTED, count=his.page.found)
    if his.again:
        yield Line("again", Fate.SHOWN, Rule.PRESENTED, count=his.again)
    yield from _cards(ours.page, his.page, now)


def _terms(ours: VacancyView, his: VacancyView) -> Iterator[Line]:
    """What is offered and wanted; the rest of it is staff's own."""
    for field in ("employment", "hires_wanted"):
        there, read = getattr(ours.terms, field), getattr(his.terms, field)
        yield from _plain(field, there=bool(there), shown=read == there)
    inside = [
        name
        for name, there, read in (
            ("private_notes", ours.private_notes, his.private_notes),
            ("salary", ours.terms.salary.is_named, his.terms.salary.is_named),
            ("deadline_on", ours.terms.deadline_on, his.terms.deadline_on),
            ("priority", ours.terms.priority, his.terms.priority),
            ("requirements", ours.terms.requirements, his.terms.requirements),
            ("project", ours.terms.project, his.terms.project),
            ("customers", ours.customers, his.customers),
        )
        if there and not read
    ]
    if inside:
        yield Line("inside", Fate.HIDDEN, Rule.STAFF_ONLY, fields=tuple(inside))


def _cards(ours: ApplicationPage, his: ApplicationPage, now: datetime) -> Iterator[Line]:
    cards = {row.id: row for row in his.rows}
    # Where more are shown than a page holds, who is missing here may stand on another.
    whole = len(cards) == his.found
    for row in ours.rows:
        if row.id in cards:
            for field in ("name", "headline", "city"):
                if cuts := cut_from_text(getattr(row, field), getattr(cards[row.id], field)):
                    yield Line(
                        field, Fate.CUT, Rule.CONTACTS_CUT, who=cards[row.id].name, cuts=cuts
                    )
        elif whole:
            # By the name that staff know: of whom is he kept away? Nothing of this leaves for him.
            rule = _why_not_shown(row.presented_at, row.stage, now)
            yield Line("candidate", Fate.HIDDEN, rule, who=row.name, at=row.presented_at)
