"""What an attacker who had read the source tried: each is closed, and what is right still works."""

import pytest

from services.access.links import PASSWORD_PURPOSES, owner_of_link
from services.applications.moving import move, undo_move
from services.applications.presenting import present
from services.applications.views import history
from services.candidates.resumes import download_original, save_version
from services.candidates.views import candidate
from services.customers import CustomerForm, block, card, edit, reactivate
from services.errors import Invalid, LinkUnusable, NotFound, TooLate
from services.mail.archive import letter, letters
from services.notes.writing import write
from services.vacancies.stages import stages_of
from services.viewer import DOORKEEPER
from tests.house import House
from tests.people import People

pytestmark = pytest.mark.thorough


def _link(house: House, people: People, name: str) -> str:
    """The newest invitation's token of this customer."""
    rows = house.ask(people.recruiter, letters).rows
    mine = next(row for row in rows if row.to_name == name)
    return house.ask(people.recruiter, letter, letter_id=mine.id).link.partition("token=")[2]


def _stage(house: House, people: People, key: str) -> int:
    found = house.ask(people.recruiter, stages_of, people.acme_vacancy)[people.acme_vacancy]
    return next(stage.id for stage in found if stage.key == key)


def test_a_link_sent_to_a_mistyped_address_is_dead_once_it_is_corrected(
    house: House, people: People
) -> None:
    old = _link(house, people, "Pavlo")
    assert (
        house.ask(DOORKEEPER, owner_of_link, secret=old, purposes=PASSWORD_PURPOSES).email
        == "pavlo@acme.example"
    )
    known = house.ask(people.recruiter, card, customer_id=people.pavlo.user_id)
    form = CustomerForm(email="pavlo.right@acme.example", name="Pavlo", company="Acme")
    house.do(
        people.recruiter,
        edit,
        customer_id=people.pavlo.user_id,
        form=form,
        version=known.version,
    )
    with pytest.raises(LinkUnusable):
        house.ask(DOORKEEPER, owner_of_link, secret=old, purposes=PASSWORD_PURPOSES)
    new = _link(house, people, "Pavlo")
    assert (
        house.ask(DOORKEEPER, owner_of_link, secret=new, purposes=PASSWORD_PURPOSES).email
        == "pavlo.right@acme.example"
    )


def test_a_link_from_before_the_block_stays_dead_after_it(house: House, people: People) -> None:
    old = _link(house, people, "Greta")
    house.do(people.recruiter, block, customer_id=people.greta.user_id)
    house.do(people.recruiter, reactivate, customer_id=people.greta.user_id)
    with pytest.raises(LinkUnusable):
        house.ask(DOORKEEPER, owner_of_link, secret=old, purposes=PASSWORD_PURPOSES)
    assert house.ask(
        DOORKEEPER, owner_of_link, secret=_link(house, people, "Greta"), purposes=PASSWORD_PURPOSES
    )


def test_the_original_is_not_to_be_had_where_nobody_gives_it(house: House, people: People) -> None:
    seen = house.ask(people.pavlo, candidate, candidate_id=people.yurii)
    assert seen.original is not None  # its text is what he reads
    for html in ("", "<p>Cleaned.</p>"):
        house.do(people.recruiter, save_version, candidate_id=people.yurii, html=html)
        with pytest.raises(NotFound):
            house.ask(people.pavlo, download_original, original_id=seen.original.id)
    assert house.ask(people.recruiter, download_original, original_id=seen.original.id).content


def test_what_staff_wrote_before_presenting_again_is_not_the_customers_history(
    house: House, people: People
) -> None:
    refused, longlist = (_stage(house, people, key) for key in ("refused", "longlist"))
    at = people.yurii_at_acme
    house.do(people.recruiter, move, application_id=at, to_stage_id=refused, reason="INTERNAL")
    house.do(people.recruiter, move, application_id=at, to_stage_id=longlist)
    house.clock.pass_by(seconds=1)
    house.do(
        people.recruiter,
        present,
        vacancy_id=people.acme_vacancy,
        candidate_ids=[people.yurii],
    )
    house.clock.pass_by(minutes=1)
    assert "INTERNAL" not in repr(house.ask(people.iryna, history, application_id=at))
    assert "INTERNAL" in repr(house.ask(people.recruiter, history, application_id=at))


def test_a_move_is_not_undone_over_what_others_did_since(house: House, people: People) -> None:
    review, longlist = (_stage(house, people, key) for key in ("review", "longlist"))
    at = people.yurii_at_acme
    mine = house.do(people.iryna, move, application_id=at, to_stage_id=review)
    house.clock.pass_by(seconds=1)
    house.do(people.recruiter, move, application_id=at, to_stage_id=longlist)
    house.clock.pass_by(seconds=1)
    house.do(
        people.recruiter,
        present,
        vacancy_id=people.acme_vacancy,
        candidate_ids=[people.yurii],
        to_stage_id=review,
    )
    house.clock.pass_by(seconds=11)
    with pytest.raises(TooLate):
        house.do(people.iryna, undo_move, change_id=mine.change_id)


def test_a_customers_note_has_a_length_that_people_read(house: House, people: People) -> None:
    words = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    house.do(people.pavlo, write, body="9)" * 2_500, **words)
    with pytest.raises(Invalid):
        house.do(people.pavlo, write, body="9)" * 2_501, **words)
    house.do(people.recruiter, write, body="9)" * 2_501, **words)
