"""A customer who loses sight of an interview: its entry leaves his calendar, once, and comes back.

Whatever takes it from him: the interview itself stays as it is.
"""

import pytest

from db.models import Candidate, Letter, Vacancy
from services.applications.moving import move, undo_move
from services.applications.presenting import present
from services.customers import block, reactivate
from services.interviews.sight import follow_sight
from services.mail.late import write_as_it_leaves
from services.vacancies.customers import tie, untie
from services.vacancies.stage_changes import save_stage
from services.vacancies.stage_forms import StageForm
from tests.factories import alter, stage_id, stored, the
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    MARYANAS,
    address,
    called_off,
    event,
    leave,
    moved,
    post,
    scheduled,
    to,
    to_one,
)

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]

IRYNA, PAVLO = "iryna@acme.example", "pavlo@acme.example"
BOTH = [IRYNA, PAVLO]


def followed(house, box):
    """What leaves after a look at who sees what; a second look finds nothing more to tell."""
    box.letters.clear()
    follow_sight(house.installation)
    assert follow_sight(house.installation) == 0
    leave(house, box, seconds=21)
    assert follow_sight(house.installation) == 0
    return heard(box)


def heard(box):
    return sorted(
        (to_one(one), event(one)[1], int(event(one)[0]["sequence"])) for one in box.letters
    )


@pytest.fixture
def told(house, people, post):  # noqa: F811
    """Iryna, Pavlo and Maryana have it in their calendars; Leo sees it and was told nothing."""
    both = frozenset({people.iryna.user_id, people.pavlo.user_id})
    key = scheduled(house, people, copies=both, location="Room 7", days=3)
    leave(house, post)
    assert to(post) == [IRYNA, MARYANAS, PAVLO]
    return key


def taken_back(house, people):
    staffs = stage_id(house, people.acme_vacancy, "longlist")
    return house.do(
        people.recruiter, move, application_id=people.maryana_at_acme, to_stage_id=staffs
    )


def gone_dark(house, people):
    version = the(house, Vacancy, people.acme_vacancy).version
    house.do(
        people.recruiter, save_stage,
        vacancy_id=people.acme_vacancy, stage_id=stage_id(house, people.acme_vacancy, "new"),
        form=StageForm(name_en="Fresh", place=1), version=version, taking_back=True,
    )  # fmt: skip


def both_untied(house, people):
    for customer in (people.iryna, people.pavlo):
        untied(house, people, customer)


def untied(house, people, customer):
    named = {"vacancy_id": people.acme_vacancy, "customer_id": customer.user_id}
    house.do(people.recruiter, untie, **named)


def vacancy_archived(house, people):
    alter(house, Vacancy, people.acme_vacancy, archived_at=house.clock.now)


def candidate_archived(house, people):
    alter(house, Candidate, people.maryana, archived_at=house.clock.now)


@pytest.mark.parametrize(
    "lost", [taken_back, gone_dark, both_untied, vacancy_archived, candidate_archived]
)
def test_it_leaves_the_calendars_of_exactly_those_who_were_told_and_says_nothing_more(
    house, people, post, told, lost  # noqa: F811
):  # fmt: skip
    before = {to_one(one): event(one)[0] for one in post.letters}
    lost(house, people)
    assert followed(house, post) == [(one, "CANCEL", 1) for one in BOTH]
    for message in post.letters:
        found, own = event(message)[0], before[to_one(message)]
        assert str(found["status"]) == "CANCELLED"
        for same in ("uid", "dtstart", "dtend", "organizer"):
            assert found[same] == own[same]
        whole = message.as_string() + message.get_body(("plain",)).get_content()
        whole += message.get_body(("html",)).get_content() + found.to_ical().decode()
        for hidden in ("Maryana", "Tkachenko", "Backend Lead", "Room 7", MARYANAS):
            assert hidden not in whole
    assert followed(house, post) == []


def test_who_still_sees_it_is_told_nothing(house, people, post, told):  # noqa: F811
    untied(house, people, people.iryna)
    assert followed(house, post) == [(IRYNA, "CANCEL", 1)]


def test_undone_in_time_no_letter_leaves(house, people, post, told):  # noqa: F811
    post.letters.clear()
    made = taken_back(house, people)
    follow_sight(house.installation)
    house.clock.pass_by(seconds=15)
    leave(house, post, seconds=0)
    house.do(people.recruiter, undo_move, change_id=made.change_id)
    leave(house, post)
    assert followed(house, post) == []


def test_what_holds_as_it_leaves_is_told(house, people, post, told):  # noqa: F811
    untied(house, people, people.pavlo)
    follow_sight(house.installation)
    named = {"vacancy_id": people.acme_vacancy, "customer_id": people.pavlo.user_id}
    house.do(people.recruiter, tie, **named, tell=False)
    assert followed(house, post) == []
    (kept_back,) = stored(house, Letter, kind="interview_copy", state="failed")
    assert kept_back.problem == "nothing_left"


def test_the_blocked_are_written_nothing_and_told_later_what_holds_then(
    house, people, post, told  # noqa: F811
):  # fmt: skip
    named = {"customer_id": people.iryna.user_id}
    house.do(people.recruiter, block, **named)
    assert followed(house, post) == []
    house.do(people.recruiter, reactivate, **named)
    for letter in stored(house, Letter, kind="invitation", state="queued"):
        alter(house, Letter, letter.id, state="failed")
    assert followed(house, post) == []  # it stands in her calendar as it is
    house.do(people.recruiter, block, **named)
    pavlos = frozenset({people.pavlo.user_id})
    moved(house, people, told, days=4, copies=pavlos)
    leave(house, post)
    assert IRYNA not in to(post)
    house.do(people.recruiter, reactivate, **named)
    for letter in stored(house, Letter, kind="invitation", state="queued"):
        alter(house, Letter, letter.id, state="failed")
    assert followed(house, post) == [(IRYNA, "CANCEL", 1)]  # she was taken out of it meanwhile


def test_back_in_sight_it_is_back_in_the_calendar_and_every_letter_is_believed(
    house, people, post, told  # noqa: F811
):  # fmt: skip
    taken_back(house, people)
    assert followed(house, post) == [(one, "CANCEL", 1) for one in BOTH]
    house.do(
        people.recruiter, present, vacancy_id=people.acme_vacancy, candidate_ids=[people.maryana]
    )
    house.clock.pass_by(seconds=11)
    assert followed(house, post) == [(one, "REQUEST", 2) for one in BOTH]
    post.letters.clear()
    both = frozenset({people.iryna.user_id, people.pavlo.user_id})
    moved(house, people, told, days=5, copies=both, location="Room 7")
    leave(house, post)
    assert heard(post) == [(IRYNA, "REQUEST", 3), (MARYANAS, "REQUEST", 3), (PAVLO, "REQUEST", 3)]
    untied(house, people, people.pavlo)
    assert followed(house, post) == [(PAVLO, "CANCEL", 4)]
    named = {"vacancy_id": people.acme_vacancy, "customer_id": people.pavlo.user_id}
    house.do(people.recruiter, tie, **named, tell=False)
    assert followed(house, post) == [(PAVLO, "REQUEST", 5)]
    post.letters.clear()
    called_off(house, people, told)
    leave(house, post)
    assert heard(post) == [(IRYNA, "CANCEL", 6), (MARYANAS, "CANCEL", 6), (PAVLO, "CANCEL", 6)]
    assert followed(house, post) == []


def test_lost_before_the_letter_left_and_back_again_it_is_told_after_all(house, people, post):  # noqa: F811
    scheduled(house, people, write=False, copies=frozenset({people.pavlo.user_id}))
    made = taken_back(house, people)
    leave(house, post)
    assert post.letters == []
    house.do(people.recruiter, undo_move, change_id=made.change_id)
    assert followed(house, post) == [(PAVLO, "REQUEST", 0)]


def test_of_what_is_over_nobody_is_told_that_it_goes(house, people, post, told):  # noqa: F811
    both_untied(house, people)
    follow_sight(house.installation)
    house.clock.pass_by(days=4)
    post.letters.clear()
    leave(house, post)
    assert post.letters == []
    assert followed(house, post) == []


def test_two_who_look_at_once_still_tell_it_once(house, people, post, told):  # noqa: F811
    untied(house, people, people.pavlo)
    follow_sight(house.installation)
    (first,) = stored(house, Letter, kind="interview_copy", state="queued")
    alter(house, Letter, first.id, state="failed", problem="nothing_left")
    follow_sight(house.installation)
    alter(house, Letter, first.id, state="queued", problem="")
    post.letters.clear()
    leave(house, post, seconds=21)
    assert heard(post) == [(PAVLO, "CANCEL", 1)]


def test_what_cannot_be_delivered_is_left_to_staff_and_not_tried_for_ever(
    house, people, post, told  # noqa: F811
):  # fmt: skip
    untied(house, people, people.pavlo)
    follow_sight(house.installation)
    (letter,) = stored(house, Letter, kind="interview_copy", state="queued")
    write_as_it_leaves(house.installation, letter_id=letter.id)
    alter(house, Letter, letter.id, state="failed", problem="mailbox_unknown")
    assert followed(house, post) == []
