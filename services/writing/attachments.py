"""What is attached to a letter: the candidate's own files, or files uploaded for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.models import Attachment, LetterFile, ResumeOriginal
from services.candidates.resumes import file_name
from services.documents.kinds import kind_of
from services.documents.limits import LIMITS
from services.documents.reading import MEDIA_TYPES
from services.errors import DocumentRefused, Invalid, NotFound
from services.permissions import Permission, require
from services.work import Work

#: So many files, and so much of them together: what mail servers usually take.
MOST_FILES = 5
MOST_BYTES = 15_000_000


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file to be attached: the candidate's own, by its key, or an uploaded one with its bytes.

    His own is an original, or an attachment that lies beside his resumes.
    """

    name: str = ""
    content: bytes = b""
    media_type: str = ""
    original_id: int | None = None
    attachment_id: int | None = None


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies under the data directory, about to go out with one or several letters."""

    name: str
    media_type: str
    size: int
    stored_as: str
    original_id: int | None = None


def uploaded(name: str, content: bytes) -> ChosenFile:
    """A file as it was chosen: what it is, its content says, as with a résumé.

    Raises Invalid (files "file_empty", "file_too_large", "not_attachable").
    """
    if not content:
        raise Invalid(files="file_empty")
    if len(content) > LIMITS.size:
        raise Invalid(files="file_too_large")
    try:
        kind = kind_of(content)
    except DocumentRefused as refused:
        raise Invalid(files="not_attachable") from refused
    return ChosenFile(file_name(name), content, MEDIA_TYPES[kind])


def keep_files(
    work: Work, files: Sequence[ChosenFile], *, candidate_id: int | None
) -> tuple[KeptFile, ...]:
    """Store what was uploaded; what is this candidate's own is there already.

    Raises Invalid (files "too_many", "together_too_large", "file_empty", "file_too_large",
    "not_attachable"), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    if len(files) > MOST_FILES:
        raise Invalid(files="too_many")
    own = {
        (one.original_id, one.attachment_id): _own(work, one, candidate_id)
        for one in files
        if _is_own(one)
    }
    checked = [uploaded(one.name, one.content) for one in files if not _is_own(one)]
    total = sum(len(one.content) for one in checked)
    if total + sum(one.size for one in own.values()) > MOST_BYTES:
        raise Invalid(files="together_too_large")
    return (
        *own.values(),
        *(
            KeptFile(one.name, one.media_type, len(one.content), work.files.put(one.content))
            for one in checked
        ),
    )


def attach(work: Work, letter_id: int, files: Sequence[KeptFile]) -> None:
    """Put these files to a letter that has just been queued. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    for position, one in enumerate(files):
        work.add(
            LetterFile(
                letter_id=letter_id,
                original_id=one.original_id,
                position=position,
                file_name=one.name,
                media_type=one.media_type,
                size=one.size,
                stored_as=one.stored_as,
            )
        )


def _is_own(file: ChosenFile) -> bool:
    return file.original_id is not None or file.attachment_id is not None


def _own(work: Work, file: ChosenFile, candidate_id: int | None) -> KeptFile:
    found: ResumeOriginal | Attachment
    if file.original_id is not None:
        found = work.one(ResumeOriginal, file.original_id)
    else:
        found = work.one(Attachment, file.attachment_id or 0)
        if found.archived_at is not None:
            raise NotFound(model="Attachment")
    if found.candidate_id != candidate_id:
        raise NotFound(model=type(found).__name__)
    return KeptFile(
        found.file_name, found.media_type, found.size, found.stored_as, file.original_id
    )
