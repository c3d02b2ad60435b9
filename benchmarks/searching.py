"""The staff's search: an answer, from the question to the page of rows, in primary-key reads."""

import shutil
from statistics import median

from benchmarks.houses import Furnished, installed
from benchmarks.reads import STAFF, one_read, seconds
from benchmarks.tables import print_table
from services.candidates.filters import BaseFilter
from services.candidates.listing import candidates
from services.installation import Installation
from services.search.keeping import keep_up
from services.work import reading

MOST_READS = 150
_NOBODY_ELSE = BaseFilter()
_WITH_RESUME = BaseFilter(resume="yes")
# Names, words of resumes in three languages, skills, parts of phones, and what nobody has.
_QUESTIONS: tuple[tuple[str, BaseFilter], ...] = (
    ("kovalenko", _NOBODY_ELSE),
    ("коваленко", _NOBODY_ELSE),
    ("анна", _NOBODY_ELSE),
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
    shutil.rmtree(house.directory / "search", ignore_errors=True)
    installation = installed(house.directory, house.database_url)
    unit = one_read(installation, house)
    built = seconds(lambda: keep_up(installation))
    installation.database.close()
    rows, first, everything = [], [], []
    for words, only in _QUESTIONS:
        # Database and index opened anew: nothing of them is at hand.
        installation = installed(house.directory, house.database_url)
        one_read(installation, house, times=1)
        found: list[int] = []
        times = [
            seconds(lambda: found.append(_ask(installation, words, only)))  # noqa: B023
            for _ in range(rounds)
        ]
        installation.database.close()
        reads = [spent / unit for spent in times]
        first.append(reads[0])
        everything += reads
        note = f"{words} + filter" if only != _NOBODY_ELSE else words
        rows.append((note, f"{found[0]:,}", f"{reads[0]:.0f}", f"{median(reads):.0f}"))
    print(f"\nsearch over {house.candidates:,} candidates, in primary-key reads")
    print_table([("question", "found", "first time", "median"), *rows])
    verdict = "meets" if median(everything) < MOST_READS else "MISSES"
    print(
        f"\nall of them: median {median(everything):.0f} reads, worst {max(everything):.0f}, first "
        f"times alone {median(first):.0f} ({verdict} {MOST_READS}); the index was made anew in "
        f"{built / unit:,.0f} reads"
    )


def _ask(installation: Installation, words: str, only: BaseFilter) -> int:
    with reading(installation, STAFF) as work:
        page = candidates(work, search=words, only=only)
    assert not page.names_only  # noqa: S101 - a benchmark of another thing would be worthless
    return page.found
