"""Whom a note is told to, and when: not before it can no longer be undone."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Note, User
from services import notifications
from services.notes.readers import Reader, Side
from services.notifications.kinds import Kind
from services.viewer import STAFF_ROLES, Role
from services.work import Work


def told_from(work: Work) -> datetime:
    """From when on what is done now is told, and opened notes are read."""
    return work.now + timedelta(seconds=work.settings.presenting.undo_seconds)


def event_of(note: Note) -> str:
    """A new event about the note; all of its events begin alike and are withdrawn together."""
    return f"{events_of(note)}{new_key()}"


def events_of(note: Note) -> str:
    """What all events about the note begin with."""
    return f"note:{note.id}:"


def tell_readers(work: Work, note: Note, readers: Sequence[Reader], opens_at: datetime) -> None:
    """Tell those whom staff opened a note to; who wrote there before gets it as an answer."""
    if note.application_id is None:
        return
    application = work.one(Application, note.application_id)
    if application.presented_at is None:
        return
    wrote = _sides_that_wrote(work, application.id)
    answered = [one for one in readers if one.side in wrote]
    others = [one for one in readers if one not in answered]
    kinds: dict[Kind, list[Reader]] = {"answered": answered, "note": others}
    for kind, told in kinds.items():
        if told:
            notifications.tell_customers(
                work,
                kind=kind,
                event=event_of(note),
                application=application,
                due_at=max(opens_at, application.presented_at),
                readers=told,
            )


def tell_of_customers_note(
    work: Work,
    note: Note,
    application: Application,
    own_side: Sequence[Reader],
    *,
    besides: Collection[int],
) -> None:
    """A customer's note is told to the recruiter, to whom he answers, and to his colleagues.

    Those in `besides` are told of it already.
    """
    due_at, event = told_from(work), event_of(note)
    answered = _staff_answered(work, note) - {*besides}
    notifications.tell_staff(
        work,
        kind="note",
        event=event,
        application=application,
        due_at=due_at,
        staff_ids=answered,
    )
    notifications.tell_recruiter(
        work,
        kind="note",
        event=event,
        application=application,
        due_at=due_at,
        besides={*besides, *answered},
    )
    notifications.tell_customers(
        work,
        kind="note",
        event=event_of(note),
        application=application,
        due_at=due_at,
        readers=own_side,
    )


def _staff_answered(work: Work, note: Note) -> set[int]:
    if note.reply_to_id is None:
        return set()
    author = work.one(User, work.one(Note, note.reply_to_id).author_id)
    return {author.id} if author.role in STAFF_ROLES and author.blocked_at is None else set()


def _sides_that_wrote(work: Work, application_id: int) -> set[Side]:
    """The companies, and the customers who stand alone, with a note of their own here."""
    authors = work.rows(
        select(User.company_id, User.id)
        .join(Note, Note.author_id == User.id)
        .where(
            Note.application_id == application_id,
            Note.withdrawn_at.is_(None),
            User.role == Role.CUSTOMER,
        )
        .distinct(),
    )
    return {(row.company_id, row.id if row.company_id is None else None) for row in authors}
