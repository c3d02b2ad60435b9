"""A tab of somebody's browser, without a browser: Streamlit's AppTest on the main script.

Real: the installation, its database, the session row behind the cookie, the shell, the pages.
Put in: the cookie itself, because a test has no HTTP request that could carry it.
"""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages.ui import installed, session
from services.access.sessions import new_ticket, start_session
from services.ids import key_text
from services.viewer import DOORKEEPER, Viewer
from tests.house import House

PAGES = Path(__file__).parents[2] / "pages"
_DIALOGS = 2  # beside the page and the sidebar, the container in which dialogs stand
_PATIENCE = 60  # seconds until a run that neither ends nor fails is given up


@dataclass(frozen=True)
class Shown:
    """What a run has drawn: its words, its markup, and what broke."""

    words: str
    markup: str
    broken: tuple[str, ...]

    @property
    def title(self) -> str:
        """The page's heading; "" where it has none."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.markup, re.DOTALL)
        return _words(found[1]) if found else ""


class Tab:
    """One open tab; who is signed in there is decided by the session's secret."""

    def __init__(self, house: House, secret: str = "", *, language: str = "en") -> None:
        self.house = house
        self.secret = secret
        self.test = AppTest.from_file(PAGES / "shell.py", default_timeout=_PATIENCE)
        self.test.context = {"locale": language, "timezone": "Europe/Kyiv"}

    def open(self, address: str = "", **query: str | int) -> Shown:
        """Go to an address as a link to it does: `open("vacancy", id=key)`."""
        self.test.query_params = {
            name: key_text(value) if isinstance(value, int) else value
            for name, value in query.items()
        }
        self.test._page_hash = calc_hash(address) if address else ""
        return self.again()

    def again(self) -> Shown:
        """Run the page once more where it stands, with what was typed and clicked meanwhile."""
        with (
            patch.object(session, "secret", lambda: self.secret),
            patch.object(installed, "_installed", [self.house.installation]),
        ):
            self.test.run()
        return self.shown()

    def shown(self) -> Shown:
        """What stands in the tab now."""
        places = [self.test.main]
        if _DIALOGS in self.test._tree.children:
            places.append(self.test._tree.children[_DIALOGS])
        markup = "\n".join(part for one in places for element in one for part in _parts(element))
        broken = tuple(f"{one.message}\n{one.stack_trace}" for one in self.test.exception)
        return Shown(_words(markup), markup, broken)


def signed_in(house: House, viewer: Viewer) -> str:
    """The secret of a new session of this person, started as signing in starts it."""
    ticket = house.do(DOORKEEPER, new_ticket, user_id=viewer.user_id, remember=True)
    secret, _ = house.do(DOORKEEPER, start_session, ticket=ticket)
    return str(secret)


def _words(markup: str) -> str:
    unread = r'<style.*?</style>|<span class="ms"[^>]*>[^<]*</span>|<[^>]*>'  # icons are words, too
    return re.sub(r"\s+", " ", unescape(re.sub(unread, " ", markup, flags=re.DOTALL))).strip()


def _parts(element: Any) -> list[str]:
    """Whatever of an element a person could read."""
    if element.type == "html":
        return [element.proto.body]
    found = [getattr(element, name, "") for name in ("label", "placeholder", "help")]
    found += getattr(element, "options", [])
    if element.type not in {"button", "checkbox"}:
        found.append(getattr(element, "value", ""))
    return [one for one in found if isinstance(one, str)]
