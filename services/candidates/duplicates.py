"""Whether somebody who is about to be added is in the base already."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.likeness import ACCOUNT, EMAIL, NAME, PHONE, sounds_like
from db.models import Candidate, CandidateContact, Likeness
from services.candidates.forms import CandidateForm
from services.candidates.likenesses import Keys, keys_of
from services.documents.cities import plain_city
from services.errors import Invalid
from services.permissions import Permission, require
from services.work import Work

SAME_EMAIL, SAME_PHONE, SAME_ACCOUNT = "same_email", "same_phone", "same_account"
SAME_NAME_AND_CITY = "same_name_and_city"
SAME_FILE = "same_file"
"""The surest of all, where there is a file: it is one of his originals, byte for byte."""
REASONS = (SAME_EMAIL, SAME_PHONE, SAME_ACCOUNT, SAME_NAME_AND_CITY)
"""Why two may be one person, the strongest reason first."""
MOST_AT_ONCE = 50

_REASON_OF = {EMAIL: SAME_EMAIL, PHONE: SAME_PHONE, ACCOUNT: SAME_ACCOUNT}
_MOST_EACH = 5


@dataclass(frozen=True, slots=True)
class Proposed:
    """Somebody about to be added, as far as he is known: contacts as (kind, value)."""

    first_name: str = ""
    last_name: str = ""
    city: str = ""
    contacts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A candidate of the base who may be the same person, and why (of REASONS)."""

    candidate_id: int
    name: str
    headline: str
    city: str
    created_at: datetime
    archived: bool
    reasons: tuple[str, ...]


def duplicates_of(
    work: Work, proposals: Sequence[Proposed], *, besides: int | None = None
) -> list[list[Duplicate]]:
    """Who of the base each of them may be, the surest first, five at most; archived ones, too.

    One question whatever their number. `besides` is the candidate who is being edited: nobody is
    his own duplicate. Raises Invalid (more than fifty), NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    if len(proposals) > MOST_AT_ONCE:
        raise Invalid(candidates="too_many")
    wanted = [keys_of(one.first_name, one.last_name, one.contacts) for one in proposals]
    found = _found(work, frozenset().union(*wanted), besides)
    return [_of_one(keys, one, found) for keys, one in zip(wanted, proposals, strict=True)]


def newly_like(work: Work, *, candidate_id: int, form: CandidateForm) -> list[Duplicate]:
    """Whom the candidate would be like if the form was saved, and is not yet.

    Nothing is asked where neither name nor contacts nor city are changed by it.
    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    row = work.one(Candidate, candidate_id)
    contacts = select(CandidateContact.kind, CandidateContact.value).where(
        CandidateContact.candidate_id == candidate_id
    )
    ways = tuple((one.kind, one.value) for one in work.rows(contacts))
    before, after = Proposed(row.first_name, row.last_name, row.city, ways), proposed_of(form)
    if before == after:
        return []
    was, now = duplicates_of(work, [before, after], besides=candidate_id)
    known = {(one.candidate_id, reason) for one in was for reason in one.reasons}
    return [one for one in now if {(one.candidate_id, reason) for reason in one.reasons} - known]


_Found = dict[tuple[str, str], list[Candidate]]


def _found(work: Work, keys: Keys, besides: int | None) -> _Found:
    """The candidates of each key."""
    found: _Found = defaultdict(list)
    if not keys:
        return found
    rows = work.rows(
        select(Likeness.kind, Likeness.likeness, Candidate)
        .join(Candidate, Candidate.id == Likeness.candidate_id)
        .where(Likeness.likeness.in_({likeness for _, likeness in keys}))
    )
    for kind, likeness, candidate in rows:
        if candidate.id != besides:
            found[kind, likeness].append(candidate)
    return found


def _of_one(keys: Keys, proposed: Proposed, found: _Found) -> list[Duplicate]:
    people: dict[int, Candidate] = {}
    reasons: dict[int, set[str]] = defaultdict(set)
    for key in keys:
        for candidate in found.get(key, ()):
            if key[0] == NAME and not same_city(candidate.city, proposed.city):
                continue
            people[candidate.id] = candidate
            reasons[candidate.id].add(_REASON_OF.get(key[0], SAME_NAME_AND_CITY))
    duplicates = [
        Duplicate(
            candidate_id=id_,
            name=f"{one.first_name} {one.last_name}".strip(),
            headline=one.headline,
            city=one.city,
            created_at=one.created_at,
            archived=one.archived_at is not None,
            reasons=tuple(reason for reason in REASONS if reason in reasons[id_]),
        )
        for id_, one in people.items()
    ]
    return sorted(duplicates, key=_surest)[:_MOST_EACH]


def _surest(one: Duplicate) -> tuple[tuple[bool, ...], bool, int]:
    """The strongest reason counts most; of equals those in use, then the newest."""
    return tuple(reason not in one.reasons for reason in REASONS), one.archived, -one.candidate_id


def same_city(one: str, other: str) -> bool:
    """Whether two texts name one city, in whichever language; nothing is no city."""
    return bool(one.strip()) and bool(other.strip()) and _city(one) == _city(other)


def _city(text: str) -> str:
    return " ".join(sounds_like(word) for word in plain_city(text).split())


def proposed_of(form: CandidateForm) -> Proposed:
    """The one whom a form speaks of."""
    contacts = tuple((one.kind, one.value) for one in form.contacts)
    return Proposed(form.first_name, form.last_name, form.city, contacts)
