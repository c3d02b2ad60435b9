"""A soak: many tabs click for minutes; what matters is how much memory stays."""

import random
import threading
import time

from benchmarks.houses import Furnished
from benchmarks.server import Server
from benchmarks.tables import print_table
from benchmarks.visitor import Visitor
from benchmarks.visits import pages_of

_CLICKS_PER_TAB = 12  # then the tab is closed and another one opened
_THINKS = 0.5  # seconds between the clicks of one tab, at most
_READINGS = 12
_WARM_AFTER = 3  # readings: caches and thread pools are filled by then


class _Crowd:
    """People who open page after page until the time is over."""

    def __init__(self, server: Server, house: Furnished, until: float) -> None:
        self.reruns: list[float] = []
        self.broken: list[Exception] = []
        self._server, self._house, self._until = server, house, until

    def person(self, number: int) -> None:
        """Open tabs one after the other and click in each for a while."""
        chance = random.Random(number)
        role = "customer" if number % 2 else "recruiter"
        pages = [page for page in pages_of(self._house) if page.role == role]
        cookie = self._house.cookies[role]
        try:
            while time.monotonic() < self._until:
                page = chance.choice(pages)
                with Visitor(
                    self._server.port, cookie=cookie, page=page.address, **page.query
                ) as tab:
                    self._click_around(tab, chance)
        except Exception as error:  # noqa: BLE001 - told by the thread that waits for this one
            self.broken.append(error)

    def _click_around(self, tab: Visitor, chance: random.Random) -> None:
        for _ in range(_CLICKS_PER_TAB):
            if time.monotonic() > self._until:
                return
            tab.rerun()
            self.reruns.append(time.monotonic())
            time.sleep(chance.uniform(0, _THINKS))


def print_soak(house: Furnished, *, seconds: int, tabs: int) -> None:
    """Print the server's memory over the time, and what it grew by once it was warm."""
    with Server("served.py", house.directory, database_url=house.database_url) as server:
        began = time.monotonic()
        crowd = _Crowd(server, house, began + seconds)
        people = [threading.Thread(target=crowd.person, args=(number,)) for number in range(tabs)]
        for person in people:
            person.start()
        readings = [(0, 0, server.resident_kib())]
        while any(person.is_alive() for person in people):
            people[0].join(seconds / _READINGS)
            passed = round(time.monotonic() - began)
            readings.append((passed, len(crowd.reruns), server.resident_kib()))
        server.get("/collect")
        collected = server.resident_kib()
    if crowd.broken:
        raise crowd.broken[0]
    rows = [(str(at), str(done), f"{kib / 1024:.0f}") for at, done, kib in readings]
    print_table([("second", "reruns", "resident MB"), *rows])
    _, warm_reruns, warm = readings[_WARM_AFTER]
    _, reruns, last = readings[-1]
    grown = last - warm
    print(f"\n{tabs} tabs, each opened anew after {_CLICKS_PER_TAB} clicks; {reruns} reruns")
    print(f"since warm: {grown / 1024:+.1f} MB, {grown / (reruns - warm_reruns):+.1f} KB a rerun")
    print(f"after a full collection: {collected / 1024:.0f} MB")
