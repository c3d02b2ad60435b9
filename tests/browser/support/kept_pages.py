"""Pages that go from visitor to visitor: the browser has compiled the framework's scripts by then.

A first visit costs 0.93 s of CPU, one to a page where somebody was before 0.35 s. What would tell
him from a stranger is taken away: cookies, stores, permissions, history. A page that a test has
altered (a script or a route of its own, a listener, another size) is not kept.
"""

from functools import wraps
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.browser.support import visitors

MOST = 6  # kept at once: each is a process with some 100 MB
ALTERING = (
    *("add_init_script", "route", "on", "once", "emulate_media", "set_viewport_size"),
    *("expose_binding", "expose_function", "set_extra_http_headers"),
)
_Kind = tuple[tuple[str, Any], ...]


class KeptPages:
    """The pages of one browser."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[tuple[_Kind, Page]] = []
        self._taken: dict[Page, _Kind] = {}

    def take(self, **options: Any) -> Page:
        """A page of a visitor who has never been here."""
        kind = tuple(sorted(options.items()))
        fits = [number for number, (other, _) in enumerate(self._free) if other == kind]
        if fits:
            page = self._free.pop(fits[-1])[1]
        else:
            page = visitors.open_context(self._browser, **options).new_page()
            for name in ALTERING:
                setattr(page, name, self._altering(page, getattr(page, name)))
        self._taken[page] = kind
        return page

    def leave(self, page: Page, *, keep: bool) -> None:
        """The visitor has gone; his page is for somebody else, or closed for good."""
        kind, context = self._taken.pop(page, None), page.context
        if not keep or kind is None or not _cleared(page, context):
            context.close()
            return
        self._free.append((kind, page))
        if len(self._free) > MOST:
            self._free.pop(0)[1].context.close()

    def _altering(self, page: Page, alter: Any) -> Any:
        @wraps(alter)
        def noted(*given: Any, **named: Any) -> Any:
            self._taken.pop(page, None)
            return alter(*given, **named)

        return noted


def _cleared(page: Page, context: BrowserContext) -> bool:
    try:
        page.evaluate("sessionStorage.clear()")
        origin = page.evaluate("origin")
        page.goto("about:blank")
        for other in context.pages:
            if other is not page:
                other.close()
        context.clear_cookies()
        context.clear_permissions()
        browser = context.new_cdp_session(page)
        browser.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        browser.send("Page.resetNavigationHistory")
        browser.detach()
    except Error:  # it was closed, or never went anywhere
        return False
    return True
