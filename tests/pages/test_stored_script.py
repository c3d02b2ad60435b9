"""Every text of the database holds a script: no page of anybody's, and no letter, runs one."""

import itertools

import pytest
from sqlalchemy import String, inspect, select

from db import models
from services.i18n import translator
from services.mail.letters import Contact, LetterContent, Section, lay_out
from services.mail.look import Look
from tests.pages.payloads import PAYLOADS, acting, words_of
from tests.pages.sights import ROLES, sights_of
from tests.pages.tab import Tab, signed_in
from tests.services.crowd import move_crowd_in
from tests.services.test_canaries import TECHNICAL

pytestmark = pytest.mark.thorough

# Keys by which rows are looked up, and what is checked before it is stored.
KEPT = {
    "digest", "subject", "folded_email", "colour", "sha256", "password_hash", "event_key",
    "webhook_key", "base_url", "photo", "stored_as", "likeness", "folded_name", "folded_text",
}  # fmt: skip
# What begins every planted text: this is read on the page, so the text was drawn, and harmless.
MARK = "zqmark"


@pytest.fixture(scope="module")
def infested(shared_house, cast):
    """All rows, with a script in each of their texts; gives the columns that hold one."""
    move_crowd_in(shared_house, cast)
    scripts, places = itertools.cycle(PAYLOADS), set()
    with (
        shared_house.installation.database.writing(),
        shared_house.installation.database.new_session() as session,
    ):
        for name in models.__all__:
            model = getattr(models, name)
            texts = [
                column.key
                for column in inspect(model).columns
                if isinstance(column.type, String) and column.key not in TECHNICAL | KEPT
            ]
            for row, text in itertools.product(session.scalars(select(model)), texts):
                if getattr(row, text) is not None:
                    setattr(row, text, f"{MARK}{next(scripts)}")
                    places.add((name, text))
        session.commit()
    return places


def test_there_are_sixty_and_the_net_catches_them():
    assert len(set(PAYLOADS)) >= 60
    caught = [one for one in PAYLOADS if acting(f"<p>{one}</p>")]
    assert len(caught) >= 50
    assert not acting('<p style="color: red"><a href="/vacancies">x</a></p>')


@pytest.mark.parametrize("name", ROLES)
def test_no_page_runs_what_was_written(shared_house, cast, infested, name):
    viewer = getattr(cast, name)
    tab, read = Tab(shared_house, signed_in(shared_house, viewer)), 0
    for sight in sights_of(viewer):
        shown = tab.open(sight.address, **sight.query(cast))
        assert not shown.broken, f"{sight.name}: {shown.broken}"
        drawn = [element.proto.body for element in tab.test.main if element.type == "html"]
        for body in drawn:
            assert not acting(body), f"{sight.name}: {acting(body)}\n{body}"
        read += "".join(drawn).count(MARK)
    assert read >= 10, "the net found nothing to look at"
    assert {("Candidate", "first_name"), ("Note", "body"), ("Vacancy", "title")} <= infested


@pytest.mark.parametrize("script", PAYLOADS, ids=range(len(PAYLOADS)))
def test_no_letter_runs_what_was_written(script):
    said = f"{MARK}{script}"
    content = LetterContent(
        subject=said, greeting=said, paragraphs=(said,), button=said,
        link=f"https://candela.example/x?{script}", facts=((said, said),), small_print=(said,),
        contact=Contact(said, said, said, said, said, said), agency_name=said,
        sections=(Section(said, (said,)),),
    )  # fmt: skip
    laid_out = lay_out(content, translator("en"), Look())
    assert not acting(laid_out.html, allowed={"meta", "style", "body"})
    assert laid_out.html.count(MARK) >= 14
    assert " ".join(said.split()) in " ".join(words_of(laid_out.html).split())
    assert "49" not in laid_out.html  # nobody has computed seven times seven
