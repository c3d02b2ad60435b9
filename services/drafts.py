"""What somebody has typed and not saved: kept on the server, his alone, found again later."""

from sqlalchemy import select

from db.keys import new_key
from db.models import Draft, User
from services.errors import NotFound
from services.folding import tidy_lines
from services.installation import Installation
from services.permissions import Permission, require
from services.viewer import DOORKEEPER, Viewer
from services.work import Work, perform, reading

_LONGEST, _MOST, _LONGEST_FORM = 20_000, 100, 2_000_000
_FORM = "form:"
#: The forms whose words are kept, and what their act asks of a viewer: whoever may not do it any
#: more finds nothing again there.
FORMS = {
    "candidate": Permission.CANDIDATES_MANAGE,
    "new_candidate": Permission.CANDIDATES_MANAGE,
    "vacancy": Permission.VACANCIES_MANAGE,
    "letter": Permission.INTERVIEWS_SCHEDULE,
    "several_letters": Permission.INTERVIEWS_SCHEDULE,
    "customer_letter": Permission.CUSTOMERS_MANAGE,
    "interview": Permission.INTERVIEWS_SCHEDULE,
    "template": Permission.AGENCY_MANAGE,
    "note": Permission.NOTES_WRITE,
    "refusal": Permission.APPLICATIONS_MOVE,
    "presenting": Permission.APPLICATIONS_PRESENT,
    "reminder": Permission.CANDIDATES_MANAGE,
    "signature": Permission.PROFILE_SHOW,
}


def note_place(candidate_id: int, application_id: int | None, reply_to_id: int | None) -> str:
    """The place of a note's form: on a candidate, in an application or in general, or an answer."""
    return f"note:{candidate_id}:{application_id or 0}:{reply_to_id or 0}"


def form_place(form: str, key: int | str = 0) -> str:
    """The place of one of the FORMS; `key` of what it changes, or belongs to."""
    return f"{_FORM}{form}:{key}"


def draft(work: Work, *, place: str) -> str:
    """What the viewer has typed there, "" for nothing. Raises NotAllowed."""
    _require(work, place)
    found = _draft(work, place)
    return found.body if found else ""


def keep_draft(work: Work, *, place: str, body: str) -> None:
    """Keep what the viewer has typed there so far; nothing typed keeps nothing.

    What is longer than any note is kept as far as a note goes; a whole form is. Raises NotAllowed.
    """
    _require(work, place)
    longest = _LONGEST_FORM if place.startswith(_FORM) else _LONGEST
    text = tidy_lines(body)[:longest]
    kept = _draft(work, place)
    if kept is not None and text:
        kept.body, kept.saved_at = text, work.now
    elif kept is not None:
        work.remove(kept)
    elif text:
        _make_room(work)
        work.add(
            Draft(
                id=new_key(),
                person_id=work.viewer.user_id,
                place=place,
                body=text,
                saved_at=work.now,
            )
        )


def forget_draft(work: Work, *, place: str) -> None:
    """What was typed there has been saved, or thrown away."""
    kept = _draft(work, place)
    if kept is not None:
        work.remove(kept)


def rescue_draft(installation: Installation, *, person_id: int, place: str, body: str) -> None:
    """Keep what somebody had typed when his session ended: the tab was his until that moment."""
    with reading(installation, DOORKEEPER) as work:
        try:
            person = work.one(User, person_id)
        except NotFound:
            return
        typist = Viewer.of(person.id, person)
    perform(installation, typist, keep_draft, place=place, body=body)


def _require(work: Work, place: str) -> None:
    form = place.removeprefix(_FORM).partition(":")[0] if place.startswith(_FORM) else "note"
    require(work.viewer, FORMS[form])


def _draft(work: Work, place: str) -> Draft | None:
    found: Draft | None = work.scalars(select(Draft).where(Draft.place == place)).one_or_none()
    return found


def _make_room(work: Work) -> None:
    """The oldest give way: drafts are no archive."""
    newest = work.scalars(select(Draft).order_by(Draft.saved_at.desc())).all()
    for old in newest[_MOST - 1 :]:
        work.remove(old)
