"""The tables that `make bench` prints, and whether a page meets its targets."""

from collections.abc import Sequence

from benchmarks.measure import Cost
from benchmarks.visits import Page

MOST_EMPTIES = 3.0
MOST_GROWTH = 1.5
_HEADS = (
    "page", "role", "statements", "data time, reads", "CPU, empties", "floor", "KB", "growth", "",
)  # fmt: skip


def print_costs(costs: dict[Page, list[Cost]], sizes: Sequence[int]) -> None:
    """One line a page: every size beside the other, and the verdict."""
    print(f"\nat {' | '.join(f'{size:,}' for size in sizes)} candidates, 3 applications each")
    print_table([_HEADS, *(_line(page, found) for page, found in costs.items())])
    verdicts = [verdict(page, found) for page, found in costs.items()]
    met = sum(all(one.startswith("meets") for one in found) for found in verdicts)
    print(
        f"\n{met} of {len(costs)} pages meet all their targets: statements the same at every size;"
    )
    print(
        f"CPU at most {MOST_EMPTIES:g} empty reruns; a list at most {MOST_GROWTH:g} times as dear"
    )
    print("at the largest size as at the smallest.")


def print_prices(prices: tuple[float, float], candidates: int) -> None:
    """What a statement costs, in the same empties: what of the target is left for the rest."""
    unit, read = prices
    print("\nfloor: the page's elements alone, drawn by a script without rules and database.")
    print(f"A unit of work with one read by primary key costs {unit:.2f} empties, each further")
    print(f"such read in it {read:.2f}, warm (at {candidates:,} candidates).")


def verdict(page: Page, found: Sequence[Cost]) -> list[str]:
    """What the page meets and misses."""
    steady = len({cost.statements for cost in found}) == 1
    cheap = max(cost.empties for cost in found) <= MOST_EMPTIES
    said = [
        "meets statements" if steady else "MISSES statements",
        "meets CPU" if cheap else "MISSES CPU",
    ]
    if page.lists and len(found) > 1:
        said.append("meets growth" if growth(found) <= MOST_GROWTH else "MISSES growth")
    return said


def growth(found: Sequence[Cost]) -> float:
    """How many times dearer a rerun is at the largest size than at the smallest."""
    return found[-1].work / found[0].work


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as they need to be."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
        if number == 0:
            print("  ".join("-" * width for width in widths))


def _line(page: Page, found: Sequence[Cost]) -> tuple[str, ...]:
    return (
        page.name,
        page.role,
        " | ".join(str(cost.statements) for cost in found),
        " | ".join(f"{cost.reads:.1f}" for cost in found),
        " | ".join(f"{cost.empties:.1f}" for cost in found),
        " | ".join(f"{cost.floor:.1f}" for cost in found),
        " | ".join(f"{cost.sent_bytes / 1000:.0f}" for cost in found),
        f"{growth(found):.2f}" if len(found) > 1 else "",
        ", ".join(verdict(page, found)),
    )
