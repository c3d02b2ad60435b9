"""At the door: set-up, passwords, personal links, sessions."""

import re
import secrets

import pytest
from playwright.sync_api import expect

from db.engine import open_database
from db.models import User
from services.viewer import Role
from tests.browser import pages
from tests.browser.pages import Tab
from tests.browser.plain_http import ask
from tests.browser.support.door import sign_in
from tests.browser.world import AGENCY, COOKIE, PASSWORD, Plan, as_, open_world
from tests.factories import stored
from tests.house import House, TestClock

WRONG = "not the password at all"
AGENCY_PHONE = "+380 44 555 01 00"


def try_to_sign_in(tab: Tab, email: str, password: str) -> str:
    """Fill the form in and press; what the door says to it."""
    before = tab.alert.text_content() if tab.alert.count() else ""
    tab.page.locator(".st-key-sign_in_email input").fill(email)
    tab.page.locator(".st-key-sign_in_password input").fill(password)
    pages.at_the_door(tab).click()
    expect(tab.alert).not_to_have_text(before)
    return str(tab.alert.inner_text())


@pytest.fixture(scope="module")
def own_world(start_app):
    """A world whose door may be locked: failures are counted per address, too."""
    return open_world(start_app, {"lock": Plan()})


@pytest.mark.only_on("duckdb")
def test_wrong_passwords_are_counted_in_the_same_words_for_everybody(own_world, new_page):
    scene, app = own_world["lock"], own_world.app
    tab = Tab(new_page(app))
    tab.go("/")
    said = [
        try_to_sign_in(tab, email, WRONG)
        for email in (
            scene.customer.email,
            "nobody@nowhere.example",
            scene.customer.email.upper(),
            scene.recruiter.email,
        )
    ]
    assert len({re.sub(r"\d", "#", words) for words in said}) <= 2, said  # "attempts", "attempt"
    assert len({words.splitlines()[-2] for words in said}) == 1, said
    assert [re.search(r"(\d) attempt", words)[1] for words in said] == list("4321")
    try_to_sign_in(tab, "nobody@nowhere.example", WRONG)
    locked = try_to_sign_in(tab, scene.customer.email, PASSWORD)
    assert tab.t("Too many attempts. Signing in is closed for a while.") in locked
    assert re.search(r"Try again in 1[45] minutes\.", locked)

    app.stop()  # the counters are kept in the database
    app.start()
    again = Tab(new_page(app))
    again.go("/")
    assert try_to_sign_in(again, scene.customer.email, PASSWORD).startswith(locked[:40])
    expect(pages.at_the_door(again)).to_be_visible()


@pytest.mark.only_on("duckdb")
def test_a_blocked_customer_reads_that_access_is_closed_and_whom_to_call(world, new_page):
    tab = Tab(new_page(world.app))
    tab.go("/vacancies")
    said = try_to_sign_in(tab, world["closed"].customer.email, PASSWORD)
    assert tab.t("Your access is closed. Please call the agency.") in said
    expect(tab.way_to(AGENCY_PHONE)).to_have_attribute("href", "tel:+380445550100")
    pages.expect_only_the_door(tab)


@pytest.mark.only_on("duckdb")
def test_a_password_link_works_once(world, new_page):
    scene = world["links"]
    tab = Tab(new_page(world.app))
    tab.go(scene.invitation)
    expect(tab.page.get_by_text(scene.customer.email)).to_be_visible()
    tab.go(scene.invitation)  # opening it changes nothing, however often
    password = tab.page.locator(".st-key-new_password input")
    password.fill("short")
    tab.button("Save and sign in").click()
    expect(tab.alert).to_contain_text("12")
    password.fill("Ключ від нової хати 🗝")
    tab.button("Save and sign in").click()
    tab.expect_page("My vacancies")
    tab.go(scene.invitation)  # the letter as a bookmark: it leads inside
    tab.expect_page("You are signed in already")
    tab.link("To the start page").click()
    tab.expect_page("My vacancies")

    other = Tab(new_page(world.app))
    other.go(scene.invitation)
    expect(other.says("This link has been used already. Please sign in.")).to_be_visible()
    expect(other.page.locator("input[type=password]")).to_have_count(0)
    other.link("Sign in").click()
    sign_in(other.page, scene.customer.email, "Ключ від нової хати 🗝")
    other.expect_page("My vacancies")


@pytest.mark.only_on("duckdb")
@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("too old", "This link is too old."),
        ("closed", "Your access is closed. Please call the agency."),
        (
            "unknown",
            "It may have been cut off on the way: copy it whole from the letter, or get a new one.",
        ),
        (
            "none",
            "It may have been cut off on the way: copy it whole from the letter, or get a new one.",
        ),
    ],
)
def test_a_password_link_that_opens_nothing_says_why_and_whom_to_call(world, new_page, link, words):
    made_up = {"unknown": f"/set-password?token={secrets.token_urlsafe(32)}"}
    addresses = made_up | {"none": "/set-password"}
    tab = Tab(new_page(world.app))
    tab.go(addresses.get(link) or world[link].invitation)
    expect(tab.says(words)).to_be_visible()
    expect(tab.page.locator("input[type=password]")).to_have_count(0)
    expect(tab.way_to(AGENCY_PHONE)).to_be_visible()
    expect(tab.link("Sign in")).to_have_count(0 if link == "closed" else 1)


@pytest.mark.only_on("postgresql")
def test_two_browsers_racing_through_set_up_leave_one_administrator(start_app, new_page):
    urls = []
    app = start_app(lambda url, _data_dir: urls.append(url))
    code = re.search(r"code: (\S+)", app.said())[1]
    tabs = [Tab(new_page(app)) for _ in range(2)]
    for number, tab in enumerate(tabs):
        pages.fill_set_up(
            tab,
            code=code,
            agency=AGENCY,
            name=f"Anna {number}",
            email=f"anna{number}@clear.example",
            password=PASSWORD,
        )
    for tab in tabs:
        tab.button("Set up").click(no_wait_after=True)
    late = "Candela has been set up already. Please sign in."
    for tab in tabs:
        inside = tab.heading(tab.t("Vacancies"))
        refused = tab.says(late).or_(pages.at_the_door(tab))
        expect(inside.or_(refused).first).to_be_visible(timeout=60_000)
    fresh = Tab(new_page(app))
    fresh.go("/set-up")
    pages.expect_only_the_door(fresh)  # the set-up page works once
    app.stop()
    house = House(_only_database(urls[0]), TestClock())
    people = stored(house, User)
    house.installation.database.close()
    assert [one.role for one in people] == [Role.ADMINISTRATOR]
    app.start()
    sign_in(fresh.page, people[0].email, PASSWORD)
    fresh.expect_page("Vacancies")


def _only_database(url):
    class Opened:
        database = open_database(url)

    return Opened()


@pytest.mark.only_on("duckdb")
def test_a_deep_link_survives_signing_in_and_reloading(world, new_page):
    scene = world["deep link"]
    tab = Tab(new_page(world.app))
    tab.go(scene.presented.address)
    pages.expect_only_the_door(tab)
    assert scene.presented.name not in tab.page.content()
    sign_in(tab.page, scene.customer.email, PASSWORD)
    expect(tab.heading(scene.presented.name)).to_be_visible()
    assert tab.page.url == world.app.url + scene.presented.address
    tab.page.reload()
    expect(tab.heading(scene.presented.name)).to_be_visible()
    assert tab.page.url == world.app.url + scene.presented.address


@pytest.mark.only_on("duckdb")
def test_the_cookie_is_out_of_reach_and_lasts_only_where_asked(world, new_page):
    scene = world["deep link"]
    tab = Tab(new_page(world.app))
    sign_in(tab.page, scene.colleague.email, PASSWORD)
    cookie = cookie_of(tab)
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Lax", -1)
    assert COOKIE not in tab.page.evaluate("document.cookie")
    remembered = Tab(new_page(world.app))
    remembered.go("/")
    remembered.page.get_by_text(remembered.t("Remember me on this device")).click()
    sign_in(remembered.page, scene.colleague.email, PASSWORD)
    cookie = cookie_of(remembered)
    days = (cookie["expires"] - remembered.page.evaluate("Date.now() / 1000")) / 86_400
    assert 59 < days <= 60


def cookie_of(tab: Tab):
    return next(one for one in tab.page.context.cookies() if one["name"] == COOKIE)


@pytest.mark.only_on("duckdb")
def test_nobody_is_led_away_by_an_address(world, new_page):
    assert ask(world.app, "//evil.example/vacancies").status == 400
    tab = Tab(new_page(world.app))
    tab.go("/%5C%5Cevil.example?next=https://evil.example&id=//evil.example")
    sign_in(tab.page, world["deep link"].customer.email, PASSWORD)
    tab.expect_page("My vacancies")
    assert tab.page.url.startswith(f"{world.app.url}/")


FLASH = """
window.flashed = []
new MutationObserver(() => {
    if (document.querySelector(".st-key-sign_in_go, input[type=password]"))
        window.flashed.push(location.pathname)
}).observe(document, {childList: true, subtree: true})
"""


@pytest.mark.only_on("duckdb")
def test_no_flash_of_the_form_with_a_valid_cookie(world, new_page):
    scene = world["deep link"]
    stranger = Tab(new_page(world.app))
    stranger.page.add_init_script(FLASH)
    stranger.go("/vacancies")
    pages.expect_only_the_door(stranger)
    assert stranger.page.evaluate("window.flashed.length") > 0  # the observer does see it
    tab = as_(new_page(world.app), scene.customer, world.app)
    tab.page.add_init_script(FLASH)
    for address in ("/", scene.vacancy_address, scene.presented.address, "/sign-in", "/help"):
        tab.go(address)
        expect(tab.page.locator("nav.nav")).to_be_visible()
        assert tab.page.evaluate("window.flashed") == [], address


@pytest.mark.only_on("postgresql")
def test_a_used_ticket_opens_nothing_twice(world, new_page):
    """Replaying the request that set the cookie is refused."""
    tab = Tab(new_page(world.app))
    tickets = []
    tab.page.on(
        "request",
        lambda one: tickets.append(one.post_data) if one.url.endswith("/session/start") else None,
    )
    sign_in(tab.page, world["deep link"].colleague.email, PASSWORD)
    assert len(tickets) == 1
    answer = ask(
        world.app,
        "/session/start",
        method="POST",
        body=tickets[0],
        Origin=world.app.url,
        Content_Type="application/json",
    )
    assert answer.status == 403
    assert "set-cookie" not in answer.headers
