"""Letters as their readers open them: the .eml files that the file sender writes."""

import email
import email.policy
import re
import time
from email.message import EmailMessage
from pathlib import Path

from playwright.sync_api import Locator, Page

PATIENCE = 20
INBOX = "http://inbox.example/letter"
PAGE = "text/html; charset=utf-8"


def invitation_to(data_dir: Path, address: str) -> EmailMessage:
    """The invitation to this address; news may have followed it."""
    return letter_with(data_dir, address, "/set-password?")


def letter_with(data_dir: Path, address: str, place: str) -> EmailMessage:
    """The first letter to this address that leads to this place, once it has left."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for one in letters(data_dir):
            if address in str(one["To"]) and place in words_of(one):
                return one
        time.sleep(0.05)
    message = f"no letter to {address} leads to {place}"
    raise AssertionError(message)


def letter_to(data_dir: Path, address: str) -> EmailMessage:
    """The latest letter to this address, once it has left."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = [one for one in letters(data_dir) if address in str(one["To"])]
        if found:
            return found[-1]
        time.sleep(0.05)
    message = f"no letter to {address}"
    raise AssertionError(message)


def link_to(data_dir: Path, address: str, page: str, after: int = 0) -> str:
    """The path of the link in the newest letter to this address that leads to this page.

    There must be more than `after` such letters.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = [
            match[0]
            for one in letters(data_dir)
            if address in str(one["To"])
            and (match := re.search(rf"/{page}\?token=[\w-]+", words_of(one)))
        ]
        if len(found) > after:
            return found[-1]
        time.sleep(0.05)
    message = f"no letter with a link to {page} for {address}"
    raise AssertionError(message)


def answer_to(data_dir: Path, address: str, answer: str) -> str:
    """The path with which this reader gives this answer to the newest letter that asks for one."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for one in reversed(letters(data_dir)):
            if address in str(one["To"]) and (
                match := re.search(rf"/answer/[\w-]+\.[\w-]+\.{answer}\.[\w.]+", words_of(one))
            ):
                return match[0]
        time.sleep(0.05)
    message = f"no letter to {address} asks for {answer}"
    raise AssertionError(message)


def letters(data_dir: Path) -> list[EmailMessage]:
    """Every letter that has left, oldest first."""
    return [
        email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        for file in sorted((data_dir / "letters").glob("*.eml"))
    ]


def words_of(letter: EmailMessage) -> str:
    """All that a letter says: its heads, its plain text and its HTML."""
    parts = [f"{name}: {value}" for name, value in letter.items()]
    parts += [
        body.get_content() for kind in ("plain", "html") if (body := letter.get_body((kind,)))
    ]
    return "\n".join(parts)


def open_letter(page: Page, letter: EmailMessage, place: str = "/set-password") -> Locator:
    """Show a letter as a mail program does; returns its button, which leads to this place."""
    body = letter.get_body(("html",))
    assert body is not None
    page.route(
        INBOX, lambda route: route.fulfill(body=body.get_content(), content_type=PAGE, status=200)
    )
    page.goto(INBOX)
    return page.locator(f"a[href*='{place}']").first
