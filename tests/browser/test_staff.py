"""Staff: invited from Account settings, given a role, blocked, handed over; one's own profile."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.letters import letter_to, open_letter
from tests.browser.pages import Tab
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import Plan, as_, open_world

pytestmark = pytest.mark.only_on("duckdb")

NEW = "Ключ від нової хати 🗝"


@pytest.fixture(scope="module")
def own_world(start_app):
    return open_world(start_app, {name: Plan(name) for name in ("en", "uk", "ru")})


@pytest.mark.in_every_language
def test_a_colleague_is_invited_works_is_blocked_and_replaced(own_world, new_page, language):
    scene, app = own_world[language], own_world.app
    admin = as_(new_page(app), own_world.administrator, app)
    admin.go("/settings")
    admin.link("Manage staff").click()
    admin.expect_page("Manage staff")
    email = f"petro@{language}.example"
    fill(admin, "new_colleague", email=scene.customer.email, name="Petro")
    admin.button("Send the invitation").click()
    expect(
        admin.says("This e-mail belongs to the customer {name}.", name=scene.customer.name)
    ).to_be_visible()
    fill(admin, "new_colleague", email=email)
    admin.choose(
        "new_colleague_language", {"en": "English", "uk": "Українська", "ru": "Русский"}[language]
    )
    admin.button("Send the invitation").click()
    expect(admin.heading("Petro")).to_be_visible()
    expect(
        admin.says("The invitation letter to {name} is on its way.", name="Petro")
    ).to_be_visible()

    petro = Tab(new_page(app, language=language), language)
    open_letter(petro.page, letter_to(app.data_dir, email)).click()
    petro.expect_page("Set a password")
    petro.page.locator(".st-key-new_password input").fill(NEW)
    petro.button("Save and sign in").click()
    petro.expect_page("Vacancies")
    petro.go("/staff")
    expect(petro.heading(petro.t("Manage staff"))).to_have_count(0)  # administrators only

    admin.go("/staff")
    admin.page.get_by_role("row").filter(has_text=email).get_by_role("link").click()
    expect(admin.heading("Petro")).to_be_visible()
    at = admin.page.url
    admin.pick("Administrator")
    admin.button("Save Changes").click()
    expect(admin.says("Saved")).to_be_visible()
    petro.go("/staff")
    petro.expect_page("Manage staff")  # in force at once

    # A recruiter who leaves: his vacancies and customers go to Petro.
    petro.page.get_by_role("row").filter(has_text=scene.recruiter.email).get_by_role("link").click()
    expect(petro.heading(scene.recruiter.name)).to_be_visible()
    petro.button("Block").click()
    expect(petro.button("Re-activate")).to_be_visible()
    petro.choose("hand_over_to", "Petro")
    petro.button("Hand over").click()
    expect(petro.says("Everything has been handed over.")).to_be_visible()
    customer = as_(new_page(app, viewport="phone"), scene.customer, app, language)
    customer.go("/vacancies")
    expect(customer.page.locator(".st-key-foot")).to_contain_text("Petro")

    admin.go(at)
    admin.button("Block").click()
    expect(admin.button("Re-activate")).to_be_visible()
    pages.expect_only_the_door(petro)  # told at once


def test_the_last_administrator_stays_one(own_world, new_page):
    admin = as_(new_page(own_world.app), own_world.administrator, own_world.app)
    admin.go("/staff")
    admin.page.get_by_role("row").filter(has_text="anna@clear.example").get_by_role("link").click()
    expect(admin.heading("Anna Admin")).to_be_visible()
    expect(admin.button("Block")).to_have_count(0)  # nobody blocks himself by a slip
    pages.give_up_the_office(admin)
    expect(
        admin.says("This is the last active administrator. Make somebody else one first.")
    ).to_be_visible()


def test_what_one_says_of_oneself_and_a_photo_reach_the_customer(own_world, new_page, tmp_path):
    """The photo comes from our own route, never from where anybody could read it."""
    app = own_world.app
    admin = as_(new_page(app), own_world.administrator, app)
    admin.go("/settings")
    admin.page.locator(".st-key-own_messenger input").fill("Telegram @anna")
    admin.page.locator(".st-key-own_signature textarea").fill("Warm regards,\nAnna")
    admin.page.locator(".st-key-own_save button").click()
    expect(admin.says("Saved")).to_be_visible()
    picture = BytesIO()
    Image.new("RGB", (400, 300), "teal").save(picture, "PNG")
    admin.page.locator(".st-key-upload_photo input[type=file]").set_input_files(
        {"name": "me.png", "mimeType": "image/png", "buffer": picture.getvalue()}
    )
    photo = admin.page.locator(".st-key-page img.avatar")
    expect(photo).to_be_visible()
    wait_until_drawn(admin.page)
    address = photo.get_attribute("src")
    assert address.startswith("/photos/")
    assert (
        admin.page.evaluate("document.querySelector('.st-key-page img.avatar').naturalWidth") == 256
    )
    answer = admin.page.request.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")
    assert Tab(new_page(app)).page.request.get(app.url + address).status == 404
    bad = {"name": "me.png", "mimeType": "image/png", "buffer": b"<svg onload=alert(1)>"}
    admin.page.locator(".st-key-upload_photo input[type=file]").set_input_files(bad)
    expect(admin.alert).to_contain_text(admin.t("Photo"))


def fill(tab: Tab, form: str, **fields: str) -> None:
    for name, value in fields.items():
        tab.page.locator(f".st-key-{form}_{name} input").fill(value)
