"""What one can choose from: for the form of an interview, and in the filters of the calendar."""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import Agency, Application, Candidate, Company, Stage, User, Vacancy, VacancyCustomer
from services.disclosure import full_name
from services.interviews.forms import is_shown
from services.permissions import Permission, require
from services.vacancies.following import active_customer_of
from services.vacancies.stages import StageView, stage_view
from services.viewer import STAFF_ROLES
from services.work import Work

_MOST_CANDIDATES = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its key and its name."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class CustomerChoice:
    """A customer of the vacancy who may take part or get a copy; `zone` is his time zone.

    `contacts_hidden`: of the place of an interview he may read less than was entered.
    """

    id: int
    name: str
    company: str
    zone: str
    contacts_hidden: bool


@dataclass(frozen=True, slots=True)
class FormChoices:
    """What the form of an interview offers.

    `shown`: whether customers see the candidate; before that an interview is staff's alone.
    `closed`: in a closed vacancy nothing is scheduled; `refused`: the candidate is, in this one.
    `candidate_zone` is "" where nobody knows it; `copies_ticked` is the viewer's own choice of
    what the copies begin with.
    """

    application_id: int
    candidate_id: int
    candidate: str
    vacancy_id: int
    vacancy: str
    company: str
    shown: bool
    closed: bool
    refused: bool
    agency_zone: str
    candidate_zone: str
    copies_ticked: bool
    staff: tuple[Choice, ...]
    customers: tuple[CustomerChoice, ...]


@dataclass(frozen=True, slots=True)
class CandidateChoice:
    """A candidate of a vacancy who can be invited."""

    application_id: int
    name: str
    stage: StageView


@dataclass(frozen=True, slots=True)
class CalendarChoices:
    """What a calendar is filtered by: the viewer's vacancies, their recruiters and companies."""

    vacancies: tuple[Choice, ...]
    recruiters: tuple[Choice, ...]
    companies: tuple[Choice, ...]


def form_choices(work: Work, *, application_id: int) -> FormChoices:
    """What the form about this application offers. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    application = work.one(Application, application_id)
    vacancy, company, candidate, outcome, ticked = work.rows(
        select(Vacancy, Company.name, Candidate, Stage.outcome, User.copies_ticked)
        .join(Application, Application.vacancy_id == Vacancy.id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .join(User, User.id == work.viewer.user_id)
        .where(Application.id == application_id)
    ).one()
    return FormChoices(
        application_id=application_id,
        candidate_id=candidate.id,
        candidate=full_name(candidate),
        vacancy_id=vacancy.id,
        vacancy=vacancy.title,
        company=company or "",
        shown=is_shown(work, application),
        closed=vacancy.closed_at is not None,
        refused=outcome == "refused",
        agency_zone=work.only(Agency).time_zone,
        candidate_zone=candidate.time_zone,
        copies_ticked=ticked,
        staff=_staff(work),
        customers=_customers(work, vacancy.id),
    )


def candidates_to_invite(work: Work, *, vacancy_id: int) -> list[CandidateChoice]:
    """Whom one can invite in a vacancy, by name: all but the refused.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    work.one(Vacancy, vacancy_id)
    rows = work.rows(
        select(Application.id, Candidate, Stage)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Stage, Stage.id == Application.stage_id)
        .where(
            Application.vacancy_id == vacancy_id,
            Candidate.archived_at.is_(None),
            Stage.outcome != "refused",
        )
        .order_by(Candidate.folded_name, Application.id)
        .limit(_MOST_CANDIDATES)
    )
    return [CandidateChoice(key, full_name(who), stage_view(stage)) for key, who, stage in rows]


def calendar_choices(work: Work) -> CalendarChoices:
    """The viewer's vacancies, the newest first; for staff also whose they are.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    rows = work.rows(
        select(Vacancy, Company.name, User.name)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .join(User, User.id == Vacancy.recruiter_id, isouter=True)
        .where(Vacancy.archived_at.is_(None))
        .order_by(Vacancy.id.desc())
    ).all()
    vacancies = tuple(
        Choice(one.id, f"{one.title} · {company}" if company else one.title)
        for one, company, _ in rows
    )
    if not work.viewer.is_staff:
        return CalendarChoices(vacancies, (), ())
    recruiters = {one.recruiter_id: name for one, _, name in rows if name}
    companies = {one.company_id: name for one, name, _ in rows if name}
    return CalendarChoices(vacancies, _by_name(recruiters), _by_name(companies))


def _by_name(names: dict[int, str]) -> tuple[Choice, ...]:
    ordered = sorted(names.items(), key=lambda one: one[1].casefold())
    return tuple(Choice(key, name) for key, name in ordered)


def _staff(work: Work) -> tuple[Choice, ...]:
    """Active staff, by name."""
    rows = work.rows(
        select(User.id, User.name)
        .where(User.role.in_(STAFF_ROLES), User.blocked_at.is_(None))
        .order_by(User.name, User.id)
    )
    return tuple(Choice(row.id, row.name) for row in rows)


def _customers(work: Work, vacancy_id: int) -> tuple[CustomerChoice, ...]:
    """The vacancy's active customers, by name."""
    rows = work.rows(
        select(User, Company.name)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .where(active_customer_of(vacancy_id))
        .order_by(User.name, User.id)
    )
    return tuple(
        CustomerChoice(
            user.id, user.name, company or "", user.time_zone, contacts_hidden=user.contacts_hidden
        )
        for user, company in rows
    )
