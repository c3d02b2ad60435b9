"""Phone numbers in the ranges of their countries, and how people write them undisguised.

American, German and London numbers are those set aside for films; the rest is drawn by chance.
"""

import random
from dataclasses import dataclass

_MOBILE = {
    "UA": "50 66 95 99 67 68 96 97 98 63 73 93",
    "RU": "903 905 906 909 910 915 916 917 921 925 926 950 961 962 964 977 985 999",
    "BY": "29 33 44", "KZ": "701 702 705 707 747 771 775 777 778",
    "PL": "501 512 530 602 661 693 722 781 796 880", "TR": "505 532 535 542 544 551 555",
    "RO": "721 730 740 744 751 766 787", "MD": "60 68 69 78 79",
}  # fmt: skip
_FIXED = {
    "UA": "44 32 48 57", "RU": "495 499 812 843", "BY": "17", "KZ": "727", "PL": "22 12 71",
    "TR": "212 216", "RO": "21 31", "MD": "22",
}  # fmt: skip
_CODE = {"UA": "380", "RU": "7", "BY": "375", "KZ": "7", "PL": "48", "DE": "49", "US": "1",
         "UK": "44", "TR": "90", "RO": "40", "MD": "373"}  # fmt: skip
_TRUNK = {"RU": "8", "BY": "80", "KZ": "8", "PL": "", "US": ""}
_COUNTRIES = {
    "uk": "UA", "ru": "RU RU RU BY KZ UA", "en": "US UK UA", "pl": "PL", "de": "DE", "kk": "KZ",
    "tr": "TR", "ro": "RO RO MD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number: country code, the digit before a national number, its groups."""

    country: str
    code: str
    trunk: str
    groups: tuple[str, ...]

    @property
    def digits(self) -> str:
        """The national number without its trunk digit."""
        return "".join(self.groups)


def some_number(chance: random.Random, language: str, *, fixed: bool = False) -> Number:
    """A number that somebody who writes in this language may have."""
    country = chance.choice(_COUNTRIES[language].split())
    code, trunk = _CODE[country], _TRUNK.get(country, "0")
    if country == "US":
        area = chance.choice(("212", "312", "415", "512", "617", "773"))
        return Number(country, code, trunk, (area, "555", f"01{chance.randint(0, 99):02}"))
    if country == "UK":
        tail = f"{chance.randint(0, 999):03}"
        mobile = (chance.choice(("7412", "7534", "7743", "7852", "7988")), _digits(chance, 6))
        return Number(country, code, trunk, ("20", "7946", f"0{tail}") if fixed else mobile)
    if country == "DE":
        tail = f"{chance.randint(0, 99):02}"
        return Number(country, code, trunk, ("30", f"23125{tail}") if fixed else
                      ("171", f"39200{tail}"))  # fmt: skip
    area = chance.choice((_FIXED if fixed else _MOBILE)[country].split())
    sizes = {"UA": (3, 2, 2), "RU": (3, 2, 2), "BY": (3, 2, 2), "KZ": (3, 2, 2), "TR": (3, 2, 2),
             "PL": (3, 3) if not fixed else (3, 2, 2), "MD": (3, 3),
             "RO": (3, 3) if not fixed else (3, 2, 2)}[country]  # fmt: skip
    rest = [_digits(chance, size) for size in sizes]
    starts = "123456789"
    if fixed:
        starts = "23" if country == "KZ" else "2345"
    rest[0] = chance.choice(starts) + rest[0][1:]
    return Number(country, code, trunk, (area, *rest))


def written(chance: random.Random, number: Number) -> str:
    """The number as somebody writes it who hides nothing."""
    first, *rest = number.groups
    plus = f"+{number.code}"
    spaces, dashes = " ".join(rest), "-".join(rest)
    ways = [
        f"{plus} {first} {spaces}", f"{plus}{number.digits}", f"{plus} ({first}) {dashes}",
        f"{plus} {first} {dashes}", f"{plus}({first}){dashes}", f"{plus}-{first}-{dashes}",
        f"{plus} {first} {''.join(rest)}", national(chance, number), national(chance, number),
    ]  # fmt: skip
    if number.country == "UA":
        ways += [f"+38 (0{first}) {dashes}", f"+38 0{first} {spaces}", f"+38(0{first}){spaces}"]
    if number.country == "US":
        ways += [f"({first}) {dashes}", f"{first}.{'.'.join(rest)}"]
    return chance.choice(ways)


def national(chance: random.Random, number: Number) -> str:
    """The number without its country's code, as it is dialled at home."""
    first, *rest = number.groups
    spaces, dashes = " ".join(rest), "-".join(rest)
    if number.trunk in {"8", "80"}:
        area = first if number.trunk == "8" else f"0{first}"
        return chance.choice((
            f"8 ({area}) {dashes}", f"8-{area}-{dashes}", f"8{area}{''.join(rest)}",
            f"8 {area} {spaces}", f"8({area}){dashes}",
        ))  # fmt: skip
    area = f"{number.trunk}{first}"
    return chance.choice((
        f"{area} {spaces}", f"({area}) {dashes}", f"{area}{''.join(rest)}", f"{area}-{dashes}",
        f"({area}) {spaces}",
    ))  # fmt: skip


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))
