"""A recruiter's day: stages of a vacancy's own, what a customer reads by a switch, reminders."""

from io import BytesIO

import pytest
from babel.numbers import format_decimal
from PIL import Image
from playwright.sync_api import expect

from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import Plan, as_, open_world


@pytest.fixture(scope="module")
def own_world(start_app):
    return open_world(start_app, {name: Plan(name) for name in ("en", "uk", "ru")})


@pytest.mark.in_every_language
def test_a_stage_of_ones_own_and_one_that_is_in_use(own_world, new_page, language):
    """On a phone: the list, a new stage, and New taken out behind the curtain, by choice."""
    scene, app = own_world[language], own_world.app
    here = as_(new_page(app, viewport="phone"), scene.recruiter, app)
    customer = as_(new_page(app, viewport="phone"), scene.customer, app)
    here.go(f"{scene.vacancy_address}&section=edit")
    here.link("Stages").click()
    here.link("New stage").click()
    for name, words in (("en", "Test task"), ("ru", "Тест"), ("uk", "Тестове")):
        here.page.locator(f"[class*='st-key-stage_new_'][class*='_{name}'] input").fill(words)
    here.button("Save stage").click()
    expect(here.says("Saved").first).to_be_visible()
    mine = {"en": "Test task", "ru": "Тест", "uk": "Тестове"}[language]
    expect(here.way_to(mine)).to_be_visible()
    assert here.page.evaluate("document.documentElement.scrollWidth") == 390

    customer.go(scene.vacancy_address)
    expect(customer.way_to(scene.presented.name)).to_be_visible()
    here.way_to(here.t("New")).click()
    here.button("Take this stage out").click()
    here.button("Take this stage out", here.dialog).click()
    expect(here.dialog.get_by_role("alert")).to_contain_text(
        here.t("Choose the stage they are moved to.")
    )
    here.choose("stage_remove_to", here.t("Longlist"))
    expect(
        here.says("Only staff see that stage: for the customers they disappear.")
    ).to_be_visible()
    here.button("Take this stage out", here.dialog).click()
    expect(here.dialog).to_have_count(0)
    expect(here.way_to(here.t("New"))).to_have_count(0)
    customer.go(scene.vacancy_address)
    expect(customer.way_to(scene.presented.name)).to_have_count(0)
    customer.go(scene.presented.address)
    expect(customer.says("This does not exist, or it is not yours.")).to_be_visible()


@pytest.mark.in_every_language("duckdb")
def test_what_a_customer_reads_of_a_candidate_by_a_switch(own_world, new_page, language):
    app, scene = own_world.app, own_world[language]
    here = as_(new_page(app), scene.recruiter, app)
    candidate = scene.waiting[0]
    here.go(candidate.address)
    here.link("Edit applicant’s profile").click()
    here.expect_page("Edit applicant’s profile")
    here.field("Source").fill("A secret friend")
    here.field("Salary expectation").fill("60 000")
    picture = BytesIO()
    Image.new("RGB", (400, 300), "teal").save(picture, "PNG")
    here.page.locator(
        "[class*='st-key-upload_'][class*='_photo'] input[type=file]"
    ).set_input_files({"name": "face.png", "mimeType": "image/png", "buffer": picture.getvalue()})
    wait_until_drawn(here.page)
    here.button("Save Changes").click()
    expect(here.heading(candidate.name)).to_be_visible()
    face = here.page.locator(".candidate-head img.avatar")
    expect(face).to_be_visible()
    address = face.get_attribute("src")
    customer = as_(new_page(app, viewport="phone"), scene.customer, app)
    assert customer.page.request.get(app.url + address).status == 404  # not presented
    here.button("Present to the customer").first.click()
    here.button_to_present(1).click()
    expect(here.dialog).to_have_count(0)
    customer.go(scene.vacancy_address)  # he appears there once the undo window has passed
    expect(customer.way_to(candidate.name)).to_be_visible(timeout=30_000)
    customer.go(candidate.address)
    expect(customer.page.locator(".candidate-head img.avatar")).to_be_visible()
    assert customer.page.request.get(app.url + address).status == 200
    seen = customer.seen()
    amount = format_decimal(60_000, locale=language)
    assert amount not in seen
    assert "secret friend" not in seen
    here.go(f"{scene.vacancy_address}&section=edit")
    here.page.get_by_text(here.t("Customers see the candidates’ salary expectations")).click()
    here.button("Save Changes").click()
    expect(here.says("Saved").first).to_be_visible()
    customer.go(candidate.address)
    expect(customer.page.get_by_text(f"{amount} UAH")).to_be_visible()
    assert "secret friend" not in customer.seen()


@pytest.mark.in_every_language("postgresql")
def test_a_reminder_is_ones_own(own_world, new_page, language):
    app, scene = own_world.app, own_world[language]
    here = as_(new_page(app), scene.recruiter, app)
    here.go(scene.bare.address)
    here.button("Remind me").click()
    here.dialog.locator("textarea").fill("Подзвонити")
    date = here.dialog.locator('[class*="st-key-remind_"][class*="_on"]')
    date.get_by_role("spinbutton").first.click()
    here.page.keyboard.type("24122031")
    here.button("Remind me", here.dialog).click()
    expect(here.dialog).to_have_count(0)
    expect(here.page.get_by_text("Подзвонити")).to_be_visible()
    here.go("/notifications")
    expect(here.way_to(scene.bare.name)).to_be_visible()
    admin = as_(new_page(app), own_world.administrator, app)
    admin.go(scene.bare.address)
    expect(admin.heading(scene.bare.name)).to_be_visible()
    expect(admin.page.get_by_text("Подзвонити")).to_have_count(0)
    here.go(scene.bare.address)
    here.button("Done").click()
    expect(here.page.get_by_text("Подзвонити")).to_have_count(0)
