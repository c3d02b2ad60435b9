"""Keys by which the database finds the same person again, however he was written down.

They stand in a table of their own (`Likeness`), so they are made where tables are made; what is
the same person to the agency is said in `services/candidates/duplicates.py`. Another rule here
needs a migration that makes the keys anew.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

import phonenumbers

EMAIL, PHONE, ACCOUNT, NAME = "email", "phone", "account", "name"

# No database keeps these, and nobody types them.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_EMAIL = re.compile(r"[^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"@]+\.[^\s<>()\[\],;:\"@]+")
_NUMBER = re.compile(r"\+? ?\(?\d(?:[\s().\-\u2010-\u2015\u2212/]{0,4}\d)+")
_WRITTEN_TO = re.compile(r"(?:wa\.me/|whatsapp\.com/send\?phone=|viber://\S*?number=%2[bB])(\d+)")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|m\.)?(?P<page>[\w-]+(?:\.[\w-]+)+/[^\s?#]+)")
_TELEGRAM = re.compile(r"(?:(?:t|telegram)\.(?:me|dog)/|@)@?([a-z0-9_]{4,64})/?\Z")
_FEWEST, _NATIONAL = 7, 9


def contact_keys(kind: str, value: str) -> Iterator[tuple[str, str]]:
    """What a way to reach somebody is compared by: (EMAIL, PHONE or ACCOUNT; the key).

    A phone by its national number, so +380 67, 8 067 and 067 are one; an e-mail without case; an
    account by its name or page. A field may hold several; what is none of these has no key.
    """
    typed = _NO_TEXT.sub("", value[:1000])
    plain = unicodedata.normalize("NFKC", typed).casefold().strip()
    emails = _EMAIL.findall(plain)
    for email in emails:
        yield EMAIL, _email(email)
    if emails:
        return
    numbers = _WRITTEN_TO.findall(plain)
    address = _ADDRESS.match(plain)
    telegram = _TELEGRAM.match(plain.removeprefix("https://"))
    if telegram:
        yield ACCOUNT, f"@{telegram[1]}"
    elif address and not numbers:
        yield ACCOUNT, address["page"].rstrip("/")
    elif kind != "link" or numbers:
        for number in [f"+{one}" for one in numbers] or _NUMBER.findall(plain):
            key = subscriber(number)
            if len(key) >= _FEWEST:
                yield PHONE, key[-_NATIONAL:]


def subscriber(contact: str) -> str:
    """The digits of a phone without country code and trunk prefix."""
    digits = re.sub(r"\D", "", contact)
    if "+" in contact or contact.strip().startswith("00"):
        digits = digits.removeprefix("00")
        try:
            return str(phonenumbers.parse(f"+{digits}", None).national_number)
        except phonenumbers.NumberParseException:
            return digits
    if len(digits) == 12 and digits.startswith("380"):  # noqa: PLR2004
        return digits[3:]
    if len(digits) == 11 and digits[0] in "78":  # noqa: PLR2004
        return digits[1:].lstrip("0")
    return digits.lstrip("0")


def name_key(first: str, last: str) -> str:
    """What a full name is compared by: its parts in Latin sounds, in one order, no patronymic.

    Empty where there are not two parts: somebody of whom only a first name is known is like too
    many.
    """
    words = f"{first} {last}".split()[:8]
    fathers = [word for word in words if _PATRONYMIC.search(sounds_like(word)) and "-" not in word]
    for father in fathers[: max(0, len(words) - 2)]:
        words.remove(father)
    parts = (part for word in words for part in _BETWEEN_PARTS.split(word))
    # A single letter is an initial.
    sounds = [sounds_like(part) for part in parts if len(part) > 1 or not part.isascii()]
    sounds = [sound for sound in sounds if sound]
    return " ".join(sorted(sounds)) if len(sounds) > 1 else ""


def sounds_like(word: str) -> str:
    """A word in Latin letters, so that Юлія, Юлия, Yuliia and Julia are one, and Oleh and Олег."""
    plain = unicodedata.normalize("NFKC", word[:80]).casefold()
    latin = "".join(_SOUNDS.get(letter, letter) for letter in plain)
    bare = "".join(filter(str.isalnum, unicodedata.normalize("NFKD", latin)))
    for spelled, sound in _ALIKE:
        bare = spelled.sub(sound, bare)
    return bare


def _email(address: str) -> str:
    local, _, domain = address.strip(".").rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode("ascii")
    return f"{local}@{domain}"


_BETWEEN_PARTS = re.compile(r"[\-\u2010-\u2015.]")
_PATRONYMIC = re.compile(r"[oei]v(?:ich|na)\Z")
_CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуфхцчшщыэюяўқғҳәөүұңі"
_LATIN = (
    "a b v h h d e e e zh z i i i i k l m n o p r s t u f h ts ch sh sh i e iu ia u k h h a o u u "
    "n i"
)
_SOUNDS = dict(zip(_CYRILLIC, _LATIN.split(), strict=True)) | {
    "ь": "", "ъ": "", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss",
}  # fmt: skip
# In this order. What follows an i that is no vowel of its own (ia, iu, ie) keeps its vowel.
_ALIKE = tuple(
    (re.compile(spelled), sound)
    for spelled, sound in (
        (r"s?c?hch|sch|tsch", "sh"),
        (r"c(?!h)[kz]?", "k"),
        (r"kh|g", "h"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"[yj]", "i"),
        (r"(.)\1+", r"\1"),
        (r"i(?=[aeou])", ""),
        # Сергей and Сергій, Александр and Олександр: one person writes himself both ways.
        (r"ei\Z", "i"),
        (r"\A[ae]le", "ole"),
    )
)
