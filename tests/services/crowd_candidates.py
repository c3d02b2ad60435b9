"""The crowd's candidates: what belongs to each of them, whoever sees him."""

from collections.abc import Iterator

from db.base import Base
from db.models import Candidate, CandidateLanguage, Reminder, SparedContact
from tests.house import House
from tests.people import People


def said_of(house: House, people: People, candidate: Candidate) -> Iterator[Base]:
    """A language, what is no contact of his, and what staff want to be reminded of."""
    now, staff = house.clock.now, people.recruiter.user_id
    yield CandidateLanguage(candidate_id=candidate.id, language="uk", position=0)
    yield SparedContact(
        candidate_id=candidate.id,
        folded_text="next.js",
        text="Next.js",
        spared_by_id=staff,
        spared_at=now,
    )
    for owner_id in (staff, people.admin.user_id):
        yield Reminder(
            owner_id=owner_id,
            candidate_id=candidate.id,
            due_on=now.date(),
            due_at=now,
            created_at=now,
            text="Call him",
        )
