"""Names in messengers and pages on the web, disguised or given by a hint only."""

import random
from collections.abc import Callable

from benchmarks.contacts.written.habits import known_to
from benchmarks.contacts.written.letters import lookalikes, sans, spaced, unseen, wide
from benchmarks.contacts.written.spoken import AT, DOT, SLASH

_Way = Callable[[random.Random, str, str], str]
_UNDERSCORE = {"uk": "нижнє підкреслення", "ru": "нижнее подчёркивание", "en": "underscore"}


def hidden_name(
    chance: random.Random, name: str, language: str, *, held: bool, hand: int, with_at: bool
) -> str:
    """A by-name, disguised; most often it only loses its @, so that the words around tell it.

    `with_at`: where it is a name in, people put an @ before names.
    """
    bare = name.removeprefix("@")
    if chance.random() < 0.45:
        return bare
    name = f"@{bare}" if with_at else bare
    hidden = chance.choice(known_to(hand, _HELD_NAMES if held else _NAMES))(chance, name, language)
    return bare if hidden == name else hidden


def hidden_page(chance: random.Random, page: str, language: str, *, held: bool, hand: int) -> str:
    """The address of a page, disguised; most often it only loses its scheme."""
    scheme, separator, rest = page.rpartition("://")
    if scheme not in {"", "https"}:  # viber://chat?number=…
        return page
    if chance.random() < 0.3:
        return rest
    if held and separator and chance.random() < 0.3:
        return f"hxxps://{rest.replace('.', '[.]', 1)}"
    return chance.choice(known_to(hand, _HELD_PAGES if held else _PAGES))(chance, rest, language)


def _at_apart(_chance: random.Random, name: str, _language: str) -> str:
    return name.replace("@", "@ ")


def _at_in_words(chance: random.Random, name: str, language: str) -> str:
    return name.replace("@", f"{chance.choice(AT[language][0])} ")


def _letters_apart(_chance: random.Random, name: str, _language: str) -> str:
    return spaced(name)


def _underscore_apart(_chance: random.Random, name: str, _language: str) -> str:
    return name.replace("_", " _ ")


def _wide(_chance: random.Random, name: str, _language: str) -> str:
    return wide(name)


def _unseen(chance: random.Random, name: str, _language: str) -> str:
    return unseen(chance, name, held=False)


def _lookalikes(chance: random.Random, name: str, _language: str) -> str:
    return lookalikes(chance, name, held=False)


def _dots_apart(_chance: random.Random, page: str, _language: str) -> str:
    return page.replace(".", " . ").replace("/", " / ").strip(" /")


def _dots_in_brackets(chance: random.Random, page: str, _language: str) -> str:
    return page.replace(".", chance.choice(("[.]", "(.)")), 1)


def _in_words(chance: random.Random, page: str, language: str) -> str:
    if chance.random() < 0.3:
        language = "en"
    dot, slash = chance.choice(DOT[language][0]), SLASH[language]
    return page.strip("/").replace(".", f" {dot} ").replace("/", f" {slash} ")


def _broken_behind_slash(_chance: random.Random, page: str, _language: str) -> str:
    place = page.rstrip("/").rfind("/") + 1
    return f"https://{page[:place]}\n{page[place:]}" if place else f"https://\n{page}"


def _page_unseen(chance: random.Random, page: str, _language: str) -> str:
    return unseen(chance, page, held=False)


def _held_at(chance: random.Random, name: str, language: str) -> str:
    return name.replace("@", f"({chance.choice(AT[language][1])})")


def _loose(_chance: random.Random, name: str, _language: str) -> str:
    return spaced(name, "  ")


def _underscore_in_words(_chance: random.Random, name: str, language: str) -> str:
    name = name.removeprefix("@")
    return name.replace("_", f" ({_UNDERSCORE.get(language, 'underscore')}) ")


def _sans(_chance: random.Random, name: str, _language: str) -> str:
    return sans(name)


def _held_unseen(chance: random.Random, name: str, _language: str) -> str:
    return unseen(chance, name, held=True)


def _held_lookalikes(chance: random.Random, name: str, _language: str) -> str:
    return lookalikes(chance, name, held=True)


def _only_dots_apart(chance: random.Random, page: str, _language: str) -> str:
    return page.replace(".", chance.choice((". ", " .")), 1)


def _commas(_chance: random.Random, page: str, _language: str) -> str:
    return page.replace(".", ",", 1)


def _held_in_words(chance: random.Random, page: str, language: str) -> str:
    dot = chance.choice(DOT[language][1])
    return page.strip("/").replace(".", f" ({dot}) ").replace("/", " / ")


def _broken_anywhere(chance: random.Random, page: str, _language: str) -> str:
    place = chance.randint(page.find("/") + 2, len(page) - 2) if "/" in page else 4
    return f"{page[:place]}\n{page[place:]}"


def _page_held_unseen(chance: random.Random, page: str, _language: str) -> str:
    return unseen(chance, page, held=True)


_NAMES: tuple[_Way, ...] = (
    _at_apart, _at_in_words, _letters_apart, _underscore_apart, _wide, _unseen, _lookalikes,
)  # fmt: skip
_HELD_NAMES: tuple[_Way, ...] = (
    _held_at, _loose, _underscore_in_words, _sans, _held_unseen, _held_lookalikes,
)  # fmt: skip
_PAGES: tuple[_Way, ...] = (
    _dots_apart, _dots_in_brackets, _in_words, _broken_behind_slash, _page_unseen,
)  # fmt: skip
_HELD_PAGES: tuple[_Way, ...] = (
    _only_dots_apart, _commas, _held_in_words, _broken_anywhere, _page_held_unseen,
)  # fmt: skip
