"""Help for staff: what a recruiter asks in the first week."""

from pages.ui.help.staff_access import about_access
from pages.ui.help.staff_candidates import about_candidates
from pages.ui.help.staff_letters import about_letters
from pages.ui.help.staff_meetings import about_meetings
from pages.ui.help.staff_showing import about_showing


def asked_by_staff() -> list[tuple[str, str]]:
    """Each question with its answer, in the order of the work."""
    return [
        *about_access(),
        *about_candidates(),
        *about_showing(),
        *about_meetings(),
        *about_letters(),
    ]
