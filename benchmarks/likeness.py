"""Duplicates on the way in: what it costs to look for those who are in the base already."""

from statistics import median

from sqlalchemy import select

from benchmarks.houses import Furnished, installed
from benchmarks.reads import STAFF, one_read, seconds
from benchmarks.tables import print_table
from db.models import Candidate, CandidateContact
from services.candidates.duplicates import Proposed, duplicates_of
from services.candidates.known import known_of
from services.installation import Installation
from services.work import reading

_BATCH = 20  # so many files may be dropped at once


def print_likeness(houses: list[Furnished], *, rounds: int) -> None:
    """Print what it costs at each size to compare one, and a whole batch, with the base."""
    rows = [("compared", *(f"at {house.candidates:,}" for house in houses), "found")]
    columns = [_column(house, rounds) for house in houses]
    for number, (name, _, _) in enumerate(columns[0]):
        reads = (f"{column[number][1]:.1f}" for column in columns)
        rows.append((name, *reads, " | ".join(str(column[number][2]) for column in columns)))
    print("\nduplicates on the way in, in primary-key reads (median)")
    print_table(rows)


def _column(house: Furnished, rounds: int) -> list[tuple[str, float, int]]:
    """Each question with its price and the number of those who are found."""
    installation = installed(house.directory, house.database_url)
    unit = one_read(installation, house)
    people = _people(installation)
    nobody = [Proposed("Somebody", "New", "Kyiv", (("email", "somebody@new.example"),))]
    named = [Proposed(one.first_name, one.last_name, one.city) for one in people[:1]]
    questions = {
        "nobody like him": nobody,
        "by contacts, name, city": people[:1],
        "by name and city": named,
        f"a batch of {_BATCH}": people,
    }
    found = []
    for name, proposals in questions.items():
        several: list[int] = []
        times = [
            seconds(lambda: several.append(_ask(installation, proposals)))  # noqa: B023
            for _ in range(rounds)
        ]
        found.append((name, median(times) / unit, several[0]))
    installation.database.close()
    return found


def _people(installation: Installation) -> list[Proposed]:
    """Some of the base, as their own files would propose them."""
    with reading(installation, STAFF) as work:
        newest = work.scalars(select(Candidate).order_by(Candidate.id.desc()).limit(_BATCH)).all()
        ways = work.rows(
            select(
                CandidateContact.candidate_id, CandidateContact.kind, CandidateContact.value
            ).where(CandidateContact.candidate_id.in_([one.id for one in newest]))
        ).all()
    return [
        Proposed(
            one.first_name,
            one.last_name,
            one.city,
            tuple((kind, value) for candidate_id, kind, value in ways if candidate_id == one.id),
        )
        for one in newest
    ]


def _ask(installation: Installation, proposals: list[Proposed]) -> int:
    """As the table of a batch does: who they may be, and what is known of those."""
    with reading(installation, STAFF) as work:
        found = duplicates_of(work, proposals)
        known_of(work, sorted({like.candidate_id for one in found for like in one}))
    return sum(map(len, found))
