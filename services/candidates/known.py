"""What the base knows of candidates, to be held beside somebody who may be one of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from db.models import Application, CandidateContact, Company, ResumeOriginal, Stage, Vacancy
from services.candidates.views import ContactView
from services.candidates.vocabulary import terms_of
from services.listed import listed
from services.permissions import Permission, require
from services.vacancies.stages import StageView, stage_view
from services.work import Work


@dataclass(frozen=True, slots=True)
class Standing:
    """A vacancy he is in, and where he stands there."""

    vacancy_id: int
    vacancy: str
    company: str
    stage: StageView


@dataclass(frozen=True, slots=True)
class Known:
    """How a candidate is reached, his skills, his vacancies, when his last résumé came."""

    contacts: tuple[ContactView, ...]
    skills: tuple[str, ...]
    vacancies: tuple[Standing, ...]
    resume_at: datetime | None


def known_of(work: Work, candidate_ids: Sequence[int]) -> dict[int, Known]:
    """What is known of each; the same number of questions for one as for many.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    ids = list(candidate_ids)
    contacts, vacancies = _contacts(work, ids), _vacancies(work, ids)
    words, resumes = terms_of(work, ids), _resumes(work, ids)
    return {
        id_: Known(tuple(contacts[id_]), words[id_].skills, tuple(vacancies[id_]), resumes.get(id_))
        for id_ in ids
    }


def _contacts(work: Work, ids: list[int]) -> dict[int, list[ContactView]]:
    found = defaultdict(list)
    rows = work.rows(
        select(CandidateContact.candidate_id, CandidateContact.kind, CandidateContact.value)
        .where(CandidateContact.candidate_id.in_(listed(ids)))
        .order_by(CandidateContact.position)
    )
    for candidate_id, kind, value in rows:
        found[candidate_id].append(ContactView(kind, value))
    return found


def _vacancies(work: Work, ids: list[int]) -> dict[int, list[Standing]]:
    found = defaultdict(list)
    keys = listed(ids).subquery()  # joined, as in `listing.py`
    rows = work.rows(
        select(Application.candidate_id, Vacancy.id, Vacancy.title, Company.name, Stage)
        .select_from(keys)
        .join(Application, Application.candidate_id == keys.c[0])
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .order_by(Application.moved_at.desc())
    )
    for candidate_id, vacancy_id, title, company, stage in rows:
        found[candidate_id].append(Standing(vacancy_id, title, company or "", stage_view(stage)))
    return found


def _resumes(work: Work, ids: list[int]) -> dict[int, datetime]:
    rows = work.rows(
        select(ResumeOriginal.candidate_id, func.max(ResumeOriginal.received_at))
        .where(ResumeOriginal.candidate_id.in_(listed(ids)))
        .group_by(ResumeOriginal.candidate_id)
    )
    return {row[0]: row[1] for row in rows}
