"""A company by its name, as the forms of customers and vacancies know it."""

from dataclasses import dataclass

from sqlalchemy import func, select

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
    """Every company and department there is, by name. Raises NotAllowed."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    rows = work.rows(
        select(Company.id, Company.name)
        .where(Company.merged_into_id.is_(None))
        .order_by(Company.folded_name)
    )
    return [CompanyChoice(row.id, row.name) for row in rows]


def named(work: Work, name: str) -> int | None:
    """The key of the company with this name, made if it is new; None for an empty name.

    The name of one that was merged into another is that other's.
    """
    name = tidy(name)
    if not name:
        return None
    found = known_as(work, name)
    if found is not None:
        return found
    company = work.add(
        Company(id=new_key(), name=name, folded_name=fold(name), created_at=work.now),
    )
    work.flush()
    return company.id


def known_as(work: Work, name: str) -> int | None:
    """The key of the company with this name in any spelling, where there is one already."""
    found: int | None = work.scalars(
        select(func.coalesce(Company.merged_into_id, Company.id)).where(
            Company.folded_name == fold(name)
        ),
    ).one_or_none()
    return found
