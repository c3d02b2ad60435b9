"""Whether a tie crosses companies, and what the customer sees by it (decision 2).

A tie crosses when it is made, and when the customer's company or the vacancy's changes under it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select

from db.models import (
    Application,
    Candidate,
    Company,
    Note,
    NoteReader,
    Stage,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.companies.naming import known_as
from services.errors import AcrossCompanies, NotFound
from services.folding import tidy
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class TiePreview:
    """What a tie shows to whom; an empty company means that there is none."""

    crosses: bool
    customer: str
    company: str
    vacancy: str
    vacancy_company: str
    candidates: int
    notes: int
    customer_id: int
    vacancy_id: int


@dataclass(frozen=True, slots=True)
class _Side:
    """A customer or a vacancy, and its company; one that nobody has named before has no key."""

    id: int
    name: str
    company_id: int | None
    company: str


def tie_preview(work: Work, *, vacancy_id: int, customer_id: int) -> TiePreview:
    """What this customer would see of the vacancy. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy, customer = work.one(Vacancy, vacancy_id), _customer(work, customer_id)
    return _previews(work, _sides(work, [customer]), _sides(work, [vacancy]))[0]


def preview_of_new(work: Work, *, vacancy_id: int, name: str, company: str) -> TiePreview:
    """What somebody new of this company would see of the vacancy. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    (vacancy,) = _sides(work, [work.one(Vacancy, vacancy_id)])
    if tidy(company):
        new = _Side(0, tidy(name), *_named(work, company))
    else:
        new = _Side(0, tidy(name), vacancy.company_id, vacancy.company)
    return _previews(work, [new], [vacancy])[0]


def crossed_by_customer(work: Work, *, customer_id: int, company: str) -> list[TiePreview]:
    """His ties that would cross if he were of this company, by vacancy; none if he is already.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customer = _customer(work, customer_id)
    company_id, name = _named(work, company)
    if (company_id, bool(name)) == (customer.company_id, customer.company_id is not None):
        return []
    vacancies = work.scalars(
        select(Vacancy)
        .join(VacancyCustomer, VacancyCustomer.vacancy_id == Vacancy.id)
        .where(
            VacancyCustomer.customer_id == customer_id,
            VacancyCustomer.untied_at.is_(None),
            Vacancy.archived_at.is_(None),
        )
        .order_by(func.lower(Vacancy.title), Vacancy.id)
    ).all()
    then = _Side(customer.id, customer.name, company_id, name)
    return [one for one in _previews(work, [then], _sides(work, vacancies)) if one.crosses]


def crossed_by_vacancy(work: Work, *, vacancy_id: int, company: str) -> list[TiePreview]:
    """Its ties that would cross if it were this company's, by customer; none if it is already.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = work.one(Vacancy, vacancy_id)
    company_id, name = _named(work, company)
    if (company_id, bool(name)) == (vacancy.company_id, vacancy.company_id is not None):
        return []
    customers = work.scalars(
        select(User)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .where(VacancyCustomer.vacancy_id == vacancy_id, VacancyCustomer.untied_at.is_(None))
        .order_by(func.lower(User.name), User.id)
    ).all()
    then = _Side(vacancy.id, vacancy.title, company_id, name)
    return [one for one in _previews(work, _sides(work, customers), [then]) if one.crosses]


def refuse_unconfirmed(crossed: Collection[int], confirmed: Collection[int]) -> dict[str, object]:
    """What the audit trail keeps of ties that cross, once each was confirmed by its key.

    Raises AcrossCompanies.
    """
    if not {*crossed} <= {*confirmed}:
        raise AcrossCompanies
    return {"across_companies": sorted(crossed)} if crossed else {}


def crosses_companies(of_vacancy: int | None, of_customer: int | None) -> bool:
    """Whether a customer of this company (None: he stands alone) is no one of the vacancy's own.

    A vacancy that is nobody's yet has no company to be crossed.
    """
    return of_vacancy is not None and of_vacancy != of_customer


def _customer(work: Work, customer_id: int) -> User:
    customer = work.one(User, customer_id)
    if customer.role != Role.CUSTOMER:
        raise NotFound(model="User")
    return customer


def _named(work: Work, company: str) -> tuple[int | None, str]:
    """The key of the company, if there is one already, and its name."""
    name = tidy(company)
    known = known_as(work, name) if name else None
    return known, name if known is None else work.one(Company, known).name


def _sides(work: Work, rows: Sequence[User] | Sequence[Vacancy]) -> list[_Side]:
    """Customers or vacancies with their companies as they are."""
    known = work.rows(
        select(Company.id, Company.name).where(Company.id.in_({row.company_id for row in rows}))
    )
    names: dict[int | None, str] = {row.id: row.name for row in known}
    return [
        _Side(
            row.id,
            row.name if isinstance(row, User) else row.title,
            row.company_id,
            names.get(row.company_id, ""),
        )
        for row in rows
    ]


def _previews(
    work: Work, customers: Sequence[_Side], vacancies: Sequence[_Side]
) -> list[TiePreview]:
    """Each of these customers with each of these vacancies."""
    shown = _shown(work, [vacancy.id for vacancy in vacancies])
    opened = _opened(work, [one for them in shown.values() for one in them], customers)
    return [
        TiePreview(
            crosses=_crosses(customer, vacancy),
            customer=customer.name,
            company=customer.company,
            vacancy=vacancy.name,
            vacancy_company=vacancy.company,
            candidates=len(shown[vacancy.id]),
            notes=_notes(opened, customer, shown[vacancy.id]),
            customer_id=customer.id,
            vacancy_id=vacancy.id,
        )
        for customer in customers
        for vacancy in vacancies
    ]


def _crosses(customer: _Side, vacancy: _Side) -> bool:
    """Whether the tie crosses; a company that nobody has named before is another's."""
    named_first = bool(vacancy.company) and vacancy.company_id is None
    return named_first or crosses_companies(vacancy.company_id, customer.company_id)


def _shown(work: Work, vacancy_ids: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """By vacancy, what its customers see: application and candidate."""
    found: dict[int, list[tuple[int, int]]] = {vacancy_id: [] for vacancy_id in vacancy_ids}
    rows = work.rows(
        select(Application.vacancy_id, Application.id, Application.candidate_id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .where(
            Application.vacancy_id.in_(vacancy_ids),
            Application.presented_at <= work.now,
            Stage.seen_by_customers,
            Candidate.archived_at.is_(None),
        )
    )
    for vacancy_id, application_id, candidate_id in rows:
        found[vacancy_id].append((application_id, candidate_id))
    return found


@dataclass(frozen=True, slots=True)
class _Opened:
    """A note, what it is on (a candidate in general where it names no application), a reader."""

    note_id: int
    application_id: int | None
    candidate_id: int
    company_id: int | None
    customer_id: int | None


def _opened(
    work: Work, shown: Sequence[tuple[int, int]], customers: Sequence[_Side]
) -> list[_Opened]:
    """The notes on these that are opened to one of the customers or to a company of theirs."""
    rows = work.rows(
        select(
            Note.id,
            Note.application_id,
            Note.candidate_id,
            NoteReader.company_id,
            NoteReader.customer_id,
        )
        .join(NoteReader, NoteReader.note_id == Note.id)
        .where(
            Note.withdrawn_at.is_(None),
            or_(
                NoteReader.customer_id.in_({one.id for one in customers}),
                NoteReader.company_id.in_({one.company_id for one in customers}),
            ),
            or_(
                Note.application_id.in_([application_id for application_id, _ in shown]),
                and_(
                    Note.application_id.is_(None),
                    Note.candidate_id.in_({candidate_id for _, candidate_id in shown}),
                ),
            ),
        )
    )
    return [_Opened(*row) for row in rows]


def _notes(opened: Sequence[_Opened], customer: _Side, shown: Sequence[tuple[int, int]]) -> int:
    """How many of them this customer reads where he sees this."""
    applications = {application_id for application_id, _ in shown}
    candidates = {candidate_id for _, candidate_id in shown}
    return len(
        {
            one.note_id
            for one in opened
            if (one.customer_id == customer.id)
            or (one.company_id is not None and one.company_id == customer.company_id)
            if one.application_id in applications
            or (one.application_id is None and one.candidate_id in candidates)
        }
    )
