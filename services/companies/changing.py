"""Renaming a company, and merging one into another."""

from sqlalchemy import select

from db.models import Company, Correction, NoteReader, User, Vacancy
from services import audit
from services.checks import check_required
from services.companies.directory import standing
from services.errors import Duplicate, Invalid
from services.folding import fold
from services.viewer import Role
from services.work import Work


def rename(work: Work, *, company_id: int, name: str) -> None:
    """Give a company another name; its customers read it at their next click.

    Raises Invalid, Duplicate (another company has this name: merge the two), NotFound, NotAllowed.
    """
    company = standing(work, company_id)
    wanted = check_required("name", name)
    taken = work.scalars(select(Company).where(Company.folded_name == fold(wanted))).one_or_none()
    before = (company.name, company.folded_name)
    if taken is not None and taken.id != company_id:
        if taken.merged_into_id != company_id:
            _refuse(work, taken)
        # It was merged into this one: the two names change places.
        taken.folded_name = f"\u2060{taken.id}"
        work.flush()
    company.name, company.folded_name = wanted, fold(wanted)
    if taken is not None and taken.id != company_id:
        work.flush()
        taken.name, taken.folded_name = before
    audit.record(work, "rename", "company", company_id, name=[before[0], wanted])
    _wake(work, company_id)


def merge(work: Work, *, company_id: int, into_id: int) -> None:
    """Make one company of two: customers, vacancies, opened notes of the first become the other's.

    From then on customers of both are colleagues. The first one's name leads to the other; there
    is no way back. Raises Invalid (with itself), NotFound, NotAllowed.
    """
    company, into = standing(work, company_id), standing(work, into_id)
    if company_id == into_id:
        raise Invalid(into="itself")
    customers = work.scalars(select(User).where(User.company_id == company_id)).all()
    for customer in customers:
        customer.company_id = into_id
        customer.version += 1  # a form opened before would bring the former company back
    vacancies = work.scalars(select(Vacancy).where(Vacancy.company_id == company_id)).all()
    for vacancy in vacancies:
        vacancy.company_id = into_id
    notes = _move_readers(work, company_id, into_id)
    for correction in work.scalars(select(Correction).where(Correction.company_id == company_id)):
        correction.company_id = into_id
    merged_before = select(Company).where(Company.merged_into_id == company_id)
    for alias in work.scalars(merged_before):
        alias.merged_into_id = into_id
    company.merged_into_id = into_id
    audit.record(
        work,
        "merge",
        "company",
        company_id,
        into=into_id,
        names=[company.name, into.name],
        customers=[customer.id for customer in customers],
        vacancies=[vacancy.id for vacancy in vacancies],
        notes=notes,
    )
    work.flush()
    _wake(work, into_id)


def _move_readers(work: Work, company_id: int, into_id: int) -> int:
    """Let every note that is opened to the one be opened to the other, once."""
    named_already = set(
        work.scalars(select(NoteReader.note_id).where(NoteReader.company_id == into_id))
    )
    moved = work.scalars(select(NoteReader).where(NoteReader.company_id == company_id)).all()
    for reader in moved:
        if reader.note_id in named_already:
            work.remove(reader)
        else:
            reader.company_id = into_id
            named_already.add(reader.note_id)
    return len(moved)


def _refuse(work: Work, taken: Company) -> None:
    key = taken.merged_into_id or taken.id
    raise Duplicate(what="company", company_id=key, name=standing(work, key).name)


def _wake(work: Work, company_id: int) -> None:
    of_company = select(User.id).where(User.company_id == company_id, User.role == Role.CUSTOMER)
    for customer_id in work.scalars(of_company):
        work.wake(customer_id)
