"""Placeholders: what stands in braces in a template and is filled for each letter."""

import html
import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from services.errors import Invalid, UnknownPlaceholder
from services.markup import plain_text

#: In the order in which they are offered.
NAMES = (
    "first_name",
    "name",
    "vacancy",
    "company",
    "when",
    "where",
    "recruiter",
    "agency",
)
_OF_AN_INTERVIEW = ("when", "where")
_OF_A_CUSTOMER = ("name", "company", "recruiter", "agency")
_PLACE = re.compile(r"\{\s*([^{}]{0,60}?)\s*\}")


def names_for(kind: str) -> tuple[str, ...]:
    """What can be filled into a letter of this kind."""
    if kind == "customer":
        return _OF_A_CUSTOMER
    if kind.startswith("interview_"):
        return NAMES
    return tuple(name for name in NAMES if name not in _OF_AN_INTERVIEW)


def check_wording(subject: str, body: str, *, known: Collection[str] = NAMES) -> None:
    """Look through a subject and a body in markup before anything is filled in.

    Raises UnknownPlaceholder, naming those that nothing could be filled into and the one each
    was probably meant to be; Invalid (letter "split_placeholder") where markup runs through one.
    """
    words = plain_text(body)
    check_placeholders(subject, words, known=known)
    whole = [html.unescape(name) for name in _PLACE.findall(body)]
    if sorted(_PLACE.findall(words)) != sorted(whole):
        raise Invalid(letter="split_placeholder")


def check_placeholders(*texts: str, known: Collection[str] = NAMES) -> None:
    """Raise UnknownPlaceholder, naming those that nothing could be filled into."""
    found = [name for text in texts for name in _PLACE.findall(text)]
    unknown = [name for name in dict.fromkeys(found) if name not in known]
    if unknown:
        raise UnknownPlaceholder(
            names=tuple(unknown),
            meant=tuple(_nearest(name, known) for name in unknown),
            known=tuple(known),
        )


def filled(text: str, values: Mapping[str, str]) -> str:
    """A plain text with its placeholders filled; one without a value stays as it is.

    What is filled in is not looked through again: somebody may be called “{agency}”.
    """
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)


def filled_markup(text: str, values: Mapping[str, str]) -> str:
    """Markup with its placeholders filled, every value escaped."""
    escaped = {name: html.escape(value, quote=False) for name, value in values.items()}
    return filled(text, escaped)


def _nearest(name: str, known: Collection[str]) -> str:
    """The one that was probably meant; "" where none is like it."""
    spelled = re.sub(r"[\W_]+", "_", name.lower()).strip("_")
    found = get_close_matches(spelled, known, n=1, cutoff=0.7)
    return found[0] if found else ""
