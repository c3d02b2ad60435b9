"""Letters about interviews: who is written to, what of, and never twice."""

import re

import pytest

from db.keys import new_key
from db.models import (
    Candidate,
    CandidateContact,
    Interview,
    Letter,
    Notification,
    User,
    Vacancy,
)
from services.errors import Invalid, UnknownPlaceholder
from services.interviews.copies import copy_of
from services.interviews.invitation import next_letter, preview
from services.interviews.scheduling import cancel, schedule, undo_scheduling
from services.interviews.views import interview
from services.mail.dispatch import claim
from services.mail.late import write_as_it_leaves, write_down
from services.viewer import POSTMAN
from services.writing.letters import draft
from tests.factories import alter, stored, the
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    MARYANAS,
    address,
    called_off,
    event,
    leave,
    letter,
    moved,
    scheduled,
    to,
    to_one,
)
from tests.services.interviews.test_scheduling import form

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]


def test_candidate_and_customer_get_a_letter_each_with_a_file_of_his_own(house, people, post):
    copies = frozenset({people.iryna.user_id})
    scheduled(house, people, copies=copies, location="Khreshchatyk 1", kind="in_person")
    leave(house, post, seconds=5)
    assert post.letters == []  # it can still be undone
    leave(house, post)
    assert to(post) == ["iryna@acme.example", MARYANAS]
    by_address = {message["To"].addresses[0].addr_spec: message for message in post.letters}
    hers, his = by_address[MARYANAS], by_address["iryna@acme.example"]
    assert hers["Subject"] == "Invited"
    assert "Come and see us, Maryana." in hers.get_body(("plain",)).get_content()
    assert hers["Reply-To"].addresses[0].addr_spec == "oksana@clear.example"
    files = {}
    for message, own in ((hers, MARYANAS), (his, "iryna@acme.example")):
        found, method = event(message)
        files[own] = found
        assert (method, int(found["sequence"])) == ("REQUEST", 0)
        assert str(found["attendee"]).removeprefix("mailto:") == own
    assert files[MARYANAS]["uid"] == files["iryna@acme.example"]["uid"]
    whole = his.as_bytes() + files["iryna@acme.example"].to_ical()
    assert MARYANAS.encode() not in whole
    assert "Khreshchatyk 1" in his.get_body(("plain",)).get_content()


def test_the_same_entry_is_renewed_and_taken_out_for_exactly_those_who_know_it(house, people, post):
    key = scheduled(house, people, copies=frozenset({people.iryna.user_id}))
    leave(house, post)
    post.letters.clear()
    moved(house, people, key, days=2, copies=frozenset({people.iryna.user_id}))
    moved(house, people, key, days=3, copies=frozenset({people.iryna.user_id}))
    leave(house, post)
    assert to(post) == ["iryna@acme.example", MARYANAS]  # two moves, one letter each
    assert {(int(event(one)[0]["sequence"]), event(one)[1]) for one in post.letters} == {
        (2, "REQUEST")
    }
    post.letters.clear()
    called_off(house, people, key)
    leave(house, post)
    assert to(post) == ["iryna@acme.example", MARYANAS]
    for message in post.letters:
        found, method = event(message)
        assert (method, int(found["sequence"]), str(found["status"])) == ("CANCEL", 3, "CANCELLED")
    post.letters.clear()
    leave(house, post)
    assert post.letters == []


def test_the_place_alone_is_a_link(house, people, post):
    alter(house, Candidate, people.maryana, first_name="https://evil.example")
    scheduled(house, people, copies=frozenset({people.iryna.user_id}),
              location="https://meet.example/a?b=1&c=2, room 4.")  # fmt: skip
    leave(house, post)
    for message in post.letters:
        words = message.get_body(("html",)).get_content()
        link = '<a href="https://meet.example/a?b=1&amp;c=2">https://meet.example/a?b=1&amp;c=2</a>'
        assert f"{link}, room 4." in words
        assert 'href="https://evil' not in words


def test_what_has_not_left_yet_is_said_once_and_as_it_was_written(house, people, post):
    key = scheduled(house, people)
    moved(house, people, key, comment="for us")  # calendars show nothing of it
    leave(house, post)
    (hers,) = post.letters
    assert hers["Subject"] == "Invited"
    assert house.ask(people.recruiter, next_letter, interview_id=key) == "interview_moved"


def test_moved_before_it_left_the_invitation_is_written_anew(house, people, post):
    key = scheduled(house, people)
    assert house.ask(people.recruiter, next_letter, interview_id=key) == "interview_invitation"
    moved(house, people, key, days=2, letter=letter(subject="Invited anew"))
    leave(house, post)
    (hers,) = post.letters
    assert (hers["Subject"], event(hers)[1]) == ("Invited anew", "REQUEST")
    (sent,) = stored(house, Letter, candidate_id=people.maryana, state="sent")
    assert sent.kind == "interview_invitation"


def test_called_off_without_words_the_candidate_reads_it_in_the_language_he_was_invited_in(
    house, people, post
):
    key = house.do(
        people.recruiter, schedule, application_id=people.maryana_at_acme,
        form=form(house, people), letter=letter(language="uk"),
    )  # fmt: skip
    leave(house, post)
    called_off(house, people, key)
    leave(house, post)
    assert [message["Content-Language"] for message in post.letters] == ["uk", "uk"]
    assert post.letters[-1]["Subject"].startswith("Скасовано: ")
    alter(house, Candidate, people.maryana, letter_language="ru")  # his own goes before it
    key = scheduled(house, people)
    leave(house, post)
    called_off(house, people, key)
    leave(house, post)
    assert [message["Content-Language"] for message in post.letters[2:]] == ["en", "ru"]


def test_who_was_told_nothing_is_told_nothing_more(house, people, post):
    key = scheduled(house, people, write=False)
    moved(house, people, key, days=2)
    called_off(house, people, key)
    leave(house, post)
    assert post.letters == []


def test_called_off_before_the_letters_left_nobody_hears_of_it(house, people, post):
    key = scheduled(house, people, copies=frozenset({people.iryna.user_id}))
    called_off(house, people, key)
    leave(house, post)
    assert post.letters == []


def test_called_off_once_it_is_over_nobody_is_told_that_it_will_not_take_place(house, people, post):
    key = scheduled(house, people, copies=frozenset({people.iryna.user_id}))
    leave(house, post)
    post.letters.clear()
    house.clock.pass_by(minutes=60 * 24 * 3)
    called_off(house, people, key)
    leave(house, post)
    assert post.letters == []
    assert house.ask(people.iryna, interview, interview_id=key).state == "cancelled"


def test_a_letter_about_what_is_over_meanwhile_is_not_dropped_in_silence(house, people, post):
    key = scheduled(house, people)
    leave(house, post)
    version = house.ask(people.recruiter, interview, interview_id=key).version
    act = {"interview_id": key, "version": version}
    house.clock.now = the(house, Interview, key).ends_at
    with pytest.raises(Invalid) as caught:
        house.do(people.recruiter, cancel, **act, letter=letter(subject="Called off"))
    assert caught.value.problems == {"letter": "over"}
    assert house.ask(people.recruiter, interview, interview_id=key).state == "scheduled"
    house.do(people.recruiter, cancel, **act)
    assert house.ask(people.recruiter, interview, interview_id=key).state == "cancelled"


def test_undone_it_tells_nobody(house, people, post):
    key = scheduled(house, people, copies=frozenset({people.iryna.user_id}))
    assert stored(house, Notification, kind="interview", recipient_id=people.iryna.user_id)
    house.do(people.recruiter, undo_scheduling, interview_id=key)
    leave(house, post)
    assert post.letters == []
    assert not stored(house, Notification, kind="interview")


def test_taken_out_of_it_a_customer_is_told_and_his_entry_goes(house, people, post):
    both = frozenset({people.iryna.user_id, people.pavlo.user_id})
    key = scheduled(house, people, write=False, copies=both)
    leave(house, post)
    assert to(post) == ["iryna@acme.example", "pavlo@acme.example"]
    post.letters.clear()
    moved(house, people, key, copies=frozenset({people.iryna.user_id}))
    leave(house, post)
    assert to(post) == ["pavlo@acme.example"]
    assert event(post.letters[0])[1] == "CANCEL"


@pytest.mark.parametrize("told_by_them", ["copy", "taking part"])
def test_made_staffs_alone_it_leaves_the_calendars_of_exactly_those_who_were_told(
    house, people, post, told_by_them
):
    told = frozenset({people.iryna.user_id, people.pavlo.user_id})
    part = {"customers": told} if told_by_them == "taking part" else {}
    key = scheduled(house, people, copies=told, location="Room 7", **part)
    leave(house, post)
    before = {to_one(one): event(one)[0] for one in post.letters}
    post.letters.clear()
    moved(house, people, key, staff_only=True, location="Room 7")
    leave(house, post)
    customers = ["iryna@acme.example", "pavlo@acme.example"]
    assert to(post) == customers  # nobody else: leo was told nothing, hers stays as it is
    for message in post.letters:
        found, method = event(message)
        own = before[to_one(message)]
        assert found["uid"] == own["uid"]
        assert (method, int(found["sequence"]), str(found["status"])) == ("CANCEL", 1, "CANCELLED")
        assert (found["dtstart"], found["organizer"]) == (own["dtstart"], own["organizer"])
        whole = message.get_body(("plain",)).get_content() + found.to_ical().decode()
        for hidden in ("Maryana", "Backend Lead", "Room 7", MARYANAS):
            assert hidden not in whole
    post.letters.clear()
    moved(house, people, key, copies=told, location="Room 7")
    leave(house, post)
    assert {
        (to_one(one), event(one)[1], int(event(one)[0]["sequence"])) for one in post.letters
    } == {(one, "REQUEST", 2) for one in customers}


def test_taken_out_and_brought_back_a_calendar_believes_each_letter(house, people, post):
    his = frozenset({people.pavlo.user_id})
    key = scheduled(house, people, write=False, customers=his, copies=his)
    heard = []
    for one in (None, frozenset(), his, frozenset()):
        if one is not None:
            moved(house, people, key, customers=one, copies=one)
        leave(house, post)
        heard += [(event(letter)[1], int(event(letter)[0]["sequence"])) for letter in post.letters]
        assert {to_one(letter) for letter in post.letters} == {"pavlo@acme.example"}
        post.letters.clear()
    assert heard == [("REQUEST", 0), ("CANCEL", 1), ("REQUEST", 2), ("CANCEL", 3)]


def test_a_colleague_who_is_taken_out_is_told(house, people, post):
    both = frozenset({people.recruiter.user_id, people.admin.user_id})
    key = scheduled(house, people, write=False, staff=both)
    leave(house, post)
    (hers,) = post.letters
    colleague = to_one(hers)
    post.letters.clear()
    moved(house, people, key)
    leave(house, post)
    assert [(to_one(one), event(one)[1]) for one in post.letters] == [(colleague, "CANCEL")]


def test_what_changes_while_a_letter_leaves_is_told_after_all(house, people, post):
    told = frozenset({people.pavlo.user_id})
    key = scheduled(house, people, write=False, copies=told)
    house.clock.pass_by(seconds=11)
    (waiting,) = stored(house, Letter, kind="interview_copy")
    write_as_it_leaves(house.installation, letter_id=waiting.id)
    moved(house, people, key, days=2, copies=told)
    assert house.do(POSTMAN, claim, letter_id=waiting.id) is None
    content = house.ask(people.pavlo, copy_of, interview_id=key, told=None)
    moved(house, people, key, days=3, copies=told)
    house.do(
        POSTMAN, write_down, letter_id=waiting.id, content=content, stood=waiting.send_after
    )  # fmt: skip
    leave(house, post)
    (letter,) = post.letters
    assert int(event(letter)[0]["sequence"]) == 2


def test_by_his_own_clock_and_by_the_agreed_one(house, people, post):
    alter(house, Candidate, people.maryana, time_zone="America/New_York")
    scheduled(house, people)
    leave(house, post)
    (hers,) = post.letters
    text = hers.get_body(("plain",)).get_content()
    assert "03:00–04:00 (time zone: New York)" in text
    assert "10:00–11:00 (time zone: Kyiv)" in text
    assert "03:00" in event(hers)[0]["description"]


def test_who_lost_access_meanwhile_is_not_written_to(house, people, post):
    scheduled(house, people, write=False, copies=frozenset({people.iryna.user_id}))
    alter(house, User, people.iryna.user_id, blocked_at=house.clock.now)
    leave(house, post)
    assert post.letters == []


def test_a_customer_without_contacts_reads_none_in_letter_and_file(house, people, post):
    hidden = people.iryna
    scheduled(
        house, people, write=False, copies=frozenset({hidden.user_id}),
        location=f"call her: +380 67 123 45 67, {MARYANAS}",
    )  # fmt: skip
    leave(house, post)
    (message,) = post.letters
    found, _ = event(message)
    for text in (message.get_body(("plain",)).get_content(), found.to_ical().decode()):
        assert MARYANAS not in text
        assert "123 45 67" not in text


def test_the_preview_is_what_goes_out(house, people, post):
    entered = form(house, people, location="Room 4")
    written = house.ask(
        people.recruiter, draft,
        application_id=people.maryana_at_acme, kind="interview_invitation", language="uk",
    )  # fmt: skip
    made = {"interview_id": new_key()}  # before: the buttons of the letter lead to it
    seen = house.ask(
        people.recruiter, preview,
        application_id=people.maryana_at_acme, form=entered, letter=written, **made,
    )  # fmt: skip
    house.do(
        people.recruiter, schedule,
        application_id=people.maryana_at_acme, form=entered, letter=written, **made,
    )  # fmt: skip
    (stored_letter,) = stored(house, Letter, kind="interview_invitation")
    assert (seen.subject, seen.text, seen.html) == (
        stored_letter.subject, stored_letter.text, stored_letter.html,
    )  # fmt: skip
    assert not re.search(r"\{\w+\}", seen.text)
    assert seen.text.count("/answer/") == 2


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (letter("<p>{salary}</p>"), UnknownPlaceholder),
        (letter(subject=" "), Invalid),
        (letter("<p> </p>"), Invalid),
        (letter(language="xx"), Invalid),
    ],
)
def test_a_letter_that_cannot_be_written_schedules_nothing(house, people, post, wrong, error):
    with pytest.raises(error):
        house.do(
            people.recruiter, schedule,
            application_id=people.maryana_at_acme, form=form(house, people), letter=wrong,
        )  # fmt: skip
    assert stored(house, Letter, kind="interview_invitation") == []


def test_without_an_address_the_form_says_so_and_nothing_is_half_done(house, people, post):
    for contact in stored(house, CandidateContact, candidate_id=people.maryana):
        alter(house, CandidateContact, contact.id, kind="other")
    with pytest.raises(Invalid) as caught:
        scheduled(house, people)
    assert caught.value.problems == {"letter": "no_email"}


@pytest.mark.parametrize(
    "hostile",
    ["Bcc: eve@x.example\r\nBcc: x", "BEGIN:VEVENT\r\nUID:evil", "a\x07b", '"; DROP', "x" * 200],
)
def test_hostile_words_stay_words(house, people, post, hostile):
    alter(house, Vacancy, people.acme_vacancy, title=hostile)
    scheduled(house, people, copies=frozenset({people.iryna.user_id}), location=hostile[:150])
    leave(house, post)
    assert len(post.letters) == 2
    for message in post.letters:
        assert message["Bcc"] is None
        found, _ = event(message)
        assert str(found["uid"]).endswith("@candela")
