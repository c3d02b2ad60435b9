"""Copy for a messenger: only what that customer may read, in his language."""

import pytest

from db.models import Candidate, User
from services.applications.moving import move
from services.customers import block
from services.errors import NotAllowed, NotFound
from services.ids import key_text
from services.messenger import message_for, recipients
from tests.factories import alter, stage_id


def lines(house, people, customer, viewer=None, application_id=None):
    return message_for(
        house.installation,
        viewer or people.recruiter,
        application_id=application_id or people.maryana_at_acme,
        customer_id=customer.user_id,
    )


def test_a_link_and_a_few_lines_in_his_language_without_what_is_hidden_from_him(house, people):
    alter(house, Candidate, people.maryana, headline="Lead, +380 67 111 22 33", city="Lviv")
    alter(house, User, people.pavlo.user_id, language="uk")
    hidden, open_ = lines(house, people, people.iryna), lines(house, people, people.pavlo)
    assert "+380 67 111 22 33" in open_  # the positive control
    assert "111" not in hidden
    for text in (hidden, open_):
        assert "Maryana Tkachenko" in text
        assert "Backend Lead" in text
        place = f"id={key_text(people.maryana)}&app={key_text(people.maryana_at_acme)}"
        assert text.endswith(f"https://candela.example/candidate?{place}")
    assert hidden.splitlines()[0] == "Maryana Tkachenko for “Backend Lead”"
    assert open_.splitlines()[0] != hidden.splitlines()[0]


def test_only_for_customers_who_see_him_now(house, people):
    named = {"application_id": people.maryana_at_acme}
    assert [one.name for one in house.ask(people.recruiter, recipients, **named)] == [
        "Iryna", "Leo", "Pavlo",
    ]  # fmt: skip
    for stranger in (people.greta, people.bohdan, people.recruiter):
        with pytest.raises(NotFound):
            lines(house, people, stranger)
    for customer in people.customers:
        with pytest.raises(NotAllowed):
            lines(house, people, people.iryna, viewer=customer)
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    with pytest.raises(NotFound):
        lines(house, people, people.iryna)
    longlist = stage_id(house, people.acme_vacancy, "longlist")
    house.do(people.recruiter, move, application_id=people.maryana_at_acme, to_stage_id=longlist)
    assert house.ask(people.recruiter, recipients, **named) == []
    with pytest.raises(NotFound):
        lines(house, people, people.pavlo)
