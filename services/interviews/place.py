"""What customers read of the place of an interview: said to staff while they still enter it."""

from db.models import Application
from services.disclosure import disclosure
from services.folding import tidy
from services.permissions import Permission, require
from services.work import Work


def place_as_hidden(work: Work, *, application_id: int, kind: str, location: str) -> str:
    """The place as a customer reads it from whom contacts are hidden.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    candidate_id = work.one(Application, application_id).candidate_id
    rules = disclosure(work, {candidate_id}, as_hidden=True)
    return rules.place(candidate_id, kind, tidy(location))
