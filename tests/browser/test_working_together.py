"""Recruiter and customer on one candidate: notes undone and answered, words corrected, taken back.

What was typed when a session ended is there after the next sign-in.
"""

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.plain_http import ask
from tests.browser.world import PASSWORD, as_


@pytest.fixture
def tabs(world, new_page, language):
    """The recruiter's tab and the customer's, on the presented candidate of a scene."""

    def opened(name):
        scene = world.told(name, language)
        found = [
            as_(new_page(world.app), who, world.app) for who in (scene.recruiter, scene.customer)
        ]
        for tab in found:
            tab.go(scene.presented.address)
        return scene, *found

    return opened


@pytest.mark.in_every_language("duckdb")
def test_an_undone_note_is_told_to_nobody_and_its_words_come_back(tabs):
    _, staff, customer = tabs("note undone")
    pages.write_note(customer, "Said too early")
    customer.button("Undo").click()
    expect(pages.note(customer, "Said too early")).to_have_count(0)
    expect(customer.field("Note")).to_have_value("Said too early")
    staff.page.reload()
    expect(staff.field("Note")).to_be_visible()
    expect(pages.note(staff, "Said too early")).to_have_count(0)
    customer.button("Save note").click()
    expect(pages.note(staff, "Said too early")).to_be_visible(timeout=30_000)  # it came by itself


@pytest.mark.in_every_language
def test_a_note_is_answered_edited_and_withdrawn(tabs):
    _, staff, customer = tabs("note answered")
    pages.write_note(customer, "When can she start?")
    staff.page.reload()
    asked = pages.note(staff, "When can she start?")
    staff.link("Reply", asked).click()
    expect(staff.dialog).to_contain_text("When can she start?")
    staff.field("Note", staff.dialog).fill("In Mai")
    staff.dialog.get_by_text(staff.t("Don’t show this to customers"), exact=True).click()
    staff.button("Save note", staff.dialog).click()
    answer = pages.note(staff, "In Mai")
    expect(answer).to_have_class("note opened answer")
    staff.link("Edit", answer).click()
    staff.field("Note", staff.dialog).fill("In May")
    staff.button("Save Changes", staff.dialog).click()
    expect(pages.note(staff, "In May")).to_contain_text(staff.t("edited"))
    expect(pages.note(customer, "In May")).to_be_visible(timeout=30_000)
    expect(pages.note(customer, "In Mai")).to_have_count(0)
    staff.link("Withdraw", pages.note(staff, "In May")).click()
    staff.button("Withdraw", staff.dialog).click()
    expect(pages.note(staff, staff.t("This note was withdrawn"))).to_be_visible()
    customer.page.reload()
    expect(pages.note(customer, "When can she start?")).to_be_visible()
    expect(pages.note(customer, "In May")).to_have_count(0)


@pytest.mark.in_every_language("duckdb")
def test_what_was_typed_when_the_session_ended_is_there_again(world, new_page, tabs):
    scene, staff, customer = tabs("draft")
    second = as_(new_page(world.app), scene.customer, world.app)
    customer.page.route("**/live", lambda route: route.abort())
    customer.page.reload()
    field = customer.field("Note")
    field.click()
    field.press_sequentially("A long thought, not yet sa")
    second.go("/vacancies")
    pages.sign_out(second)
    pages.expect_only_the_door(second)
    customer.button("Save note").click()
    sign_in_again(customer, scene.customer)
    customer.go(scene.presented.address)
    expect(customer.field("Note")).to_have_value("A long thought, not yet sa")
    expect(pages.note(customer, "A long thought")).to_have_count(0)

    second = as_(new_page(world.app), scene.recruiter, world.app)
    begin_a_letter(staff, scene.customer)
    staff.field("Subject", staff.dialog).fill("Half a sub")
    pages.editor(staff).press_sequentially("Half a let")
    second.go("/vacancies")
    pages.sign_out(second)
    sign_in_again(staff, scene.recruiter)
    begin_a_letter(staff, scene.customer)
    expect(staff.field("Subject", staff.dialog)).to_have_value("Half a sub")
    expect(pages.editor(staff)).to_contain_text("Half a let")


def begin_a_letter(tab, customer):
    tab.go("/customers")
    tab.way_to(customer.name).click()
    tab.button("Write a letter").click()


def sign_in_again(tab, person):
    pages.expect_only_the_door(tab)
    tab.page.locator(".st-key-sign_in_email input").fill(person.email)
    tab.page.locator(".st-key-sign_in_password input").fill(PASSWORD)
    pages.at_the_door(tab).click()
    expect(tab.page.locator("nav.nav")).to_be_visible()


@pytest.mark.in_every_language
def test_the_customer_corrects_and_the_recruiter_accepts(tabs):
    scene, staff, customer = tabs("corrected")
    customer.button("Correct skills and categories").click()
    box = customer.dialog.get_by_role("combobox").first
    box.fill("Elixir")
    box.press("Enter")
    box.press("Tab")  # the open list covers the rest
    customer.button("Save Changes", customer.dialog).click()
    expect(customer.dialog).to_have_count(0)
    expect(
        customer.says("Waiting for the agency’s word: {words}", words="+ Elixir")
    ).to_be_visible()
    staff.page.reload()
    expect(staff.page.get_by_text("+ Elixir", exact=False).first).to_be_visible()
    expect(staff.page.get_by_text(scene.customer.name).first).to_be_visible()
    staff.button("Accept").click()
    expect(staff.button("Accept")).to_have_count(0)
    expect(staff.button("Undo")).to_be_visible()
    customer.page.reload()
    expect(customer.page.locator(".chips").get_by_text("Elixir")).to_be_visible()
    expect(customer.page.get_by_text("+ Elixir")).to_have_count(0)


@pytest.mark.in_every_language("postgresql")
def test_taken_back_after_reading_what_is_still_known_and_kept_in_the_list(world, tabs):
    scene, staff, _ = tabs("taken back")
    staff.button("Copy for messenger").click()
    expect(staff.dialog).to_contain_text(scene.presented.address)
    staff.page.keyboard.press("Escape")
    expect(staff.dialog).to_have_count(0)
    pages.move_to(staff, "Longlist")
    expect(staff.dialog).to_contain_text(staff.t("Has read the resume: {people}", people=""))
    staff.button("Take back", staff.dialog).click()
    expect(staff.dialog).to_have_count(0)
    expect(staff.says("only staff").first).to_be_visible()
    staff.papers("Shown to")
    expect(staff.way_to(scene.customer.name)).to_be_visible()
    file = staff.link("Export as XLSX").get_attribute("href")
    assert ask(world.app, file, cookie=scene.recruiter.secret).body.startswith(b"PK")
    assert ask(world.app, file, cookie=scene.customer.secret).status == 404
