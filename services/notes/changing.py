"""What an author can still do with his own note: undo it, edit it for a while, withdraw it."""

from datetime import timedelta

from sqlalchemy import select

from db.models import Application, Note
from services import audit, notifications
from services.conflicts import refuse_stale
from services.disclosure import tells_surname
from services.errors import NotFound, TooLate
from services.notes.mentions import tell_mentioned
from services.notes.opening import record_change
from services.notes.telling import events_of, told_from
from services.notes.writing import checked_body
from services.permissions import Permission, require
from services.vacancies.closed import refuse_closed
from services.work import Work

EDITED_FOR = timedelta(minutes=15)


def edit_note(work: Work, *, note_id: int, body: str, version: int) -> None:
    """Change the words of one's own note while it is fresh; what they were is kept.

    Staff who are named in it only now are told. Raises Invalid, TooLate (a quarter of an hour has
    passed), Conflict (edited in another tab, or opened to others or hidden: who reads it now is
    for the author to know before he saves), VacancyClosed, NotFound, NotAllowed.
    """
    note, application = _own_note(work, note_id)
    text = checked_body(work, body)
    refuse_stale(work, "note", note.id, read=version, stands=note.version)
    if work.now > note.written_at + EDITED_FOR:
        raise TooLate
    if text == note.body:
        return
    before = note.body
    record_change(work, note, "edited", body=before)
    note.body, note.edited_at = text, work.now
    note.surname_told = note.surname_told or tells_surname(work, note.candidate_id)
    work.flush()
    tell_mentioned(work, note, application, before=before)
    audit.record(work, "edit", "note", note.id, version=note.version)


def withdraw_note(work: Work, *, note_id: int) -> None:
    """Take one's own note back: nobody reads it any more, staff see that there was one.

    Answers to it stay. Raises VacancyClosed, NotFound, NotAllowed.
    """
    note, _ = _own_note(work, note_id)
    _take_back(work, note, "withdrawn")


def undo_note(work: Work, *, note_id: int) -> str:
    """Take one's own note back before anybody was told of it; gives its words back.

    Raises TooLate (the moment has passed, or somebody answered), VacancyClosed, NotFound,
    NotAllowed.
    """
    note, _ = _own_note(work, note_id)
    answered = work.scalars(select(Note.id).where(Note.reply_to_id == note.id)).first()
    undo_for = told_from(work) - work.now
    if work.now >= note.written_at + undo_for or answered is not None:
        raise TooLate
    _take_back(work, note, "undone")
    return note.body


def _take_back(work: Work, note: Note, kind: str) -> None:
    record_change(work, note, kind)
    note.withdrawn_at = work.now
    notifications.withdraw(work, event=events_of(note))
    audit.record(work, kind, "note", note.id)


def _own_note(work: Work, note_id: int) -> tuple[Note, Application | None]:
    require(work.viewer, Permission.NOTES_WRITE)
    note = work.one(Note, note_id)
    if note.author_id != work.viewer.user_id or note.withdrawn_at is not None:
        raise NotFound(model="Note")
    if note.application_id is None:
        return note, None
    application = work.one(Application, note.application_id)
    refuse_closed(work, vacancy_id=application.vacancy_id)
    return note, application
