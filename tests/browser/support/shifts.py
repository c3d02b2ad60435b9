"""How far a page jumps while it loads: the sum of its layout shifts.

Those that follow a press or a key (Chromium's `hadRecentInput`) are expected and do not count.
"""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

from tests.browser.support.drawn import wait_until_drawn

LIMIT = 0.1
SCRIPT = """
if (window === window.top) {
    window.candelaShifts = [];
    const named = node => {
        const element = node && (node.nodeType === 1 ? node : node.parentElement);
        if (!element) return "?";
        return element.dataset.testid || element.id || element.className || element.tagName;
    };
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
            if (entry.hadRecentInput) continue;
            const moved = (entry.sources || []).map(source => named(source.node)).join(", ");
            window.candelaShifts.push([entry.value, Math.round(entry.startTime), String(moved)]);
        }
    }).observe({type: "layout-shift", buffered: true});
}
"""


@dataclass(frozen=True)
class Shift:
    """One jump: how much, when (ms after the start of the navigation), what moved."""

    value: float
    at: int
    moved: str


def watch(context: BrowserContext) -> None:
    """Observe the layout shifts of every page of a context from its first paint on."""
    context.add_init_script(SCRIPT)


def shifts(page: Page) -> list[Shift]:
    """Every layout shift of the page since it was navigated to."""
    # two frames later everything that is painted now has been reported
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return [Shift(*entry) for entry in page.evaluate("window.candelaShifts")]


def layout_shift(page: Page) -> float:
    """How far the page jumped since it was navigated to; 0 is perfect, 0.1 the most we accept."""
    return sum(shift.value for shift in shifts(page))


class LayoutShifts:
    """The tally of a test run; `rows` become the table at its end."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, float]] = []

    def __call__(self, page: Page, name: str, *, limit: float = LIMIT) -> float:
        """Wait until the page is drawn and note how far it jumped.

        Raises AssertionError above the limit, with what moved.
        """
        wait_until_drawn(page)
        jumped = layout_shift(page)
        self.rows.append((name, jumped))
        assert jumped <= limit, f"{name} jumps by {jumped:.3f}: {shifts(page)}"
        return jumped

    def table(self) -> list[str]:
        """Page and shift, as lines of text, the worst first."""
        worst_first = sorted(self.rows, key=lambda row: -row[1])
        return [f"{jumped:.3f}  {name}" for name, jumped in worst_first]
