"""Whether what was read a while ago may be another by now, told without reading it again (ADR 13).

What is read depends on what is stored, on who reads, and for a while on the clock: what was done
is seen by others once it can no longer be undone (ADR 6).
"""

from datetime import datetime, timedelta
from hashlib import blake2b
from threading import Lock

from services.viewer import Viewer

# Clocks are read at several places: what appears at an instant is waited for a little longer.
_MARGIN = timedelta(seconds=5)


class Changes:
    """Since when the database is as it is, as far as this process has heard."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state = ""
        self._since: datetime | None = None

    def mark(
        self, viewer: Viewer, *, state: str, now: datetime, settling: timedelta, secret: bytes
    ) -> str:
        """Of what this viewer can read now; while something may settle each is another one.

        What is read after a mark was made is never older than the mark. It says nothing: neither
        how much is written, nor to one reader what another one's is.
        """
        with self._lock:
            if state != self._state or self._since is None or now < self._since:
                self._state, self._since = state, now
            settled = now - self._since > settling + _MARGIN
        who = (
            viewer.user_id,
            viewer.role,
            viewer.language,
            viewer.time_zone,
            viewer.company_id,
            viewer.contacts_hidden,
        )
        told = repr((who, state, "" if settled else now.isoformat()))
        return blake2b(told.encode(), key=secret[:64], digest_size=12).hexdigest()
