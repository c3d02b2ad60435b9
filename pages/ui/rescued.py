"""What stood typed in a form when its reader's session ended, as one text to be kept for him.

Words, numbers, choices, days and times; no files, and ticks only of a form that names them. Only
what he had changed.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
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


def standing(prefix: str, widgets: Mapping[str, Any], ends: Collection[str] = ()) -> dict[str, Any]:
    """What stands in the fields whose keys begin so, by the rest of the key; of `ends`, if any."""
    if ends:
        return {one: widgets[f"{prefix}{one}"] for one in ends if f"{prefix}{one}" in widgets}
    cut = len(prefix)
    return {
        key[cut:]: value
        for key, value in widgets.items()
        if key.startswith(prefix) and not key.endswith("_tabs") and _is_typed(value)
    }


def as_text(prefix: str, begun: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What was typed since; "" for nothing."""
    changed = {end: [begun.get(end), now[end]] for end in now if now[end] != begun.get(end)}
    return packed([prefix, changed]) if changed else ""


def packed(typed: object) -> str:
    """It as a text; "" for what is longer than any form."""
    text = json.dumps(typed, default=_moment)
    return text if len(text) <= _LONGEST else ""


def unpacked(text: str) -> Any:  # noqa: ANN401 - as JSON knows it
    """What was packed; None for nothing."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def read(text: str) -> Rescued | None:
    """What was kept of fields; None for nothing."""
    kept = unpacked(text)
    if kept is None:
        return None
    prefix, changed = kept
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


def _moment(value: object) -> Any:  # noqa: ANN401 - as JSON knows it
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"clock": value.isoformat()}
    raise TypeError(value)


def _again(value: Any) -> Any:  # noqa: ANN401 - as JSON knows it
    if not isinstance(value, dict):
        return value
    return (
        date.fromisoformat(value["day"]) if "day" in value else time.fromisoformat(value["clock"])
    )
