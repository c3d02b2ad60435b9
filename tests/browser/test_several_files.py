"""Several résumé files dropped on a vacancy: read, confirmed in one table, linked."""

import pytest
from playwright.sync_api import expect

from db.keys import key_text
from tests.browser.pages import Tab
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import as_
from tests.people import text_file

pytestmark = pytest.mark.in_every_language("duckdb")

SLOW = "line of a resume that takes its moment to be read\n" * 2_000
MORE = ("Edsger Dijkstra", "Barbara Liskov", "Alan Kay", "Donald Knuth", "Frances Allen")

# What the browser tells the page when files are let fall onto its heading.
DROP = """files => {
    const dataTransfer = new DataTransfer()
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name))
    return ["dragover", "drop"].map(kind => {
        const options = {dataTransfer, bubbles: true, cancelable: true}
        return !document.querySelector("h1").dispatchEvent(new DragEvent(kind, options))
    })
}"""


def table(tab: Tab):
    return tab.page.locator("table[data-rows='intake']")


def row(tab: Tab, words: str):
    return table(tab).locator("tbody tr").filter(has_text=words)


def test_ten_files_are_dropped_on_a_vacancy_and_linked(world, new_page, clicks, language):
    """In four clicks: the way there, a name that is mended, and the last press made twice.

    Beside them a choice is made in the table, for the one file of somebody who is known.
    """
    scene = world.told("several files", language)
    tab = as_(new_page(world.app), scene.recruiter, world.app)
    tab.go("/help")  # where nothing takes them the page stays, and is not left for the file
    assert tab.page.evaluate(DROP, [["ada.txt", "Ada"]]) == [True, True]
    email = f"ada@{language}.example"  # in another language she is somebody else
    files = [
        text_file("ada.txt", f"Ada Lovelace\nAnalyst\n{email}\n{SLOW}"),
        text_file("locked.pdf", "%PDF-1.4 and nothing that could be read"),
        text_file("known.txt", f"Augusta Byron\nEngineer\n{scene.phone}"),
        text_file("grace.txt", f"Grace Hopper\nEngineer, {language}"),
        text_file("copy of ada.txt", f"Ada Lovelace\nAnalyst\n{email}\n{SLOW}"),
        *(text_file(f"{name}.txt", f"{name}\nEngineer, {language}") for name in MORE),
    ]
    # The page of the list on which the vacancy stands.
    tab.go(f"/vacancies?before={key_text(scene.vacancy + 1)}")
    task = "10 files (dropped, one mended) → candidates on a vacancy"
    with clicks(tab.page, task, role="recruiter", limit=4):
        tab.way_to(scene.title).click()
        expect(tab.heading(scene.title)).to_be_visible()
        wait_until_drawn(tab.page)
        tab.page.evaluate(DROP, [[one.name, one.content.decode()] for one in files])
        tab.expect_page("Candidates from files")

        # While they are read, the page says how far it has got; a reload finds them again.
        progress = tab.page.locator(".gauge")
        expect(progress).to_contain_text("ada.txt")
        tab.page.reload()
        expect(row(tab, "Ada Lovelace")).to_contain_text(email, timeout=60_000)
        expect(row(tab, "locked.pdf")).to_contain_text(tab.t("Cannot be read"))
        expect(row(tab, "copy of ada.txt")).to_contain_text(tab.t("Dropped twice"))
        expect(row(tab, "Augusta Byron")).to_contain_text(tab.t("Known already?"))

        # A name is mended in the form beside the table; whoever is known becomes an update.
        tab.way_to("Grace Hopper").click()
        field = tab.field("First name")
        field.fill("Grace Brewster")
        field.press("Tab")
        expect(row(tab, "Grace Brewster Hopper")).to_be_visible()
        choice = row(tab, "Augusta Byron").get_by_role("combobox")
        choice.select_option(label=tab.t("Update {name}", name=scene.presented.name))
        expect(row(tab, "Augusta Byron")).to_contain_text(tab.t("Ready"))

        # Pressed twice, they are saved once.
        words = tab.tn("Save {count} candidate", "Save {count} candidates", 8)
        tab.page.get_by_role("button", name=words, exact=True).dblclick()
        expect(tab.page.get_by_text(tab.t("Added: {n}", n=7))).to_be_visible()
        expect(row(tab, "Augusta Byron")).to_contain_text(tab.t("Updated"))
    tab.page.reload()
    tab.link("Candidates of the vacancy").click()
    listed = tab.page.locator("table[data-rows='applications'] tbody tr")
    for name in ("Ada Lovelace", "Grace Brewster Hopper", *MORE):
        expect(listed.filter(has_text=name)).to_have_count(1)
        expect(listed.filter(has_text=name)).to_contain_text(tab.t("Longlist"))
    expect(listed.filter(has_text="Augusta")).to_have_count(0)
