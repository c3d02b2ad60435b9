"""The safe version of a résumé, made of the original in one act."""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import Candidate, CandidateContact, ResumeOriginal
from services.candidates.resumes import resumes_of
from services.candidates.spared import spared_of
from services.disclosure import full_name
from services.errors import NotFound
from services.permissions import Permission, require
from services.resumes.removals import Removal, Rules, Wishes, prepare
from services.work import Work


@dataclass(frozen=True, slots=True)
class SafeCopy:
    """The text to be edited and saved, and what was taken out of which original for it.

    `marked` is the original with `removals.TAKEN` around what was taken out; `absent` are words
    that were to be taken out and stand nowhere in it.
    """

    original_id: int
    html: str
    marked: str
    removals: tuple[Removal, ...]
    absent: tuple[str, ...] = ()

    @property
    def not_contacts(self) -> tuple[str, ...]:
        """What was put back of what looked like a contact, and is none of his stored ones."""
        return tuple(
            text
            for one in self.removals
            if one.put_back and not one.stored and one.kind in CONTACTS
            for text in one.spellings
        )


CONTACTS = frozenset({"email", "phone", "url", "handle", "address"})


def safe_copy(
    work: Work, *, candidate_id: int, wishes: Wishes | None = None, original_id: int | None = None
) -> SafeCopy:
    """The original without everything that looks like a contact, its structure kept.

    Of the current original, or of an earlier one that is named. Nothing is saved by it. Raises
    NotFound (also where the original has no text), NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    candidate = work.one(Candidate, candidate_id)
    if original_id is None:
        original = resumes_of(work, candidate_id=candidate_id).original
    else:
        original = work.one(ResumeOriginal, original_id)
    if original is None or not original.readable or original.candidate_id != candidate_id:
        raise NotFound(model="ResumeOriginal")
    prepared = prepare(original.html, _rules(work, candidate), wishes or Wishes())
    return SafeCopy(original.id, prepared.html, prepared.marked, prepared.removals, prepared.absent)


def _rules(work: Work, candidate: Candidate) -> Rules:
    own = select(CandidateContact.value).where(CandidateContact.candidate_id == candidate.id)
    return Rules(
        known=tuple(work.scalars(own.order_by(CandidateContact.position))),
        names=(full_name(candidate),),
        spared=spared_of(work, [candidate.id]).get(candidate.id, ()),
    )
