"""Files full of contacts, made safe in one press each; then all that their customer receives.

Every file there is by hand is for the wide run: every day the deepest one is, and the others are
saved by the same service without a browser.
"""

import re
import unicodedata

import pytest
from playwright.sync_api import expect

from db.keys import key_text
from services.applications.presenting import present
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
from tests.house import prepare
from tests.people import viewer
from tests.services.resumes.planted import NAME, STORED, documents

pytestmark = [pytest.mark.only_on("duckdb"), pytest.mark.thorough]

FILES = list(documents())
BY_HAND = [one.name for one in FILES if EVERY_CASE or "deep" in one.name]


@pytest.fixture(scope="module")
def agency(start_app):
    """The app, its recruiter, and the candidate of each file, presented and without a version."""
    made = {}
    app = start_app(lambda url, data_dir: made.update(_furnish(url, data_dir)))
    return app, made


def _furnish(url, data_dir):
    prepare(url)
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
    (recruiter,) = admit(house, (oksana.user_id, "Oksana", ""))
    admit(house, (viewer(house, "iryna@acme.example").user_id, "Iryna", ""))
    house.installation.database.close()
    return {"recruiter": recruiter, "candidates": keys}


def _add(house, by, one):
    contacts = zip(("phone", "email", "telegram"), STORED, strict=True)
    form = CandidateForm(*NAME, contacts=tuple(ContactForm(*each) for each in contacts))
    file = ReceivedFile(one.name, one.content, read_document(one.name, one.content))
    return house.do(by, add_candidate, form=form, file=file)


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
        for address in ("/candidates", "/notifications"):
            iryna.jump(address)
        came = heard(recorder).decode("utf-8", "replace")
    plain = unicodedata.normalize("NFKC", came).casefold()
    for one in FILES:
        assert all(line.casefold() in plain for line in one.words), "the positive control"
        for secret in (*one.secrets, *STORED):
            assert secret.casefold() not in plain, f"{secret} of {one.name}"
            figures = re.sub(r"\D", "", secret)[-9:]
            assert len(figures) < 9 or not re.search(r"\D{0,3}".join(figures), plain), secret
