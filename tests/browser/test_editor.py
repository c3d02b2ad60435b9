"""The visual editor: what is pasted into it from elsewhere keeps its shape."""

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import as_

pytestmark = pytest.mark.only_on("duckdb")

COPIED = """
<p>Before</p>
<table><tbody>
  <tr><th>Year</th><th>Where</th></tr>
  <tr><td rowspan="2">2019</td><td><p>Nova</p><p><b>Pay</b> │ bank</p></td></tr>
  <tr><td>Bank <table><tr><td>of</td><td>Kyiv</td></tr></table></td></tr>
</tbody></table>
<table><tr><td><p>One column</p><p>of text</p></td></tr></table>
"""
COPY = """async (html) => {
    const copied = { "text/html": new Blob([html], { type: "text/html" }) }
    await navigator.clipboard.write([new ClipboardItem(copied)])
}"""


def test_a_pasted_table_is_a_table_once_saved(world, new_page):
    scene = world.told("late editor", "en")
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.go(scene.presented.address.replace("/candidate?", "/candidate-edit?"))
    tab.tab("Resume for customers").click()
    text = pages.editor(tab)
    expect(text).to_contain_text("Version of")
    wait_until_drawn(tab.page)
    tab.page.evaluate(COPY, COPIED)
    text.press("Control+End")
    text.press("Enter")
    text.press("Control+V")
    for line in ("║ Year ║ Where", "│ 2019 │ Nova ↵ Pay | bank", "One column", "of text"):
        expect(text.locator("p").get_by_text(line, exact=True)).to_have_count(1)
    tab.button("Save Changes").click()
    sheet = tab.page.locator(".sheet")
    rows = sheet.locator("table tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(0).get_by_role("columnheader")).to_have_text(["Year", "Where"])
    expect(rows.nth(1).locator("td")).to_have_text(["2019", "NovaPay | bank"])
    expect(rows.nth(1).locator("strong")).to_have_text("Pay")
    expect(rows.nth(2).locator("td")).to_have_text(["", "Bankof Kyiv"])
