"""One-tap answers: who may give which, to what exactly, when they are dead, who hears of them."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from db.models import (
    Application,
    Candidate,
    CandidateContact,
    Interview,
    InterviewAnswer,
    InterviewPerson,
    Notification,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.errors import Invalid, LinkUnusable, TooLate
from services.i18n import translator
from services.i18n.times import span
from services.ids import key_text
from services.interviews.answer_links import PATH, link_text, mark_of, mark_of_email, read_link
from services.interviews.answers import answer, opened
from services.interviews.entries import entries
from services.interviews.slots import Slot
from services.interviews.views import interview
from services.mail.news import queue_news
from services.notifications import mark_read, notifications
from tests.factories import a_contact, alter, plant, stage_id, stored, the
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    MARYANAS,
    address,
    called_off,
    leave,
    moved,
    post,
    scheduled,
)

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]

LINK = re.compile(rf"https?://\S+{PATH}(\S+)")


def links(message):
    """By answer, the links of a letter: those of its plain text, which its HTML has, too."""
    html = message.get_body(("html",)).get_content()
    found = LINK.findall(message.get_body(("plain",)).get_content())
    assert all(one in html for one in found)
    return {one.split(".")[2]: one for one in found}


def by_address(box):
    return {one["To"].addresses[0].addr_spec: one for one in box.letters}


@pytest.fixture
def invited(house, people, post):  # noqa: F811
    """The interview, Maryana's links and Iryna's."""
    key = scheduled(house, people, copies=frozenset({people.iryna.user_id}), location="Room 4")
    letters = by_address(leave(house, post))
    return key, links(letters[MARYANAS]), links(letters["iryna@acme.example"])


def given(house):
    return [(one.person_id, one.answer, one.words) for one in stored(house, InterviewAnswer)]


def dead(house, link, reason="unknown"):
    """The link opens nothing and answers nothing."""
    before = len(stored(house, InterviewAnswer))
    for act in (opened, answer):
        with pytest.raises(LinkUnusable) as refused:
            act(house.installation, text=link)
        assert refused.value.fields == {"reason": reason}
    assert len(stored(house, InterviewAnswer)) == before


def alive(house, *every):
    for link in every:
        assert opened(house.installation, text=link).given == ""


def told(house, kind):
    return sorted(one.recipient_id for one in stored(house, Notification, kind=kind))


def test_each_letter_brings_its_own_two_links_and_staff_get_none(house, people, post, invited):  # noqa: F811
    _, hers, his = invited
    assert (set(hers), set(his)) == ({"confirm", "another"}, {"seen", "propose"})
    scheduled(
        house, people, write=False, days=5, staff=frozenset({people.recruiter.user_id, people.admin.user_id})
    )  # fmt: skip
    post.letters.clear()
    (to_staff,) = leave(house, post).letters
    assert links(to_staff) == {}


def test_to_open_a_link_changes_nothing_to_answer_is_told_at_once(house, people, invited):
    key, hers, his = invited
    alive(house, *hers.values(), *his.values())
    assert given(house) == []
    answer(house.installation, text=hers["confirm"])
    answer(house.installation, text=his["seen"])
    assert given(house) == [(None, "confirm", ""), (people.iryna.user_id, "seen", "")]
    assert told(house, "interview_confirmed") == [people.recruiter.user_id]
    assert told(house, "interview_seen") == [people.recruiter.user_id]
    of_staff = house.ask(people.recruiter, interview, interview_id=key)
    assert [(one.answer, one.who, one.stands) for one in of_staff.answers] == [
        ("confirm", "", True), ("seen", "Iryna", True),
    ]  # fmt: skip


def test_pressed_again_it_stands_already_and_a_mind_may_be_changed(house, people, invited):
    key, hers, _ = invited
    for _ in range(3):
        answer(house.installation, text=hers["confirm"])
    assert len(given(house)) == 1
    assert opened(house.installation, text=hers["confirm"]).given == "confirm"
    answer(house.installation, text=hers["another"], words="  Friday,\r\nafter 14:00 ")
    page = opened(house.installation, text=hers["confirm"])
    assert (page.given, page.words) == ("another", "Friday,\nafter 14:00")
    (last,) = house.ask(people.recruiter, interview, interview_id=key).answers
    assert (last.answer, last.words) == ("another", "Friday,\nafter 14:00")
    assert told(house, "interview_another_time") == [people.recruiter.user_id]
    alter(house, Interview, key, starts_at=house.clock.now, ends_at=house.clock.now)
    assert len(given(house)) == 2


def test_the_bell_and_the_letter_name_the_times_and_lead_to_the_interview(
    house, people, post, invited  # noqa: F811
):  # fmt: skip
    key, _, his = invited
    house.do(people.recruiter, mark_read)
    for words in ("Monday", "Friday,\nafter 14:00"):
        answer(house.installation, text=his["propose"], words=words)
    found = [one for one in house.ask(people.recruiter, notifications) if one.unread]
    assert {(one.interview_id, one.text) for one in found} == {
        (key, "Monday"), (key, "Friday,\nafter 14:00"),
    }  # fmt: skip
    house.clock.pass_by(minutes=15)
    queue_news(house.installation)
    post.letters.clear()
    written = by_address(leave(house, post))["oksana@clear.example"]
    plain = written.get_body(("plain",)).get_content()
    one = the(house, Interview, key)
    when = span(one.starts_at, one.ends_at, translator("en"), "Europe/Kyiv", house.clock.now)
    said = f"other times for the interview · {when} – Friday, after 14:00 – Iryna"
    for part in (said, key_text(key)):
        assert part in plain


def test_words_are_checked(house, people, invited):
    _, hers, his = invited
    for link, words, problem in (
        (his["propose"], " \n ", "required"),
        (his["propose"], "x" * 1001, "too_long"),
        (hers["another"], "x" * 1001, "too_long"),
    ):
        with pytest.raises(Invalid) as refused:
            answer(house.installation, text=link, words=words)
        assert refused.value.problems == {"words": problem}
    answer(house.installation, text=hers["another"])
    answer(house.installation, text=hers["confirm"], words="not asked for")
    assert given(house) == [(None, "another", ""), (None, "confirm", "")]


def test_who_changes_his_mind_without_end_is_stopped(house, people, invited):
    _, hers, _ = invited
    with pytest.raises(Invalid) as refused:
        for number in range(50):
            answer(house.installation, text=hers["another"], words=f"{number}")
    assert refused.value.problems == {"answer": "too_often"}
    assert len(given(house)) == 20


def test_from_its_beginning_nothing_is_answered_and_after_its_end_it_is_dead(
    house, people, invited
):
    key, hers, his = invited
    found = the(house, Interview, key)
    house.clock.now = found.starts_at
    for link in (hers["confirm"], his["seen"]):
        assert opened(house.installation, text=link).begun
        with pytest.raises(TooLate):
            answer(house.installation, text=link)
    house.clock.now = found.ends_at
    dead(house, hers["confirm"], "over")
    dead(house, his["seen"], "over")


def test_an_old_letter_confirms_no_new_time_or_place(house, people, post, invited):  # noqa: F811
    key, hers, his = invited
    answer(house.installation, text=hers["confirm"])
    post.letters.clear()
    moved(house, people, key, days=2, copies=frozenset({people.iryna.user_id}), location="Room 4")
    dead(house, hers["confirm"], "changed")
    dead(house, his["seen"], "changed")
    (last,) = house.ask(people.recruiter, interview, interview_id=key).answers
    assert (last.answer, last.stands) == ("confirm", False)
    letters = by_address(leave(house, post))
    new = links(letters[MARYANAS])
    alive(house, new["confirm"])
    moved(house, people, key, days=2, copies=frozenset({people.iryna.user_id}), location="Room 5")
    dead(house, new["confirm"], "changed")


def test_whoever_is_not_written_to_there_any_more_answers_nothing_from_there(
    house, people, invited
):
    _, hers, his = invited
    (contact,) = stored(house, CandidateContact, candidate_id=people.maryana, kind="email")
    alter(house, CandidateContact, contact.id, value="maryana.t@candidates.example")
    for link in hers.values():
        dead(house, link, "address")
    alive(house, *his.values())
    plant(house, a_contact(people.maryana, "other", MARYANAS))  # known, but nobody writes to it
    dead(house, hers["confirm"], "address")
    plant(house, a_contact(people.maryana, "email", f" {MARYANAS.upper()}"))
    alive(house, *hers.values())
    alter(house, User, people.iryna.user_id, email="iryna.k@acme.example")
    for link in his.values():
        dead(house, link, "address")
    alive(house, *hers.values())


def test_somebody_elses_address_is_no_readers(house, people, invited):
    _, hers, _ = invited
    (contact,) = stored(house, CandidateContact, candidate_id=people.maryana, kind="email")
    alter(house, CandidateContact, contact.id, candidate_id=people.yurii)
    dead(house, hers["confirm"], "address")


def test_what_ends_access_ends_the_links(house, people, invited):
    key, hers, his = invited
    one, two = his.values()
    now = house.clock.now
    at = {"vacancy_id": people.acme_vacancy, "customer_id": people.iryna.user_id}
    (tie,) = stored(house, VacancyCustomer, **at)
    (part,) = stored(house, InterviewPerson, interview_id=key, person_id=people.iryna.user_id)
    dark = stage_id(house, people.acme_vacancy, "longlist")
    application = the(house, Application, people.maryana_at_acme)
    for model, row, columns, back in (
        (User, people.iryna.user_id, {"blocked_at": now}, {"blocked_at": None}),
        (VacancyCustomer, tie.id, {"untied_at": now}, {"untied_at": None}),
        (InterviewPerson, part.id, {"left_at": now}, {"left_at": None}),
        (Interview, key, {"staff_only": True}, {"staff_only": False}),
        (Vacancy, people.acme_vacancy, {"closed_at": now}, {"closed_at": None}),
        (Application, application.id, {"stage_id": dark}, {"stage_id": application.stage_id}),
    ):
        alter(house, model, row, **columns)
        dead(house, one)
        dead(house, two)
        alive(house, hers["confirm"])  # the candidate is invited all the same
        alter(house, model, row, **back)
        alive(house, one, two)
    for model, row, columns, back in (
        (Candidate, people.maryana, {"archived_at": now}, {"archived_at": None}),
        (Vacancy, people.acme_vacancy, {"archived_at": now}, {"archived_at": None}),
        (Interview, key, {"state": "undone"}, {"state": "scheduled"}),
        (Interview, key, {"state": "held"}, {"state": "scheduled"}),
    ):
        alter(house, model, row, **columns)
        for link in (*hers.values(), *his.values()):
            dead(house, link)
        alter(house, model, row, **back)
    called_off(house, people, key)
    for link in (*hers.values(), *his.values()):
        dead(house, link)


def test_nobody_makes_up_a_link_or_turns_one_into_another(house, people, invited):
    key, hers, his = invited
    secret = house.installation.settings.secret
    link = read_link(secret, hers["confirm"])
    body, _, seal = hers["confirm"].rpartition(".")
    forged = [
        "", ".", "." * 5, "x" * 5000, "\x00", "ї", "\ud800", hers["confirm"][:-1], hers["confirm"] + "0",
        hers["confirm"].upper(), f"{body}.{'0' * len(seal)}", f"{body}.", hers["confirm"] + " ",
        hers["confirm"].replace("confirm", "another"), hers["confirm"].replace(".en.", ".uk."),
        link_text(b"of another installation " * 2, link),
        his["seen"].replace(his["seen"].split(".")[1], "-"),
    ]  # fmt: skip
    for text in forged:
        dead(house, text)
    # signed by us, but nobody was given it: another customer, one who takes no part, no customer
    for person in (people.pavlo, people.greta, people.recruiter):
        to = mark_of_email(secret, the(house, User, person.user_id).email)
        other = replace(link, person_id=person.user_id, answer="seen", to=to)
        dead(house, link_text(secret, other))
    dead(house, link_text(secret, replace(link, interview_id=key + 1)))


def test_the_mark_in_a_link_lets_nobody_try_out_a_hidden_place(house, people, invited):
    key, _, his = invited
    found = the(house, Interview, key)
    slot = Slot(found.starts_at, found.ends_at)
    mark = read_link(house.installation.settings.secret, his["seen"]).about
    assert mark == mark_of(house.installation.settings.secret, slot, found.kind, found.location)
    assert mark != mark_of(b"guessed", slot, found.kind, found.location)


def test_the_page_shows_what_the_letter_did_and_no_hidden_contact(house, people, post):  # noqa: F811
    place = f"call her: +380 67 123 45 67, {MARYANAS}"
    scheduled(house, people, copies=frozenset({people.iryna.user_id}), location=place)
    letters = by_address(leave(house, post))
    hers, his = links(letters[MARYANAS]), links(letters["iryna@acme.example"])
    for link, letter in (
        (hers["confirm"], letters[MARYANAS]),
        (his["seen"], letters["iryna@acme.example"]),
    ):
        page = opened(house.installation, text=link)
        plain = " ".join(letter.get_body(("plain",)).get_content().split())
        for name, value in page.facts:
            assert f"{name}: {' '.join(value.split())}" in plain
        assert page.contact.email in plain
    shown = repr(opened(house.installation, text=his["seen"]))
    assert MARYANAS not in shown
    assert "123 45 67" not in shown
    assert place in repr(opened(house.installation, text=hers["confirm"]))


def test_a_customer_reads_his_own_answer_and_never_the_candidates(house, people, invited):
    key, hers, his = invited
    answer(house.installation, text=hers["another"], words="my sister’s wedding")
    answer(house.installation, text=his["propose"], words="Monday at nine")
    for viewer, expected in (
        (people.iryna, [("propose", "Monday at nine")]),
        (people.pavlo, []),
        (people.recruiter, [("another", "my sister’s wedding"), ("propose", "Monday at nine")]),
    ):
        seen = house.ask(viewer, interview, interview_id=key).answers
        assert [(one.answer, one.words) for one in seen] == expected
    span = {"since": house.clock.now, "until": house.clock.now + timedelta(days=9)}
    for viewer, expected in (
        (people.iryna, ["propose"]),
        (people.pavlo, []),
        (people.recruiter, ["another", "propose"]),
    ):
        (entry,) = [one for one in house.ask(viewer, entries, **span) if one.id == key]
        assert [one.answer for one in entry.answers] == expected
    assert not [one for one in told(house, "interview_another_time") if one in (
        people.iryna.user_id, people.pavlo.user_id)]  # fmt: skip


def test_who_hears_of_it_where_the_recruiter_has_left(house, people, invited):
    _, hers, _ = invited
    alter(house, User, people.recruiter.user_id, blocked_at=house.clock.now)
    answer(house.installation, text=hers["confirm"])
    assert told(house, "interview_confirmed") == [people.admin.user_id]
