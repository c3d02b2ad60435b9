"""The candidates of a vacancy: the list and its stage filter stand in the address."""

import pytest

from services.ids import key_text
from tests.factories import stage_id

pytestmark = pytest.mark.thorough


def test_the_stage_stands_in_the_address_and_its_list_begins_with_its_first_page(
    house, people, open_tab, page_size
):
    page_size(1)
    vacancy = people.acme_vacancy
    longlist, new = (stage_id(house, vacancy, key) for key in ("longlist", "new"))
    foreign = stage_id(house, people.globex_vacancy, "new")  # is no filter here
    tab = open_tab(people.recruiter)
    shown = tab.open("vacancy", id=vacancy, page="1", stage=foreign)
    assert "Vasylenko" not in shown.words
    assert "stage=" not in shown.markup
    tab.test.segmented_control(key="applications_stage").set_value(longlist)
    shown = tab.again()
    assert shown.broken == ()
    assert "Kyrylo Vasylenko" in shown.words
    assert dict(tab.test.query_params) == {"id": key_text(vacancy), "stage": key_text(longlist)}

    anew = open_tab(people.recruiter)  # as after a reload; and two leave their stage meanwhile
    shown = anew.open("vacancy", id=vacancy, page="7", stage=new)
    assert "Nobody here yet" not in shown.words
    assert "Vasylenko" not in shown.words
    assert f"stage={key_text(new)}&amp;page=1" in shown.markup
    anew.test.segmented_control(key="applications_stage").set_value(0)
    assert "Kyrylo Vasylenko" in anew.again().words
    assert dict(anew.test.query_params) == {"id": key_text(vacancy)}
