"""The keys by which a candidate is found again, kept beside him."""

from collections.abc import Iterable

from sqlalchemy import select

from db.likeness import NAME, contact_keys, name_key
from db.models import Likeness
from services.work import Work

Keys = frozenset[tuple[str, str]]


def keys_of(first_name: str, last_name: str, contacts: Iterable[tuple[str, str]]) -> Keys:
    """What somebody of this name who is reached so is compared by: (kind, key)."""
    found = {key for kind, value in contacts for key in contact_keys(kind, value)}
    if name := name_key(first_name, last_name):
        found.add((NAME, name))
    return frozenset(found)


def keep_likenesses(work: Work, candidate_id: int, keys: Keys) -> None:
    """Let the candidate be found by these keys and by no others."""
    stored = {
        (row.kind, row.likeness): row
        for row in work.scalars(select(Likeness).where(Likeness.candidate_id == candidate_id))
    }
    for key in stored.keys() - keys:
        work.remove(stored[key])
    for kind, likeness in sorted(keys - stored.keys()):
        work.add(Likeness(candidate_id=candidate_id, kind=kind, likeness=likeness))
