"""Reminders before interviews and requests for feedback after them: once, and to whom they are."""

from datetime import time, timedelta

import pytest

from db.models import (
    Application,
    Candidate,
    CandidateContact,
    Interview,
    Letter,
    Notification,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.errors import Invalid
from services.i18n import translator
from services.i18n.times import span
from services.interviews.answers import opened
from services.interviews.bells import ring_for_interviews
from services.interviews.putting_back import put_back
from services.interviews.scheduling import reschedule
from services.interviews.views import interview
from services.mail.news import queue_news
from services.notifications import notifications
from services.notifications.choices import Delivery, choose
from services.notifications.wording import what_happened
from tests.factories import alter, stage_id, stored, the
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    MARYANAS,
    address,
    called_off,
    leave,
    moved,
    post,
    scheduled,
    to,
)
from tests.services.interviews.test_scheduling import form
from tests.services.test_interview_answers import links

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]

EVERYBODY = ["iryna@acme.example", MARYANAS, "oksana@clear.example", "pavlo@acme.example"]


def at(house, moment):
    """Have it be that moment, and everything by itself done: rung, and letters sent."""
    house.clock.now = moment
    return ring_for_interviews(house.installation)


def rung(house, kind):
    return sorted(one.recipient_id for one in stored(house, Notification, kind=f"interview_{kind}"))


def after_it(house, key, **later):
    return the(house, Interview, key).ends_at + timedelta(**later)


@pytest.fixture
def planned(house, people, post):  # noqa: F811
    """In three days; Oksana holds it, Iryna takes part, Pavlo has a copy, Maryana is invited."""
    key = scheduled(house, people, days=3, **everybody(people))
    leave(house, post)
    post.letters.clear()
    return key


def day_before(house, key, **later):
    return the(house, Interview, key).starts_at - timedelta(days=1) + timedelta(**later)


def test_everybody_is_reminded_the_day_before_once(house, people, post, planned):  # noqa: F811
    assert at(house, day_before(house, planned, minutes=-1)) == 0
    assert at(house, day_before(house, planned)) == 1
    assert at(house, day_before(house, planned, minutes=1)) == 0
    leave(house, post)
    assert to(post) == EVERYBODY
    concerned = sorted(one.user_id for one in (people.recruiter, people.iryna, people.pavlo))
    assert rung(house, "reminder") == concerned
    for message in post.letters:
        assert message["Subject"].startswith("Reminder: ")
        assert not [part for part in message.iter_attachments() if part.get_filename()]
    found = {one["To"].addresses[0].addr_spec: links(one) for one in post.letters}
    assert set(found[MARYANAS]) == {"confirm", "another"}
    assert set(found["pavlo@acme.example"]) == {"seen", "propose"}
    assert found["oksana@clear.example"] == {}
    for _ in range(3):
        queue_news(house.installation)  # no second letter about the same
        at(house, house.clock.now + timedelta(hours=1))
        leave(house, post)
    assert len([one for one in post.letters if one["Subject"].startswith("Reminder: ")]) == 4


def test_the_news_says_when_as_long_as_its_reader_sees_the_interview(house, people, planned):
    at(house, day_before(house, planned))
    one = the(house, Interview, planned)

    def said_to(viewer):
        told = house.ask(viewer, notifications)[0]
        return what_happened(told, translator("en"), zone="Asia/Tokyo", now=house.clock.now)

    when = span(one.starts_at, one.ends_at, translator("en"), "Asia/Tokyo", house.clock.now)
    for viewer in (people.recruiter, people.iryna):
        assert said_to(viewer).endswith(f": the interview is coming up · {when}")
    alter(house, Interview, planned, staff_only=True)
    assert said_to(people.recruiter).endswith(when)
    assert said_to(people.iryna).endswith(": the interview is coming up")


def test_the_reminder_is_in_the_candidates_own_language(house, people, post, planned):  # noqa: F811
    alter(house, Candidate, people.maryana, letter_language="uk")
    at(house, day_before(house, planned))
    leave(house, post)
    (hers,) = [one for one in post.letters if MARYANAS in one["To"]]
    assert (hers["Content-Language"], hers["Subject"][:11]) == ("uk", "Нагадування")
    assert opened(house.installation, text=links(hers)["confirm"]).language == "uk"
    alter(house, Candidate, people.maryana, letter_language="ru")
    page = opened(house.installation, text=links(hers)["confirm"])
    assert (page.language, page.facts[0][0]) == ("ru", "Когда")


def test_who_was_not_invited_or_gets_no_copy_is_not_reminded(house, people, post):  # noqa: F811
    key = scheduled(house, people, write=False, days=3)
    leave(house, post)
    at(house, day_before(house, key))
    leave(house, post)
    assert to(post) == ["oksana@clear.example"]


def test_where_whoever_invited_has_left_the_recruiter_answers(house, people, post, planned):  # noqa: F811
    alter(house, User, people.recruiter.user_id, blocked_at=house.clock.now)
    alter(house, Vacancy, people.acme_vacancy, recruiter_id=people.admin.user_id)
    at(house, day_before(house, planned))
    leave(house, post)
    (hers,) = [one for one in post.letters if MARYANAS in one["To"]]
    assert hers["Reply-To"].addresses[0].addr_spec == "anna@clear.example"
    page = opened(house.installation, text=links(hers)["confirm"])
    assert page.contact.email == "anna@clear.example"


@pytest.mark.parametrize("ended", ["refused", "closed"])
def test_of_whom_nobody_considers_any_more_staff_alone_are_reminded(
    house,
    people,
    post,  # noqa: F811
    planned,
    ended,
):
    if ended == "closed":
        alter(house, Vacancy, people.acme_vacancy, closed_at=house.clock.now)
    else:
        refused = stage_id(house, people.acme_vacancy, "refused")
        alter(house, Application, people.maryana_at_acme, stage_id=refused)
    assert at(house, day_before(house, planned)) == 1
    leave(house, post)
    assert to(post) == ["oksana@clear.example"]
    assert rung(house, "reminder") == [people.recruiter.user_id]


@pytest.mark.parametrize("ended", ["refused", "closed"])
def test_considered_again_the_others_are_reminded_and_staff_not_twice(
    house,
    people,
    post,  # noqa: F811
    planned,
    ended,
):
    before = the(house, Application, people.maryana_at_acme).stage_id
    if ended == "closed":
        alter(house, Vacancy, people.acme_vacancy, closed_at=house.clock.now)
    else:
        refused = stage_id(house, people.acme_vacancy, "refused")
        alter(house, Application, people.maryana_at_acme, stage_id=refused)
    assert at(house, day_before(house, planned)) == 1
    assert at(house, day_before(house, planned, minutes=1)) == 0
    leave(house, post)
    post.letters.clear()
    alter(house, Vacancy, people.acme_vacancy, closed_at=None)
    alter(house, Application, people.maryana_at_acme, stage_id=before)
    assert at(house, day_before(house, planned, minutes=2)) == 1
    leave(house, post)
    assert to(post) == [one for one in EVERYBODY if one != "oksana@clear.example"]
    concerned = sorted(one.user_id for one in (people.recruiter, people.iryna, people.pavlo))
    assert rung(house, "reminder") == concerned
    alter(house, Vacancy, people.acme_vacancy, closed_at=house.clock.now)
    assert at(house, day_before(house, planned, minutes=3)) == 0  # everybody has been reminded


def test_who_wants_no_letter_is_reminded_in_the_app_alone(house, people, post, planned):  # noqa: F811
    off = {"interview_reminder": Delivery.OFF}
    house.do(people.recruiter, choose, deliveries=off, hour=9)
    house.do(people.pavlo, choose, deliveries=off, hour=9)
    for kind, way in (("interview_reminder", Delivery.DAILY), ("unheard_of", Delivery.OFF)):
        with pytest.raises(Invalid):
            house.do(people.pavlo, choose, deliveries={kind: way}, hour=9)
    at(house, day_before(house, planned))
    leave(house, post)
    assert to(post) == ["iryna@acme.example", MARYANAS]
    for message in post.letters:
        settings = "/settings" in message.get_body(("plain",)).get_content()
        for_iryna = MARYANAS not in message["To"]
        assert (settings, "List-Unsubscribe" in message) == (for_iryna, for_iryna)
    concerned = sorted(one.user_id for one in (people.recruiter, people.iryna, people.pavlo))
    assert rung(house, "reminder") == concerned
    assert at(house, near(house, planned)) == 0


def near(house, key, **later):
    return the(house, Interview, key).starts_at - timedelta(hours=2) + timedelta(**later)


def everybody(people):
    customers = frozenset({people.iryna.user_id})
    return {"customers": customers, "copies": customers | {people.pavlo.user_id}}


def test_who_was_told_too_late_is_reminded_nearer_to_it_once(house, people, post):  # noqa: F811
    key = scheduled(house, people, **everybody(people))
    leave(house, post)
    post.letters.clear()
    assert [at(house, near(house, key, minutes=minute)) for minute in (-1, 0, 1)] == [0, 1, 0]
    leave(house, post)
    assert to(post) == EVERYBODY
    concerned = sorted(one.user_id for one in (people.recruiter, people.iryna, people.pavlo))
    assert rung(house, "reminder") == concerned


def test_who_was_added_after_the_usual_reminder_is_reminded_alone(
    house, people, post, planned  # noqa: F811
):  # fmt: skip
    at(house, day_before(house, planned))
    leave(house, post)
    now = house.ask(people.recruiter, interview, interview_id=planned)
    slip = form(house, people, days=5, **everybody(people))
    stood = house.do(
        people.recruiter, reschedule, interview_id=planned, form=slip, version=now.version
    )
    house.do(people.recruiter, put_back, stood=stood)
    both = frozenset({people.recruiter.user_id, people.admin.user_id})
    moved(house, people, planned, staff=both, **everybody(people))
    leave(house, post)
    post.letters.clear()
    assert [at(house, near(house, planned, minutes=minute)) for minute in (0, 1)] == [1, 0]
    leave(house, post)
    assert to(post) == ["anna@clear.example"]
    assert people.admin.user_id in rung(house, "reminder")


@pytest.mark.parametrize(("minutes", "reminded"), [(110, []), (130, EVERYBODY)])
def test_nobody_is_reminded_of_what_begins_at_once(
    house,
    people,
    post,  # noqa: F811
    minutes,
    reminded,
):
    key = scheduled(house, people, days=3, at=time(16), **everybody(people))
    leave(house, post)
    at_ten = the(house, Interview, key).starts_at - timedelta(hours=6)
    house.clock.now = at_ten - timedelta(minutes=minutes)
    moved(house, people, key, days=0, **everybody(people))
    leave(house, post)
    post.letters.clear()
    at(house, near(house, key, minutes=30))
    leave(house, post)
    assert to(post) == reminded


def test_moved_the_reminder_moves_along_and_told_of_the_old_time_nobody_stays(
    house, people, post, planned  # noqa: F811
):  # fmt: skip
    copies = frozenset({people.iryna.user_id, people.pavlo.user_id})
    at(house, day_before(house, planned))
    assert rung(house, "reminder")
    moved(house, people, planned, days=9, copies=copies)
    assert rung(house, "reminder") == []
    leave(house, post)
    assert not [one for one in post.letters if one["Subject"].startswith("Reminder")]
    post.letters.clear()
    at(house, day_before(house, planned, minutes=-1))
    leave(house, post)
    assert post.letters == []
    assert at(house, day_before(house, planned)) == 1
    leave(house, post)
    assert to(post) == EVERYBODY


def test_called_off_nobody_is_reminded(house, people, post, planned):  # noqa: F811
    called_off(house, people, planned)
    leave(house, post)
    post.letters.clear()
    assert at(house, day_before(house, planned)) == 0
    leave(house, post)
    assert post.letters == []


def test_a_reminder_that_waits_says_what_holds_or_does_not_leave(house, people, post, planned):  # noqa: F811
    at(house, day_before(house, planned))
    alter(house, User, people.pavlo.user_id, blocked_at=house.clock.now)
    (tie,) = stored(
        house, VacancyCustomer, vacancy_id=people.acme_vacancy, customer_id=people.iryna.user_id
    )
    alter(house, VacancyCustomer, tie.id, untied_at=house.clock.now)
    (contact,) = stored(house, CandidateContact, candidate_id=people.maryana, value=MARYANAS)
    alter(house, CandidateContact, contact.id, value="new@candidates.example")
    leave(house, post)
    assert to(post) == ["new@candidates.example", "oksana@clear.example"]


def test_nobody_is_reminded_once_it_has_begun(house, people, post, planned):  # noqa: F811
    at(house, day_before(house, planned))
    house.clock.now = the(house, Interview, planned).starts_at
    leave(house, post)
    assert post.letters == []
    assert {one.problem for one in stored(house, Letter, kind="interview_reminder")} <= {
        "nothing_left"
    }


@pytest.mark.parametrize("change", ["staff_only", "dark", "left"])
def test_whom_it_concerns_no_more_is_not_reminded(house, people, post, planned, change):  # noqa: F811
    if change == "staff_only":
        alter(house, Interview, planned, staff_only=True)
    elif change == "dark":
        moved_to = stage_id(house, people.acme_vacancy, "longlist")
        alter(house, Application, people.maryana_at_acme, stage_id=moved_to)
    else:
        moved(house, people, planned, days=3)
        leave(house, post)
        post.letters.clear()
    at(house, day_before(house, planned))
    leave(house, post)
    assert to(post) == [MARYANAS, "oksana@clear.example"]
    assert rung(house, "reminder") == [people.recruiter.user_id]


@pytest.mark.parametrize("model", [Candidate, Vacancy])
def test_of_what_is_archived_nothing_is_said(house, people, planned, model):
    key = {Candidate: people.maryana, Vacancy: people.acme_vacancy}[model]
    alter(house, model, key, archived_at=house.clock.now)
    assert at(house, day_before(house, planned)) == 0
    assert at(house, after_it(house, planned, hours=1)) == 0
