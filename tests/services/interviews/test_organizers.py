"""Who organizes an interview, who made it, and to whom its letters are answered."""

import pytest

from db.models import User, Vacancy
from services.agency import agency
from services.interviews.scheduling import cancel, reschedule
from services.interviews.views import interview
from tests.factories import alter
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    address,
    event,
    leave,
    letter,
    scheduled,
    to_one,
)
from tests.services.interviews.test_scheduling import form

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]


def test_whoever_writes_the_organizer_stays_whom_the_calendar_knows(house, people, post):
    copies = frozenset({people.iryna.user_id})
    key = scheduled(house, people, copies=copies)
    leave(house, post)
    told = {to_one(one): event(one)[0]["organizer"] for one in post.letters}
    alter(house, Vacancy, people.acme_vacancy, recruiter_id=people.admin.user_id)
    post.letters.clear()
    changed = {"form": form(house, people, days=2, copies=copies), "letter": letter()}
    for act, more in ((reschedule, changed), (cancel, {})):
        version = house.ask(people.admin, interview, interview_id=key).version
        house.do(people.admin, act, interview_id=key, version=version, **more)
        leave(house, post)
    others = [one for one in post.letters if to_one(one) in told]
    assert [event(one)[1] for one in others] == ["REQUEST", "REQUEST", "CANCEL", "CANCEL"]
    for one in others:
        assert event(one)[0]["organizer"] == told[to_one(one)]
        assert one["Reply-To"].addresses[0].addr_spec != told[to_one(one)].removeprefix("mailto:")


@pytest.mark.parametrize("handed_over", [True, False])
def test_who_organized_has_left_and_answers_go_to_who_is_there(house, people, post, handed_over):
    copies = frozenset({people.iryna.user_id})
    key = scheduled(house, people, write=False, copies=copies)
    leave(house, post)
    (first,) = post.letters
    alter(house, User, people.recruiter.user_id, blocked_at=house.clock.now)
    if handed_over:
        alter(house, Vacancy, people.acme_vacancy, recruiter_id=people.admin.user_id)
    there = "anna@clear.example" if handed_over else house.ask(people.admin, agency).email
    post.letters.clear()
    version = house.ask(people.admin, interview, interview_id=key).version
    both = frozenset({people.pavlo.user_id}) | copies
    later = form(house, people, days=2, copies=both, staff=frozenset({people.admin.user_id}))
    house.do(people.admin, reschedule, interview_id=key, form=later, version=version)
    leave(house, post)
    found = {to_one(one): one for one in post.letters}
    for one in found.values():
        assert one["Reply-To"].addresses[0].addr_spec == there
    organizers = [event(one)[0]["organizer"].removeprefix("mailto:") for one in
                  (first, found["iryna@acme.example"], found["pavlo@acme.example"])]  # fmt: skip
    assert organizers == ["oksana@clear.example", "oksana@clear.example", there]


def test_whoever_made_it_is_written_to_of_what_a_colleague_changes(house, people, post):
    def change(viewer, act, **more):
        version = house.ask(viewer, interview, interview_id=key).version
        house.do(viewer, act, interview_id=key, version=version, **more)
        leave(house, post)
        files = [[*one.iter_attachments()] for one in post.letters]
        heard = [(to_one(one), one["Subject"].split(":")[0]) for one in post.letters]
        post.letters.clear()
        return heard, [len([one for one in those if one.get_filename()]) for those in files]

    hers = "oksana@clear.example"
    key = scheduled(house, people, write=False)
    leave(house, post)
    commented = form(house, people, comment="Call him before")
    assert change(people.admin, reschedule, form=commented) == ([], [])
    mine = form(house, people, days=2)
    assert change(people.recruiter, reschedule, form=mine) == ([], [])
    later = form(house, people, days=3)
    assert change(people.admin, reschedule, form=later) == ([(hers, "Interview changed")], [1])
    assert change(people.admin, cancel) == ([(hers, "Interview cancelled")], [1])
    key = scheduled(house, people, write=False)
    leave(house, post)
    assert change(people.admin, cancel) == ([(hers, "Interview cancelled")], [0])
    key = scheduled(house, people, write=False)
    assert change(people.recruiter, cancel) == ([], [])
