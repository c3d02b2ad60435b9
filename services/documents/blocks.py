"""Headings, paragraphs and list items: what the readers of all formats make of a file."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal

_BULLETS = "•◦▪▫■□●○‣⁃∙➢➤►▶▸✓✔✦❖→◆◇"
_SIGNS_AS_BULLETS = "-–—*·"
_BULLET = re.compile(rf"\s*(?:[{_BULLETS}]\s*|[{_SIGNS_AS_BULLETS}]\s+(?=\S))")
_LONE_BULLET = re.compile(rf"\s*[{_SIGNS_AS_BULLETS}{_BULLETS}]\s*\Z")
_LIGATURES = dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)

_SECTIONS = frozenset(
    """summary profile about|me objective experience work|experience professional|experience
    employment|history education skills technical|skills key|skills languages certificates
    certifications courses projects publications awards interests hobbies references
    volunteering achievements contact contacts personal|information additional|information
    резюме опыт|работы опыт образование навыки ключевые|навыки профессиональные|навыки языки
    знание|языков курсы сертификаты проекты достижения о|себе обо|мне контакты дополнительно
    дополнительная|информация цель личные|качества рекомендации публикации
    досвід|роботи досвід освіта навички професійні|навички ключові|навички мови знання|мов
    володіння|мовами сертифікати проєкти проекти досягнення про|себе контакти мета
    додаткова|інформація особисті|якості рекомендації публікації трудова|діяльність
    """.replace("\n", " ").split()
)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or an item of a list, with markup inside its words."""

    kind: Literal["h2", "h3", "p", "li"]
    html: str


def as_html(blocks: Iterable[Block]) -> str:
    """Blocks as markup; items that follow each other are one list."""
    out: list[str] = []
    in_list = False
    for block in blocks:
        if (block.kind == "li") != in_list:
            in_list = not in_list
            out.append("<ul>" if in_list else "</ul>")
        out.append(f"<{block.kind}>{block.html}</{block.kind}>")
    if in_list:
        out.append("</ul>")
    return "".join(out)


def words(text: str) -> str:
    """Text as files hold it, in the letters that people use: no ligatures, accents composed."""
    return unicodedata.normalize("NFC", text.translate(_LIGATURES))


def bullet(text: str) -> int:
    """How many characters at the start of a line mark it as an item; 0 for none."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def is_lone_bullet(text: str) -> bool:
    """Whether a line is nothing but the sign of the item that follows."""
    return _LONE_BULLET.match(text) is not None


def is_section(text: str) -> bool:
    """Whether a line is the usual name of a part of a résumé, in one of our languages."""
    return "|".join(re.findall(r"\w+", text.lower())) in _SECTIONS


def paragraph(lines: Iterable[str]) -> Block:
    """Lines of plain text as one paragraph that keeps them apart."""
    return Block("p", "<br>".join(escape(line, quote=False) for line in lines))
