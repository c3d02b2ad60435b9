"""Counts what a person presses, to hold the yardstick at the end of mission.md.

    with clicks(page, "new customer from a vacancy", role="recruiter", limit=4):
        ...

Every press of the pointer that reaches a page of the context counts, whoever caused it: what a
test fills in without pressing is typing, and typing is free.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, Page

SCRIPT = """
addEventListener("pointerdown", event => {
    if (event.isTrusted) window.candelaPressed(location.pathname);
}, true);
"""
_presses: WeakKeyDictionary[BrowserContext, list[str]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Counted:
    task: str
    role: str
    clicks: int
    limit: int

    @property
    def is_too_many(self) -> bool:
        return self.clicks > self.limit


def watch(context: BrowserContext) -> None:
    """Have every page of a context report its presses, frames within it too."""
    pressed = _presses.setdefault(context, [])
    context.expose_binding("candelaPressed", lambda _source, path: pressed.append(path))
    context.add_init_script(SCRIPT)


class Clicks:
    """The tally of a test run; `rows` become the table at its end."""

    def __init__(self) -> None:
        self.rows: list[Counted] = []

    @contextmanager
    def __call__(self, page: Page, task: str, *, role: str, limit: int) -> Iterator[None]:
        """Count the presses inside the block; raises AssertionError above the limit."""
        page.evaluate("0")  # presses made before are still on their way
        before = len(_presses[page.context])
        yield
        page.evaluate("0")
        counted = Counted(task, role, len(_presses[page.context]) - before, limit)
        self.rows.append(counted)
        message = f"{task} ({role}): {counted.clicks} clicks, at most {limit}"
        assert not counted.is_too_many, message

    def written(self) -> list[tuple[str, str, int, int]]:
        """The rows as another process can read them."""
        return [astuple(row) for row in self.rows]

    def read(self, written: list[tuple[str, str, int, int]]) -> None:
        """Add what another process has counted."""
        self.rows += [Counted(*row) for row in written]

    def table(self) -> list[str]:
        """Task, role, clicks, limit, as lines of text."""
        if not self.rows:
            return []
        width = max(len(row.task) for row in self.rows)
        return [
            f"{'task':{width}}  {'role':13}  clicks  limit",
            *(
                f"{row.task:{width}}  {row.role:13}  {row.clicks:6}  {row.limit:5}"
                f"{'  TOO MANY' if row.is_too_many else ''}"
                for row in sorted(self.rows, key=lambda row: (row.role, row.task))
            ),
        ]
