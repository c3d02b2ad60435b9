"""The paths of people, customers and letters in every language, on both databases.

Each test walks several of them in one go. What is special about one of them has its test in
English: test_customers.py, test_staff.py, test_coming_back.py, test_sign_in.py.
"""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import expect

from db.models import User, Vacancy
from services.ids import key_text
from tests.browser import pages
from tests.browser.letters import link_to
from tests.browser.pages import Tab
from tests.browser.support.door import sign_in
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import PASSWORD, Plan, as_, open_world
from tests.factories import alter

pytestmark = pytest.mark.in_every_language

AGENCY_PHONE = "+380 44 555 01 00"
ANNA = "anna@clear.example"


@pytest.fixture(scope="module")
def own_world(start_app, language):
    """Three scenes of a language: here, another company, a vacancy to be closed.

    Of the other company one customer is blocked; the access of the second ended while the app was
    off. Where Anna's English is not the language, another administrator speaks it. What is set for
    the whole agency is told once in each world, so each language has its own.
    """
    plans = {
        language: Plan(language),
        f"{language} there": Plan(language, blocked=True),
        f"{language} closing": Plan(language, link_expired=True),
    }
    return open_world(start_app, plans, _then)


def _then(house, scenes):
    for name, scene in scenes.items():
        if name.endswith("there"):
            ended = house.clock.now - timedelta(days=1)
            alter(house, Vacancy, scene.vacancy, closed_at=ended, closed_as="filled")
            alter(
                house,
                User,
                scene.colleague.id,
                access_ends_at=ended,
                access_warns_at=ended,
                access_warned_at=ended,
                access_ends_by_id=scene.recruiter.id,
                access_ends_with_id=scene.vacancy,
            )
        elif not name.startswith("en") and not name.endswith("closing"):
            alter(house, User, scene.recruiter.id, role="administrator")


def company_of(scene) -> str:
    return scene.title.replace("Lead", "Ltd")


def staff(own_world, new_page, language) -> Tab:
    """An administrator of this language (in English: Anna, who has signed in by herself)."""
    if language != "en":
        return as_(new_page(own_world.app), own_world[language].recruiter, own_world.app, language)
    tab = Tab(new_page(own_world.app))
    sign_in(tab.page, ANNA, PASSWORD)
    return tab


def choose_in(tab, key, name):
    """Choose what begins with this name in a choice box that can be typed into."""
    box = tab.page.locator(f"[class*='st-key-{key}']").get_by_role("combobox").last
    box.click()
    box.fill(name)
    tab.page.get_by_role("option").first.click()


def test_customers_and_their_companies(own_world, new_page, language):
    here, there, app = own_world[language], own_world[f"{language} there"], own_world.app
    tab = as_(new_page(app), here.recruiter, app, language)
    tab.go("/customers")
    form = tab.page.locator(".st-key-card_new_customer")
    taken = (
        (here.customer, "This e-mail belongs to the customer {name}."),
        (there.customer, "This e-mail belongs to the customer {name}, whose access is closed."),
        (there.recruiter, "This e-mail belongs to your colleague {name}."),
    )
    for person, words in taken:
        pages.fill_customer(tab, form, email=person.email.upper(), name="Vira")
        tab.button("New Customer", form).click()
        expect(tab.says(words, name=person.name)).to_be_visible()
    email = f"vira@{language}.example"
    pages.fill_customer(tab, form, email=email, name="Vira")
    tab.field("Company or department", form).fill(company_of(here))
    tab.button("New Customer", form).click()
    expect(tab.heading("Vira")).to_be_visible()
    expect(tab.says("The invitation letter to {name} is on its way.", name="Vira")).to_be_visible()
    vira = tab.page.url
    first = link_to(app.data_dir, email, "set-password")
    tab.button("Send the invitation again").click()
    again = link_to(app.data_dir, email, "set-password", after=1)
    assert first != again  # both work until one is used (test_links.py)

    tab.field("Position").fill("CTO")
    tab.button("Save Changes").click()
    expect(versioned(tab, 2, "position")).to_have_value("CTO")
    pages.block_customer(tab)
    tab.button("Re-activate").click()
    expect(tab.button("Block")).to_be_visible()

    tab.jump(f"{here.vacancy_address}&section=edit")
    choose_in(tab, "vacancy_tie_", "Vira")
    expect(pages.tied_customer(tab, "Vira")).to_be_visible()  # of its own company: not asked
    across_by_the_vacancy(tab, here, there)

    tab.jump(vira.removeprefix(app.url))
    tab.field("Company or department").fill(company_of(there))
    tab.button("Save Changes").click()
    expect(tab.dialog).to_contain_text(f"Vira ({company_of(there)})")
    expect(tab.dialog).to_contain_text(here.title)
    expect(tab.dialog).to_contain_text(tab.tn("{count} candidate", "{count} candidates", 2))
    tab.button("Save all the same", tab.dialog).click()
    expect(tab.dialog).to_have_count(0)
    tab.go(vira)
    expect(tab.field("Company or department")).to_have_value(company_of(there))

    tab.jump("/companies")
    renamed_and_merged(tab, here, there)


def renamed_and_merged(tab, here, there):
    tab.way_to(company_of(there)).click()
    tab.field("Company or department").fill(f"{company_of(there)} Group")
    tab.button("Save Changes").click()
    expect(tab.heading(f"{company_of(there)} Group")).to_be_visible()
    choose_in(tab, "company_into_", company_of(here))
    tab.button("Merge").click()
    expect(tab.dialog).to_contain_text("Vira")
    tab.button("Merge the two", tab.dialog).click()
    expect(tab.heading(company_of(here))).to_be_visible()
    expect(tab.way_to("Vira")).to_be_visible()


def across_by_the_vacancy(tab, here, there):
    """Asked of all its customers; with the former company typed again there is nothing to ask."""
    asked = tab.dialog
    company = tab.field("Company or department")
    company.fill(company_of(there))
    tab.button("Save Changes").click()
    expect(asked).to_contain_text(f"{here.customer.name} ({company_of(here)})")
    expect(asked).to_contain_text("Vira")
    tab.page.keyboard.press("Escape")  # nothing is saved
    expect(asked).to_have_count(0)
    company.fill(company_of(here))
    tab.button("Save Changes").click()
    expect(tab.says("Saved")).to_be_visible()


def versioned(tab, version, name):
    """A field of the customer form as it stands after so many changes."""
    return tab.page.locator(f"[class*='_{version}_{name}'] input")


def test_closing_with_access_that_ends_and_opening_again(own_world, new_page, language):
    scene, app = own_world[f"{language} closing"], own_world.app
    days = {"en": 5, "ru": 6, "uk": 7}[language]
    admin = staff(own_world, new_page, language)
    admin.go("/settings")
    form = admin.page.locator("[data-testid=stForm]").filter(
        has=admin.page.locator(".st-key-ending_days_after")
    )
    before = "Days of warning before that"
    for after, warned, words in (
        ("soon", "2", "{field}: a whole number from 1 to 365, please."),
        (days, days + 1, "{field}: no more than the days until access ends, please."),
    ):
        admin.field("Days until access ends").fill(str(after))
        admin.field(before).fill(str(warned))
        admin.button("Save Changes", form).click()
        named = "Days until access ends" if after == "soon" else before
        expect(admin.says(words, field=admin.t(named))).to_be_visible()
    admin.field(before).fill("2")
    admin.button("Save Changes", form).click()
    expect(admin.says("Saved")).to_be_visible()

    tab = as_(new_page(app), scene.recruiter, app, language)
    tab.go(f"{scene.vacancy_address}&section=edit")
    tab.button("Close the vacancy").click()
    tab.choose("vacancy_close_reason", tab.t("It was cancelled"))
    later = tab.tn("end it in {count} day", "end it in {count} days", days)
    tab.choose(f"vacancy_close_access_{key_text(scene.customer.id)}", later)
    tab.button("Close the vacancy", tab.dialog).click()
    expect(tab.button("Re-open the vacancy")).to_be_visible()
    customer = as_(new_page(app, viewport="phone"), scene.customer, app, language)
    customer.go(scene.vacancy_address)
    expect(customer.says("closed: cancelled")).to_be_visible()
    customer.jump(scene.presented.address)
    expect(customer.heading(scene.presented.name)).to_be_visible()
    expect(customer.button("Save note")).to_have_count(0)

    keep = tab.button("Keep the access")
    his_page = f"/customers?id={key_text(scene.customer.id)}"
    tab.jump(his_page)
    expect(keep).to_be_visible()
    tab.jump(f"{scene.vacancy_address}&section=edit")
    tab.button("Re-open the vacancy").click()
    expect(tab.button("Close the vacancy")).to_be_visible()
    tab.jump(his_page)
    expect(tab.button("Block")).to_be_visible()
    expect(keep).to_have_count(0)
    customer.go(scene.presented.address)
    expect(customer.button("Save note")).to_be_visible()


def test_at_the_door(own_world, new_page, language):
    """A link too old brings a new one by one button; a closed access says so and whom to call."""
    there, old, app = (
        own_world[f"{language} there"],
        own_world[f"{language} closing"],
        own_world.app,
    )
    tab = Tab(new_page(app, language=language, viewport="phone"), language)
    tab.go(old.invitation)
    expect(tab.says("This link is too old.")).to_be_visible()
    expect(tab.way_to(AGENCY_PHONE)).to_be_visible()
    tab.button("Get a new link").click()
    expect(tab.says("A letter with a new link is on its way to your e-mail.")).to_be_visible()

    tab.go(there.invitation)
    expect(tab.says("Your access is closed. Please call the agency.")).to_be_visible()
    expect(tab.way_to(AGENCY_PHONE)).to_be_visible()
    expect(tab.button("Get a new link")).to_have_count(0)

    ended = as_(new_page(app, language=language), there.colleague, app, language)
    ended.page.goto(there.vacancy_address)  # signed in before; from here he is led to the door
    pages.expect_only_the_door(ended)
    wait_until_drawn(ended.page)
    ended.page.locator(".st-key-sign_in_email input").fill(there.colleague.email)
    ended.page.locator(".st-key-sign_in_password input").fill(PASSWORD)
    pages.at_the_door(ended).click()
    expect(ended.alert).to_contain_text(ended.t("Your access is closed. Please call the agency."))


def test_how_letters_look_and_reach_one(own_world, new_page, language):
    app, customer = own_world.app, own_world[language].customer
    admin = staff(own_world, new_page, language)
    admin.go("/settings")
    made = BytesIO()
    picture = Image.new("RGBA", (400, 100))
    ImageDraw.Draw(picture).rectangle((100, 40, 300, 60), fill="teal")
    picture.save(made, "PNG")
    logo = {"name": "logo.png", "mimeType": "image/png", "buffer": made.getvalue()}
    admin.page.locator(".st-key-upload_logo input[type=file]").set_input_files(logo)
    expect(admin.page.locator(".letterhead img").first).to_be_visible()
    bad = {"name": "logo.png", "mimeType": "image/png", "buffer": b"<svg onload=alert(1)>"}
    admin.page.locator(".st-key-upload_logo input[type=file]").set_input_files(bad)
    expect(admin.alert).to_contain_text(admin.t("Logo"))
    admin.button("Remove the logo").click()
    expect(admin.page.locator(".letterhead img")).to_have_count(0)
    admin.page.locator(".st-key-letterhead_colour [data-testid=stColorPickerBlock]").click()
    admin.page.locator("[data-testid=stColorPickerPopover] input").first.fill("#ffd700")
    admin.page.keyboard.press("Escape")
    admin.page.locator(".st-key-letterhead_save button").click()
    darker = admin.t(
        "White words on this colour would be hard to read. Letters use a darker shade of it: "
        "{shade}", shade="",
    )  # fmt: skip
    expect(admin.page.get_by_text(darker.strip())).to_be_visible()

    for tab, news in ((admin, "news_note"), (None, "news_answered")):
        reader = tab or as_(new_page(app, viewport="phone"), customer, app, language)
        reader.go("/settings")
        daily = reader.t("In one letter a day" if tab else "No letter")
        reader.choose(news, daily)
        reader.page.locator(".st-key-news_save").get_by_role("button").click()
        expect(reader.says("Saved")).to_be_visible()
        reader.go("/settings")
        chosen = reader.page.locator(f".st-key-{news}").get_by_role("combobox")
        expect(chosen).to_have_value(daily)


def test_the_last_administrator_stays_one(own_world, new_page, language):
    """In English: test_staff.py."""
    if language == "en":
        return
    admin = staff(own_world, new_page, language)
    admin.go("/")
    open_colleague(admin, ANNA)
    admin.button("Block").click()
    expect(admin.button("Re-activate")).to_be_visible()
    admin.jump("/staff")
    own = admin.page.get_by_role("row").filter(has_text=own_world[language].recruiter.email)
    own.get_by_role("link").click()
    pages.give_up_the_office(admin)
    expect(
        admin.says("This is the last active administrator. Make somebody else one first.")
    ).to_be_visible()
    open_colleague(admin, ANNA)
    admin.button("Re-activate").click()
    expect(admin.button("Block")).to_be_visible()


def open_colleague(tab, email):
    tab.jump("/staff")
    tab.page.get_by_role("row").filter(has_text=email).get_by_role("link").click()
    expect(tab.button("Block").or_(tab.button("Re-activate"))).to_be_visible()
