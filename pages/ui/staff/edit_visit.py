"""A visit of the edit page, and its press of Save Changes."""

from dataclasses import dataclass, field

import streamlit as st

from pages.ui.staff.came_again import CameAgain
from pages.ui.staff.resume_desk import ResumeEdit
from pages.ui.text import t
from services.candidates.forms import CandidateForm
from services.candidates.updating import Offer
from services.errors import CandelaError, Conflict

# Of a profile that somebody else has saved since, for certain.
_REPLACED = -1


@dataclass
class Visit:
    """What has happened since the page was opened, kept in one piece and changed in place.

    Streamlit may cut a run short wherever it reads or writes its session: a press noted by itself
    could be lost between two such places, or acted on twice.

    `version` and `begun`: what the reader saw when he began; somebody else's save in between is a
    conflict, and `choice` what he wants to stay then.
    `pressed`: Save Changes, and nobody has acted on it yet.
    `resume_at`: when the versions for customers had been saved that stood there.
    `resume`: the one that was saved. `refusal`: why it was not, until the next
    press; the editor may call for another run right after it was said.
    `came`, `offers`: what was carried here of somebody who came in again.
    `twins`: who was shown as perhaps the same, and `knew`: who had been before the press.
    """

    version: int
    begun: CandidateForm
    resume_at: object = None
    pressed: bool = False
    saved: bool = False
    resume: ResumeEdit | None = None
    refusal: CandelaError | None = None
    choice: str = ""
    came: CameAgain | None = None
    offers: tuple[Offer, ...] = ()
    twins: frozenset[int] = frozenset()
    knew: frozenset[int] = field(default=frozenset())

    def heed(self, resume: ResumeEdit | None) -> None:
        """A résumé may have been found again, typed into a version that was replaced since."""
        if resume is not None and resume.stale and not self.choice:
            self.version = _REPLACED

    def save(self) -> None:
        """The button has been pressed."""
        self.pressed, self.refusal, self.choice, self.knew = True, None, "", self.twins

    def save_chosen(self, choice: str) -> None:
        """What the other one saved is known by now: save with this choice over it."""
        if isinstance(self.refusal, Conflict):
            # Two who pressed in the same moment: what the other one saved has not been seen yet.
            stands = int(str(self.refusal.fields.get("stands", self.version)))
            self.save()
            self.choice, self.version = choice, stands


def draw_save(visit: Visit) -> None:
    """The button Save Changes."""
    st.button(t("Save Changes"), key="candidate_edit_save", type="primary", on_click=visit.save)
