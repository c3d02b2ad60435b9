"""One candidate as his viewer sees him."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.models import Candidate, CandidateContact
from services.candidates.resumes import (
    OriginalView,
    Resumes,
    is_outdated,
    original_view,
    resumes_of,
)
from services.candidates.terms_now import (
    CorrectionView,
    accepted_words,
    as_terms,
    lay_over,
    waiting_corrections,
)
from services.candidates.vocabulary import Terms
from services.disclosure import Disclosure, ResumeView, disclosure, resume_for_customer
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class ContactView:
    """One way to reach a candidate."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One candidate as this viewer receives him.

    `contacts` is empty and `contacts_hidden` true where they are hidden from the viewer.
    `resume` is what customers see (for staff: with contacts open); `original` is there for
    staff, and for customers who see contacts. Patronymic, years of work and what the version
    for customers was copied from (`resume_original_id`) are for staff, and so is what that version
    was made for (`resume_vacancy_id`) and whether a newer original has come since. `terms` are his
    words as they hold for the viewer, with the `corrections` that wait; `accepted_terms` as they
    hold for everybody.
    """

    id: int
    version: int
    first_name: str
    last_name: str
    name: str
    headline: str
    city: str
    created_at: datetime
    contacts: tuple[ContactView, ...]
    contacts_hidden: bool
    terms: Terms
    accepted_terms: Terms
    corrections: tuple[CorrectionView, ...]
    resume: ResumeView
    resume_saved_at: datetime | None
    original: OriginalView | None
    patronymic: str = ""
    experience_years: int | None = None
    resume_original_id: int | None = None
    resume_vacancy_id: int | None = None
    resume_outdated: bool = False


def candidate(work: Work, *, candidate_id: int, vacancy_id: int | None = None) -> CandidateView:
    """One candidate, with the résumé that is read in this vacancy. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_READ)
    row = work.one(Candidate, candidate_id)
    rules = disclosure(work, [row.id])
    first_name, last_name = rules.first_and_last_name(row)
    hidden = work.viewer.contacts_hidden
    resumes = resumes_of(work, candidate_id=row.id, vacancy_id=vacancy_id)
    resume = resume_for_customer(
        rules,
        row.id,
        resumes.version,
        resumes.original,
        contacts_hidden=hidden,
    )
    waiting = waiting_corrections(work, row.id)
    words = lay_over(
        accepted_words(work, row.id), waiting, lambda word: rules.without_contacts(row.id, word)
    )
    return CandidateView(
        id=row.id,
        version=row.version,
        first_name=first_name,
        last_name=last_name,
        name=rules.name(row),
        headline=rules.text(row.id, row.headline),
        city=rules.text(row.id, row.city),
        created_at=row.created_at,
        contacts=() if hidden else _contacts(work, row.id),
        contacts_hidden=hidden,
        terms=_as_read(rules, row.id, as_terms(words)),
        accepted_terms=_as_read(rules, row.id, as_terms(words, accepted=True)),
        corrections=tuple(
            replace(one, word=rules.without_contacts(row.id, one.word)) for one in waiting
        ),
        resume=resume,
        resume_saved_at=resumes.version.saved_at if resumes.version else None,
        original=original_view(resumes.original) if resumes.original else None,
        **_for_staff(work, row, resumes),
    )


def _for_staff(work: Work, row: Candidate, resumes: Resumes) -> dict[str, Any]:
    """What no customer reads of a candidate."""
    if not work.viewer.is_staff:
        return {}
    about = {"patronymic": row.patronymic, "experience_years": row.experience_years}
    if resumes.version is None:
        return about
    return about | {
        "resume_original_id": resumes.version.original_id,
        "resume_vacancy_id": resumes.version.vacancy_id,
        "resume_outdated": is_outdated(resumes.version, resumes.original),
    }


def _as_read(rules: Disclosure, candidate_id: int, terms: Terms) -> Terms:
    return Terms(
        tuple(rules.without_contacts(candidate_id, skill) for skill in terms.skills),
        tuple(rules.without_contacts(candidate_id, category) for category in terms.categories),
    )


def _contacts(work: Work, candidate_id: int) -> tuple[ContactView, ...]:
    rows = work.rows(
        select(CandidateContact.kind, CandidateContact.value)
        .where(CandidateContact.candidate_id == candidate_id)
        .order_by(CandidateContact.position),
    )
    return tuple(ContactView(row.kind, row.value) for row in rows)
