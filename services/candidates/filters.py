"""Filters of the base: what staff choose by, besides the words in the box."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, or_, select

from db.models import (
    Application,
    Candidate,
    CandidateTerm,
    Presentation,
    ResumeVersion,
    Stage,
    Term,
    Vacancy,
)
from services.i18n.times import zone_of
from services.work import Work

NEWEST, BY_NAME, BY_ACTIVITY = "newest", "name", "activity"
SORTS = (NEWEST, BY_NAME, BY_ACTIVITY)
WITH_RESUME, WITHOUT_RESUME = "yes", "no"
RESUMES = (WITH_RESUME, WITHOUT_RESUME)


@dataclass(frozen=True, slots=True)
class BaseFilter:
    """What must hold of a candidate; empty fields ask for nothing.

    Of skills he has every one, of categories at least one. Vacancy, stage and recruiter speak of
    one and the same application; the recruiter's are also those whom he or she has added. `stage`
    is the key of a default stage, an outcome, or the name of a stage of the agency's own in any
    language. The days are those of the viewer's own zone.
    """

    skills: tuple[int, ...] = ()
    categories: tuple[int, ...] = ()
    city: str = ""
    source: str = ""
    vacancy: int | None = None
    stage: str = ""
    recruiter: int | None = None
    added_from: date | None = None
    added_until: date | None = None
    resume: str = ""
    company: int | None = None


EVERYBODY = BaseFilter()


def conditions(work: Work, only: BaseFilter) -> Iterator[ColumnElement[bool]]:
    """The filter as conditions on candidates; each one asks within the viewer's scope."""
    for term_id in only.skills:
        yield _has_one_of(term_id)
    if only.categories:
        yield _has_one_of(*only.categories)
    if only.city:
        yield Candidate.city == only.city
    if only.source:
        yield Candidate.source == only.source
    if only.vacancy is not None or only.stage or only.recruiter is not None:
        yield _applied(only)
    if only.added_from is not None:
        yield Candidate.created_at >= _begin(work, only.added_from)
    if only.added_until is not None:
        yield Candidate.created_at < _begin(work, only.added_until + timedelta(days=1))
    if only.resume in RESUMES:
        current = select(ResumeVersion.candidate_id).where(ResumeVersion.superseded_at.is_(None))
        with_one = only.resume == WITH_RESUME
        yield Candidate.id.in_(current) if with_one else Candidate.id.not_in(current)
    if only.company is not None:
        yield _presented_to(work, only.company)


def _has_one_of(*term_ids: int) -> ColumnElement[bool]:
    spelled = select(Term.id).where(or_(Term.id.in_(term_ids), Term.merged_into_id.in_(term_ids)))
    having = select(CandidateTerm.candidate_id).where(CandidateTerm.term_id.in_(spelled))
    return Candidate.id.in_(having)


def _applied(only: BaseFilter) -> ColumnElement[bool]:
    applied = select(Application.candidate_id)
    if only.vacancy is not None:
        applied = applied.where(Application.vacancy_id == only.vacancy)
    if only.stage:
        applied = applied.join(Stage, Stage.id == Application.stage_id).where(
            or_(Stage.key == only.stage, (Stage.key == "") & _named(only.stage))
        )
    if only.recruiter is None:
        return Candidate.id.in_(applied)
    applied = applied.join(Vacancy, Vacancy.id == Application.vacancy_id).where(
        Vacancy.recruiter_id == only.recruiter
    )
    if only.vacancy is not None or only.stage:
        return Candidate.id.in_(applied)
    return or_(Candidate.id.in_(applied), Candidate.created_by_id == only.recruiter)


def _named(name: str) -> ColumnElement[bool]:
    """A stage of the agency's own that ends so, or is called so in one of the languages."""
    fields = (Stage.outcome, Stage.name_en, Stage.name_ru, Stage.name_uk)
    return or_(*(field == name for field in fields))


def _presented_to(work: Work, company_id: int) -> ColumnElement[bool]:
    """Shown to somebody of this company, now or before; what was undone never happened."""
    shown = (
        select(Application.candidate_id)
        .join(Presentation, Presentation.application_id == Application.id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .where(
            Vacancy.company_id == company_id,
            Presentation.presented_at <= work.now,
            or_(
                Presentation.ended_at.is_(None), Presentation.ended_at >= Presentation.presented_at
            ),
        )
    )
    return Candidate.id.in_(shown)


def _begin(work: Work, day: date) -> datetime:
    return datetime.combine(day, time.min, zone_of(work.viewer.time_zone))
