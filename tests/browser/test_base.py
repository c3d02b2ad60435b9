"""The base on the screen: search, filter, choose, present, take away; the address keeps it all."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import Tab
from tests.browser.world import as_

pytestmark = pytest.mark.in_every_language("duckdb")

WIDTH = "document.documentElement.scrollWidth"


def box(tab: Tab):
    return tab.page.locator("[class*='st-key-candidates_search_'] input")


def search(tab: Tab, words: str) -> None:
    box(tab).fill(words)
    box(tab).press("Enter")


def names(tab: Tab):
    return tab.page.locator("table[data-rows='candidates'] tbody tr .who a")


def test_search_filter_choose_present_and_back(world, new_page, language):
    scene = world.told("base", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go("/candidates")
    everybody = names(tab).count()
    waiting = scene.waiting[0]
    first, last = waiting.name.split(" ", 1)

    # A part of the phone, written otherwise; then the name.
    search(tab, f"{last.upper()} {first[:3]}")
    expect(names(tab)).to_have_count(1)
    expect(names(tab)).to_have_text([waiting.name])
    assert "q=" in tab.page.url

    # A filter: the vacancy, chosen in its popover; it stands as a chip and in the address.
    tab.page.locator(".st-key-filter_place button").click()
    places = tab.page.locator(".st-key-filter_by_vacancy").get_by_role("combobox").last
    places.click()
    places.fill(scene.title)
    tab.page.get_by_role("option").first.click()
    chip = tab.page.locator(".chips.chosen").get_by_role("link").filter(has_text=scene.title)
    expect(chip).to_be_visible()
    assert "vacancy=" in tab.page.url
    tab.page.keyboard.press("Escape")
    shared = tab.page.url

    # The link can be sent: another tab shows the same.
    other = as_(new_page(world.app), scene.recruiter, world.app)
    other.go(shared)
    expect(names(other)).to_have_text([waiting.name])
    expect(box(other)).to_have_value(f"{last.upper()} {first[:3]}")

    # Open the candidate, come back: the list is as it was.
    tab.way_to(waiting.name).click()
    expect(tab.heading(waiting.name)).to_be_visible()
    tab.page.go_back()
    expect(chip).to_be_visible()
    expect(names(tab)).to_have_text([waiting.name])
    expect(box(tab)).to_have_value(f"{last.upper()} {first[:3]}")

    # Choose him and present him.
    tab.page.get_by_role("checkbox").nth(1).check()
    tab.button("Present to the customer").click()
    where = tab.dialog.get_by_role("combobox").last
    where.click()
    where.fill(scene.title)
    tab.page.get_by_role("option").first.click()
    tab.button("Next", tab.dialog).click()
    tab.button_to_present(1).click()
    expect(tab.dialog).to_have_count(0)
    expect(tab.button("Undo")).to_be_visible()

    # Back, step by step: without the filter, without the words.
    chip.click()
    expect(chip).to_have_count(0)
    tab.page.go_back()
    expect(chip).to_be_visible()
    tab.link("Show all").click()
    expect(names(tab)).to_have_count(everybody)
    expect(box(tab)).to_have_count(1)  # for a moment the one with the words stands beside it
    expect(box(tab)).to_have_value("")


def test_the_chosen_ones_are_taken_away_as_a_file(world, new_page, language):
    scene = world.told("base", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go("/candidates")
    search(tab, scene.presented.name)
    expect(names(tab)).to_have_text([scene.presented.name])
    tab.page.get_by_role("checkbox").nth(1).check()
    with tab.page.expect_download() as download:
        tab.page.get_by_role("link", name="CSV").click()
    content = download.value.path().read_bytes().decode("utf-8-sig")
    sign = "," if language == "en" else ";"  # as a spreadsheet of that language opens it
    rows = list(csv.reader(io.StringIO(content), delimiter=sign))
    assert [row[0] for row in rows[1:]] == [scene.presented.name]
    assert re.search(r"'\+380", content)


def test_on_a_phone_the_list_fits(world, new_page, language):
    scene = world.told("base", language)
    tab = as_(new_page(world.app, viewport="phone"), scene.recruiter, world.app)
    tab.go("/candidates")
    expect(names(tab).first).to_be_visible()
    assert tab.page.evaluate(WIDTH) <= 390
    tab.page.locator(".st-key-filter_more button").click()
    expect(tab.page.locator(".st-key-filter_by_city")).to_be_visible()
    assert tab.page.evaluate(WIDTH) <= 390


def test_whoever_comes_in_again_is_said_and_updated(world, new_page, language):
    scene = world.told("twins", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go("/candidate-edit")
    tab.tab("Pasted text").click()
    email = f"again@{language}.example"
    pasted = tab.page.locator(".st-key-candidate_new_pasted textarea")
    pasted.fill(f"{scene.presented.name}\nChief engineer\nTel. {scene.phone}\n{email}")
    tab.button("Read the text").click()
    said = "Perhaps in the base already: {name} ({reasons})."
    name, reasons = scene.presented.name, tab.t("same phone")
    expect(tab.says(said, name=name, reasons=reasons)).to_be_visible()
    known = tab.page.locator("table.beside")
    expect(known).to_contain_text("Python engineer")
    expect(known).to_contain_text(scene.title)
    expect(tab.button("Add candidate")).to_have_count(0)
    tab.button("Update this candidate").click()

    # His own page, from its top: what came in is added, what differs is offered.
    added = "What came in has been added below. Nothing is saved before you save the changes."
    expect(tab.says(added)).to_be_in_viewport()
    expect(tab.field("Headline")).to_have_value("Python engineer")
    take = tab.t("Take: {field}", field=tab.t("Headline"))
    tab.page.get_by_role("button", name=take, exact=True).click()
    expect(tab.field("Headline")).to_have_value("Chief engineer")
    tab.button("Save Changes").click()
    expect(tab.page.get_by_text("Chief engineer")).to_be_visible()
    expect(tab.link(email)).to_be_visible()
    assert len(pages_named(tab, scene.presented.name)) == 1


def pages_named(tab: Tab, name: str) -> list[str]:
    """How often this person is in the base."""
    tab.go("/candidates")
    search(tab, name)
    expect(names(tab).first).to_have_text(name)
    return names(tab).all_text_contents()
