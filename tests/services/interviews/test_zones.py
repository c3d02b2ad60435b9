"""The whole way of an interview on the nights when clocks are set, read in three zones.

What each clock shows was written down from the published rules, not computed: an hour of meeting
that begins before the clock is set ends an hour later for everybody.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from db.models import Candidate, Interview, User
from services.errors import Invalid
from services.interviews.forms import InterviewForm
from services.interviews.scheduling import cancel, reschedule, schedule
from services.interviews.slots import WallTime, wall_time
from services.interviews.views import interview
from tests.factories import alter, the
from tests.services.interviews.calendars import read
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    address,
    leave,
    letter,
    to_one,
)
from tests.services.interviews.test_calendar_files import file_of

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]

KYIV, LISBON, NEW_YORK = "Europe/Kyiv", "Europe/Lisbon", "America/New_York"
SPRING, SPRING_THERE = date(2027, 3, 28), date(2027, 3, 14)
AUTUMN, AUTUMN_THERE = date(2027, 10, 31), date(2027, 11, 7)
# The zone it is agreed in, what is entered, which of two is meant, and the instant in UTC ...
NIGHTS = {
    "Kyiv, spring": (KYIV, SPRING, time(2, 30), "", (3, 28, 0, 30)),
    "Lisbon, spring": (LISBON, SPRING, time(0, 30), "", (3, 28, 0, 30)),
    "New York, spring": (NEW_YORK, SPRING_THERE, time(1, 30), "", (3, 14, 6, 30)),
    "Kyiv, autumn, first": (KYIV, AUTUMN, time(3, 30), "first", (10, 31, 0, 30)),
    "Kyiv, autumn, second": (KYIV, AUTUMN, time(3, 30), "second", (10, 31, 1, 30)),
    "Lisbon, autumn, first": (LISBON, AUTUMN, time(1, 30), "first", (10, 31, 0, 30)),
    "Lisbon, autumn, second": (LISBON, AUTUMN, time(1, 30), "second", (10, 31, 1, 30)),
    "New York, autumn, first": (NEW_YORK, AUTUMN_THERE, time(1, 30), "first", (11, 7, 5, 30)),
    "New York, autumn, second": (NEW_YORK, AUTUMN_THERE, time(1, 30), "second", (11, 7, 6, 30)),
}
# ... and what the letters say by the clocks of Kyiv, Lisbon and New York.
READ = {
    (3, 28, 0, 30): (
        "28 March 2027, 02:30 (UTC+2)–04:30 (UTC+3)",
        "28 March 2027, 00:30 (UTC+0)–02:30 (UTC+1)",
        "27 March 2027, 20:30–21:30",
    ),
    (3, 14, 6, 30): (
        "14 March 2027, 08:30–09:30",
        "14 March 2027, 06:30–07:30",
        "14 March 2027, 01:30 (UTC−5)–03:30 (UTC−4)",
    ),
    (10, 31, 0, 30): (
        "31 October 2027, 03:30 (UTC+3)–03:30 (UTC+2)",
        "31 October 2027, 01:30 (UTC+1)–01:30 (UTC+0)",
        "30 October 2027, 20:30–21:30",
    ),
    (10, 31, 1, 30): (
        "31 October 2027, 03:30 (UTC+2)–04:30 (UTC+2)",
        "31 October 2027, 01:30 (UTC+0)–02:30 (UTC+0)",
        "30 October 2027, 21:30–22:30",
    ),
    (11, 7, 5, 30): (
        "7 November 2027, 07:30–08:30",
        "7 November 2027, 05:30–06:30",
        "7 November 2027, 01:30 (UTC−4)–01:30 (UTC−5)",
    ),
    (11, 7, 6, 30): (
        "7 November 2027, 08:30–09:30",
        "7 November 2027, 06:30–07:30",
        "7 November 2027, 01:30 (UTC−5)–02:30 (UTC−5)",
    ),
}
GAPS = [
    (KYIV, SPRING, time(3, 30)),
    (LISBON, SPRING, time(1, 30)),
    (NEW_YORK, SPRING_THERE, time(2, 30)),
]


@pytest.fixture(autouse=True)
def zones(house, people):
    """The candidate reads by the clock of Kyiv, Pavlo by Lisbon’s, Iryna by New York’s."""
    alter(house, Candidate, people.maryana, time_zone=KYIV)
    alter(house, User, people.pavlo.user_id, time_zone=LISBON)
    alter(house, User, people.iryna.user_id, time_zone=NEW_YORK)


def form(people, when):
    copies = frozenset({people.pavlo.user_id, people.iryna.user_id})
    return InterviewForm(when, staff=frozenset({people.recruiter.user_id}), copies=copies)


def on(zone, day, clock, which=""):
    return WallTime(day, clock, zone, 60, which)


@pytest.mark.parametrize("night", NIGHTS)
def test_everybody_reads_the_same_hour_by_his_own_clock(house, people, post, night):
    zone, day, clock, which, instant = NIGHTS[night]
    begins = datetime(2027, *instant, tzinfo=UTC)
    entered = on(zone, day, clock, which)
    key = house.do(
        people.recruiter, schedule,
        application_id=people.maryana_at_acme, form=form(people, entered), letter=letter(),
    )  # fmt: skip
    leave(house, post)
    by_address = {to_one(message): message for message in post.letters}
    assert len(by_address) == 3
    readers = zip(
        ("maryana@candidates.example", "pavlo@acme.example", "iryna@acme.example"),
        READ[instant],
        (KYIV, LISBON, NEW_YORK),
        strict=True,
    )
    agreed = READ[instant][(KYIV, LISBON, NEW_YORK).index(zone)]
    for reader, said, own in readers:
        text = by_address[reader].get_body(("plain",)).get_content()
        assert said in text
        assert agreed in text
        assert text.count("time zone: ") == (1 if own == zone else 2)
        found = read(file_of(by_address[reader]))
        assert (found.starts_at, found.ends_at) == (begins, begins + timedelta(hours=1))
    seen = house.ask(people.recruiter, interview, interview_id=key)
    assert seen.slot.starts_at == begins
    assert wall_time(seen.slot, zone) == entered


@pytest.mark.parametrize(("zone", "day", "clock"), GAPS)
def test_an_hour_that_no_clock_shows_is_refused(house, people, zone, day, clock):
    with pytest.raises(Invalid) as caught:
        house.do(
            people.recruiter, schedule,
            application_id=people.maryana_at_acme, form=form(people, on(zone, day, clock)),
        )  # fmt: skip
    assert caught.value.problems == {"clock": "skipped"}


@pytest.mark.parametrize("night", [one for one in NIGHTS if "first" in one])
def test_an_hour_that_is_shown_twice_is_asked_for(house, people, night):
    zone, day, clock, *_ = NIGHTS[night]
    with pytest.raises(Invalid) as caught:
        house.do(
            people.recruiter, schedule,
            application_id=people.maryana_at_acme, form=form(people, on(zone, day, clock)),
        )  # fmt: skip
    assert caught.value.problems == {"clock": "twice"}


@pytest.mark.parametrize(
    ("zone", "change", "hours"),
    [
        (KYIV, SPRING, 23), (LISBON, SPRING, 23), (NEW_YORK, SPRING_THERE, 23),
        (KYIV, AUTUMN, 25), (LISBON, AUTUMN, 25), (NEW_YORK, AUTUMN_THERE, 25),
    ],
)  # fmt: skip
def test_moved_over_the_night_it_stays_at_ten_and_off_it_is_the_same_hour(
    house, people, post, zone, change, hours
):  # fmt: skip
    """From ten the evening before to ten the evening of the change: 23 hours, or 25."""
    before, evening = change - timedelta(days=1), time(22)
    key = house.do(
        people.recruiter, schedule,
        application_id=people.maryana_at_acme, form=form(people, on(zone, before, evening)),
        letter=letter(),
    )  # fmt: skip
    leave(house, post)
    first = the(house, Interview, key)
    post.letters.clear()
    house.do(
        people.recruiter, reschedule, interview_id=key, version=first.version,
        form=form(people, on(zone, change, evening)),
    )  # fmt: skip
    leave(house, post)
    second = the(house, Interview, key)
    assert second.starts_at - first.starts_at == timedelta(hours=hours)
    told = [read(file_of(message)) for message in post.letters]
    assert [(one.method, one.sequence, one.starts_at) for one in told] == [
        ("REQUEST", 1, second.starts_at)
    ] * 3
    post.letters.clear()
    house.do(people.recruiter, cancel, interview_id=key, version=second.version)
    leave(house, post)
    told = [read(file_of(message)) for message in post.letters]
    assert [(one.method, one.sequence, one.starts_at) for one in told] == [
        ("CANCEL", 2, second.starts_at)
    ] * 3
