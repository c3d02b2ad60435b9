"""The list of candidates: the whole base for staff, with filters; his own for a customer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from db.models import Application, Candidate, Company, Stage, Vacancy
from services.candidates.choosing import chosen_by
from services.candidates.filters import EVERYBODY, NEWEST, BaseFilter
from services.candidates.ordering import page_of
from services.disclosure import disclosure
from services.listed import listed
from services.permissions import Permission, require
from services.vacancies.stages import StageView, stage_view
from services.work import Work


@dataclass(frozen=True, slots=True)
class LatestApplication:
    """Where a candidate stands in the vacancy he moved in last."""

    id: int
    vacancy_id: int
    vacancy: str
    company: str
    stage: StageView
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate in the list, with the application that moved last among the viewer's."""

    id: int
    name: str
    headline: str
    city: str
    created_at: datetime
    latest: LatestApplication | None
    applications: int


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """One page of candidates, and how many are found in all.

    `next_before` is the last candidate of the page where there are more behind him. `names_only`
    is true while the index is being made: then only names have been looked through.
    """

    rows: tuple[CandidateRow, ...]
    found: int
    next_before: int | None
    names_only: bool = False


def candidates(
    work: Work,
    *,
    search: str = "",
    before: int | None = None,
    only: BaseFilter = EVERYBODY,
    sort: str = NEWEST,
) -> CandidatePage:
    """A page of the viewer's candidates who answer the search and the filter, from `before` on.

    Staff search the whole base in everything that is known of a candidate; a customer his own
    candidates in what he reads of them. Filters and orders are for staff. Raises NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_READ)
    if only != EVERYBODY or sort != NEWEST:
        require(work.viewer, Permission.BASE_SEARCH)
    size = work.settings.lists.page_size
    chosen = chosen_by(work, search, only)
    found, total = page_of(work, chosen, sort=sort, before=before, size=size + 1)
    shown = found[:size]
    rows = _rows(work, shown)
    return CandidatePage(
        rows,
        total,
        shown[-1].id if len(found) > size else None,
        names_only=chosen.names_only,
    )


def all_candidates(
    work: Work,
    *,
    candidate_ids: Sequence[int] = (),
    search: str = "",
    only: BaseFilter = EVERYBODY,
    sort: str = NEWEST,
    most: int,
) -> tuple[CandidateRow, ...]:
    """Everybody who is found, or of these, at most so many, in this order. Raises NotAllowed."""
    require(work.viewer, Permission.BASE_SEARCH)
    chosen = chosen_by(work, search, only)
    if candidate_ids:
        these = Candidate.id.in_(listed(candidate_ids))
        chosen = replace(chosen, conditions=(*chosen.conditions, these))
    found, _ = page_of(work, chosen, sort=sort, before=None, size=most)
    return _rows(work, found)


def _rows(work: Work, shown: Sequence[Candidate]) -> tuple[CandidateRow, ...]:
    ids = [candidate.id for candidate in shown]
    rules, latest = disclosure(work, ids), _latest(work, ids)
    return tuple(
        CandidateRow(
            id=candidate.id,
            name=rules.name(candidate),
            headline=rules.text(candidate.id, candidate.headline),
            city=rules.text(candidate.id, candidate.city),
            created_at=candidate.created_at,
            latest=latest[candidate.id][0] if candidate.id in latest else None,
            applications=len(latest.get(candidate.id, ())),
        )
        for candidate in shown
    )


def _latest(work: Work, candidate_ids: list[int]) -> dict[int, list[LatestApplication]]:
    """Each candidate's applications within the viewer's scope, the last moved first.

    The keys are joined: asked for with IN, DuckDB would join every application before it looks.
    """
    keys = listed(candidate_ids).subquery()
    rows = work.rows(
        select(
            Application.candidate_id,
            Application.id,
            Application.vacancy_id,
            Application.moved_at,
            Stage,
            Vacancy.title,
            Company.name,
        )
        .select_from(keys)
        .join(Application, Application.candidate_id == keys.c[0])
        .join(Stage, Stage.id == Application.stage_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .order_by(Application.moved_at.desc()),
    )
    found: dict[int, list[LatestApplication]] = {}
    for candidate_id, id_, vacancy_id, moved_at, stage, title, company in rows:
        found.setdefault(candidate_id, []).append(
            LatestApplication(id_, vacancy_id, title, company or "", stage_view(stage), moved_at)
        )
    return found
