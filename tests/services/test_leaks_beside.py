"""What comes along with a candidate is looked through, too: opened attachments, interviews."""

import pytest

from db.models import Application, AttachmentOpening, Interview, SparedContact
from services.applications.presenting import present
from services.applications.to_present import preview
from services.candidates.attachments import (
    ReadFile,
    attach,
    hide_attachment,
    open_attachment,
    opened_attachments,
    take_away_attachment,
)
from services.errors import ContactsFound, NotFound
from services.interviews.putting_back import put_back
from services.interviews.scheduling import reschedule
from services.interviews.views import of_application
from services.leaks.settling import settle
from tests.factories import a_contact, alter, an_interview, plant, stored, the
from tests.services.interviews.test_scheduling import form

pytestmark = [pytest.mark.few_on_duckdb, pytest.mark.thorough]

OTHER, MAIL = "+380 50 111 22 33", "hello@studio.example"
PORTFOLIO = ReadFile(
    f"Kyrylo {OTHER}.txt", b"x", "text/plain", f"<p>Ask {MAIL}, not zebra_77</p>", "Ask"
)
ROOM = "https://us02web.zoom.us/j/81234567890?pwd=Q2FuZGVsYQ"


@pytest.fixture
def kyrylo_has(house, people):
    """His attachment, opened to Acme (where all may read contacts then) or to nobody."""

    def received(file=PORTFOLIO, *, opened=True, **named):
        key = house.do(people.recruiter, attach, candidate_id=people.kyrylo, file=file)
        if opened:
            row = AttachmentOpening(
                attachment_id=key,
                vacancy_id=people.acme_vacancy,
                opened_at=house.clock.now,
                opened_by_id=people.recruiter.user_id,
            )
            plant(house, row)
        return key

    return received


def kyrylo_meets(house, people, place, kind="video", **columns):
    one = an_interview(
        house, people.kyrylo_at_acme, people.recruiter.user_id,
        location=place, kind=kind, **columns,
    )  # fmt: skip
    plant(house, one)
    return one.id


def found(house, people, vacancy="acme_vacancy"):
    asked = {"vacancy_id": getattr(people, vacancy), "candidate_ids": [people.kyrylo]}
    return house.ask(people.recruiter, preview, **asked).leaks


def told(some):
    return {(leak.source, leak.text) for leak in some}


def presented(house, people):
    asked = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.kyrylo]}
    house.do(people.recruiter, present, **asked)
    house.clock.pass_by(minutes=1)


def test_what_is_opened_already_stops_presenting_until_it_is_given_cut(house, people, kyrylo_has):
    kyrylo_has()
    with pytest.raises(ContactsFound) as refused:
        presented(house, people)
    assert told(refused.value.leaks) == {("file_name", OTHER), ("attachment", MAIL)}
    assert {leak.before for leak in refused.value.leaks} == {"Kyrylo ", "Ask "}
    assert found(house, people, "globex_vacancy") == ()

    house.do(people.recruiter, settle, remove=refused.value.leaks, keep=[])
    assert found(house, people) == ()
    presented(house, people)
    (one,) = house.ask(people.iryna, opened_attachments, application_id=people.kyrylo_at_acme)
    assert OTHER not in one.name
    (one,) = house.ask(people.pavlo, opened_attachments, application_id=people.kyrylo_at_acme)
    assert one.name == PORTFOLIO.name  # the file itself is as it came


def test_some_of_it_is_said_to_be_no_contact(house, people, kyrylo_has):
    kyrylo_has()
    seen = found(house, people)
    keep = [leak for leak in seen if leak.text == MAIL]
    house.do(people.recruiter, settle, remove=[], keep=keep)
    assert told(found(house, people)) == {("file_name", OTHER)}
    house.do(people.recruiter, settle, remove=found(house, people), keep=[])
    assert found(house, people) == ()
    assert [row.text for row in stored(house, SparedContact)] == [MAIL]


def test_only_what_is_opened_there_and_can_be_read_is_looked_through(house, people, kyrylo_has):
    kyrylo_has(opened=False)
    kyrylo_has(ReadFile(f"{OTHER}.png", b"x"))  # from whom contacts are hidden never gets it
    here = {"vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, hide_attachment, attachment_id=kyrylo_has(), **here)
    house.do(people.recruiter, take_away_attachment, attachment_id=kyrylo_has())
    cut = kyrylo_has(opened=False)
    house.do(people.recruiter, open_attachment, attachment_id=cut, without_contacts=True, **here)
    assert found(house, people) == ()
    house.do(people.recruiter, hide_attachment, attachment_id=cut, **here)
    with pytest.raises(ContactsFound):  # opened anew it is asked anew
        house.do(people.recruiter, open_attachment, attachment_id=cut, **here)


@pytest.mark.parametrize(
    ("place", "kind", "contacts"),
    [
        (ROOM, "video", set()),
        ("Kyiv, Khreshchatyk 22, office 5", "in_person", set()),
        (f"{ROOM} or {OTHER}", "video", {OTHER}),
        (OTHER, "phone", {OTHER}),
        ("https://t.me/kyrylo_d", "video", {"https://t.me/kyrylo_d"}),
        ("", "phone", set()),
    ],
)
def test_the_place_of_an_interview_is_looked_through_as_he_reads_it(
    house, people, place, kind, contacts
):
    kyrylo_meets(house, people, place, kind)
    assert {leak.text for leak in found(house, people) if leak.source == "place"} == contacts
    for unseen in ({"staff_only": True}, {"state": "undone"}):
        alter(house, Interview, stored(house, Interview)[-1].id, **unseen)
        assert found(house, people) == ()
        alter(house, Interview, stored(house, Interview)[-1].id, staff_only=False)


def test_a_place_is_cut_for_customers_alone_until_it_is_another(house, people):
    key = kyrylo_meets(house, people, f"Ring {OTHER}", "phone")
    with pytest.raises(ContactsFound):
        presented(house, people)
    seen = found(house, people)
    house.do(people.recruiter, settle, remove=seen, keep=[])
    assert found(house, people) == ()
    presented(house, people)
    assert the(house, Interview, key).location == f"Ring {OTHER}"
    at_acme = {"application_id": people.kyrylo_at_acme}
    (his,) = house.ask(people.iryna, of_application, **at_acme)
    assert his.location == "Ring …"

    alter(house, Application, people.kyrylo_at_acme, presented_at=None)
    (one,) = house.ask(people.recruiter, of_application, **at_acme)
    moved = {"interview_id": key, "version": one.version}
    another = form(house, people, kind="phone", location=f"Or {MAIL}")
    stood = house.do(people.recruiter, reschedule, form=another, **moved)
    assert told(found(house, people)) == {("place", MAIL)}
    house.do(people.recruiter, put_back, stood=stood)
    assert found(house, people) == ()


def test_only_what_was_seen_is_given_cut(house, people, kyrylo_has):
    kyrylo_has()
    key = kyrylo_meets(house, people, f"Ring {OTHER}", "phone")
    seen = found(house, people)
    alter(house, Interview, key, location=f"Ring {OTHER} or {MAIL}")
    plant(
        house, a_contact(people.kyrylo, "telegram", "zebra_77")
    )  # a contact by now, and not among what was seen
    house.do(people.recruiter, settle, remove=seen, keep=[])
    assert {"place", "attachment"} <= {leak.source for leak in found(house, people)}


def test_what_is_another_candidates_is_not_settled_in_his_name(house, people, kyrylo_has):
    kyrylo_has()
    kyrylo_meets(house, people, OTHER, "phone")
    for leak in found(house, people):
        with pytest.raises(NotFound):
            his = type(leak)(people.maryana, leak.source, leak.key, leak.kind, leak.text)
            house.do(people.recruiter, settle, remove=[his], keep=[])
