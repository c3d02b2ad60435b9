"""What a viewer may write: models, and for a customer the columns. Default deny.

The second belt under the services: checked before every flush, whatever code filled the
session.
"""

from dataclasses import dataclass, field

from sqlalchemy import inspect, select
from sqlalchemy.orm import object_session

from db.base import Base
from db.models import (
    AccessLink,
    Agency,
    Application,
    Attachment,
    AttachmentOpening,
    AuditEntry,
    CalendarFeed,
    Candidate,
    CandidateContact,
    CandidateLanguage,
    CandidateTerm,
    Company,
    Correction,
    Credential,
    Draft,
    Hiring,
    Interview,
    InterviewAnswer,
    InterviewPerson,
    InterviewRing,
    Letter,
    LetterEvent,
    LetterFile,
    LetterTemplate,
    Likeness,
    LinkRequest,
    MailSettings,
    Note,
    NoteChange,
    NoteReader,
    Notification,
    NotificationChoice,
    Opening,
    Presentation,
    Reminder,
    ResumeOriginal,
    ResumeVersion,
    SavedFilter,
    SearchMark,
    SignInFailure,
    SignInSession,
    SignInTicket,
    SparedContact,
    Stage,
    StageChange,
    TemplateStage,
    Term,
    User,
    Vacancy,
    VacancyClosing,
    VacancyCustomer,
    VacancyFollower,
)
from services.errors import NotAllowed
from services.reach import Reach
from services.viewer import STAFF_ROLES, Role

_ALL = frozenset({"*"})


@dataclass(frozen=True, slots=True)
class MayWrite:
    """Which acts on a model are open: making rows, changing these columns, removing rows."""

    make: bool = False
    change: frozenset[str] = field(default_factory=frozenset)
    remove: bool = False


_FREELY = MayWrite(make=True, change=_ALL)
_WITH_REMOVAL = MayWrite(make=True, change=_ALL, remove=True)
_APPEND_ONLY = MayWrite(make=True)

_CUSTOMER: dict[type[Base], MayWrite] = {
    Application: MayWrite(change=frozenset({"stage_id", "moved_at", "version"})),
    StageChange: MayWrite(make=True, change=frozenset({"undone_at"})),
    Opening: _APPEND_ONLY,
    Note: MayWrite(
        make=True,
        change=frozenset({"body", "edited_at", "withdrawn_at", "surname_told", "version"}),
    ),
    NoteChange: _APPEND_ONLY,
    NoteReader: _APPEND_ONLY,
    Draft: _WITH_REMOVAL,
    Correction: MayWrite(
        make=True, change=frozenset({"state", "settled_at", "settled_by_id", "version"})
    ),
    InterviewAnswer: _APPEND_ONLY,
    Notification: MayWrite(make=True, change=frozenset({"read_at"}), remove=True),
    NotificationChoice: MayWrite(make=True, change=frozenset({"delivery"})),
    AuditEntry: _APPEND_ONLY,
    CalendarFeed: _WITH_REMOVAL,
    SignInSession: MayWrite(change=frozenset({"ended_at"})),
    User: MayWrite(
        change=frozenset({"language", "time_zone", "digest_hour", "last_seen_at", "version"})
    ),
}

_RECRUITER: dict[type[Base], MayWrite] = {
    AccessLink: MayWrite(make=True, change=frozenset({"expires_at"})),
    Application: _FREELY,
    Attachment: MayWrite(make=True, change=frozenset({"archived_at", "readable", "html"})),
    AttachmentOpening: MayWrite(
        make=True, change=frozenset({"hidden_at", "hidden_by_id", "without_contacts"})
    ),
    AuditEntry: _APPEND_ONLY,
    CalendarFeed: _WITH_REMOVAL,
    Candidate: _FREELY,
    CandidateContact: _WITH_REMOVAL,
    CandidateLanguage: _WITH_REMOVAL,
    CandidateTerm: _WITH_REMOVAL,
    Company: _FREELY,
    Correction: MayWrite(
        change=frozenset(
            {"state", "settled_at", "settled_by_id", "term_id", "company_id", "version"}
        )
    ),
    Draft: _WITH_REMOVAL,
    Hiring: _FREELY,
    Interview: _FREELY,
    InterviewPerson: _FREELY,
    InterviewRing: _APPEND_ONLY,
    Letter: _FREELY,
    LetterFile: _APPEND_ONLY,
    Likeness: _WITH_REMOVAL,
    Note: _FREELY,
    NoteChange: _APPEND_ONLY,
    NoteReader: _WITH_REMOVAL,
    Notification: _WITH_REMOVAL,
    NotificationChoice: _FREELY,
    Presentation: MayWrite(make=True, change=frozenset({"ended_at"})),
    Reminder: _FREELY,
    ResumeOriginal: _FREELY,
    ResumeVersion: MayWrite(make=True, change=frozenset({"superseded_at"})),
    SavedFilter: _WITH_REMOVAL,
    SignInSession: MayWrite(change=frozenset({"ended_at"})),
    SparedContact: MayWrite(make=True, remove=True),
    Stage: _FREELY,
    StageChange: _FREELY,
    Term: _FREELY,
    User: _FREELY,
    Vacancy: _FREELY,
    VacancyClosing: MayWrite(make=True, change=frozenset({"reopened_at", "reopened_by_id"})),
    VacancyCustomer: _FREELY,
    VacancyFollower: _WITH_REMOVAL,
}

_DOORKEEPER: dict[type[Base], MayWrite] = {
    AccessLink: _FREELY,
    Agency: _APPEND_ONLY,
    AuditEntry: _APPEND_ONLY,
    Credential: _FREELY,
    Letter: _APPEND_ONLY,
    LinkRequest: _WITH_REMOVAL,
    SignInFailure: _WITH_REMOVAL,
    SignInSession: _FREELY,
    SignInTicket: _FREELY,
    User: MayWrite(make=True, change=frozenset({"last_seen_at", "version"})),
}

WRITES: dict[Role, dict[type[Base], MayWrite]] = {
    Role.ADMINISTRATOR: _RECRUITER
    | {
        Agency: MayWrite(change=_ALL),
        LetterTemplate: MayWrite(make=True, change=frozenset({"superseded_at"})),
        MailSettings: _FREELY,
        TemplateStage: _WITH_REMOVAL,
    },
    Role.RECRUITER: _RECRUITER,
    Role.CUSTOMER: _CUSTOMER,
    Role.DOORKEEPER: _DOORKEEPER,
    Role.POSTMAN: {
        Letter: _FREELY,
        LetterEvent: _APPEND_ONLY,
        Notification: MayWrite(change=frozenset({"lettered_at", "letter_id"})),
    },
    Role.REDACTOR: {},
    Role.LIBRARIAN: {SearchMark: MayWrite(remove=True)},
    Role.USHER: dict.fromkeys(
        (InterviewAnswer, InterviewRing, Notification, Letter, AuditEntry), _APPEND_ONLY
    )
    | {InterviewPerson: MayWrite(change=frozenset({"reminded_of"}))},
}


def check_made(reach: Reach, row: Base) -> None:
    """Raise NotAllowed unless this viewer may make such a row."""
    if not _may(reach, row).make:
        raise NotAllowed(model=type(row).__name__, act="make")
    if reach.viewer.is_customer:
        _check_made_by_customer(reach, row)
    if isinstance(row, Draft) and row.person_id != reach.viewer.user_id:
        raise NotAllowed(model="Draft", act="sign")
    if isinstance(row, Reminder) and row.owner_id != reach.viewer.user_id:
        raise NotAllowed(model="Reminder", act="remind another")
    if isinstance(row, CalendarFeed) and row.user_id != reach.viewer.user_id:
        raise NotAllowed(model="CalendarFeed", act="sign")
    if isinstance(row, SavedFilter) and row.user_id != reach.viewer.user_id:
        raise NotAllowed(model="SavedFilter", act="sign")
    if isinstance(row, AccessLink) and reach.viewer.is_staff:
        _check_link_made(reach, row)
    if isinstance(row, User) and reach.viewer.role is Role.RECRUITER and row.role in STAFF_ROLES:
        raise NotAllowed(model="User", act="make staff")


def check_changed(reach: Reach, row: Base) -> None:
    """Raise NotAllowed unless this viewer may change the columns that changed."""
    changed = {attribute.key for attribute in inspect(row).attrs if attribute.history.has_changes()}
    may = _may(reach, row).change
    if may != _ALL and not changed <= may:
        raise NotAllowed(model=type(row).__name__, columns=sorted(changed - may))
    if isinstance(row, User):
        _check_user_changed(reach, row, changed)
    if reach.viewer.is_customer and isinstance(row, Note) and row.author_id != reach.viewer.user_id:
        raise NotAllowed(model="Note", act="change another’s")
    if reach.viewer.is_customer and isinstance(row, Correction):
        before = inspect(row).attrs.state.history.deleted
        if row.state != "undone" or list(before) != ["waiting"]:
            raise NotAllowed(model="Correction", act="settle")
    if isinstance(row, Application) and row.vacancy_id in reach.closed_vacancy_ids:
        raise NotAllowed(model="Application", act="change in a closed vacancy")


def check_removed(reach: Reach, row: Base) -> None:
    """Raise NotAllowed unless this viewer may remove such a row."""
    if not _may(reach, row).remove:
        raise NotAllowed(model=type(row).__name__, act="remove")


def _may(reach: Reach, row: Base) -> MayWrite:
    if reach.viewer.preview:  # staff look on in somebody's name: whatever is written is not his
        return MayWrite()
    return WRITES[reach.viewer.role].get(type(row), MayWrite())


def _check_made_by_customer(reach: Reach, row: Base) -> None:
    """A customer writes in his own name only, and opens a note to nobody but his own side."""
    viewer = reach.viewer
    signed_by = {
        Note: "author_id",
        Opening: "customer_id",
        StageChange: "moved_by_id",
        NoteChange: "changed_by_id",
        Correction: "author_id",
        InterviewAnswer: "person_id",
        Notification: "actor_id",
        NotificationChoice: "user_id",
        AuditEntry: "actor_id",
    }.get(type(row))
    if signed_by and getattr(row, signed_by) != viewer.user_id:
        raise NotAllowed(model=type(row).__name__, act="sign")
    if isinstance(row, NoteReader):
        own_company = viewer.company_id is not None and row.company_id == viewer.company_id
        alone = viewer.company_id is None and row.customer_id == viewer.user_id
        if not (own_company or alone) or not _at_hand(row, viewer.user_id):
            raise NotAllowed(model="NoteReader", act="widen")
    if isinstance(row, NoteChange) and not _at_hand(row, viewer.user_id):
        raise NotAllowed(model="NoteChange", act="change another’s")
    if isinstance(row, Correction):
        _check_corrected(reach, row)
    if isinstance(row, InterviewAnswer) and row.candidate_id is not None:
        raise NotAllowed(model="InterviewAnswer", act="answer for a candidate")
    if isinstance(row, StageChange) and row.to_stage_id not in reach.stage_ids:
        raise NotAllowed(model="StageChange", act="reach")


def _check_corrected(reach: Reach, row: Correction) -> None:
    """A correction waits for staff, in the name of the side that makes it."""
    viewer = reach.viewer
    alone = viewer.user_id if viewer.company_id is None else None
    own_side = (row.company_id, row.customer_id) == (viewer.company_id, alone)
    if row.state != "waiting" or not own_side or row.application_id not in reach.application_ids:
        raise NotAllowed(model="Correction", act="make")


def _check_link_made(reach: Reach, link: AccessLink) -> None:
    """Staff make invitations only; recruiters invite nobody but customers.

    Whoever makes a link to a colleague's password is that colleague.
    """
    if link.purpose != "set_password":
        raise NotAllowed(model="AccessLink", act="open another's door")
    if reach.viewer.role is Role.RECRUITER and not _is_a_customers(link):
        raise NotAllowed(model="AccessLink", act="open a colleague's door")


def _is_a_customers(link: AccessLink) -> bool:
    session = object_session(link)
    whose = select(User.role).where(User.id == link.user_id)
    return session is not None and session.scalar(whose) == Role.CUSTOMER


def _at_hand(about: NoteReader | NoteChange, author_id: int) -> bool:
    """Whether the note is the author's own, at hand because he is at work on it now."""
    return any(
        isinstance(row, Note) and row.id == about.note_id and row.author_id == author_id
        for row in object_session(about) or ()
    )


def _check_user_changed(reach: Reach, row: User, changed: set[str]) -> None:
    """A customer changes himself only, recruiters leave staff alone, administrators change roles.

    Among staff, that is: nobody becomes a customer or stops being one.
    """
    if "role" in changed:
        roles = {*inspect(row).attrs.role.history.deleted, row.role}
        if reach.viewer.role is not Role.ADMINISTRATOR or not roles <= STAFF_ROLES:
            raise NotAllowed(model="User", columns=["role"])
    itself = row.id == reach.viewer.user_id
    if reach.viewer.is_customer and not itself:
        raise NotAllowed(model="User", act="change another")
    if reach.viewer.role is Role.RECRUITER and not itself and row.role != Role.CUSTOMER:
        raise NotAllowed(model="User", act="change staff")
