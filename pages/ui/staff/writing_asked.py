"""The one place of a page that opens the dialogs in which letters are written."""

from pages.ui import guard, session
from pages.ui.staff.candidate_letters import ask_letter_to_candidate
from pages.ui.staff.customer_letter import ask_letter_to_customer
from pages.ui.staff.several_letters import ask_letter_to_several
from pages.ui.staff.writing_wanted import closed, wanted
from pages.ui.text import t
from services.viewer import Viewer


def open_writing(viewer: Viewer) -> None:
    """Open the dialog that a button or the address asks for; at each run, until it is closed."""
    asked = wanted()
    if asked is None or session.has_dialog():
        return
    if not viewer.is_staff:
        closed()
    elif asked.what == "candidate":
        guard.dialog(
            t("Letter to the candidate"),
            ask_letter_to_candidate,
            width="medium",
            on_dismiss=closed,
        )(asked)
    elif asked.what == "customer":
        guard.dialog(
            t("Letter to the customer"), ask_letter_to_customer, width="medium", on_dismiss=closed
        )(asked)
    elif asked.what == "several":
        guard.dialog(
            t("Letter to several candidates"),
            ask_letter_to_several,
            width="medium",
            on_dismiss=closed,
        )(asked)
