"""How far a viewer sees right now: what the rules of the scope compare with."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from db.models import Application, Candidate
from services.listed import listed
from services.viewer import Viewer

# Plain tables: this is asked before there is a scope.
_application = Application.__table__.c
_candidate = Candidate.__table__.c


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a viewer sees right now.

    A customer's vacancies, the stages lit for him, whose vacancies they are (and his own
    company), and what `shown_to` finds in them.
    """

    viewer: Viewer
    now: datetime
    vacancy_ids: tuple[int, ...] = ()
    stage_ids: tuple[int, ...] = ()
    company_ids: tuple[int, ...] = ()
    application_ids: tuple[int, ...] = ()
    candidate_ids: tuple[int, ...] = ()
    closed_vacancy_ids: tuple[int, ...] = ()


def shown_to(reach: Reach) -> Select[tuple[int, int]]:
    """The applications presented to the customer in stages lit for him, and whose they are.

    An archived candidate is gone with all that is his, whatever is asked for by its own key.
    Asked once per unit of work (`work.py`): the rules compare with what it found.
    """
    return (
        select(_application.id, _application.candidate_id)
        .join(_candidate.id.table, _candidate.id == _application.candidate_id)
        .where(
            _application.vacancy_id.in_(listed(reach.vacancy_ids)),
            _application.stage_id.in_(listed(reach.stage_ids)),
            _application.presented_at <= reach.now,
            _candidate.archived_at.is_(None),
        )
    )
