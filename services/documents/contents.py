"""What a file says, whatever it is."""

from dataclasses import dataclass

from services.documents.kinds import Kind, kind_of
from services.documents.limits import Limits
from services.errors import DocumentRefused
from services.markup import clean_html, plain_text

_FEWEST_LETTERS = 15


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file says, ready to be told to the app."""

    kind: Kind
    readable: bool
    html: str
    text: str


def contents(content: bytes, limits: Limits) -> Contents:
    """Take a file apart. Of the old Word's files it is only said that they are such.

    Raises DocumentRefused; also whatever the readers of the formats raise on damaged files.
    """
    match kind_of(content):
        case "pdf":
            from services.documents.pdf import pdf_as_html  # noqa: PLC0415 - only what this file needs

            return _told("pdf", pdf_as_html(content, limits), limits)
        case "docx" | "odt":
            return _of_archive(content, limits)
        case "rtf":
            from services.documents.rtf import rtf_as_html  # noqa: PLC0415 - as above

            return _told("rtf", rtf_as_html(content), limits)
        case "html":
            from services.documents.web import page_as_html  # noqa: PLC0415 - as above

            return _told("html", page_as_html(content), limits)
        case "doc":
            return Contents("doc", readable=False, html="", text="")
        case "txt":
            from services.documents.plain import text_as_html  # noqa: PLC0415 - as above

            return _told("txt", text_as_html(content), limits)


def _of_archive(content: bytes, limits: Limits) -> Contents:
    from services.documents.archive import opened  # noqa: PLC0415 - only what this file needs

    archive, kind = opened(content, limits)
    with archive:
        if kind == "odt":
            from services.documents.odt import odt_as_html  # noqa: PLC0415 - as above

            return _told("odt", odt_as_html(archive), limits)
        from services.documents.word import word_as_html  # noqa: PLC0415 - as above

        return _told("docx", word_as_html(content, archive), limits)


def _told(kind: Kind, raw_html: str, limits: Limits) -> Contents:
    if len(raw_html) > 4 * limits.characters:
        raise DocumentRefused(reason="unpacks_too_large")
    html = clean_html(raw_html)
    text = plain_text(html)
    if len(text) > limits.characters:
        raise DocumentRefused(reason="unpacks_too_large")
    letters = sum(character.isalpha() for character in text)
    if kind in {"html", "txt"} and not letters:
        raise DocumentRefused(reason="empty")  # nobody scans into these
    if letters < (1 if kind in {"html", "txt"} else _FEWEST_LETTERS):
        return Contents(kind, readable=False, html="", text="")
    return Contents(kind, readable=True, html=html, text=text)
