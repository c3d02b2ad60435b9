"""What staff take away is gone at once: in open tabs, at the next click, on every route.

Each customer has two tabs: one that is told by the server, and one whose stream is cut off, which
stands for a tab that has not heard of it. The first changes by itself, the second at its next
click; files and the stream refuse the old cookie from that moment on.
"""

import pytest
from playwright.sync_api import expect

from services.ids import key_text
from tests.browser import pages
from tests.browser.pages import Tab
from tests.browser.plain_http import ask
from tests.browser.world import as_
from tests.conftest import EVERY_CASE

NOT_THERE = "This does not exist, or it is not yours."


class Stage:
    """A scene with the recruiter's tab and the customer's two."""

    def __init__(self, world, scene, new_page):
        self.app, self.scene = world.app, scene
        self.recruiter = as_(new_page(self.app), scene.recruiter, self.app)
        self.told = as_(new_page(self.app), scene.customer, self.app)
        self.deaf = as_(new_page(self.app), scene.customer, self.app)
        self.deaf.page.route("**/live", lambda route: route.abort())
        for tab in (self.told, self.deaf):
            tab.go(scene.presented.address)
            expect(pages.note(tab, scene.note)).to_be_visible()

    def status(self, path: str) -> int:
        """How a route answers the customer's cookie."""
        return ask(self.app, path, cookie=self.scene.customer.secret).status


@pytest.fixture
def stage(world, new_page, request, language):
    return Stage(world, world.told(request.param, language), new_page)


def play_in(scene):
    return pytest.mark.parametrize("stage", [scene], indirect=True, ids=[""])


@pytest.mark.in_every_language("duckdb")
@play_in("block")
def test_a_blocked_customer_is_out(stage):
    scene = stage.scene
    assert [stage.status(path) for path in (scene.bare.file, "/live")] == [200, 200]
    stage.recruiter.go("/customers")
    stage.recruiter.way_to(scene.customer.name).click()
    pages.block_customer(stage.recruiter)
    expect(stage.recruiter.button("Re-activate")).to_be_visible()

    assert [stage.status(path) for path in (scene.bare.file, "/live")] == [404, 401]
    pages.expect_only_the_door(stage.told)
    expect(stage.deaf.heading(scene.presented.name)).to_be_visible()  # it has not heard of it
    stage.deaf.place("My vacancies").click()
    pages.expect_only_the_door(stage.deaf)


@pytest.mark.in_every_language("duckdb")
@play_in("untie")
def test_an_untied_vacancy_is_gone(stage):
    scene = stage.scene
    assert stage.status(scene.bare.file) == 200
    stage.recruiter.go(f"{scene.vacancy_address}&section=edit")
    card = pages.tied_customer(stage.recruiter, scene.customer.name)
    stage.recruiter.button("Untie", card).click()
    expect(card).to_have_count(0)

    assert stage.status(scene.bare.file) == 404
    expect(stage.told.says(NOT_THERE)).to_be_visible()
    expect(stage.told.page.get_by_text(scene.presented.name)).to_have_count(0)
    stage.deaf.field("Note").fill("Too late")
    stage.deaf.button("Save note").click()
    expect(stage.deaf.says(NOT_THERE).first).to_be_visible()  # where it was pressed, and the page
    expect(stage.deaf.page.get_by_text(scene.presented.name)).to_have_count(0)
    stage.recruiter.go(scene.presented.address)
    expect(pages.note(stage.recruiter, scene.note)).to_be_visible()
    expect(pages.note(stage.recruiter, "Too late")).to_have_count(0)


@pytest.mark.in_every_language("duckdb")
@play_in("hide contacts")
def test_hidden_contacts_are_gone(stage):
    scene = stage.scene
    phone = stage.told.way_to(scene.phone)
    deaf_phone = stage.deaf.way_to(scene.phone)
    for one in (phone, deaf_phone):
        expect(one).to_be_visible()
    assert stage.status(scene.bare.file) == 200
    stage.recruiter.go("/customers")
    stage.recruiter.way_to(scene.customer.name).click()
    stage.recruiter.page.locator(".st-key-page").get_by_text(
        stage.recruiter.t("Hide candidates’ contacts"), exact=True
    ).click()
    stage.recruiter.button("Save Changes").click()

    expect(phone).to_have_count(0)
    assert stage.status(scene.bare.file) == 404
    expect(deaf_phone).to_be_visible()
    pages.write_note(stage.deaf, "Any click at all")
    expect(deaf_phone).to_have_count(0)
    assert scene.phone not in stage.deaf.page.content()


@pytest.mark.in_every_language("duckdb")
@play_in("hide note")
@pytest.mark.parametrize("by", ["its author", "a colleague"] if EVERY_CASE else ["a colleague"])
def test_a_hidden_note_is_gone(stage, world, new_page, by):
    scene, text = stage.scene, f"Opened, then hidden by {by}"
    stage.recruiter.go(scene.presented.address)
    pages.write_note(stage.recruiter, text, hidden=False)
    expect(pages.note(stage.told, text)).to_be_visible()  # it came by itself
    stage.deaf.go(scene.presented.address)
    staff = stage.recruiter
    if by == "a colleague":
        staff = as_(new_page(world.app), world.administrator, world.app)
        staff.go(scene.presented.address)
    staff.button("Hide from customers").last.click()
    expect(pages.note(staff, text)).to_contain_text(staff.t("Only staff"))

    expect(pages.note(stage.told, text)).to_have_count(0)
    expect(pages.note(stage.deaf, text)).to_be_visible()
    pages.write_note(stage.deaf, f"A click after {by}")
    expect(pages.note(stage.deaf, text)).to_have_count(0)
    assert text not in stage.deaf.page.content()


@pytest.mark.in_every_language("duckdb", "postgresql")
@play_in("present")
def test_what_is_presented_appears_by_itself(stage):
    scene = stage.scene
    (late,) = scene.waiting
    stage.told.go(scene.vacancy_address)
    card = stage.told.way_to(late.name)
    expect(stage.told.way_to(scene.presented.name)).to_be_visible()
    expect(card).to_have_count(0)
    stage.recruiter.go(late.address)
    pages.present_here(stage.recruiter)
    undo = stage.recruiter.button("Undo")
    expect(undo).to_be_visible()
    expect(card).to_have_count(0)
    assert ask(stage.app, late.file, cookie=scene.customer.secret).status == 404
    expect(card).to_be_visible(timeout=30_000)  # the undo window has passed
    assert ask(stage.app, late.file, cookie=scene.customer.secret).status == 200


@pytest.mark.in_every_language("duckdb")
@play_in("undo")
def test_what_is_taken_back_was_never_there(stage):
    scene = stage.scene
    (late,) = scene.waiting
    stage.told.go(scene.vacancy_address)
    unread = pages.unread(stage.told)
    stage.recruiter.go(late.address)
    pages.present_here(stage.recruiter)
    stage.recruiter.button("Undo").click()
    expect(stage.recruiter.says("only staff")).to_be_visible()
    stage.recruiter.go(scene.presented.address)
    pages.write_note(stage.recruiter, "Opened after he was taken back", hidden=False)
    # News of the note come later than those of him would have.
    expect(pages.bell(stage.told, unread + 1)).to_be_visible(timeout=30_000)
    expect(stage.told.way_to(late.name)).to_have_count(0)


@pytest.mark.in_every_language("duckdb")
@play_in("told")
def test_a_notification_leads_to_its_place_and_no_news_lead_back(stage):
    """Reading it is news for every tab of the reader: this one must not go back for them."""
    scene, staff = stage.scene, stage.recruiter
    for _ in range(8):
        staff.go("/notifications")
        staff.page.locator(".history > li").first.get_by_role("link").click()
        expect(staff.heading(scene.presented.name)).to_be_visible()
        expect(staff.field("Note")).to_be_visible()
        assert staff.page.url.endswith(f"/candidate?id={key_text(scene.presented.id)}")


@pytest.mark.in_every_language("duckdb")
@play_in("sign out")
def test_signing_out_ends_every_tab(stage):
    scene = stage.scene
    second = Tab(stage.told.page.context.new_page(), stage.told.language)
    second.go("/vacancies")
    second.expect_page("My vacancies")
    pages.sign_out(stage.told)
    pages.expect_only_the_door(stage.told)
    pages.expect_only_the_door(second)
    assert [stage.status(path) for path in (scene.bare.file, "/live")] == [404, 401]
    stage.deaf.place("My vacancies").click()  # another browser with the same (stolen) cookie
    pages.expect_only_the_door(stage.deaf)
