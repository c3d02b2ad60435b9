"""Sending a letter again by hand, and finding letters."""

import pytest

from db.models import Letter
from services.customers import CustomerForm, block, edit
from services.errors import LetterStays, NotAllowed
from services.mail.archive import (
    LetterFilter,
    letters,
    refusals_written,
    vacancies_of_letters,
)
from services.mail.dispatch import dispatch
from services.mail.queue import queue_now
from services.mail.resending import send_again
from tests.factories import a_letter, alter, plant, stored, the
from tests.services.post import Hands


@pytest.fixture
def unknown(house, people):
    """Iryna's invitation, of which nobody knows whether it left; all others have."""
    (letter,) = stored(house, Letter, recipient_id=people.iryna.user_id)
    dispatch(house.installation, Hands())
    alter(house, Letter, letter.id, state="unknown", problem="interrupted")
    return letter.id


def test_a_copy_leaves_and_the_letter_keeps_its_story(house, people, unknown):
    assert house.ask(people.recruiter, queue_now).unknown == 1
    copy = house.do(people.recruiter, send_again, letter_id=unknown)
    hands = Hands()
    assert dispatch(house.installation, hands) == 1
    assert hands.taken == [copy]
    letter = the(house, Letter, unknown)
    assert (letter.state, letter.problem, letter.again_id) == ("unknown", "interrupted", copy)
    assert house.ask(people.recruiter, queue_now).unknown == 0
    made = the(house, Letter, copy)
    for column in ("recipient_id", "vacancy_id", "to_email", "subject", "text", "html", "link"):
        assert getattr(made, column) == getattr(letter, column)


def test_twice_is_refused_and_so_is_what_is_still_on_its_way(house, people, unknown):
    copy = house.do(people.recruiter, send_again, letter_id=unknown)
    for letter_id, reason in ((unknown, "sent_again"), (copy, "on_its_way")):
        with pytest.raises(LetterStays) as refused:
            house.do(people.recruiter, send_again, letter_id=letter_id)
        assert refused.value.fields["reason"] == reason
    with pytest.raises(NotAllowed):
        house.do(people.iryna, send_again, letter_id=unknown)


def test_not_to_the_blocked_and_not_with_a_dead_link(house, people, unknown):
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    with pytest.raises(LetterStays) as refused:
        house.do(people.recruiter, send_again, letter_id=unknown)
    assert refused.value.fields["reason"] == "blocked"
    (pavlos,) = stored(house, Letter, recipient_id=people.pavlo.user_id)
    house.clock.pass_by(days=30)
    with pytest.raises(LetterStays) as refused:
        house.do(people.recruiter, send_again, letter_id=pavlos.id)
    assert refused.value.fields["reason"] == "link_dead"


def test_it_goes_to_the_present_e_mail_and_a_link_for_the_former_one_does_not(
    house, people, unknown
):
    form = CustomerForm("iryna@new.example", "Iryna", company="Acme", contacts_hidden=True)
    house.do(people.recruiter, edit, customer_id=people.iryna.user_id, form=form, version=1)
    with pytest.raises(LetterStays):
        house.do(people.recruiter, send_again, letter_id=unknown)
    alter(house, Letter, unknown, link="https://candela.example/vacancies")
    copy = house.do(people.recruiter, send_again, letter_id=unknown)
    assert the(house, Letter, copy).to_email == "iryna@new.example"


def test_letters_are_found_by_person_words_state_and_vacancy(house, people, unknown):
    def found(**only):
        page = house.ask(people.recruiter, letters, only=LetterFilter(**only))
        return sorted(row.to_name for row in page.rows)

    everybody = ["Bohdan", "Greta", "Iryna", "Leo", "Pavlo"]
    assert found() == everybody
    assert found(person_id=people.leo.user_id) == ["Leo"]
    assert found(search="ACME.ex") == ["Bohdan", "Iryna", "Pavlo"]
    assert found(search=" gret") == ["Greta"]
    assert found(search="%") == []
    assert found(state="unknown") == ["Iryna"]
    assert found(state="failed") == ["Bohdan"]
    assert found(state="nonsense") == everybody
    assert found(vacancy_id=people.globex_vacancy) == ["Greta"]
    assert found(vacancy_id=people.acme_vacancy, state="sent") == ["Pavlo"]
    titles = [title for _, title in house.ask(people.recruiter, vacancies_of_letters)]
    assert titles == ["Backend Lead", "Site Engineer"]


def test_who_was_told_of_a_refusal_however_many_letters_came_after(house, people, page_size):
    page_size(1)
    told, others = people.maryana, (people.yurii, people.kyrylo)
    about = {"vacancy_id": people.acme_vacancy, "kind": "refusal"}
    for candidate, more in (
        (told, about),
        (told, about | {"kind": "free"}),
        (people.yurii, about | {"vacancy_id": people.globex_vacancy}),
        (people.yurii, about | {"kind": "free"}),
        (people.kyrylo, about | {"state": "failed"}),
    ):
        plant(house, a_letter(house, candidate, **more))
    found = house.ask(
        people.recruiter,
        refusals_written,
        vacancy_id=people.acme_vacancy,
        candidate_ids=[told, *others],
    )
    assert found == {told}
