"""Bad input in the browser: a clear message in the reader's words, and nothing lost or doubled."""

import io
import zipfile

import docx
import pytest
from playwright.sync_api import expect

from services.ids import key_text
from tests.browser import pages
from tests.browser.pages import Tab
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.world import as_
from tests.conftest import EVERY_CASE

pytestmark = pytest.mark.in_every_language("duckdb")

LIMIT = 15 * 1024 * 1024
NOT_THERE = "This does not exist, or it is not yours."


def recruiter_of(world, scene, new_page) -> Tab:
    return as_(new_page(world.app), scene.recruiter, world.app)


def saved_meanwhile(tab: Tab, name: str) -> str:
    """How the page begins to say that somebody was quicker; the moment follows."""
    words = tab.t("{name} has saved this meanwhile, {moment}.", name=name, moment="\0")
    return words.partition("\0")[0]


def word_file(text: str) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


# ---------------------------------------------------------------- what is required


def test_the_customer_form_asks_for_e_mail_and_name(world, new_page, language):
    scene = world.told("required", language)
    tab = recruiter_of(world, scene, new_page)
    tab.go(f"{scene.vacancy_address}&section=edit")
    tab.button("Add new customer").click()
    form = tab.dialog
    add = tab.button("Add new customer", form)
    add.click()
    required = "{field}: please fill this in."
    expect(tab.alert).to_contain_text(tab.t(required, field=tab.t("E-mail")))
    expect(tab.alert).to_contain_text(tab.t(required, field=tab.t("Name")))
    wrong = tab.t("{field}: this is not an e-mail address.", field=tab.t("E-mail"))
    tab.field("Name", form).fill("Oleh")
    for address in ("oleh", "oleh@", "oleh@acme", "a@b.example, c@d.example", "o leh@acme.example"):
        tab.field("E-mail", form).fill(address)
        add.click()
        expect(tab.alert).to_have_count(1)
        expect(tab.alert).to_contain_text(wrong)
        expect(tab.field("E-mail", form)).to_have_value(address)  # what was typed stays
        expect(tab.field("Name", form)).to_have_value("Oleh")
    tab.field("E-mail", form).fill(scene.customer.email.upper())
    add.click()
    whose = tab.t("This e-mail belongs to the customer {name}.", name=scene.customer.name)
    expect(tab.page.get_by_text(whose)).to_be_visible()
    tab.field("E-mail", form).fill(f"oleh@required-{language}.example")
    add.click()
    expect(pages.tied_customer(tab, "Oleh")).to_be_visible()


def test_a_candidate_needs_a_name_and_contacts_that_work(world, new_page, language):
    scene = world.told("required", language)
    tab = recruiter_of(world, scene, new_page)
    tab.go("/candidate-edit")
    tab.button("Add candidate").click()
    first = tab.t("{field}: please fill this in.", field=tab.t("First name"))
    expect(tab.alert).to_contain_text(first)
    hostile = "<img src=x onerror=alert(1)> O’Neil '; DROP TABLE users; {{7*7}} %s"
    tab.field("First name").fill("  \u200b ")
    tab.field("Last name").fill(hostile)
    tab.field("Contact").last.fill("call me")
    tab.button("Add candidate").click()
    expect(tab.alert).to_contain_text(first)
    expect(tab.field("Last name")).to_have_value(hostile)
    tab.field("First name").fill("Sinéad")
    tab.button("Add candidate").click()
    no_number = tab.t("{field}: there is no number in this phone.", field=tab.t("Contacts"))
    expect(tab.alert).to_contain_text(no_number)
    # In another language he is somebody else.
    phone = {"en": "+353 1 555 0100", "ru": "+353 1 555 0101", "uk": "+353 1 555 0102"}[language]
    tab.page.get_by_role("textbox", name=tab.t("Contact"), exact=True).first.fill(phone)
    tab.button("Add candidate").click()
    expect(tab.heading(hostile)).to_be_visible()
    assert tab.page.locator("img[src=x]").count() == 0


def test_a_vacancy_and_a_note_need_words(world, new_page, language):
    scene = world.told("required", language)
    tab = recruiter_of(world, scene, new_page)
    tab.go("/vacancies")
    tab.button("New vacancy").click()
    tab.field("Company or department", tab.dialog).fill("Kept while the title is missing")
    tab.button("Add vacancy", tab.dialog).click()
    title = tab.t("{field}: please fill this in.", field=tab.t("Title"))
    expect(tab.alert).to_contain_text(title)
    company = tab.field("Company or department", tab.dialog)
    expect(company).to_have_value("Kept while the title is missing")
    tab.go(scene.presented.address)
    tab.button("Save note").click()
    note = tab.t("{field}: please fill this in.", field=tab.t("Note"))
    expect(tab.alert).to_contain_text(note)


# ---------------------------------------------------------------- files


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packing:
        packing.writestr("[Content_Types].xml", "<Types/>")
        packing.writestr("word/document.xml", b"\0" * 150_000_000)
    return file.getvalue()


FILES = {
    "empty.pdf": (lambda: b"", "The file is empty. Please choose another one."),
    "program.pdf": (
        lambda: b"MZ" + b"\0" * 500,
        "This is a program, not a resume. It was not opened.",
    ),
    "page.docx": (
        lambda: b"<html><script>alert(1)</script></html>",
        "The file is empty. Please choose another one.",
    ),
    "picture.pdf": (
        lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
        "This is a picture: its text cannot be read. Please ask for the resume as a document.",
    ),
    "cut.pdf": (
        lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
        "The file is damaged. Please open and save it again, or ask for another copy.",
    ),
    "bomb.docx": (bomb, "The file unpacks to far more than a resume. It was not opened."),
}


@pytest.mark.parametrize("name", FILES if EVERY_CASE else ["cut.pdf", "bomb.docx"])
def test_a_hostile_file_is_refused_in_plain_words_and_the_form_goes_on(
    world, new_page, language, tmp_path, name
):
    make, words = FILES[name]
    file = tmp_path / name
    file.write_bytes(make())
    tab = recruiter_of(world, world.told("files", language), new_page)
    tab.go("/candidate-edit")
    tab.field("Last name").fill("Typed before")
    tab.page.locator("input[type=file]").set_input_files(file)
    expect(tab.alert).to_contain_text(tab.t(words), timeout=60_000)
    expect(tab.field("Last name")).to_have_value("Typed before")
    good = tmp_path / "good.docx"
    good.write_bytes(word_file("Ганна Коваль\nКиїв\nБухгалтерка, дев’ять років досвіду"))
    tab.page.locator("input[type=file]").set_input_files(good)
    expect(tab.says("Read. Please check what was proposed from the text.")).to_be_visible()
    expect(tab.alert).to_have_count(0)
    expect(tab.field("First name")).to_have_value("Ганна")


def test_a_file_that_is_too_large_does_not_get_in(world, new_page, language, tmp_path):
    file = tmp_path / "large.pdf"
    file.write_bytes(b"%PDF-1.7\n" + b"\0" * LIMIT)
    tab = recruiter_of(world, world.told("files", language), new_page)
    tab.go("/candidate-edit")
    tab.page.locator("input[type=file]").set_input_files(file)
    expect(tab.page.get_by_role("alert").filter(has_text="15")).to_be_visible()
    expect(tab.says("Read. Please check what was proposed from the text.")).to_have_count(0)


# Somebody else in each language: they share an agency, and one alike is asked about.
LYS = {"en": "Лис", "uk": "Лисенко", "ru": "Лисовська"}


def test_a_file_name_is_only_a_name(world, new_page, language, tmp_path):
    scene = world.told("files", language)
    tab = recruiter_of(world, scene, new_page)
    tab.go("/candidate-edit")
    name = "\u202egpj.<b>x -–­ résumé.docx"
    file = {
        "name": name,
        "mimeType": "text/html",
        "buffer": word_file(f"Марія {LYS[language]}\nКиїв\nДизайнерка, шість років досвіду"),
    }
    tab.page.locator("input[type=file]").set_input_files(file)
    expect(tab.says("Read. Please check what was proposed from the text.")).to_be_visible()
    tab.button("Add candidate").click()
    way = tab.page.locator("a[href^='/files/']")
    expect(way).to_contain_text("gpj.<b>x -–")
    with tab.page.expect_download() as download:
        way.click()
    assert "\u202e" not in download.value.suggested_filename
    assert download.value.path().read_bytes() == file["buffer"]


# ---------------------------------------------------------------- two people, twice, again


def test_two_people_editing_one_candidate_are_told(world, new_page, language):
    scene = world.told("conflict", language)
    edit = scene.presented.address.replace("/candidate?", "/candidate-edit?")
    first = as_(new_page(world.app), world.administrator, world.app)
    second = recruiter_of(world, scene, new_page)
    for tab in (first, second):
        tab.go(edit)
        expect(tab.field("Headline")).to_have_value("Python engineer")
    first.field("Headline").fill("Saved first")
    first.field("City").fill("Odesa")
    first.button("Save Changes").click()
    expect(first.page.get_by_text("Saved first")).to_be_visible()
    second.field("Headline").fill("Typed by the other")
    second.field("Patronymic").fill("Ivanivna")
    second.button("Save Changes").click()
    expect(second.alert).to_contain_text(saved_meanwhile(second, world.administrator.name))
    both = second.page.locator("table.beside")
    expect(both.locator("tbody tr")).to_have_text(
        [second.t("Headline") + "Typed by the other" + "Saved first"]
    )
    expect(second.field("Headline")).to_have_value("Typed by the other")
    second.button("Save mine over it").click()
    expect(second.link("Edit applicant’s profile")).to_be_visible()
    expect(second.page.get_by_text("Typed by the other")).to_be_visible()
    expect(second.page.get_by_text("Odesa")).to_be_visible()
    second.go(edit)
    expect(second.field("Patronymic")).to_have_value("Ivanivna")


def test_words_typed_right_before_saving_are_saved(world, new_page, language):
    """The editor speaks up a moment after the last key; the press must wait for it."""
    scene = world.told("editor", language)
    tab = recruiter_of(world, scene, new_page)
    tab.page.add_init_script(pages.LATE_EDITOR)
    for number in range(3):
        tab.go(scene.presented.address.replace("/candidate?", "/candidate-edit?"))
        tab.tab("Resume for customers").click()
        text = pages.editor(tab)
        expect(text).to_contain_text("Version of")
        text.press("Control+End")
        text.press_sequentially(f" and word {number}")
        tab.button("Save Changes").click()
        expect(tab.page.locator(".sheet")).to_contain_text(f"and word {number}")


@pytest.mark.parametrize("delay", [150, 300])
def test_an_editor_that_speaks_up_late_does_not_hold_the_page(world, new_page, language, delay):
    """What is typed after the press: the editor says it while its page is being left."""
    scene = world.told("late editor", language)
    tab = recruiter_of(world, scene, new_page)
    tab.go(scene.presented.address.replace("/candidate?", "/candidate-edit?"))
    tab.tab("Resume for customers").click()
    text = pages.editor(tab)
    expect(text).to_contain_text("Version of")
    text.evaluate(
        """(text, delay) => {
            const later = window.setTimeout
            window.setTimeout = (act, time, ...more) => later(act, time === 200 ? delay : time, ...more)
        }""",
        delay,
    )
    text.press("Control+End")
    text.press_sequentially("!")
    tab.button("Save Changes").click()
    expect(tab.link("Edit applicant’s profile")).to_be_visible()


def test_an_untouched_resume_gets_no_version_and_a_touched_one_keeps_its_table(
    world, new_page, language
):
    """The editor spells the same text in its own way, and knows no tables."""
    scene = world.told("untouched", language)
    tab = recruiter_of(world, scene, new_page)
    saved = tab.page.locator(".history").get_by_text(tab.t("Resume for customers saved"))
    for typed, versions in (("", 1), (" typed", 2)):
        tab.go(scene.presented.address.replace("/candidate?", "/candidate-edit?"))
        tab.field("Headline").fill(f"Engineer{typed}")
        tab.tab("Resume for customers").click()
        text = pages.editor(tab)
        expect(text).to_contain_text("Version of")
        expect(text.get_by_text("2019")).to_have_text("│ 2019 │ Nova")
        wait_until_drawn(tab.page)
        if typed:
            text.press("Control+End")
            text.press_sequentially(typed)
            expect(text).to_contain_text(typed)
        tab.button("Save Changes").click()
        sheet = tab.page.locator(".sheet")
        expect(sheet).to_contain_text(f"Version of {scene.presented.name}{typed}")
        expect(sheet.get_by_role("cell", name="Nova", exact=True)).to_be_visible()
        tab.papers("History")
        expect(saved).to_have_count(versions)


def test_what_is_in_the_editor_outlives_a_lost_race(world, new_page, language):
    scene = world.told("editor", language)
    first, second = (recruiter_of(world, scene, new_page) for _ in range(2))
    for tab in (first, second):
        tab.go(scene.bare.address.replace("/candidate?", "/candidate-edit?"))
        tab.tab("Resume for customers").click()
        tab.button("Copy the original").click()
        expect(pages.editor(tab)).to_contain_text("Original of")
    for tab, words in ((second, "Written second."), (first, "Written first.")):
        pages.editor(tab).press("Control+End")
        pages.editor(tab).press_sequentially(words)
    first.button("Save Changes").click()
    expect(first.page.locator(".sheet")).to_contain_text("Written first.")
    second.button("Save Changes").click()
    expect(second.alert).to_contain_text(saved_meanwhile(second, scene.recruiter.name))
    expect(pages.editor(second)).to_contain_text("Written second.")
    expect(second.page.locator("table.beside")).to_contain_text("Written first.")
    second.button("Save mine over it").click()
    expect(second.page.locator(".sheet")).to_contain_text("Written second.")


# ---------------------------------------------------------------- addresses

TAMPERED = ["-1", "abc", str(10**30), "0", "", "%00", "zzzzzzzzzzzzz", "a&id=b", "../../etc", "[1]"]


def test_addresses_that_were_tampered_with_open_nothing(world, new_page, language):
    scene, other = world.told("tampering", language), world.told("conflict", language)
    customer = as_(new_page(world.app), scene.customer, world.app)
    customer.go(scene.presented.address)
    expect(customer.heading(scene.presented.name)).to_be_visible()  # his own is there
    foreign = [key_text(key) for key in (other.vacancy, other.presented.id, scene.waiting[0].id)]
    for page in ("vacancy", "candidate"):
        for key in (*TAMPERED, *foreign):
            customer.jump(f"/{page}?id={key}")
            expect(customer.says(NOT_THERE)).to_be_visible()
            expect(customer.page.get_by_test_id("stException")).to_have_count(0)
    own = key_text(scene.presented.id)
    for query in (f"app={key_text(other.presented.application)}", "app=-1", "told=abc",
                  f"told={10**30}", f"told={foreign[0]}"):  # fmt: skip
        customer.jump(f"/candidate?id={own}&{query}")
        expect(customer.heading(scene.presented.name)).to_be_visible()
    for query in ("page=-1", f"page={10**30}", "page=abc", "stage=abc", f"before={foreign[0]}"):
        customer.jump(f"{scene.vacancy_address}&{query}")
        expect(customer.heading(scene.title)).to_be_visible()


def test_addresses_of_staff_survive_tampering_too(world, new_page, language):
    tab = recruiter_of(world, world.told("tampering", language), new_page)
    tab.go("/")
    for page in ("vacancy", "candidate", "candidate-edit", "customers", "mail"):
        for key in (
            "-1",
            "abc",
            str(10**30),
            "zzzzzzzzzzzzz",
            key_text(world.told("conflict", language).vacancy + 1),
        ):
            tab.jump(f"/{page}?id={key}")
            expect(tab.page.locator("nav.nav")).to_be_visible()
            expect(tab.page.get_by_test_id("stException")).to_have_count(0)
            assert "encountered an error" not in tab.seen()
    for address in ("/candidates?before=abc", "/candidates?q=%27%3B--", f"/vacancies?before={10**30}",
                    "/mail?before=-1", "/candidate-edit?vacancy=abc"):  # fmt: skip
        tab.jump(address)
        expect(tab.page.get_by_test_id("stException")).to_have_count(0)
