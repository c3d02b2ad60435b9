"""A tab of somebody's browser, without a browser: Streamlit's AppTest on the main script.

Real: the installation, its database, the session row behind the cookie, the shell, the pages.
Put in: the cookie itself, because a test has no HTTP request that could carry it.
"""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from services.access.sessions import new_ticket, start_session
from services.ids import key_text
from services.viewer import DOORKEEPER, Viewer
from tests.house import House

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"
_PATIENCE = 60  # seconds until a run that neither ends nor fails is given up


@dataclass(frozen=True)
class Shown:
    """What a run has drawn: its words, its markup, and what broke."""

    words: str
    markup: str
    broken: tuple[str, ...]


class Tab:
    """One open tab; who is signed in there is decided by the session's secret."""

    def __init__(self, house: House, secret: str = "", *, language: str = "en") -> None:
        self.house = house
        self.secret = secret
        self.test = AppTest.from_file(SHELL, default_timeout=_PATIENCE)
        self.test.context = {"locale": language, "timezone": "Europe/Kyiv"}

    def open(self, address: str = "", **query: str | int) -> Shown:
        """Go to an address as its link would: `open("vacancy", id=key)`."""
        self.test.query_params = {
            name: key_text(value) if isinstance(value, int) else value
            for name, value in query.items()
        }
        self.test._page_hash = calc_hash(address) if address else ""
        return self.again()

    def again(self) -> Shown:
        """Run the page once more where it stands."""
        self.test.run()
        return self.shown()

    def shown(self) -> Shown:
        """What stands in the tab now."""
        parts = [str(part) for element in self.test.main for part in _parts(element)]
        markup = "\n".join(parts)
        words = unescape(re.sub(r"<[^>]*>", " ", markup))
        broken = tuple(f"{one.message}\n{one.stack_trace}" for one in self.test.exception)
        return Shown(re.sub(r"\s+", " ", words).strip(), markup, broken)


def signed_in(house: House, viewer: Viewer) -> str:
    """The secret of a new session of this person, started as signing in starts it."""
    ticket = house.do(DOORKEEPER, new_ticket, user_id=viewer.user_id, remember=True)
    secret, _ = house.do(DOORKEEPER, start_session, ticket=ticket)
    return str(secret)


def _parts(element: Any) -> list[str]:
    """Whatever of an element a person could read."""
    kind = element.type
    if kind == "html":
        return [element.proto.body]
    found = [getattr(element, name, "") for name in ("label", "placeholder", "help")]
    if kind in {"text_input", "text_area", "selectbox", "multiselect", "radio"}:
        found.append(element.value if isinstance(element.value, str) else "")
    found += getattr(element, "options", [])
    if kind in {"markdown", "text", "exception"}:
        found.append(element.value)
    return [one for one in found if isinstance(one, str)]
