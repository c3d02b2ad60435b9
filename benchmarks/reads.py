"""What a service costs by itself, in reads of one row by its key, each with its unit of work."""

import time
from collections.abc import Callable
from statistics import median

from benchmarks.houses import Furnished
from db.models import Candidate
from services.installation import Installation
from services.viewer import Role, Viewer
from services.work import reading

STAFF = Viewer(0, Role.RECRUITER)
_READS = 60


def seconds(act: Callable[[], object]) -> float:
    """How long it took, once."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def one_read(installation: Installation, house: Furnished, *, times: int = _READS) -> float:
    """The seconds of one such read: the unit of everything measured in the same run."""
    return median(seconds(lambda: _read(installation, house)) for _ in range(times))


def _read(installation: Installation, house: Furnished) -> None:
    with reading(installation, STAFF) as work:
        work.one(Candidate, house.keys.candidate_id)
