"""Answers do not wait for receipts, whatever socket the server was given."""

import socket

from pages.endpoints.sent_at_once import send_at_once


def test_a_connection_accepted_later_sends_at_once():
    listening = socket.socket(socket.AF_INET)  # as Streamlit makes it: no protocol is named
    with listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        send_at_once()
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_nothing_but_listening_sockets_is_touched(tmp_path):
    with (tmp_path / "file").open("w"), socket.socket(socket.AF_INET) as other:
        send_at_once()
        assert not other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
