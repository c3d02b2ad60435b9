"""A template reworded, and a letter written with it: typed and pressed without a pause."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import LATE_EDITOR, PATIENCE
from tests.browser.world import Plan, as_, open_world

pytestmark = pytest.mark.few_on_postgresql


@pytest.fixture(scope="module")
def own_world(start_app):
    return open_world(start_app, {"en": Plan("en", email="presented@candidates.example")})


def test_a_template_is_reworded_and_the_letter_says_what_was_typed_last(
    own_world, new_page, layout_shifts
):
    """The editor speaks up after the last key: what is pressed at once still takes it along."""
    scene, app = own_world["en"], own_world.app
    admin = as_(new_page(app), own_world.administrator, app, "en")
    admin.page.add_init_script(LATE_EDITOR)
    admin.go("/letter-templates?kind=offer&language=en")
    editor = admin.page.frame_locator("iframe[title*='quill']").locator(".ql-editor")
    editor.locator("p").last.click()
    admin.page.keyboard.press("End")
    admin.page.locator('button[data-insert="{company}"]').click()
    admin.page.keyboard.type(" expects you.")
    admin.link("Українська").click()
    expect(admin.page.get_by_text("Typed and not saved yet: English.")).to_be_visible()
    admin.link("English").click()
    expect(admin.page.get_by_text("not saved yet")).to_have_count(0)
    expect(admin.page.locator("iframe[title*='quill']")).to_have_count(1)
    expect(editor.locator("p").last).to_contain_text("expects you.")
    editor.locator("p").last.click()
    admin.page.keyboard.press("End")
    admin.page.keyboard.type(" Soon.")
    admin.button("Save Changes").click()
    expect(admin.says("Saved")).to_be_visible()
    expect(admin.page.get_by_text("holds now")).to_be_visible()

    here = as_(new_page(app), scene.recruiter, app, "en")
    here.page.add_init_script(LATE_EDITOR)
    here.go(f"{scene.presented.address}&letter=offer")
    written = here.dialog.locator("iframe[title*='quill']")
    letter = written.last.content_frame.locator(".ql-editor")
    expect(letter.locator("p").last).to_contain_text("expects you. Soon.")
    letter.locator("p").last.click()
    here.page.keyboard.press("End")
    here.page.keyboard.type(" Until Monday")
    subject = here.field("Subject", here.dialog)
    subject.press_sequentially("!")
    subject.press("Escape")
    here.page.mouse.click(5, 300)  # beside the dialog
    expect(subject).to_have_value(re.compile("^!"))
    # a press without a pause, as somebody quick makes it: another language, and back
    for language in ("Українська", "English"):
        here.dialog.get_by_role("combobox").first.click()
        here.page.get_by_role("option", name=language).click()
        expect(written).to_have_count(1)
    expect(letter.locator("p").last).to_contain_text("Soon. Until Monday")
    layout_shifts(here.page, "a letter in another language, and back")
    letter.locator("p").last.click()
    here.page.keyboard.press("Control+End")
    here.page.keyboard.type("!")
    here.button("Send the letter", here.dialog).click()
    expect(here.dialog).to_have_count(0, timeout=PATIENCE)
    here.page.locator('.history a[href*="/mail?id="]').first.click()
    expect(here.page.get_by_text("expects you. Soon. Until Monday!")).to_be_visible()
