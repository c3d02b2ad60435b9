"""Browser contexts as our people have them: a language, a screen, light or dark."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright, ViewportSize

from tests.browser.support import clicks, shifts
from tests.browser.support.recorder import Recorder

VIEWPORTS: dict[str, ViewportSize] = {
    "wide": {"width": 1360, "height": 900},
    "phone": {"width": 390, "height": 844},
}
LOCALES = {"en": "en-GB", "uk": "uk-UA", "ru": "ru-RU"}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # what a page has compiled serves the next one there
]


def launch(playwright: Playwright, chromium: Path) -> Browser:
    """A headless Chromium that talks to nobody on its own."""
    return playwright.chromium.launch(executable_path=chromium, headless=True, args=FLAGS)


def open_context(
    browser: Browser,
    *,
    language: str = "en",
    viewport: str = "wide",
    colour_scheme: str = "light",
    base_url: str | None = None,
    recorder: Recorder | None = None,
    **more: Any,
) -> BrowserContext:
    """A fresh visitor: no cookies, his presses counted, his layout shifts observed."""
    phone = viewport == "phone"
    options: dict[str, Any] = {
        "viewport": VIEWPORTS[viewport],
        "has_touch": phone,
        "is_mobile": phone,
        "device_scale_factor": 2 if phone else 1,
        "locale": LOCALES[language],
        "timezone_id": "Europe/Kyiv",
        "color_scheme": colour_scheme,
        "base_url": base_url,
        "service_workers": "block",
        **({"proxy": {"server": recorder.address}} if recorder else {}),
        **more,
    }
    context = browser.new_context(**options)
    clicks.watch(context)
    shifts.watch(context)
    return context
