"""Every text of a candidate that the customers of a vacancy receive once he is presented.

One function per kind of text, all of them in `SOURCES`: what is shown anew is added there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import or_, select

from db.models import (
    Application,
    Attachment,
    AttachmentOpening,
    Candidate,
    CandidateTerm,
    Interview,
    Note,
    NoteReader,
    ResumeVersion,
    Term,
    User,
)
from services.candidates.vocabulary import Main, spellings_of
from services.disclosure import Disclosure, as_hidden, full_name
from services.notes.readers import Reader, readers_of_vacancy
from services.viewer import STAFF_ROLES, Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class Source:
    """A text of a candidate: `kind` says which, `key` is that of its row where it has one.

    Kinds: resume (structured), note, words (typed in the dialog of presenting), name, headline,
    city, skill, category; of an attachment file_name and attachment (structured), by the key of its
    opening; place, of an interview (`meeting` is its kind).
    """

    candidate_id: int
    kind: str
    key: int
    text: str
    meeting: str = ""


class Asked:
    """Whom is asked about: these candidates, and whoever would see them in this vacancy."""

    def __init__(
        self, work: Work, vacancy_id: int, candidates: Sequence[Candidate], words: str
    ) -> None:
        self.work = work
        self.vacancy_id = vacancy_id
        self.candidates = candidates
        self.words = words

    @property
    def candidate_ids(self) -> list[int]:
        """The keys of the candidates."""
        return [candidate.id for candidate in self.candidates]

    @cached_property
    def rules(self) -> Disclosure:
        """What the candidates' texts are cut by for whom contacts are hidden from."""
        return as_hidden(self.work, self.candidate_ids)

    @cached_property
    def versions(self) -> dict[int, ResumeVersion]:
        """The version of each résumé that is read in this vacancy."""
        return _versions_that_count(self)

    @cached_property
    def notes(self) -> list[tuple[Note, Role]]:
        """The notes that each candidate brings along, opened to the vacancy's customers."""
        return _opened_notes(self)


def sources_of(asked: Asked) -> list[Source]:
    """All those texts, candidate by candidate as they were asked for."""
    found = [source for texts in SOURCES for source in texts(asked) if source.text]
    order = {key: place for place, key in enumerate(asked.candidate_ids)}
    return sorted(found, key=lambda source: order[source.candidate_id])


def _versions_that_count(asked: Asked) -> dict[int, ResumeVersion]:
    """The vacancy's own, else the general one."""
    rows = asked.work.scalars(
        select(ResumeVersion)
        .where(
            ResumeVersion.candidate_id.in_(asked.candidate_ids),
            ResumeVersion.superseded_at.is_(None),
            or_(
                ResumeVersion.vacancy_id == asked.vacancy_id,
                ResumeVersion.vacancy_id.is_(None),
            ),
        )
        .order_by(ResumeVersion.vacancy_id.nulls_first())
    )
    return {row.candidate_id: row for row in rows}  # the vacancy's own comes last, and stays


def _opened_notes(asked: Asked) -> list[tuple[Note, Role]]:
    readers = readers_of_vacancy(asked.work, vacancy_id=asked.vacancy_id)
    statement = (
        select(Note, User.role)
        .join(User, User.id == Note.author_id)
        .join(NoteReader, NoteReader.note_id == Note.id)
        .join(Application, Application.id == Note.application_id, isouter=True)
        .where(
            Note.candidate_id.in_(asked.candidate_ids),
            Note.withdrawn_at.is_(None),
            (Note.application_id.is_(None)) | (Application.vacancy_id == asked.vacancy_id),
            Reader.named_in(readers),
        )
        .order_by(Note.id)
    )
    found = {note.id: (note, Role(role)) for note, role in asked.work.rows(statement)}
    return list(found.values())


def _resumes(asked: Asked) -> Iterator[Source]:
    for candidate_id, version in asked.versions.items():
        yield Source(candidate_id, "resume", version.id, version.html)


def _notes(asked: Asked) -> Iterator[Source]:
    """Staff's: what a customer wrote to his own side is not theirs to mend."""
    for note, author in asked.notes:
        if author in STAFF_ROLES:
            yield Source(note.candidate_id, "note", note.id, note.body)


def _words(asked: Asked) -> Iterator[Source]:
    for candidate_id in asked.candidate_ids:
        yield Source(candidate_id, "words", 0, asked.words)


def _cards(asked: Asked) -> Iterator[Source]:
    for candidate in asked.candidates:
        yield Source(candidate.id, "name", 0, full_name(candidate))
        yield Source(candidate.id, "headline", 0, candidate.headline)
        yield Source(candidate.id, "city", 0, candidate.city)


def _skills(asked: Asked) -> Iterator[Source]:
    """The words of his that people have typed, as they are read in any language."""
    rows = asked.work.rows(
        select(CandidateTerm.candidate_id, CandidateTerm.id, Term, Main)
        .select_from(CandidateTerm)
        .join(Term, Term.id == CandidateTerm.term_id)
        .join(Main, Main.id == Term.merged_into_id, isouter=True)
        .where(CandidateTerm.candidate_id.in_(asked.candidate_ids))
        .order_by(CandidateTerm.id)
    )
    for candidate_id, key, term, main in rows:
        read = main or term
        yield Source(candidate_id, read.kind, key, "\n".join(dict.fromkeys(spellings_of(read))))


def _attachments(asked: Asked) -> Iterator[Source]:
    """Those that are opened there, unless staff have said that they are given without contacts."""
    rows = asked.work.rows(
        select(AttachmentOpening.id, Attachment)
        .join(Attachment, Attachment.id == AttachmentOpening.attachment_id)
        .where(
            AttachmentOpening.vacancy_id == asked.vacancy_id,
            AttachmentOpening.hidden_at.is_(None),
            AttachmentOpening.without_contacts.is_(False),
            Attachment.candidate_id.in_(asked.candidate_ids),
            Attachment.archived_at.is_(None),
        )
        .order_by(AttachmentOpening.id)
    )
    for key, file in rows:
        yield from texts_of(file, key)


def texts_of(file: Attachment, key: int = 0) -> Iterator[Source]:
    """What whoever may not read contacts gets of it: its name and its text, made anew.

    Nothing that stands in the file beside its text, and nothing at all where none was read.
    """
    if file.readable:
        yield Source(file.candidate_id, "file_name", key, file.file_name)
        yield Source(file.candidate_id, "attachment", key, file.html)


def _interviews(asked: Asked) -> Iterator[Source]:
    """Where they take place; not what staff have said that customers read cut."""
    rows = asked.work.rows(
        select(Application.candidate_id, Interview)
        .join(Application, Application.id == Interview.application_id)
        .where(
            Application.vacancy_id == asked.vacancy_id,
            Application.candidate_id.in_(asked.candidate_ids),
            Interview.staff_only.is_(False),
            Interview.state != "undone",
            Interview.place_cut.is_(False),
        )
        .order_by(Interview.starts_at, Interview.id)
    )
    for candidate_id, one in rows:
        yield Source(candidate_id, "place", one.id, one.location, one.kind)


SOURCES: tuple[Callable[[Asked], Iterable[Source]], ...] = (
    _resumes,
    _notes,
    _words,
    _cards,
    _skills,
    _attachments,
    _interviews,
)
