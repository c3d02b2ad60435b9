"""Before presenting: who will see whom, what exactly of each, and what stands in the way."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import defer

from db.models import (
    Attachment,
    AttachmentOpening,
    Candidate,
    Company,
    ResumeOriginal,
    ResumeVersion,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.applications.shown import SeenBefore, seen_before
from services.candidates.resumes import is_outdated
from services.disclosure import full_name
from services.errors import NotFound
from services.folding import tidy_lines
from services.leaks.checking import Leak, leaks_of, may_not_see
from services.leaks.sources import Asked
from services.permissions import Permission, require
from services.vacancies.following import active_customer_of
from services.work import Work

LONGEST_MESSAGE = 4000


@dataclass(frozen=True, slots=True)
class WhoWillSee:
    """A customer who will see the candidates."""

    name: str
    company: str
    contacts_hidden: bool


@dataclass(frozen=True, slots=True)
class CandidateToPresent:
    """What the customers will get of one candidate.

    `resume` is "version", "original" (only those who see contacts), "withheld" or "none";
    `attachments` are opened in this vacancy; `spared` is what staff have said to be no contact.
    `has_initial`: the version itself has the surname as an initial, for whoever reads it.
    `resume_outdated`: the original has changed after the version.
    """

    id: int
    name: str
    resume: str
    resume_saved_at: datetime | None
    open_notes: int
    shown_before: bool
    attachments: int = 0
    spared: tuple[str, ...] = ()
    has_initial: bool = False
    resume_outdated: bool = False
    original_readable: bool = False

    @property
    def can_be_made(self) -> bool:
        """Whether a safe version, made of the original, would show what is withheld now."""
        return self.resume == "withheld" and self.original_readable


@dataclass(frozen=True, slots=True)
class PresentPreview:
    """The facts of the dialog, read before anything is done.

    `leaks` are the contacts that stand in what they would receive; `stopped`: some of them must
    not see any, so presenting waits until they are settled.
    """

    vacancy: str
    company: str
    who: tuple[WhoWillSee, ...]
    candidates: tuple[CandidateToPresent, ...]
    before: tuple[SeenBefore, ...] = ()
    leaks: tuple[Leak, ...] = ()
    stopped: bool = False


def preview(
    work: Work, *, vacancy_id: int, candidate_ids: Sequence[int], message: str = ""
) -> PresentPreview:
    """Who will see these candidates, and what of them, with the words typed so far.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    vacancy = work.one(Vacancy, vacancy_id)
    company = work.scalar(select(Company.name).where(Company.id == vacancy.company_id))
    found = work.scalars(select(Candidate).where(Candidate.id.in_(candidate_ids))).all()
    if len(found) != len(set(candidate_ids)):
        raise NotFound(model="Candidate")
    who = _who_will_see(work, vacancy_id)
    asked = Asked(work, vacancy_id, found, tidy_lines(message[:LONGEST_MESSAGE]))
    ids, originals = asked.candidate_ids, _originals(work, asked.candidate_ids)
    readable = {key for key, original in originals.items() if original.readable}
    notes = Counter(note.candidate_id for note, _ in asked.notes)
    before = seen_before(work, vacancy_id=vacancy_id, candidate_ids=ids)
    shown = {one.candidate_id for one in before}
    files = _opened_attachments(work, vacancy_id, ids)
    return PresentPreview(
        vacancy=vacancy.title,
        company=company or "",
        who=who,
        before=tuple(before),
        leaks=leaks_of(asked),
        stopped=may_not_see(customer.contacts_hidden for customer in who),
        candidates=tuple(
            CandidateToPresent(
                id=candidate.id,
                name=full_name(candidate),
                resume=_resume(asked.versions, originals, candidate.id, who),
                resume_saved_at=_saved_at(asked.versions.get(candidate.id)),
                open_notes=notes[candidate.id],
                shown_before=candidate.id in shown,
                attachments=files.get(candidate.id, 0),
                spared=asked.rules.spared.get(candidate.id, ()),
                has_initial=_has_initial(asked, candidate),
                resume_outdated=_is_outdated(asked, originals, candidate.id),
                original_readable=candidate.id in readable,
            )
            for candidate in found
        ),
    )


def _who_will_see(work: Work, vacancy_id: int) -> tuple[WhoWillSee, ...]:
    rows = work.rows(
        select(User.name, User.contacts_hidden, Company.name.label("company"))
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .where(active_customer_of(vacancy_id))
        .order_by(User.name),
    )
    return tuple(WhoWillSee(row.name, row.company or "", row.contacts_hidden) for row in rows)


def _originals(work: Work, candidate_ids: Sequence[int]) -> dict[int, ResumeOriginal]:
    """The current original of each candidate who has one."""
    rows = work.scalars(
        select(ResumeOriginal)
        .options(defer(ResumeOriginal.html))
        .where(
            ResumeOriginal.candidate_id.in_(candidate_ids),
            ResumeOriginal.superseded_at.is_(None),
        )
    )
    return {row.candidate_id: row for row in rows}


def _is_outdated(asked: Asked, originals: Mapping[int, ResumeOriginal], candidate_id: int) -> bool:
    version = asked.versions.get(candidate_id)
    return version is not None and is_outdated(version, originals.get(candidate_id))


def _opened_attachments(
    work: Work, vacancy_id: int, candidate_ids: Sequence[int]
) -> dict[int, int]:
    """How many attachments of each are opened to the vacancy's customers."""
    rows = work.rows(
        select(Attachment.candidate_id, func.count(Attachment.id))
        .join(AttachmentOpening, AttachmentOpening.attachment_id == Attachment.id)
        .where(
            Attachment.candidate_id.in_(candidate_ids),
            Attachment.archived_at.is_(None),
            AttachmentOpening.vacancy_id == vacancy_id,
            AttachmentOpening.hidden_at.is_(None),
        )
        .group_by(Attachment.candidate_id)
    )
    return {row[0]: row[1] for row in rows}


def _has_initial(asked: Asked, candidate: Candidate) -> bool:
    """Whether the version to be read has been shortened itself, not only on its way."""
    version, rules = asked.versions.get(candidate.id), asked.rules
    if version is None or candidate.id not in rules.initials:
        return False
    shortened = rules.html_with_initial(candidate.id, version.html) != version.html
    initial = rules.called(candidate.id, rules.initials[candidate.id]).last
    return not shortened and re.search(rf"(?<!\w){re.escape(initial)}", version.html) is not None


def _saved_at(version: ResumeVersion | None) -> datetime | None:
    return version.saved_at if version else None


def _resume(
    versions: Mapping[int, ResumeVersion],
    originals: Collection[int],
    candidate_id: int,
    who: tuple[WhoWillSee, ...],
) -> str:
    if candidate_id in versions:
        return "version"
    if candidate_id not in originals:
        return "none"
    return "withheld" if any(customer.contacts_hidden for customer in who) else "original"
