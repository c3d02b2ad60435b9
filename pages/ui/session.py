"""The browser's session: who is behind it, and the ids and drafts kept between reruns.

The only file that touches `st.session_state`. It never holds rows or views.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.endpoints.requests import COOKIE
from pages.ui import rescued
from pages.ui.installed import installation, somebody_reads
from pages.ui.turns import turn
from services.access.sessions import touch, touch_due, viewer_of
from services.drafts import rescue_draft
from services.errors import CandelaError, SignedOut
from services.i18n import LANGUAGES
from services.viewer import DOORKEEPER, Viewer
from services.work import one_moment, perform_aside, reading

NARROW = "candela_narrow"
_WHOSE = "_whose"
_LANGUAGE = "_language"
_TIME_ZONE = "_time_zone"
_TYPED = "typed_at"
_FORMS = "typed_in"
_DIALOG = "dialog"
# Browsers still report the name that the zone had before 2022.
_RENAMED = {"Europe/Kiev": "Europe/Kyiv"}


def secret() -> str:
    """The session's secret as the browser sent it when the page was loaded."""
    return st.context.cookies.get(COOKIE, "")


def is_narrow() -> bool:
    """Whether the window was as narrow as a phone's when the page was loaded."""
    return st.context.cookies.get(NARROW, "") == "1"


@dataclass
class _Run:
    """What was found out in the run (of a page or of a fragment) that is going on."""

    viewers: list[Viewer | None] = field(default_factory=list)
    language: str = ""
    time_zone: str = ""
    of_page: bool = False


_run: ContextVar[_Run | None] = ContextVar("run", default=None)


@contextmanager
def page_run() -> Iterator[None]:
    """A run of the whole page: a dialog that stood open is closed by it, unless it opens anew."""
    with one_run():
        if (run := _run.get()) is not None:
            run.of_page = True
        forget(_DIALOG)
        yield


def is_page_run() -> bool:
    """Whether the whole page is run; otherwise one fragment or dialog by itself."""
    run = _run.get()
    return run is not None and run.of_page


def dialog_stands_open() -> None:
    """Say that this run opens a dialog."""
    keep(_DIALOG, "open")


def has_dialog() -> bool:
    """Whether a dialog has been opened by the page's last run, and its closing was not heard of."""
    return kept(_DIALOG) is not None


@contextmanager
def one_run() -> Iterator[None]:
    """The run of a page or of a fragment: who is there is read once, all it asks is one moment.

    Nothing of it outlives the run: the next click, callback or tick reads anew.
    """
    if _run.get() is not None:
        yield
        return
    somebody_reads()
    token = _run.set(_Run())
    try:
        with turn(), one_moment():
            yield
    finally:
        _run.reset(token)


def viewer() -> Viewer | None:
    """Who is signed in, read from the database in this very run; None for nobody."""
    run = _run.get()
    if run is None:
        return _read_viewer()
    if not run.viewers:
        run.viewers.append(_read_viewer())
    return run.viewers[0]


def _read_viewer() -> Viewer | None:
    if not secret():
        return None
    found: Viewer | None = None
    with reading(installation(), DOORKEEPER) as work, suppress(SignedOut):
        found = viewer_of(work, secret=secret())
    if found is None:
        _rescue()
        return None
    if found.session_id is not None and touch_due(found, installation().clock()):
        perform_aside(installation(), DOORKEEPER, touch, session_id=found.session_id)
    _belong_to(found)
    speak(found.language, found.time_zone)
    return found


def type_at(key: str, place: str) -> None:
    """Say that what is typed in this widget belongs to this place, should the session end."""
    keep(_TYPED, {**kept(_TYPED, {}), key: place})


class Written(Protocol):
    """Something that is being written: it knows by itself what of it is to be kept."""

    def as_text(self) -> str:
        """What was typed, as it is kept; "" for nothing, or once it is not on the page any more."""


@dataclass(frozen=True, slots=True)
class _Fields:
    """Widgets whose keys begin so, with what they began with; these `ends` of the keys or all."""

    prefix: str
    ends: Collection[str]
    begun: Mapping[str, Any]

    def as_text(self) -> str:
        now = rescued.standing(self.prefix, _widgets(), self.ends)
        return rescued.as_text(self.prefix, self.begun, now)


def begin_form(place: str) -> None:
    """A form opens anew at this place: nothing has been typed in it yet."""
    keep(_FORMS, {one: form for one, form in kept(_FORMS, {}).items() if one != place})


def type_in(place: str, prefix: str, begun: Mapping[str, Any], ends: Collection[str] = ()) -> None:
    """Say that what is typed in the widgets whose keys begin so belongs to this place.

    What they hold when it is said first is what they began with, unless they were filled with
    what had been typed: `begun` is what they had begun with then. With `ends`, the keys are these
    alone, ticks among them, too; some may come later.
    """
    forms = kept(_FORMS, {})
    known = forms.get(place)
    if not isinstance(known, _Fields) or known.prefix != prefix:
        known = _Fields(prefix, ends, begun)
        # the same widgets at another place: what is typed in them belongs to this one alone
        others = {one: form for one, form in forms.items() if not _is_in(form, prefix)}
        keep(_FORMS, others)
    elif not ends:
        return
    stands_there = rescued.standing(prefix, _widgets(), ends)
    write_in(place, _Fields(prefix, ends, {**stands_there, **known.begun}))


def _is_in(form: Written, prefix: str) -> bool:
    return isinstance(form, _Fields) and form.prefix == prefix


def write_in(place: str, written: Written) -> None:
    """Say that what is written there belongs to this place, should the session end."""
    keep(_FORMS, {**kept(_FORMS, {}), place: written})


def _widgets() -> dict[str, Any]:
    return {str(key): value for key, value in st.session_state.items()}


def _rescue() -> None:
    """The session has ended: what its person had typed is kept for his next one."""
    whose = st.session_state.get(_WHOSE)
    places, forms = kept(_TYPED, {}), kept(_FORMS, {})
    forget(_TYPED, _FORMS)
    found = {place: st.session_state.get(key) for key, place in places.items()}
    for place, form in forms.items():
        with suppress(TypeError, ValueError):  # one that cannot be kept takes no other along
            found[place] = form.as_text()
    for place, words in found.items():
        if whose is not None and words:
            with suppress(CandelaError):
                rescue_draft(installation(), person_id=whose, place=place, body=words)


def _belong_to(viewer: Viewer) -> None:
    """Drafts and ids are one person's: whoever comes into this tab after him begins empty."""
    if st.session_state.get(_WHOSE, viewer.user_id) != viewer.user_id:
        for name in list(st.session_state.keys()):
            del st.session_state[name]
    st.session_state[_WHOSE] = viewer.user_id


def address() -> str:
    """The network address of the browser, as far as the server can know it."""
    return st.context.ip_address or "127.0.0.1"


def here() -> str:
    """Path and query of the page as it stands in the browser's address line."""
    parts = urlsplit(st.context.url or "/")
    query = urlencode(st.query_params.to_dict())
    return f"{parts.path or '/'}?{query}" if query else parts.path or "/"


def speak(language: str, time_zone: str) -> None:
    """Use this language and time zone for the rest of the run and until told otherwise."""
    st.session_state[_LANGUAGE] = language
    st.session_state[_TIME_ZONE] = time_zone
    if (run := _run.get()) is not None:
        run.language = run.time_zone = ""


def language() -> str:
    """The reader's language: his own once he is known, else his browser's, else English."""
    run = _run.get() or _Run()
    if not run.language:  # asked for by every word on the page
        known = st.session_state.get(_LANGUAGE)
        run.language = known if known in LANGUAGES else browser_language(st.context.locale)
    return run.language


@contextmanager
def read_by(language: str, time_zone: str) -> Iterator[None]:
    """Words and times inside are another reader's, whose page staff look at."""
    with one_run():
        run = _run.get()
        assert run is not None  # noqa: S101 - there is one inside
        before = run.language, run.time_zone
        run.language, run.time_zone = language, time_zone
        try:
            yield
        finally:
            run.language, run.time_zone = before


def browser_language(locale: str | None) -> str:
    """The language we ship for a browser's locale."""
    code = (locale or "en").replace("_", "-").split("-")[0].lower()
    return code if code in LANGUAGES else "en"


def time_zone() -> str:
    """The reader's time zone: his own once he is known, else his browser's."""
    run = _run.get() or _Run()
    if not run.time_zone:  # asked for by every date on the page
        known = st.session_state.get(_TIME_ZONE) or st.context.timezone or "UTC"
        run.time_zone = _RENAMED.get(known, known)
    return run.time_zone


def keep(name: str, value: Any) -> None:  # noqa: ANN401 - ids and drafts of every kind
    """Keep an id or a draft until it is taken or forgotten."""
    st.session_state[f"kept:{name}"] = value


def kept(name: str, otherwise: Any = None) -> Any:  # noqa: ANN401 - ids and drafts of every kind
    """What was kept under this name."""
    return st.session_state.get(f"kept:{name}", otherwise)


def keep_on_page(name: str, value: Any) -> None:  # noqa: ANN401 - ids of every kind
    """Keep what belongs to the page that stands in the address line, and to whom it is about."""
    keep(name, (subject(), value))


def kept_on_page(name: str) -> Any:  # noqa: ANN401 - ids of every kind
    """What was kept on this page; on any other it is forgotten."""
    page, value = kept(name, ("", None))
    if page == subject():
        return value
    forget(name)
    return None


def subject() -> str:
    """The page that stands in the address line, and whom it is about."""
    return f"{urlsplit(st.context.url or '/').path}?{st.query_params.get('id', '')}"


def forget(*names: str) -> None:
    """Forget what was kept under these names."""
    for name in names:
        st.session_state.pop(f"kept:{name}", None)


def typed(key: str, otherwise: Any = None) -> Any:  # noqa: ANN401 - a widget's value
    """What stands in the widget with this key."""
    return st.session_state.get(key, otherwise)


def stands(key: str) -> bool:
    """Whether there is a widget with this key on the page, even an empty one."""
    return key in st.session_state


def fill(key: str, value: Any) -> None:  # noqa: ANN401 - a widget's value
    """Put a value into a widget before it is drawn."""
    st.session_state[key] = value


def clear(*keys: str) -> None:
    """Empty these widgets."""
    for key in keys:
        st.session_state.pop(key, None)


def let_go(files: Iterable[UploadedFile]) -> None:
    """Files that have been taken over: the framework would keep them as long as the tab is open."""
    run = get_script_run_ctx()
    if run is not None and isinstance(run.uploaded_file_mgr, MemoryUploadedFileManager):
        for one in files:
            run.uploaded_file_mgr.remove_file(run.session_id, one.file_id)
