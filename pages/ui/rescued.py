"""What stood typed in a form when its reader's session ended, as one text to be kept for him.

Words, numbers, choices and days; neither ticks nor files. Only what he had changed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

# More than any form holds: a résumé for customers is the longest.
_LONGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class Rescued:
    """By the end of each widget's key: what the field began with, and what was typed.

    `prefix`: how the keys began.
    """

    prefix: str
    begun: Mapping[str, Any]
    typed: Mapping[str, Any]


def standing(prefix: str, widgets: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the fields whose keys begin so, by the rest of the key."""
    cut = len(prefix)
    return {
        key[cut:]: value
        for key, value in widgets.items()
        if key.startswith(prefix) and not key.endswith("_tabs") and _is_typed(value)
    }


def as_text(prefix: str, begun: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What was typed since; "" for nothing."""
    changed = {end: [begun.get(end), now[end]] for end in now if now[end] != begun.get(end)}
    text = json.dumps([prefix, changed], default=_day) if changed else ""
    return text if len(text) <= _LONGEST else ""


def read(text: str) -> Rescued | None:
    """What was kept; None for nothing."""
    try:
        prefix, changed = json.loads(text)
    except ValueError:
        return None
    found = {end: [_again(one) for one in both] for end, both in changed.items()}
    return Rescued(
        prefix,
        {end: both[0] for end, both in found.items()},
        {end: both[1] for end, both in found.items()},
    )


def _is_typed(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_typed(one) and not isinstance(one, list) for one in value)
    if isinstance(value, bool):
        return False
    return value is None or isinstance(value, str | int | float | date)


def _day(value: object) -> Any:  # noqa: ANN401 - as JSON knows it
    if isinstance(value, date):
        return {"day": value.isoformat()}
    raise TypeError(value)


def _again(value: Any) -> Any:  # noqa: ANN401 - as JSON knows it
    return date.fromisoformat(value["day"]) if isinstance(value, dict) else value
