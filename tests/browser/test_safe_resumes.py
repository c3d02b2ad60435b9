"""Files full of contacts, made safe in one press each; then all that their customer receives.

Every file there is by hand is for the wide run: every day the deepest one is, and the others are
saved by the same service without a browser. One of them is her attachment, too: opened to the
customer, who takes along what is made of it.
"""

import io
import re
import unicodedata

import pypdf
import pytest
from playwright.sync_api import expect

from db.keys import key_text
from services.applications.presenting import present
from services.applications.views import of_candidate
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.forms import add as add_candidate
from services.candidates.resumes import ReceivedFile, save_version
from services.customers import CustomerForm
from services.customers import add as add_customer
from services.documents import read_document
from services.resumes.safe_copy import safe_copy
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from tests.browser import pages
from tests.browser.pages import Tab
from tests.browser.support.recorder import Recorder
from tests.browser.test_canaries import heard
from tests.browser.world import (
    PASSWORD,
    add_recruiter,
    admit,
    as_,
    found_agency,
    furnished_house,
)
from tests.conftest import EVERY_CASE
from tests.people import viewer
from tests.services.resumes.planted import NAME, STORED, documents

pytestmark = [pytest.mark.only_on("duckdb"), pytest.mark.thorough]

FILES = list(documents())
BY_HAND = [one.name for one in FILES if EVERY_CASE or "deep" in one.name]
DEEP = next(one for one in FILES if "deep" in one.name)


@pytest.fixture(scope="module")
def agency(start_app):
    """The app, its recruiter, and the candidate of each file, presented and without a version."""
    made = {}
    app = start_app(lambda url, data_dir: made.update(_furnish(url, data_dir)))
    return app, made


def _furnish(url, data_dir):
    house = furnished_house(url, data_dir)
    found_agency(house)
    oksana = add_recruiter(house, "Oksana", "oksana@clear.example")
    vacancy = house.do(oksana, add_vacancy, form=VacancyForm("Payments Lead", company="Acme"))
    form = CustomerForm("iryna@acme.example", "Iryna", company="Acme", contacts_hidden=True)
    house.do(oksana, add_customer, form=form, vacancy_id=vacancy)
    keys = {one.name: _add(house, oksana, one) for one in FILES}
    house.do(oksana, present, vacancy_id=vacancy, candidate_ids=list(keys.values()))
    for name, key in keys.items():
        if name not in BY_HAND:
            made = house.ask(oksana, safe_copy, candidate_id=key)
            house.do(oksana, save_version, candidate_id=key, html=made.html)
    (here,) = house.ask(oksana, of_candidate, candidate_id=keys[DEEP.name])
    (recruiter,) = admit(house, (oksana.user_id, "Oksana", ""))
    admit(house, (viewer(house, "iryna@acme.example").user_id, "Iryna", ""))
    house.installation.database.close()
    return {"recruiter": recruiter, "candidates": keys, "here": key_text(here.id)}


def _add(house, by, one):
    contacts = zip(("phone", "email", "telegram"), STORED, strict=True)
    form = CandidateForm(*NAME, contacts=tuple(ContactForm(*each) for each in contacts))
    file = ReceivedFile(one.name, one.content, read_document(one.name, one.content))
    return house.do(by, add_candidate, form=form, file=file)


def attach_and_open(recruiter, place):
    """The deepest file is her attachment, too, under a name with her number."""
    recruiter.go(place)
    recruiter.papers("Attachments")
    name = f"{' '.join(NAME)} {STORED[0]}.docx"
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": DEEP.content}
    recruiter.page.locator("input[type=file]").set_input_files(file)
    recruiter.button("Add the file").click()
    vacancy = {"vacancy": "Payments Lead"}
    recruiter.page.get_by_role(
        "button", name=recruiter.t("Open to the customers of {vacancy}", **vacancy)
    ).click()
    found = recruiter.page.get_by_role("alert")
    expect(found).to_contain_text(STORED[0])  # each is named before anything is opened
    recruiter.page.get_by_role(
        "button", name=recruiter.t("Open without contacts to customers of {vacancy}", **vacancy)
    ).click()
    hide = recruiter.t("Hide from the customers of {vacancy}", **vacancy)
    expect(recruiter.page.get_by_role("button", name=hide)).to_be_visible()


def taken_along(customer, place):
    """All that the file which he is given says: its name, its bytes, its words, what is beside."""
    customer.jump(place)
    with customer.page.expect_download() as download:
        customer.page.locator("a[href^='/files/attachments/']").click()
    content = download.value.path().read_bytes()
    made = pypdf.PdfReader(io.BytesIO(content))
    words = "\n".join(page.extract_text() for page in made.pages)
    assert all(line in " ".join(words.split()) for line in DEEP.words), "the positive control"
    beside = repr((download.value.suggested_filename, made.metadata, made.xmp_metadata))
    return "\n".join((words, beside, content.decode("utf-8", "replace")))


def test_nothing_of_them_comes_to_whom_contacts_are_hidden(agency, new_page, clicks):
    app, made = agency
    recruiter = as_(new_page(app), made["recruiter"], app)
    for name in BY_HAND:
        recruiter.go(f"/candidate?id={key_text(made['candidates'][name])}")
        task = "safe résumé shown to the customer (from the candidate)"
        with clicks(recruiter.page, task, role="recruiter", limit=2):
            recruiter.link("Prepare the resume for customers").click()
            expect(pages.editor(recruiter)).to_contain_text(" ".join(NAME))
            recruiter.button("Save Changes").click()
            expect(recruiter.says("What customers see")).to_be_visible()
    # Opened in a tab of its own, the page begins where the resume is, too.
    recruiter.go(f"/candidate-edit?id={key_text(made['candidates'][DEEP.name])}#resume")
    expect(recruiter.page.locator("#resume")).to_be_in_viewport()
    place = f"/candidate?id={key_text(made['candidates'][DEEP.name])}&app={made['here']}"
    attach_and_open(recruiter, place)
    with Recorder() as recorder:
        iryna = Tab(new_page(app, recorder=recorder))
        iryna.go("/sign-in")
        iryna.page.locator(".st-key-sign_in_email input").fill("iryna@acme.example")
        iryna.page.locator(".st-key-sign_in_password input").fill(PASSWORD)
        iryna.page.locator(".st-key-sign_in_go button").click()
        expect(iryna.says("Payments Lead")).to_be_visible()
        for key in made["candidates"].values():
            iryna.jump(f"/candidate?id={key_text(key)}")
            expect(iryna.page.locator(".sheet")).to_contain_text(" ".join(NAME))
        taken = taken_along(iryna, place)
        for address in ("/candidates", "/notifications"):
            iryna.jump(address)
        came = heard(recorder).decode("utf-8", "replace") + "\n" + taken
    plain = unicodedata.normalize("NFKC", came).casefold()
    for one in FILES:
        assert all(line.casefold() in plain for line in one.words), "the positive control"
        for secret in (*one.secrets, *STORED):
            assert secret.casefold() not in plain, f"{secret} of {one.name}"
            figures = re.sub(r"\D", "", secret)[-9:]
            assert len(figures) < 9 or not re.search(r"\D{0,3}".join(figures), plain), secret
