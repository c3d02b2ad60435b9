"""A letter to several candidates of a vacancy: each gets his own and sees nobody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from db.models import Application, Candidate, CandidateContact, Letter, Vacancy
from services import audit
from services.checks import check_choice
from services.disclosure import full_name
from services.errors import Invalid, NotFound, TooLate
from services.interviews.told import take_back
from services.notes.telling import told_from
from services.permissions import Permission, require
from services.work import Work
from services.writing.attachments import ChosenFile, attach, keep_files
from services.writing.by_hand import KINDS
from services.writing.letters import CandidateLetter, send

_SENT_TWICE_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A candidate who is to be written to; without an `email` he cannot be.

    `language` is his own, "" where nobody knows it.
    """

    application_id: int
    candidate_id: int
    name: str
    email: str
    language: str = ""


def recipients(work: Work, *, vacancy_id: int, application_ids: Sequence[int]) -> list[Recipient]:
    """The chosen candidates of the vacancy, by name. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    work.one(Vacancy, vacancy_id)
    rows = work.rows(
        select(Application.id, Candidate)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .where(
            Application.vacancy_id == vacancy_id,
            Application.id.in_(application_ids),
            Candidate.archived_at.is_(None),
        )
    ).all()
    emails = _emails(work, [candidate.id for _, candidate in rows])
    found = [
        Recipient(key, one.id, full_name(one), emails.get(one.id, ""), one.letter_language)
        for key, one in rows
    ]
    if len(found) != len(set(application_ids)):
        raise NotFound(model="Application")
    return sorted(found, key=lambda one: (one.name.casefold(), one.application_id))


def write_to_several(
    work: Work,
    *,
    vacancy_id: int,
    application_ids: Sequence[int],
    kind: str,
    letter: CandidateLetter,
    batch_id: int,
    files: Sequence[ChosenFile] = (),
) -> int:
    """Write to each of them who has an e-mail, his own letter; returns how many.

    `batch_id` is a key made beforehand: a form that is sent twice writes once. Raises Invalid
    (letter "nobody_to_write_to" and others), UnknownPlaceholder, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    check_choice("kind", kind, KINDS)
    known = recipients(work, vacancy_id=vacancy_id, application_ids=application_ids)
    reached = [one for one in known if one.email]
    if not reached:
        raise Invalid(letter="nobody_to_write_to")
    if before := _written(work, batch_id):
        return len(before)
    kept = keep_files(work, files, candidate_id=None)
    for one in reached:
        application = work.one(Application, one.application_id)
        key = send(
            work, application, letter, kind=kind, send_after=told_from(work), batch_id=batch_id
        )
        attach(work, key, kept)
    audit.record(work, "write", "letters", batch_id, vacancy_id=vacancy_id, kind=kind)
    return len(reached)


def undo_writing_to_several(work: Work, *, batch_id: int) -> None:
    """Take them all back before the first one leaves. Raises TooLate, NotFound, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    found = _written(work, batch_id)
    if not found:
        raise NotFound(model="Letter")
    if any(one.state != "queued" or work.now >= one.send_after for one in found):
        raise TooLate
    take_back(work, found)
    audit.record(work, "undo", "letters", batch_id)


def _written(work: Work, batch_id: int) -> Sequence[Letter]:
    """The viewer's own letters of this batch, looked for among the newest."""
    return work.scalars(
        select(Letter).where(
            Letter.send_after > work.now - _SENT_TWICE_WITHIN,
            Letter.batch_id == batch_id,
            Letter.created_by_id == work.viewer.user_id,
        )
    ).all()


def _emails(work: Work, candidate_ids: Sequence[int]) -> dict[int, str]:
    """By candidate, his first e-mail: the one a letter to him alone goes to."""
    rows = work.rows(
        select(CandidateContact.candidate_id, CandidateContact.value)
        .where(CandidateContact.candidate_id.in_(candidate_ids), CandidateContact.kind == "email")
        .order_by(CandidateContact.position.desc(), CandidateContact.id.desc())
    )
    return {row.candidate_id: row.value for row in rows}
