"""The links with which a letter about an interview is answered in one tap, without signing in.

Signed, so that nobody makes one up; bound to the interview, to whoever the letter went to and at
which address, to one answer, and to the time and place the letter told of. Nothing is kept of
them: what they open is decided anew whenever one is followed (`answers.py`).
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256

from services.errors import LinkUnusable
from services.folding import fold_email, tidy
from services.i18n import LANGUAGES
from services.ids import key_text, parse_key
from services.interviews.slots import Slot

#: What a candidate, and what a customer can answer; the first is the one that agrees.
OF_CANDIDATES = ("confirm", "another")
OF_CUSTOMERS = ("seen", "propose")
#: Those that say more in a few words of one's own.
WITH_WORDS = frozenset({"another", "propose"})
PATH = "/answer/"

_FOR = b"answers to letters about interviews"
_NOBODY = "-"
_MARK_LENGTH, _SEAL_LENGTH = 16, 40
_PARTS = 7


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """What a link says: who answers what about which interview, as his letter told of it.

    `person_id` is a customer's; None is the candidate. `about` is the mark of time and place, `to`
    that of the e-mail the letter went to.
    """

    interview_id: int
    person_id: int | None
    answer: str
    language: str
    about: str
    to: str


def mark_of(secret: bytes, slot: Slot, kind: str, location: str) -> str:
    """The mark of a time and place. Keyed: from it nobody can try out a place hidden from him."""
    told = (slot.starts_at.isoformat(), slot.ends_at.isoformat(), kind, tidy(location))
    return _seal(secret, "\n".join(("place", *told)))[:_MARK_LENGTH]


def mark_of_email(secret: bytes, email: str) -> str:
    """The mark of an e-mail, in all its spellings. Keyed: a link tells nobody where it went."""
    return _seal(secret, f"email\n{fold_email(email)}")[:_MARK_LENGTH]


def link_text(secret: bytes, link: AnswerLink) -> str:
    """The link as it stands in an address."""
    person = _NOBODY if link.person_id is None else key_text(link.person_id)
    said = ".".join(
        (key_text(link.interview_id), person, link.answer, link.language, link.about, link.to)
    )
    return f"{said}.{_seal(secret, said)[:_SEAL_LENGTH]}"


def read_link(secret: bytes, text: str) -> AnswerLink:
    """What a link says. Raises LinkUnusable for one that we did not write."""
    said, _, seal = text.rpartition(".")
    whole = text.isascii() and said.count(".") == _PARTS - 2
    if not whole or not hmac.compare_digest(seal, _seal(secret, said)[:_SEAL_LENGTH]):
        raise LinkUnusable(reason="unknown")
    interview, person, answer, language, about, to = said.split(".")
    answers = OF_CANDIDATES if person == _NOBODY else OF_CUSTOMERS
    if answer not in answers or language not in LANGUAGES:  # words of an older version
        raise LinkUnusable(reason="unknown")
    whose = None if person == _NOBODY else parse_key(person)
    return AnswerLink(parse_key(interview), whose, answer, language, about, to)


def language_of(secret: bytes, text: str) -> str:
    """The language of the letter that brought this link; "" for one that we did not write."""
    try:
        return read_link(secret, text).language
    except LinkUnusable:
        return ""


def _seal(secret: bytes, said: str) -> str:
    key = hmac.digest(secret, _FOR, sha256)
    return hmac.digest(key, said.encode("utf-8", "surrogatepass"), sha256).hex()
