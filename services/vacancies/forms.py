"""Adding and editing vacancies."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from db.keys import new_key
from db.models import User, Vacancy
from services import audit, companies
from services.checks import check_all, check_line, check_required, check_text
from services.errors import Conflict, Invalid
from services.folding import tidy, tidy_lines
from services.permissions import Permission, require
from services.vacancies.across import crossed_by_vacancy, refuse_unconfirmed
from services.vacancies.stages import add_default_stages
from services.viewer import STAFF_ROLES
from services.work import Work


@dataclass(frozen=True, slots=True)
class VacancyForm:
    """The vacancy form. `recruiter_id` None means whoever fills it in."""

    title: str
    company: str = ""
    city: str = ""
    description: str = ""
    private_notes: str = ""
    recruiter_id: int | None = None


@dataclass(frozen=True, slots=True)
class RecruiterChoice:
    """A member of staff who may be responsible for a vacancy."""

    id: int
    name: str


def add(work: Work, *, form: VacancyForm) -> int:
    """Add a vacancy with the default stages. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    _check(form)
    vacancy = Vacancy(id=new_key(), opened_at=work.now)
    _fill(work, vacancy, form)
    work.add(vacancy)
    add_default_stages(work, vacancy_id=vacancy.id)
    audit.record(work, "add", "vacancy", vacancy.id)
    return vacancy.id


def edit(
    work: Work,
    *,
    vacancy_id: int,
    form: VacancyForm,
    version: int,
    across_companies: Collection[int] = (),
) -> None:
    """Change a vacancy.

    Raises AcrossCompanies (with another company it would be followed by others' customers, and
    not all of their keys are confirmed), Invalid, Conflict (somebody saved since), NotFound,
    NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = work.one(Vacancy, vacancy_id)
    if vacancy.version != version:
        raise Conflict
    _check(form)
    crossed = crossed_by_vacancy(work, vacancy_id=vacancy_id, company=form.company)
    crossing = refuse_unconfirmed([one.customer_id for one in crossed], across_companies)
    _fill(work, vacancy, form)
    audit.record(work, "edit", "vacancy", vacancy.id, **crossing)


def recruiters(work: Work) -> list[RecruiterChoice]:
    """Active staff, by name."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    rows = work.rows(
        select(User.id, User.name)
        .where(User.role.in_(STAFF_ROLES), User.blocked_at.is_(None))
        .order_by(User.name),
    )
    return [RecruiterChoice(row.id, row.name) for row in rows]


def _check(form: VacancyForm) -> None:
    check_all(
        lambda: check_required("title", form.title),
        lambda: check_line("company", form.company),
        lambda: check_line("city", form.city),
        lambda: check_text("description", form.description),
        lambda: check_text("private_notes", form.private_notes),
    )


def _fill(work: Work, vacancy: Vacancy, form: VacancyForm) -> None:
    recruiter = work.one(User, form.recruiter_id or work.viewer.user_id)
    if recruiter.role not in STAFF_ROLES:
        raise Invalid(recruiter_id="unknown")
    vacancy.title, vacancy.city = tidy(form.title), tidy(form.city)
    vacancy.company_id = companies.named(work, form.company)
    vacancy.description = tidy_lines(form.description)
    vacancy.private_notes = tidy_lines(form.private_notes)
    vacancy.recruiter_id = recruiter.id
