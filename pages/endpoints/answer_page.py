"""The page on which a letter about an interview is answered, in its reader's language.

A page of its own beside the app: it opens at once on any phone, and needs no script.
"""

from collections.abc import Iterable

from markupsafe import Markup

from pages.endpoints.assets import url
from pages.ui.markup import banner, door_mark, form_error, quiet, with_links
from pages.ui.markup.basics import fill, run
from services.agency import AgencyView
from services.i18n import Translator, translator
from services.interviews.answer_buttons import button_words
from services.interviews.answer_links import PATH, WITH_WORDS
from services.interviews.answers import LONGEST_WORDS, AnswerPage

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}" data-frame="answer" translate="no">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" type="image/svg+xml" href="{mark}">
<link rel="stylesheet" href="{look}">
</head>
<body><main>{body}</main></body>
</html>
"""


def answer_page(page: AnswerPage, *, problem: str = "", typed: str | None = None) -> str:
    """What the link opens: what the letter told, what was answered so far, the button.

    `problem` is what was wrong with what was `typed`.
    """
    words = translator(page.language)
    t = words.text
    parts: list[Markup] = [
        door_mark(page.agency.name),
        fill("<h1>{said}</h1>", said=_asked(page.link.answer, words)),
        _facts(page.facts, words),
    ]
    if page.subject:
        parts.insert(1, fill('<p class="about">{said}</p>', said=page.subject))
    if page.given:
        parts.append(_given(page, words))
        if page.words and page.given != page.link.answer:
            parts.append(_own_words(page.words))
    if page.begun:
        parts.append(quiet(t("The interview has begun: it can no longer be answered here.")))
    else:
        parts.append(_form(page, words, problem, page.words if typed is None else typed))
        parts += [
            fill(
                '<p class="other"><a href="{to}">{said}</a></p>',
                to=f"{PATH}{link}",
                said=button_words(other, words),
            )
            for other, link in page.others
        ]
    contact = page.contact
    parts.append(_reached(t("Questions?"), contact.name, contact.phone, contact.email))
    return _page(words, page.agency.name, parts)


def dead_page(reason: str, house: AgencyView | None, words: Translator) -> str:
    """Where a link leads that opens nothing any more: why, and what to do."""
    t = words.text
    said = {
        "changed": (
            t("The interview has been changed since this letter"),
            t(
                "This letter is out of date, so nothing was answered. Please use the "
                "newest letter about the interview; if you have none, write to us."
            ),
        ),
        "address": (
            t("This letter went to an e-mail address that is not used any more"),
            t(
                "Nothing was answered. If you are the one who is invited, please use the letter "
                "that came to your present address, or call or write to us. If you do not know "
                "what this is about, you need not do anything."
            ),
        ),
        "over": (
            t("The interview is over"),
            t("It can no longer be answered here. If there is anything to say, write to us."),
        ),
    }.get(
        reason,
        (
            t("This link does not open anything"),
            t(
                "It is not whole, or the interview was cancelled, or it no longer concerns you. "
                "If you have another letter about it, please use that one."
            ),
        ),
    )
    name = house.name if house else "Candela"
    parts = [door_mark(name), fill("<h1>{said}</h1>", said=said[0]), form_error(said[1])]
    if house is not None:
        parts.append(_reached(t("Questions?"), house.name, house.phone, house.email))
    return _page(words, name, parts)


def busy_page(words: Translator) -> str:
    """What whoever asks too fast is told; nothing is read for it, not even who we are."""
    t = words.text
    said = (
        door_mark("Candela"),
        fill("<h1>{said}</h1>", said=t("One moment, please")),
        form_error(t("Too many requests at once. Please try again in a moment.")),
    )
    return _page(words, "Candela", said)


def _form(page: AnswerPage, words: Translator, problem: str, typed: str) -> Markup:
    """The button, and a field above it where a few words go with the answer."""
    t, answer = words.text, page.link.answer
    again = page.given == answer
    field: Markup | str = ""
    if answer in WITH_WORDS:
        label = t("Which times suit you?")
        if answer == "another":
            label = t("Which times would suit you? A few words are enough.")
        field = fill(
            '<label for="words">{label}</label>'
            '<textarea id="words" name="words" rows="4" maxlength="{most}">{typed}</textarea>',
            label=label,
            most=LONGEST_WORDS,
            typed=typed if again or problem else "",
        )
    elif again:
        return form_error(_problem(problem, words)) if problem else Markup("")
    return fill(
        '<form method="post">{field}{wrong}<button>{said}</button></form>',
        field=field,
        wrong=form_error(_problem(problem, words)) if problem else "",
        said=t("Send the changes") if again else button_words(answer, words),
    )


def _asked(answer: str, words: Translator) -> str:
    t = words.text
    return {
        "confirm": t("Does this time suit you?"),
        "another": t("You would like another time?"),
        "seen": t("An interview with your candidate"),
        "propose": t("You would like other times?"),
    }[answer]


def _given(page: AnswerPage, words: Translator) -> Markup:
    """What was answered; where another answer is about to be given, that it holds until then."""
    if page.begun or page.given == page.link.answer:
        return banner(_said(page.given, words), tone="yes", symbol="check_circle")
    return banner(_holds(page.given, words), symbol="info")


def _holds(answer: str, words: Translator) -> str:
    t = words.text
    return {
        "confirm": t("So far you have confirmed the interview. That holds until you answer anew."),
        "another": t("So far you have asked for another time. That holds until you answer anew."),
        "seen": t("So far you have let us know that you have seen it."),
        "propose": t("So far you have proposed other times. That holds until you answer anew."),
    }[answer]


def _said(answer: str, words: Translator) -> str:
    t = words.text
    return {
        "confirm": t("You have confirmed the interview. Thank you!"),
        "another": t("You have asked for another time. We will get back to you."),
        "seen": t("You have let us know that you have seen it. Thank you!"),
        "propose": t("You have proposed other times. We will get back to you."),
    }[answer]


def _problem(problem: str, words: Translator) -> str:
    t = words.text
    return {
        "words:required": t("Please say in a few words which times suit you."),
        "words:too_long": t("That is too long: {most} characters at most.", most=LONGEST_WORDS),
        "answer:too_often": t("You have answered many times. Please call or write to us instead."),
    }.get(problem, t("That did not work just now. Please try once more."))


def _facts(facts: Iterable[tuple[str, str]], words: Translator) -> Markup:
    """What the letter told; the place alone leads anywhere: no name of somebody's does."""
    t = words.text
    rows = run(
        fill(
            "<div><dt>{name}</dt><dd>{value}</dd></div>",
            name=name,
            value=with_links(value) if name == t("Where") else value,
        )
        for name, value in facts
    )
    return fill('<dl class="told">{rows}</dl>', rows=rows)


def _own_words(said: str) -> Markup:
    return fill('<p class="said">{said}</p>', said=said)


def _reached(lead: str, name: str, phone: str, email: str) -> Markup:
    """Whom to call or write to."""
    called, written = "".join(phone.split()), email
    ways = run(
        fill('<a href="{scheme}:{to}">{said}</a>', scheme=scheme, to=to, said=said)
        for scheme, to, said in (("tel", called, phone), ("mailto", written, email))
        if to
    )
    return fill(
        '<p class="reached"><b>{lead}</b> {name} <span>{ways}</span></p>',
        lead=lead,
        name=name,
        ways=ways,
    )


def _page(words: Translator, name: str, parts: Iterable[Markup]) -> str:
    t = words.text
    return str(
        fill(
            _PAGE,
            language=words.language,
            title=f"{t('Interview')} · {name}",
            mark=url("mark.svg"),
            look=url("answer.css"),
            body=run(parts),
        )
    )
