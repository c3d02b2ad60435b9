"""What was answered to the letters about an interview, as lines of its details."""

from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.text import moment, t
from pages.ui.words import interview_answer
from services.interviews.views import InterviewView

_SYMBOLS = {
    "confirm": "event_available",
    "another": "event_busy",
    "seen": "visibility",
    "propose": "event_busy",
}


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
