"""The receipt of a preview: what is shown, cut or hidden, read off both sides, and by which rule."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import true

from db.models import Application, Candidate, Interview, Note, ResumeVersion, Vacancy
from services import rules, scope
from services.applications.moving import move
from services.applications.presenting import present
from services.applications.views import of_candidate, of_vacancy, with_recruiter_again
from services.candidates.attachments import ReadFile, attach
from services.candidates.particulars import particulars
from services.candidates.views import candidate
from services.contacts import find, redact
from services.customers.cuts import Cut, cut_from_html, cut_from_text
from services.customers.preview import as_customer
from services.customers.receipt import Fate, candidate_receipt, vacancy_receipt
from services.customers.sides import CandidateSide, VacancySide
from services.disclosure import CUT
from services.errors import NotFound
from services.interviews.views import of_application
from services.notes.readers import Reader
from services.notes.views import notes
from services.notes.writing import write
from services.rules import DECIDED_BY, Rule
from services.vacancies.views import vacancy
from tests.factories import alter, stage_id, stored
from tests.services.interviews.test_scheduling import scheduled

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

PHONE = "+380 67 111 22 33"


def side(work, candidate_id):
    one = candidate(work, candidate_id=candidate_id)
    theirs = of_candidate(work, candidate_id=candidate_id)
    about = {"candidate_id": candidate_id, "application_id": theirs[0].id}
    return CandidateSide(
        one,
        particulars(work, **about),
        tuple(theirs),
        theirs[0],
        tuple(of_application(work, application_id=theirs[0].id)),
        tuple(notes(work, **about)),
    )


def receipt(house, people, customer, candidate_id=None):
    about = candidate_id or people.maryana
    looked = house.ask(people.recruiter, as_customer, customer_id=customer.user_id)
    try:
        his = house.ask(looked.viewer, side, about)
    except NotFound:
        his = None
    named = {"candidate_id": about, "application_id": None, "customer": looked, "his": his}
    return house.ask(people.recruiter, candidate_receipt, **named)


def said(lines):
    return {(line.what, line.fate.value, line.rule.value) for line in lines}


def test_every_rule_names_what_decides_it():
    assert set(DECIDED_BY) == set(Rule)
    assert all(decides.__doc__ for decides in DECIDED_BY.values())


def test_what_of_a_candidate_and_by_which_rule(house, people):
    alter(house, Candidate, people.maryana, city=f"Lviv, {PHONE}", salary_expected=5000,
          salary_currency="USD", born_on=date(1990, 5, 1), source="LinkedIn")  # fmt: skip
    hidden, open_ = receipt(house, people, people.iryna), receipt(house, people, people.pavlo)
    assert said(hidden) >= {
        ("name", "shown", "presented"), ("city", "cut", "contacts_cut"),
        ("contacts", "hidden", "contacts_hidden"), ("resume", "shown", "resume_version"),
        ("original", "hidden", "original_hidden"), ("salary", "hidden", "vacancy_switch"),
        ("age", "hidden", "vacancy_switch"), ("stage", "shown", "presented"),
        ("vacancies", "hidden", "other_vacancies"), ("inside", "hidden", "staff_only"),
    }  # fmt: skip
    assert said(open_) >= {
        ("city", "shown", "presented"), ("contacts", "shown", "contacts_open"),
        ("original", "hidden", "vacancy_switch"),
    }  # fmt: skip
    assert [line.fields for line in hidden if line.what == "inside"] == [
        ("patronymic", "experience_years", "source", "born_on")
    ]
    alter(house, Vacancy, people.acme_vacancy, shows_salary=True, shows_age=True)
    switched = said(receipt(house, people, people.iryna))
    assert {("salary", "shown", "vacancy_switch"), ("age", "shown", "vacancy_switch")} <= switched


def test_no_hidden_contact_stands_in_the_name_of_a_file(house, people):
    file = ReadFile(f"Portfolio {PHONE}.pdf", b"x")
    house.do(people.recruiter, attach, candidate_id=people.maryana, file=file)
    for customer, name in ((people.iryna, "Portfolio ….pdf"), (people.pavlo, file.name)):
        (told,) = (one for one in receipt(house, people, customer) if one.what == "attachment")
        assert told.who == name


def test_without_a_version(house, people):
    withheld = said(receipt(house, people, people.iryna, people.yurii))
    assert {
        ("resume", "hidden", "resume_withheld"), ("original", "hidden", "original_hidden"),
    } <= withheld  # fmt: skip
    alter(house, Vacancy, people.acme_vacancy, gives_originals=True)
    assert {
        ("resume", "shown", "resume_original"), ("original", "shown", "vacancy_switch"),
    } <= said(receipt(house, people, people.pavlo, people.yurii))  # fmt: skip


def test_notes_and_interviews_one_by_one(house, people):
    told = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    acme = (Reader(people.iryna.company_id, None, "Acme", ()),)
    leo = (Reader(None, people.leo.user_id, "Leo", ()),)
    slipped = house.do(people.recruiter, write, body="Call soon", open_for=acme, **told)
    alter(house, Note, slipped, body=f"Call {PHONE} soon")
    house.do(people.recruiter, write, body="Ours", **told)
    house.do(people.recruiter, write, body="For Leo", open_for=leo, **told)
    house.do(people.pavlo, write, body="Strong", **told)
    scheduled(house, people, comment="Between us")
    scheduled(house, people, days=2, staff_only=True)
    house.do(people.recruiter, write, body="A moment", open_for=acme, **told)
    lines = receipt(house, people, people.iryna)
    rows = [(one.fate.value, one.rule.value) for one in lines if one.what == "note"]
    assert rows == [
        ("shown", "note_opened"), ("cut", "contacts_cut"), ("hidden", "note_not_opened"),
        ("hidden", "note_for_others"), ("shown", "note_own_side"), ("hidden", "note_in_a_moment"),
    ]  # fmt: skip
    (cut,) = next(one for one in lines if one.what == "note" and one.cuts).cuts
    assert cut == Cut("phone", "Call ", " soon")
    assert {line for line in said(lines) if line[0] in {"interview", "comment"}} == {
        ("interview", "shown", "interview_told"), ("comment", "hidden", "staff_only"),
        ("interview", "hidden", "interview_staff_only"),
    }  # fmt: skip
    assert PHONE not in repr(lines)


@pytest.mark.parametrize(("model", "what"), [(Note, "note"), (Interview, "interview")])
def test_it_follows_the_rules_and_keeps_none_of_its_own(house, people, monkeypatch, model, what):
    """Were the rule of the scope another one, the receipt would say so at once."""
    told = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    house.do(people.recruiter, write, body="Ours", **told)
    scheduled(house, people, staff_only=True)
    before = [one.fate for one in receipt(house, people, people.iryna) if one.what == what]
    assert before == [Fate.HIDDEN]
    monkeypatch.setitem(scope.CUSTOMER, model, lambda _reach: true())
    after = [one.fate for one in receipt(house, people, people.iryna) if one.what == what]
    assert after == [Fate.SHOWN]


def test_why_nothing_is_seen(house, people):
    def why(customer, candidate_id):
        (line,) = receipt(house, people, customer, candidate_id)
        return line.rule

    assert why(people.iryna, people.kyrylo) is Rule.NOT_PRESENTED
    assert why(people.greta, people.yurii) is Rule.NOT_TIED
    assert why(people.bohdan, people.maryana) is Rule.BLOCKED
    named = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.kyrylo]}
    house.do(people.recruiter, present, **named)
    assert why(people.iryna, people.kyrylo) is Rule.IN_A_MOMENT
    house.clock.pass_by(minutes=1)
    assert len(receipt(house, people, people.iryna, people.kyrylo)) > 3
    dark = stage_id(house, people.acme_vacancy, "longlist")
    alter(house, Application, people.kyrylo_at_acme, stage_id=dark)
    assert why(people.iryna, people.kyrylo) is Rule.DARK_STAGE
    alter(house, Candidate, people.yurii, archived_at=house.clock.now)
    assert why(people.iryna, people.yurii) is Rule.OUT_OF_SIGHT


def test_what_of_a_vacancy(house, people):
    def asked(work):
        again = with_recruiter_again(work, vacancy_id=people.acme_vacancy)
        page = of_vacancy(work, vacancy_id=people.acme_vacancy)
        return VacancySide(vacancy(work, vacancy_id=people.acme_vacancy), page, again)

    def lines(customer):
        looked = house.ask(people.recruiter, as_customer, customer_id=customer.user_id)
        try:
            his = house.ask(looked.viewer, asked)
        except NotFound:
            his = None
        named = {"vacancy_id": people.acme_vacancy, "customer": looked, "his": his}
        return house.ask(people.recruiter, vacancy_receipt, **named)

    alter(house, Vacancy, people.acme_vacancy, private_notes="Ours", project="Secret")
    house.clock.pass_by(minutes=1)
    longlist = stage_id(house, people.acme_vacancy, "longlist")
    house.do(people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=longlist)
    found = lines(people.iryna)
    assert [line.fields for line in found if line.what == "inside"] == [
        ("private_notes", "project", "customers")
    ]
    missing = [(line.who, line.rule.value) for line in found if line.what == "candidate"]
    assert sorted(missing) == [
        ("Kyrylo Vasylenko", "not_presented"), ("Yurii Yizhakevych", "not_presented"),
    ]  # fmt: skip
    counts = {line.what: line.count for line in found if line.count}
    assert counts == {"candidates": 1, "again": 1}
    assert [one.rule for one in lines(people.greta)] == [Rule.NOT_TIED]
    assert [one.rule for one in lines(people.bohdan)] == [Rule.BLOCKED]


@pytest.mark.parametrize(("whole", "left", "cuts"), [
    ("Lviv", "Lviv", []),
    (f"Call {PHONE} soon", "Call … soon", [("phone", "Call ", " soon")]),
    ("a@b.example", "…", [("email", "", "")]),
    ("x a@b.example, c@d.example y", "x …, … y", [("email", "x ", ", … y"), ("email", "x …, ", " y")]),
    ("So … it goes", "So … it goes", []),
    ("So … it a@b.example", "So … it …", [("email", "So … it ", "")]),
    ("one\ntel 1\ntwo", "one\ntel …\ntwo", [("other", "tel ", "")]),
    ("tel +380 67\n111 22 33 or", "tel … or", [("phone", "tel ", " or")]),
    ("gone", "", [("other", "", "")]),
])  # fmt: skip
def test_what_was_cut_is_told_by_what_is_left_around_it(whole, left, cuts):
    assert list(cut_from_text(whole, left)) == [Cut(*one) for one in cuts]


def test_what_may_be_a_contact_is_told_apart_from_what_is_one():
    """By the words beside it, which tell more than what was cut."""
    whole = "On outlook I am harrietosborne, mail me there"
    assert find("harrietosborne") == []
    left = redact(whole, mark=CUT)
    assert [(one.kind, one.doubtful) for one in cut_from_text(whole, left)] == [("email", True)]
    assert not any(one.doubtful for one in cut_from_text(f"Call {PHONE}", "Call …"))


def test_of_a_document_its_links_too():
    whole = '<p>Mail <a href="mailto:a@b.example">me</a></p><ul><li>tel 067 111-22-33</li></ul>'
    left = "<p>Mail me</p><ul><li>tel …</li></ul>"
    assert list(cut_from_html(whole, left)) == [
        Cut("phone", "tel ", ""), Cut("link", after="me"),
    ]  # fmt: skip
    assert cut_from_html(whole, whole) == ()


def test_a_version_that_slipped_through(house, people):
    version = stored(house, ResumeVersion)[0]
    alter(house, ResumeVersion, version.id, html=f"<p>Led a team.</p><p>Call {PHONE}</p>")
    lines = [one for one in receipt(house, people, people.iryna) if one.what == "resume"]
    assert [(one.fate, one.rule) for one in lines] == [
        (Fate.SHOWN, Rule.RESUME_VERSION), (Fate.CUT, Rule.CONTACTS_CUT),
    ]  # fmt: skip
    assert lines[1].cuts == (Cut("phone", "Call ", ""),)
    assert rules.DECIDED_BY[lines[1].rule] is not None


def test_whatever_slipped_onto_his_page_the_receipt_says_it_is_shown(house, people):
    """Not what should be there is told, but what is."""
    looked = house.ask(people.recruiter, as_customer, customer_id=people.iryna.user_id)
    his = house.ask(looked.viewer, side, people.maryana)
    ours = house.ask(people.recruiter, candidate, candidate_id=people.maryana)
    slipped = replace(his.one, contacts=ours.contacts, original=ours.original)
    more = replace(his.more, original_open=True)
    lines = house.ask(
        people.recruiter,
        candidate_receipt,
        candidate_id=people.maryana,
        application_id=None,
        customer=looked,
        his=replace(his, one=slipped, more=more),
    )
    fates = {one.what: one.fate for one in lines if one.what in {"contacts", "original"}}
    assert fates == {"contacts": Fate.SHOWN, "original": Fate.SHOWN}
