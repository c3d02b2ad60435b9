"""Applications as their viewer sees them: a vacancy's candidates, a candidate's vacancies."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select, true

from db.models import (
    Application,
    Candidate,
    Company,
    Note,
    Opening,
    Presentation,
    Stage,
    StageChange,
    User,
    Vacancy,
)
from services.disclosure import Disclosure, disclosure
from services.permissions import Permission, require
from services.vacancies.stages import StageView, stage_view, stages_of
from services.viewer import STAFF_ROLES, Viewer
from services.work import Work


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """A candidate of a vacancy.

    `opened`: for a customer, whether he has opened the candidate; for staff, whether any
    customer has. `presented_at` lies ahead while presenting can still be undone.
    """

    id: int
    candidate_id: int
    name: str
    headline: str
    city: str
    stage: StageView
    moved_at: datetime
    presented_at: datetime | None
    notes: int
    opened: bool


@dataclass(frozen=True, slots=True)
class ApplicationPage:
    """One page of a vacancy's candidates: see `in_order`."""

    rows: tuple[ApplicationRow, ...]
    found: int
    next_page: int | None


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """A candidate in one vacancy, open or closed, with the stages the viewer sees there."""

    id: int
    candidate_id: int
    vacancy_id: int
    vacancy: str
    company: str
    recruiter_id: int
    stage: StageView
    stages: tuple[StageView, ...]
    moved_at: datetime
    presented_at: datetime | None
    closed: bool


@dataclass(frozen=True, slots=True)
class StageChangeView:
    """A move in an application's history; `to` alone is told, from where is staff's matter."""

    stage: StageView
    by: str
    moved_at: datetime
    reason: str


def of_vacancy(
    work: Work,
    *,
    vacancy_id: int,
    stage_id: int | None = None,
    page: int = 0,
) -> ApplicationPage:
    """A page of the vacancy's candidates (in one stage, if given). Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.APPLICATIONS_READ)
    work.one(Vacancy, vacancy_id)
    size = work.settings.lists.page_size
    chosen = [Application.vacancy_id == vacancy_id, Candidate.archived_at.is_(None)]
    if stage_id is not None:
        chosen.append(Application.stage_id == stage_id)
    joined = Application.candidate_id == Candidate.id
    found = work.scalar(select(func.count(Application.id)).join(Candidate, joined).where(*chosen))
    rows = work.rows(
        select(Application, Candidate, Stage)
        .join(Candidate, joined)
        .join(Stage, Stage.id == Application.stage_id)
        .where(*chosen)
        .order_by(*in_order(work.viewer))
        .limit(size)
        .offset(page * size),
    ).all()
    ids = [application.id for application, _, _ in rows]
    notes, opened = _note_counts(work, ids), _opened(work, ids)
    rules = disclosure(work, [candidate.id for _, candidate, _ in rows])
    return ApplicationPage(
        rows=tuple(
            ApplicationRow(
                id=application.id,
                candidate_id=candidate.id,
                name=rules.name(candidate),
                headline=rules.text(candidate.id, candidate.headline),
                city=rules.text(candidate.id, candidate.city),
                stage=stage_view(stage),
                moved_at=application.moved_at,
                presented_at=application.presented_at,
                notes=notes.get(application.id, 0),
                opened=application.id in opened,
            )
            for application, candidate, stage in rows
        ),
        found=found,
        next_page=page + 1 if (page + 1) * size < found else None,
    )


def in_order(viewer: Viewer) -> tuple[ColumnElement[Any], ...]:
    """How a vacancy's candidates stand: to staff the last moved first.

    To a customer the last presented first: his list stands still while he answers.
    """
    at = Application.presented_at if viewer.is_customer else Application.moved_at
    return (at.desc(), Application.id.desc())


def of_candidate(work: Work, *, candidate_id: int) -> list[ApplicationView]:
    """The candidate's vacancies that the viewer sees, the last moved first.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_READ)
    work.one(Candidate, candidate_id)
    rows = work.rows(
        select(Application, Vacancy, Company.name, Stage)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .where(Application.candidate_id == candidate_id)
        .order_by(Application.moved_at.desc(), Application.id.desc()),
    ).all()
    stages = stages_of(work, *(vacancy.id for _, vacancy, _, _ in rows))
    return [
        ApplicationView(
            id=application.id,
            candidate_id=application.candidate_id,
            vacancy_id=vacancy.id,
            vacancy=vacancy.title,
            company=company or "",
            recruiter_id=vacancy.recruiter_id,
            stage=stage_view(stage),
            stages=_stages_to_choose(stages[vacancy.id], stage_view(stage)),
            moved_at=application.moved_at,
            presented_at=application.presented_at,
            closed=vacancy.closed_at is not None,
        )
        for application, vacancy, company, stage in rows
    ]


def _stages_to_choose(stages: list[StageView], present: StageView) -> tuple[StageView, ...]:
    """The vacancy's stages; beside them the present one, should it have been taken out since."""
    known = any(stage.id == present.id for stage in stages)
    return tuple(stages) if known else (present, *stages)


def history(work: Work, *, application_id: int) -> list[StageChangeView]:
    """The moves the viewer sees, newest first: a customer's begin with the presentation.

    Why staff moved somebody is read by staff alone.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_READ)
    application = work.one(Application, application_id)
    rows = work.rows(
        select(StageChange, Stage, User)
        .join(Stage, Stage.id == StageChange.to_stage_id)
        .join(User, User.id == StageChange.moved_by_id, isouter=True)
        .where(
            StageChange.application_id == application_id,
            StageChange.undone_at.is_(None),
            true() if work.viewer.is_staff else StageChange.moved_at >= _act(work, application),
        )
        .order_by(StageChange.id.desc()),
    ).all()
    rules = disclosure(work, [application.candidate_id])
    return [
        StageChangeView(
            stage=stage_view(stage),
            by=mover.name if mover else "",
            moved_at=change.moved_at,
            reason=_reason(rules, application.candidate_id, change, mover)
            if _hears_why(work, mover)
            else "",
        )
        for change, stage, mover in rows
    ]


def _reason(rules: Disclosure, candidate_id: int, change: StageChange, mover: User | None) -> str:
    guessed = mover is not None and mover.contacts_hidden and not change.surname_told
    read = rules.without_contacts if guessed else rules.text
    return read(candidate_id, change.reason)


def _hears_why(work: Work, mover: User | None) -> bool:
    """Whose name the viewer may not read, his words he may not read; staff's are for staff."""
    return mover is not None and (work.viewer.is_staff or mover.role not in STAFF_ROLES)


def _act(work: Work, application: Application) -> datetime:
    """When the recruiter presented the candidate: customers saw him an undo window later."""
    seen_from = application.presented_at or work.now
    return seen_from - timedelta(seconds=work.settings.presenting.undo_seconds)


def with_recruiter_again(work: Work, *, vacancy_id: int) -> int:
    """How many candidates once presented in this vacancy stand behind the curtain again.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_READ)
    work.one(Vacancy, vacancy_id)
    shown_now = select(Application.id).where(
        Application.vacancy_id == vacancy_id,
        Application.presented_at.is_not(None),
    )
    taken_back = select(func.count(Presentation.application_id.distinct())).where(
        Presentation.vacancy_id == vacancy_id,
        Presentation.ended_at >= Presentation.presented_at,
        Presentation.application_id.not_in(shown_now),
    )
    return int(work.scalar(taken_back))


def _note_counts(work: Work, application_ids: list[int]) -> dict[int, int]:
    rows = work.rows(
        select(Note.application_id, func.count(Note.id))
        .where(Note.application_id.in_(application_ids), Note.withdrawn_at.is_(None))
        .group_by(Note.application_id),
    )
    return {row[0]: row[1] for row in rows}


def _opened(work: Work, application_ids: list[int]) -> set[int]:
    return set(
        work.scalars(
            select(Opening.application_id).where(Opening.application_id.in_(application_ids)),
        ),
    )
