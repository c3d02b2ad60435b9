"""The safe version of a résumé, made of the original in one act."""

from dataclasses import dataclass

from db.models import Agency, Candidate, ResumeOriginal
from services.agency import own_contacts
from services.candidates.resumes import resumes_of
from services.contacts.surname_forms import Person
from services.disclosure import as_hidden, full_name
from services.errors import NotFound
from services.permissions import Permission, require
from services.resumes.removals import Removal, Rules, Wishes, prepare
from services.work import Work


@dataclass(frozen=True, slots=True)
class SafeCopy:
    """The text to be edited and saved, and what was taken out of which original for it.

    `marked` is the original with `removals.TAKEN` around what was taken out; `absent` are words
    that were to be taken out and stand nowhere in it, `agency_line` how the agency is reached.
    """

    original_id: int
    html: str
    marked: str
    removals: tuple[Removal, ...]
    absent: tuple[str, ...] = ()
    agency_line: str = ""

    @property
    def not_contacts(self) -> tuple[str, ...]:
        """What was put back of what looked like a contact, and is none of his stored ones."""
        return tuple(
            text
            for one in self.removals
            if one.put_back and not one.stored and one.kind in NAMED_BY_THE_CARD
            for text in one.spellings
        )


NAMED_BY_THE_CARD = frozenset({"email", "phone", "url", "handle", "address", "surname"})
"""What is looked for again wherever a customer without contacts reads."""


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
    rules = _rules(work, candidate)
    prepared = prepare(original.html, rules, wishes or Wishes())
    return SafeCopy(
        original.id,
        prepared.html,
        prepared.marked,
        prepared.removals,
        prepared.absent,
        rules.agency_line,
    )


def _rules(work: Work, candidate: Candidate) -> Rules:
    rules = as_hidden(work, [candidate.id])
    house = work.only(Agency)
    reach = own_contacts(house)
    return Rules(
        known=(rules.known or {}).get(candidate.id, ()),
        names=(full_name(candidate),),
        spared=rules.spared.get(candidate.id, ()),
        person=Person(candidate.first_name, candidate.last_name),
        agency=rules.agency,
        agency_line=" · ".join((house.name, *reach)) if reach else "",
    )
