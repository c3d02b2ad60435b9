"""Linking candidates to vacancies: what is offered, and what is said before."""

import pytest

from db.models import Vacancy
from services.vacancies.closing import close
from tests.factories import stored

pytestmark = pytest.mark.thorough


def test_every_open_vacancy_is_offered_and_no_closed_one(house, people, open_tab, page_size):
    page_size(1)
    tab = open_tab(people.recruiter)
    tab.open("candidate", id=people.sofia)
    tab.test.button(key="stand_link").click()
    assert tab.again().broken == ()
    titles = {one.title for one in stored(house, Vacancy)}
    offered = tab.test.selectbox(key="link_vacancy").options
    assert len(offered) == len(titles) == 2
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled")
    tab = open_tab(people.recruiter)
    tab.open("candidate", id=people.sofia)
    tab.test.button(key="stand_link").click()
    tab.again()
    assert tab.test.selectbox(key="link_vacancy").options == ["Site Engineer · Globex"]
    shown = tab.open("vacancy", id=people.acme_vacancy)
    assert "Kyrylo Vasylenko" in shown.words
    assert "Add candidate" not in shown.words
    assert "Several files" not in shown.words
