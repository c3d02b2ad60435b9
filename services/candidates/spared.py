"""What looks like a contact of a candidate and is none: said by staff, recorded, taken back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Select, select

from db.keys import new_key
from db.models import Candidate, CandidateContact, SparedContact
from services import audit
from services.contacts.detection import holds_known
from services.contacts.spared import LONGEST, spared_key
from services.errors import Invalid
from services.folding import tidy_lines
from services.permissions import Permission, require
from services.work import Work

MOST_AT_ONCE = 200


def spare(work: Work, *, candidate_id: int, texts: Sequence[str]) -> None:
    """Say of these strings that they are no contacts: they are shown wherever they stand.

    A contact that is stored with the candidate stays one. What was said before is not said again.
    Raises Invalid (spared "required", "too_many", "too_long", "stored"), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    wanted = _by_key(texts)
    if not wanted or len(wanted) > MOST_AT_ONCE:
        raise Invalid(spared="too_many" if wanted else "required")
    known = _stored_contacts(work, candidate_id)
    if any(holds_known(text, known) for text in wanted.values()):
        raise Invalid(spared="stored")
    said = {row.folded_text for row in work.scalars(_rows_of([candidate_id]))}
    for key, text in wanted.items():
        if key in said:
            continue
        work.add(
            SparedContact(
                id=new_key(),
                candidate_id=candidate_id,
                folded_text=key,
                text=text,
                spared_by_id=work.viewer.user_id,
                spared_at=work.now,
            )
        )
        audit.record(work, "spare", "candidate", candidate_id, text=text)


def take_back(work: Work, *, candidate_id: int, texts: Sequence[str]) -> None:
    """Say it of these strings no more: from now on they are contacts again.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    wanted = {spared_key(text) for text in texts if len(text) <= LONGEST}
    for row in work.scalars(_rows_of([candidate_id])).all():
        if spared_key(row.text) in wanted:  # as it is read today, however it was folded once
            work.remove(row)
            audit.record(work, "spare_no_more", "candidate", candidate_id, text=row.text)


def spared_of(work: Work, candidate_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """What was said to be no contact, by candidate; as it stood then. Raises NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    found: dict[int, list[str]] = defaultdict(list)
    for row in work.scalars(_rows_of(candidate_ids)):
        found[row.candidate_id].append(row.text)
    return {candidate_id: tuple(texts) for candidate_id, texts in found.items()}


def short_ones(texts: Iterable[str]) -> list[str]:
    """Those of the strings that are short enough to be remembered, each once."""
    told = _by_key(text for text in texts if len(text) <= LONGEST).values()
    return [text for text in told if len(text) <= LONGEST]


def _by_key(texts: Iterable[str]) -> dict[str, str]:
    """The strings by what they are compared by, each once."""
    found: dict[str, str] = {}
    for text in texts:
        if len(text) > LONGEST:
            raise Invalid(spared="too_long")
        said = tidy_lines(text)
        if key := spared_key(said):
            found.setdefault(key, said)
    return found


def _stored_contacts(work: Work, candidate_id: int) -> list[str]:
    own = select(CandidateContact.value).where(CandidateContact.candidate_id == candidate_id)
    return list(work.scalars(own))


def _rows_of(candidate_ids: Collection[int]) -> Select[SparedContact]:
    return (
        select(SparedContact)
        .where(SparedContact.candidate_id.in_(candidate_ids))
        .order_by(SparedContact.id)
    )
