"""Measures reruns: statements, data time and CPU, each as the median of several rounds.

Every round runs the empty page and the measured page at every size once, one after the other:
whatever else the machine is doing slows them all, and what is told is their ratio.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from benchmarks.houses import Furnished
from benchmarks.server import Server
from benchmarks.visitor import Visitor
from benchmarks.visits import Page

_WARM_UP = 3
_UNIT_READS = 60


@dataclass(frozen=True)
class Rerun:
    """One rerun of a page: what it cost the server, and what came over the wire."""

    statements: int
    data_ns: float
    cpu_ns: float
    sent_bytes: int


@dataclass(frozen=True)
class Cost:
    """A page's cost: data time in primary-key reads, CPU in empty reruns."""

    statements: int
    reads: float
    empties: float
    sent_bytes: int


@dataclass(frozen=True)
class Served:
    """A page of one agency, and the server that serves it."""

    page: Page
    house: Furnished
    server: Server

    def opened(self) -> Visitor:
        """A tab of its role on the page."""
        cookie = self.house.cookies[self.page.role]
        return Visitor(self.server.port, cookie=cookie, page=self.page.address, **self.page.query)


def one_rerun(server: Server, visitor: Visitor) -> Rerun:
    """Run the page once between two readings of the meters.

    The first two readings tell what reading the meters costs by itself.
    """
    first, before = server.meters(), server.meters()
    sent = visitor.rerun()
    after = server.meters()
    reading = before.cpu_ns - first.cpu_ns
    return Rerun(
        after.statements - before.statements,
        after.data_ns - before.data_ns,
        after.cpu_ns - before.cpu_ns - reading,
        sent,
    )


def one_read(server: Server, house: Furnished) -> float:
    """The data time of one read by primary key: the unit of data time, in nanoseconds."""
    path = f"/read-one/{house.keys.candidate_id}"
    found = []
    for _ in range(_UNIT_READS):
        before = server.meters()
        server.get(path)
        found.append(server.meters().data_ns - before.data_ns)
    return median(found[_UNIT_READS // 6 :])


def costs_of(served: Sequence[Served], empty: tuple[Server, Visitor], rounds: int) -> list[Cost]:
    """What a rerun of one page costs at each size, in units of this very run.

    Raises PageBroke.
    """
    yardsticks: list[float] = []
    found: list[list[Rerun]] = [[] for _ in served]
    with ExitStack() as ends:
        visitors = [ends.enter_context(one.opened()) for one in served]
        for visitor in visitors:
            for _ in range(_WARM_UP):
                visitor.rerun()
        for _ in range(rounds):
            yardsticks.append(one_rerun(*empty).cpu_ns)
            for one, visitor, reruns in zip(served, visitors, found, strict=True):
                reruns.append(one_rerun(one.server, visitor))
    return [
        _cost(reruns, one_read(one.server, one.house), median(yardsticks))
        for one, reruns in zip(served, found, strict=True)
    ]


def _cost(reruns: Sequence[Rerun], read_ns: float, empty_ns: float) -> Cost:
    return Cost(
        statements=int(median(one.statements for one in reruns)),
        reads=median(one.data_ns for one in reruns) / read_ns,
        empties=median(one.cpu_ns for one in reruns) / empty_ns,
        sent_bytes=int(median(one.sent_bytes for one in reruns)),
    )
