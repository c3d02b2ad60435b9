"""Customers of another company are tied knowingly, access ends by itself.

In the other languages, on the other database, and companies merged: test_people_paths.py.
"""

import pytest
from playwright.sync_api import expect

from services.ids import key_text
from tests.browser import pages
from tests.browser.world import as_

pytestmark = pytest.mark.only_on("duckdb")


def test_a_tie_across_companies_is_confirmed(world, new_page):
    scene, other = world["crossing"], world["elsewhere"]
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go(f"{scene.vacancy_address}&section=edit")
    box = tab.page.locator("[class*='st-key-vacancy_tie_']").get_by_role("combobox").last
    box.click()
    box.fill(other.customer.name)
    tab.page.get_by_role("option").first.click()
    asked = tab.page.locator(".st-key-card_tie_across")
    expect(asked).to_contain_text(f"{other.customer.name} (Elsewhere Ltd)")
    expect(asked).to_contain_text("(Crossing Ltd)")
    expect(asked).to_contain_text(tab.tn("{count} candidate", "{count} candidates", 2))
    expect(pages.tied_customer(tab, other.customer.name)).to_have_count(0)
    tab.button("Tie all the same").click()
    expect(pages.tied_customer(tab, other.customer.name)).to_be_visible()

    tab.button("Add new customer").click()
    pages.fill_customer(tab, tab.dialog, email="vira@initech.example", name="Vira")
    tab.field("Company or department", tab.dialog).fill("Initech")
    tab.button("Add new customer", tab.dialog).click()
    expect(tab.dialog).to_contain_text("Vira (Initech)")
    tab.button("Add all the same", tab.dialog).click()
    expect(pages.tied_customer(tab, "Vira")).to_be_visible()


def test_access_that_ends_with_the_vacancy_and_goes_on_by_hand(world, new_page):
    """On a phone, where the list and the page of a customer stand in one column."""
    scene = world["access ends"]
    tab = as_(new_page(world.app, viewport="phone"), scene.recruiter, world.app)
    tab.go(f"{scene.vacancy_address}&section=edit")
    tab.button("Close the vacancy").click()
    later = tab.tn("end it in {count} day", "end it in {count} days", 14)
    tab.choose(f"vacancy_close_access_{key_text(scene.customer.id)}", later)
    tab.button("Close the vacancy", tab.dialog).click()
    expect(tab.button("Re-open the vacancy")).to_be_visible()

    tab.go("/customers")
    assert tab.page.locator("table.rows").bounding_box()["width"] > 300
    tab.go(f"/customers?id={key_text(scene.customer.id)}")
    expect(tab.heading(scene.customer.name)).to_be_visible()
    expect(tab.page.get_by_role("link", name=scene.title)).to_be_visible()
    keep = tab.button("Keep the access")
    keep.click()
    expect(keep).to_have_count(0)
    tab.page.get_by_role("tab", name=tab.t("Candidates"), exact=True).click()
    expect(tab.page.get_by_role("link", name=scene.presented.name)).to_be_visible()
    tab.button("Block").click()
    devices = "{count} signed-in device is signed out"
    expect(tab.dialog).to_contain_text(
        tab.tn(devices, "{count} signed-in devices are signed out", 1)
    )
    tab.button("Block", tab.dialog).click()
    expect(tab.button("Re-activate")).to_be_visible()
