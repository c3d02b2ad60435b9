"""The readers of a note: companies, and customers who stand alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from db.keys import new_key
from db.models import Application, Candidate, Company, NoteReader, User, VacancyCustomer
from services.errors import NotFound
from services.permissions import Permission, allows, require
from services.work import Work

Side = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Reader:
    """A company (with its people who would read now), or a customer who stands alone.

    `contacts_hidden`: candidates' contacts are hidden from him, or from one of those people.
    """

    company_id: int | None
    customer_id: int | None
    name: str
    people: tuple[str, ...]
    contacts_hidden: bool = False

    @property
    def side(self) -> Side:
        """The company, or the customer who stands alone."""
        return (self.company_id, self.customer_id)

    @staticmethod
    def named_in(readers: Sequence["Reader"]) -> ColumnElement[bool]:
        """Whether a note's reader row names one of these."""
        companies = [reader.company_id for reader in readers if reader.company_id is not None]
        customers = [reader.customer_id for reader in readers if reader.customer_id is not None]
        return or_(
            NoteReader.company_id.in_(companies),
            NoteReader.customer_id.in_(customers),
        )


def possible_readers(
    work: Work,
    *,
    candidate_id: int,
    application_id: int | None,
    reply_to_id: int | None = None,
) -> tuple[Reader, ...]:
    """Whom a note would be opened to; the form names them before saving.

    For a customer: his own company's people on that vacancy, or himself. An answer is read by
    nobody who does not read what it answers. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.NOTES_WRITE)
    work.one(Candidate, candidate_id)
    if not allows(work.viewer, Permission.NOTES_OPEN):
        return own_side(work)
    if application_id is None:
        found = readers_of_candidate(work, candidate_id=candidate_id)
    else:
        application = application_on(work, candidate_id, application_id)
        found = readers_of_vacancy(work, vacancy_id=application.vacancy_id)
    if reply_to_id is None:
        return found
    answered = sides_of(work, reply_to_id)
    return tuple(reader for reader in found if reader.side in answered)


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


def open_to(
    work: Work, note_id: int, readers: Sequence[Reader], *, opens_at: datetime | None = None
) -> None:
    """Store the readers with the note, from `opens_at` on; nothing later widens them."""
    for reader in readers:
        work.add(
            NoteReader(
                id=new_key(),
                note_id=note_id,
                company_id=reader.company_id,
                customer_id=reader.customer_id,
                opens_at=opens_at,
            ),
        )


def sides_of(work: Work, note_id: int) -> set[Side]:
    """Whom a note is opened to, as far as the viewer may know."""
    rows = work.rows(
        select(NoteReader.company_id, NoteReader.customer_id).where(NoteReader.note_id == note_id)
    )
    return {(row.company_id, row.customer_id) for row in rows}


def own_side(work: Work) -> tuple[Reader, ...]:
    """A customer's own side: his company, or himself where he stands alone."""
    viewer = work.viewer
    if viewer.company_id is None:
        return (Reader(None, viewer.user_id, viewer.name, (viewer.name,)),)
    return (Reader(viewer.company_id, None, "", ()),)


def application_on(work: Work, candidate_id: int, application_id: int) -> Application:
    """The application, which must be this candidate's. Raises NotFound."""
    application = work.one(Application, application_id)
    if application.candidate_id != candidate_id:
        raise NotFound(model="Application")
    return application


def _readers(work: Work, of_vacancies: ColumnElement[bool]) -> tuple[Reader, ...]:
    rows = work.rows(
        select(
            *(User.id, User.name, User.company_id, User.contacts_hidden),
            Company.name.label("company"),
        )
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .where(of_vacancies, VacancyCustomer.untied_at.is_(None), User.blocked_at.is_(None))
        .order_by(User.name)
        .distinct(),
    ).all()
    people: dict[tuple[int | None, int | None, str], list[str]] = {}
    hidden: set[tuple[int | None, int | None, str]] = set()
    for row in rows:
        alone = row.company_id is None
        key = (None, row.id, row.name) if alone else (row.company_id, None, row.company)
        people.setdefault(key, []).append(row.name)
        if row.contacts_hidden:
            hidden.add(key)
    return tuple(Reader(*key, tuple(names), key in hidden) for key, names in people.items())
