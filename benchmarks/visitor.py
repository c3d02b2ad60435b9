"""A browser without a window: speaks Streamlit's websocket, draws nothing.

What it costs the server is what a tab costs it: reading the request, running the page in its
thread, turning every element into bytes and sending them. (AppTest would compile the pages anew
for every run and send nothing.)
"""

from collections.abc import Iterator
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

_AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN


class PageBroke(RuntimeError):
    """The page drew an exception, or was not found."""


class Visitor:
    """One open tab on one address of a server."""

    def __init__(self, port: int, *, cookie: str = "", page: str = "", **query: str) -> None:
        self._state = ClientState(
            query_string=urlencode(query),
            page_name=page,
            context_info=ContextInfo(
                timezone="Europe/Kyiv", locale="en", url=f"http://127.0.0.1:{port}/{page}"
            ),
        )
        self._socket = connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            additional_headers={"Cookie": cookie} if cookie else None,
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            compression=None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._socket.close()

    def rerun(self) -> int:
        """Run the page once, as any click on it does; return how many bytes came back.

        Raises PageBroke where the page drew an exception or does not exist.
        """
        return sum(message.ByteSize() for message in self.messages())

    def messages(self) -> Iterator[ForwardMsg]:
        """Run the page once and give the messages that come back. Raises as `rerun` does."""
        self._socket.send(BackMsg(rerun_script=self._state).SerializeToString())
        for payload in self._socket:
            message = ForwardMsg.FromString(payload)
            yield message
            kind = message.WhichOneof("type")
            if kind == "page_not_found":
                raise PageBroke(self._state.page_name)
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                raise PageBroke(message.delta.new_element.exception.message)
            if kind == "script_finished" and message.script_finished != _AGAIN:
                return
