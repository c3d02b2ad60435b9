"""Where an interview takes place, as a customer from whom contacts are hidden reads it.

He must find the way there; of the candidate's own, and of whatever could be a person's, nothing.
"""

import types
from pathlib import Path

import pytest

from services.contacts import rooms
from services.contacts.rooms import redact_place
from services.interviews.feed import feed
from services.interviews.views import interview
from tests.services.interviews.post import MARYANAS, event, leave, scheduled
from tests.services.mutants import slips

ZOOM = "https://us02web.zoom.us/j/81234567890?pwd=aBc"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_Nz@thread.v2/0?context=%7b%22Tid%22"
KNOWN = ("maryana@mail.example", "+380 67 123 45 01", "@maryana_dev", "https://maryana.example/me")

LEADS_THERE = [
    ("video", "https://meet.google.com/abc-defg-hij"),
    ("video", ZOOM),
    ("video", f"Zoom, at ten: {ZOOM}"),
    ("video", TEAMS),
    ("video", "https://teams.live.com/meet/9312345678901?p=x"),
    ("video", "https://acme.webex.com/acme/j.php?MTID=m1"),
    ("video", "https://meet.jit.si/ClearPeopleBackend"),
    ("video", "https://meet.example.com/candela-10"),
    ("in_person", "вул. Хрещатик 1, Київ"),
    ("in_person", "ул. Ленина, д. 5, офис 12"),
    ("in_person", "12 High Street, London"),
]
STAYS_HIDDEN = [
    ("video", "https://t.me/maryana_dev"),
    ("video", "https://wa.me/380671112233"),
    ("video", "https://www.linkedin.com/in/somebody"),
    ("video", "https://join.skype.com/somebody"),
    ("video", "skype:live.somebody?chat"),
    ("video", "https://zoom.us/my/somebody"),
    ("video", "https://maryana.example/me"),
    ("video", "https://somebody.example/room"),
    ("video", "https://somebody@meet.google.com.evil.example/x"),
    ("video", "https://meet.google.com@evil.example/x"),
    ("video", "https://meet.example.com/maryana@mail.example"),
    ("video", "https://meet.example.com/somebody%40mail.example"),
    ("video", "https://meet.jit.si/maryana_dev"),
    ("video", "https://meet.jit.si/380671112233"),
    ("video", "https://meet.jit.si/+38-067-111-22-33"),
    ("video", "https://zoom.us/w/1?uname=somebody%40mail.example"),
    ("video", "https://meet.google.com/abc?authuser=somebody@mail.example"),
    ("video", "http://meet.google.com/abc"),
    ("video", "https://[meet.google.com/abc"),
    ("video", "вул. Хрещатик 1"),
    ("in_person", "https://meet.google.com/abc-defg-hij"),
    ("phone", "https://meet.google.com/abc-defg-hij"),
    ("phone", "+380 67 111 22 33"),
    ("in_person", "+380 67 111 22 33"),
    ("in_person", "somebody@mail.example"),
]


@pytest.mark.parametrize(("kind", "place"), LEADS_THERE)
def test_what_leads_there_stays(kind, place):
    assert redact_place(place, kind=kind, known=KNOWN, mark="…") == place
    said = redact_place(f"{place} – {MARYANAS}, +380671112233", kind=kind, known=KNOWN, mark="…")
    assert said == f"{place} – …, …"


@pytest.mark.parametrize(("kind", "place"), STAYS_HIDDEN)
def test_what_could_be_a_persons_is_cut(kind, place):
    said = redact_place(place, kind=kind, known=KNOWN, mark="…")
    assert "…" in said
    assert not any(part in said for part in ("somebody", "maryana", "111", "380", "abc", "1"))


def said_of(redact, kind, place):
    return redact(place, kind=kind, known=KNOWN, mark="…")


def wrong(redact):
    """The first place of which this rule says something else than ours; "" if there is none."""
    for kind, place in (*LEADS_THERE, *STAYS_HIDDEN):
        if said_of(redact, kind, place) != said_of(redact_place, kind, place):
            return place
    return ""


# Whatever begins as a link does is found as one: these ask for more than there can be.
HARMLESS = {
    "_leads_there: without `'email'`",
    "_leads_there: without `found.kind in {'url', 'email'}`",
}
SLIPS = [
    slip
    for slip in slips(Path(rooms.__file__).read_text("utf-8"), {"_leads_there", "_is_room"})
    if slip[0] not in HARMLESS
]


@pytest.mark.parametrize("source", [slip[1] for slip in SLIPS], ids=[slip[0] for slip in SLIPS])
def test_a_planted_fault_is_caught_by_these_places(source):
    broken = types.ModuleType(rooms.__name__)
    exec(compile(source, rooms.__file__, "exec"), broken.__dict__)  # noqa: S102 - our own source
    assert wrong(broken.redact_place), source


def test_the_rule_as_it_is_passes_and_enough_faults_are_planted():
    assert wrong(redact_place) == ""
    assert len(SLIPS) >= 25


def test_he_reads_it_in_the_calendar_the_letter_and_the_feed(house, people, post):
    key = scheduled(
        house, people, write=False, copies=frozenset({people.iryna.user_id}),
        location=f"{ZOOM} or {MARYANAS}",
    )  # fmt: skip
    leave(house, post)
    assert house.ask(people.iryna, interview, interview_id=key).location == f"{ZOOM} or …"
    (message,) = post.letters
    found, _ = event(message)
    read = (
        message.get_body(("plain",)).get_content(),
        str(found["location"]),
        house.ask(people.iryna, feed).text.replace("\r\n ", ""),
    )
    for text in read:
        assert ZOOM in text
        assert MARYANAS not in text
