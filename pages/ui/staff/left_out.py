"""The switches of a candidate: what customers without contacts do not see of him."""

from dataclasses import dataclass, replace

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import line
from pages.ui.staff.resume_desk import Desk
from pages.ui.text import t
from pages.ui.words import left_out_names
from services.resumes.leaving_out import LeftOut, SafeDefaults, safe_choices
from services.resumes.removals import Wishes
from services.viewer import Viewer
from services.work import reading

_KEYS = {"surname": "surname", "photo": "face", "birth": "birth", "employers": "employers"}


@dataclass(frozen=True, slots=True)
class Choices:
    """What holds for the candidate, with what this visit has chosen over it and not saved yet."""

    prefix: str
    now: LeftOut
    own_contacts: bool

    @property
    def wishes(self) -> Wishes:
        """What a safe copy begins with."""
        return SafeDefaults(self.now, self.own_contacts).wishes

    def choose(self, now: LeftOut) -> None:
        """Choose something else; it is saved with the page."""
        session.keep(f"{self.prefix}_left_out", now)


def choices_of(viewer: Viewer, prefix: str, candidate_id: int) -> Choices:
    """What holds now, in this visit."""
    with reading(installation(), viewer) as work:
        holds = safe_choices(work, candidate_id=candidate_id)
    return Choices(prefix, chosen(prefix) or holds.left_out, holds.own_contacts)


def chosen(prefix: str) -> LeftOut | None:
    """What this visit has chosen; None where nothing was touched."""
    found: LeftOut | None = session.kept(f"{prefix}_left_out")
    return found


def forget_choices(prefix: str) -> None:
    """A visit begins with what is stored."""
    session.forget(f"{prefix}_left_out")
    session.clear(*(f"{prefix}_{key}" for key in _KEYS.values()))


def draw_switches(choices: Choices, desk: Desk) -> None:
    """All four in one place: what is chosen holds for a safe copy on the desk at once."""
    now, names = choices.now, left_out_names()
    hints = {
        "surname": t(
            "“Olena K.” in the resume, the list, the calendar, letters and the search of every "
            "customer from whom contacts are hidden. A surname of three letters or less is "
            "found beside the first name."
        ),
        "birth": t("Goes out of the text with “Copy without contacts”."),
        "employers": t(
            "“A bank in Kyiv” instead of a name, put in with “Copy without contacts”. Please read "
            "what was put in."
        ),
    }
    with line("left_out"):
        st.html(m.quiet(t("Where contacts are hidden:")), width="content")
        chosen = {
            name: st.toggle(
                label,
                value=getattr(now, name),
                key=f"{choices.prefix}_{_KEYS[name]}",
                help=hints.get(name),
            )
            for name, label in names.items()
        }
    wanted, before = LeftOut(**chosen), desk.waits or desk.wishes
    if wanted != now:
        choices.choose(wanted)
    wishes = before and replace(
        before,
        without_surname=wanted.surname,
        without_birth=wanted.birth,
        without_employers=wanted.employers,
    )
    if wishes is not None and wishes != before:
        desk.wish(wishes)
    if wanted != now or wishes != before:
        st.rerun()
