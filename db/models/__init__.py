"""The tables, one file per noun. Importing this package registers them all."""

from db.models.access import (
    AccessLink,
    Credential,
    LinkRequest,
    SignInFailure,
    SignInSession,
    SignInTicket,
)
from db.models.agency import Agency
from db.models.applications import Application, Opening, Presentation, StageChange
from db.models.attachments import Attachment, AttachmentOpening
from db.models.audit import AuditEntry
from db.models.calendar_feeds import CalendarFeed
from db.models.candidates import (
    Candidate,
    CandidateContact,
    CandidateLanguage,
    CandidateTerm,
    Likeness,
    Term,
)
from db.models.corrections import Correction
from db.models.interviews import (
    Interview,
    InterviewAnswer,
    InterviewPerson,
    InterviewRing,
)
from db.models.letter_templates import LetterTemplate
from db.models.letters import Letter, LetterEvent, LetterFile, MailSettings
from db.models.notes import Draft, Note, NoteChange, NoteReader
from db.models.notifications import Notification, NotificationChoice
from db.models.people import Company, User
from db.models.reminders import Hiring, Reminder
from db.models.resumes import ResumeOriginal, ResumeVersion
from db.models.search import SavedFilter, SearchMark
from db.models.spared import SparedContact
from db.models.vacancies import (
    Stage,
    TemplateStage,
    Vacancy,
    VacancyClosing,
    VacancyCustomer,
    VacancyFollower,
)

__all__ = [
    "AccessLink",
    "Agency",
    "Application",
    "Attachment",
    "AttachmentOpening",
    "AuditEntry",
    "CalendarFeed",
    "Candidate",
    "CandidateContact",
    "CandidateLanguage",
    "CandidateTerm",
    "Company",
    "Correction",
    "Credential",
    "Draft",
    "Hiring",
    "Interview",
    "InterviewAnswer",
    "InterviewPerson",
    "InterviewRing",
    "Letter",
    "LetterEvent",
    "LetterFile",
    "LetterTemplate",
    "Likeness",
    "LinkRequest",
    "MailSettings",
    "Note",
    "NoteChange",
    "NoteReader",
    "Notification",
    "NotificationChoice",
    "Opening",
    "Presentation",
    "Reminder",
    "ResumeOriginal",
    "ResumeVersion",
    "SavedFilter",
    "SearchMark",
    "SignInFailure",
    "SignInSession",
    "SignInTicket",
    "SparedContact",
    "Stage",
    "StageChange",
    "TemplateStage",
    "Term",
    "User",
    "Vacancy",
    "VacancyClosing",
    "VacancyCustomer",
    "VacancyFollower",
]
