"""Rules of the scope for what recruiter and customer say: notes, corrections, drafts.

Like those of `scope.py`, whose tables name them.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from db.models import Correction, Draft, Note, NoteReader
from services.listed import listed
from services.reach import Reach

# Rules speak of plain tables: a rule inside a rule must not be scoped a second time.
_note = Note.__table__.c
_reader = NoteReader.__table__.c


def customer_note(reach: Reach) -> ColumnElement[bool]:
    """Notes opened to his company (or to him where he stands alone)."""
    return Note.id.in_(select(_note.id).where(_notes_shown(reach)))


def customer_note_reader(reach: Reach) -> ColumnElement[bool]:
    """His own side of a note's readers: never which other company reads it."""
    return _named(reach, NoteReader)


def customer_correction(reach: Reach) -> ColumnElement[bool]:
    """What his own side corrected in candidates presented to him."""
    return and_(
        _named(reach, Correction),
        Correction.candidate_id.in_(listed(reach.candidate_ids)),
    )


def own_draft(reach: Reach) -> ColumnElement[bool]:
    """What he himself has typed and not saved."""
    return Draft.person_id == reach.viewer.user_id


def _notes_shown(reach: Reach) -> ColumnElement[bool]:
    """Notes opened to the viewer's company or to him, on something he still sees."""
    opened = or_(_reader.opens_at.is_(None), _reader.opens_at <= reach.now)
    return and_(
        _note.id.in_(select(_reader.note_id).where(_named(reach, _reader), opened)),
        _note.withdrawn_at.is_(None),
        or_(
            _note.application_id.in_(listed(reach.application_ids)),
            and_(
                _note.application_id.is_(None),
                _note.candidate_id.in_(listed(reach.candidate_ids)),
            ),
        ),
    )


def _named(reach: Reach, reader: Any) -> ColumnElement[bool]:  # noqa: ANN401 - table or model
    """Whether a row (a note's reader, a correction) names the viewer: him, or his company."""
    himself: ColumnElement[bool] = reader.customer_id == reach.viewer.user_id
    if reach.viewer.company_id is None:
        return himself
    return or_(himself, reader.company_id == reach.viewer.company_id)
