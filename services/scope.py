"""THE visibility rules: which rows of each table a viewer can reach. Default deny.

One short function per model and kind of viewer. A model without a rule shows nothing. The
rules are attached to every statement by the session itself (`work.py`); a customer's reach is
resolved once per unit of work, so most rules compare with literals.
"""

from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, false, or_, select, true

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
from services.interview_scope import (
    customer_interview,
    customer_interview_answer,
    customer_interview_person,
    postman_candidate,
    usher_candidate,
    usher_choice,
    usher_contact,
    usher_letter,
)
from services.listed import listed
from services.note_scope import customer_correction, customer_note, customer_note_reader, own_draft
from services.reach import Reach
from services.resume_scope import (
    OPENING_EVENT,
    customer_attachment,
    customer_attachment_opening,
    customer_resume_original,
    customer_resume_version,
    opened_files,
)
from services.viewer import STAFF_ROLES, Role

# Rules speak of plain tables: a rule inside a rule must not be scoped a second time.
_term = CandidateTerm.__table__.c
_user = User.__table__.c
_word = Term.__table__.c


# Kinds of letters: a link to a new password, a sign-in link; the invitation of a colleague.
OPENS_A_DOOR = frozenset({"new_password", "sign_in"})
STAFF_INVITATION = "staff_invitation"

Rule = Callable[[Reach], ColumnElement[bool]]


def _everything(_reach: Reach) -> ColumnElement[bool]:
    """Staff see every row of this table: a written rule, not the absence of one."""
    return true()


def customer_user(reach: Reach) -> ColumnElement[bool]:
    """Himself, his company's people, and staff (their names stand under notes)."""
    mine = or_(User.id == reach.viewer.user_id, User.role.in_(STAFF_ROLES))
    if reach.viewer.company_id is None:
        return mine
    return or_(mine, User.company_id == reach.viewer.company_id)


def customer_company(reach: Reach) -> ColumnElement[bool]:
    """His own company and those of his vacancies."""
    return Company.id.in_(listed(reach.company_ids))


def customer_vacancy(reach: Reach) -> ColumnElement[bool]:
    """Vacancies he is tied to."""
    return Vacancy.id.in_(listed(reach.vacancy_ids))


def customer_stage(reach: Reach) -> ColumnElement[bool]:
    """Stages of his vacancies that customers see."""
    return Stage.id.in_(listed(reach.stage_ids))


def customer_vacancy_customer(reach: Reach) -> ColumnElement[bool]:
    """Who of his own company (or he alone) is tied to his vacancies."""
    colleagues = select(_user.id).where(
        _user.company_id == reach.viewer.company_id
        if reach.viewer.company_id is not None
        else _user.id == reach.viewer.user_id,
    )
    return and_(
        VacancyCustomer.vacancy_id.in_(listed(reach.vacancy_ids)),
        VacancyCustomer.customer_id.in_(colleagues),
    )


def customer_vacancy_follower(reach: Reach) -> ColumnElement[bool]:
    """Who of the staff is told beside the recruiter of his vacancies: his acts tell them."""
    return VacancyFollower.vacancy_id.in_(reach.vacancy_ids)


def customer_application(reach: Reach) -> ColumnElement[bool]:
    """Applications presented in his vacancies, from the instant they are lit."""
    return Application.id.in_(listed(reach.application_ids))


def customer_stage_change(reach: Reach) -> ColumnElement[bool]:
    """Moves of the applications he sees, between stages he sees, that were not taken back."""
    return and_(
        StageChange.application_id.in_(listed(reach.application_ids)),
        StageChange.to_stage_id.in_(listed(reach.stage_ids)),
        StageChange.undone_at.is_(None),
    )


def customer_presentation(reach: Reach) -> ColumnElement[bool]:
    """Presentations of the applications he sees, and past ones in his vacancies.

    Who was taken back is not told, only how many (`with_recruiter_again`). An act that was
    undone ended before it began: it never happened.
    """
    took_place = and_(
        Presentation.ended_at >= Presentation.presented_at,
        Presentation.vacancy_id.in_(listed(reach.vacancy_ids)),
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


def customer_candidate_language(reach: Reach) -> ColumnElement[bool]:
    """Languages of candidates presented to him."""
    return CandidateLanguage.candidate_id.in_(listed(reach.candidate_ids))


def customer_term(reach: Reach) -> ColumnElement[bool]:
    """Words of the vocabulary that occur with candidates presented to him."""
    his = select(_term.term_id).where(_term.candidate_id.in_(listed(reach.candidate_ids)))
    # One of them may be another spelling of a word: that one is what he reads.
    merged = select(_word.merged_into_id).where(_word.id.in_(his))
    return or_(Term.id.in_(his), Term.id.in_(merged))


def customer_notification(reach: Reach) -> ColumnElement[bool]:
    """What he was told, and what his own acts told (to undo them), while he sees the matter.

    The matter is an application, or without one the vacancy itself; of an attachment that, too.
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
                Notification.vacancy_id.in_(listed(reach.vacancy_ids)),
            ),
        ),
        or_(
            Notification.kind != "attachment",
            Notification.event.in_(opened_files(reach, OPENING_EVENT)),
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


def own_reminder(reach: Reach) -> ColumnElement[bool]:
    """What he or she wants to be reminded of: nobody else reads it."""
    return Reminder.owner_id == reach.viewer.user_id


def own_choice(reach: Reach) -> ColumnElement[bool]:
    """How he himself wants to be told by letter."""
    return NotificationChoice.user_id == reach.viewer.user_id


def own_feed(reach: Reach) -> ColumnElement[bool]:
    """The address of his own calendar feed."""
    return CalendarFeed.user_id == reach.viewer.user_id


def own_filter(reach: Reach) -> ColumnElement[bool]:
    """What he or she keeps to look through the base."""
    return SavedFilter.user_id == reach.viewer.user_id


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
    VacancyFollower: customer_vacancy_follower,
    Application: customer_application,
    Attachment: customer_attachment,
    AttachmentOpening: customer_attachment_opening,
    StageChange: customer_stage_change,
    Presentation: customer_presentation,
    Opening: customer_opening,
    Candidate: customer_candidate,
    CandidateContact: customer_candidate_contact,
    CandidateLanguage: customer_candidate_language,
    CandidateTerm: customer_candidate_term,
    Correction: customer_correction,
    Term: customer_term,
    ResumeOriginal: customer_resume_original,
    ResumeVersion: customer_resume_version,
    Note: customer_note,
    NoteReader: customer_note_reader,
    Draft: own_draft,
    Interview: customer_interview,
    InterviewAnswer: customer_interview_answer,
    InterviewPerson: customer_interview_person,
    Notification: customer_notification,
    NotificationChoice: own_choice,
    CalendarFeed: own_feed,
    SignInSession: customer_session,
}

# Staff make and void personal links (invitations, blocking); secrets are only digests.
_SEEN_BY_STAFF: tuple[type[Base], ...] = (
    Agency, User, Company, Vacancy, Stage, VacancyCustomer, Application, StageChange, Presentation,
    Opening, Candidate, CandidateContact, CandidateTerm, Correction, Term, ResumeOriginal,
    ResumeVersion, Note, NoteChange, NoteReader, LetterEvent, MailSettings, AuditEntry, AccessLink,
    SignInSession, SearchMark, CandidateLanguage, Hiring, Interview, InterviewPerson, Likeness,
    LetterFile, LetterTemplate, TemplateStage, VacancyClosing, VacancyFollower, InterviewAnswer,
    InterviewRing, SparedContact, Attachment, AttachmentOpening,
)  # fmt: skip
STAFF: dict[type[Base], Rule] = {
    **dict.fromkeys(_SEEN_BY_STAFF, _everything),
    Draft: own_draft,
    Notification: staff_notification,
    NotificationChoice: own_choice,
    Letter: staff_letter,
    Reminder: own_reminder,
    SavedFilter: own_filter,
    CalendarFeed: own_feed,
}

_AT_THE_DOOR: tuple[type[Base], ...] = (
    Agency, User, Company, Credential, SignInSession, SignInTicket, AccessLink, LinkRequest,
    SignInFailure, AuditEntry, CalendarFeed,
)  # fmt: skip
DOORKEEPER: dict[type[Base], Rule] = dict.fromkeys(_AT_THE_DOOR, _everything)

# What goes out in one letter is read by key; what it says, through the reader's own scope.
_IN_THE_POST: tuple[type[Base], ...] = (
    Agency, User, Letter, LetterEvent, LetterFile, MailSettings, Notification, NotificationChoice,
    Hiring, Reminder,
)  # fmt: skip
POSTMAN: dict[type[Base], Rule] = {
    **dict.fromkeys(_IN_THE_POST, _everything),
    Candidate: postman_candidate,
}

# What must be cut out of what a customer is given, and what looks like it and must not.
REDACTOR: dict[type[Base], Rule] = dict.fromkeys(
    (Agency, Candidate, CandidateContact, SparedContact), _everything
)

# What staff look for, to be indexed beside the database; and what changed of it.
_IN_THE_LIBRARY: tuple[type[Base], ...] = (
    Candidate, CandidateContact, CandidateTerm, ResumeOriginal, ResumeVersion, SearchMark,
)  # fmt: skip
LIBRARIAN: dict[type[Base], Rule] = dict.fromkeys(_IN_THE_LIBRARY, _everything)

# What an answer to an invitation, a reminder and a request for feedback are about and for.
_IN_THE_HALL: tuple[type[Base], ...] = (
    Agency, User, Vacancy, Stage, VacancyCustomer, VacancyFollower, Application, Interview,
    InterviewPerson, InterviewAnswer, InterviewRing,
)  # fmt: skip
USHER: dict[type[Base], Rule] = dict.fromkeys(_IN_THE_HALL, _everything)
USHER |= {Candidate: usher_candidate, CandidateContact: usher_contact}
USHER |= {Letter: usher_letter, NotificationChoice: usher_choice}

RULES: dict[Role, dict[type[Base], Rule]] = {
    Role.ADMINISTRATOR: STAFF,
    Role.RECRUITER: STAFF,
    Role.CUSTOMER: CUSTOMER,
    Role.DOORKEEPER: DOORKEEPER,
    Role.POSTMAN: POSTMAN,
    Role.REDACTOR: REDACTOR,
    Role.LIBRARIAN: LIBRARIAN,
    Role.USHER: USHER,
}


def criteria(reach: Reach, model: type[Base]) -> ColumnElement[bool]:
    """The rows of `model` that this viewer reaches; nothing where no rule is written."""
    rule = RULES[reach.viewer.role].get(model)
    return false() if rule is None else rule(reach)
