"""The letter to the candidate, within the form of an interview."""

from dataclasses import dataclass

import streamlit as st

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import steady
from pages.ui.problems import shown
from pages.ui.staff.interview_found import letter_box
from pages.ui.staff.letter_preview import draw_preview, wants_preview
from pages.ui.staff.letter_typed import begin_letter
from pages.ui.staff.letter_words import address_or_way, ask_words
from pages.ui.text import t
from services.drafts import form_place
from services.interviews.choosing import FormChoices
from services.interviews.forms import InterviewForm
from services.interviews.invitation import preview
from services.viewer import Viewer
from services.work import reading
from services.writing.letters import CandidateLetter


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why it is written: its kind, what the box says, and whether he must be told.

    Else the box begins as `ticked`, with a `hint` above it. `interview_id` is the key of what it is
    about; one that is still to be scheduled is not `made` yet.
    """

    kind: str
    label: str
    must: bool = False
    ticked: bool = True
    interview_id: int | None = None
    made: bool = True
    hint: str = ""


def ask_letter(
    viewer: Viewer, key: str, choices: FormChoices, form: InterviewForm, why: Occasion
) -> CandidateLetter | None:
    """The letter that goes out with it; None where none shall, or nobody knows where to."""
    address = address_or_way(viewer, choices.candidate_id)
    if not address:
        return None
    with steady():
        if why.must:
            st.html(m.section(why.label))
        elif not _wanted(key, why, address):
            return None
    hint = t("When, where and with whom: added below these words automatically.")
    about = why.interview_id if why.made else choices.application_id
    typed = begin_letter(viewer, key, form_place("letter", f"{why.kind}:{about}"))
    letter = ask_words(viewer, typed, choices.application_id, why.kind, hint=hint)
    if wants_preview(key):
        with shown() as attempt, reading(installation(), viewer) as work:
            laid_out = preview(
                work,
                application_id=choices.application_id,
                form=form,
                letter=letter,
                called_off=why.kind == "interview_called_off",
                interview_id=why.interview_id,
            )
        if not attempt.failed:
            draw_preview(viewer, laid_out, key=key)
    return letter


def _wanted(key: str, why: Occasion, address: str) -> bool:
    """Whether he is written to, where that is left to whoever saves."""
    if why.hint:
        st.html(m.quiet(why.hint))
    box, ticked = letter_box(key, why.ticked)
    return st.checkbox(why.label, key=box, value=ticked, help=address)
