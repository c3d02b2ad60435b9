"""The keys by which candidates are found again: those that stand there, those that should."""

from collections import defaultdict

from sqlalchemy import select

from db.models import Candidate, CandidateContact, Likeness
from services.candidates.likenesses import keys_of


def stored(session):
    """What stands beside every candidate."""
    found = defaultdict(list)
    for row in session.scalars(select(Likeness)):
        found[row.candidate_id].append((row.kind, row.likeness))
    return {candidate_id: sorted(keys) for candidate_id, keys in found.items()}


def wanted(session):
    """What the services would keep of every candidate."""
    contacts = defaultdict(list)
    for row in session.scalars(select(CandidateContact)):
        contacts[row.candidate_id].append((row.kind, row.value))
    keys = {
        one.id: keys_of(one.first_name, one.last_name, contacts[one.id])
        for one in session.scalars(select(Candidate))
    }
    return {candidate_id: sorted(those) for candidate_id, those in keys.items() if those}
