"""Values that the trail keeps as texts, in the reader's words: «Full time» for full."""

from collections.abc import Callable
from datetime import date

from pages.ui.mail_words import region_name, security_name, sender_name
from pages.ui.text import on_day, t
from pages.ui.words import (
    employment_name,
    letter_language,
    outcome_name,
    priority_name,
    spoken,
)
from services.candidates.particulars import LanguageView

_NOTHING = "–"
_DAYS = frozenset({"born_on", "deadline_on", "guarantee_until", "starts_on"})
_TOLD_BY_NOTHING = frozenset({"outcome", "priority"})  # ordinary, considered


def became(field: str, before: str, after: str) -> str:
    """«Full time → Part time»: what a field was and what it became, as the trail has both."""
    return f"{_in_words(field, before)} → {_in_words(field, after)}"


def _in_words(field: str, text: str) -> str:
    if text in {"True", "False"}:
        return t("yes") if text == "True" else t("no")
    if not text and field not in _TOLD_BY_NOTHING:
        return _NOTHING
    if field in _DAYS:
        return on_day(date.fromisoformat(text))
    return _words().get(field, str)(text)


def _words() -> dict[str, Callable[[str], str]]:
    """The fields that are a choice, and how their values are said."""
    return {
        "employment": employment_name,
        "priority": priority_name,
        "outcome": outcome_name,
        "language": letter_language,
        "letter_language": letter_language,
        "languages": _spoken,
        "sender": sender_name,
        "smtp_security": security_name,
        "sendgrid_region": region_name,
    }


def _spoken(text: str) -> str:
    """The languages of a line of the trail («uk native, en b2»)."""
    found = []
    for one in filter(None, text.split(", ")):
        language, _, level = one.partition(" ")
        found.append(spoken(LanguageView(language, level)))
    return ", ".join(found)
