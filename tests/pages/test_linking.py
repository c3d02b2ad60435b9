"""Linking candidates to vacancies: what is offered, and what is said before."""

import pytest

from db.models import Vacancy
from services.ids import key_text
from services.vacancies.closing import close
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
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


def test_before_several_are_linked_it_is_said_whom_this_company_has_seen(house, people, open_tab):
    second = house.do(people.recruiter, add_vacancy, form=VacancyForm("Second", company="Acme"))
    third = house.do(people.recruiter, add_vacancy, form=VacancyForm("Third", company="Initech"))
    tab = open_tab(people.recruiter)
    tab.open("candidates")
    ids = [key_text(key) for key in (people.maryana, people.yurii, people.kyrylo)]
    tab.test.session_state["candidates_0"] = {"selected": ids}
    tab.again()
    tab.test.button(key="base_link").click()
    shown = tab.again()
    assert "This company" not in shown.words
    for vacancy, label, there in (
        (people.globex_vacancy, "Add 2 candidates", "There already: Maryana Tkachenko"),
        (people.acme_vacancy, "Add 3 candidates", "There already: Maryana Tkachenko, Kyrylo"),
    ):
        tab.test.button(key="base_link").click()
        tab.test.selectbox(key="base_vacancy").set_value(vacancy)
        assert there in tab.again().words
        go = tab.test.button(key="base_link_go")
        assert (go.label, go.disabled) == (label, vacancy == people.acme_vacancy)
        assert tab.test.button(key="base_link_later").label == "Not now"
    for vacancy, seen in ((second, True), (third, False)):
        tab.test.button(key="base_link").click()
        tab.test.selectbox(key="base_vacancy").set_value(vacancy)
        shown = tab.again()
        assert shown.broken == ()
        names = ("Maryana Tkachenko (Backend Lead, ", "Yurii Yizhakevych (Backend Lead, ")
        for words in ("This company was shown some of them already", *names):
            assert (words in shown.words) is seen
        assert "Kyrylo Vasylenko (" not in shown.words
