"""Adding and editing vacancies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from db.keys import new_key
from db.models import Company, User, Vacancy, VacancyFollower
from services import audit, companies
from services.amounts import CURRENCIES, amount, check_currency, check_day, check_range
from services.checks import check_all, check_choice, check_line, check_required, check_text
from services.conflicts import differing, refuse_stale
from services.errors import Invalid
from services.folding import tidy, tidy_lines
from services.permissions import Permission, require
from services.vacancies.across import crossed_by_vacancy, refuse_unconfirmed
from services.vacancies.template import add_stages
from services.vacancies.views import PersonView, VacancyView
from services.viewer import STAFF_ROLES
from services.work import Work

EMPLOYMENTS = ("", "full", "part", "project", "temporary", "internship", "other")
PRIORITIES = ("high", "", "low")
_MOST_HIRES, _MOST_FOLLOWERS = 999, 30


@dataclass(frozen=True, slots=True)
class VacancyForm:
    """The vacancy form. `recruiter_id` None means whoever fills it in.

    Amounts are as typed. `followers` are staff who are told beside the responsible recruiter.
    """

    title: str
    company: str = ""
    city: str = ""
    description: str = ""
    private_notes: str = ""
    recruiter_id: int | None = None
    employment: str = ""
    employment_words: str = ""
    salary_from: str = ""
    salary_to: str = ""
    salary_currency: str = ""
    hires_wanted: int = 1
    deadline_on: date | None = None
    priority: str = ""
    requirements: str = ""
    project: str = ""
    shows_salary: bool = False
    shows_age: bool = False
    gives_originals: bool = False
    followers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RecruiterChoice:
    """A member of staff who may be responsible for a vacancy."""

    id: int
    name: str


def add(work: Work, *, form: VacancyForm) -> int:
    """Add a vacancy with the stages of the agency's template. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    _check(form)
    vacancy = Vacancy(id=new_key(), opened_at=work.now)
    _fill(work, vacancy, form)
    work.add(vacancy)
    add_stages(work, vacancy_id=vacancy.id)
    work.flush()
    _set_followers(work, vacancy.id, form.followers)
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
    refuse_stale(work, "vacancy", vacancy.id, read=version, stands=vacancy.version)
    _check(form)
    crossed = crossed_by_vacancy(work, vacancy_id=vacancy_id, company=form.company)
    crossing = refuse_unconfirmed([one.customer_id for one in crossed], across_companies)
    before = _as_told(work, vacancy)
    _fill(work, vacancy, form)
    # Who changes only the followers has saved the vacancy, too: the version counts on.
    flag_modified(vacancy, "title")
    _set_followers(work, vacancy.id, form.followers)
    work.flush()
    changes = differing(before, _as_told(work, vacancy))
    stands = vacancy.version
    audit.record(work, "edit", "vacancy", vacancy.id, changes=changes, version=stands, **crossing)


def recruiters(work: Work) -> list[RecruiterChoice]:
    """Active staff, by name."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    rows = work.rows(
        select(User.id, User.name)
        .where(User.role.in_(STAFF_ROLES), User.blocked_at.is_(None))
        .order_by(User.name),
    )
    return [RecruiterChoice(row.id, row.name) for row in rows]


def as_form(one: VacancyView, following: Sequence[PersonView]) -> VacancyForm:
    """The vacancy as the form would send it back untouched."""
    terms, salary = one.terms, one.terms.salary
    return VacancyForm(
        title=one.title,
        company=one.company,
        city=one.city,
        description=one.description,
        private_notes=one.private_notes,
        recruiter_id=one.recruiter.id,
        employment=terms.employment,
        employment_words=terms.employment_words,
        salary_from="" if salary.lowest is None else str(salary.lowest),
        salary_to="" if salary.highest is None else str(salary.highest),
        salary_currency=salary.currency or CURRENCIES[0],
        hires_wanted=terms.hires_wanted,
        deadline_on=terms.deadline_on,
        priority=terms.priority,
        requirements=terms.requirements,
        project=terms.project,
        shows_salary=terms.shows_salary,
        shows_age=terms.shows_age,
        gives_originals=terms.gives_originals,
        followers=tuple(person.id for person in following),
    )


def _as_told(work: Work, vacancy: Vacancy) -> dict[str, object]:
    """The vacancy's fields as the trail tells of them: people by their names."""
    company = "" if vacancy.company_id is None else work.one(Company, vacancy.company_id).name
    names = select(User.name).join(VacancyFollower, VacancyFollower.user_id == User.id)
    followers = work.scalars(
        names.where(VacancyFollower.vacancy_id == vacancy.id).order_by(User.name)
    )
    plain = (
        "title", "city", "description", "private_notes", "employment", "employment_words",
        "salary_from", "salary_to", "salary_currency", "hires_wanted", "deadline_on", "priority",
        "requirements", "project", "shows_salary", "shows_age", "gives_originals",
    )  # fmt: skip
    return {name: getattr(vacancy, name) for name in plain} | {
        "company": company,
        "recruiter_id": work.one(User, vacancy.recruiter_id).name,
        "followers": ", ".join(followers),
    }


def _check(form: VacancyForm) -> None:
    check_all(
        lambda: check_required("title", form.title),
        lambda: check_line("company", form.company),
        lambda: check_line("city", form.city),
        lambda: check_text("description", form.description),
        lambda: check_text("private_notes", form.private_notes),
        lambda: check_text("requirements", form.requirements),
        lambda: check_text("project", form.project),
        lambda: check_choice("employment", form.employment, EMPLOYMENTS),
        lambda: check_line("employment_words", form.employment_words),
        lambda: check_range("salary", form.salary_from, form.salary_to),
        lambda: check_currency(
            "salary_currency", form.salary_currency, form.salary_from, form.salary_to
        ),
        lambda: check_choice("priority", form.priority, PRIORITIES),
        lambda: _check_hires(form.hires_wanted),
        lambda: check_day("deadline_on", form.deadline_on),
    )


def _check_hires(wanted: int) -> None:
    if not 1 <= wanted <= _MOST_HIRES:
        raise Invalid(hires_wanted="not_an_amount")


def _fill(work: Work, vacancy: Vacancy, form: VacancyForm) -> None:
    recruiter = work.one(User, form.recruiter_id or work.viewer.user_id)
    if recruiter.role not in STAFF_ROLES:
        raise Invalid(recruiter_id="unknown")
    vacancy.title, vacancy.city = tidy(form.title), tidy(form.city)
    vacancy.company_id = companies.named(work, form.company)
    vacancy.description = tidy_lines(form.description)
    vacancy.private_notes = tidy_lines(form.private_notes)
    vacancy.recruiter_id = recruiter.id
    vacancy.requirements = tidy_lines(form.requirements)
    vacancy.project = tidy_lines(form.project)
    vacancy.employment, vacancy.priority = form.employment, form.priority
    vacancy.employment_words = tidy(form.employment_words)
    vacancy.salary_from = amount("salary", form.salary_from)
    vacancy.salary_to = amount("salary", form.salary_to)
    vacancy.salary_currency = check_currency(
        "salary_currency", form.salary_currency, form.salary_from, form.salary_to
    )
    vacancy.hires_wanted, vacancy.deadline_on = form.hires_wanted, form.deadline_on
    vacancy.shows_salary, vacancy.shows_age = form.shows_salary, form.shows_age
    vacancy.gives_originals = form.gives_originals


def _set_followers(work: Work, vacancy_id: int, wanted: Sequence[int]) -> None:
    """Make these the staff who follow the vacancy. Raises Invalid for anybody else."""
    stored = work.scalars(
        select(VacancyFollower).where(VacancyFollower.vacancy_id == vacancy_id)
    ).all()
    known = {row.user_id for row in stored}
    new = set(wanted) - known
    if len(set(wanted)) > _MOST_FOLLOWERS:
        raise Invalid(followers="too_many")
    if new:
        staff = select(User.id).where(
            User.id.in_(new), User.role.in_(STAFF_ROLES), User.blocked_at.is_(None)
        )
        if set(work.scalars(staff)) != new:
            raise Invalid(followers="unknown")
    for row in stored:
        if row.user_id not in wanted:
            work.remove(row)
    for user_id in sorted(new):
        work.add(
            VacancyFollower(id=new_key(), vacancy_id=vacancy_id, user_id=user_id, since_at=work.now)
        )
