"""A tab without a browser: it says over its websocket whatever the test makes up."""

from collections.abc import Iterator
from typing import Any, Self

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.util import calc_hash
from websockets.sync.client import connect

from tests.browser.support.running_app import RunningApp
from tests.browser.world import COOKIE

_SECONDS = 20


class Wire:
    """One tab of whoever's session it is. `heard` keeps every byte that came."""

    def __init__(self, app: RunningApp, secret: str) -> None:
        self._connecting = connect(
            f"ws://127.0.0.1:{app.port}/_stcore/stream",
            subprotocols=["streamlit"],
            additional_headers={"Cookie": f"{COOKIE}={secret}"},
            max_size=None,
        )
        self.heard = bytearray()
        self.widgets: dict[str, str] = {}
        self.fragments: set[str] = set()

    def __enter__(self) -> Self:
        self._line = self._connecting.__enter__()
        return self

    def __exit__(self, *raised: object) -> None:
        self._connecting.__exit__(*raised)  # type: ignore[arg-type]

    def open(
        self,
        address: str,
        query: str = "",
        *,
        widgets: list[WidgetState] | None = None,
        fragment: str = "",
        waits: bool = True,
    ) -> None:
        """Have a page run, with these values in its widgets; wait until it is drawn."""
        said = BackMsg()
        said.rerun_script.page_script_hash = calc_hash(address)
        said.rerun_script.query_string = query
        said.rerun_script.fragment_id = fragment
        said.rerun_script.widget_states.CopyFrom(WidgetStates(widgets=widgets or []))
        self.say(said)
        if waits:
            self._wait()

    def say(self, said: BackMsg) -> None:
        """Send a message as it is."""
        self._line.send(said.SerializeToString())

    def _wait(self) -> None:
        """Until a run of the page has come to its end; what it drew is looked through."""
        while True:
            frame = self._line.recv(timeout=_SECONDS)
            assert isinstance(frame, bytes)
            self.heard += frame
            message = ForwardMsg.FromString(frame)
            if message.HasField("delta"):
                if message.delta.fragment_id:
                    self.fragments.add(message.delta.fragment_id)
                self.widgets |= dict(_widgets(message.delta))
            if (
                message.WhichOneof("type") == "script_finished"
                and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
            ):
                return


def _widgets(part: Message) -> Iterator[tuple[str, str]]:
    """The key of each widget in a part of a page, and what kind of widget it is."""
    for field, value in part.ListFields():
        values: list[Any] = list(value) if field.is_repeated else [value]
        if field.type == field.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
            for one in values:
                yield from _widgets(one)
        elif field.name == "id" and str(value).startswith("$$"):
            yield str(value), part.DESCRIPTOR.name
