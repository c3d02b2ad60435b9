"""What the server says is sent at once.

Small answers would otherwise wait for the receipt of the one before: asyncio switches that off for
sockets that name their protocol, and the one that Streamlit listens on does not. A browser gives
its receipts up to 40 ms late, so every click took so much longer, and every file of the look.
"""

import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

_OPEN_FILES = Path("/dev/fd")  # Linux and macOS
_OF_THE_INTERNET = {socket.AF_INET, socket.AF_INET6}


def send_at_once() -> None:
    """Let every connection that will be accepted on a socket listening by now send at once."""
    with suppress(OSError):  # an answer that comes late is better than none
        for found in list(_OPEN_FILES.iterdir()):
            with suppress(OSError):
                _let(int(found.name))


def _let(number: int) -> None:
    if not stat.S_ISSOCK(os.fstat(number).st_mode):
        return
    one = socket.socket(fileno=number)
    try:
        if one.family in _OF_THE_INTERNET and _listens(one):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    finally:
        one.detach()  # it is somebody else's to close


def _listens(one: socket.socket) -> bool:
    return bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
