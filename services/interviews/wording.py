"""What letters say of an interview: when, where, with whom, in the reader's language and zone."""

from services.i18n import Translator
from services.i18n.times import appointment, place_of_zone
from services.interviews.slots import Slot


def when(slot: Slot, words: Translator, zone: str) -> str:
    """The day and the hours, and by which city's clock."""
    return words.text(
        "{hours} (time zone: {city})",
        hours=appointment(slot.starts_at, slot.ends_at, words, zone),
        city=place_of_zone(zone, words),
    )


def in_both_zones(slot: Slot, words: Translator, own: str, agreed: str) -> tuple[str, ...]:
    """By the reader's clock, and by the agreed one where that shows another time."""
    his = appointment(slot.starts_at, slot.ends_at, words, own)
    theirs = appointment(slot.starts_at, slot.ends_at, words, agreed)
    return (when(slot, words, own),) + ((when(slot, words, agreed),) if his != theirs else ())


def kind_words(kind: str, words: Translator) -> str:
    """How they meet."""
    t = words.text
    return {
        "in_person": t("In person"),
        "phone": t("By phone"),
        "video": t("Video call"),
    }.get(kind, kind)


def where(kind: str, location: str, words: Translator) -> str:
    """How they meet, and the address, the number or the link."""
    return ": ".join(part for part in (kind_words(kind, words), location) if part)
