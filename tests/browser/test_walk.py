"""The walk: a recruiter and a customer work on one candidate, from set-up to the told recruiter."""

import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import expect

from tests.architecture.reading import ROOT
from tests.browser import pages
from tests.browser.letters import letter_to, open_letter, words_of
from tests.browser.pages import Tab
from tests.conftest import EVERY_CASE

RESUME = ROOT.parent / "shared/data/resumes/John_Doe_Classic.pdf"
PASSWORD = "correct horse battery"
EMAIL = "john.doe@email.com"  # as it stands in the résumé
AT_ONCE = 2_000
UNDO = 10_000  # config.yaml: presenting.undo_seconds; until then a note is told to nobody


@pytest.fixture
def resume():
    if not RESUME.exists():
        pytest.skip(f"{RESUME} is not there: ../shared/data holds the résumés from outside")
    return RESUME


@pytest.fixture
def own_app(start_app):
    """An empty installation: the walk begins with its set-up."""
    return start_app()


@pytest.mark.only_on("duckdb")
@pytest.mark.parametrize("language", ["en", "ru"] if EVERY_CASE else ["en"])
def test_the_walk_in(own_app, new_page, resume, tmp_path, language):
    walk(own_app, new_page, resume, tmp_path, language)


@pytest.mark.only_on("postgresql")
def test_the_walk_in_ukrainian(own_app, new_page, resume, tmp_path):
    walk(own_app, new_page, resume, tmp_path, "uk")


def walk(app, new_page, resume, tmp_path, language):
    recruiter = Tab(new_page(app, language=language), language)
    console = listen_to_console(recruiter)
    set_up_agency(recruiter, app)
    pages.add_vacancy(recruiter, title="Site Engineer", company="Globex")
    pages.add_vacancy(recruiter, title="Backend Lead", company="Acme")
    pages.add_customer_here(recruiter, email="iryna@acme.example", name="Iryna", hidden=True)
    expect(pages.tied_customer(recruiter, "Iryna")).to_contain_text(recruiter.t("contacts hidden"))

    add_one_by_docx(recruiter, tmp_path)
    recruiter.place("Vacancies").click()
    recruiter.page.get_by_role("link", name="Backend Lead").click()
    pages.add_candidate_from_file(recruiter, resume)
    expect(recruiter.heading("John Doe")).to_be_visible()
    pages.write_resume_for_customers(recruiter, take_out=["Boğaziçi"], add="Ready in May.")
    expect(recruiter.page.locator(".sheet")).to_contain_text("Ready in May.")
    original_is_unchanged(recruiter)
    pages.write_note(recruiter, "Only among ourselves")
    expect(pages.note(recruiter, "Only among ourselves")).to_contain_text(recruiter.t("Only staff"))
    pages.present_here(recruiter, with_contacts=True)
    pages.write_note(recruiter, "Opened to Acme", hidden=False)
    recruiter.page.evaluate("window.stillHere = true")

    customer = Tab(new_page(app, language=language, viewport="phone"), language)
    console += listen_to_console(customer)
    follow_the_letter(customer, app)
    sees_exactly_what_is_his(customer)
    answers(customer, recruiter)
    assert recruiter.page.evaluate("window.stillHere"), "the recruiter's tab was loaded anew"
    hears_of_everything(recruiter)
    assert not console, console


def set_up_agency(recruiter: Tab, app) -> None:
    code = re.search(r"code: (\S+)", app.said())
    assert code
    pages.set_up(
        recruiter,
        code=code[1],
        agency="Clear People",
        name="Anna Admin",
        email="anna@clear.example",
        password=PASSWORD,
    )
    recruiter.expect_page("Vacancies")


def add_one_by_docx(recruiter: Tab, tmp_path: Path) -> None:
    """A second candidate of the same vacancy, who stays for us."""
    document = docx.Document()
    document.add_heading("Степан Левченко", 0)
    document.add_paragraph("Львів, +380 67 222 33 44, stepan@mail.example")
    document.add_paragraph("Інженер, дев’ять років у розробці платіжних систем.")
    file = tmp_path / "Левченко.docx"
    document.save(str(file))
    recruiter.link("Candidates of the vacancy").click()
    pages.add_candidate_from_file(recruiter, file)
    expect(recruiter.heading("Степан Левченко")).to_be_visible()
    expect(recruiter.page.get_by_role("link", name="stepan@mail.example")).to_be_visible()


def original_is_unchanged(recruiter: Tab) -> None:
    recruiter.papers("Original")
    sheet = recruiter.page.locator(".sheet")
    expect(sheet).to_contain_text("Boğaziçi")
    expect(sheet).not_to_contain_text("Ready in May.")
    with recruiter.page.expect_download() as download:
        recruiter.page.get_by_role("link", name=RESUME.name).click()
    assert download.value.path().read_bytes() == RESUME.read_bytes()
    assert download.value.suggested_filename == RESUME.name


def follow_the_letter(customer: Tab, app) -> None:
    """Out of the letter, a password, in."""
    letter = letter_to(app.data_dir, "iryna@acme.example")
    words = words_of(letter)
    for said in ("Anna Admin", "Backend Lead", "iryna@acme.example", "+380 44 555 01 00", app.url):
        assert said in words, said
    assert customer.t("Set a password and sign in") in words
    open_letter(customer.page, letter).click()
    expect(customer.heading(customer.t("Set a password"))).to_be_visible()
    customer.page.locator(".st-key-new_password input").fill("another long password")
    customer.button("Save and sign in").click()
    customer.expect_page("My vacancies")


def sees_exactly_what_is_his(customer: Tab) -> None:
    """One vacancy, one candidate, the version made for him, the note opened to him."""
    cards = customer.page.locator(".cards > li")
    expect(cards).to_have_count(1)
    cards.get_by_role("link", name="Backend Lead").click()
    # the undo window of presenting: until it has passed he is not there for the customer
    expect(customer.page.get_by_role("link", name="John Doe")).to_be_visible(timeout=30_000)
    expect(cards).to_have_count(1)
    customer.place("Candidates").click()
    customer.expect_page("Candidates")
    expect(cards).to_have_count(1)
    cards.get_by_role("link", name="John Doe").click()
    sheet = customer.page.locator(".sheet")
    expect(sheet).to_contain_text("Ready in May.")
    expect(sheet).not_to_contain_text("Boğaziçi")
    expect(pages.note(customer, "Opened to Acme")).to_be_visible()
    everything = customer.page.locator("body").inner_text()
    secrets = (EMAIL, "linkedin.com/in", "github.com/rendercv", "Only among ourselves", "Левченко")
    assert not [one for one in (*secrets, "Globex", "Site Engineer") if one in everything]
    expect(customer.page.locator("a[href^='/files/']")).to_have_count(0)
    for name in ("Customers", "Account settings", "Letters"):
        expect(customer.link(name)).to_have_count(0)


def answers(customer: Tab, recruiter: Tab) -> None:
    """He writes and moves; the recruiter's open tab shows each within two seconds.

    A note counts from the end of its undo window.
    """
    expect(pages.bell(recruiter, 1)).to_be_visible()  # he has opened the résumé
    pages.write_note(customer, "Добре! Call me about him.")
    told = pages.note(recruiter, "Добре! Call me about him.")
    expect(told).to_be_visible(timeout=UNDO + AT_ONCE)
    expect(told).to_contain_text("Iryna")
    expect(pages.bell(recruiter, 2)).to_be_visible(timeout=AT_ONCE)
    pages.move_to(customer, "Interview")
    moved = customer.t("Moved to “{stage}”", stage=customer.t("Interview"))
    expect(customer.page.get_by_text(moved)).to_be_visible()
    stand = recruiter.page.locator(".st-key-line_stand")
    expect(stand).to_contain_text(recruiter.t("Interview"), timeout=AT_ONCE)
    expect(pages.bell(recruiter, 3)).to_be_visible(timeout=AT_ONCE)


def hears_of_everything(recruiter: Tab) -> None:
    """The bell leads to the list; each line leads to the place and is read by that."""
    pages.bell(recruiter, 3).click()
    recruiter.expect_page("Notifications")
    lines = recruiter.page.locator(".history > li")
    expect(lines).to_have_count(3)
    expect(lines.first).to_contain_text(recruiter.t("Interview"))
    expect(lines.first).to_contain_text("Iryna · Acme")
    lines.nth(1).get_by_role("link").click()
    expect(pages.note(recruiter, "Call me about him.")).to_be_visible()
    expect(pages.bell(recruiter, 2)).to_be_visible()


def listen_to_console(tab: Tab) -> list[str]:
    """What the browser complains of: broken policies, failed requests, errors of scripts."""
    heard: list[str] = []
    tab.page.on(
        "console", lambda message: heard.append(message.text) if message.type == "error" else None
    )
    tab.page.on("pageerror", lambda error: heard.append(str(error)))
    return heard
