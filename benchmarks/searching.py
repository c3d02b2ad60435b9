"""The staff's search: an answer, from the question to the page of rows, in primary-key reads."""

import time
from collections.abc import Callable
from statistics import median

from benchmarks.houses import Furnished, installed
from benchmarks.tables import print_table
from db.models import Candidate
from services.candidates.filters import BaseFilter
from services.candidates.listing import candidates
from services.installation import Installation
from services.search.keeping import keep_up
from services.viewer import Role, Viewer
from services.work import Work, reading

MOST_READS = 150
_STAFF = Viewer(0, Role.RECRUITER)
_NOBODY_ELSE = BaseFilter()
_WITH_RESUME = BaseFilter(resume="yes")
# Names, words of resumes in three languages, skills, parts of phones, and what nobody has.
_QUESTIONS: tuple[tuple[str, BaseFilter], ...] = (
    ("kovalenko", _NOBODY_ELSE),
    ("anna", _NOBODY_ELSE),
    ("warehouse", _NOBODY_ELSE),
    ("interface text", _NOBODY_ELSE),
    ("досвід", _NOBODY_ELSE),
    ("проект", _NOBODY_ELSE),
    ("python", _NOBODY_ELSE),
    ("senior kyiv", _NOBODY_ELSE),
    ("067 555 001", _NOBODY_ELSE),
    ("+380 67 555 012345", _NOBODY_ELSE),
    ("candidate4711@mail", _NOBODY_ELSE),
    ("a", _NOBODY_ELSE),
    ("nobody at all", _NOBODY_ELSE),
    ("warehouse", _WITH_RESUME),
    ("senior kyiv", _WITH_RESUME),
    ("python", _WITH_RESUME),
)


def print_search(house: Furnished, *, rounds: int) -> None:
    """Print what each question costs, the first time it is asked included."""
    installation = installed(house.directory, house.database_url)
    built = _seconds(lambda: keep_up(installation))
    unit = median(_seconds(lambda: _read_one(installation, house)) for _ in range(60))
    rows, everything = [], []
    for words, only in _QUESTIONS:
        installation.__dict__.pop("index", None)  # opened anew: nothing of it is at hand
        found: list[int] = []
        times = [
            _seconds(lambda: found.append(_ask(installation, words, only)))  # noqa: B023
            for _ in range(rounds)
        ]
        reads = [spent / unit for spent in times]
        everything += reads
        note = f"{words} + filter" if only != _NOBODY_ELSE else words
        rows.append((note, f"{found[0]:,}", f"{reads[0]:.0f}", f"{median(reads):.0f}"))
    installation.database.close()
    print(f"\nsearch over {house.candidates:,} candidates, in primary-key reads")
    print_table([("question", "found", "first time", "median"), *rows])
    verdict = "meets" if median(everything) < MOST_READS else "MISSES"
    print(
        f"\nall of them: median {median(everything):.0f} reads, worst {max(everything):.0f} "
        f"({verdict} {MOST_READS}); the index was brought up to date in {built / unit:,.0f} reads"
    )


def _ask(installation: Installation, words: str, only: BaseFilter) -> int:
    with reading(installation, _STAFF) as work:
        page = candidates(work, search=words, only=only)
    assert not page.names_only  # noqa: S101 - a benchmark of another thing would be worthless
    return page.found


def _read_one(installation: Installation, house: Furnished) -> None:
    with reading(installation, _STAFF) as work:
        _one(work, house.keys.candidate_id)


def _one(work: Work, key: int) -> None:
    work.one(Candidate, key)


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
