"""A customer is blocked only by who has read what that ends, whatever way he takes."""

import pytest

from db.models import User
from services.ids import key_text
from tests.factories import a_part, alter, an_interview, plant, the

pytestmark = pytest.mark.thorough


def confirmed(tab, key):
    """Save and Block in one run: without a browser a dialog does not outlive the run it opens in."""
    tab.test.button(key=f"{key}_save").click()
    tab.test.button(key="customer_block_go").click()
    return tab.again()


def test_saved_as_blocked_he_is_asked_about_first_with_what_that_ends(house, people, open_tab):
    iryna = people.iryna.user_id
    meeting = an_interview(house, people.maryana_at_acme, people.recruiter.user_id)
    plant(house, meeting)
    plant(house, a_part(meeting, iryna))
    tab = open_tab(people.recruiter)
    tab.open("customers", id=iryna)
    key = f"customer_{key_text(iryna)}_{the(house, User, iryna).version}"
    tab.test.text_input(key=f"{key}_position").set_value("CTO")
    tab.test.selectbox(key=f"{key}_status").set_value("blocked")
    tab.test.button(key=f"{key}_save").click()
    shown = tab.again()
    assert shown.broken == ()
    assert "1 personal link is void" in shown.words
    assert (
        "1 coming interview would be without this customer: Maryana Tkachenko, 21 Nov, 11:"
        in shown.words
    )
    assert tab.test.button(key="customer_block_later").label == "Not now"
    assert the(house, User, iryna).blocked_at is None
    assert confirmed(tab, key).broken == ()
    saved = the(house, User, iryna)
    assert (saved.blocked_at, saved.position) == (house.clock.now, "CTO")


def test_what_is_refused_then_is_said_there_and_a_company_that_crosses_is_named(
    house, people, open_tab
):
    leo = people.leo.user_id  # alone, he follows a vacancy of Acme's
    tab = open_tab(people.recruiter)
    tab.open("customers", id=leo)
    key = f"customer_{key_text(leo)}_{the(house, User, leo).version}"
    tab.test.text_input(key=f"{key}_company").set_value("Globex")
    tab.test.text_input(key=f"{key}_email").set_value("no address")
    tab.test.selectbox(key=f"{key}_status").set_value("blocked")
    tab.test.button(key=f"{key}_save").click()
    assert "will see “Backend Lead”" in tab.again().words
    assert "this is not an e-mail address" in confirmed(tab, key).words
    tab.test.text_input(key=f"{key}_email").set_value("leo@globex.example")
    changed = {"version": the(house, User, leo).version + 1, "position": "CTO"}
    alter(house, User, leo, **changed)  # somebody was quicker
    shown = confirmed(tab, key)
    assert shown.broken == ()
    assert "Somebody else has saved" in shown.words
    assert the(house, User, leo).blocked_at is None
