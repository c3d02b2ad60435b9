"""What a letter says, and how it is laid out as HTML with a plain-text twin."""

import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from services.folding import without_controls
from services.i18n import Translator
from services.mail.look import Look
from services.markup import plain_text

# A sentence's own signs after an address are none of it.
_WEB = re.compile(r"(https?://[^\s<>\"'`«»“”]*[^\s<>\"'`«»“”.,;:!?)\]])")
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the reader may call or write to."""

    name: str
    position: str = ""
    phone: str = ""
    email: str = ""
    messenger: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together, under a heading of their own."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterContent:
    """A letter before it is laid out: plain words, one button, whom to call.

    `body` is clean markup (`services/markup.py`) that a person wrote; then there may be neither
    greeting nor button. `calendar` is a file for the reader's calendar. `answers` are buttons with
    which the letter is answered: their words, and where they lead. `email` is where it goes, as far
    as that may have changed since it was queued.
    """

    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    button: str
    link: str
    facts: tuple[tuple[str, str], ...]
    small_print: tuple[str, ...]
    contact: Contact
    agency_name: str
    sections: tuple[Section, ...] = ()
    body: str = ""
    calendar: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    email: str = ""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A letter as it goes out."""

    subject: str
    html: str
    text: str


def lay_out(content: LetterContent, translator: Translator, look: Look) -> LaidOut:
    """Lay a letter out as HTML and as plain text. Every value is escaped in the HTML."""
    values = {
        "letter": content,
        "body": Markup(content.body),  # noqa: S704 - clean markup
        "words": plain_text(content.body) if content.body else "",
        "look": look,
        "t": translator.text,
        "language": translator.language,
    }
    return LaidOut(
        subject=" ".join(content.subject.split()),
        html=without_controls(_html.get_template("letter.html").render(values)),
        text=without_controls(_text.get_template("letter.txt").render(values)).strip() + "\n",
    )


def _environment(*, autoescape: bool) -> Environment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _leading(place: str) -> Markup:
    """A place with its web addresses as links: not every program makes links of words."""
    parts = [escape(part) for part in _WEB.split(place)]
    parts[1::2] = [Markup('<a href="{0}">{0}</a>').format(part) for part in parts[1::2]]
    return Markup("").join(parts)


_html = _environment(autoescape=True)
_html.filters["leading"] = _leading
_text = _environment(autoescape=False)  # plain text: nothing in it is markup
