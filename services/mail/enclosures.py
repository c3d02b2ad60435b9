"""The files that go out with a letter: listed, read back, put into the post. Staff only."""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import Letter, LetterFile
from services.candidates.resumes import Download
from services.mail.message import Enclosure
from services.permissions import Permission, require
from services.work import AnySelect, Work


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of a letter, without its bytes."""

    id: int
    name: str
    size: int


def files_of(work: Work, letter: Letter) -> tuple[FileView, ...]:
    """What went out with a letter to a candidate; nobody else gets files."""
    if letter.candidate_id is None:
        return ()
    rows = work.scalars(_of(letter.id))
    return tuple(FileView(row.id, row.file_name, row.size) for row in rows)


def download_letter_file(work: Work, *, file_id: int) -> Download:
    """The file as it went out. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.LETTERS_READ)
    found = work.one(LetterFile, file_id)
    work.one(Letter, found.letter_id)
    return Download(found.file_name, found.media_type, work.files.read(found.stored_as))


def enclosures_of(work: Work, letter: Letter) -> list[Enclosure]:
    """What the letter brings along. Raises NotFound where a file is gone."""
    if letter.candidate_id is None:
        return []
    return [
        Enclosure(row.file_name, row.media_type, work.files.read(row.stored_as))
        for row in work.scalars(_of(letter.id))
    ]


def _of(letter_id: int) -> AnySelect:
    return (
        select(LetterFile)
        .where(LetterFile.letter_id == letter_id)
        .order_by(LetterFile.position, LetterFile.id)
    )
