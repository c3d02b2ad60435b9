"""`python -m benchmarks`: what a rerun of every page costs, per role and size, in multiples."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.contacts.speed import print_contacts
from benchmarks.emptying import print_emptying
from benchmarks.fetching import print_fetching
from benchmarks.houses import Furnished, furnish
from benchmarks.letters import print_letters
from benchmarks.likeness import print_likeness
from benchmarks.links import print_links
from benchmarks.measure import Cost, Served, Yardsticks, costs_of, read_prices
from benchmarks.reading.table import print_reading
from benchmarks.recipes import FOLDER
from benchmarks.searching import print_search
from benchmarks.server import Server
from benchmarks.sign_in import print_sign_in
from benchmarks.soak import print_soak
from benchmarks.tables import print_costs, print_prices
from benchmarks.visitor import Visitor
from benchmarks.visits import Page, pages_of
from tests.databases import PostgresDatabases


def main() -> int:
    """Measure and print; the exit code is 0, whatever the numbers say."""
    asked = _arguments()
    if asked.reading or asked.contacts:
        if asked.contacts:
            print_contacts()
        else:
            print_reading(office=True, keep=asked.keep, seed=asked.seed)
        return 0
    with ExitStack() as ends:
        directory = asked.keep or Path(ends.enter_context(tempfile.TemporaryDirectory()))
        url_of = ends.enter_context(_databases(asked.database))
        houses = []
        for size in asked.sizes:
            print(f"filling {size:,} candidates ({asked.database})", file=sys.stderr)
            place = directory / f"{asked.database}-{size}"
            houses.append(furnish(place, size, database_url=url_of()))
        if asked.soak:
            print_soak(houses[0], seconds=asked.soak, tabs=asked.tabs)
            return 0
        if asked.letters:
            print_letters(houses[0], letters=asked.letters, rounds=asked.rounds)
            print_emptying(houses[0], letters=asked.letters)
            return 0
        if asked.door:
            print_sign_in(houses[0])
            print_links(houses[0])
            return 0
        if asked.search:
            _print_services(houses, asked.rounds)
            return 0
        _measure(houses, directory, asked)
        _print_services(houses, asked.rounds)
        if not asked.pages:
            print_sign_in(houses[0])
            print_links(houses[0])
            print_reading(office=True)
    return 0


def _print_services(houses: list[Furnished], rounds: int) -> None:
    """The staff's search and the look for duplicates, without the pages around them."""
    for house in houses:
        print_search(house, rounds=rounds)
    print_likeness(houses, rounds=rounds)


def _measure(houses: list[Furnished], directory: Path, asked: argparse.Namespace) -> None:
    found: dict[Page, list[Cost]] = {}
    with ExitStack() as ends:
        yardsticks = _yardsticks(directory, ends)
        servers = [
            ends.enter_context(
                Server("served.py", house.directory, database_url=house.database_url)
            )
            for house in houses
        ]
        for pages in zip(
            *(pages_of(house, all_roles=asked.all_roles) for house in houses), strict=True
        ):
            page = pages[0]
            if asked.only and not any(word in page.name for word in asked.only):
                continue
            print(f"  {page.role} {page.name}", file=sys.stderr)
            served = list(map(Served, pages, houses, servers))
            found[page] = costs_of(served, yardsticks, asked.rounds)
        prices = read_prices(served[-1], yardsticks)
        if not asked.only or any("calendar" in word for word in asked.only):
            print_fetching(houses[-1], servers[-1], yardsticks, asked.rounds)
    print_costs(found, asked.sizes)
    print_prices(prices, houses[-1].candidates)


def _yardsticks(directory: Path, ends: ExitStack) -> Yardsticks:
    recipes = Path(ends.enter_context(tempfile.TemporaryDirectory()))
    empty = ends.enter_context(Server("empty.py", directory / "empty"))
    tab = ends.enter_context(Visitor(empty.port))
    more = {FOLDER: str(recipes)}
    floor = ends.enter_context(Server("floor.py", directory / "floor", **more))
    return Yardsticks(empty, tab, floor, recipes)


@contextmanager
def _databases(kind: str) -> Iterator[Callable[[], str | None]]:
    """Where databases come from; None stands for a DuckDB file in the house's own directory."""
    if kind == "duckdb":
        yield lambda: None
        return
    with PostgresDatabases() as server:
        yield server.fresh


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--database", choices=("duckdb", "postgresql"), default="duckdb")
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(size) for size in text.split(",")],
        default=[1000, 10_000, 100_000],
    )
    parser.add_argument("--rounds", type=int, default=15, help="reruns measured per page")
    parser.add_argument("--only", nargs="+", help="pages whose name contains one of these words")
    parser.add_argument("--all-roles", action="store_true", help="the administrator's pages, too")
    parser.add_argument("--keep", type=Path, help="keep the filled databases here, use them again")
    parser.add_argument(
        "--soak",
        type=int,
        nargs="?",
        const=120,
        metavar="SECONDS",
        help="memory under load instead",
    )
    parser.add_argument("--tabs", type=int, default=20, help="open tabs during --soak")
    parser.add_argument(
        "--letters",
        type=int,
        nargs="?",
        const=10_000,
        metavar="COUNT",
        help="pages while so many letters leave, then a queue of them emptied, instead",
    )
    parser.add_argument("--pages", action="store_true", help="only pages, search and duplicates")
    parser.add_argument("--search", action="store_true", help="only search and duplicates")
    parser.add_argument("--door", action="store_true", help="only what the door tells by its time")
    parser.add_argument("--reading", action="store_true", help="only how résumé files are read")
    parser.add_argument("--contacts", action="store_true", help="only how contacts are detected")
    parser.add_argument("--seed", type=int, default=1, help="draws the second set of --reading")
    asked = parser.parse_args()
    if asked.keep and asked.database != "duckdb":
        parser.error("--keep keeps DuckDB files only")
    return asked


if __name__ == "__main__":
    sys.exit(main())
