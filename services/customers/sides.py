"""What one viewer holds of a candidate or of a vacancy: the views that a page was drawn with."""

from dataclasses import dataclass

from services.applications.turning import Place
from services.applications.views import ApplicationPage, ApplicationView
from services.candidates.attachments import OpenedAttachment
from services.candidates.particulars import ParticularsView
from services.candidates.views import CandidateView
from services.interviews.views import InterviewView
from services.notes.views import NoteView
from services.vacancies.views import VacancyView


@dataclass(frozen=True, slots=True)
class CandidateSide:
    """A candidate: himself, his vacancies, what stands beside him in one of them, and who."""

    one: CandidateView
    more: ParticularsView
    applications: tuple[ApplicationView, ...]
    here: ApplicationView | None
    interviews: tuple[InterviewView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    attachments: tuple[OpenedAttachment, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class VacancySide:
    """A vacancy, a page of its candidates, and how many are with the recruiter again."""

    one: VacancyView
    page: ApplicationPage
    again: int = 0
