"""What was pressed in a run that never began is acted on in the next one."""

from types import SimpleNamespace

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import (
    RerunData,
    ScriptRequests,
    ScriptRequestType,
)

from pages.ui import presses


@pytest.fixture
def waiting():
    """A press and a word typed before it, in a run that has not begun."""
    said = [WidgetState(id="save", trigger_value=True), WidgetState(id="word", string_value="old")]
    requests = ScriptRequests()
    requests.request_rerun(RerunData(widget_states=WidgetStates(widgets=said)))
    return requests


def newer():
    """The message right behind it: the browser says a press once."""
    said = [WidgetState(id="word", string_value="new")]
    return ClientState(widget_states=WidgetStates(widgets=said))


def values(client_state):
    return {
        one.id: getattr(one, one.WhichOneof("value")) for one in client_state.widget_states.widgets
    }


def test_the_newer_message_takes_the_press_along_and_the_older_run_never_begins(waiting):
    message = newer()
    presses.take_along(waiting, message)
    assert values(message) == {"word": "new", "save": True}
    assert waiting.on_scriptrunner_ready().type is ScriptRequestType.STOP


def test_a_press_that_is_acted_on_already_is_not_said_again(waiting):
    assert waiting.on_scriptrunner_ready().type is ScriptRequestType.RERUN
    message = newer()
    presses.take_along(waiting, message)
    assert values(message) == {"word": "new"}


def test_the_framework_is_built_as_we_think(monkeypatch):
    assert "_scriptrunner" in AppSession.request_rerun.__code__.co_names
    assert "_requests" in ScriptRunner.__init__.__code__.co_names
    asked = []
    monkeypatch.setattr(AppSession, "request_rerun", lambda tab, said: asked.append(values(said)))
    presses.keep_presses()
    waiting = ScriptRequests()
    pressed = WidgetStates(widgets=[WidgetState(id="save", trigger_value=True)])
    waiting.request_rerun(RerunData(widget_states=pressed))
    tab = SimpleNamespace(_scriptrunner=SimpleNamespace(_requests=waiting))
    AppSession.request_rerun(tab, newer())
    assert asked == [{"word": "new", "save": True}]
