"""The list of the base: what the address asks for is drawn, every choice goes into the address."""

import csv
import io
import re
import unicodedata
import zipfile
from datetime import date
from html import unescape
from unittest.mock import patch
from urllib.parse import parse_qsl, urlencode, urlsplit

import anyio
import pytest
from starlette.requests import Request

from db.models import AuditEntry, Term
from pages.endpoints import export
from pages.endpoints.requests import COOKIE
from pages.endpoints.spreadsheets import csv_file
from pages.ui import installed
from pages.ui.base_address import Looked, address_of, looked_in, values_of, without
from services.candidates.filters import BaseFilter
from services.candidates.forms import CandidateForm, ContactForm, add
from services.candidates.particulars import ParticularsForm
from services.ids import key_text
from tests.factories import stored
from tests.pages.tab import Tab, signed_in

EVERYTHING = Looked(
    "anna c++",
    BaseFilter(
        skills=(1, 2), categories=(3,), city="Kyiv", source="LinkedIn", vacancy=4, stage="new", recruiter=5,
        added_from=date(2026, 1, 31), added_until=date(2026, 12, 1), resume="no", company=6,
    ),
    "name",
)  # fmt: skip


def test_an_address_says_what_is_looked_for_and_is_read_again():
    assert looked_in(values_of(EVERYTHING)) == EVERYTHING
    assert values_of(Looked()) == {}
    assert address_of(Looked(), before="x") == "/candidates?before=x"
    for field in ("skills", "categories", "city", "source", "vacancy", "stage", "added_from"):
        assert getattr(without(EVERYTHING, field).only, field) == getattr(BaseFilter(), field)
    assert without(EVERYTHING, "skills", 2).only.skills == (1,)
    assert without(EVERYTHING, "words").words == ""


@pytest.mark.parametrize(
    "hostile",
    [
        {
            "skill": "..x.-1",
            "vacancy": "10" * 30,
            "from": "31.02",
            "until": "0001",
            "sort": "'; --",
        },
        {"resume": "maybe", "stage": "x" * 5000, "q": "y" * 5000, "company": "\x00"},
        dict.fromkeys(("skill", "city", "source", "vacancy", "from", "sort", "resume", "q"), ""),
    ],
)
def test_an_address_that_means_nothing_asks_for_nothing(hostile):
    looked = looked_in(hostile)
    assert looked.only.skills == ()
    assert (looked.only.vacancy, looked.only.added_from, looked.sort) == (None, None, "newest")
    assert len(looked.words) <= 200


@pytest.fixture
def tab(house, people):
    return Tab(house, signed_in(house, people.recruiter))


def links(shown):
    return {unescape(link) for link in re.findall(r'href="(/candidates[^"]*)"', shown.markup)}


def test_what_the_address_asks_for_is_drawn_and_can_be_taken_away(house, people, tab):
    python = stored(house, Term, name="Python")[0].id
    query = {"q": "tkach", "vacancy": people.acme_vacancy, "skill": python, "resume": "yes"}
    shown = tab.open("candidates", **query)
    assert shown.broken == ()
    assert shown.title == "Candidates 1"
    for words in ("“tkach”", "Backend Lead · Acme", "Python", "with a resume for customers"):
        assert words in shown.words
    vacancy = key_text(people.acme_vacancy)
    left = {"q": "tkach", "resume": "yes", "skill": key_text(python), "vacancy": vacancy}
    for name in left:
        rest = {other: value for other, value in left.items() if other != name}
        assert any(looked_in(_query(link)) == looked_in(rest) for link in links(shown)), name
    nobody = tab.open("candidates", q="nobody at all")
    assert (nobody.title, nobody.broken) == ("Candidates 0", ())
    assert "Nobody found" in nobody.words
    strange = tab.open("candidates", skill=7, vacancy=8, recruiter=9, company=10)
    assert strange.broken == ()
    assert strange.words.count("not there any more") == 4


def _query(link):
    return dict(parse_qsl(urlsplit(link).query))


def test_what_is_typed_and_chosen_goes_into_the_address_and_back_again(house, people, tab):
    tab.open("candidates", before=people.sofia)
    tab.test.text_input(key="candidates_search_0").set_value(" yizhak ")
    shown = tab.again()
    assert shown.title == "Candidates 1"
    assert tab.test.query_params == {"q": "yizhak"}
    shown = tab.open("candidates")  # Back
    # another box: what the first one held may still be on its way
    assert tab.test.text_input(key="candidates_search_1").value == ""
    assert shown.title == "Candidates 4"


def test_heads_sort_and_lead_back(house, people, tab):
    shown = tab.open("candidates", sort="name")
    assert shown.markup.index("Lindqvist") < shown.markup.index("Tkachenko")
    assert {"/candidates", "/candidates?sort=activity"} <= links(shown)
    assert 'aria-sort="ascending"' in shown.markup


def exported(house, viewer, kind, *, method="GET", **query):
    secret = signed_in(house, viewer) if viewer else "nobody"
    scope = {
        "type": "http", "method": method, "path": f"/export/candidates.{kind}",
        "query_string": urlencode(query).encode(), "path_params": {"kind": kind},
        "headers": [(b"cookie", f"{COOKIE}={secret}".encode())],
    }  # fmt: skip
    with patch.object(installed, "_installed", [house.installation]):
        return anyio.run(export.candidates, Request(scope))


@pytest.fixture
def hostile(house, people):
    form = CandidateForm(
        '=HYPERLINK("http://x.example")',
        "-1",
        headline="@SUM(1)",
        city=" =1+1",
        contacts=(ContactForm("phone", "+380 67 765 43 21"), ContactForm("email", "h@x.example")),
        skills=("+plus",),
        particulars=ParticularsForm(source="=SOURCE(1)"),
    )
    return house.do(people.recruiter, add, form=form)


def test_an_export_holds_no_formula_and_phones_are_text(house, people, hostile):
    answer = exported(house, people.recruiter, "xlsx", ids=key_text(hostile))
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.body)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = unescape(book.read("xl/sharedStrings.xml").decode())
    assert "<f>" not in sheet
    assert set(re.findall(r'<c [^>]*t="([^"]*)"', sheet)) == {"s"}
    for said in (
        "+380 67 765 43 21",
        '=HYPERLINK("http://x.example") -1',
        "@SUM(1)",
        "h@x.example",
        "=SOURCE(1)",
    ):
        assert f">{said}</t>" in strings

    answer = exported(house, people.recruiter, "csv", ids=key_text(hostile))
    rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert len(rows) == 2
    assert not [cell for cell in rows[1] if cell.strip()[:1] in {"=", "+", "-", "@"}]
    assert "'+380 67 765 43 21" in rows[1]


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize(
    "hostile", ["a,=1+1", "a;=1+1", 'a";=1+1', "＝1+1", "\n=1+1", "\u00a0@SUM(1)"]
)
def test_a_cell_stays_a_cell_whatever_separates_them(language, hostile):
    """A spreadsheet set to another country cuts a file at the other sign."""
    content = csv_file(["A", "B"], [[hostile, "b"]], language=language).decode("utf-8-sig")
    for sign in ",;":
        cells = [one for row in csv.reader(io.StringIO(content), delimiter=sign) for one in row]
        assert not [one for one in cells if unicodedata.normalize("NFKC", one).strip()[:1] in "=+@"]


def test_an_export_is_what_the_list_shows_for_whom_it_is_and_is_written_down(house, people):
    answer = exported(
        house, people.recruiter, "csv", vacancy=key_text(people.acme_vacancy), sort="name"
    )
    rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [
        "Maryana Tkachenko",
        "Kyrylo Vasylenko",
        "Yurii Yizhakevych",
    ]
    assert "2026-11-20.csv" in answer.headers["content-disposition"]
    house.clock.pass_by(hours=13)  # in Kyiv it is tomorrow, half past midnight
    answer = exported(house, people.recruiter, "csv", ids=key_text(people.maryana))
    assert "2026-11-21.csv" in answer.headers["content-disposition"]
    entry, _ = stored(house, AuditEntry, act="export")
    assert entry.actor_id == people.recruiter.user_id
    assert '"rows": 3' in entry.details
    for viewer in (*people.customers, None):
        assert exported(house, viewer, "csv").status_code == 404
    for strange in ({"kind": "exe"}, {"kind": "csv", "ids": "x"}):
        assert exported(house, people.recruiter, **strange).status_code == 404
    for viewer, status in ((people.recruiter, 200), (people.iryna, 404)):
        with patch.object(export, "to_export", side_effect=AssertionError):
            answer = exported(house, viewer, "csv", method="HEAD")
        assert (answer.status_code, len(answer.body) > 0) == (status, status == 404)
    assert len(stored(house, AuditEntry, act="export")) == 2


def test_what_can_be_done_with_the_chosen_ones(house, people, tab):
    ids = [key_text(key) for key in (people.sofia, people.kyrylo)]
    tab.open("candidates")
    tab.test.session_state["candidates_0"] = {"selected": ids}
    shown = tab.again()
    assert "Chosen: 2" in shown.words
    assert (
        f"/export/candidates.xlsx?ids={'.'.join(ids)}" in shown.markup or "/export/" in shown.markup
    )
    for name, field in (
        ("base_link", "selectbox:base_vacancy"),
        ("base_tag", "multiselect:base_categories"),
        ("base_present", "selectbox:base_vacancy"),
    ):
        tab.test.button(key=name).click()
        assert tab.again().broken == ()
        kind, key = field.split(":")
        assert getattr(tab.test, kind)(key=key)
