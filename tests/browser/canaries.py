"""A token in every text of every record: which of them a customer may hear, and which he heard.

Each text column of each row in the database gets a token of its own, whatever the column: one
that is added later is a canary, too, unless it is named as a mere code below. What the customer
may read is told by `Open`; every other token is secret.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import String, select

from db.base import Base
from tests.house import House

TOKEN = re.compile(rb"qzx[a-z]{8}", re.IGNORECASE)
# Codes of ours: no text of anybody's.
CODES = {
    "agencies.base_url", "agencies.language", "agencies.time_zone", "audit_entries.act",
    "audit_entries.object_kind", "terms.kind", "users.role", "users.language", "users.time_zone",
    "access_links.purpose", "letters.kind", "letters.language", "letters.state",
    "candidate_contacts.kind", "resume_originals.media_type", "stages.key", "stages.outcome",
    "notifications.kind", "letters.sender", "letters.problem", "letter_events.kind",
    "mail_settings.sender", "mail_settings.smtp_security", "mail_settings.sendgrid_region",
    "link_requests.purpose", "notification_choices.kind", "notification_choices.delivery",
    "users.photo", "vacancies.closed_as", "vacancies.employment", "vacancies.priority",
    "vacancies.salary_currency", "candidates.salary_currency", "candidate_languages.language",
    "candidate_languages.level", "candidates.letter_language", "interviews.kind",
    "interviews.state", "interviews.zone", "letter_templates.kind", "letter_templates.language",
}  # fmt: skip
# Unique as they are, and of no use once they are changed: looked for in whole.
WHOLE = {
    "access_links.digest", "credentials.password_hash", "sign_in_sessions.digest",
    "sign_in_tickets.digest", "sign_in_failures.subject", "resume_originals.sha256",
    "resume_originals.stored_as", "candidate_contacts.value",
}  # fmt: skip
ADDRESSES = {
    "users.email", "users.folded_email", "agencies.email", "letters.to_email", "letters.reply_to",
}  # fmt: skip
HTML = {"letters.html", "resume_originals.html", "resume_versions.html"}
Open = Callable[[str, Any], bool]  # place ("notes.body") and row -> whether he may read it


class Canaries:
    """Hands out words that occur nowhere else, remembers where they were put, hears them again."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.open: dict[str, str] = {}
        self.secret: dict[str, str] = {}
        self.wholes: dict[str, str] = {}
        self.keys: dict[str, list[int]] = {}

    def new(self, place: str, *, is_open: bool = False) -> str:
        """A word for this place."""
        number, letters = next(self._numbers) * 7_919_993 % 26**8, ""
        for _ in range(8):
            number, letter = divmod(number, 26)
            letters += chr(ord("a") + letter)
        (self.open if is_open else self.secret)[f"qzx{letters}"] = place
        return f"qzx{letters}"

    def mark_every_text(self, house: House, is_open: Open) -> None:
        """Put a token into every text of the database."""
        with house.installation.database.writing(), house.installation.database.new_session() as db:
            for mapper in Base.registry.mappers:
                rows = list(db.scalars(select(mapper.class_)))
                key = mapper.primary_key[0].name
                table = str(mapper.local_table)
                self.keys[table] = [
                    found for row in rows if isinstance(found := getattr(row, key), int)
                ]
                texts = [one.name for one in mapper.columns if isinstance(one.type, String)]
                for row, name in itertools.product(rows, texts):
                    self._mark(row, f"{table}.{name}", name, is_open)
            db.commit()

    def _mark(self, row: Base, place: str, name: str, is_open: Open) -> None:
        value = getattr(row, name)
        if place in WHOLE:
            self.wholes[value] = place
        elif place not in CODES:
            token = self.new(f"{place}: {value[:60]}", is_open=is_open(place, row))
            setattr(row, name, _marked(place, value, token))

    def open_in(self, heard: bytes) -> set[str]:
        """The places whose tokens he may read, and did."""
        return {self.open[word] for word in _words(heard) if word in self.open}

    def secrets_in(self, heard: bytes) -> set[str]:
        """The places whose tokens he must not read, and did."""
        found = {self.secret[word] for word in _words(heard) if word in self.secret}
        plain = heard.lower()
        return found | {
            f"{place}: {value}"
            for value, place in self.wholes.items()
            if any(form in plain for form in _spellings(value))
        }


def _marked(place: str, value: str, token: str) -> str:
    if place in ADDRESSES:
        return f"{token}.{value}"
    if place in HTML:
        return f"{value}<p>{token}</p>"
    if place == "resume_originals.file_name":
        return f"{token} {value}"
    return f"{value} {token}".strip()


def _words(heard: bytes) -> set[str]:
    return {word.lower().decode() for word in TOKEN.findall(heard)}


def _spellings(value: str) -> Iterator[bytes]:
    yield value.lower().encode()
    if value.startswith("+"):  # a phone, as a link dials it
        yield re.sub(r"\D", "", value).encode()
