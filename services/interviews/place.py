"""What customers read of the place of an interview: said to staff while they still enter it."""

from dataclasses import dataclass

from db.models import Application
from services.disclosure import as_hidden
from services.folding import tidy
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class HiddenPlace:
    """What he reads of it; `tells_surname`: in its link, a surname that is left out otherwise."""

    text: str
    tells_surname: bool


def place_as_hidden(work: Work, *, application_id: int, kind: str, location: str) -> HiddenPlace:
    """The place as a customer reads it from whom contacts are hidden.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    candidate_id = work.one(Application, application_id).candidate_id
    rules = as_hidden(work, {candidate_id})
    read = rules.place(candidate_id, kind, tidy(location))
    return HiddenPlace(read, rules.names_in(candidate_id, read))
