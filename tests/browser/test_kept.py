"""What staff keep for themselves: the agency's words, filters of one's own, what follows "Hired".

Every day their pages are tried without a browser; the wide run tells them as people walk them.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.pages import Tab
from tests.browser.world import as_

pytestmark = [pytest.mark.in_every_language, pytest.mark.wide]

NAMES = {"en": "Ledger", "ru": "Леджер", "uk": "Леджерна"}


def skills(tab: Tab):
    """The skills that stand on a candidate's page."""
    return tab.page.locator(".chips").first


def add_skill(tab: Tab, address: str, word: str) -> None:
    """Edit applicant’s profile: one skill more."""
    tab.go(address.replace("/candidate?", "/candidate-edit?"))
    box = tab.page.locator("[class*='st-key-candidate_'][class*='_skills']").get_by_role("combobox")
    box.fill(word)
    box.press("Enter")
    box.press("Tab")  # the open list covers the rest
    tab.button("Save Changes").click()
    expect(skills(tab)).to_contain_text(word)


def test_a_word_is_named_merged_split_and_archived(world, new_page, language):
    scene = world.told("words", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    word, other = f"Ledger books {language}", f"Ledgers {language}"
    add_skill(tab, scene.presented.address, word)
    add_skill(tab, scene.bare.address, other)

    # A name in each language: whoever has the word is read under it at once.
    tab.go("/settings")
    tab.link("Skills and categories").click()
    tab.way_to(word).click()
    for field, name in (("In English", "en"), ("In Russian", "ru"), ("In Ukrainian", "uk")):
        tab.field(field).fill(f"{NAMES[name]} {language}")
    tab.button("Save Changes").click()
    mine = f"{NAMES[language]} {language}"
    expect(tab.heading(mine)).to_be_visible()
    customer = as_(new_page(world.app, viewport="phone"), scene.customer, world.app)
    customer.go(scene.presented.address)
    expect(customer.page.locator(".chips").get_by_text(mine, exact=True)).to_be_visible()

    # The other spelling becomes the same word, and a word of its own again.
    tab.choose("word_into_", other)
    tab.button("Merge").click()
    expect(tab.heading(other)).to_be_visible()
    customer.go(scene.presented.address)
    expect(customer.page.locator(".chips").get_by_text(other, exact=True)).to_be_visible()
    tab.choose("word_split_", mine)
    tab.button("Split").click()
    expect(tab.button("Split")).to_have_count(0)
    customer.go(scene.presented.address)
    expect(customer.page.locator(".chips").get_by_text(mine, exact=True)).to_be_visible()

    tab.button("Archive").click()
    expect(tab.button("Offer it again")).to_be_visible()
    tab.go("/vocabulary")
    line = tab.page.get_by_role("row").filter(has_text=other)
    expect(line).to_contain_text(tab.t("archived"))


def test_a_filter_is_kept_opened_and_forgotten(world, new_page, language):
    scene = world.told("base", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go(f"/candidates?q={scene.bare.name.replace(' ', '+')}")
    mine = tab.button("My filters")
    mine.click()
    tab.field("Keep the list as it is filtered now").fill("Моє <b>")
    tab.page.get_by_role("button", name=tab.t("Save"), exact=True).click()
    expect(tab.way_to("Моє <b>")).to_be_visible()
    tab.page.keyboard.press("Escape")

    other = as_(new_page(world.app), world.administrator, world.app)
    other.go("/candidates")
    other.button("My filters").click()
    expect(other.says("None yet: filter the list and keep it here.")).to_be_visible()

    tab.go("/candidates")
    mine.click()
    tab.way_to("Моє <b>").click()
    tab.page.keyboard.press("Escape")
    rows = tab.page.locator("table[data-rows='candidates'] tbody tr .who a")
    expect(rows).to_have_text([scene.bare.name])
    expect(tab.page).to_have_url(re.compile("q="))
    mine.click()
    tab.choose("saved_filter_gone", "Моє <b>")
    tab.button("Remove").click()
    expect(tab.way_to("Моє <b>")).to_have_count(0)


def test_after_hired_the_first_day_and_the_guarantee_are_kept(world, new_page, language):
    scene = world.told("hired", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go(scene.presented.address)
    expect(tab.button("First day and guarantee")).to_have_count(0)
    pages.move_to(tab, "Hired")
    tab.button("First day and guarantee").click()
    for end, day in (("on", "05122031"), ("until", "05032032")):
        tab.dialog.locator(f"[class*='st-key-hired_'][class*='_{end}']").get_by_role(
            "spinbutton"
        ).first.click()
        tab.page.keyboard.type(day)
        tab.dialog.get_by_role("heading").click()  # the open calendar covers the rest
    tab.button("Save Changes", tab.dialog).click()
    expect(tab.dialog).to_have_count(0)
    for chip in ("starts {day}", "guarantee until {day}"):
        before = tab.t(chip, day="\0").partition("\0")[0].strip()
        expect(tab.page.locator(".chip").filter(has_text=before)).to_contain_text("203")
    customer = as_(new_page(world.app, viewport="phone"), scene.customer, world.app)
    customer.go(scene.presented.address)
    expect(customer.heading(scene.presented.name)).to_be_visible()
    assert "2032" not in customer.seen()
