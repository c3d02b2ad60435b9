"""Coming in at the door, as a person does, in whatever language the door speaks."""

from playwright.sync_api import Page, expect

from tests.browser.support.drawn import wait_until_drawn


def sign_in(page: Page, email: str, password: str) -> None:
    """Fill in the form on the screen (or at /sign-in) and wait until we are inside.

    Fields are found by the keys that pages/account/sign_in.py gives them.
    """
    if page.url == "about:blank":
        page.goto("/sign-in")
    wait_until_drawn(page)
    page.locator(".st-key-sign_in_email input").fill(email)
    page.locator(".st-key-sign_in_password input").fill(password)
    page.locator(".st-key-sign_in_go button").click()
    expect(page.locator(".st-key-sign_in_go")).to_have_count(0, timeout=30_000)
    wait_until_drawn(page)
