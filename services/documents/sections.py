"""The parts of a résumé by their usual names: what he did, what he learned, what he speaks."""

import re
from collections.abc import Sequence
from typing import Literal

from services.documents.blocks import is_section
from services.documents.found import Line

Part = Literal["experience", "education", "languages", "other"]
_NAMES: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        "experience",
        re.compile(
            r"experience|employment|work history|career|досвід|трудова|опыт|трудовая|карьера"
            r"|кар[’']єра|места? работы|місц[ея] роботи",
            re.IGNORECASE,
        ),
    ),
    (
        "education",
        re.compile(
            r"education|studies|courses|certificat|training|освіта|навчання|курси|сертифікат"
            r"|образование|обучение|курсы|сертификат|повышение",
            re.IGNORECASE,
        ),
    ),
    ("languages", re.compile(r"languages?\b|\bмови?\b|\bмов(?:ами)?\b|язык", re.IGNORECASE)),
)
_LONGEST_HEADING = 45
_OTHER = re.compile(
    r"(?:summary|profile|about|skills|tools|projects|interests|references|contacts?|more|also|beyond"
    r"|in short|про себе|про мене|навички|інструменти|додатково|інше|контакти|коротко|ще про мене"
    r"|о себе|навыки|дополнительно|контакты|ещё обо мне|проекты|проєкти)\b",
    re.IGNORECASE,
)


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """For every line the part of the résumé it stands in."""
    here: Part = "other"
    found: list[Part] = []
    for line in lines:
        here = _opened_by(line.text) or here
        found.append(here)
    return found


def _opened_by(text: str) -> Part | None:
    bare = text.strip(" :•\t")
    if not bare or len(bare) > _LONGEST_HEADING or bare[-1] in ".,;" or re.search(r"\d", bare):
        return None
    words = len(bare.split())
    for part, name in _NAMES:
        match = name.search(bare)
        if match and (is_section(bare) or (match.start() < 15 and words <= 4)):  # noqa: PLR2004 - a heading is short
            return None if "," in bare or " – " in bare else part
    return "other" if is_section(bare) or (_OTHER.match(bare) and words <= 4) else None  # noqa: PLR2004 - as above
