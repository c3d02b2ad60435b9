"""When a page is ready to be looked at."""

from playwright.sync_api import Page, expect


def wait_until_drawn(page: Page) -> None:
    """Wait until Streamlit is connected, the page is shown whole, and the fonts are there.

    A page just opened is connected and at rest for a moment before its script begins; only the
    mark of the shell (pages/ui/look/shell.js, hold) says that what was asked for is there.
    """
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=30_000)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    page.locator("html[data-drawn]").wait_for(state="attached", timeout=30_000)
    page.evaluate("document.fonts.ready.then(() => true)")
