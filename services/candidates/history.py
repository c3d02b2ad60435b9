"""A candidate's history for staff: who changed what, with before and after, newest first."""

from db.models import Candidate
from services.candidates.happened import LATEST, Happened, HistoryEvent
from services.checks import check_choice
from services.permissions import Permission, require
from services.work import Work

KINDS = (
    "profile", "corrections", "resume", "attachments", "stages", "presented", "opened", "notes",
)  # fmt: skip


def history_of(work: Work, *, candidate_id: int, kind: str = "") -> list[HistoryEvent]:
    """What happened to the candidate (of one kind), newest first, the latest hundred.

    Raises Invalid, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    check_choice("kind", kind, ("", *KINDS))
    work.one(Candidate, candidate_id)
    happened = Happened(work, candidate_id)
    asked = {
        "profile": happened.profile,
        "corrections": happened.corrections,
        "resume": happened.resume,
        "attachments": happened.attachments,
        "stages": happened.stages,
        "presented": happened.presented,
        "opened": happened.opened,
        "notes": happened.notes,
    }
    found = [event for name, events in asked.items() if kind in {"", name} for event in events()]
    return sorted(found, key=lambda event: event.happened_at, reverse=True)[:LATEST]
