"""What customers read of the place of an interview: said to staff while they still enter it."""

from db.models import Application
from services.disclosure import as_hidden
from services.folding import tidy
from services.permissions import Permission, require
from services.work import Work


def place_as_hidden(work: Work, *, application_id: int, kind: str, location: str) -> str:
    """The place as a customer reads it from whom contacts are hidden.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    candidate_id = work.one(Application, application_id).candidate_id
    return as_hidden(work, {candidate_id}).place(candidate_id, kind, tidy(location))
