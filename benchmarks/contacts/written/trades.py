"""What a résumé says besides contacts: a trade, its tasks, skills and school."""

import random
import re
from dataclasses import dataclass

from benchmarks.contacts.written.trades_en import ENGLISH
from benchmarks.contacts.written.trades_others import OTHERS
from benchmarks.contacts.written.trades_ru import RUSSIAN
from benchmarks.contacts.written.trades_uk import UKRAINIAN

_TECHNICAL = {"Python", "Java", "SQL", "Docker", "Git", "Figma", "JMeter"}
_TRADES = {"uk": UKRAINIAN, "ru": RUSSIAN, "en": ENGLISH, **OTHERS}


@dataclass(frozen=True, slots=True)
class Trade:
    """The body of a résumé; the title in a man's and in a woman's words."""

    title: tuple[str, str]
    about: str
    employers: tuple[str, ...]
    tasks: tuple[str, ...]
    skills: str
    school: str

    @property
    def since(self) -> int:
        """The year in which the school began."""
        return int(re.findall(r"\d{4}", self.school)[0])

    @property
    def technical(self) -> bool:
        """Whether signs like @property belong into such a résumé."""
        return bool(_TECHNICAL & set(re.findall(r"\w+", self.skills)))


def some_trade(chance: random.Random, language: str, *, held: bool) -> Trade:
    """A trade, read from its block of lines: title, about, employers, tasks (-), skills, school."""
    blocks = _TRADES[language][held].strip().split("\n\n")
    title, about, employers, *tasks, skills, school = chance.choice(blocks).strip().split("\n")
    man, _, woman = title.partition("|")
    return Trade(
        (man, woman or man),
        about,
        tuple(employers.split("; ")),
        tuple(task.removeprefix("- ") for task in tasks),
        skills,
        school,
    )
