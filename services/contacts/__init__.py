"""Contact data in text: found, and taken out.

`find` names every e-mail address, phone number, link, account name and postal address with its
place in the text; `redact` and `redact_html` give the text back without them. The candidate's
own contacts, where they are known, are found in any spelling.
"""

from services.contacts.detection import find, redact
from services.contacts.found import Found, Kind
from services.contacts.known import profile_name
from services.contacts.rich import redact_html

__all__ = ["Found", "Kind", "find", "profile_name", "redact", "redact_html"]
