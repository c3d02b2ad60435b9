"""Where in the base the pages begin that are measured: the twentieth one, a filter that is kept."""

from dataclasses import dataclass

from sqlalchemy import func, select

from db.models import CandidateTerm, Term
from db.sample.bulk import Bulk
from services.candidates.filters import SORTS
from services.candidates.listing import candidates
from services.candidates.saved import save_filter
from services.ids import key_text
from services.installation import Installation
from services.viewer import Role, Viewer
from services.work import Work, perform, reading

_PAGE = 20
_SAVED = "Bench"


@dataclass(frozen=True)
class Places:
    """`behind`: for each order, after whom the twentieth page begins; `saved`: a kept filter."""

    behind: dict[str, str]
    saved: dict[str, str]


def places_in(installation: Installation, keys: Bulk) -> Places:
    """Turn the pages over as a reader does, and keep a filter under a name."""
    viewer = Viewer(keys.recruiter_id, Role.RECRUITER)
    with reading(installation, viewer) as work:
        behind = {sort: _twentieth(work, sort) for sort in SORTS}
        saved = {"skill": key_text(_usual_skill(work)), "resume": "yes"}
    query = "&".join(f"{name}={value}" for name, value in saved.items())
    perform(installation, viewer, save_filter, name=_SAVED, query=query)
    return Places(behind, saved)


def _twentieth(work: Work, sort: str) -> str:
    """The last one before it; of a smaller base the last one before its last page."""
    last = None
    for _ in range(1, _PAGE):
        page = candidates(work, sort=sort, before=last)
        if page.next_before is None:
            break
        last = page.next_before
    return key_text(last) if last is not None else ""


def _usual_skill(work: Work) -> int:
    """The skill that most candidates have."""
    found = work.scalar(
        select(Term.id)
        .join(CandidateTerm, CandidateTerm.term_id == Term.id)
        .where(Term.kind == "skill")
        .group_by(Term.id)
        .order_by(func.count().desc(), Term.id)
        .limit(1)
    )
    return int(found)
