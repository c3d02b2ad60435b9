"""The readers of a note: companies, and customers who stand alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select

from db.keys import new_key
from db.models import Application, Company, NoteReader, User, VacancyCustomer
from services.work import Work


@dataclass(frozen=True, slots=True)
class Reader:
    """A company (with its people who would read now), or a customer who stands alone."""

    company_id: int | None
    customer_id: int | None
    name: str
    people: tuple[str, ...]

    @staticmethod
    def named_in(readers: Sequence["Reader"]) -> ColumnElement[bool]:
        """Whether a note's reader row names one of these."""
        companies = [reader.company_id for reader in readers if reader.company_id is not None]
        customers = [reader.customer_id for reader in readers if reader.customer_id is not None]
        return or_(
            NoteReader.company_id.in_(companies),
            NoteReader.customer_id.in_(customers),
        )


def readers_of_vacancy(work: Work, *, vacancy_id: int) -> tuple[Reader, ...]:
    """Whom a note opened in this vacancy would be opened to."""
    return _readers(work, VacancyCustomer.vacancy_id == vacancy_id)


def readers_of_candidate(work: Work, *, candidate_id: int) -> tuple[Reader, ...]:
    """Whom a general note would be opened to: everyone the candidate is presented to now."""
    presented = select(Application.vacancy_id).where(
        Application.candidate_id == candidate_id,
        Application.presented_at.is_not(None),
    )
    return _readers(work, VacancyCustomer.vacancy_id.in_(presented))


def open_to(work: Work, note_id: int, readers: Sequence[Reader]) -> None:
    """Store the readers with the note; nothing later widens them."""
    for reader in readers:
        work.add(
            NoteReader(
                id=new_key(),
                note_id=note_id,
                company_id=reader.company_id,
                customer_id=reader.customer_id,
            ),
        )


def _readers(work: Work, of_vacancies: ColumnElement[bool]) -> tuple[Reader, ...]:
    rows = work.rows(
        select(User.id, User.name, User.company_id, Company.name.label("company"))
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .where(of_vacancies, VacancyCustomer.untied_at.is_(None), User.blocked_at.is_(None))
        .order_by(User.name)
        .distinct(),
    ).all()
    people: dict[tuple[int | None, int | None, str], list[str]] = {}
    for row in rows:
        alone = row.company_id is None
        key = (None, row.id, row.name) if alone else (row.company_id, None, row.company)
        people.setdefault(key, []).append(row.name)
    return tuple(
        Reader(company_id, customer_id, name, tuple(names))
        for (company_id, customer_id, name), names in people.items()
    )
