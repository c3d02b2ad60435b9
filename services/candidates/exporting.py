"""The base as a table to take away: for staff, of whom they have chosen or found."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import Candidate, CandidateContact
from services import audit
from services.candidates.filters import EVERYBODY, NEWEST, BaseFilter
from services.candidates.listing import LatestApplication, all_candidates
from services.candidates.vocabulary import terms_of
from services.errors import Invalid
from services.listed import listed
from services.permissions import Permission, require
from services.work import Work

MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A candidate as a row of the table."""

    name: str
    headline: str
    city: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    other_contacts: tuple[str, ...]
    skills: tuple[str, ...]
    categories: tuple[str, ...]
    source: str
    latest: LatestApplication | None
    created_at: datetime


def to_export(
    work: Work,
    *,
    candidate_ids: Sequence[int] = (),
    search: str = "",
    only: BaseFilter = EVERYBODY,
    sort: str = NEWEST,
) -> tuple[ExportRow, ...]:
    """These candidates, or without any all that search and filter find, in their order.

    Raises Invalid for more than ten thousand, NotAllowed.
    """
    require(work.viewer, Permission.BASE_EXPORT)
    found = all_candidates(
        work, candidate_ids=candidate_ids, search=search, only=only, sort=sort, most=MOST_ROWS + 1
    )
    if len(found) > MOST_ROWS:
        raise Invalid(candidates="too_many")
    ids = [row.id for row in found]
    contacts, terms = _contacts(work, ids), terms_of(work, ids)
    came_from = select(Candidate.id, Candidate.source).where(Candidate.id.in_(listed(ids)))
    sources = {row.id: row.source for row in work.rows(came_from)}
    return tuple(
        ExportRow(
            name=row.name,
            headline=row.headline,
            city=row.city,
            phones=contacts[row.id, "phone"],
            emails=contacts[row.id, "email"],
            other_contacts=contacts[row.id, ""],
            skills=terms[row.id].skills,
            categories=terms[row.id].categories,
            source=sources[row.id],
            latest=row.latest,
            created_at=row.created_at,
        )
        for row in found
    )


def record_export(work: Work, *, kind: str, rows: int) -> None:
    """Write down who took how much of the base away, before it leaves. Raises NotAllowed."""
    require(work.viewer, Permission.BASE_EXPORT)
    audit.record(work, "export", "candidates", 0, kind=kind, rows=rows)


def _contacts(work: Work, ids: Sequence[int]) -> dict[tuple[int, str], tuple[str, ...]]:
    """Whose contacts, by kind; every kind but phones and e-mails under ""."""
    found: dict[tuple[int, str], tuple[str, ...]] = defaultdict(tuple)
    rows = work.rows(
        select(CandidateContact.candidate_id, CandidateContact.kind, CandidateContact.value)
        .where(CandidateContact.candidate_id.in_(listed(ids)))
        .order_by(CandidateContact.position)
    )
    for candidate_id, kind, value in rows:
        place = (candidate_id, kind if kind in {"phone", "email"} else "")
        found[place] = (*found[place], value)
    return found
