"""Contact data in text: found, and taken out.

`find` names every e-mail address, phone number, link, account name and postal address with its
place in the text, `find_html` in a document; `redact` and `redact_html` give them back without
contacts. The candidate's own, where they are known, are found in any spelling.
"""

from services.contacts.detection import find, redact
from services.contacts.found import Found, Kind
from services.contacts.known import profile_name
from services.contacts.rich import Place, find_html, redact_html

__all__ = [
    "Found",
    "Kind",
    "Place",
    "find",
    "find_html",
    "profile_name",
    "redact",
    "redact_html",
]
