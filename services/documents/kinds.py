"""What a file is, by its content alone; what is no résumé is named and refused."""

import re
from typing import Literal

from services.documents.web import is_in_one_file
from services.errors import DocumentRefused

Kind = Literal["pdf", "docx", "doc", "odt", "rtf", "html", "txt"]

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_ZIP_END = b"PK\x05\x06"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_RTF = b"{\\rtf"
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_BEGINNING = 1024
_LONGEST_ZIP_END = 22 + 65_535

_PROGRAM = re.compile(rb"MZ[^ \w]|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|#!|!<arch>\n")
_PICTURE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|BM.{4}\x00{4}|RIFF....WEBP"
    rb"|....ftyp(?:heic|heix|heif|mif1|msf1|avif)|8BPS",
    re.DOTALL,
)
_ARCHIVE = re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh\d|\xfd7zXZ|\x28\xb5\x2f\xfd|PK[\x05\x07]")
_OTHER = re.compile(
    rb"OggS|RIFF....WAVE|RIFF....AVI|%!PS|SQLite format 3|ID3|....ftyp|\x1aE\xdf\xa3", re.DOTALL
)
_DRAWING = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]"
)
_PAGE = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|style|div|table|p|h[1-6]|section|article|span"
    rb"|ul|ol|br|font|center|script|iframe|b|strong|a)\b",
    re.DOTALL | re.IGNORECASE,
)
_MARKUP = re.compile(rb"<(?:\?xml|!doctype|rdf|svg|!--)", re.IGNORECASE)


def kind_of(content: bytes) -> Kind:
    """What this file is; the name it came with is not asked.

    Raises DocumentRefused: encrypted, macros, program, picture, archive, two_kinds, wrong_type.
    """
    start = _readable_start(content)
    _refuse_two_kinds(content, start)
    if start.startswith(_PDF):
        return "pdf"
    if start.startswith(_ZIP):
        return _kind_of_archive(content)
    if start.startswith(_OLD_OFFICE):
        return _kind_of_old_office(content)
    if start.startswith(_RTF):
        return "rtf"
    for signature, reason in (
        (_PROGRAM, "program"),
        (_PICTURE, "picture"),
        (_DRAWING, "picture"),
        (_ARCHIVE, "archive"),
        (_OTHER, "wrong_type"),
    ):
        if signature.match(start):
            raise DocumentRefused(reason=reason)
    if _PAGE.match(_narrow(start)) or is_in_one_file(start):
        return "html"
    if _MARKUP.match(_narrow(start)):
        raise DocumentRefused(reason="wrong_type")
    return "txt"


def _readable_start(content: bytes) -> bytes:
    return content[: 8 * _BEGINNING].lstrip(b"\xef\xbb\xbf\r\n\t ")


def _narrow(start: bytes) -> bytes:
    """The first bytes of a text in sixteen bits as one byte a letter: enough to see a tag."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in start[:64]:
        return start.replace(b"\x00", b"").lstrip(b"\xff\xfe\r\n\t ")
    return start


def _refuse_two_kinds(content: bytes, start: bytes) -> None:
    """A file that two programs open as two different things is made to deceive one of them."""
    pdf_at = content[:_BEGINNING].find(_PDF)
    other_before = start.startswith((_ZIP, _RTF, _OLD_OFFICE)) or any(
        signature.match(start) for signature in (_PROGRAM, _PICTURE, _ARCHIVE)
    )
    page_before = _PAGE.match(start) is not None
    if pdf_at >= 0 and (other_before or page_before):
        raise DocumentRefused(reason="two_kinds")
    if not start.startswith((_ZIP, b"PK")) and _ends_as_archive(content):
        raise DocumentRefused(reason="two_kinds")


def _ends_as_archive(content: bytes) -> bool:
    """Whether programs for archives would open it, whatever stands before."""
    tail = content[-_LONGEST_ZIP_END:]
    place = tail.rfind(_ZIP_END)
    while place >= 0:
        comment = tail[place + 20 : place + 22]
        if len(comment) == 2 and place + 22 + int.from_bytes(comment, "little") == len(tail):  # noqa: PLR2004 - two bytes hold its length
            return True
        place = tail.rfind(_ZIP_END, 0, place)
    return False


def _kind_of_archive(content: bytes) -> Kind:
    """The first entry of most ODTs says what they are; what is inside is looked at when opened."""
    return "odt" if content[30:].startswith(b"mimetype" + _OPEN_TEXT) else "docx"


def _kind_of_old_office(content: bytes) -> Kind:
    if _ENCRYPTED_OFFICE in content:
        raise DocumentRefused(reason="encrypted")
    if _OLD_WORD not in content:
        raise DocumentRefused(reason="wrong_type")
    if _MACROS in content:
        raise DocumentRefused(reason="macros")
    return "doc"
