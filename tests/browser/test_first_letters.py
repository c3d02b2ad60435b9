"""From an empty database to the first letter that really leaves: set-up, the choice, a test letter."""

import re
import socket
from email import message_from_bytes
from email.policy import default

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.pages import Tab
from tests.services.local_mail import Inbox, smtp_server

EMAIL = "anna@clear.example"


def nobody_listens() -> int:
    """A port of this machine on which nothing answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.in_every_language
def test_set_up_leads_to_a_letter_that_arrives(start_app, new_page, language):
    app = start_app()
    code = re.search(r"code: (\S+)", app.said())[1]
    tab = Tab(new_page(app, language=language), language)
    pages.set_up(
        tab,
        code=code,
        agency="Clear People",
        name="Anna",
        email=EMAIL,
        password="correct horse bat",
    )
    tab.expect_page("Vacancies")
    undecided = tab.says(
        "Letters are only written into files so far. Choose how they leave: through your mail "
        "server or SendGrid."
    )
    expect(undecided).to_be_visible()
    tab.link("Choose").click()
    tab.expect_page("Sending letters")
    tab.page.get_by_text(tab.t("Through a mail server (SMTP)"), exact=True).click()
    tab.page.get_by_text(tab.t("not encrypted (port 25)"), exact=True).click()
    way = tab.t("Into files, nothing is sent")
    expect(tab.says("It leaves in the way that is saved: “{way}”.", way=way)).to_be_visible()
    inbox = Inbox()
    with smtp_server(inbox) as port:
        for number, words in (
            (
                nobody_listens(),
                "The server does not accept connections on this port. Please check the port.",
            ),
            (port, "The test letter has been taken. Please look into the inbox."),
        ):
            tab.field("Server").fill("127.0.0.1")
            tab.field("Port").fill(str(number))
            tab.button("Save Changes").click()
            expect(tab.says("Saved").first).to_be_visible()
            tab.button("Send a test letter").click()
            expect(tab.says(words)).to_be_visible()
    (envelope,) = inbox.letters
    assert envelope.rcpt_tos == [EMAIL]
    letter = message_from_bytes(envelope.content, policy=default)
    assert letter["From"].addresses[0].display_name == "Clear People"
    way = tab.t("Through a mail server (SMTP)")
    expect(tab.says("It leaves in the way that is saved: “{way}”.", way=way)).to_be_visible()
    tab.place("Vacancies").click()
    tab.expect_page("Vacancies")
    expect(undecided).to_have_count(0)
