"""THE visibility rules: which rows of each table a viewer can reach. Default deny.

One short function per model and kind of viewer. A model without a rule shows nothing. The
rules are attached to every statement by the session itself (`work.py`); a customer's reach is
resolved once per unit of work, so most rules compare with literals.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    false,
    or_,
    select,
    true,
)

from db.base import Base
from db.models import (
    AccessLink,
    Agency,
    Application,
    AuditEntry,
    Candidate,
    CandidateContact,
    CandidateTerm,
    Company,
    Correction,
    Credential,
    Draft,
    Letter,
    LetterEvent,
    LinkRequest,
    MailSettings,
    Note,
    NoteChange,
    NoteReader,
    Notification,
    NotificationChoice,
    Opening,
    Presentation,
    ResumeOriginal,
    ResumeVersion,
    SignInFailure,
    SignInSession,
    SignInTicket,
    Stage,
    StageChange,
    Term,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.reach import Reach, listed
from services.viewer import STAFF_ROLES, Role

# Rules speak of plain tables: a rule inside a rule must not be scoped a second time.
_application = Application.__table__.c
_candidate = Candidate.__table__.c
_note = Note.__table__.c
_reader = NoteReader.__table__.c
_term = CandidateTerm.__table__.c
_user = User.__table__.c
_vacancy = Vacancy.__table__.c
_version = ResumeVersion.__table__.c


# Kinds of letters: a link to a new password, a sign-in link; the invitation of a colleague.
OPENS_A_DOOR = frozenset({"new_password", "sign_in"})
STAFF_INVITATION = "staff_invitation"

Rule = Callable[[Reach], ColumnElement[bool]]


def _everything(_reach: Reach) -> ColumnElement[bool]:
    """Staff see every row of this table: a written rule, not the absence of one."""
    return true()


def shown_to(reach: Reach) -> Select[tuple[int, int]]:
    """The applications presented to the customer in stages lit for him, and whose they are.

    An archived candidate is gone with all that is his, whatever is asked for by its own key.
    Asked once per unit of work (`work.py`): the rules compare with what it found.
    """
    return (
        select(_application.id, _application.candidate_id)
        .join(_candidate.id.table, _candidate.id == _application.candidate_id)
        .where(
            _application.vacancy_id.in_(reach.vacancy_ids),
            _application.stage_id.in_(reach.stage_ids),
            _application.presented_at <= reach.now,
            _candidate.archived_at.is_(None),
        )
    )


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


def customer_user(reach: Reach) -> ColumnElement[bool]:
    """Himself, his company's people, and staff (their names stand under notes)."""
    mine = or_(User.id == reach.viewer.user_id, User.role.in_(STAFF_ROLES))
    if reach.viewer.company_id is None:
        return mine
    return or_(mine, User.company_id == reach.viewer.company_id)


def customer_company(reach: Reach) -> ColumnElement[bool]:
    """His own company and those of his vacancies."""
    of_vacancies = select(_vacancy.company_id).where(_vacancy.id.in_(reach.vacancy_ids))
    return or_(Company.id == reach.viewer.company_id, Company.id.in_(of_vacancies))


def customer_vacancy(reach: Reach) -> ColumnElement[bool]:
    """Vacancies he is tied to."""
    return Vacancy.id.in_(reach.vacancy_ids)


def customer_stage(reach: Reach) -> ColumnElement[bool]:
    """Stages of his vacancies that customers see."""
    return Stage.id.in_(reach.stage_ids)


def customer_vacancy_customer(reach: Reach) -> ColumnElement[bool]:
    """Who of his own company (or he alone) is tied to his vacancies."""
    colleagues = select(_user.id).where(
        _user.company_id == reach.viewer.company_id
        if reach.viewer.company_id is not None
        else _user.id == reach.viewer.user_id,
    )
    return and_(
        VacancyCustomer.vacancy_id.in_(reach.vacancy_ids),
        VacancyCustomer.customer_id.in_(colleagues),
    )


def customer_application(reach: Reach) -> ColumnElement[bool]:
    """Applications presented in his vacancies, from the instant they are lit."""
    return Application.id.in_(listed(reach.application_ids))


def customer_stage_change(reach: Reach) -> ColumnElement[bool]:
    """Moves of the applications he sees, between stages he sees, that were not taken back."""
    return and_(
        StageChange.application_id.in_(listed(reach.application_ids)),
        StageChange.to_stage_id.in_(reach.stage_ids),
        StageChange.undone_at.is_(None),
    )


def customer_presentation(reach: Reach) -> ColumnElement[bool]:
    """Presentations of the applications he sees, and past ones in his vacancies.

    Who was taken back is not told, only how many (`with_recruiter_again`). An act that was
    undone ended before it began: it never happened.
    """
    took_place = and_(
        Presentation.ended_at >= Presentation.presented_at,
        Presentation.vacancy_id.in_(reach.vacancy_ids),
    )
    going_on = and_(
        Presentation.application_id.in_(listed(reach.application_ids)),
        Presentation.ended_at.is_(None),
    )
    return or_(going_on, took_place)


def customer_opening(reach: Reach) -> ColumnElement[bool]:
    """What he himself has opened."""
    return Opening.customer_id == reach.viewer.user_id


def customer_candidate(reach: Reach) -> ColumnElement[bool]:
    """Candidates presented to him."""
    return Candidate.id.in_(listed(reach.candidate_ids))


def customer_candidate_contact(reach: Reach) -> ColumnElement[bool]:
    """Contacts of candidates presented to him, unless contacts are hidden from him."""
    if reach.viewer.contacts_hidden:
        return false()
    return CandidateContact.candidate_id.in_(listed(reach.candidate_ids))


def customer_candidate_term(reach: Reach) -> ColumnElement[bool]:
    """Skills and categories of candidates presented to him."""
    return CandidateTerm.candidate_id.in_(listed(reach.candidate_ids))


def customer_correction(reach: Reach) -> ColumnElement[bool]:
    """What his own side corrected in candidates presented to him."""
    return and_(
        _named(reach, Correction),
        Correction.candidate_id.in_(listed(reach.candidate_ids)),
    )


def customer_term(reach: Reach) -> ColumnElement[bool]:
    """Words of the vocabulary that occur with candidates presented to him."""
    return Term.id.in_(
        select(_term.term_id).where(_term.candidate_id.in_(listed(reach.candidate_ids))),
    )


def customer_resume_original(reach: Reach) -> ColumnElement[bool]:
    """The current original: for customers who see contacts, while no version is made for them.

    Decision 4: once there is a version, what was taken out of it is not to be had elsewhere.
    """
    if reach.viewer.contacts_hidden:
        return false()
    with_version = select(_version.candidate_id).where(_version.superseded_at.is_(None))
    return and_(
        ResumeOriginal.candidate_id.in_(listed(reach.candidate_ids)),
        ResumeOriginal.candidate_id.not_in(with_version),
        ResumeOriginal.superseded_at.is_(None),
    )


def customer_resume_version(reach: Reach) -> ColumnElement[bool]:
    """The current version for customers; older ones may hold what was since removed."""
    return and_(
        ResumeVersion.candidate_id.in_(listed(reach.candidate_ids)),
        ResumeVersion.superseded_at.is_(None),
    )


def customer_note(reach: Reach) -> ColumnElement[bool]:
    """Notes opened to his company (or to him where he stands alone)."""
    return Note.id.in_(select(_note.id).where(_notes_shown(reach)))


def customer_note_reader(reach: Reach) -> ColumnElement[bool]:
    """His own side of a note's readers: never which other company reads it."""
    return _named(reach, NoteReader)


def customer_notification(reach: Reach) -> ColumnElement[bool]:
    """What he was told, and what his own acts told (to undo them), while he sees the matter.

    The matter is an application, or without one the vacancy itself.
    """
    return and_(
        or_(
            and_(
                Notification.recipient_id == reach.viewer.user_id,
                Notification.due_at <= reach.now,
            ),
            Notification.actor_id == reach.viewer.user_id,
        ),
        or_(
            Notification.application_id.in_(listed(reach.application_ids)),
            and_(
                Notification.application_id.is_(None),
                Notification.vacancy_id.in_(reach.vacancy_ids),
            ),
        ),
    )


def staff_notification(reach: Reach) -> ColumnElement[bool]:
    """What he or she was told, and what acts of staff told others (to take it back)."""
    staff = select(_user.id).where(_user.role.in_(STAFF_ROLES))
    return or_(
        and_(Notification.recipient_id == reach.viewer.user_id, Notification.due_at <= reach.now),
        and_(
            Notification.recipient_id != reach.viewer.user_id,
            Notification.actor_id.in_(staff),
        ),
    )


def own_draft(reach: Reach) -> ColumnElement[bool]:
    """What he himself has typed and not saved."""
    return Draft.person_id == reach.viewer.user_id


def own_choice(reach: Reach) -> ColumnElement[bool]:
    """How he himself wants to be told by letter."""
    return NotificationChoice.user_id == reach.viewer.user_id


def customer_session(reach: Reach) -> ColumnElement[bool]:
    """Where he himself is signed in."""
    return SignInSession.user_id == reach.viewer.user_id


def staff_letter(reach: Reach) -> ColumnElement[bool]:
    """Every letter but those whose button opens somebody's door.

    Whoever reads the link to another's new password is that person. An invitation of staff is
    read by administrators only, who could make one for themselves.
    """
    if reach.viewer.role is Role.ADMINISTRATOR:
        return Letter.kind.not_in(OPENS_A_DOOR)
    return Letter.kind.not_in(OPENS_A_DOOR | {STAFF_INVITATION})


CUSTOMER: dict[type[Base], Rule] = {
    Agency: _everything,
    User: customer_user,
    Company: customer_company,
    Vacancy: customer_vacancy,
    Stage: customer_stage,
    VacancyCustomer: customer_vacancy_customer,
    Application: customer_application,
    StageChange: customer_stage_change,
    Presentation: customer_presentation,
    Opening: customer_opening,
    Candidate: customer_candidate,
    CandidateContact: customer_candidate_contact,
    CandidateTerm: customer_candidate_term,
    Correction: customer_correction,
    Term: customer_term,
    ResumeOriginal: customer_resume_original,
    ResumeVersion: customer_resume_version,
    Note: customer_note,
    NoteReader: customer_note_reader,
    Draft: own_draft,
    Notification: customer_notification,
    NotificationChoice: own_choice,
    SignInSession: customer_session,
}

# Staff make and void personal links (invitations, blocking); secrets are only digests.
_SEEN_BY_STAFF: tuple[type[Base], ...] = (
    Agency, User, Company, Vacancy, Stage, VacancyCustomer, Application, StageChange, Presentation,
    Opening, Candidate, CandidateContact, CandidateTerm, Correction, Term, ResumeOriginal,
    ResumeVersion, Note, NoteChange, NoteReader, LetterEvent, MailSettings, AuditEntry, AccessLink,
    SignInSession,
)  # fmt: skip
STAFF: dict[type[Base], Rule] = {
    **dict.fromkeys(_SEEN_BY_STAFF, _everything),
    Draft: own_draft,
    Notification: staff_notification,
    NotificationChoice: own_choice,
    Letter: staff_letter,
}

_AT_THE_DOOR: tuple[type[Base], ...] = (
    Agency, User, Company, Credential, SignInSession, SignInTicket, AccessLink, LinkRequest,
    SignInFailure, AuditEntry,
)  # fmt: skip
DOORKEEPER: dict[type[Base], Rule] = dict.fromkeys(_AT_THE_DOOR, _everything)

# What goes out in one letter is read by key; what it says, through the reader's own scope.
_IN_THE_POST: tuple[type[Base], ...] = (
    Agency, User, Letter, LetterEvent, MailSettings, Notification, NotificationChoice,
)  # fmt: skip
POSTMAN: dict[type[Base], Rule] = dict.fromkeys(_IN_THE_POST, _everything)

REDACTOR: dict[type[Base], Rule] = {CandidateContact: _everything}

RULES: dict[Role, dict[type[Base], Rule]] = {
    Role.ADMINISTRATOR: STAFF,
    Role.RECRUITER: STAFF,
    Role.CUSTOMER: CUSTOMER,
    Role.DOORKEEPER: DOORKEEPER,
    Role.POSTMAN: POSTMAN,
    Role.REDACTOR: REDACTOR,
}


def criteria(reach: Reach, model: type[Base]) -> ColumnElement[bool]:
    """The rows of `model` that this viewer reaches; nothing where no rule is written."""
    rule = RULES[reach.viewer.role].get(model)
    return false() if rule is None else rule(reach)
