"""The form of an interview finds again what was typed in it when its reader's session ended.

With its ticks: whoever reads the time and the place again expects them to go to the same people.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pages.ui import session
from pages.ui.found_again import say_found, take
from pages.ui.rescued import Rescued, read
from services.ids import key_text
from services.interviews.choosing import FormChoices
from services.interviews.forms import InterviewForm
from services.viewer import Viewer

_WHEN = ("day", "clock", "zone", "minutes", "which")
_WHAT = ("kind", "location", "comment", "staff_only")
# Each beginning is a box of its own: a tick that was never touched follows what is typed.
_LETTER = {True: "told_letter", False: "untold_letter"}


def find_interview(
    viewer: Viewer, place: str, key: str, choices: FormChoices, begun: InterviewForm
) -> InterviewForm:
    """What the form begins with: with what was typed at this place, which is kept no longer."""
    if not session.stands(f"{key}_location"):
        session.keep(f"{key}_found", read(take(viewer, place)))
    found: Rescued | None = session.kept(f"{key}_found")
    return _as_found(begun, found.typed, choices) if found else begun


def keep_interview(place: str, key: str, choices: FormChoices, *, stands: bool = False) -> None:
    """To be called behind the fields: what is typed in them is kept, should the session end.

    Says so where something was found again; of an interview that stands, also that it was changed
    since it was typed: its version is in the key.
    """
    found: Rescued | None = session.kept(f"{key}_found")
    ticks = [f"{key_text(one.id)}_{tick}" for one in choices.customers for tick in ("copy", "part")]
    ends = (*_WHEN, *_WHAT, "staff", *ticks, *_LETTER.values())
    session.type_in(place, f"{key}_", found.begun if found else {}, ends)
    if found:
        say_found(to_be_saved=False, meanwhile=stands and found.prefix != f"{key}_")


def letter_box(key: str, usual: bool) -> tuple[str, bool]:  # noqa: FBT001 - what a tick begins with
    """The key of the letter's box, and what its tick begins with."""
    found: Rescued | None = session.kept(f"{key}_found")
    end = _LETTER[usual]
    return f"{key}_{end}", bool(found.typed.get(end, usual)) if found else usual


def _as_found(
    begun: InterviewForm, typed: Mapping[str, Any], choices: FormChoices
) -> InterviewForm:
    """The form with what was typed in its place."""
    when = {one: typed[one] for one in _WHEN if one in typed}
    what = {one: typed[one] for one in _WHAT if one in typed}
    if "which" in when:
        when["which"] = when["which"] or ""
    return replace(
        begun,
        when=replace(begun.when, **when),
        staff=frozenset(typed.get("staff", begun.staff)),
        copies=_ticked(begun.copies, typed, choices, "copy"),
        customers=_ticked(begun.customers, typed, choices, "part"),
        **what,
    )


def _ticked(
    begun: frozenset[int], typed: Mapping[str, Any], choices: FormChoices, tick: str
) -> frozenset[int]:
    return frozenset(
        one.id
        for one in choices.customers
        if typed.get(f"{key_text(one.id)}_{tick}", one.id in begun)
    )
