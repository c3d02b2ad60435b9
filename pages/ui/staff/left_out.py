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
from services.resumes.leaving_out import LeftOut, safe_choices
from services.resumes.removals import Wishes
from services.viewer import Viewer
from services.work import reading


@dataclass(frozen=True, slots=True)
class Choices:
    """What holds for the candidate, with what this visit has chosen over it and not saved yet."""

    prefix: str
    now: LeftOut
    own_contacts: bool

    @property
    def wishes(self) -> Wishes:
        """What a safe copy begins with."""
        return Wishes(
            without_birth=self.now.birth,
            without_surname=self.now.surname,
            without_employers=self.now.employers,
            with_agency=self.own_contacts,
        )

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
    session.clear(f"{prefix}_surname", f"{prefix}_face")


def draw_switches(choices: Choices, desk: Desk) -> None:
    """Surname and photo: they hold wherever such a customer meets the candidate."""
    now, names = choices.now, left_out_names()
    with line("left_out"):
        st.html(m.quiet(t("Where contacts are hidden:")), width="content")
        surname = st.toggle(
            names["surname"],
            value=now.surname,
            key=f"{choices.prefix}_surname",
            help=t(
                "“Olena K.” in the resume, the list, the calendar, letters and the search of every "
                "customer from whom contacts are hidden. A surname of three letters or less is "
                "found beside the first name."
            ),
        )
        photo = st.toggle(names["photo"], value=now.photo, key=f"{choices.prefix}_face")
    if (surname, photo) == (now.surname, now.photo):
        return
    choices.choose(replace(now, surname=surname, photo=photo))
    wishes = desk.waits or desk.wishes
    if wishes is not None and surname != wishes.without_surname:
        desk.wish(replace(wishes, without_surname=surname))
    st.rerun()
