"""From an empty database to the first letter that really leaves: set-up, the choice, a test letter."""

import re
import socket
from email import message_from_bytes
from email.policy import default

import pytest
from playwright.sync_api import expect

from tests.browser import pages
from tests.browser.pages import Tab
from tests.services.local_mail import Inbox, certificate, smtp_server

EMAIL = "anna@clear.example"
LEAVES = "It leaves in the way that is saved: “{way}”."


def nobody_listens() -> int:
    """A port of this machine on which nothing answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.in_every_language
def test_set_up_leads_to_a_letter_that_arrives(start_app, new_page, clicks, tmp_path, language):
    """In four clicks: the form of the set-up, Choose, the way, one press that saves and tries."""
    serving, _ = certificate(tmp_path)
    app = start_app(environment={"SSL_CERT_FILE": str(tmp_path / "certificate.pem")})
    code = re.search(r"code: (\S+)", app.said())[1]
    tab = Tab(new_page(app, language=language), language)
    undecided = tab.says(
        "Letters are only written into files so far. Choose how they leave: through your mail "
        "server or SendGrid."
    )
    inbox = Inbox()
    with smtp_server(inbox, tls_context=serving, require_starttls=True) as port:
        with clicks(tab.page, "set-up page → test letter arrived", role="installer", limit=4):
            pages.set_up(
                tab,
                code=code,
                agency="Clear People",
                name="Anna",
                email=EMAIL,
                password="correct horse bat",
            )
            tab.expect_page("Vacancies")
            expect(undecided).to_be_visible()
            tab.link("Choose").click()
            tab.expect_page("Sending letters")
            way = tab.t("Into files, nothing is sent")
            expect(tab.says(LEAVES, way=way)).to_be_visible()
            tab.page.get_by_text(tab.t("Through a mail server (SMTP)"), exact=True).click()
            tab.field("Server").fill("127.0.0.1")
            tab.field("Port").fill(str(port))
            tab.button("Save and send a test letter").click()
            taken = tab.says("The test letter has been taken. Please look into the inbox.")
            expect(taken).to_be_visible()
        tab.field("Port").fill(str(nobody_listens()))
        tab.button("Save Changes").click()
        expect(tab.says("Saved").first).to_be_visible()
        expect(taken).to_have_count(0)
        tab.button("Send a test letter").click()
        words = "The server does not accept connections on this port. Please check the port."
        expect(tab.says(words)).to_be_visible()
    (envelope,) = inbox.letters
    assert envelope.rcpt_tos == [EMAIL]
    letter = message_from_bytes(envelope.content, policy=default)
    assert letter["From"].addresses[0].display_name == "Clear People"
    way = tab.t("Through a mail server (SMTP)")
    expect(tab.says(LEAVES, way=way)).to_be_visible()
    tab.place("Vacancies").click()
    tab.expect_page("Vacancies")
    expect(undecided).to_have_count(0)
