"""Why no connection came about, in the codes that the pages have words for."""

import socket
import ssl

from services.mail.senders.sender import NotTaken


def not_connected(error: OSError) -> NotTaken:
    """What it means that a connection could not be made: nothing has left, the way is closed."""
    if isinstance(error, socket.gaierror):
        return NotTaken("name_unknown", error.strerror)
    if isinstance(error, ssl.SSLCertVerificationError):
        return NotTaken("certificate_refused", error.verify_message)
    if isinstance(error, ssl.SSLError):
        return NotTaken("tls_failed", error.reason or error)
    if isinstance(error, ConnectionRefusedError):
        return NotTaken("connection_refused", error.strerror)
    return NotTaken("no_connection", error.strerror or error)
