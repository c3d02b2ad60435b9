"""The queue of letters: what pages cost while it is emptied, and whether it keeps its order.

One server, one agency. By turns the queue is held and let go, and the same page is run: what is
told is the ratio. Letters are written into files, which costs more of this machine than handing
them to anybody else: nothing is waited for.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median

from sqlalchemy import select

from benchmarks.houses import Furnished, installed
from benchmarks.server import Server
from benchmarks.tables import print_table
from benchmarks.visitor import Visitor
from benchmarks.visits import Page, pages_of
from db.models import Letter
from services.viewer import POSTMAN
from services.work import reading

MOST_TIMES = 1.2
_MEASURED = {("recruiter", "vacancies"), ("recruiter", "candidate"), ("customer", "vacancies")}
_WARM_UP = 5
_A_TURN = 4  # reruns with the queue held, then as many while it runs


@dataclass(frozen=True)
class _Turn:
    """What reruns cost, each: CPU of the whole server, and how long the visitor waited."""

    cpu_ns: float
    waited_ns: float


def print_letters(house: Furnished, *, letters: int, rounds: int) -> None:
    """Print what pages cost with the queue held and running, and how the queue did."""
    pages = [page for page in pages_of(house) if (page.role, page.name) in _MEASURED]
    rows = []
    with Server("served.py", house.directory, database_url=house.database_url) as server:
        since = datetime.now(UTC)
        server.get("/letters/hold")
        server.get(f"/letters/add/{letters}")
        began = time.monotonic()
        for page in pages:
            held, running = _by_turns(server, house, page, rounds)
            cpu = running.cpu_ns / held.cpu_ns
            waited = running.waited_ns / held.waited_ns
            met = "meets" if cpu <= MOST_TIMES else "MISSES"
            rows.append((page.name, page.role, f"{cpu:.2f}", f"{waited:.2f}", met))
        passed = time.monotonic() - began
    print(f"\npages while {letters:,} letters leave, over the same with the queue held")
    print_table([("page", "role", "CPU of the server", "waiting", ""), *rows])
    sent, in_order = _sent(house, since)
    print(f"\n{sent:,} letters left in {passed / 2:.0f} s of running, {in_order}")


def _by_turns(server: Server, house: Furnished, page: Page, rounds: int) -> tuple[_Turn, _Turn]:
    cookie = house.cookies[page.role]
    turns: dict[str, list[_Turn]] = {"hold": [], "go": []}
    with Visitor(server.port, cookie=cookie, page=page.address, **page.query) as visitor:
        for _ in range(_WARM_UP):
            visitor.rerun()
        for _ in range(rounds):
            for state, found in turns.items():
                server.get(f"/letters/{state}")
                time.sleep(1.2)  # longer than the queue sleeps: it has seen it
                found.append(_turn(server, visitor))
    server.get("/letters/hold")
    held, running = (
        _Turn(median(one.cpu_ns for one in found), median(one.waited_ns for one in found))
        for found in turns.values()
    )
    return held, running


def _turn(server: Server, visitor: Visitor) -> _Turn:
    before, began = server.meters(), time.perf_counter_ns()
    for _ in range(_A_TURN):
        visitor.rerun()
    waited = time.perf_counter_ns() - began
    after = server.meters()
    return _Turn((after.cpu_ns - before.cpu_ns) / _A_TURN, waited / _A_TURN)


def _sent(house: Furnished, since: datetime) -> tuple[int, str]:
    """How many have left, and whether none left before an older one."""
    installation = installed(house.directory, house.database_url)
    with reading(installation, POSTMAN) as work:
        found = work.rows(
            select(Letter.id, Letter.sent_at, Letter.state).where(
                Letter.kind == "measured", Letter.created_at >= since
            )
        ).all()
    installation.database.close()
    by_age = [row.sent_at for row in sorted(found, key=lambda row: row.id) if row.sent_at]
    waiting = [row.id for row in found if row.state == "queued"]
    newest_sent = max((row.id for row in found if row.sent_at), default=0)
    kept = by_age == sorted(by_age) and newest_sent < min(waiting, default=newest_sent + 1)
    return len(by_age), "oldest first" if kept else "OUT OF ORDER"
