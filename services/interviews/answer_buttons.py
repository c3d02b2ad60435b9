"""The buttons of a letter with which it is answered: their words, and where they lead."""

from collections.abc import Iterator

from services.i18n import Translator
from services.interviews.answer_links import (
    OF_CANDIDATES,
    OF_CUSTOMERS,
    PATH,
    AnswerLink,
    link_text,
    mark_of,
    mark_of_email,
)
from services.interviews.slots import Slot
from services.settings import Settings
from services.writing.letters import Buttons


def links_of(
    settings: Settings,
    language: str,
    *,
    interview_id: int,
    person_id: int | None,
    email: str,
    slot: Slot,
    kind: str,
    location: str,
) -> Iterator[AnswerLink]:
    """Everything that can be answered from a letter to this `email`.

    `person_id` is a customer's, None for the candidate.
    """
    about, to = (
        mark_of(settings.secret, slot, kind, location),
        mark_of_email(settings.secret, email),
    )
    for answer in OF_CANDIDATES if person_id is None else OF_CUSTOMERS:
        yield AnswerLink(interview_id, person_id, answer, language, about, to)


def buttons(
    settings: Settings, words: Translator, address: str, links: Iterator[AnswerLink]
) -> Buttons:
    """Each button's words and where it leads; none while Candela’s own `address` is unknown."""
    if not address:
        return ()
    return tuple(
        (button_words(link.answer, words), f"{address}{PATH}{link_text(settings.secret, link)}")
        for link in links
    )


def button_words(answer: str, words: Translator) -> str:
    """What a button says."""
    t = words.text
    return {
        "confirm": t("Confirm"),
        "another": t("Ask for another time"),
        "seen": t("Seen"),
        "propose": t("Propose other times"),
    }[answer]
