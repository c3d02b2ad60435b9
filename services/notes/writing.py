"""Writing notes, opening and hiding them."""

from collections.abc import Sequence

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Candidate, Note, NoteReader, User
from services import audit, notifications
from services.checks import check_text
from services.errors import Invalid, NotFound
from services.folding import tidy_lines
from services.notes.readers import Reader, open_to, readers_of_candidate, readers_of_vacancy
from services.permissions import Permission, allows, require
from services.vacancies.closed import refuse_closed
from services.viewer import Role
from services.work import Work

_LONGEST, _LONGEST_OF_CUSTOMERS = 20_000, 5_000


def possible_readers(
    work: Work,
    *,
    candidate_id: int,
    application_id: int | None,
) -> tuple[Reader, ...]:
    """Whom a note would be opened to; the form names them before saving.

    For a customer: his own company's people on that vacancy, or himself.
    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.NOTES_WRITE)
    work.one(Candidate, candidate_id)
    if not allows(work.viewer, Permission.NOTES_OPEN):
        return _own_side(work)
    if application_id is None:
        return readers_of_candidate(work, candidate_id=candidate_id)
    application = _application(work, candidate_id, application_id)
    return readers_of_vacancy(work, vacancy_id=application.vacancy_id)


def write(
    work: Work,
    *,
    candidate_id: int,
    application_id: int | None,
    body: str,
    open_for: Sequence[Reader] = (),
) -> int:
    """Write a note. Staff's is hidden from customers unless `open_for` names its readers.

    A customer's note belongs to the application and is read by staff and his own company.
    Raises Invalid, VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.NOTES_WRITE)
    longest = _LONGEST if work.viewer.is_staff else _LONGEST_OF_CUSTOMERS
    text = tidy_lines(check_text("body", body, longest))
    if not text:
        raise Invalid(body="required")
    candidate = work.one(Candidate, candidate_id)
    application = (
        None if application_id is None else _application(work, candidate_id, application_id)
    )
    if application is not None:
        refuse_closed(work, vacancy_id=application.vacancy_id)
    note = work.add(
        Note(
            id=new_key(),
            candidate_id=candidate.id,
            application_id=application_id,
            author_id=work.viewer.user_id,
            body=text,
            written_at=work.now,
        ),
    )
    work.flush()
    if allows(work.viewer, Permission.NOTES_OPEN):
        _open(work, note, application, open_for)
    else:
        _write_as_customer(work, note, application)
    audit.record(work, "write", "note", note.id)
    return note.id


def open_note(work: Work, *, note_id: int, open_for: Sequence[Reader]) -> None:
    """Open a hidden note of staff's to the readers named. Raises Invalid, NotFound, NotAllowed."""
    require(work.viewer, Permission.NOTES_OPEN)
    note = _staffs_note(work, note_id)
    if not open_for:
        raise Invalid(readers="required")
    hide_note(work, note_id=note_id)
    application = (
        None if note.application_id is None else work.one(Application, note.application_id)
    )
    _open(work, note, application, open_for)
    audit.record(work, "open", "note", note.id)


def hide_note(work: Work, *, note_id: int) -> None:
    """Hide a note of staff's from customers again, at once. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.NOTES_OPEN)
    note = _staffs_note(work, note_id)
    for reader in work.scalars(select(NoteReader).where(NoteReader.note_id == note.id)):
        work.remove(reader)
    work.flush()
    notifications.withdraw(work, event=f"note:{note.id}:")
    audit.record(work, "hide", "note", note.id)


def _staffs_note(work: Work, note_id: int) -> Note:
    """A customer's note is between his side and staff: nobody opens it to others or hides it."""
    note = work.one(Note, note_id)
    if work.one(User, note.author_id).role == Role.CUSTOMER:
        raise NotFound(model="Note")
    return note


def _open(
    work: Work,
    note: Note,
    application: Application | None,
    open_for: Sequence[Reader],
) -> None:
    if not open_for:
        return
    allowed = {
        (reader.company_id, reader.customer_id)
        for reader in possible_readers(
            work,
            candidate_id=note.candidate_id,
            application_id=note.application_id,
        )
    }
    if any((reader.company_id, reader.customer_id) not in allowed for reader in open_for):
        raise Invalid(readers="changed")
    open_to(work, note.id, open_for)
    if application is None or application.presented_at is None:
        return
    wrote = _sides_that_wrote(work, application.id)
    answered = [one for one in open_for if (one.company_id, one.customer_id) in wrote]
    others = [one for one in open_for if one not in answered]
    for kind, readers in (("answered", answered), ("note", others)):
        if readers:
            notifications.tell_customers(
                work,
                kind=kind,
                event=f"note:{note.id}:{new_key()}",
                application=application,
                due_at=max(work.now, application.presented_at),
                readers=readers,
            )


def _sides_that_wrote(work: Work, application_id: int) -> set[tuple[int | None, int | None]]:
    """The companies, and the customers who stand alone, with a note of their own here."""
    authors = work.rows(
        select(User.company_id, User.id)
        .join(Note, Note.author_id == User.id)
        .where(Note.application_id == application_id, User.role == Role.CUSTOMER)
        .distinct(),
    )
    return {(row.company_id, row.id if row.company_id is None else None) for row in authors}


def _write_as_customer(work: Work, note: Note, application: Application | None) -> None:
    if application is None:
        raise Invalid(application="required")
    own_side = _own_side(work)
    open_to(work, note.id, own_side)
    work.flush()  # while the note is at hand: nobody is made a reader of a note he did not write
    notifications.tell_recruiter(
        work,
        kind="note",
        event=f"note:{note.id}:{new_key()}",
        application=application,
    )
    notifications.tell_customers(
        work,
        kind="note",
        event=f"note:{note.id}:{new_key()}",
        application=application,
        due_at=work.now,
        readers=own_side,
    )


def _own_side(work: Work) -> tuple[Reader, ...]:
    viewer = work.viewer
    if viewer.company_id is None:
        return (Reader(None, viewer.user_id, viewer.name, (viewer.name,)),)
    return (Reader(viewer.company_id, None, "", ()),)


def _application(work: Work, candidate_id: int, application_id: int) -> Application:
    application = work.one(Application, application_id)
    if application.candidate_id != candidate_id:
        raise NotFound(model="Application")
    return application
