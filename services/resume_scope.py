"""Rules of the scope for a candidate's files: originals, versions for customers, attachments.

Like those of `scope.py`, whose tables name them.
"""

from typing import TypeVar

from sqlalchemy import ColumnElement, Select, String, and_, cast, false, literal, or_, select

from db.models import (
    Application,
    Attachment,
    AttachmentOpening,
    ResumeOriginal,
    ResumeVersion,
    Vacancy,
)
from services.listed import listed
from services.reach import Reach

Given = TypeVar("Given", int, str)

# Rules speak of plain tables: a rule inside a rule must not be scoped a second time.
_version = ResumeVersion.__table__.c
_vacancy = Vacancy.__table__.c
_application = Application.__table__.c
_file = Attachment.__table__.c
_given = AttachmentOpening.__table__.c

# What an opening is told by (`candidates/attachments.py`).
OPENING_EVENT = literal("attachment:") + cast(_given.id, String) + ":"


def customer_resume_original(reach: Reach) -> ColumnElement[bool]:
    """The current original: for customers who see contacts, while no version is made for them.

    Decision 4: once there is a version, what was taken out of it is not to be had elsewhere –
    unless the recruiter lets the customers of a vacancy take originals along.
    """
    if reach.viewer.contacts_hidden:
        return false()
    given = (
        select(_application.candidate_id)
        .join(_vacancy.id.table, _vacancy.id == _application.vacancy_id)
        .where(_application.id.in_(listed(reach.application_ids)), _vacancy.gives_originals)
    )
    with_version = select(_version.candidate_id).where(
        _version.superseded_at.is_(None), _version.vacancy_id.is_(None)
    )
    read_instead = and_(
        ResumeOriginal.candidate_id.in_(_shown_without_their_own(reach)),
        ResumeOriginal.candidate_id.not_in(with_version),
    )
    return and_(
        or_(read_instead, ResumeOriginal.candidate_id.in_(given)),
        ResumeOriginal.superseded_at.is_(None),
    )


def customer_resume_version(reach: Reach) -> ColumnElement[bool]:
    """The current versions for customers; older ones may hold what was since removed.

    One made for a vacancy: where the candidate is presented to him in that vacancy. The general
    one: where he is presented to him in another.
    """
    own = (
        select(_version.id)
        .join(_application.id.table, _of_its_vacancy())
        .where(_application.id.in_(listed(reach.application_ids)))
    )
    return and_(
        ResumeVersion.superseded_at.is_(None),
        or_(
            ResumeVersion.id.in_(own),
            and_(
                ResumeVersion.vacancy_id.is_(None),
                ResumeVersion.candidate_id.in_(_shown_without_their_own(reach)),
            ),
        ),
    )


def _shown_without_their_own(reach: Reach) -> Select[tuple[int]]:
    """Candidates presented to the customer in a vacancy that has no version of its own."""
    return (
        select(_application.candidate_id)
        .outerjoin(_version.id.table, and_(_of_its_vacancy(), _version.superseded_at.is_(None)))
        .where(_application.id.in_(listed(reach.application_ids)), _version.id.is_(None))
    )


def _of_its_vacancy() -> ColumnElement[bool]:
    return and_(
        _version.candidate_id == _application.candidate_id,
        _version.vacancy_id == _application.vacancy_id,
    )


def customer_attachment(reach: Reach) -> ColumnElement[bool]:
    """Attachments opened to a vacancy's customers, where the candidate is presented to him there.

    From whom contacts are hidden: those whose text was read (he gets the text alone).
    """
    return Attachment.id.in_(opened_files(reach, _file.id))


def customer_attachment_opening(reach: Reach) -> ColumnElement[bool]:
    """That they are opened, in the same vacancies."""
    return AttachmentOpening.id.in_(opened_files(reach, _given.id))


def opened_files(reach: Reach, column: ColumnElement[Given]) -> Select[Given]:
    """This column of what is opened to him, as long as he may have it."""
    opened = (
        select(column)
        .select_from(_file.id.table)
        .join(_given.id.table, _given.attachment_id == _file.id)
        .join(
            _application.id.table,
            and_(
                _application.candidate_id == _file.candidate_id,
                _application.vacancy_id == _given.vacancy_id,
            ),
        )
        .where(
            _given.hidden_at.is_(None),
            _file.archived_at.is_(None),
            _application.id.in_(listed(reach.application_ids)),
        )
    )
    return opened.where(_file.readable) if reach.viewer.contacts_hidden else opened
