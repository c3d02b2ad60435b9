"""When a page is ready to be looked at."""

from playwright.sync_api import Page, expect


def wait_until_drawn(page: Page) -> None:
    """Wait until Streamlit is connected, its script has run and the fonts are there."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=30_000)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    page.evaluate("document.fonts.ready.then(() => true)")
