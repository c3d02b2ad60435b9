"""Companies and departments: what customers belong to and notes are opened to."""

from dataclasses import dataclass

from sqlalchemy import select

from db.keys import new_key
from db.models import Company
from services.folding import fold, tidy
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class CompanyChoice:
    """A company or department as a choice in a form."""

    id: int
    name: str


def choices(work: Work) -> list[CompanyChoice]:
    """Every company and department, by name."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    rows = work.rows(select(Company.id, Company.name).order_by(Company.folded_name))
    return [CompanyChoice(row.id, row.name) for row in rows]


def named(work: Work, name: str) -> int | None:
    """The key of the company with this name, made if it is new; None for an empty name."""
    name = tidy(name)
    if not name:
        return None
    folded = fold(name)
    found = work.scalars(select(Company.id).where(Company.folded_name == folded)).one_or_none()
    if found is not None:
        return int(found)
    company = work.add(
        Company(id=new_key(), name=name, folded_name=folded, created_at=work.now),
    )
    work.flush()
    return company.id
