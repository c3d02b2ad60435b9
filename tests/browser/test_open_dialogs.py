"""News arrive while a dialog is open: it stays, with what was typed, and they are drawn after it."""

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.world import as_
from tests.conftest import EVERY_CASE

pytestmark = pytest.mark.in_every_language("duckdb")
TYPED = "Not yet said to an"


def test_news_close_no_dialog_and_are_shown_when_it_is_closed(world, new_page, language):
    scene = world.told("news in dialogs", language)
    staff, customer = (
        as_(new_page(world.app), who, world.app) for who in (scene.recruiter, scene.customer)
    )
    customer.go(scene.presented.address)
    expect(customer.field("Note")).to_be_visible()
    staff.go(scene.presented.address)  # what was told so far is read by this

    told = 0

    def news_arrive() -> str:
        """The customer writes twice; what the first news did came before the bell of the second."""
        nonlocal told
        told += 2
        for number in (told - 1, told):
            pages.write_note(customer, f"Note {number} of the customer")
        bells = [  # that the customer has opened the candidate may be told after it was read, too
            staff.link(staff.tn("{count} new notification", "{count} new notifications", count))
            for count in (told, told + 1)
        ]
        expect(bells[0].or_(bells[1])).to_be_visible(
            timeout=30_000
        )  # their undo windows pass first
        return f"Note {told - 1} of the customer"

    openers = {
        "Copy for messenger": lambda: staff.button("Copy for messenger").click(),
        "Take the candidate back": lambda: pages.move_to(staff, "Longlist"),
    }
    for title, opened in list(openers.items())[: None if EVERY_CASE else 1]:
        opened()
        expect(staff.dialog).to_contain_text(staff.t(title))
        words = news_arrive()
        expect(staff.dialog).to_contain_text(staff.t(title))
        expect(pages.note(staff, words)).to_have_count(0)
        staff.page.keyboard.press("Escape")
        expect(staff.dialog).to_have_count(0)
        expect(pages.note(staff, words)).to_be_visible()

    staff.go(scene.waiting[0].address)
    staff.button("Present to the customer").click()
    field = staff.field("A few words from you", staff.dialog)
    field.click()
    field.press_sequentially(TYPED)
    news_arrive()
    expect(field).to_be_focused()
    field.press_sequentially("ybody")
    expect(field).to_have_value(f"{TYPED}ybody")
    staff.button_to_present(1).click()
    expect(staff.dialog).to_have_count(0)
    expect(staff.button("Undo")).to_be_visible()
