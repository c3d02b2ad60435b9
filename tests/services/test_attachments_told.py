"""Customers are told of an attachment that is opened to them: once, and while it is theirs."""

from dataclasses import replace

import pytest

from db.models import Application, Letter, Notification, User
from services.candidates.attachments import (
    ReadFile,
    attach,
    hide_attachment,
    open_attachment,
    take_away_attachment,
)
from services.candidates.reading_again import keep_what_was_read_of_attachment
from services.mail.late import write_as_it_leaves
from services.mail.news import queue_news
from services.notifications import notifications, unread_count
from services.notifications.choices import Delivery, choose
from services.viewer import Viewer
from tests.factories import alter, stored, the

pytestmark = [pytest.mark.few_on_duckdb, pytest.mark.thorough]

TASK = ReadFile("task.txt", b"x", "text/plain", "<p>Solved</p>", "Solved")
SCAN = ReadFile("scan.pdf", b"%PDF pictures", "application/pdf")
PICTURE = ReadFile("portfolio.png", b"\x89PNG pixels")
TOLD = "Maryana Tkachenko: an attachment was opened for you"


@pytest.fixture
def people(people, house):
    """Everything that was to be said before this test has been said; letters go out at once."""
    for letter in stored(house, Letter):
        alter(house, Letter, letter.id, state="sent")
    for told in stored(house, Notification):
        alter(house, Notification, told.id, lettered_at=house.clock.now)
    for viewer in people.customers:
        house.do(viewer, choose, deliveries={"note": Delivery.AT_ONCE}, hour=9)
    return people


def opened(house, people, file=TASK):
    key = house.do(people.recruiter, attach, candidate_id=people.maryana, file=file)
    act = {"attachment_id": key, "vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, open_attachment, **act)
    return act


def told(house, viewer):
    found = house.ask(viewer, notifications)
    return [one.application_id for one in found if one.kind == "attachment"]


def who_is_told(house, people):
    return [viewer.name for viewer in people.customers if told(house, viewer)]


def test_once_it_is_no_slip_any_more_those_who_may_read_it_are_told_once(house, people, post):
    act = opened(house, people)
    assert who_is_told(house, people) == []
    house.clock.pass_by(seconds=10)
    house.do(people.recruiter, open_attachment, **act)  # open already
    house.clock.pass_by(seconds=10)
    assert who_is_told(house, people) == ["Iryna", "Pavlo", "Leo"]
    assert told(house, people.iryna) == [people.maryana_at_acme]
    house.clock.pass_by(minutes=10)
    box = post()
    assert [letter.count(TOLD) for letter in box.to(people.iryna)] == [1]
    assert box.to(people.greta) == []
    house.clock.pass_by(days=1)
    assert len(post().to(people.iryna)) == 1


def test_of_what_could_not_be_read_he_hears_nothing_where_contacts_are_hidden(house, people, post):
    opened(house, people, PICTURE)
    house.clock.pass_by(seconds=10)
    assert who_is_told(house, people) == ["Pavlo", "Leo"]
    alter(house, User, people.pavlo.user_id, contacts_hidden=True)
    pavlo = Viewer.of(people.pavlo.user_id, the(house, User, people.pavlo.user_id))
    assert told(house, pavlo) == []
    house.clock.pass_by(minutes=10)
    assert (post().to(people.iryna), post().to(people.pavlo)) == ([], [])


@pytest.mark.parametrize("how", [hide_attachment, take_away_attachment])
def test_hidden_again_in_time_nobody_is_told(house, people, post, how):
    act = opened(house, people)
    house.clock.pass_by(seconds=5)
    named = act if how is hide_attachment else {"attachment_id": act["attachment_id"]}
    house.do(people.recruiter, how, **named)
    house.clock.pass_by(minutes=20)
    assert who_is_told(house, people) == []
    assert post().to(people.iryna) == []
    assert stored(house, Notification, kind="attachment") == []


@pytest.mark.parametrize("how", ["hidden", "taken back"])
def test_what_he_may_read_no_more_as_the_letter_leaves_is_not_in_it(house, people, post, how):
    act = opened(house, people)
    house.clock.pass_by(minutes=11)
    queue_news(house.installation)
    if how == "hidden":
        house.do(people.recruiter, hide_attachment, **act)
    else:
        alter(house, Application, people.maryana_at_acme, presented_at=None)
    (queued,) = stored(house, Letter, recipient_id=people.iryna.user_id, kind="news")
    write_as_it_leaves(house.installation, letter_id=queued.id)
    assert post().to(people.iryna) == []
    assert who_is_told(house, people) == []
    assert house.ask(people.iryna, unread_count) == len(
        [one for one in house.ask(people.iryna, notifications) if one.unread]
    )


def test_who_does_not_see_him_yet_is_told_of_him_alone(house, people):
    key = house.do(people.recruiter, attach, candidate_id=people.kyrylo, file=TASK)
    act = {"attachment_id": key, "vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, open_attachment, **act)
    assert stored(house, Notification, kind="attachment") == []


@pytest.mark.parametrize("cut", [False, True])
def test_read_again_those_hear_of_it_who_were_left_out_once(house, people, post, cut):
    key = house.do(people.recruiter, attach, candidate_id=people.maryana, file=SCAN)
    for vacancy_id in (people.acme_vacancy, people.globex_vacancy):
        here = {"attachment_id": key, "vacancy_id": vacancy_id, "without_contacts": cut}
        house.do(people.recruiter, open_attachment, **here)
    hidden = {"attachment_id": key, "vacancy_id": people.globex_vacancy}
    house.do(people.recruiter, hide_attachment, **hidden)
    house.clock.pass_by(minutes=10)
    post()
    assert who_is_told(house, people) == ["Pavlo", "Leo"]
    read = replace(TASK, name=SCAN.name)
    house.do(people.recruiter, keep_what_was_read_of_attachment, attachment_id=key, file=read)
    house.clock.pass_by(minutes=11)
    assert who_is_told(house, people) == ["Iryna", "Pavlo", "Leo"]
    assert told(house, people.iryna) == [people.maryana_at_acme]
    box = post()
    assert [letter.count(TOLD) for letter in box.to(people.iryna)] == [1]
    assert (
        len(stored(house, Notification, kind="attachment", recipient_id=people.pavlo.user_id)) == 1
    )
    house.do(people.recruiter, hide_attachment, **{**hidden, "vacancy_id": people.acme_vacancy})
    assert stored(house, Notification, kind="attachment") == []


def test_read_again_before_he_is_presented_it_comes_along_with_him(house, people):
    key = house.do(people.recruiter, attach, candidate_id=people.kyrylo, file=SCAN)
    act = {"attachment_id": key, "vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, open_attachment, **act)
    house.do(people.recruiter, keep_what_was_read_of_attachment, attachment_id=key, file=TASK)
    assert stored(house, Notification, kind="attachment") == []
