"""Coming back in without the password: links by letter, used once; where a link may end."""

from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from db.engine import open_database
from db.models import AccessLink, LinkRequest, SignInSession, SignInTicket
from tests.browser import pages
from tests.browser.letters import letter_with, letters, link_to, open_letter, words_of
from tests.browser.pages import Tab
from tests.browser.plain_http import ask
from tests.browser.support.clicks import Clicks
from tests.browser.support.door import sign_in
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import PASSWORD, Plan, Scene, as_, open_world
from tests.factories import stored
from tests.house import House, TestClock

pytestmark = pytest.mark.only_on("duckdb")

NEW = "Ключ від нової хати 🗝"


@pytest.fixture(scope="module")
def own_world(start_app):
    """A world of this file's own: links asked for are counted per address."""
    plans = {name: Plan(name, presented=3) for name in ("en", "uk", "ru")}
    return open_world(start_app, plans | {"link": Plan(), "closed": Plan(blocked=True)})


def ask_for(tab: Tab, email: str, button: str) -> None:
    """From the sign-in page to the words that a letter is on its way."""
    tab.go("/sign-in")
    tab.link("Come in without the password").click()
    tab.expect_page("Come in without the password")
    tab.page.locator(".st-key-forgot_email input").fill(email)
    tab.button(button).click()
    expect(
        tab.says(
            "If {email} has access here, a letter with a link is on its way. Look into the spam "
            "folder, too.",
            email=email,
        )
    ).to_be_visible()


@pytest.mark.in_every_language
def test_a_customer_comes_in_by_a_link_and_answers_by_another(
    own_world, new_page, clicks, language
):
    scene, app = own_world[language], own_world.app
    tab = Tab(new_page(app, language=language, viewport="phone"), language)
    task = "come back with the password forgotten"
    with clicks(tab.page, task, role="customer", limit=4):
        ask_for(tab, scene.customer.email, "Send me a sign-in link")
        way = link_to(app.data_dir, scene.customer.email, "enter")
        letter = letter_with(app.data_dir, scene.customer.email, "/enter?")
        subject = tab.t("{agency}: sign in without a password", agency="Clear People")
        assert subject in words_of(letter)
        open_letter(tab.page, letter, "/enter").click()
        expect(tab.heading(tab.t("Hello, {name}!", name=scene.customer.name))).to_be_visible()
        tab.button("Sign in").click()
        tab.expect_page("My vacancies")
    cookie = next(one for one in tab.page.context.cookies() if one["name"] == "candela_sid")
    assert 59 < (cookie["expires"] - tab.page.evaluate("Date.now() / 1000")) / 86_400 <= 60

    other = Tab(new_page(app, language=language), language)
    other.go(way)
    expect(other.says("This link has been used already. Please sign in.")).to_be_visible()
    expect(other.way_to("+380 44 555 01 00")).to_be_visible()
    other.button("Get a new link").click()
    expect(other.says("A letter with a new link is on its way to your e-mail.")).to_be_visible()
    assert link_to(app.data_dir, scene.customer.email, "enter", after=1) != way
    answer_three(tab, scene, letter_with(app.data_dir, scene.customer.email, "/vacancy?"), clicks)


def answer_three(tab: Tab, scene: Scene, letter: EmailMessage, clicks: Clicks) -> None:
    """From the letter about those presented to him, on a device that knows him, to all of them."""
    way_in, answered = open_letter(tab.page, letter, "/vacancy?"), []
    task = "from the letter to three candidates answered"
    with clicks(tab.page, task, role="customer", limit=7):
        way_in.click()
        expect(tab.heading(scene.title)).to_be_visible()
        tab.page.locator(".cards a").first.click()
        for place in (1, 2, 3):
            expect(tab.says("{number} of {count}", number=place, count=3)).to_be_visible()
            wait_until_drawn(tab.page)
            answered.append(tab.page.locator(".candidate-head h1").inner_text())
            pages.write_note(tab, f"Let us meet {answered[-1]}")
            if place < 3:
                tab.link("Next candidate").last.click()
    assert answered[1:] == [scene.bare.name, scene.presented.name]
    tab.link("Previous candidate").last.press("Enter")  # by keys the way on keeps the focus
    expect(tab.heading(scene.bare.name)).to_be_visible()
    expect(tab.link("Previous candidate").last).to_be_focused()
    expect(pages.note(tab, f"Let us meet {scene.bare.name}")).to_be_visible()


@pytest.mark.in_every_language
def test_a_recruiter_replaces_a_forgotten_password(own_world, new_page, language):
    scene, app = own_world[language], own_world.app
    elsewhere = as_(new_page(app, language=language), scene.recruiter, app, language)
    elsewhere.go("/vacancies")
    tab = Tab(new_page(app, language=language), language)
    ask_for(tab, scene.recruiter.email.upper(), "Set a new password")
    way = link_to(app.data_dir, scene.recruiter.email, "set-password")
    tab.go(way)
    tab.expect_page("Set a new password")
    field = tab.page.locator(".st-key-new_password input")
    field.fill("Password1234!")
    tab.button("Save and sign in").click()
    expect(tab.alert).to_contain_text(tab.t("Password"))
    field.fill(NEW)
    tab.button("Save and sign in").click()
    tab.expect_page("Vacancies")
    pages.expect_only_the_door(elsewhere)  # that session is over, and its page is told so
    sign_in(elsewhere.page, scene.recruiter.email, NEW)
    elsewhere.expect_page("Vacancies")


def test_nobody_learns_who_has_an_account(own_world, new_page):
    said = []
    scene = own_world["closed"]
    for email in ("nobody@nowhere.example", scene.customer.email):
        tab = Tab(new_page(own_world.app))
        ask_for(tab, email, "Set a new password")
        said.append(tab.seen().replace(email, "…"))
    assert said[0] == said[1]
    assert not [one for one in letters(own_world.app.data_dir) if "nobody@" in str(one["To"])]


def test_scanners_change_nothing_on_any_kind_of_link(own_world, new_page):
    """Fifty requests as mail scanners make them; then the link still works, once."""
    scene, app = own_world["link"], own_world.app
    tab = Tab(new_page(app))
    ask_for(tab, scene.customer.email, "Send me a sign-in link")
    enter = link_to(app.data_dir, scene.customer.email, "enter")
    ask_for(tab, scene.customer.email, "Set a new password")
    password = link_to(app.data_dir, scene.customer.email, "set-password", after=1)
    kinds = {"invitation": scene.invitation, "enter": enter, "password": password}
    before = state(app)
    for number in range(50):
        for way in kinds.values():
            method = ("GET", "HEAD")[number % 2]
            answer = ask(app, way, method=method, Accept="text/html", User_Agent="LinkScanner/1.0")
            assert answer.status in {200, 404, 405}, way
            assert "set-cookie" not in answer.headers
    for way in kinds.values():
        answer = ask(app, way, method="POST", body="token=x", Origin=app.url)
        assert answer.status in {403, 404, 405}, way
    assert state(app) == before
    # Open in two windows and pressed in both, it is used once.
    tabs = [Tab(new_page(app)) for _ in range(2)]
    for tab in tabs:
        tab.go(enter)
        expect(tab.button("Sign in")).to_be_visible()
    tabs[0].button("Sign in").click()
    tabs[0].expect_page("My vacancies")
    tabs[1].button("Sign in").click()
    expect(tabs[1].says("This link has been used already. Please sign in.").first).to_be_visible()
    new = [one for one in state(app)["tickets"] if one not in before["tickets"]]
    assert [user_id for _, user_id in new] == [scene.customer.id]


def state(app):
    """What a link could have changed; the app is stopped for the look at its database."""
    app.stop()
    given = app._environment.get("CANDELA_DATABASE_URL")

    class Opened:
        database = open_database(given or f"duckdb:///{app.data_dir}/candela.duckdb")

    house = House(Opened(), TestClock())
    found = {
        "links": [
            (one.id, one.used_at, one.opened_at, one.expires_at)
            for one in stored(house, AccessLink)
        ],
        "tickets": [(one.id, one.user_id) for one in stored(house, SignInTicket)],
        "sessions": [(one.id, one.ended_at) for one in stored(house, SignInSession)],
        "requests": len(stored(house, LinkRequest)),
    }
    Opened.database.close()
    app.start()
    return found


def test_a_blocked_person_reads_whom_to_call_and_gets_no_button(own_world, new_page):
    scene = own_world["closed"]
    tab = Tab(new_page(own_world.app))
    tab.go(scene.invitation)
    expect(tab.says("Your access is closed. Please call the agency.")).to_be_visible()
    expect(tab.page.locator(".reach")).to_contain_text("Oksana")
    expect(tab.way_to("+380 44 555 01 00")).to_be_visible()
    expect(tab.button("Get a new link")).to_have_count(0)
    expect(tab.link("Get a new link")).to_have_count(0)
    expect(tab.page.locator("input")).to_have_count(0)


@pytest.mark.parametrize("way", ["/enter", "/enter?token=guessed", "/set-password?token=guessed"])
def test_an_unknown_link_leads_to_a_new_one(own_world, new_page, way):
    tab = Tab(new_page(own_world.app))
    tab.go(way)
    expect(
        tab.says(
            "It may have been cut off on the way: copy it whole from the letter, or get a new one."
        )
    ).to_be_visible()
    tab.link("Get a new link").click()
    tab.expect_page("Come in without the password")


def test_one_changes_the_password_and_ends_other_sessions(own_world, new_page):
    scene, app = own_world["link"], own_world.app
    phone = Tab(new_page(app, viewport="phone"))
    sign_in(phone.page, scene.colleague.email, PASSWORD)
    phone.expect_page("My vacancies")
    tab = Tab(new_page(app))
    sign_in(tab.page, scene.colleague.email, PASSWORD)
    tab.go("/settings")
    listed = tab.page.locator("[class*='st-key-card_session_']")
    expect(listed).to_have_count(3)  # one is open from the start
    expect(listed.filter(has_text=tab.t("This device"))).to_have_count(1)
    expect(listed.filter(has_text="Chrome")).to_have_count(2)
    tab.page.locator(".st-key-password_old input").fill(PASSWORD)
    tab.page.locator(".st-key-password_new input").fill(NEW)
    before = session_in(tab)
    tab.button("Change the password").click()
    expect(tab.says("Your password is changed.")).to_be_visible()
    assert session_in(tab) != before, "a new secret"
    expect(listed).to_have_count(1)
    pages.expect_only_the_door(phone)  # told a moment later
    sign_in(phone.page, scene.colleague.email, NEW)
    tab.go("/settings")
    expect(listed).to_have_count(2)
    listed.get_by_role("button", name=tab.t("Sign out"), exact=True).click()
    expect(listed).to_have_count(1)
    pages.expect_only_the_door(phone)  # told at once
    tab.button("Sign out everywhere").click()
    pages.expect_only_the_door(tab)


def session_in(tab):
    """The secret of the session that this browser is signed in with."""
    return next(one["value"] for one in tab.page.context.cookies() if one["name"] == "candela_sid")
