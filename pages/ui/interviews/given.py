"""What was answered to the letters about an interview: as lines of its details, and as marks."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.text import moment, t
from pages.ui.words import interview_answer
from services.interviews.entries import CalendarEntry
from services.interviews.views import InterviewView

_SYMBOLS = {
    "confirm": "event_available",
    "another": "event_busy",
    "seen": "visibility",
    "propose": "event_busy",
}


def answers_that_stand(one: InterviewView | CalendarEntry) -> list[str]:
    """What was answered to the time that holds, each answer once; the order of the legend."""
    given = {answer.answer for answer in one.answers if answer.stands}
    return [answer for answer in _SYMBOLS if answer in given]


def marks(answers: Iterable[str]) -> Iterator[Markup]:
    """A small sign and its words for each."""
    for answer in answers:
        yield Markup("{}{}").format(m.icon(_SYMBOLS[answer]), interview_answer(answer))


def mark_chips(ones: Iterable[CalendarEntry]) -> list[Markup]:
    """Which sign is which answer, for those that are there."""
    there = {answer for one in ones for answer in answers_that_stand(one)}
    return [
        m.chip(interview_answer(answer), symbol=symbol)
        for answer, symbol in _SYMBOLS.items()
        if answer in there
    ]


def answer_lines(one: InterviewView) -> Markup:
    """Who answered what and when; an answer to a time that holds no more says so."""
    return m.history(
        m.Event(
            when=moment(given.answered_at),
            who=" · ".join(
                part
                for part in (
                    given.who or one.candidate,
                    "" if given.stands else t("to what was planned before"),
                    given.words,
                )
                if part
            ),
            what=_first(given.answer),
            symbol=_SYMBOLS[given.answer],
        )
        for given in one.answers
    )


def _first(answer: str) -> str:
    said = interview_answer(answer)
    return f"{said[:1].upper()}{said[1:]}"
