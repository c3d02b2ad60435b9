"""Opening notes of staff's to named readers, and hiding them again; each is kept as a record."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from db.keys import new_key
from db.models import Company, Note, NoteChange, NoteReader, User
from services import audit, notifications
from services.conflicts import refuse_stale
from services.errors import Invalid, NotFound
from services.leaks.checking import refuse_leaks_in_note
from services.notes.readers import Reader, open_to, possible_readers
from services.notes.telling import events_of, tell_readers, told_from
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work


def open_note(work: Work, *, note_id: int, version: int, open_for: Sequence[Reader]) -> None:
    """Open a note of staff's to the readers named, once it can no longer be undone.

    Who was named on the page and may read it no more stops it, and so does an edit since the
    `version` that was read. Raises Invalid, Conflict, ContactsFound, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.NOTES_OPEN)
    note = staffs_note(work, note_id)
    if not open_for:
        raise Invalid(readers="required")
    refuse_stale(work, "note", note.id, read=version, stands=note.version, reason="read_again")
    before = _take_readers(work, note)
    opened = open_for_readers(work, note, open_for)
    _narrow_answers(work, note)
    named = tuple(one.name for one in opened)
    record_change(work, note, "opened", readers=", ".join(named))
    _record(work, note, "open", before, named)


def hide_note(work: Work, *, note_id: int) -> None:
    """Hide a note of staff's from customers again, at once, with what staff answered to it.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.NOTES_OPEN)
    note = staffs_note(work, note_id)
    if before := _take_readers(work, note):
        _narrow_answers(work, note)
        record_change(work, note, "hidden")
        _record(work, note, "hide", before, ())


def open_for_readers(work: Work, note: Note, open_for: Sequence[Reader]) -> tuple[Reader, ...]:
    """Store the readers of a note and tell them; returns them as they are now.

    Raises Invalid where one may not be named, ContactsFound.
    """
    if not open_for:
        return ()
    allowed = possible_readers(
        work,
        candidate_id=note.candidate_id,
        application_id=note.application_id,
        reply_to_id=note.reply_to_id,
    )
    sides = {reader.side for reader in open_for}
    opened = tuple(reader for reader in allowed if reader.side in sides)
    if len(opened) != len(sides):
        raise Invalid(readers="changed")
    refuse_leaks_in_note(work, note, opened)
    opens_at = told_from(work)
    open_to(work, note.id, opened, opens_at=opens_at)
    tell_readers(work, note, opened, opens_at)
    return opened


def record_change(work: Work, note: Note, kind: str, *, body: str = "", readers: str = "") -> None:
    """Write down what became of a note."""
    work.add(
        NoteChange(
            id=new_key(),
            note_id=note.id,
            kind=kind,
            changed_by_id=work.viewer.user_id,
            changed_at=work.now,
            body=body,
            readers=readers,
        )
    )


def staffs_note(work: Work, note_id: int) -> Note:
    """A note of staff's that stands. A customer's is between his side and staff.

    Nobody opens that to others or hides it. Raises NotFound.
    """
    note = work.one(Note, note_id)
    if note.withdrawn_at is not None or work.one(User, note.author_id).role == Role.CUSTOMER:
        raise NotFound(model="Note")
    return note


def _take_readers(work: Work, note: Note) -> tuple[str, ...]:
    """Take all readers from a note, and back what they were told; tells who they were."""
    rows = work.rows(
        select(NoteReader, Company.name, User.name)
        .join(Company, Company.id == NoteReader.company_id, isouter=True)
        .join(User, User.id == NoteReader.customer_id, isouter=True)
        .where(NoteReader.note_id == note.id)
        .order_by(NoteReader.id)
    ).all()
    for reader, _, _ in rows:
        work.remove(reader)
    work.flush()
    notifications.withdraw(work, event=events_of(note))
    return tuple(company or customer or "" for _, company, customer in rows)


def _record(work: Work, note: Note, act: str, before: Sequence[str], after: Sequence[str]) -> None:
    """Its readers are part of a note: its version counts on, whoever is editing it is told."""
    flag_modified(note, "body")
    work.flush()
    changes = {"readers": [", ".join(before), ", ".join(after)]}
    audit.record(work, act, "note", note.id, version=note.version, changes=changes)


def _narrow_answers(work: Work, note: Note) -> None:
    """No answer of staff's stays open to anybody who does not read what it answers."""
    work.flush()
    readers = select(NoteReader).where(NoteReader.note_id == note.id)
    sides = {(one.company_id, one.customer_id) for one in work.scalars(readers)}
    answers = work.scalars(
        select(Note)
        .join(User, User.id == Note.author_id)
        .where(Note.reply_to_id == note.id, User.role != Role.CUSTOMER)
    ).all()
    for answer in answers:
        of_answer = work.scalars(select(NoteReader).where(NoteReader.note_id == answer.id)).all()
        gone = [one for one in of_answer if (one.company_id, one.customer_id) not in sides]
        if not gone:
            continue
        for reader in gone:
            work.remove(reader)
        if len(gone) == len(of_answer):
            notifications.withdraw(work, event=events_of(answer))
        record_change(work, answer, "hidden")
        _narrow_answers(work, answer)
