"""Shown to: which customer saw which candidate, from when until when, in which version."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from db.models import (
    Application,
    AuditEntry,
    Candidate,
    Company,
    Letter,
    Note,
    Notification,
    Opening,
    Presentation,
    ResumeVersion,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.applications.proofs import Proof, proof_of
from services.disclosure import full_name
from services.errors import NotFound
from services.permissions import Permission, require
from services.vacancies.following import active_customer_of
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True, order=True)
class ShownVersion:
    """A résumé version that stood there, by when it was saved, and what proves that it is this."""

    saved_at: datetime
    proof: Proof
    digest: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A candidate whom a customer could see in a vacancy.

    `last_at` is None while he still can. `versions` are the résumé versions that stood there
    meanwhile; `opened_at` is when he first opened the candidate.
    """

    candidate_id: int
    application_id: int
    candidate: str
    vacancy: str
    customer_id: int
    customer: str
    company: str
    presented_by: str
    first_at: datetime
    last_at: datetime | None
    versions: tuple[ShownVersion, ...]
    opened_at: datetime | None


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """Where a vacancy's company was shown a candidate before: for staff only."""

    candidate_id: int
    candidate: str
    vacancy: str
    first_at: datetime


@dataclass(frozen=True, slots=True)
class StillKnown:
    """What customers will still know of a candidate who is taken back."""

    opened: tuple[str, ...]
    downloaded: tuple[str, ...]
    downloaded_version: tuple[str, ...]
    downloaded_attachment: tuple[str, ...]
    told_by_letter: tuple[str, ...]
    their_notes: int


def seen_by(work: Work, *, candidate_id: int) -> list[Shown]:
    """To whom the candidate was shown, the latest first. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    work.one(Candidate, candidate_id)
    return _shown(work, Application.candidate_id == candidate_id)


def has_seen(work: Work, *, customer_id: int) -> list[Shown]:
    """Whom a customer was shown, the latest first. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    if work.one(User, customer_id).role != Role.CUSTOMER:
        raise NotFound(model="User")
    return _shown(work, VacancyCustomer.customer_id == customer_id)


def seen_before(work: Work, *, vacancy_id: int, candidate_ids: Sequence[int]) -> list[SeenBefore]:
    """Which of these candidates the vacancy's company was shown already, each place once.

    A vacancy without a company is a company of its own. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    vacancy = work.one(Vacancy, vacancy_id)
    same_company = (
        Vacancy.company_id == vacancy.company_id
        if vacancy.company_id is not None
        else Vacancy.id == vacancy.id
    )
    rows = work.rows(
        select(Candidate, Vacancy.id, Vacancy.title, Presentation.presented_at)
        .join(Application, Application.id == Presentation.application_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .where(Application.candidate_id.in_(candidate_ids), same_company, _took_place(work))
        .order_by(Presentation.presented_at)
    )
    found: dict[tuple[int, int], SeenBefore] = {}
    for candidate, place, title, presented_at in rows:
        one = SeenBefore(candidate.id, full_name(candidate), title, presented_at)
        found.setdefault((candidate.id, place), one)
    return list(found.values())


def still_known(work: Work, *, application_id: int) -> StillKnown:
    """What the vacancy's customers will still know once the candidate is taken back.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    application = work.one(Application, application_id)
    customers = select(User.id).where(User.role == Role.CUSTOMER)
    opened = work.scalars(
        select(User.name)
        .join(Opening, Opening.customer_id == User.id)
        .where(Opening.application_id == application_id)
        .order_by(Opening.opened_at)
    )
    taken = work.rows(
        select(AuditEntry.act, User.name)
        .join(User, User.id == AuditEntry.actor_id)
        .where(
            AuditEntry.act.in_(("download", "download_version", "download_attachment")),
            AuditEntry.object_kind == "application",
            AuditEntry.object_id == application_id,
            User.role == Role.CUSTOMER,
        )
        .distinct()
        .order_by(User.name)
    ).all()
    told = work.scalars(
        select(User.name)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .join(Notification, Notification.recipient_id == User.id)
        .join(Letter, Letter.id == Notification.letter_id)
        .where(
            active_customer_of(application.vacancy_id),
            Notification.application_id == application_id,
            Letter.state.in_(("sent", "delivered", "unknown")),
        )
        .distinct()
        .order_by(User.name)
    )
    notes = work.scalars(
        select(Note.id).where(
            Note.application_id == application_id,
            Note.author_id.in_(customers),
            Note.withdrawn_at.is_(None),
        )
    )
    return StillKnown(
        tuple(opened),
        tuple(name for act, name in taken if act == "download"),
        tuple(name for act, name in taken if act == "download_version"),
        tuple(name for act, name in taken if act == "download_attachment"),
        tuple(told),
        their_notes=len(notes.all()),
    )


def _took_place(work: Work) -> ColumnElement[bool]:
    """An act that was undone ended before it began: it never happened."""
    return and_(
        Presentation.presented_at <= work.now,
        or_(Presentation.ended_at.is_(None), Presentation.ended_at >= Presentation.presented_at),
    )


def _shown(work: Work, which: ColumnElement[bool]) -> list[Shown]:
    """Presentations crossed with who was tied meanwhile, one row for each of both."""
    presenter = aliased(User)
    rows = work.rows(
        select(
            Presentation,
            VacancyCustomer,
            Candidate,
            presenter.name,
            Vacancy.title,
            User.name,
            Company.name.label("company"),
            Opening.opened_at,
        )
        .join(Application, Application.id == Presentation.application_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(presenter, presenter.id == Presentation.presented_by_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(VacancyCustomer, VacancyCustomer.vacancy_id == Application.vacancy_id)
        .join(User, User.id == VacancyCustomer.customer_id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .join(
            Opening,
            and_(
                Opening.application_id == Application.id,
                Opening.customer_id == VacancyCustomer.customer_id,
            ),
            isouter=True,
        )
        .where(
            which,
            _took_place(work),
            VacancyCustomer.tied_at <= work.now,
            or_(
                Presentation.ended_at.is_(None),
                VacancyCustomer.tied_at <= Presentation.ended_at,
            ),
            or_(
                VacancyCustomer.untied_at.is_(None),
                VacancyCustomer.untied_at >= Presentation.presented_at,
            ),
        )
        .order_by(Presentation.presented_at)
    ).all()
    versions = _versions(work, {row[2].id for row in rows})
    found: dict[tuple[int, int], Shown] = {}
    for presentation, tie, candidate, by, title, customer, company, opened_at in rows:
        first = max(presentation.presented_at, tie.tied_at)
        last = min(filter(None, (presentation.ended_at, tie.untied_at)), default=None)
        one = Shown(
            candidate_id=candidate.id,
            application_id=presentation.application_id,
            candidate=full_name(candidate),
            vacancy=title,
            customer_id=tie.customer_id,
            customer=customer,
            company=company or "",
            presented_by=by,
            first_at=first,
            last_at=last,
            versions=_meanwhile(versions[candidate.id], presentation, first, last),
            opened_at=opened_at,
        )
        key = (one.application_id, one.customer_id)
        found[key] = _joined(found[key], one) if key in found else one
    return sorted(found.values(), key=lambda one: one.first_at, reverse=True)


def _versions(work: Work, candidate_ids: set[int]) -> dict[int, list[ResumeVersion]]:
    found: dict[int, list[ResumeVersion]] = defaultdict(list)
    asked = select(ResumeVersion).where(ResumeVersion.candidate_id.in_(candidate_ids))
    for version in work.scalars(asked.order_by(ResumeVersion.saved_at)):
        found[version.candidate_id].append(version)
    return found


def _meanwhile(
    versions: Sequence[ResumeVersion],
    presentation: Presentation,
    first: datetime,
    last: datetime | None,
) -> tuple[ShownVersion, ...]:
    """Those that stood there: the vacancy's own hide the general ones."""
    vacancy_id = presentation.vacancy_id
    own = [one for one in versions if one.vacancy_id == vacancy_id]
    return tuple(
        ShownVersion(version.saved_at, _proof(version, presentation), version.digest)
        for version in versions
        if (last is None or version.saved_at <= last)
        and (version.superseded_at is None or version.superseded_at > first)
        and (version.vacancy_id == vacancy_id or _shows(version, own, first, last))
    )


def _proof(version: ResumeVersion, presentation: Presentation) -> Proof:
    """The version that a presentation began with must be the one of which that has the digest."""
    began_with = presentation.resume_version_id == version.id
    return proof_of(version, *([presentation.digest] if began_with else []))


def _shows(
    general: ResumeVersion, own: Sequence[ResumeVersion], first: datetime, last: datetime | None
) -> bool:
    """Whether a general version was to be read for a moment: not hidden all that time."""
    if general.vacancy_id is not None:
        return False
    since, until = max(first, general.saved_at), _sooner(general.superseded_at, last)
    for one in own:  # by when they were saved
        if one.saved_at > since:
            break
        if one.superseded_at is None:
            return False
        since = max(since, one.superseded_at)
    return until is None or since < until


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min(filter(None, (one, other)), default=None)


def _joined(one: Shown, later: Shown) -> Shown:
    """The same candidate shown to the same customer again: first and last time of both."""
    last = None if one.last_at is None or later.last_at is None else max(one.last_at, later.last_at)
    return replace(
        one,
        first_at=min(one.first_at, later.first_at),
        last_at=last,
        versions=tuple(sorted({*one.versions, *later.versions})),
    )
