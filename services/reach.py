"""How far a viewer sees right now: resolved once per unit of work, compared with by the rules."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, Select, bindparam, cast, func, select

from services.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a viewer sees right now.

    A customer's vacancies, the stages lit for him, and what `shown_to` finds in them.
    """

    viewer: Viewer
    now: datetime
    vacancy_ids: tuple[int, ...] = ()
    stage_ids: tuple[int, ...] = ()
    application_ids: tuple[int, ...] = ()
    candidate_ids: tuple[int, ...] = ()
    closed_vacancy_ids: tuple[int, ...] = ()


def listed(keys: tuple[int, ...]) -> Select[tuple[int]]:
    """The keys as rows of one parameter: as many parameters as keys would be slow to send."""
    listed = bindparam(None, list(keys), type_=ARRAY(BigInteger), unique=True)
    return select(func.unnest(cast(listed, ARRAY(BigInteger))))
