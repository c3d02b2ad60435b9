"""Measures reruns: statements, data time and CPU, each as the median of several rounds.

Every round runs the empty page, the page's floor and the measured page at every size once, one
after the other: whatever else the machine is doing slows them all, and what is told is their
ratio.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.houses import Furnished
from benchmarks.recipes import write_recipe
from benchmarks.server import Server
from benchmarks.visitor import Visitor
from benchmarks.visits import Page

_WARM_UP = 3
_UNIT_READS = 60
_MORE_READS = 10


@dataclass(frozen=True)
class Rerun:
    """One rerun of a page: what it cost the server, and what came over the wire."""

    statements: int
    data_ns: float
    cpu_ns: float
    sent_bytes: int


@dataclass(frozen=True)
class Cost:
    """A page's cost: data time in primary-key reads, CPU in empty reruns.

    `floor` is the CPU of its elements alone, drawn without rules and database. `work` is what is
    compared between sizes, in nanoseconds: CPU and, of a database in a process of its own, its
    time, too; of the quarter of reruns that was disturbed least.
    """

    statements: int
    reads: float
    empties: float
    sent_bytes: int
    floor: float
    work: float


@dataclass(frozen=True)
class Yardsticks:
    """The empty page and the pages' floors: their servers, a tab on the first, the recipes."""

    empty: Server
    tab: Visitor
    floor: Server
    recipes: Path


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


def read_prices(served: Served, yardsticks: Yardsticks) -> tuple[float, float]:
    """CPU of a unit of work with one read by primary key, and of each further one; in empties.

    What is told is warm: in a page each of them finds the processor's caches filled by others.
    """
    path = f"/read-one/{served.house.keys.candidate_id}?times="
    units, reads, empties = [], [], []
    for _ in range(_UNIT_READS):
        empties.append(one_rerun(yardsticks.empty, yardsticks.tab).cpu_ns)
        nothing, one, many = (
            _cpu_of(served.server, path_)
            for path_ in ("/nothing", f"{path}1", f"{path}{1 + _MORE_READS}")
        )
        units.append(one - nothing)
        reads.append((many - one) / _MORE_READS)
    empty = median(empties)
    return median(units) / empty, median(reads) / empty


def _cpu_of(server: Server, path: str) -> float:
    before = server.meters()
    server.get(path)
    return server.meters().cpu_ns - before.cpu_ns


def costs_of(served: Sequence[Served], yardsticks: Yardsticks, rounds: int) -> list[Cost]:
    """What a rerun of one page costs at each size, in units of this very run.

    Raises PageBroke.
    """
    empties: list[float] = []
    floors: list[list[float]] = [[] for _ in served]
    found: list[list[Rerun]] = [[] for _ in served]
    with ExitStack() as ends:
        visitors = [ends.enter_context(one.opened()) for one in served]
        drawn = [
            ends.enter_context(_floor_of(one, visitor, yardsticks))
            for one, visitor in zip(served, visitors, strict=True)
        ]
        for visitor in (*visitors, *drawn):
            for _ in range(_WARM_UP):
                visitor.rerun()
        for _ in range(rounds):
            empties.append(one_rerun(yardsticks.empty, yardsticks.tab).cpu_ns)
            for number, one in enumerate(served):
                floors[number].append(one_rerun(yardsticks.floor, drawn[number]).cpu_ns)
                found[number].append(one_rerun(one.server, visitors[number]))
    return [
        _cost(one, found[number], median(empties), floors[number])
        for number, one in enumerate(served)
    ]


def _floor_of(served: Served, visitor: Visitor, yardsticks: Yardsticks) -> Visitor:
    """A tab in which the elements of this one are drawn by themselves."""
    visitor.rerun()
    name = f"{served.page.role} {served.page.name} {served.house.candidates}".replace(" ", "-")
    write_recipe(list(visitor.messages()), yardsticks.recipes / f"{name}.json")
    return Visitor(yardsticks.floor.port, recipe=name)


def _cost(
    served: Served, reruns: Sequence[Rerun], empty_ns: float, floors: Sequence[float]
) -> Cost:
    apart = not served.house.database_url.startswith("duckdb")
    work = [one.cpu_ns + (one.data_ns if apart else 0) for one in reruns]
    return Cost(
        statements=int(median(one.statements for one in reruns)),
        reads=median(one.data_ns for one in reruns) / one_read(served.server, served.house),
        empties=median(one.cpu_ns for one in reruns) / empty_ns,
        sent_bytes=int(median(one.sent_bytes for one in reruns)),
        floor=median(floors) / empty_ns,
        work=quantiles(work, n=4)[0] if len(work) > 1 else work[0],
    )
