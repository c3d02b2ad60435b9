"""The yardstick: how many clicks each task takes from the start page, printed after the run.

Typing is free, and so is dropping a file on the page; everything that is pressed counts.
"""

import re

import docx
import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.letters import invitation_to, open_letter
from tests.browser.pages import Tab
from tests.browser.world import as_

pytestmark = pytest.mark.only_on("duckdb")


@pytest.fixture
def scene(world):
    return world["clicks"]


@pytest.fixture
def recruiter(world, scene, new_page):
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go("/")
    return tab


def test_a_new_customer_from_a_vacancy(recruiter, scene, clicks):
    with clicks(recruiter.page, "new customer from a vacancy", role="recruiter", limit=4):
        recruiter.way_to(scene.title).click()
        recruiter.link("Edit Job").click()
        recruiter.button("Add new customer").click()
        pages.fill_customer(recruiter, recruiter.dialog, email="new@clicks.example", name="Nadia")
        recruiter.button("Add new customer", recruiter.dialog).click()
        expect(pages.tied_customer(recruiter, "Nadia")).to_be_visible()


def test_a_resume_file_becomes_a_candidate_on_a_vacancy(world, new_page, clicks, tmp_path):
    scene = world["dropped file"]
    recruiter = as_(new_page(world.app), scene.recruiter, world.app)
    recruiter.go("/")
    file = tmp_path / "resume.docx"
    document = docx.Document()
    document.add_paragraph("Solomiya Bondar")
    document.add_paragraph("Accountant with nine years of experience. Lviv")
    document.save(str(file))
    task = "résumé file (dropped) → candidate on a vacancy"
    with clicks(recruiter.page, task, role="recruiter", limit=4):
        recruiter.way_to(scene.title).click()
        recruiter.link("Add candidate").click()
        pages.choose_file(recruiter, file)
        recruiter.button("Add candidate").click()
        expect(recruiter.heading("Solomiya Bondar")).to_be_visible()


def test_a_resume_for_customers(recruiter, scene, clicks):
    task = "original → résumé for customers"
    recruiter.go(f"/candidates?q={scene.waiting[0].name}")
    with clicks(recruiter.page, task, role="recruiter", limit=3):
        recruiter.way_to(scene.waiting[0].name).click()
        recruiter.link("Prepare the resume for customers").click()
        expect(pages.editor(recruiter)).to_contain_text("Original of")
        recruiter.button("Save Changes").click()
        saved = recruiter.page.get_by_role("article", name=recruiter.t("Resume"), exact=True)
        expect(saved).to_contain_text("Original of")


def test_presenting_three_candidates(recruiter, scene, clicks):
    with clicks(recruiter.page, "present three candidates", role="recruiter", limit=4):
        recruiter.way_to(scene.title).click()
        choose_all = recruiter.page.get_by_role("checkbox", name=recruiter.t("Choose all"))
        choose_all.click()
        recruiter.button("Present to the customer").click()
        recruiter.button_to_present(3).click()
        expect(recruiter.dialog).to_have_count(0)
        expect(recruiter.says("presented in a moment")).to_have_count(3)


def test_a_safe_resume_is_shown(world, new_page, clicks):
    scene = world["safe"]
    (late,) = scene.waiting
    recruiter = as_(new_page(world.app), scene.recruiter, world.app)
    recruiter.go(late.address)
    with clicks(recruiter.page, "safe résumé shown", role="recruiter", limit=3):
        recruiter.button("Present to the customer").click()
        recruiter.page.locator(".st-key-present_missing_make button:visible").click()
        expect(recruiter.dialog).to_contain_text(recruiter.t("Resume for customers of"))
        recruiter.button_to_present(1).click()
        expect(recruiter.says("presented in a moment")).to_be_visible()
    customer = as_(new_page(world.app), scene.customer, world.app)
    customer.go(scene.vacancy_address)
    customer.way_to(late.name).click(timeout=30_000)  # the undo window has passed
    expect(customer.page.locator(".sheet")).to_contain_text(f"Original of {late.name}")


def test_looking_on_as_the_customer(world, new_page, clicks):
    scene = world["answer"]
    recruiter = as_(new_page(world.app), scene.recruiter, world.app)
    recruiter.go("/")
    with clicks(recruiter.page, "view as customer", role="recruiter", limit=2):
        recruiter.way_to(scene.title).click()
        recruiter.link("What the customer sees").click()
        expect(recruiter.page.locator(".looking-on")).to_be_visible()
        expect(recruiter.page.locator(".st-key-seen_wide h1")).to_have_text(scene.title)


def test_answering_a_note(world, new_page, clicks):
    scene = world["answer"]
    recruiter = as_(new_page(world.app), scene.recruiter, world.app)
    recruiter.go("/")
    customer = as_(new_page(world.app, viewport="phone"), scene.customer, world.app)
    customer.go(scene.presented.address)
    pages.write_note(customer, "What about Monday?")
    expect(recruiter.page.locator("a.bell .unread")).to_be_visible()
    with clicks(recruiter.page, "answer a note", role="recruiter", limit=4):
        recruiter.page.locator("a.bell").click()
        recruiter.page.locator(".history > li").first.get_by_role("link").click()
        pages.write_note(recruiter, "Monday suits", hidden=False)
    customer.go("/")
    with clicks(customer.page, "answer a note", role="customer", limit=4):
        customer.page.locator("a.bell").click()
        customer.page.locator(".history > li").first.get_by_role("link").click()
        expect(pages.note(customer, "Monday suits")).to_be_visible()
        pages.write_note(customer, "At ten, then")


def test_from_the_invitation_letter_to_the_first_resume(world, scene, new_page, clicks):
    customer = Tab(new_page(world.app, viewport="phone"))
    letter = invitation_to(world.app.data_dir, scene.colleague.email)
    task = "from the invitation letter to the first résumé read"
    button = open_letter(customer.page, letter)
    address = button.get_attribute("href")
    here = re.sub(r"^https?://[^/]+", world.app.url, address)  # the letter left before the server
    button.evaluate("(button, here) => { button.href = here; button.target = '_self' }", here)
    with clicks(customer.page, task, role="customer", limit=4):
        button.click()
        customer.page.locator(".st-key-new_password input").fill("another long password")
        customer.button("Save and sign in").click()
        customer.way_to(scene.title).click()
        customer.way_to(scene.presented.name).click()
        expect(customer.page.locator(".sheet")).to_contain_text("Version of")
