"""Whose résumé it is, as its first lines or a label say it: accounts are made of that name."""

from collections.abc import Iterator

from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.names import names_as_accounts
from services.contacts.regexes import regex

# "Name: …", "ФИО …", "Прізвище та ім'я: …" with the name behind it or on the next line.
_LABELLED = regex(
    r"(?im:^)[ |*•]{0,4}(?i:(?:full |first and last |candidate )?name"
    r"|ф\.?и\.?о\.?|фамилия(?: и имя)?|имя(?: и фамилия)?|п\.?і\.?б\.?"
    r"|прізвище(?: та ім.я)?|ім.я(?: та прізвище)?|imię i nazwisko|ad[ıi] ?(?:ve)? ?soyad[ıi]?"
    r"|nume(?:le)?(?: (?:și|si) prenume(?:le)?)?|аты-жөні|тегі, аты|vor- und nachname)"
    r"[ |:–—-]{1,4}\n? ?"
)
_WORD = r"(?:[^\W\d_a-zа-яёіїєґ][^\W\d_]{1,24}(?:[-'’][^\W\d_]{1,24}){0,2})"
_NAME = regex(rf"[ #*•]{{0,4}}(?P<name>{_WORD}(?: {{1,2}}(?:[^\W\d_]\.|{_WORD})){{1,3}})(?!\w)")
_ACCOUNT = regex(r"@?[a-z][a-z0-9._]{4,60}")
_LINE = regex(r"(?m:^)(?=[^\n]*\w)")
_FIRST = 3  # lines among which the name stands
_HEAD = 2_000  # characters in which it is told


def accounts_of_the_name_told(copy: Copy) -> Iterator[Span]:
    """Words in small letters that are made of the name: "Kate Orlova … Discord katorlova"."""
    names = names_told(copy.text)
    several = {f"{word.lower()}s" for name in names for word in name.split()}
    for span in names_as_accounts(copy, names) if names else ():
        said = copy.text[span.start : span.end]
        # Below "Software Engineer" engineers are no account of somebody Engineer, S.
        if _ACCOUNT.fullmatch(said) and said not in several:
            yield span


def names_told(text: str) -> tuple[str, ...]:
    """What may be the full name of the person, as the text begins or labels it."""
    return tuple(dict.fromkeys(name for place in _places(text) for name in _at(text, place)))


def _places(text: str) -> Iterator[int]:
    for number, line in enumerate(_LINE.finditer(text, 0, _HEAD), 1):
        yield line.start()
        if number == _FIRST:
            break
    yield from (label.end() for label in _LABELLED.finditer(text, 0, _HEAD))


def _at(text: str, place: int) -> Iterator[str]:
    if found := _NAME.match(text, place):
        yield found["name"]
