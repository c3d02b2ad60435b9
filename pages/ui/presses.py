"""No press is lost, although the framework drops a run that has not begun (ADR 9).

A message of the browser that comes right behind another one stops the run that was to answer the
first. Where that had not begun yet, what was pressed in it would be forgotten: the browser says a
press once. So the newer message takes it along. Written for the pinned version of the framework;
`tests/pages/test_presses.py` tells when another one is built otherwise.
"""

from functools import wraps

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils.script_requests import (
    ScriptRequests,
    ScriptRequestType,
    _coalesce_widget_states,
)


def keep_presses() -> None:
    """Have every tab take along what was pressed in a run that never began."""
    asked = AppSession.request_rerun

    @wraps(asked)
    def request_rerun(tab: AppSession, client_state: ClientState | None) -> None:
        runner = tab._scriptrunner  # noqa: SLF001 - the only way to what waits
        if runner is not None and client_state is not None and not client_state.fragment_id:
            take_along(runner._requests, client_state)  # noqa: SLF001
        asked(tab, client_state)

    AppSession.request_rerun = request_rerun  # type: ignore[method-assign, assignment]


def take_along(waiting: ScriptRequests, client_state: ClientState) -> None:
    """Put what was pressed in a request that is still waiting into the newer message.

    The request is called off in the same moment: else the press might be acted on twice.
    """
    with waiting._lock:  # noqa: SLF001
        if waiting._state is not ScriptRequestType.RERUN:  # noqa: SLF001
            return
        pressed = _coalesce_widget_states(
            waiting._rerun_data.widget_states,  # noqa: SLF001
            client_state.widget_states,
        )
        waiting._state = ScriptRequestType.STOP  # noqa: SLF001
    if pressed is not None:
        client_state.widget_states.CopyFrom(pressed)
