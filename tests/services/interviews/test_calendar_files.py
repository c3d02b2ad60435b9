"""Every calendar file parsed back by two libraries: one event, for one person, and no more."""

from datetime import time

import pytest

from db.models import Agency, Candidate, Company, User, Vacancy
from services.errors import Invalid
from services.folding import tidy
from services.interviews.feed import feed
from services.interviews.invitation import draft
from services.interviews.scheduling import cancel, reschedule, schedule
from services.interviews.views import interview
from tests.factories import alter, stored
from tests.services.interviews.calendars import read, read_all
from tests.services.interviews.hostile import HOSTILE
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    MARYANAS,
    address,
    leave,
    letter,
    post,
    to_one,
)
from tests.services.interviews.test_scheduling import form

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]

IRYNAS = "iryna@acme.example"


def file_of(message):
    (part,) = [part for part in message.iter_attachments() if part.get_filename()]
    text = part.get_payload(decode=True).decode()
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == read(text).method
    return text


def act(house, people, what, key=None, **columns):
    """Do something about an interview of Maryana's, with a copy to Iryna."""
    named = {}
    if key is not None:
        named["version"] = house.ask(people.recruiter, interview, interview_id=key).version
        named["interview_id"] = key
    if what is not cancel:
        copies = frozenset({people.iryna.user_id})
        named["form"] = form(house, people, copies=copies, **columns)
    if what is schedule:
        named |= {"application_id": people.maryana_at_acme, "letter": letter()}
    return house.do(people.recruiter, what, **named)


def test_one_entry_lives_through_its_letters(house, people, post):  # noqa: F811
    key = act(house, people, schedule)
    leave(house, post)
    for days in (2, 3):
        act(house, people, reschedule, key, days=days, location=f"Room {days}")
        leave(house, post)
    act(house, people, cancel, key)
    leave(house, post)
    heard = {MARYANAS: [], IRYNAS: []}
    for message in post.letters:
        found = read(file_of(message))
        assert found.attendees == (f"mailto:{to_one(message)}",)
        assert found.organizer == "mailto:oksana@clear.example"
        heard[to_one(message)].append(found)
    shown = read_all(house.ask(people.iryna, feed).text)[0]
    for files in heard.values():
        assert {one.uid for one in files} == {shown.uid}
        assert [(one.method, one.sequence, one.status, one.place) for one in files] == [
            ("REQUEST", 0, "CONFIRMED", ""),
            ("REQUEST", 1, "CONFIRMED", "Room 2"),
            ("REQUEST", 2, "CONFIRMED", "Room 3"),
            ("CANCEL", 3, "CANCELLED", "Room 3"),
        ]
        assert len({one.starts_at for one in files[:3]}) == 3
    assert (shown.method, shown.sequence, shown.status, shown.attendees) == (
        "PUBLISH", 3, "CANCELLED", (),
    )  # fmt: skip


@pytest.mark.parametrize("part", range(6))
def test_sixty_hostile_texts_stay_words_or_are_refused(house, people, post, part):  # noqa: F811
    ours = headers_of_an_honest_letter(house, people, post)
    taken = 0
    for place, words in enumerate(HOSTILE[part::6]):
        plant_everywhere(house, people, words)
        entered = {"days": 2, "at": time(8 + place), "minutes": 30}
        try:
            act(house, people, schedule, **entered, location=words)
            taken += 1
        except Invalid as refused:
            assert refused.problems == {"location": "line"}  # noqa: PT017 - one of two answers
            act(house, people, schedule, **entered, location=tidy(words)[:400])
        leave(house, post)
        assert sorted(map(to_one, post.letters)) == [IRYNAS, MARYANAS]
        for message in post.letters:
            assert {name.lower() for name in message.keys()} == ours
            assert len(message["To"].addresses) == 1
            found = read(file_of(message))
            assert found.attendees == (f"mailto:{to_one(message)}",)
            assert found.organizer == "mailto:oksana@clear.example"
            assert found.uid.endswith("@candela")
            assert_words_only(message)
        post.letters.clear()
    assert 0 < taken <= len(HOSTILE[part::6])
    for viewer in (people.recruiter, people.iryna):
        shown = read_all(house.ask(viewer, feed).text)
        assert len(shown) == 1 + len(HOSTILE[part::6])
        assert not any(one.attendees for one in shown)
        assert "evil@x.example" not in {one.uid for one in shown}


def assert_words_only(message):
    text = message.get_body(("plain",)).get_content()
    html = message.get_body(("html",)).get_content()
    assert "\x00" not in text + html
    assert "<script" not in html
    assert not {"\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c"} & set(message["Subject"])


def headers_of_an_honest_letter(house, people, post):  # noqa: F811
    act(house, people, schedule)
    leave(house, post)
    names = {name.lower() for name in post.letters[0].keys()}
    post.letters.clear()
    return names


def plant_everywhere(house, people, words):
    """In every name that a letter about an interview says; past the forms, which tidy them."""
    if house.installation.database.keeps_foreign_keys:  # PostgreSQL stores no NUL at all
        words = words.replace("\x00", "")
    alter(house, Vacancy, people.acme_vacancy, title=words)
    alter(house, Candidate, people.maryana, first_name=words, last_name="")
    alter(house, User, people.iryna.user_id, name=words)
    alter(house, User, people.recruiter.user_id, name=words, signature=words)
    alter(house, Company, people.iryna.company_id, name=words)
    alter(house, Agency, stored(house, Agency)[0].id, name=words)


def test_the_table_is_made_whole():
    assert len({*HOSTILE}) == 60


def test_the_wording_of_the_agency_holds_the_file_too(house, people, post):  # noqa: F811
    """The letter as the form drafts it, not one of a test's own."""
    written = house.ask(
        people.recruiter, draft,
        application_id=people.maryana_at_acme, kind="interview_invitation", language="uk",
    )  # fmt: skip
    house.do(
        people.recruiter, schedule,
        application_id=people.maryana_at_acme, form=form(house, people), letter=written,
    )  # fmt: skip
    leave(house, post)
    (hers,) = post.letters
    found = read(file_of(hers))
    assert (found.method, found.attendees) == ("REQUEST", (f"mailto:{MARYANAS}",))
