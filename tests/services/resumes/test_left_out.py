"""Surname, employers and the agency's own contacts in a safe version, as the switches say."""

import pytest

from db.models import SparedContact
from services.agency import AgencyView, edit
from services.candidates.resumes import receive, save_version
from services.candidates.views import candidate
from services.contacts.surname_forms import Person
from services.leaks.checking import refuse_leaks
from services.resumes.employments import employments
from services.resumes.leaving_out import LeftOut, leave_out
from services.resumes.paper.asked import sheet_for_application
from services.resumes.removals import Rules, Wishes, prepare
from services.resumes.safe_copy import safe_copy
from tests.factories import stored
from tests.people import text_file
from tests.services.resumes.test_safe_copy import save

OLENA = Rules(person=Person("Олена", "Коваленко"))
AGENCY = "Lumen · +380 44 222 33 44 · jobs@lumen.example"


def made(html, rules=OLENA, **wishes):
    return prepare(html, rules, Wishes(**wishes))


def test_the_surname_is_an_initial_and_each_form_can_be_put_back():
    html = "<h2>Олена <b>Ковал</b>енко</h2><p>Праця Коваленка, olena.kovalenko@mail.example</p>"
    assert made(html).html.startswith("<h2>Олена <strong>Ковал</strong>енко")
    one = made(html, without_surname=True)
    assert one.html == "<h2>Олена <strong>К.</strong></h2><p>Праця К.</p>"
    kinds = {(removal.kind, removal.text, removal.stored) for removal in one.removals}
    assert kinds == {
        ("surname", "Коваленко", True),
        ("surname", "Коваленка", False),
        ("email", "olena.kovalenko@mail.example", False),
    }
    (form,) = (removal.key for removal in one.removals if removal.text == "Коваленка")
    back = made(html, without_surname=True, put_back=frozenset({form}))
    assert "Праця Коваленка" in back.html


@pytest.mark.parametrize(
    "written",
    [
        "olena.kovalenko@mail.example",
        "olena.kovalenko (at) gmail dot com",
        "olena.kovalenko[собака]mail.ru",
    ],
)
def test_an_address_made_of_the_name_is_listed_as_an_address(written):
    rules = Rules(names=("Olena Kovalenko",))
    (removal,) = made(f"<p>Engineer. Write to {written}.</p>", rules).removals
    assert (removal.kind, removal.text) == ("email", written)


def test_an_account_made_of_the_name_is_listed_as_an_account():
    rules = Rules(names=("Olena Kovalenko",))
    (removal,) = made("<p>Engineer. Look for olena.kovalenko there.</p>", rules).removals
    assert removal.kind == "handle"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Please write to jane.roe@mail.example.</p>", "<p>Please write to …</p>"),
        (
            "<p>Please write to jane.roe@mail.example. Or not.</p>",
            "<p>Please write to … Or not.</p>",
        ),
        (
            "<p>Please write to jane.roe@mail.example, please.</p>",
            "<p>Please write to …, please.</p>",
        ),
    ],
)
def test_the_mark_ends_a_sentence_by_itself(html, expected):
    assert made(html).html == expected


JOBS = [
    (
        (
            "Досвід роботи\n03.2018 – 05.2021 ТОВ «Нова Лінія», менеджер, Київ\nПриватБанк, Дніпро, 2021 –"
            " дотепер\nСтарший аналітик\nОсвіта\n2010 – 2015 Львівська політехніка"
        ),
        {"Нова Лінія": "компанія у Києві", "ПриватБанк": "банк у Дніпрі"},
    ),
    (
        (
            "Experience\nSenior Engineer at Acme Payments, Kyiv | Jan 2019 - present\n- With Next.js and "
            "Google Analytics.\nGlobex GmbH, Berlin — Sales manager, 2016 – 2018\nTeam lead\nSoftServe\n"
            "2014 - 2016\nEducation\n2010 – 2014 Kyiv Polytechnic Institute"
        ),
        {
            "Acme Payments": "a company in Kyiv",
            "Globex": "a company in Berlin",
            "SoftServe": "an IT company",
        },
    ),
    (
        (
            "Опыт работы\nЯнварь 2021 — по настоящее время\nООО «Ромашка»\nМенеджер\nСеть «Пятёрочка», "
            "Москва\n2016 – 2021: интернет-магазин, перенесла 40 сервисов"
        ),
        {"Ромашка": "компания", "Пятёрочка": "торговая сеть в Москве"},
    ),
    (
        "Worked on PostgreSQL and Kafka. 2016 – 2021: an online shop\n2021 – 2024: a bank in Kyiv",
        {},
    ),
    (
        (
            "Досвід роботи\nСтарша юристка\n«Каштан Фарма», гуртова торгівля, Київ\n"
            "01.2024 – дотепер\nСкоротила строк погодження договору з 14 до 4 днів."
        ),
        {"Каштан Фарма": "фармацевтична компанія у Києві"},
    ),
    ("Experience\nPython, Django, PostgreSQL, 2019 – 2021\nBackend developer", {}),
    (
        "Experience\n2019 – 2021\nDjango, Redis, Kafka\nSenior developer at Acme Payments",
        {},
    ),
    ("Experience\nSenior developer, 2019 – 2021\nTools: Jenkins X, Argo\nMentored two", {}),
    ("Experience\nPHP 8.2, Vault\n2018 – 2020", {}),
    ("Досвід роботи\n2019 – 2021\nMS Excel, 1С, BAS\nБухгалтер", {}),
    (
        "Опыт работы\n01.2019 – 02.2021 | Flask, Docker | Разработчик | Нова Софт, Украина",
        {"Нова Софт": "ИТ-компания"},
    ),
    (
        "Experience\nAcme Payments, Kyiv, Ukraine\n2019 – 2021\nDeveloper",
        {"Acme Payments": "a company in Kyiv"},
    ),
    ("Experience\nAcme, Globex, 2019 – 2021\nDeveloper", {"Acme": "a company"}),
]


@pytest.mark.parametrize(("text", "expected"), JOBS)
def test_employers_are_proposed_in_neutral_words(text, expected):
    assert {one.name: one.instead for one in employments(text)} == expected


def test_an_employer_is_said_in_other_words_or_put_back():
    html = "<p>Experience</p><p>Globex GmbH, Berlin — Sales, 2016 – 2018</p><p>Loved Globex.</p>"
    assert made(html).removals == ()
    one = made(html, without_employers=True)
    assert one.html == (
        "<p>Experience</p><p>A company in Berlin — Sales, 2016 – 2018</p>"
        "<p>Loved a company in Berlin.</p>"
    )
    (removal,) = one.removals
    assert (removal.kind, removal.text, removal.instead, removal.places) == (
        "employer", "Globex", "a company in Berlin", 2,
    )  # fmt: skip
    other = made(html, without_employers=True, employers=(("Globex", "a maker of tools"),))
    assert "<p>Loved a maker of tools.</p>" in other.html
    assert len(other.removals) == 1
    assert made(html, without_employers=True, put_back=frozenset({removal.key})).html == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Olena</p><p>+380 67 123 45 67</p><p>End</p>", "<p>Olena</p><p>{}</p><p>End</p>"),
        ("<h2>Olena, a@b.example</h2><p>End</p>", "<h2>Olena</h2><p>{}</p><p>End</p>"),
        ("<p>One</p><ul><li>Go</li><li>a@b.example</li></ul>", "<p>One</p><p>{}</p><ul><li>Go</li></ul>"),
        ("<h3>Contacts</h3><p>a@b.example</p>", "<h3>Contacts</h3><p>{}</p>"),
        ("<p>One</p>", "<p>One</p><p>{}</p>"),
    ],
)  # fmt: skip
def test_the_agencys_contacts_stand_where_his_stood(html, expected):
    rules = Rules(agency=("+380 44 222 33 44", "jobs@lumen.example"), agency_line=AGENCY)
    assert made(html, rules, with_agency=True).html == expected.format(AGENCY)
    assert AGENCY not in made(html, rules).html


@pytest.fixture
def maryana(house, people):
    house.do(people.admin, edit, form=AgencyView("Lumen", *AGENCY.split(" · ")[1:], "", ""))
    text = "Maryana Tkachenko</p><p>Phone: +380 67 123 45 00</p><p>Ткаченка питали"
    house.do(people.recruiter, receive, candidate_id=people.maryana, file=text_file("m.txt", text))
    return people.maryana


@pytest.mark.thorough
def test_they_are_read_and_stop_nothing_whatever_the_agency_is_called_later(house, people, maryana):
    wishes = Wishes(with_agency=True)
    copy = house.ask(people.recruiter, safe_copy, candidate_id=maryana, wishes=wishes)
    assert f"<p>{AGENCY}</p>" in copy.html
    house.do(people.recruiter, save_version, candidate_id=maryana, html=copy.html)
    shown = {"vacancy_id": people.acme_vacancy, "candidate_ids": [maryana]}
    for phone in ("+380 44 222 33 44", "+380 44 999 88 77"):
        form = AgencyView("Lumen", phone, "jobs@lumen.example", "", "")
        house.do(people.admin, edit, form=form)
        house.ask(people.recruiter, refuse_leaks, **shown)
        read = house.ask(people.iryna, candidate, candidate_id=maryana).resume.html
        assert f"<p>{AGENCY}</p>" in read
        paper = {"application_id": people.maryana_at_acme}
        sheet = house.ask(people.iryna, sheet_for_application, **paper)
        assert sheet.reach == ("" if phone in AGENCY else f"{phone} · jobs@lumen.example")


@pytest.mark.thorough
def test_a_form_that_was_put_back_stays_for_whom_the_surname_is_left_out(house, people, maryana):
    house.do(people.recruiter, leave_out, candidate_id=maryana, wanted=LeftOut(surname=True))
    wishes = Wishes(without_surname=True, put_back=frozenset({"surname:ткаченка"}))
    copy = house.ask(people.recruiter, safe_copy, candidate_id=maryana, wishes=wishes)
    save(house, people, maryana, copy)
    assert [one.text for one in stored(house, SparedContact)] == ["Ткаченка"]
    read = house.ask(people.iryna, candidate, candidate_id=maryana).resume.html
    assert read == "<p>Maryana T.</p><p>Ткаченка питали</p>"
