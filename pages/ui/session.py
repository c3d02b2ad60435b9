"""The browser's session: who is behind it, and the ids and drafts kept between reruns.

The only file that touches `st.session_state`. It never holds rows or views.
"""

from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from pages.endpoints.requests import COOKIE
from pages.ui.installed import installation
from services.access.sessions import touch, touch_due, viewer_of
from services.errors import SignedOut
from services.i18n import LANGUAGES
from services.viewer import DOORKEEPER, Viewer
from services.work import perform, reading

_LANGUAGE = "_language"
_TIME_ZONE = "_time_zone"


def secret() -> str:
    """The session's secret as the browser sent it when the page was loaded."""
    return st.context.cookies.get(COOKIE, "")


def viewer() -> Viewer | None:
    """Who is signed in right now, read from the database; None for nobody."""
    if not secret():
        return None
    with reading(installation(), DOORKEEPER) as work:
        try:
            found = viewer_of(work, secret=secret())
        except SignedOut:
            return None
    if found.session_id is not None and touch_due(found, installation().clock()):
        perform(installation(), DOORKEEPER, touch, session_id=found.session_id)
    speak(found.language, found.time_zone)
    return found


def address() -> str:
    """The network address of the browser, as far as the server can know it."""
    return st.context.ip_address or "127.0.0.1"


def here() -> str:
    """Path and query of the page as it stands in the browser's address line."""
    parts = urlsplit(st.context.url or "/")
    query = "&".join(f"{name}={value}" for name, value in st.query_params.items())
    return f"{parts.path or '/'}?{query}" if query else parts.path or "/"


def speak(language: str, time_zone: str) -> None:
    """Use this language and time zone for the rest of the run and until told otherwise."""
    st.session_state[_LANGUAGE] = language
    st.session_state[_TIME_ZONE] = time_zone


def language() -> str:
    """The reader's language: his own once he is known, else his browser's, else English."""
    known = st.session_state.get(_LANGUAGE)
    return known if known in LANGUAGES else browser_language(st.context.locale)


def browser_language(locale: str | None) -> str:
    """The language we ship for a browser's locale."""
    code = (locale or "en").replace("_", "-").split("-")[0].lower()
    return code if code in LANGUAGES else "en"


def time_zone() -> str:
    """The reader's time zone: his own once he is known, else his browser's."""
    return str(st.session_state.get(_TIME_ZONE) or st.context.timezone or "UTC")


def keep(name: str, value: Any) -> None:  # noqa: ANN401 - ids and drafts of every kind
    """Keep an id or a draft until it is taken or forgotten."""
    st.session_state[f"kept:{name}"] = value


def kept(name: str, otherwise: Any = None) -> Any:  # noqa: ANN401 - ids and drafts of every kind
    """What was kept under this name."""
    return st.session_state.get(f"kept:{name}", otherwise)


def forget(*names: str) -> None:
    """Forget what was kept under these names."""
    for name in names:
        st.session_state.pop(f"kept:{name}", None)


def typed(key: str, otherwise: Any = None) -> Any:  # noqa: ANN401 - a widget's value
    """What stands in the widget with this key."""
    return st.session_state.get(key, otherwise)


def fill(key: str, value: Any) -> None:  # noqa: ANN401 - a widget's value
    """Put a value into a widget before it is drawn."""
    st.session_state[key] = value


def clear(*keys: str) -> None:
    """Empty these widgets."""
    for key in keys:
        st.session_state.pop(key, None)
