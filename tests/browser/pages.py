"""The pages as people use them: every word in the reader's language, every act by its name.

`Tab` is one open page and the language of whoever reads it; the functions below it are acts of
the trade, made up of what a person presses and types. Words are asked of the catalogs by their
English sentence, so the same test reads the app in three languages.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from services.i18n import translator
from tests.browser.support.drawn import wait_until_drawn

PATIENCE = 20_000  # ms until a page that does not answer is given up, on a busy machine, too
expect.set_options(timeout=PATIENCE)


# What pages/ui/look/shell.js does for a click on a link with data-go, for any address.
JUMP = """address => {
    history.pushState({}, "", address)
    dispatchEvent(new PopStateEvent("popstate", {state: history.state}))
}"""

# A machine too busy for the editor's clock: what was typed is said half a minute after the last key.
LATE_EDITOR = """if (window !== top) {
    const later = window.setTimeout
    window.setTimeout = (act, time, ...more) => later(act, time === 200 ? 30000 : time, ...more)
}"""

TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Tab:
    """An open page and the language it is read in."""

    def __init__(self, page: Page, language: str = "en") -> None:
        self.page = page
        self.language = language
        self._words = translator(language)
        page.set_default_timeout(PATIENCE)

    def t(self, english: str, /, **values: object) -> str:
        """The words for an English sentence of the app."""
        return self._words.text(english, **values)

    def tn(self, one: str, many: str, count: int) -> str:
        """The words for a number of things."""
        return self._words.plural(one, many, count)

    def go(self, address: str) -> None:
        """Type an address into the browser and wait until its page is drawn."""
        self.page.goto(address)
        wait_until_drawn(self.page)

    def jump(self, address: str) -> None:
        """Open an address inside the app, as a link of ours does, and wait until it is drawn."""
        self.page.evaluate(JUMP, address)
        wait_until_drawn(self.page)

    def button(self, english: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=self.t(english), exact=True)

    def link(self, english: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("link", name=self.t(english), exact=True)

    def way_to(self, name: str) -> Locator:
        """The link with somebody's (or something's) name, which nobody translates."""
        return self.page.get_by_role("link", name=name, exact=True)

    def place(self, english: str) -> Locator:
        """An entry of the navigation."""
        return self.link(english, self.page.locator("nav.nav"))

    def field(self, english: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("textbox", name=self.t(english), exact=True)

    def tab(self, english: str) -> Locator:
        return self.page.get_by_role("tab", name=self.t(english), exact=True)

    def heading(self, words: str) -> Locator:
        """The one heading of a page, in the words given; a number may stand beside it."""
        return self.page.get_by_role("heading", level=1).filter(has_text=words)

    def says(self, english: str, /, **values: object) -> Locator:
        """Where the page says this sentence."""
        return self.page.get_by_text(self.t(english, **values))

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def alert(self) -> Locator:
        """Why something was not done."""
        return self.page.get_by_role("alert").filter(has=self.page.locator(".ms"))

    def expect_page(self, english: str) -> None:
        """Wait until we stand on the page with this heading."""
        expect(self.heading(self.t(english))).to_be_visible()

    def seen(self) -> str:
        """The words that stand on the page itself, without navigation and foot."""
        return str(self.page.locator(".st-key-page").inner_text())

    def choose(self, key: str, option: str) -> None:
        """Choose an option of the choice box whose key begins like this."""
        wait_until_drawn(self.page)
        box = self.page.locator(f"[class*='st-key-{key}']").get_by_role("combobox").last
        box.scroll_into_view_if_needed()
        self.page.evaluate(TWO_FRAMES)  # an open list closes when the page under it scrolls
        box.click()
        self.page.get_by_role("option", name=option, exact=True).click()

    def button_to_present(self, count: int) -> Locator:
        """The button that ends the dialog of presenting."""
        words = self.tn("Present {count} candidate", "Present {count} candidates", count)
        return self.page.get_by_role("button", name=words, exact=True)

    def pick(self, english: str) -> None:
        """One of a few choices that stand side by side."""
        group = self.page.get_by_test_id("stRadioGroup")
        group.get_by_text(self.t(english), exact=True).click()

    def papers(self, english: str) -> None:
        """Put another paper of the candidate on the sheet."""
        self.page.get_by_role("radio", name=self.t(english), exact=True).click()


def set_up(tab: Tab, **form: str) -> None:
    """Set a new installation up; the administrator is signed in afterwards."""
    fill_set_up(tab, **form)
    tab.button("Set up").click()


def fill_set_up(tab: Tab, *, code: str, agency: str, name: str, email: str, password: str) -> None:
    """Fill the set-up page in, all but its button."""
    tab.go("/")
    tab.field("One-time code").fill(code)
    tab.field("Name of the agency").fill(agency)
    tab.field("Phone").fill("+380 44 555 01 00")
    tab.field("Your name").fill(name)
    tab.field("Your e-mail, it is your login").fill(email)
    tab.page.locator(".st-key-set_up_password input").fill(password)


def add_vacancy(tab: Tab, *, title: str, company: str) -> None:
    """Vacancies → New vacancy; we stand on its page afterwards."""
    tab.place("Vacancies").click()
    tab.button("New vacancy").click()
    tab.field("Title", tab.dialog).fill(title)
    tab.field("Company or department", tab.dialog).fill(company)
    tab.button("Add vacancy", tab.dialog).click()
    expect(tab.heading(title)).to_be_visible()


def add_customer_here(tab: Tab, *, email: str, name: str, hidden: bool) -> None:
    """On a vacancy: Edit Job → Add new customer, and the form."""
    tab.link("Edit Job").click()
    tab.button("Add new customer").click()
    fill_customer(tab, tab.dialog, email=email, name=name, hidden=hidden)
    tab.button("Add new customer", tab.dialog).click()
    expect(tab.dialog).to_have_count(0)
    expect(tied_customer(tab, name)).to_be_visible()


def fill_customer(tab: Tab, form: Locator, *, email: str, name: str, hidden: bool = False) -> None:
    """Fill the customer form in: e-mail and name, and the tick at its bottom."""
    tab.field("E-mail", form).fill(email)
    tab.field("Name", form).fill(name)
    if hidden:
        form.get_by_text(tab.t("Hide candidates’ contacts"), exact=True).click()


def block_customer(tab: Tab) -> None:
    """On a customer's page: Block, and once more under what comes of it."""
    tab.button("Block").click()
    tab.button("Block", tab.dialog).click()


def tied_customer(tab: Tab, name: str) -> Locator:
    """The card of a customer who follows the vacancy (section Edit Job)."""
    return tab.page.locator("[class*='st-key-card_tied_']").filter(has_text=name)


def choose_file(tab: Tab, *files: Path) -> None:
    """Give a résumé file to the form and wait until it has been read."""
    tab.page.locator("input[type=file]").set_input_files(list(files))
    expect(tab.says("Read. Please check what was proposed from the text.")).to_be_visible(
        timeout=60_000
    )


def add_candidate_from_file(tab: Tab, file: Path) -> None:
    """On a vacancy's list: Add candidate, a file, Add candidate; we stand on his page."""
    tab.link("Add candidate").click()
    choose_file(tab, file)
    tab.button("Add candidate").click()
    expect(tab.link("Edit applicant’s profile")).to_be_visible()


def editor(tab: Tab) -> Locator:
    """The text in the visual editor; while a copy takes its place there are two for a moment."""
    return tab.page.locator("iframe[title*='quill']").last.content_frame.locator(".ql-editor")


def write_resume_for_customers(tab: Tab, *, take_out: Sequence[str], add: str) -> None:
    """Edit applicant’s profile → Resume for customers: copy, change, Save Changes."""
    tab.link("Edit applicant’s profile").click()
    tab.tab("Resume for customers").click()
    tab.button("Copy the original").click()
    text = editor(tab)
    expect(text).not_to_have_text("")
    wait_until_drawn(tab.page)
    for word in take_out:
        expect(text).to_contain_text(word)
        text.evaluate(TAKE_OUT, word)
        expect(text).not_to_contain_text(word)
    text.press("Control+End")
    text.press_sequentially(add)
    expect(text).to_contain_text(add)
    # The editor grows with what is in it, and moves the button: who presses it has seen it stand.
    # (Pressing at once: test_words_typed_right_before_saving_are_saved.)
    wait_until_drawn(tab.page)
    tab.button("Save Changes").click()
    expect(tab.link("Edit applicant’s profile")).to_be_visible()


# Selecting a word by hand: the editor hears of it as of any typing.
TAKE_OUT = """(text, word) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(word)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + word.length)
        getSelection().removeAllRanges()
        getSelection().addRange(range)
        document.execCommand('delete')
        return
    }
}"""


def present_here(tab: Tab, *, with_contacts: bool = False) -> None:
    """On a candidate's page: Present to the customer, through the dialog.

    `with_contacts`: his texts hold some, which stop it until they are taken out there.
    """
    tab.button("Present to the customer").click()
    if with_contacts:
        expect(tab.button_to_present(1)).to_be_disabled()
        tab.dialog.locator('[class*="_settle"] button').click()
    tab.button_to_present(1).click()
    expect(tab.dialog).to_have_count(0)


def write_note(tab: Tab, text: str, *, hidden: bool = True) -> None:
    """Write a note beside a candidate and wait until it stands there, and its form is new."""
    tab.field("Note").fill(text)
    if not hidden:
        tab.page.get_by_text(tab.t("Don’t show this to customers"), exact=True).click()
    tab.button("Save note").click()
    expect(note(tab, text)).to_be_visible()
    expect(tab.field("Note")).to_have_value("")


def note(tab: Tab, text: str) -> Locator:
    """The note with this text."""
    return tab.page.locator("article.note").filter(has_text=text)


def move_to(tab: Tab, stage: str) -> None:
    """Choose another stage for the candidate on the screen."""
    tab.choose("stage_", tab.t(stage))


def unread(tab: Tab) -> int:
    """How many the bell counts."""
    number = tab.page.locator("a.bell .unread")
    expect(tab.page.locator("a.bell")).to_be_visible()
    return int(number.inner_text()) if number.count() else 0


def bell(tab: Tab, unread: int) -> Locator:
    """The bell when it counts this many."""
    if not unread:
        return tab.page.get_by_role("link", name=tab.t("Notifications"), exact=True)
    words = tab.tn("{count} new notification", "{count} new notifications", unread)
    return tab.page.get_by_role("link", name=words, exact=True)


def letters_to(tab: Tab, name: str) -> str:
    """The link in the latest letter to this person, as the page Letters copies it."""
    tab.go("/mail")
    tab.page.get_by_role("row").filter(has_text=name).first.get_by_role("link").click()
    expect(tab.button("Copy the link")).to_be_visible()
    return str(tab.page.locator("[data-copy]").get_attribute("data-copy"))


def sign_out(tab: Tab) -> None:
    """By the menu under one's own face."""
    tab.page.locator("details.menu summary").click()
    tab.button("Sign out").click()


def give_up_the_office(tab: Tab) -> None:
    """On his own page of Manage staff an administrator becomes a recruiter."""
    tab.pick("Recruiter")
    tab.button("Save Changes").click()


def at_the_door(tab: Tab) -> Locator:
    """The button of the sign-in form."""
    return tab.page.locator(".st-key-sign_in_go button")


def expect_only_the_door(tab: Tab) -> None:
    """Whoever is not signed in meets the form, and nothing else."""
    expect(at_the_door(tab)).to_be_visible()
    expect(tab.page.locator("nav.nav")).to_have_count(0)
    expect(tab.page.get_by_role("heading", level=1)).to_have_count(1)
    expect(tab.page.get_by_role("dialog")).to_have_count(0)


def key_in(address: str, name: str = "id") -> str:
    """The key under this name in an address."""
    found = re.search(rf"[?&]{name}=([0-9a-z]+)", address)
    assert found, address
    return found[1]
