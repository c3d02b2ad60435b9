"""What the customer sees: his very page in a frame, in which nothing acts and nothing leads out."""

import re
import sys
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from markupsafe import Markup
from sqlalchemy import event

from db.models import CandidateContact, Note, ResumeVersion, User
from pages.ui.readonly import show
from pages.ui.staff import looking_on
from services.customers import block
from services.ids import key_text
from services.notes.readers import Reader
from services.notes.writing import write
from services.viewer import Viewer
from tests.factories import alter, stored
from tests.pages.tab import Tab, signed_in
from tests.services.seen_twice import ASKED

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

PHONE, EMAIL = "+380 67 111 22 33", "maryana@mail.example"


@contextmanager
def recorded(customer: Viewer):
    """What pages ask of the services in the customer's name: function, arguments, answer."""
    calls: list[tuple[str, dict, object]] = []

    def listening(name, function):
        def asked(work, **named):
            answer = function(work, **named)
            if work.viewer.user_id == customer.user_id:
                calls.append((name, named, answer))
            return answer

        return asked

    known = {function: listening(name, function) for name, function in ASKED.items()}
    homes = [module for name, module in sys.modules.items() if name.startswith("pages.")]
    assert looking_on in homes  # a page that were imported only now would keep the listeners
    patches = [
        patch.object(module, name, known[value])
        for module in homes
        for name, value in list(vars(module).items())
        if callable(value) and getattr(value, "__hash__", None) and value in known
    ]
    for one in patches:
        one.start()
    try:
        yield calls
    finally:
        for one in patches:
            one.stop()


def framed(shown):
    """The markup of his page, between the strip above it and the receipt."""
    return shown.markup.split('class="looking-on"')[1].split('class="card receipt"')[0]


def receipt(shown):
    return shown.markup.split('class="card receipt"')[1]


def looked_on(house, people, customer, **about):
    tab = Tab(house, signed_in(house, people.recruiter))
    shown = tab.open("customer-view", customer=customer.user_id, **about)
    assert not shown.broken, shown.broken
    return tab, shown


@pytest.fixture
def busy(house, people):
    """A note opened to Acme, one that is staff's, and one that a customer has written."""
    told = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    acme = (Reader(people.iryna.company_id, None, "Acme", ()),)
    slipped = house.do(people.recruiter, write, body="Call", open_for=acme, **told)
    alter(house, Note, slipped, body=f"Call {PHONE}")
    house.do(people.recruiter, write, body="Between us: STAFF-CANARY", **told)
    house.do(people.pavlo, write, body="Strong", **told)
    html = f'<p>Led a team. Write to {EMAIL} or <a href="https://t.me/tkach">here</a>.</p>'
    alter(house, ResumeVersion, stored(house, ResumeVersion)[0].id, html=html)
    house.clock.pass_by(minutes=1)


@pytest.mark.parametrize("name", ["iryna", "pavlo", "greta"])
def test_both_pages_ask_the_same_and_are_given_the_same(house, people, busy, name):
    customer = getattr(people, name)
    vacancy = people.globex_vacancy if name == "greta" else people.acme_vacancy
    for his, ours, about in (
        ("candidate", "candidate", people.maryana), ("vacancy", "vacancy", vacancy),
    ):  # fmt: skip
        himself = Tab(house, signed_in(house, customer))
        himself.open(his, id=about)  # the first opening is written down, and seen as such after
        with recorded(customer) as own:
            assert not himself.again().broken
        with recorded(customer) as preview:
            looked_on(house, people, customer, **{ours: about})
        assert preview == own
        assert len(own) >= 3
        asked = {call for call, *_ in own}
        assert asked == (
            {"vacancy", "with_recruiter_again", "of_vacancy"}
            if his == "vacancy"
            else set(ASKED) - {"vacancy", "with_recruiter_again", "of_vacancy"}
        )


def test_his_page_word_for_word(house, people, busy):
    for customer in (people.iryna, people.pavlo):
        himself = Tab(house, signed_in(house, customer)).open("candidate", id=people.maryana)
        _, shown = looked_on(house, people, customer, candidate=people.maryana)
        for sheet in (
            r'<article class="sheet prose".*?</article>',
            r'<article class="note.*?</article>',
        ):
            his = re.findall(sheet, himself.markup, re.DOTALL)
            assert his
            without = [re.sub(r' (href="[^"]*"|data-go|target="_blank")', "", one) for one in his]
            ours = [
                re.sub(r' (href="[^"]*"|data-go|target="_blank")', "", one)
                for one in re.findall(sheet, framed(shown), re.DOTALL)
            ]
            assert ours == without


def test_no_contact_where_they_are_hidden(house, people, busy):
    _, hidden = looked_on(house, people, people.iryna, candidate=people.maryana)
    _, open_ = looked_on(house, people, people.pavlo, candidate=people.maryana)
    for canary in (PHONE, EMAIL, "t.me/tkach"):
        if canary != "t.me/tkach":  # where a link leads is taken out of every preview
            assert canary in open_.markup  # the positive control
        assert canary not in hidden.markup
    for value in {one.value for one in stored(house, CandidateContact)}:
        assert value not in hidden.markup
    assert "STAFF-CANARY" not in hidden.markup + open_.markup
    assert "removed: 2" in receipt(hidden)  # of the résumé: the address, and where the link leads
    assert "Contacts are hidden from this customer." in receipt(hidden)


def test_nothing_acts_and_nothing_leads_out(house, people, busy):
    tab, shown = looked_on(house, people, people.pavlo, candidate=people.maryana)
    leads = re.findall(r'href="/customer-view\?(\w+)=(\w+)&amp;[^"]*"', framed(shown))
    assert len(leads) == framed(shown).count("href=")
    assert {name for name, _ in leads} == {"vacancy", "candidate"}  # those beside her whom he sees
    assert {key for name, key in leads if name == "candidate"} == {key_text(people.yurii)}
    his = [one for one in (*tab.test.button, *tab.test.selectbox) if one.key.startswith("his_")]
    assert len(his) == 2
    assert all(one.disabled for one in his)
    assert not tab.test.text_area
    _, of_vacancy = looked_on(house, people, people.pavlo, vacancy=people.acme_vacancy)
    cards = re.findall(r'href="([^"]*)"', framed(of_vacancy))
    customer = key_text(people.pavlo.user_id)
    assert all(one.endswith(f"customer={customer}") for one in cards)
    assert len(cards) == 2


def test_nothing_is_written(house, people, busy):
    sent = []

    def heard(_connection, _cursor, statement, *_rest):
        sent.append(statement.lstrip())

    about = {"candidate": people.maryana, "customer": people.iryna.user_id}
    tab = Tab(house, signed_in(house, people.recruiter))
    engine = house.installation.database.engine
    event.listen(engine, "before_cursor_execute", heard)
    try:
        for asked in (about, {**about, "told": 1}, {"vacancy": people.acme_vacancy}):
            assert not tab.open("customer-view", **asked).broken
    finally:
        event.remove(engine, "before_cursor_execute", heard)
    assert sent
    assert [one for one in sent if not one.startswith(("SELECT", "WITH"))] == []


def test_in_his_language_and_at_his_clock(house, people):
    alter(house, User, people.pavlo.user_id, language="ru")
    tab, shown = looked_on(house, people, people.pavlo, candidate=people.maryana)
    assert "Заметки" in framed(shown)
    assert "You see what Pavlo (Acme) sees" in shown.words
    tab.test.segmented_control(key="looking_on_language").set_value("mine")
    assert "Заметки" not in framed(tab.again())
    tab.test.segmented_control(key="looking_on_width").set_value("phone")
    assert not tab.again().broken


def test_who_sees_nothing_is_said_so_and_why(house, people):
    _, shown = looked_on(house, people, people.iryna, candidate=people.kyrylo)
    assert "Iryna sees nothing of this now" in shown.words
    assert "Not presented: customers see nothing of the candidate." in shown.words
    assert "Kyrylo" not in shown.words
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    for about in ({"candidate": people.maryana}, {"vacancy": people.acme_vacancy}):
        _, shown = looked_on(house, people, people.iryna, **about)
        assert "This customer is blocked and sees nothing at all." in shown.words
    tab = Tab(house, signed_in(house, people.recruiter))
    assert "There is no customer who could see this yet" in tab.open(
        "customer-view", candidate=people.sofia
    ).words  # fmt: skip


def test_links_of_every_kind_are_kept_inside(people):
    drawn = []
    viewer = Viewer(5, people.iryna.role, preview=True)
    with patch("streamlit.html", lambda body, **_: drawn.append(str(body))):
        show(viewer, "<a>")  # plain words are escaped
        for address in (
            "/candidate?id=1&amp;app=2", "/candidate?id=1&amp;note=2&amp;do=edit", "/files/1",
            "https://elsewhere.example/candidate?id=1", "tel:1", "/vacancy?id=1&amp;section=edit",
        ):  # fmt: skip
            link = f'<a class="x" data-go download href="{address}">word</a>'
            show(viewer, Markup(link))  # noqa: S704 - as a pattern of ours draws it
    assert drawn[0] == "&lt;a&gt;"
    led = [re.findall(r'href="([^"]*)"', one) for one in drawn[1:]]
    assert led == [[f"/customer-view?candidate=1&amp;app=2&amp;customer={key_text(5)}"], *[[]] * 5]
    assert all("download" not in one and "data-go" not in one for one in drawn[2:])
