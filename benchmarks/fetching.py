"""What a page has fetched beside its run: the calendar's grid its interviews (ADR 13)."""

from statistics import median

from benchmarks.houses import Furnished
from benchmarks.measure import Yardsticks, one_rerun
from benchmarks.server import Server
from benchmarks.tables import print_table

_HEADS = ("fetched by the grid", "role", "statements", "CPU, empties", "KB")
_WARM_UP = 3
PATH = "/calendar/entries?view=month"


def print_fetching(house: Furnished, server: Server, yardsticks: Yardsticks, rounds: int) -> None:
    """What one answer costs the server, for each role, beside an empty rerun of the same round."""
    lines = [_HEADS]
    for role in ("recruiter", "customer"):
        statements, costs, empties, size = [], [], [], 0
        for number in range(_WARM_UP + rounds):
            empty = one_rerun(yardsticks.empty, yardsticks.tab).cpu_ns
            first, before = server.meters(), server.meters()
            size = len(server.get(PATH, cookie=house.cookies[role]))
            after = server.meters()
            if number >= _WARM_UP:
                empties.append(empty)
                statements.append(after.statements - before.statements)
                costs.append(after.cpu_ns - before.cpu_ns - (before.cpu_ns - first.cpu_ns))
        said = median(costs) / median(empties)
        lines.append((PATH, role, f"{median(statements):.0f}", f"{said:.1f}", f"{size / 1000:.0f}"))
    print(f"\nat {house.candidates:,} candidates, 500 interviews in view")
    print_table(lines)
