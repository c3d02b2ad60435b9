"""A note is opened to those whom the form has named, whatever changes while it is being written."""

import pytest

from services.notes.views import notes
from services.vacancies.customers import tie, untie


@pytest.fixture
def desk(open_tab, people):
    """A recruiter's tab with a candidate of Acme's vacancy before him."""
    tab = open_tab(people.recruiter)
    shown = tab.open("candidate", id=people.maryana, app=people.maryana_at_acme)
    assert not shown.broken
    assert "Without the tick it will be read by Acme" in shown.words
    return tab


def write(tab, words):
    """Type a note and open it; not sent yet."""
    next(one for one in tab.test.text_area if one.key.endswith("_body")).set_value(words)
    box = next(one for one in tab.test.checkbox if one.key.startswith("note_"))
    box.uncheck()
    return next(one for one in tab.test.button if "note_" in one.key and one.key.endswith("_save"))


def globex_comes(house, people):
    """A colleague ties another company to the vacancy meanwhile."""
    house.do(
        people.admin, tie, vacancy_id=people.acme_vacancy, customer_id=people.greta.user_id,
        across_companies=True,
    )  # fmt: skip


def read_by(house, people, viewer):
    return [one.body for one in house.ask(viewer, notes, candidate_id=people.maryana)]


def press(tab, key):
    """Press the newest button whose key begins so."""
    [*_, button] = [one for one in tab.test.button if one.key.startswith(key)]
    button.click()
    return tab.again()


def test_a_company_tied_meanwhile_does_not_read_it(house, people, desk):
    write(desk, "For Acme alone.").click()
    globex_comes(house, people)
    assert not desk.again().broken
    house.clock.pass_by(seconds=11)  # until then it can be undone, and nobody reads it
    assert "For Acme alone." in read_by(house, people, people.iryna)
    assert "For Acme alone." not in read_by(house, people, people.greta)
    assert "Globex" in desk.shown().words  # now it is named, and the next note is for it, too
    write(desk, "For both.").click()
    assert not desk.again().broken
    house.clock.pass_by(seconds=11)
    assert "For both." in read_by(house, people, people.greta)


def test_a_hidden_one_is_opened_to_those_on_its_button(house, people, desk):
    next(one for one in desk.test.text_area if one.key.endswith("_body")).set_value("Hidden.")
    next(one for one in desk.test.button if one.key.endswith("_save")).click()
    desk.again()
    assert not any("Hidden." in read_by(house, people, one) for one in people.customers[:3])
    globex_comes(house, people)
    assert not press(desk, "note_open_").broken
    house.clock.pass_by(seconds=11)
    assert "Hidden." in read_by(house, people, people.iryna)
    assert "Hidden." not in read_by(house, people, people.greta)


def test_where_the_named_are_gone_nothing_is_opened_to_others(house, people, desk):
    write(desk, "For nobody any more.").click()
    globex_comes(house, people)
    for customer in (people.iryna, people.pavlo, people.leo):
        house.do(people.admin, untie, vacancy_id=people.acme_vacancy, customer_id=customer.user_id)
    said = desk.again()
    assert not said.broken
    assert "For nobody any more." not in read_by(house, people, people.recruiter)
    assert "readers" in said.words.lower()
