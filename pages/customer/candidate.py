"""A candidate presented to me: résumé, notes, the next stage."""

from pages.ui import guard, undo
from pages.ui.customer.candidate import Opened, address_after, ask, draw
from pages.ui.installed import installation
from pages.ui.interviews.asked import open_asked
from pages.ui.opened import key_in_address, maybe_key
from pages.ui.problems import opening
from pages.ui.text import t
from pages.ui.told import read_what_was_told
from services.applications.opening import open_for_the_first_time, opened
from services.permissions import Permission
from services.work import perform_aside, reading

viewer = guard.require(Permission.CANDIDATES_READ)


def show(found: Opened) -> None:
    """The page; that it was opened is written down once."""
    here = found.here.id
    with reading(installation(), viewer) as work_:
        seen = opened(work_, application_id=here)
    if not seen:
        perform_aside(installation(), viewer, open_for_the_first_time, application_id=here)
    drawn = draw(viewer, found)
    undo.draw(viewer, on=address_after(drawn))
    open_asked(viewer)


read_what_was_told(viewer)
with (
    opening(t("My vacancies"), "/vacancies") as attempt,
    reading(installation(), viewer) as work,
):
    asked = ask(work, key_in_address("id"), maybe_key("app"))
if not attempt.failed:
    show(asked)
