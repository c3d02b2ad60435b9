"""Candidates as their viewer sees them: the list and one candidate."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from db.models import Application, Candidate, CandidateContact, Company, Stage, Vacancy
from services.candidates.resumes import OriginalView, original_view, resumes_of
from services.candidates.terms_now import (
    CorrectionView,
    accepted_words,
    as_terms,
    lay_over,
    waiting_corrections,
)
from services.candidates.vocabulary import Terms
from services.disclosure import Disclosure, ResumeView, disclosure, resume_for_customer
from services.folding import fold, fold_name
from services.permissions import Permission, require
from services.vacancies.stages import StageView, stage_view
from services.work import AnySelect, Work

# Up to so many rows are sorted in no time; of more, so many pages' worth of keys are looked at.
_FEW, _WIDELY = 2000, 100


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
    """One page of candidates, newest first, and how many the search finds in all."""

    rows: tuple[CandidateRow, ...]
    found: int
    next_before: int | None


@dataclass(frozen=True, slots=True)
class ContactView:
    """One way to reach a candidate."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One candidate as this viewer receives him.

    `contacts` is empty and `contacts_hidden` true where they are hidden from the viewer.
    `resume` is what customers see (for staff: with contacts open); `original` is there for
    staff, and for customers who see contacts. `terms` are his words as they hold for the viewer,
    with the `corrections` that wait; `accepted_terms` as they hold for everybody.
    """

    id: int
    version: int
    first_name: str
    last_name: str
    name: str
    headline: str
    city: str
    created_at: datetime
    contacts: tuple[ContactView, ...]
    contacts_hidden: bool
    terms: Terms
    accepted_terms: Terms
    corrections: tuple[CorrectionView, ...]
    resume: ResumeView
    resume_saved_at: datetime | None
    original: OriginalView | None


def candidates(work: Work, *, search: str = "", before: int | None = None) -> CandidatePage:
    """A page of the viewer's candidates whose name contains the search. Raises NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_READ)
    size = work.settings.lists.page_size
    chosen = select(Candidate).where(Candidate.archived_at.is_(None))
    counted = select(func.count(), func.min(Candidate.id), func.max(Candidate.id)).where(
        Candidate.archived_at.is_(None)
    )
    if folded := fold(search):
        matching = _named(work, folded)
        chosen, counted = chosen.where(matching), counted.where(matching)
    total, oldest, newest = work.rows(counted).one()
    if before is not None:
        chosen, newest = chosen.where(Candidate.id < before), before
    page = chosen.order_by(Candidate.id.desc()).limit(size + 1)
    found = _newest(work, page, size + 1, (oldest, newest, total))
    shown = found[:size]
    ids = [candidate.id for candidate in shown]
    rules, latest = disclosure(work, ids), _latest(work, ids)
    rows = tuple(
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
    return CandidatePage(rows, total, ids[-1] if len(found) > size else None)


def candidate(work: Work, *, candidate_id: int) -> CandidateView:
    """One candidate. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_READ)
    row = work.one(Candidate, candidate_id)
    rules = disclosure(work, [row.id])
    first_name, last_name = rules.first_and_last_name(row)
    hidden = work.viewer.contacts_hidden
    resumes = resumes_of(work, candidate_id=row.id)
    resume = resume_for_customer(
        rules,
        row.id,
        resumes.version,
        resumes.original,
        contacts_hidden=hidden,
    )
    waiting = waiting_corrections(work, row.id)
    words = lay_over(accepted_words(work, row.id), waiting)
    return CandidateView(
        id=row.id,
        version=row.version,
        first_name=first_name,
        last_name=last_name,
        name=rules.name(row),
        headline=rules.text(row.id, row.headline),
        city=rules.text(row.id, row.city),
        created_at=row.created_at,
        contacts=() if hidden else _contacts(work, row.id),
        contacts_hidden=hidden,
        terms=_as_read(rules, row.id, as_terms(words)),
        accepted_terms=_as_read(rules, row.id, as_terms(words, accepted=True)),
        corrections=tuple(replace(one, word=rules.text(row.id, one.word)) for one in waiting),
        resume=resume,
        resume_saved_at=resumes.version.saved_at if resumes.version else None,
        original=original_view(resumes.original) if resumes.original else None,
    )


def _as_read(rules: Disclosure, candidate_id: int, terms: Terms) -> Terms:
    return Terms(
        tuple(rules.text(candidate_id, skill) for skill in terms.skills),
        tuple(rules.text(candidate_id, category) for category in terms.categories),
    )


def _newest(
    work: Work, page: AnySelect, wanted: int, between: tuple[int, int, int]
) -> Sequence[Candidate]:
    """The newest candidates of the page, looked for among the latest keys first.

    Keys grow with time: so many rows need not be sorted for the last few of them, which takes
    six times as long for a hundred thousand. Where candidates have become rare, all are asked.
    """
    oldest, newest, total = between
    if total > _FEW:
        since = newest - (newest - oldest) // total * wanted * _WIDELY
        found = work.scalars(page.where(Candidate.id >= since)).all()
        if len(found) == wanted or since <= oldest:
            return found
    return work.scalars(page).all()


def _named(work: Work, folded: str) -> ColumnElement[bool]:
    """Candidates whose name, as the viewer reads it, contains the search.

    A contact that was written into a name must not be found digit by digit.
    """
    # Three times as fast as LIKE with a parameter, which DuckDB takes for a pattern of its own.
    matching = func.strpos(Candidate.folded_name, folded) > 0
    if not work.viewer.contacts_hidden:
        return matching
    found = work.scalars(select(Candidate).where(matching)).all()
    rules = disclosure(work, [candidate.id for candidate in found])
    return Candidate.id.in_(
        [
            candidate.id
            for candidate in found
            if folded in fold_name(*rules.first_and_last_name(candidate))
        ],
    )


def _contacts(work: Work, candidate_id: int) -> tuple[ContactView, ...]:
    rows = work.rows(
        select(CandidateContact.kind, CandidateContact.value)
        .where(CandidateContact.candidate_id == candidate_id)
        .order_by(CandidateContact.position),
    )
    return tuple(ContactView(row.kind, row.value) for row in rows)


def _latest(work: Work, candidate_ids: list[int]) -> dict[int, list[LatestApplication]]:
    """Each candidate's applications within the viewer's scope, the last moved first."""
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
        .join(Stage, Stage.id == Application.stage_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .where(Application.candidate_id.in_(candidate_ids))
        .order_by(Application.moved_at.desc()),
    )
    found: dict[int, list[LatestApplication]] = {}
    for candidate_id, id_, vacancy_id, moved_at, stage, title, company in rows:
        found.setdefault(candidate_id, []).append(
            LatestApplication(id_, vacancy_id, title, company or "", stage_view(stage), moved_at)
        )
    return found
