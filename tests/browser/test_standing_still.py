"""Every page of every role stands still while it loads, and none is wider than its screen.

Set-up is a story of its own (`test_clicks.py`, `test_sign_in.py`).
"""

import re

import pytest
from playwright.sync_api import expect

from services.ids import key_text
from tests.browser.pages import Tab
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import as_

pytestmark = pytest.mark.only_on("duckdb")
SCREENS = {"wide": {"width": 1360, "height": 900}, "phone": {"width": 390, "height": 844}}
# The foot says whom to call: at the end of a page it stands above the places at the thumb.
HIDDEN_FOOT = """() => {
    const main = document.querySelector('[data-testid=stMain]')
    main.scrollTo(0, main.scrollHeight)
    const foot = document.querySelector('.st-key-foot').getBoundingClientRect()
    const places = document.querySelector('.nav-places').getBoundingClientRect()
    return Math.max(0, foot.bottom - (places.top > foot.top ? places.top : innerHeight))
}"""
# Words that do not fit into the pill or button they stand in.
SQUEEZED = """() => [...document.querySelectorAll('.chip, button p, a.button')]
    .filter(one => one.getClientRects().length && (one.scrollWidth > one.clientWidth + 1
        || (one.tagName === 'P' && one.getBoundingClientRect().height > 24)))
    .map(one => one.innerText)"""
WIDEST = """Math.max(document.documentElement.scrollWidth,
    document.querySelector('[data-testid=stMain]').scrollWidth)"""


def addresses(role, scene):
    """What each role sees beside the others."""
    if role == "nobody":
        return ["/sign-in", "/set-password", "/nonsense"]
    if role == "administrator":
        return ["/staff", "/stages", "/mail-settings", "/letter-templates", "/settings"]
    shared = ["/vacancies", scene.vacancy_address, "/candidates", scene.presented.address,
              "/notifications", "/calendar", "/settings", "/help"]  # fmt: skip
    if role == "customer":
        return shared
    edit = scene.presented.address.replace("/candidate?", "/candidate-edit?")
    return [*shared, scene.bare.address, f"{scene.vacancy_address}&section=edit", edit, "/candidate-edit",
            "/customers", f"/customers?id={key_text(scene.customer.id)}", "/companies", "/mail",
            f"{scene.vacancy_address}&section=stages",
            f"/customer-view?vacancy={key_text(scene.vacancy)}", "/intake",
            "/vocabulary"]  # fmt: skip


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("role", ["nobody", "customer", "recruiter", "administrator"])
def test_pages_stand_still(world, new_page, layout_shifts, role, screen):
    scene = world["shift"]
    page = new_page(world.app, viewport=screen)
    page.set_viewport_size(SCREENS[screen])
    if role == "nobody":
        Tab(page)
    else:
        as_(
            page,
            world.administrator if role == "administrator" else getattr(scene, role),
            world.app,
        )
    moved, too_wide, squeezed = [], [], []
    for address in addresses(role, scene):
        page.goto(address)
        wait_until_drawn(page)
        expect(page.locator("html[data-drawn] h1, html[data-drawn] .empty").first).to_be_visible()
        page_name = re.sub(r"(id|app|vacancy)=\w+&?", "", address).rstrip("?&")
        name = f"{role:9}  {screen:5}  {page_name}"
        try:
            layout_shifts(page, name)
        except AssertionError as error:
            moved.append(str(error))
        if page.evaluate(WIDEST) > SCREENS[screen]["width"]:
            too_wide.append(name)
        squeezed += [(name, words) for words in page.evaluate(SQUEEZED)]
        if role == "customer":
            assert page.evaluate(HIDDEN_FOOT) == 0, name
    assert not moved, "\n".join(moved)
    assert not too_wide, too_wide
    assert not squeezed, squeezed
