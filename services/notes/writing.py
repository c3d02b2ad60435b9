"""Writing notes and answers to them."""

from collections.abc import Sequence

from db.keys import new_key
from db.models import Candidate, Note
from services import audit
from services.checks import check_text
from services.disclosure import tells_surname
from services.drafts import forget_draft, note_place
from services.errors import Invalid, NotFound
from services.folding import tidy_lines
from services.notes.mentions import tell_mentioned
from services.notes.opening import open_for_readers
from services.notes.readers import Reader, application_on, open_to, own_side
from services.notes.telling import tell_of_customers_note
from services.permissions import Permission, allows, require
from services.vacancies.closed import refuse_closed
from services.work import Work

LONGEST, LONGEST_OF_CUSTOMERS = 20_000, 5_000


def write(
    work: Work,
    *,
    candidate_id: int,
    application_id: int | None,
    body: str,
    open_for: Sequence[Reader] = (),
    reply_to_id: int | None = None,
) -> int:
    """Write a note, or an answer to one, and forget what was typed for it.

    Staff's is hidden from customers unless `open_for` names its readers. A customer's belongs to
    the application and is read by staff and his own company. Readers see what is opened to them,
    and everybody is told, once it can no longer be undone; staff named with @ are told, too.
    Raises Invalid, ContactsFound (in an opened one), VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.NOTES_WRITE)
    text = checked_body(work, body)
    candidate = work.one(Candidate, candidate_id)
    application = (
        None if application_id is None else application_on(work, candidate_id, application_id)
    )
    if application is not None:
        refuse_closed(work, vacancy_id=application.vacancy_id)
    if reply_to_id is not None:
        _check_answered(work, reply_to_id, candidate_id, application_id)
    note = work.add(
        Note(
            id=new_key(),
            candidate_id=candidate.id,
            application_id=application_id,
            author_id=work.viewer.user_id,
            body=text,
            written_at=work.now,
            reply_to_id=reply_to_id,
            surname_told=tells_surname(work, candidate_id),
        ),
    )
    work.flush()
    named = tell_mentioned(work, note, application)
    if allows(work.viewer, Permission.NOTES_OPEN):
        open_for_readers(work, note, open_for)
    elif application is None:
        raise Invalid(application="required")
    else:
        own = own_side(work)
        open_to(work, note.id, own)
        work.flush()  # while the note is at hand: nobody is made a reader of another's note
        tell_of_customers_note(work, note, application, own, besides=named)
    place = note_place(candidate_id, application_id, reply_to_id)
    forget_draft(work, place=place)
    audit.record(work, "write", "note", note.id)
    return note.id


def checked_body(work: Work, body: str) -> str:
    """The words of a note, tidied. Raises Invalid where there are none or too many."""
    longest = LONGEST if work.viewer.is_staff else LONGEST_OF_CUSTOMERS
    text = tidy_lines(check_text("body", body, longest))
    if not text:
        raise Invalid(body="required")
    return text


def _check_answered(
    work: Work, note_id: int, candidate_id: int, application_id: int | None
) -> None:
    """What is answered is a note on the same matter that still stands."""
    answered = work.one(Note, note_id)
    same_matter = answered.candidate_id == candidate_id and answered.application_id in {
        None,
        application_id,
    }
    if not same_matter or answered.withdrawn_at is not None:
        raise NotFound(model="Note")
