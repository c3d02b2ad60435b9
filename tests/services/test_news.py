"""News by letter: one letter per vacancy once it is quiet, a daily one, or none; never too much."""

import pytest

from db.models import Letter, Note, Notification, ResumeOriginal, User, Vacancy
from services.applications.moving import move, undo_move
from services.applications.opening import tell_of_download
from services.customers import block
from services.mail.late import write_as_it_leaves
from services.mail.news import queue_news
from services.notes.opening import hide_note
from services.notes.readers import readers_of_vacancy
from services.notes.writing import write
from services.notifications import mark_read, notifications
from services.notifications.choices import Delivery, choices, choose
from services.vacancies.customers import untie
from tests.factories import alter, stage_id, stored

pytestmark = pytest.mark.thorough


@pytest.fixture
def people(people, house):
    """Everything that was to be said before this test has been said."""
    for letter in stored(house, Letter):
        alter(house, Letter, letter.id, state="sent")
    for told in stored(house, Notification):
        alter(house, Notification, told.id, lettered_at=house.clock.now)
    return people


def note_by(house, who, people, body="A note"):
    """A note that can no longer be undone: from now on it is told."""
    note_id = house.do(
        who,
        write,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        body=body,
    )
    house.clock.pass_by(seconds=10)
    return note_id


def opened_note(house, people, body="An opened note"):
    readers = house.ask(people.recruiter, readers_of_vacancy, vacancy_id=people.acme_vacancy)
    note_id = house.do(
        people.recruiter,
        write,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        body=body,
        open_for=readers,
    )
    house.clock.pass_by(seconds=10)
    return note_id


def refuse(house, who, people):
    to = stage_id(house, people.acme_vacancy, "refused")
    return house.do(who, move, application_id=people.maryana_at_acme, to_stage_id=to)


def test_ten_notes_make_one_letter_after_ten_quiet_minutes(house, people, post):
    for number in range(3):
        note_by(house, people.iryna, people, f"Note {number}")
        house.clock.pass_by(minutes=6)
    assert post().to(people.recruiter) == []
    house.clock.pass_by(minutes=5)
    (letter,) = post().to(people.recruiter)
    assert letter.count("New note on Maryana Tkachenko") == 3
    assert "Iryna (Acme)" in letter
    house.clock.pass_by(days=2)
    assert len(post().to(people.recruiter)) == 1


def test_who_never_falls_silent_is_heard_within_the_hour(house, people, post):
    for _ in range(8):
        note_by(house, people.iryna, people)
        house.clock.pass_by(minutes=8)
    (letter,) = post().to(people.recruiter)
    assert letter.count("New note") == 8


def test_each_vacancy_has_a_letter_of_its_own(house, people, post):
    note_by(house, people.iryna, people)
    house.do(
        people.greta,
        write,
        candidate_id=people.maryana,
        application_id=people.maryana_at_globex,
        body="From Globex",
    )
    house.clock.pass_by(seconds=10)
    house.clock.pass_by(minutes=10)
    assert len(post().to(people.recruiter)) == 2


def test_a_colleagues_note_comes_in_the_daily_letter_at_his_hour_in_his_zone(house, people, post):
    house.do(people.pavlo, choose, deliveries={}, hour=18)
    note_by(house, people.iryna, people)  # 9:30 UTC; Pavlo's zone is two hours ahead
    house.clock.pass_by(hours=6)
    assert post().to(people.pavlo) == []
    house.clock.pass_by(minutes=31)
    (letter,) = post().to(people.pavlo)
    assert "New note on Maryana Tkachenko" in letter


def test_an_answer_is_told_at_once_another_note_in_the_daily_letter(house, people, post):
    note_by(house, people.pavlo, people, "What does she earn?")
    opened_note(house, people)
    kinds = {
        who.name: house.ask(who, notifications)[0].kind
        for who in (people.iryna, people.pavlo, people.leo)
    }
    assert kinds == {"Iryna": "answered", "Pavlo": "answered", "Leo": "note"}
    house.clock.pass_by(minutes=10)
    box = post()
    assert "Answer to your note on Maryana Tkachenko" in box.to(people.pavlo)[0]
    assert box.to(people.leo) == []
    house.clock.pass_by(days=1)
    assert len(post().to(people.leo)) == 1


def test_off_means_never_also_after_another_choice(house, people, post):
    house.do(people.recruiter, choose, deliveries={"note": Delivery.OFF}, hour=9)
    note_by(house, people.iryna, people)
    house.clock.pass_by(hours=1)
    assert post().to(people.recruiter) == []
    house.do(people.recruiter, choose, deliveries={"note": Delivery.AT_ONCE}, hour=9)
    house.clock.pass_by(hours=1)
    assert post().to(people.recruiter) == []
    note_by(house, people.iryna, people)
    house.clock.pass_by(hours=1)
    assert len(post().to(people.recruiter)) == 1


def test_what_was_read_in_the_app_needs_no_letter(house, people, post):
    note_by(house, people.iryna, people)
    house.do(people.recruiter, mark_read)
    house.clock.pass_by(minutes=10)
    assert post().to(people.recruiter) == []


def test_an_undone_act_tells_nobody(house, people, post):
    done = refuse(house, people.iryna, people)
    house.do(people.iryna, undo_move, change_id=done.change_id)
    house.clock.pass_by(minutes=10)
    assert post().to(people.recruiter) == []


def test_what_is_hidden_after_the_letter_was_queued_is_not_in_it(house, people, post):
    note_by(house, people.pavlo, people, "A question")
    first = opened_note(house, people, "Words")
    opened_note(house, people, "More words")
    house.clock.pass_by(minutes=10)
    queue_news(house.installation)
    house.do(people.recruiter, hide_note, note_id=first)
    (queued,) = stored(house, Letter, recipient_id=people.pavlo.user_id, kind="news")
    write_as_it_leaves(house.installation, letter_id=queued.id)
    (letter,) = post().to(people.pavlo)
    assert letter.count("Answer to your note") == 1


@pytest.mark.parametrize("how", ["blocked", "untied", "hidden"])
def test_who_lost_access_after_the_letter_was_queued_gets_none(house, people, post, how):
    note_by(house, people.pavlo, people)
    note = opened_note(house, people)
    house.clock.pass_by(minutes=10)
    queue_news(house.installation)
    if how == "blocked":
        house.do(people.recruiter, block, customer_id=people.pavlo.user_id)
    elif how == "untied":
        house.do(
            people.recruiter,
            untie,
            vacancy_id=people.acme_vacancy,
            customer_id=people.pavlo.user_id,
        )
    else:
        house.do(people.recruiter, hide_note, note_id=note)
    assert post().to(people.pavlo) == []
    (letter,) = stored(house, Letter, recipient_id=people.pavlo.user_id, kind="news")
    assert letter.state == "failed"


def test_a_letter_of_news_holds_neither_contacts_nor_the_words_of_a_note(house, people, post):
    note_by(house, people.pavlo, people, "Call +380 67 123 45 67")
    slipped = opened_note(house, people, "His phone")
    alter(house, Note, slipped, body="His phone is +380 67 765 43 21")
    house.clock.pass_by(minutes=10)
    post()
    for letter in stored(house, Letter):
        if letter.kind == "news":
            assert "+380 67" not in letter.text + letter.html + letter.subject


def test_the_first_download_is_told_and_only_the_first(house, people):
    alter(house, Vacancy, people.acme_vacancy, gives_originals=True)
    before = stored(house, Notification, recipient_id=people.recruiter.user_id)
    (original,) = stored(house, ResumeOriginal, candidate_id=people.yurii)
    for _ in range(2):
        house.do(people.pavlo, tell_of_download, original_id=original.id)
    found = stored(house, Notification, recipient_id=people.recruiter.user_id)
    assert len(found) == len(before) + 1
    assert house.ask(people.recruiter, notifications)[0].kind == "downloaded"


def test_a_letter_says_truly_why_it_came(house, people, post):
    note_by(house, people.recruiter, people, "@Anna Admin: please call her")
    note_by(house, people.iryna, people)
    house.clock.pass_by(minutes=10)
    (named,), (following,) = post().to(people.admin), post().to(people.recruiter)
    assert "because you were named in a note." in named
    assert "because you follow these vacancies." in following
    for letter in (named, following):
        assert "chosen in your settings: " in letter


def test_the_recruiter_signs_news_for_customers_as_every_other_letter(house, people, post):
    alter(house, User, people.recruiter.user_id, signature="Ask me anything.")
    note_by(house, people.pavlo, people)
    opened_note(house, people)
    house.clock.pass_by(minutes=10)
    box = post()
    assert "Ask me anything." in box.to(people.pavlo)[0]
    assert "Ask me anything." not in box.to(people.recruiter)[0]


def test_defaults_are_those_of_the_mission(house, people):
    staff, customer = house.ask(people.recruiter, choices), house.ask(people.iryna, choices)
    by_day = {kind for kind, how in staff.deliveries.items() if how is Delivery.DAILY}
    assert by_day == {"reminder"}  # what the others tell has just happened
    assert set(staff.deliveries.values()) == {Delivery.AT_ONCE, Delivery.DAILY}
    assert customer.deliveries == {
        "presented": Delivery.AT_ONCE,
        "answered": Delivery.AT_ONCE,
        "note": Delivery.DAILY,
        "vacancy_added": Delivery.AT_ONCE,
        "vacancy": Delivery.DAILY,
        "interview_reminder": Delivery.AT_ONCE,
        "interview_feedback": Delivery.AT_ONCE,
    }
    assert (staff.hour, customer.hour) == (9, 9)
