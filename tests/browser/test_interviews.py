"""An interview from the candidate's page to the customer's calendar, moved and called off."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.letters import answer_to
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import Plan, as_, open_world


@pytest.fixture(scope="module")
def own_world(start_app):
    return open_world(start_app, {name: Plan(name) for name in ("en", "uk", "ru")})


@pytest.mark.in_every_language
def test_scheduled_read_by_the_customer_moved_and_called_off(  # noqa: PLR0915 - one story
    own_world, new_page, language, clicks
):
    """On a phone the customer's calendar is a list; the recruiter opens it in his grid."""
    scene, app = own_world[language], own_world.app
    here = as_(new_page(app), scene.recruiter, app, language)
    customer = as_(new_page(app, viewport="phone"), scene.customer, app, language)
    name = scene.presented.name
    here.go("/")
    with clicks(here.page, "schedule an interview with letter and copy", role="recruiter", limit=5):
        here.way_to(scene.title).click()
        here.way_to(name).click()
        here.button("Schedule an interview").click()
        notify = here.t("Notify the customer by email about this interview")
        expect(here.dialog.get_by_label(notify).first).to_be_checked()
        here.dialog.get_by_label(here.t("Place, number or link")).fill("https://meet.example/room")
        here.dialog.get_by_label(here.t("Private comment")).fill("Among ourselves")
        here.button("Schedule", here.dialog).click()
        expect(here.dialog).to_have_count(0)
    expect(here.page.locator(".history a")).to_contain_text("10:00–11:00")

    customer.go("/vacancies")  # it stands there once it can no longer be undone
    customer.place("Calendar").click()
    ahead = customer.page.locator(".history a", has_text=name)
    expect(ahead).to_be_visible(timeout=30_000)
    expect(customer.page.locator("iframe")).to_have_count(0)
    ahead.click()
    expect(customer.dialog.get_by_text("https://meet.example/room")).to_be_visible()
    expect(customer.dialog.get_by_text("Among ourselves")).to_have_count(0)
    expect(customer.button("Reschedule", customer.dialog)).to_have_count(0)

    _answer_from_the_letter(new_page(app, viewport="phone"), scene, app, here.t)
    here.go("/calendar?view=month&on=" + _soon())
    grid = here.page.frame_locator("iframe[title*='calendar']")
    grid.locator(".fc-event", has_text=name).first.click()
    expect(here.dialog.get_by_text("Friday, <b>after lunch</b>")).to_be_visible()
    here.button("Reschedule", here.dialog).click()
    expect(here.dialog.get_by_text(here.t("Who takes part"))).to_be_visible()
    wait_until_drawn(here.page)
    clock = here.dialog.get_by_label(here.t("Time"), exact=True)
    clock.locator("[role=spinbutton]").first.click()
    here.page.keyboard.type("1730")
    here.page.keyboard.press("Tab")
    expect(here.dialog.get_by_text("17:30–18:30")).to_be_visible()
    here.button("Reschedule", here.dialog).click()
    expect(here.dialog).to_have_count(0)
    moved = grid.locator(".fc-event", has_text=name).first
    expect(moved).to_contain_text("17:30")  # the grid has fetched it, nothing was loaded anew
    customer.go("/calendar")
    expect(ahead).to_contain_text("17:30–18:30", timeout=30_000)

    here.go(scene.presented.address)
    here.page.locator(".history a").first.click()
    here.button("Cancel the interview", here.dialog).click()
    expect(here.says("It stays in the calendar as cancelled.")).to_be_visible()
    here.button("Cancel the interview", here.dialog).click()
    expect(here.dialog).to_have_count(0)
    customer.go("/calendar")
    expect(customer.page.locator(".history time").first).to_have_text(customer.t("Cancelled"))


def _answer_from_the_letter(page, scene, app, t):
    """Whoever has the letter answers it, signed in nowhere; reloading answers nothing anew."""
    page.goto(app.url + answer_to(app.data_dir, scene.customer.email, "propose"))
    expect(page.locator(".told")).to_contain_text(scene.presented.name)
    page.get_by_label(t("Which times suit you?")).fill("Friday, <b>after lunch</b>")
    page.get_by_role("button", name=t("Propose other times")).click()
    said = page.get_by_text(t("You have proposed other times. We will get back to you."))
    expect(said).to_be_visible()
    page.reload()
    expect(said).to_be_visible()
    page.get_by_role("link", name=t("Seen")).click()
    expect(page.get_by_role("button", name=t("Seen"))).to_be_visible()


def _soon() -> str:
    """A day of the month of the next working day, which the form begins with."""
    day = datetime.now(UTC).date() + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day.isoformat()
