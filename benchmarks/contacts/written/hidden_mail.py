"""E-mail addresses as people write them to hide them from machines."""

import random
from collections.abc import Callable

from benchmarks.contacts.written.habits import known_to
from benchmarks.contacts.written.letters import lookalikes, sans, spaced, unseen, wide
from benchmarks.contacts.written.spoken import AT, DOT

Way = Callable[[random.Random, str, str], str]
_ALOUD = {
    "mail.ru": "мейл точка ру", "yandex.ru": "яндекс точка ру", "gmail.com": "гмейл точка ком",
    "ukr.net": "укр крапка нет", "bk.ru": "бк точка ру", "list.ru": "лист точка ру",
    "ya.ru": "я точка ру", "inbox.ru": "инбокс точка ру", "outlook.com": "аутлук крапка ком",
    "rambler.ru": "рамблер точка ру", "mail.kz": "мейл точка кз",
}  # fmt: skip


def hidden_mail(chance: random.Random, mail: str, language: str, *, held: bool, hand: int) -> str:
    """The address disguised in one of the ways of this part of the set."""
    return chance.choice(known_to(hand, _HELD if held else _OPEN))(chance, mail, language)


def _words(chance: random.Random, language: str, *, held: bool) -> tuple[str, str]:
    if chance.random() < 0.3:
        language = "en"
    return chance.choice(AT[language][held]), chance.choice(DOT[language][held])


def _round_brackets(chance: random.Random, mail: str, language: str) -> str:
    at, dot = _words(chance, language, held=False)
    local, domain = mail.split("@")
    return f"{local} ({at}) {domain.replace('.', f' {dot} ')}"


def _square_brackets(chance: random.Random, mail: str, language: str) -> str:
    at, dot = _words(chance, language, held=False)
    local, domain = mail.split("@")
    if chance.random() < 0.5:
        return f"{local}[{at}]{domain}"
    return f"{local} [{at}] {domain.replace('.', f' [{dot}] ')}"


def _all_words(chance: random.Random, mail: str, language: str) -> str:
    at, dot = _words(chance, language, held=False)
    return mail.replace(".", f" {dot} ").replace("@", f" {at} ")


def _letters_apart(_chance: random.Random, mail: str, _language: str) -> str:
    return spaced(mail)


def _signs_apart(chance: random.Random, mail: str, _language: str) -> str:
    local, domain = mail.split("@")
    return f"{local} @ {domain.replace('.', chance.choice((' . ', '. ', ' .')))}"


def _wide(chance: random.Random, mail: str, _language: str) -> str:
    return chance.choice((wide(mail), mail.replace("@", "＠"), mail.replace("@", " ＠ ")))


def _unseen(chance: random.Random, mail: str, _language: str) -> str:
    return unseen(chance, mail, held=False)


def _lookalikes(chance: random.Random, mail: str, _language: str) -> str:
    return lookalikes(chance, mail, held=False)


def _broken_line(chance: random.Random, mail: str, _language: str) -> str:
    local, domain = mail.split("@")
    before_zone = domain.replace(".", ".\n", 1)
    return chance.choice((f"{local}@\n{domain}", f"{local}@{before_zone}", f"{local}\n@{domain}"))


def _cells(_chance: random.Random, mail: str, _language: str) -> str:
    return mail.replace("@", " | @")


def _small_a(_chance: random.Random, mail: str, _language: str) -> str:
    return mail.replace("@", "(a)")


def _other_brackets(chance: random.Random, mail: str, language: str) -> str:
    at, dot = _words(chance, language, held=True)
    local, domain = mail.split("@")
    opening, closing = chance.choice(("{}", "<>", "««", "--", "//", "__", "**"))
    closing = {"«": "»"}.get(closing, closing)
    dots = f"{opening}{dot}{closing}" if chance.random() < 0.5 else "."
    return f"{local}{opening}{at}{closing}{domain.replace('.', dots)}"


def _capital_words(chance: random.Random, mail: str, language: str) -> str:
    at, dot = _words(chance, language, held=True)
    return mail.replace(".", f" {dot.upper()} ").replace("@", f" {at.upper()} ")


def _loose_letters(chance: random.Random, mail: str, _language: str) -> str:
    return spaced(mail, chance.choice(("  ", "\u00a0", "\u2009")))


def _narrow_signs(_chance: random.Random, mail: str, _language: str) -> str:
    return mail.replace("@", "﹫").replace(".", "．")


def _comma(_chance: random.Random, mail: str, _language: str) -> str:
    local, domain = mail.split("@")
    return f"{local}@{domain.replace('.', ',')}"


def _sans(_chance: random.Random, mail: str, _language: str) -> str:
    return sans(mail)


def _held_unseen(chance: random.Random, mail: str, _language: str) -> str:
    return unseen(chance, mail, held=True)


def _held_lookalikes(chance: random.Random, mail: str, _language: str) -> str:
    return lookalikes(chance, mail, held=True)


def _hyphen_at_line_end(chance: random.Random, mail: str, _language: str) -> str:
    place = chance.randint(2, mail.index("@") - 1)
    return f"{mail[:place]}{chance.choice(('-', '', ' '))}\n{mail[place:]}"


def _domain_aloud(_chance: random.Random, mail: str, language: str) -> str:
    local, domain = mail.split("@")
    if language not in {"uk", "ru", "kk"} or domain not in _ALOUD:
        return f"{local} ({domain})"
    return f"{local.replace('.', ' точка ')} собачка {_ALOUD[domain]}"


def _login_and_provider(_chance: random.Random, mail: str, language: str) -> str:
    local, domain = mail.split("@")
    words = {"uk": "{}, далі @{}", "ru": "{}, а потом @{}", "en": "{}, then @{}"}
    return words.get(language, "{} + @{}").format(local, domain)


_OPEN: tuple[Way, ...] = (
    _round_brackets, _round_brackets, _square_brackets, _square_brackets, _all_words, _all_words,
    _letters_apart, _signs_apart, _wide, _unseen, _lookalikes, _broken_line, _broken_line, _cells,
    _small_a,
)  # fmt: skip
_HELD: tuple[Way, ...] = (
    _other_brackets, _other_brackets, _other_brackets, _capital_words, _loose_letters,
    _narrow_signs, _comma, _sans, _held_unseen, _held_lookalikes, _hyphen_at_line_end,
    _hyphen_at_line_end, _domain_aloud, _login_and_provider,
)  # fmt: skip
