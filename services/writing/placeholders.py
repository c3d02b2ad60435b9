"""Placeholders: what stands in braces in a template and is filled for each letter."""

import html
import re
from collections.abc import Collection, Mapping

from services.errors import UnknownPlaceholder

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
_PLACE = re.compile(r"\{\s*(\w*)\s*\}")


def check_placeholders(*texts: str, known: Collection[str] = NAMES) -> None:
    """Raise UnknownPlaceholder, naming those that nothing could be filled into."""
    found = [name for text in texts for name in _PLACE.findall(text)]
    unknown = [name for name in dict.fromkeys(found) if name not in known]
    if unknown:
        raise UnknownPlaceholder(names=tuple(unknown))


def filled(text: str, values: Mapping[str, str]) -> str:
    """A plain text with its placeholders filled; one without a value stays as it is.

    What is filled in is not looked through again: somebody may be called “{agency}”.
    """
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)


def filled_markup(text: str, values: Mapping[str, str]) -> str:
    """Markup with its placeholders filled, every value escaped."""
    escaped = {name: html.escape(value, quote=False) for name, value in values.items()}
    return filled(text, escaped)
