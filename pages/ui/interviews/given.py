"""What was answered to the letters about an interview: as lines of its details, and as marks."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.text import moment, t
from pages.ui.words import interview_answer
from services.interviews.answer_links import OF_CANDIDATES, OF_CUSTOMERS
from services.interviews.entries import CalendarEntry
from services.interviews.views import InterviewView
from services.viewer import Viewer

SYMBOLS = {
    "confirm": "event_available",
    "another": "event_busy",
    "seen": "visibility",
    "propose": "schedule",
}


#: An answer, and whether it is the reader's own.
Said = tuple[str, bool]


def answers_that_stand(one: InterviewView | CalendarEntry) -> list[Said]:
    """What was answered to the time that holds, each answer once; the order of the legend."""
    if not one.answers:  # as most of hundreds
        return []
    return _in_order({(answer.answer, answer.own) for answer in one.answers if answer.stands})


def in_words(said: Said) -> str:
    """What was answered."""
    answer, own = said
    return interview_answer(answer, own=own)


def marks(answers: Iterable[Said]) -> Iterator[Markup]:
    """A small sign and its words for each."""
    for said in answers:
        yield Markup("{}{}").format(m.icon(SYMBOLS[said[0]]), in_words(said))


def mark_chips(ones: Iterable[CalendarEntry]) -> list[Markup]:
    """Which sign is which answer, for those that are there."""
    return _chips({said for one in ones for said in answers_that_stand(one)})


def all_mark_chips(viewer: Viewer) -> list[Markup]:
    """Which sign is which answer, of all that the viewer may be told of."""
    if viewer.is_staff:
        return _chips((answer, False) for answer in (*OF_CANDIDATES, *OF_CUSTOMERS))
    return _chips((answer, True) for answer in OF_CUSTOMERS)


def _chips(given: Iterable[Said]) -> list[Markup]:
    return [m.chip(in_words(said), symbol=SYMBOLS[said[0]]) for said in _in_order(given)]


def _in_order(given: Iterable[Said]) -> list[Said]:
    return sorted(given, key=lambda said: list(SYMBOLS).index(said[0]))


def answer_lines(one: InterviewView) -> Markup:
    """Who answered what and when; an answer to a time that holds no more says so."""
    return m.history(
        m.Event(
            when=moment(given.answered_at),
            who=" · ".join(
                part
                for part in (
                    given.who or one.candidate,
                    "" if given.stands else t("before it was changed"),
                    given.words,
                )
                if part
            ),
            what=_first(in_words((given.answer, given.own))),
            symbol=SYMBOLS[given.answer],
        )
        for given in one.answers
    )


def _first(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}"
