"""What staff read on a customer's page: his vacancies, whom he was shown, what he has done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from db.models import (
    Application,
    AuditEntry,
    Candidate,
    Company,
    Correction,
    Interview,
    InterviewAnswer,
    Note,
    Opening,
    Stage,
    StageChange,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.applications.opening import DOWNLOADS
from services.candidates.corrections import UNDONE
from services.disclosure import full_name
from services.errors import NotFound
from services.permissions import Permission, require
from services.vacancies.stages import StageView, stage_view
from services.viewer import Role
from services.work import AnySelect, Work

#: So many of the newest are shown of each kind.
LATEST = 50


@dataclass(frozen=True, slots=True)
class FollowedVacancy:
    """A vacancy he is tied to; `closed_as` is "" while it is open."""

    id: int
    title: str
    company: str
    closed_as: str
    tied_at: datetime


@dataclass(frozen=True, slots=True)
class ShownCandidate:
    """A candidate whom he sees now; `opened_at` is when he first opened the resume."""

    candidate_id: int
    application_id: int
    name: str
    vacancy: str
    stage: StageView
    presented_at: datetime
    opened_at: datetime | None


@dataclass(frozen=True, slots=True)
class Deed:
    """Something he did.

    `kind` is note, moved, opened, downloaded (an original), downloaded_version,
    downloaded_attachment, corrected (the words `added` and `removed` in one saving) or answered
    (to an interview: `answer`, with his `words`).
    """

    kind: str
    candidate_id: int
    application_id: int
    candidate: str
    vacancy: str
    stage: StageView | None
    done_at: datetime
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    answer: str = ""
    words: str = ""


def followed_by(work: Work, *, customer_id: int) -> list[FollowedVacancy]:
    """His vacancies, open ones first, then by when he was tied. Raises NotFound, NotAllowed."""
    _check(work, customer_id)
    rows = work.rows(
        select(Vacancy, Company.name, VacancyCustomer.tied_at)
        .join(VacancyCustomer, VacancyCustomer.vacancy_id == Vacancy.id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .where(
            VacancyCustomer.customer_id == customer_id,
            VacancyCustomer.untied_at.is_(None),
            Vacancy.archived_at.is_(None),
        )
        .order_by(
            Vacancy.closed_at.is_not(None), VacancyCustomer.tied_at.desc(), Vacancy.id.desc()
        ),
    )
    return [
        FollowedVacancy(vacancy.id, vacancy.title, company or "", vacancy.closed_as, tied_at)
        for vacancy, company, tied_at in rows
    ]


def shown_to_customer(work: Work, *, customer_id: int) -> list[ShownCandidate]:
    """The candidates he sees now, the last presented first. Raises NotFound, NotAllowed."""
    _check(work, customer_id)
    rows = work.rows(
        select(Application, Candidate, Vacancy.title, Stage, Opening.opened_at)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(VacancyCustomer, VacancyCustomer.vacancy_id == Application.vacancy_id)
        .join(
            Opening,
            (Opening.application_id == Application.id) & (Opening.customer_id == customer_id),
            isouter=True,
        )
        .where(
            VacancyCustomer.customer_id == customer_id,
            VacancyCustomer.untied_at.is_(None),
            Vacancy.archived_at.is_(None),
            Candidate.archived_at.is_(None),
            Application.presented_at <= work.now,
            Stage.seen_by_customers,
        )
        .order_by(Application.presented_at.desc(), Application.id.desc())
        .limit(LATEST),
    )
    return [
        ShownCandidate(
            candidate_id=candidate.id,
            application_id=application.id,
            name=full_name(candidate),
            vacancy=vacancy,
            stage=stage_view(stage),
            presented_at=application.presented_at,
            opened_at=opened_at,
        )
        for application, candidate, vacancy, stage, opened_at in rows
    ]


def deeds_of(work: Work, *, customer_id: int) -> list[Deed]:
    """What he did last – notes, moves, openings, downloads, corrections, answers – newest first.

    Raises NotFound, NotAllowed.
    """
    _check(work, customer_id)
    found = [
        *_deeds(work, "note", _notes(customer_id)),
        *_deeds(work, "moved", _moves(customer_id)),
        *_deeds(work, "opened", _openings(customer_id)),
        *_deeds(work, "downloaded", _downloads(customer_id)),
        *_savings(work, customer_id),
        *_answers(work, customer_id),
    ]
    return sorted(found, key=lambda deed: deed.done_at, reverse=True)[:LATEST]


def _notes(customer_id: int) -> AnySelect:
    return (
        select(Note.written_at, Application.id, Candidate, Vacancy.title)
        .join(Application, Application.id == Note.application_id)
        .where(Note.author_id == customer_id, Note.withdrawn_at.is_(None))
        .order_by(Note.written_at.desc())
    )


def _moves(customer_id: int) -> AnySelect:
    return (
        select(StageChange.moved_at, Application.id, Candidate, Vacancy.title, Stage)
        .join(Application, Application.id == StageChange.application_id)
        .join(Stage, Stage.id == StageChange.to_stage_id)
        .where(StageChange.moved_by_id == customer_id, StageChange.undone_at.is_(None))
        .order_by(StageChange.moved_at.desc())
    )


def _openings(customer_id: int) -> AnySelect:
    return (
        select(Opening.opened_at, Application.id, Candidate, Vacancy.title)
        .join(Application, Application.id == Opening.application_id)
        .where(Opening.customer_id == customer_id)
        .order_by(Opening.opened_at.desc())
    )


def _downloads(customer_id: int) -> AnySelect:
    return (
        select(AuditEntry.acted_at, Application.id, Candidate, Vacancy.title, AuditEntry.act)
        .join(Application, Application.id == AuditEntry.object_id)
        .where(
            AuditEntry.actor_id == customer_id,
            AuditEntry.act.in_(DOWNLOADS),
            AuditEntry.object_kind == "application",
        )
        .order_by(AuditEntry.acted_at.desc())
    )


def _savings(work: Work, customer_id: int) -> Iterator[Deed]:
    """What he corrected, one saving after the other; what his side took back he never said."""
    settler = aliased(User)
    corrections = (
        select(Correction.made_at, Application.id, Candidate, Vacancy.title, Correction)
        .join(Application, Application.id == Correction.application_id)
        .join(settler, settler.id == Correction.settled_by_id, isouter=True)
        .where(
            Correction.author_id == customer_id,
            or_(Correction.state != UNDONE, settler.role != Role.CUSTOMER),
        )
        .order_by(Correction.made_at.desc(), Correction.id.desc())
    )
    rows = work.rows(_with_names(corrections)).all()
    for _, saving in groupby(rows, key=lambda row: row[-1].batch):
        first, *others = saving
        said = [one[-1] for one in (first, *others)][::-1]
        yield replace(
            _deed("corrected", *first[:-1]),
            added=tuple(one.word for one in said if not one.removes),
            removed=tuple(one.word for one in said if one.removes),
        )


def _answers(work: Work, customer_id: int) -> Iterator[Deed]:
    answers = (
        select(
            InterviewAnswer.answered_at, Application.id, Candidate, Vacancy.title, InterviewAnswer
        )
        .join(Interview, Interview.id == InterviewAnswer.interview_id)
        .join(Application, Application.id == Interview.application_id)
        .where(InterviewAnswer.person_id == customer_id)
        .order_by(InterviewAnswer.answered_at.desc())
    )
    for *where, given in work.rows(_with_names(answers)):
        yield replace(_deed("answered", *where), answer=given.answer, words=given.words)


def _with_names(statement: AnySelect) -> AnySelect:
    return (
        statement.join(Candidate, Candidate.id == Application.candidate_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .limit(LATEST)
    )


def _deeds(work: Work, kind: str, statement: AnySelect) -> Iterator[Deed]:
    for done_at, application_id, candidate, vacancy, *more in work.rows(_with_names(statement)):
        stage = [one for one in more if isinstance(one, Stage)]
        act = next((one for one in more if isinstance(one, str)), "")
        found = _deed(DOWNLOADS.get(act, kind), done_at, application_id, candidate, vacancy)
        yield replace(found, stage=stage_view(stage[0])) if stage else found


def _deed(
    kind: str, done_at: datetime, application_id: int, candidate: Candidate, vacancy: str
) -> Deed:
    return Deed(
        kind=kind,
        candidate_id=candidate.id,
        application_id=application_id,
        candidate=full_name(candidate),
        vacancy=vacancy,
        stage=None,
        done_at=done_at,
    )


def _check(work: Work, customer_id: int) -> None:
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    if work.one(User, customer_id).role != Role.CUSTOMER:
        raise NotFound(model="User")
