"""Whether a tie would cross companies, and what the customer would see by it (decision 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select

from db.models import (
    Application,
    Candidate,
    Company,
    Note,
    NoteReader,
    Stage,
    User,
    Vacancy,
)
from services.companies.naming import known_as
from services.errors import NotFound
from services.folding import tidy
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class TiePreview:
    """What a tie would show to whom; an empty company means that there is none."""

    crosses: bool
    customer: str
    company: str
    vacancy: str
    vacancy_company: str
    candidates: int = 0
    notes: int = 0


def tie_preview(work: Work, *, vacancy_id: int, customer_id: int) -> TiePreview:
    """What this customer would see of the vacancy. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = work.one(Vacancy, vacancy_id)
    customer = work.one(User, customer_id)
    if customer.role != Role.CUSTOMER:
        raise NotFound(model="User")
    himself = NoteReader.customer_id == customer.id
    named = (
        himself
        if customer.company_id is None
        else or_(himself, NoteReader.company_id == customer.company_id)
    )
    return _preview(work, vacancy, customer.name, customer.company_id, named)


def preview_of_new(work: Work, *, vacancy_id: int, name: str, company: str) -> TiePreview:
    """What somebody new of this company would see of the vacancy. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = work.one(Vacancy, vacancy_id)
    company_id = known_as(work, company) if tidy(company) else vacancy.company_id
    found = _preview(work, vacancy, tidy(name), company_id, NoteReader.company_id == company_id)
    if company_id is not None or not tidy(company):
        return found
    # A company that nobody has named before: it reads nothing yet, and is not the vacancy's.
    crosses = vacancy.company_id is not None
    return TiePreview(
        crosses, found.customer, tidy(company), found.vacancy, found.vacancy_company,
        found.candidates,
    )  # fmt: skip


def crosses_companies(vacancy: Vacancy, company_id: int | None) -> bool:
    """Whether somebody of this company (None: he stands alone) is no one of the vacancy's own.

    A vacancy that is nobody's yet has no company to be crossed.
    """
    return vacancy.company_id is not None and vacancy.company_id != company_id


def _preview(
    work: Work,
    vacancy: Vacancy,
    customer: str,
    company_id: int | None,
    named: ColumnElement[bool],
) -> TiePreview:
    known = work.rows(
        select(Company.id, Company.name).where(Company.id.in_((company_id, vacancy.company_id)))
    )
    companies: dict[int | None, str] = {row.id: row.name for row in known}
    shown = work.rows(
        select(Application.id, Application.candidate_id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .where(
            Application.vacancy_id == vacancy.id,
            Application.presented_at <= work.now,
            Stage.seen_by_customers,
            Candidate.archived_at.is_(None),
        ),
    ).all()
    return TiePreview(
        crosses=crosses_companies(vacancy, company_id),
        customer=customer,
        company=companies.get(company_id, ""),
        vacancy=vacancy.title,
        vacancy_company=companies.get(vacancy.company_id, ""),
        candidates=len(shown),
        notes=_notes(work, [row[0] for row in shown], [row[1] for row in shown], named),
    )


def _notes(
    work: Work,
    application_ids: Sequence[int],
    candidate_ids: Sequence[int],
    named: ColumnElement[bool],
) -> int:
    """How many notes on these are opened to the company or to himself."""
    on_them = or_(
        Note.application_id.in_(application_ids),
        and_(Note.application_id.is_(None), Note.candidate_id.in_(candidate_ids)),
    )
    counted = (
        select(func.count(Note.id.distinct()))
        .join(NoteReader, NoteReader.note_id == Note.id)
        .where(named, on_them, Note.withdrawn_at.is_(None))
    )
    return int(work.scalar(counted))
