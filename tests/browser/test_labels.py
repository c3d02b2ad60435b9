"""The words of the seeds, exactly, at the places and along the paths that the seeds describe.

The words stand here once more on purpose: a catalog that drifts away from them is caught.
"""

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.world import as_
from tests.conftest import EVERY_CASE

WORDS = {
    "en": {
        "settings": "Account settings",
        "manage": "Manage customers",
        "hide": "Hide candidates’ contacts",
        "new": "New Customer",
        "add": "Add new customer",
        "job": "Edit Job",
        "profile": "Edit applicant’s profile",
        "resume": "Resume for customers",
        "save": "Save Changes",
        "only us": "Don’t show this to customers",
    },
    "ru": {
        "settings": "Настройки аккаунта",
        "manage": "Управление заказчиками",
        "hide": "Закрыть контакты кандидатов",
        "new": "Добавить заказчика",
        "add": "Добавить заказчика",
        "job": "Редактирование вакансии",
        "profile": "Редактировать карточку кандидата",
        "resume": "Резюме для заказчиков",
        "save": "Сохранить изменения",
        "only us": "Не показывать заказчикам",
    },
    "uk": {
        "settings": "Налаштування облікового запису",
        "manage": "Управління замовниками",
        "hide": "Закрити контакти кандидатів",
        "new": "Додати замовника",
        "add": "Додати замовника",
        "job": "Редагування вакансії",
        "profile": "Редагувати картку кандидата",
        "resume": "Резюме для замовників",
        "save": "Зберегти зміни",
        "only us": "Не показувати замовникам",
    },
}
SCENES = {"en": "labels en", "ru": "labels ru", "uk": "labels uk"}
pytestmark = pytest.mark.only_on("duckdb")


@pytest.fixture(params=WORDS if EVERY_CASE else ["ru"])
def language(request):
    return request.param


@pytest.fixture
def words(language):
    return WORDS[language]


@pytest.fixture
def scene(world, language):
    return world[SCENES[language]]


@pytest.fixture
def recruiter(world, scene, new_page, language):
    return as_(new_page(world.app, language=language), scene.recruiter, world.app, language)


def test_account_settings_lead_to_the_customer_form(recruiter, words):
    page = recruiter.page
    recruiter.go("/")
    page.get_by_role("link", name=words["settings"], exact=True).click()
    expect(recruiter.heading(words["settings"])).to_be_visible()
    page.locator(".st-key-page").get_by_role("link", name=words["manage"], exact=True).click()
    expect(recruiter.heading(words["manage"])).to_be_visible()
    submit = page.get_by_role("button", name=words["new"], exact=True)
    tick = page.get_by_text(words["hide"], exact=True)
    expect(submit).to_be_visible()
    # "at the bottom of the form": nothing to fill in stands below it
    fields = page.locator(".st-key-new_customer input, form input, [data-testid=stForm] input")
    lowest = max(box["y"] for one in fields.all() if (box := one.bounding_box()))
    assert tick.bounding_box()["y"] + tick.bounding_box()["height"] >= lowest
    assert tick.bounding_box()["y"] < submit.bounding_box()["y"]


def test_a_vacancy_leads_to_the_same_form(recruiter, scene, words):
    page = recruiter.page
    recruiter.go("/vacancies")
    page.get_by_role("link", name=scene.title).click()
    page.get_by_role("link", name=words["job"], exact=True).click()
    page.get_by_role("button", name=words["add"], exact=True).click()
    expect(recruiter.dialog.get_by_text(words["hide"], exact=True)).to_be_visible()
    expect(recruiter.dialog.get_by_role("button", name=words["add"], exact=True)).to_be_visible()


def test_a_candidate_leads_to_the_resume_for_customers(recruiter, scene, words):
    page = recruiter.page
    recruiter.go(scene.vacancy_address)
    page.get_by_role("link", name=scene.presented.name).click()
    expect(recruiter.heading(scene.presented.name)).to_be_visible()
    profile = page.get_by_role("link", name=words["profile"], exact=True)
    upper_right(page, profile)
    profile.click()
    tab = page.get_by_role("tab", name=words["resume"], exact=True)
    name = page.get_by_role("textbox", name=recruiter.t("First name"), exact=True)
    expect(tab).to_be_visible()
    assert tab.bounding_box()["y"] > name.bounding_box()["y"], "the résumé stands further down"
    tab.click()
    expect(pages.editor(recruiter)).to_have_text(f"Version of {scene.presented.name}")
    expect(pages.editor(recruiter)).to_have_attribute("contenteditable", "true")
    expect(page.get_by_role("button", name=words["save"], exact=True)).to_have_count(1)


def test_a_note_is_hidden_by_default_in_these_words(recruiter, scene, words):
    recruiter.go(scene.presented.address)
    tick = recruiter.page.get_by_role("checkbox", name=words["only us"], exact=True)
    expect(tick).to_be_checked()


def upper_right(page, place):
    box, size = place.bounding_box(), page.viewport_size
    assert box["x"] > size["width"] / 2, "in the right half"
    assert box["y"] < size["height"] / 3, "in the upper third"
