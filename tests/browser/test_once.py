"""Pressed twice, or opened again right after: what was done is done once."""

import pytest
from playwright.sync_api import expect

from services.ids import key_text
from tests.browser import pages
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import as_

pytestmark = pytest.mark.in_every_language("duckdb")


@pytest.mark.parametrize("again", ["double click", "reload"])
def test_a_note_is_saved_once(world, new_page, language, again):
    scene = world.told("twice", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go(scene.presented.address)
    text = f"Saved once, {again}"
    tab.field("Note").fill(text)
    if again == "double click":
        tab.button("Save note").dblclick()
        expect(pages.note(tab, text)).to_be_visible()
    else:
        tab.button("Save note").click()
        expect(pages.note(tab, text)).to_be_visible()
        tab.page.reload()
    wait_until_drawn(tab.page)
    tab.go(scene.presented.address)
    expect(pages.note(tab, text)).to_have_count(1)


@pytest.mark.thorough
def test_what_is_typed_while_a_note_is_saved_goes_on_in_the_next_one(world, new_page, language):
    scene = world.told("twice", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go(scene.presented.address)
    tab.field("Note").fill("One thought")
    # in one breath: the button, and further words before anything can have been answered
    tab.button("Save note").evaluate(
        """button => {
            document.activeElement.blur()
            button.click()
            document.querySelector('[class*="st-key-note_"][class*="_body"] textarea').focus()
            document.execCommand("insertText", false, " and another")
        }"""
    )
    expect(pages.note(tab, "One thought")).to_be_visible()
    expect(tab.field("Note")).to_have_count(1)
    expect(tab.field("Note")).to_have_value("and another")
    tab.button("Save note").click()
    expect(pages.note(tab, "and another")).to_be_visible()
    expect(tab.field("Note")).to_have_value("")
    expect(pages.note(tab, "One thought and another")).to_have_count(0)


@pytest.mark.thorough
def test_what_is_being_typed_goes_on_when_somebody_elses_note_arrives(world, new_page, language):
    scene = world.told("twice", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go(scene.presented.address)
    tab.field("Note").press_sequentially("Not yet wri")
    customer = as_(new_page(world.app), scene.customer, world.app)
    customer.go(scene.presented.address)
    pages.write_note(customer, "Meanwhile")
    expect(pages.note(tab, "Meanwhile")).to_be_visible()
    wait_until_drawn(tab.page)
    tab.page.keyboard.type("tten")
    expect(tab.field("Note")).to_have_value("Not yet written")


def test_a_candidate_is_presented_once_and_added_once(world, new_page, language):
    scene = world.told("twice", language)
    (waiting,) = scene.waiting
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go(waiting.address)
    tab.button("Present to the customer").click()
    tab.button_to_present(1).dblclick()
    expect(tab.dialog).to_have_count(0)
    wait_until_drawn(tab.page)
    tab.page.reload()
    wait_until_drawn(tab.page)
    tab.papers("History")
    for once in (
        tab.t("Presented to the customer"),
        tab.t("Moved from “{before}” to “{stage}”", before=tab.t("Longlist"), stage=tab.t("New")),
    ):
        expect(tab.page.locator(".history > li").filter(has_text=once)).to_have_count(1)

    tab.go(f"/candidate-edit?vacancy={key_text(scene.vacancy)}")
    tab.field("First name").fill("Twice")
    tab.field("Last name").fill("Clicked")
    tab.button("Add candidate").dblclick()
    expect(tab.heading("Twice Clicked")).to_be_visible()
    wait_until_drawn(tab.page)
    tab.page.reload()
    expect(tab.heading("Twice Clicked")).to_be_visible()
    tab.go(scene.vacancy_address)
    expect(tab.way_to("Twice Clicked")).to_have_count(1)
