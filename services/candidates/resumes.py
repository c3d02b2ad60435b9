"""Résumés of a candidate: receiving originals, saving versions for customers, downloads."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, true

from db.keys import new_key
from db.models import (
    Application,
    Candidate,
    ResumeOriginal,
    ResumeVersion,
    User,
    Vacancy,
)
from services import audit
from services.checks import check_text
from services.disclosure import gives_original
from services.documents import ReadDocument
from services.editing import same_resume
from services.errors import NotFound
from services.folding import tidy
from services.markup import clean_html, plain_text
from services.permissions import Permission, require
from services.work import AnySelect, Work

_LONGEST_RESUME = 400_000
_LONGEST_NAME = 160


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """An uploaded résumé file that has been read already."""

    name: str
    content: bytes
    document: ReadDocument


@dataclass(frozen=True, slots=True)
class OriginalView:
    """The original as staff see it."""

    id: int
    file_name: str
    media_type: str
    size: int
    readable: bool
    html: str
    received_at: datetime
    current: bool = True


@dataclass(frozen=True, slots=True)
class VersionView:
    """A saved version for customers: when, by whom, and which original it was copied from.

    Without a vacancy it is the general one; `outdated`: a newer original has come since.
    """

    id: int
    original_id: int | None
    html: str
    saved_at: datetime
    current: bool
    saved_by: str = ""
    vacancy_id: int | None = None
    vacancy: str = ""
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Resumes:
    """The current original and version of a candidate."""

    original: ResumeOriginal | None
    version: ResumeVersion | None


@dataclass(frozen=True, slots=True)
class Download:
    """A file on its way out of our own route."""

    file_name: str
    media_type: str
    content: bytes


def receive(work: Work, *, candidate_id: int, file: ReceivedFile) -> int:
    """Keep a new original byte for byte; the one before it stays as history.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    before = select(ResumeOriginal).where(
        ResumeOriginal.candidate_id == candidate_id, ResumeOriginal.superseded_at.is_(None)
    )
    for one in work.scalars(before):
        one.superseded_at = work.now
    original = work.add(
        ResumeOriginal(
            id=new_key(),
            candidate_id=candidate_id,
            file_name=file_name(file.name),
            media_type=file.document.media_type,
            size=len(file.content),
            sha256=hashlib.sha256(file.content).hexdigest(),
            stored_as=work.files.put(file.content),
            readable=file.document.readable,
            html=file.document.html,
            received_at=work.now,
            received_by_id=work.viewer.user_id,
        ),
    )
    audit.record(work, "receive", "resume_original", original.id, candidate_id=candidate_id)
    return original.id


def save_version(
    work: Work,
    *,
    candidate_id: int,
    html: str,
    copied_from: int | None = None,
    vacancy_id: int | None = None,
    again: ResumeVersion | None = None,
) -> int | None:
    """Save a version for customers; from now on they see it. Older versions are kept.

    One for a vacancy is seen there alone, instead of the general one. It is of the original that
    it was copied from, else of the one the version before it was of; one that is brought back
    (`again`) is of what it was of then, and as old. Unchanged text saves nothing, however its
    markup spells it; emptied text takes the version away.
    Raises Invalid, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    if copied_from is not None and work.one(ResumeOriginal, copied_from).candidate_id != (
        candidate_id
    ):
        raise NotFound(model="ResumeOriginal")
    if vacancy_id is not None:
        _refuse_strangers(work, candidate_id, vacancy_id)
    cleaned = clean_html(check_text("resume", html, _LONGEST_RESUME))
    current = work.scalars(current_version(candidate_id, vacancy_id)).first()
    if same_resume(current.html if current else "", cleaned):
        return None
    if current is not None:
        current.superseded_at = work.now
    if not plain_text(cleaned).strip():
        audit.record(work, "withdraw", "resume_version", candidate_id, vacancy_id=vacancy_id)
        return None
    of = copied_from or (current.original_id if current else None)
    version = work.add(
        ResumeVersion(
            id=new_key(),
            candidate_id=candidate_id,
            vacancy_id=vacancy_id,
            original_id=again.original_id if again else of,
            html=cleaned,
            saved_at=work.now,
            saved_by_id=work.viewer.user_id,
            written_at=(again.written_at or again.saved_at) if again else None,
        ),
    )
    audit.record(work, "save", "resume_version", version.id, candidate_id=candidate_id)
    return version.id


def resumes_of(work: Work, *, candidate_id: int, vacancy_id: int | None = None) -> Resumes:
    """The current original and version that the viewer reaches: the vacancy's, else the general."""
    original = select(ResumeOriginal).where(
        ResumeOriginal.candidate_id == candidate_id,
        ResumeOriginal.superseded_at.is_(None),
    )
    version = (
        select(ResumeVersion)
        .where(
            ResumeVersion.candidate_id == candidate_id,
            ResumeVersion.superseded_at.is_(None),
            or_(ResumeVersion.vacancy_id == vacancy_id, ResumeVersion.vacancy_id.is_(None)),
        )
        .order_by(ResumeVersion.vacancy_id.nulls_last())
    )
    return Resumes(work.scalars(original).first(), work.scalars(version).first())


def is_outdated(version: ResumeVersion, original: ResumeOriginal | None) -> bool:
    """Whether the current original has come after the version, and not as what it is of."""
    if original is None or version.original_id == original.id:
        return False
    written_at = version.written_at or version.saved_at
    return version.original_id is not None or original.received_at > written_at


def versions(work: Work, *, candidate_id: int, now: bool = False) -> list[VersionView]:
    """Every version for customers, or those that hold `now`, newest first.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    original = resumes_of(work, candidate_id=candidate_id).original
    rows = work.rows(
        select(ResumeVersion, User.name, Vacancy.title)
        .join(User, User.id == ResumeVersion.saved_by_id)
        .join(Vacancy, Vacancy.id == ResumeVersion.vacancy_id, isouter=True)
        .where(
            ResumeVersion.candidate_id == candidate_id,
            ResumeVersion.superseded_at.is_(None) if now else true(),
        )
        .order_by(ResumeVersion.id.desc()),
    )
    return [
        VersionView(
            id=row.id,
            original_id=row.original_id,
            html=row.html,
            saved_at=row.saved_at,
            current=row.superseded_at is None,
            saved_by=saved_by,
            vacancy_id=row.vacancy_id,
            vacancy=vacancy or "",
            outdated=is_outdated(row, original),
        )
        for row, saved_by, vacancy in rows
    ]


def originals(work: Work, *, candidate_id: int) -> list[OriginalView]:
    """Every original of a candidate, newest first; no file is ever replaced.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    rows = work.scalars(
        select(ResumeOriginal)
        .where(ResumeOriginal.candidate_id == candidate_id)
        .order_by(ResumeOriginal.id.desc()),
    )
    return [original_view(row) for row in rows]


def download_original(work: Work, *, original_id: int) -> Download:
    """The original's bytes.

    Raises NotFound (also where contacts are hidden, or no vacancy gives it), NotAllowed.
    """
    original, _ = given_original(work, original_id=original_id)
    content = work.files.read(original.stored_as)
    return Download(original.file_name, original.media_type, content)


def given_original(work: Work, *, original_id: int) -> tuple[ResumeOriginal, Application | None]:
    """An original that the viewer may take along, and for a customer where it is given to him.

    Of several vacancies that give it, the one in which he was presented last. Raises NotFound,
    NotAllowed.
    """
    require(work.viewer, Permission.ORIGINALS_READ)
    original = work.one(ResumeOriginal, original_id)
    if work.viewer.is_staff:
        return original, None
    shown = work.rows(
        select(Application, Vacancy)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .where(Application.candidate_id == original.candidate_id)
        .order_by(Application.presented_at.desc(), Application.id.desc())
    )
    for application, vacancy in shown:
        if gives_original(work.viewer, vacancy):
            return original, application
    raise NotFound(model="ResumeOriginal")


def original_view(original: ResumeOriginal) -> OriginalView:
    """The original as a frozen view."""
    return OriginalView(
        id=original.id,
        file_name=original.file_name,
        media_type=original.media_type,
        size=original.size,
        readable=original.readable,
        html=original.html,
        received_at=original.received_at,
        current=original.superseded_at is None,
    )


def current_version(candidate_id: int, vacancy_id: int | None) -> AnySelect:
    """The current version made for exactly this vacancy, or the general one."""
    return select(ResumeVersion).where(
        ResumeVersion.candidate_id == candidate_id,
        ResumeVersion.superseded_at.is_(None),
        ResumeVersion.vacancy_id.is_(None)
        if vacancy_id is None
        else ResumeVersion.vacancy_id == vacancy_id,
    )


def _refuse_strangers(work: Work, candidate_id: int, vacancy_id: int) -> None:
    """A version is made for a vacancy that the candidate is linked to."""
    linked = select(Application.id).where(
        Application.candidate_id == candidate_id, Application.vacancy_id == vacancy_id
    )
    if work.scalars(linked).first() is None:
        raise NotFound(model="Vacancy")


def file_name(name: str) -> str:
    """The name as data: without any path, never used on disk."""
    base = tidy(name.replace("\\", "/").rsplit("/", 1)[-1]).lstrip("-.") or "resume"
    stem, dot, ending = base.rpartition(".")
    return f"{(stem or ending)[:_LONGEST_NAME]}{dot}{ending[:10]}" if stem else base[:_LONGEST_NAME]
