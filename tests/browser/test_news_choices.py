"""How news reach one by letter: chosen in one's own settings, kept, in the reader's words."""

import pytest
from playwright.sync_api import expect

from tests.browser.world import as_

pytestmark = pytest.mark.only_on("duckdb")


def chosen(tab, key):
    """What stands in a choice box."""
    return tab.page.locator(f".st-key-{key}").get_by_role("combobox")


def test_a_recruiter_chooses_how_notes_reach_him(world, new_page):
    """In the other languages: test_people_paths.py."""
    tab = as_(new_page(world.app), world["labels en"].recruiter, world.app)
    tab.go("/settings")
    tab.choose("news_note", tab.t("In one letter a day"))
    tab.choose("news_hour", "18:00")
    tab.page.locator(".st-key-news_save").get_by_role("button").click()
    expect(tab.says("Saved")).to_be_visible()
    tab.go("/settings")
    expect(chosen(tab, "news_note")).to_have_value(tab.t("In one letter a day"))
    expect(chosen(tab, "news_hour")).to_have_value("18:00")


def test_a_customer_has_choices_of_his_own(world, new_page):
    tab = as_(new_page(world.app, viewport="phone"), world["labels en"].customer, world.app)
    tab.go("/settings")
    expect(tab.page.locator(".st-key-news_presented")).to_be_visible()
    expect(tab.page.locator(".st-key-news_moved")).to_have_count(0)
    tab.choose("news_answered", tab.t("No letter"))
    tab.page.locator(".st-key-news_save").get_by_role("button").click()
    expect(tab.says("Saved")).to_be_visible()
