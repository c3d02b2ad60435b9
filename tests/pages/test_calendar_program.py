"""A calendar program of the world reads the feed: khal, and vdirsyncer that fetches it by HTTP."""

import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest

from db.models import Interview, Vacancy
from services.interviews.feed import new_feed
from services.interviews.scheduling import cancel
from services.interviews.views import MOST_IN_VIEW
from services.work import perform
from tests.factories import alter, an_interview, plant
from tests.pages.listening import listening
from tests.services.interviews.hostile import HOSTILE

# vdirsyncer makes sure of each of two thousand small files: in memory that costs nothing.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of a random name is made in it

pytestmark = [pytest.mark.only_on("duckdb"), pytest.mark.thorough]

VDIRSYNCER = """
[general]
status_path = "{room}/status"

[pair feed]
a = "ours"
b = "theirs"
collections = null
conflict_resolution = "a wins"

[storage ours]
type = "http"
url = "{url}"

[storage theirs]
type = "filesystem"
path = "{room}/events"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[candela]]
path = {room}/events
readonly = True

[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Kyiv
default_timezone = Europe/Kyiv

[sqlite]
path = {room}/khal.db
"""


class Program:
    """Somebody's calendar, subscribed to one address."""

    def __init__(self, room: Path, url: str) -> None:
        self._room = room
        (room / "events").mkdir()
        (room / "vdirsyncer").write_text(VDIRSYNCER.format(room=room, url=url))
        (room / "khal").write_text(KHAL.format(room=room))
        self._run("vdirsyncer", "-c", str(room / "vdirsyncer"), "discover")

    def fetch(self) -> None:
        self._run("vdirsyncer", "-c", str(self._room / "vdirsyncer"), "sync", "--force-delete")

    def listed(self) -> list[list[str]]:
        """Of every entry: when it begins and ends, its state, its title."""
        shown = "{uid}\t{start}\t{end}\t{status}\t{title}"
        said = self._run(
            "khal", "-c", str(self._room / "khal"), "list", "--once", "--day-format", "",
            "--format", shown, "2026-08-01", "700d",
        )  # fmt: skip
        return [line.split("\t") for line in said.splitlines() if "\t" in line]

    def _run(self, program: str, *arguments: str) -> str:
        here = {**os.environ, "HOME": str(self._room), "LC_ALL": "C.UTF-8", "NO_PROXY": "*"}
        done = subprocess.run(
            [Path(sys.executable).with_name(program), *arguments],
            env=here, capture_output=True, text=True, timeout=240, check=False, input="y\n",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def room():
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as room:
        yield Path(room)


def test_it_lists_two_thousand_interviews_and_what_becomes_of_them(house, people, room):
    hostile = HOSTILE[2].replace("\x00", "")
    alter(house, Vacancy, people.acme_vacancy, title=hostile)
    first = house.clock.now - timedelta(days=60)
    planted = [
        an_interview(
            house,
            people.maryana_at_acme,
            people.recruiter.user_id,
            starts_at=first + timedelta(hours=4 * number),
            ends_at=first + timedelta(hours=4 * number, minutes=45),
        )
        for number in range(MOST_IN_VIEW)
    ]
    plant(house, *planted)
    secret = perform(house.installation, people.iryna, new_feed)
    with listening(house) as address:
        program = Program(room, f"{address}/calendar/{secret}.ics")
        program.fetch()
        listed = program.listed()
        print(f"khal lists {len(listed)} entries")  # noqa: T201 - shown with -s
        assert len({uid for uid, *_ in listed}) == len(listed) == MOST_IN_VIEW
        begins = sorted(start for _, start, *_ in listed)
        assert begins == sorted(_in_kyiv(one) for one in planted)
        assert all("Interview: Maryana" in title for *_, title in listed)
        perform(
            house.installation, people.recruiter, cancel,
            interview_id=planted[-1].id, version=planted[-1].version,
        )  # fmt: skip
        alter(house, Interview, planted[-2].id, staff_only=True)
        program.fetch()
        states = Counter(status.strip() for _, _, _, status, _ in program.listed())
        assert states == {"CONFIRMED": MOST_IN_VIEW - 2, "CANCELLED": 1}


def _in_kyiv(one):
    return one.starts_at.astimezone(ZoneInfo("Europe/Kyiv")).strftime("%Y-%m-%d %H:%M")
