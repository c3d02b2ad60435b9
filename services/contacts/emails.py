"""E-mail addresses, also those spelled so that a machine shall not see them."""

import re
from collections.abc import Iterator

from services.contacts.domains import COMMON_ENDINGS, ends_like_a_domain
from services.contacts.found import Span

_LOCAL = re.compile(r"[\w.+%'&*/=?^`{|}~!#$-]{1,80}\Z")
_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LOOSE_DOMAIN = re.compile(
    rf"[ \n]{{0,2}}[\w-]{{1,63}}(?:[ \n]{{0,2}}\.[ \n]{{0,2}}[\w-]{{1,63}}){{0,3}}"
    rf"[ \n]{{0,2}}\.[ \n]{{0,2}}(?:{COMMON_ENDINGS})(?![\w-])"
)
_IN_WORDS = re.compile(
    r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})"
    r"(?P<at>[ \n]{1,2}(?:собака|собачка|песик|равлик|эт|ет|at)[ \n]{1,2})"
    r"[\w-]{1,63}(?P<dots>(?:"
    r"(?:[ \n]{1,2}(?:dot|точка|крапка)[ \n]{1,2}|[ \n]?\.[ \n]?)[\w-]{1,63}){1,3})",
    re.IGNORECASE,
)
_SPACED_OUT = re.compile(r"(?<!\S)(?:[\w.@+-] ){5,400}[\w.@+-](?!\S)")
_AROUND = " \n"


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses in folded text."""
    yield from _with_sign(text)
    yield from _in_words(text)
    yield from _letter_by_letter(text)


def _with_sign(text: str) -> Iterator[Span]:
    place = text.find("@")
    while place >= 0:
        local_end = place
        while local_end > 0 and text[local_end - 1] in _AROUND and local_end > place - 2:
            local_end -= 1
        local = _LOCAL.search(text, max(0, local_end - 80), local_end)
        if local and re.search(r"\w", local[0]):
            end = _end_of_domain(text, place + 1, tight=local_end == place)
            if end:
                start = local_end - len(local[0].lstrip("'/=?^`{|}~!#$&*.-"))
                yield Span("email", start, end)
        place = text.find("@", place + 1)


def _end_of_domain(text: str, place: int, *, tight: bool) -> int:
    """Where the domain after the sign ends; 0 when there is none."""
    domain = _DOMAIN.match(text, place)
    if domain and (tight or _common(domain[0])):
        labels = domain[0].rstrip("-_.").split(".")
        end = place
        for number, label in enumerate(labels):
            # "ivan@mail.com.Досвід": the sentence after the address has lost its space.
            if number > 1 and label[:1].isupper() and not labels[number - 1][:1].isupper():
                break
            end += len(label) + (1 if number else 0)
        name = text[place:end]
        if "." in name and ends_like_a_domain(name):
            return end
    loose = _LOOSE_DOMAIN.match(text, place)
    return loose.end() if loose else 0


def _common(domain: str) -> bool:
    return re.fullmatch(rf"(?:{COMMON_ENDINGS})", domain.rpartition(".")[2].lower()) is not None


def _in_words(text: str) -> Iterator[Span]:
    """Spelled out: ivan собака gmail точка com; "at" counts only where the dot is a word too."""
    for match in _IN_WORDS.finditer(text):
        dots = match["dots"]
        spelled_dot = re.search(r"\s(?:dot|точка|крапка)\s", dots, re.IGNORECASE)
        sign = match["at"].strip().lower()
        last = re.split(r"[\s.]+", dots)[-1]
        if (spelled_dot or sign not in {"at", "эт", "ет"}) and _common(f"x.{last}"):
            yield Span("email", match.start(), match.end())


def _letter_by_letter(text: str) -> Iterator[Span]:
    """With a space after every character: i v a n @ m a i l . c o m."""
    for match in _SPACED_OUT.finditer(text):
        squeezed = match[0].replace(" ", "")
        if "@" in squeezed and re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", squeezed):
            yield Span("email", match.start(), match.end())
