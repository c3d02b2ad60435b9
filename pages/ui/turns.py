"""One run of a tab at a time, although the framework begins the next beside the former (ADR 9)."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from weakref import WeakValueDictionary

from streamlit.runtime.scriptrunner import get_script_run_ctx


class _Tab:
    """What the runs of one tab wait for; it lives while one of them holds it."""

    def __init__(self) -> None:
        self.turn = Lock()


_tabs: WeakValueDictionary[str, _Tab] = WeakValueDictionary()
_finding = Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait until the former run of this tab has come to its end, and let the next one wait.

    The former has been told to stop at its next call of the framework. Until there it may be
    saving: only then does the next run know of it.
    """
    run = get_script_run_ctx(suppress_warning=True)
    if run is None:
        yield
        return
    with _finding:
        tab = _tabs.setdefault(run.session_id, _Tab())
    with tab.turn:
        yield
