"""One event, one message per person; each reads and marks only his own."""

import pytest

from db.models import Candidate, Notification
from services.applications.moving import move
from services.errors import Duplicate, NotFound
from services.notes.writing import write
from services.notifications import mark_read, notifications, unread_count
from services.vacancies.customers import tie, untie
from tests.factories import alter, plant, stage_id, stored


def kinds(house, viewer):
    return [one.kind for one in house.ask(viewer, notifications)]


@pytest.fixture
def note(house, people):
    """Iryna has written on Maryana at Acme, and it can no longer be undone."""
    note_id = house.do(
        people.iryna,
        write,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        body="A note",
    )
    house.clock.pass_by(seconds=10)
    return note_id


def test_each_is_told_once_and_never_of_his_own_act(house, people, note):
    assert kinds(house, people.recruiter) == ["note"]
    assert kinds(house, people.pavlo)[0] == "note"
    for other in (people.iryna, people.leo, people.greta, people.admin):
        assert "note" not in kinds(house, other)
    (one,) = house.ask(people.recruiter, notifications)
    assert (one.actor, one.actor_company, one.candidate, one.vacancy, one.unread) == (
        "Iryna",
        "Acme",
        "Maryana Tkachenko",
        "Backend Lead",
        True,
    )
    assert (one.candidate_id, one.application_id) == (people.maryana, people.maryana_at_acme)


def test_the_same_event_twice_for_one_person_is_refused(house, people, note):
    told = stored(house, Notification, recipient_id=people.recruiter.user_id)[0]

    def tell_again(work):
        work.add(
            Notification(
                recipient_id=told.recipient_id,
                event=told.event,
                kind="note",
                actor_id=work.viewer.user_id,
                vacancy_id=told.vacancy_id,
                application_id=told.application_id,
                created_at=work.now,
                due_at=work.now,
            )
        )

    with pytest.raises(Duplicate):
        house.do(people.iryna, tell_again)
    assert len(kinds(house, people.recruiter)) == 1


def test_marked_read_one_by_one_and_all_at_once(house, people, note):
    assert house.ask(people.pavlo, unread_count) == 3
    newest = house.ask(people.pavlo, notifications)[0]
    house.do(people.pavlo, mark_read, notification_id=newest.id)
    assert house.ask(people.pavlo, unread_count) == 2
    first_read_at = stored(house, Notification, id=newest.id)[0].read_at
    house.clock.pass_by(minutes=1)
    house.do(people.pavlo, mark_read)
    assert house.ask(people.pavlo, unread_count) == 0
    assert stored(house, Notification, id=newest.id)[0].read_at == first_read_at
    assert house.ask(people.recruiter, unread_count) == 1  # others’ stay unread
    assert house.ask(people.iryna, unread_count) == 2


def test_anothers_and_a_missing_one_are_the_same(house, people, note):
    anothers = [
        stored(house, Notification, recipient_id=viewer.user_id)[0].id
        for viewer in (people.recruiter, people.greta)
    ]
    for viewer in (people.iryna, people.admin, people.pavlo):
        for notification_id in (*anothers, 1):
            with pytest.raises(NotFound) as refused:
                house.do(viewer, mark_read, notification_id=notification_id)
            assert refused.value.fields == {"model": "Notification"}
    assert not any(one.read_at for one in stored(house, Notification))


def test_what_is_seen_no_more_is_told_no_more_and_counted_no_more(house, people, note):
    assert (len(kinds(house, people.pavlo)), house.ask(people.pavlo, unread_count)) == (3, 3)
    longlist = stage_id(house, people.acme_vacancy, "longlist")
    house.do(people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=longlist)
    assert (len(kinds(house, people.pavlo)), house.ask(people.pavlo, unread_count)) == (2, 2)
    alter(house, Candidate, people.maryana, archived_at=house.clock.now)
    assert (len(kinds(house, people.pavlo)), house.ask(people.pavlo, unread_count)) == (0, 0)
    house.do(people.pavlo, mark_read)
    alter(house, Candidate, people.maryana, archived_at=None)
    assert house.ask(people.pavlo, unread_count) == 2


def test_untied_and_tied_again(house, people, note):
    named = {"vacancy_id": people.acme_vacancy, "customer_id": people.pavlo.user_id}
    house.do(people.recruiter, untie, **named)
    assert house.ask(people.pavlo, notifications) == []
    assert house.ask(people.pavlo, unread_count) == 0
    house.do(people.recruiter, tie, **named)
    assert house.ask(people.pavlo, unread_count) == 4  # and that it was added again


def test_the_latest_fifty_newest_first(house, people):
    plant(
        house,
        *(
            Notification(
                recipient_id=people.recruiter.user_id,
                event=f"event {number}",
                kind="opened",
                actor_id=people.iryna.user_id,
                vacancy_id=people.acme_vacancy,
                application_id=people.maryana_at_acme,
                created_at=house.clock.now,
                due_at=house.clock.now,
            )
            for number in range(60)
        ),
    )
    found = house.ask(people.recruiter, notifications)
    assert len(found) == 50
    assert [one.id for one in found] == sorted((one.id for one in found), reverse=True)
    assert house.ask(people.recruiter, unread_count) == 60


def test_whoever_was_told_is_woken_and_nobody_else(house, people):
    woken = []
    everybody = (people.recruiter, people.pavlo, people.iryna, people.greta, people.leo)
    names = {viewer.user_id: viewer.name for viewer in everybody}
    for viewer in everybody:
        house.installation.live.subscribe(
            viewer.user_id, lambda name=viewer.name: woken.append(name)
        )
    to = stage_id(house, people.acme_vacancy, "review")
    house.do(people.iryna, move, application_id=people.maryana_at_acme, to_stage_id=to)
    assert woken == ["Oksana Lytvyn"]
    woken.clear()
    ahead = []
    house.installation.live.wake_later = lambda ids, seconds: ahead.append((ids, seconds))
    house.do(
        people.iryna,
        write,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        body="A note",
    )
    assert woken == []  # while it can be undone
    assert {seconds for _, seconds in ahead} == {10}
    woken += [names[user_id] for ids, _ in ahead for user_id in ids]
    assert sorted(woken) == ["Oksana Lytvyn", "Pavlo"]
    woken.clear()
    with pytest.raises(NotFound):
        house.do(people.iryna, write, candidate_id=1, application_id=1, body="Nowhere")
    assert woken == []
