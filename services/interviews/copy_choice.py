"""Whether the copies to customers begin ticked when somebody schedules: his own choice."""

from db.models import User
from services import audit
from services.permissions import Permission, require
from services.work import Work


def copies_ticked(work: Work) -> bool:
    """Whether each customer is ticked from the start; else only who is ticked by hand gets a copy.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    return work.one(User, work.viewer.user_id).copies_ticked


def choose_copies(work: Work, *, ticked: bool) -> None:
    """Choose it for the viewer's own forms from now on. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    work.one(User, work.viewer.user_id).copies_ticked = ticked
    audit.record(work, "edit", "profile", work.viewer.user_id)
