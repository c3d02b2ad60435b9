"""An interview on the night when Kyiv's clock is set back: three people, each by his own clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import expect

from db.models import Candidate, User
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import Plan, as_, open_world
from tests.factories import alter

pytestmark = pytest.mark.wide


@pytest.fixture(scope="module")
def own_world(start_app):
    """The customer lives by the clock of New York, her colleague by Lisbon's."""

    def zones(house, scenes):
        for scene in scenes.values():
            her = {"time_zone": "America/New_York", "contacts_hidden": True}
            alter(house, User, scene.customer.id, **her)
            alter(house, User, scene.colleague.id, time_zone="Europe/Lisbon")
            alter(house, Candidate, scene.presented.id, time_zone="America/New_York")

    return open_world(start_app, {name: Plan(name) for name in ("en", "uk", "ru")}, zones)


def night_of_change():
    """The last Sunday of the next October."""
    last = date(datetime.now(UTC).year + 1, 10, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


@pytest.mark.in_every_language("duckdb")
def test_an_hour_that_is_shown_twice_is_one_hour_for_everybody(own_world, new_page, language):
    scene, app, night = own_world[language], own_world.app, night_of_change()
    here = as_(new_page(app), scene.recruiter, app, language)
    hidden = as_(new_page(app), scene.customer, app, language)
    sees_all = as_(new_page(app), scene.colleague, app, language)
    here.go(scene.presented.address)
    here.button("Schedule an interview").click()
    day = here.dialog.get_by_label(here.t("Date"), exact=True)
    day.locator("[role=spinbutton]").first.click()
    here.page.keyboard.type(f"{night:%d%m%Y}")
    here.page.keyboard.press("Tab")
    clock = here.dialog.get_by_label(here.t("Time"), exact=True)
    clock.locator("[role=spinbutton]").first.click()
    here.page.keyboard.type("0330")
    here.page.keyboard.press("Tab")
    second = here.t("The second one, after it")
    here.dialog.get_by_text(second).click()
    # by the clocks of candidate and customers, too, before it is scheduled
    expect(here.dialog.get_by_text("01:30 (UTC+0)–02:30 (UTC+0)")).to_be_visible()
    expect(here.dialog.get_by_text("21:30–22:30")).to_be_visible()
    place = here.dialog.get_by_label(here.t("Place, number or link"))
    place.fill(f"Khreshchatyk 1, {scene.phone}")
    place.press("Tab")
    wait_until_drawn(here.page)
    here.button("Schedule", here.dialog).click()
    expect(here.dialog).to_have_count(0)
    expect(here.page.locator(".history a")).to_contain_text("03:30 (UTC+2)–04:30 (UTC+2)")

    seen = f"/calendar?view=list&on={night - timedelta(days=2)}"
    for tab, hours in ((hidden, "21:30–22:30"), (sees_all, "01:30 (UTC+0)–02:30 (UTC+0)")):
        tab.go(seen)
        line = tab.page.locator(".history a", has_text=scene.presented.name)
        expect(line).to_contain_text(hours, timeout=30_000)
        line.click()
        expect(tab.dialog.get_by_text("Khreshchatyk 1").first).to_be_visible()
        expect(tab.dialog.get_by_text("(UTC+2)").first).to_be_visible()
    digits = scene.phone[-7:]
    expect(sees_all.dialog.get_by_text(digits).first).to_be_visible()
    expect(hidden.dialog.get_by_text(digits)).to_have_count(0)
