"""Files that are not what they say, or mean harm: what each is called, how it is made, its end."""

import io
import zipfile
from collections.abc import Callable

from services.documents import LIMITS
from tests.services.documents.files import Text, encrypted, pdf, repacked, word

LINES = [Text("Olena Ivanenko, software developer in Kyiv", y=700)]
RESUME = pdf(LINES)
WORD = word(lambda document: document.add_paragraph("Olena Ivanenko, developer"))
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _zip(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def in_body(xml: bytes) -> Callable[[bytes], bytes]:
    return lambda document: document.replace(b"<w:body>", b"<w:body>" + xml)


def _declaring(doctype: bytes, text: bytes = b"&lol;") -> bytes:
    def declared(document: bytes) -> bytes:
        start = document.index(b"?>") + 2
        paragraph = b"<w:p><w:r><w:t>" + text + b"</w:t></w:r></w:p>"
        return document[:start] + doctype + in_body(paragraph)(document[start:])

    return repacked(WORD, {"word/document.xml": declared})


def _laughing() -> bytes:
    entities = b'<!ENTITY lol0 "lol">' + b"".join(
        b'<!ENTITY lol%d "%s">' % (n, b"&lol%d;" % (n - 1) * 10) for n in range(1, 10)
    )
    return _declaring(b"<!DOCTYPE d [" + entities + b'<!ENTITY lol "&lol9;">]>')


def _hidden_body() -> bytes:
    """The body, with an entity in it, where nobody looks for XML."""
    with zipfile.ZipFile(
        io.BytesIO(_declaring(b'<!DOCTYPE d [<!ENTITY lol "Kyiv">]>'))
    ) as declaring:
        body = declaring.read("word/document.xml")
    return repacked(
        WORD,
        {"_rels/.rels": lambda rels: rels.replace(b"word/document.xml", b"word/body.bin")},
        added=[("word/body.bin", body)],
    )


def _locked_zip() -> bytes:
    """An archive whose first entry says of itself that it is encrypted."""
    locked = bytearray(WORD)
    locked[locked.index(b"PK\x03\x04") + 6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    return bytes(locked)


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def old_word(*streams: str) -> bytes:
    """What begins as a file of the old Word does, with the names of its streams."""
    names = b"".join(name.encode("utf-16-le") for name in ("WordDocument", *streams))
    return OLD_OFFICE + bytes(600) + names


def _nested(depth: int) -> bytes:
    return b"<html>" + b"<div>" * depth + b"Olena Ivanenko" + b"</div>" * depth


def open_text(text: bytes) -> bytes:
    """The XML of an ODT's body."""
    spaces = b" ".join(
        b'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, name)
        for name in (b"office", b"text", b"draw")
    )
    return (
        b"<office:document-content %s><office:body><office:text><text:p>%s</text:p>"
        b"</office:text></office:body></office:document-content>" % (spaces, text)
    )


def odt(
    content: bytes | None = b"<a/>", *, media_type: bytes = b"text", manifest: bytes = b"<a/>"
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            zipfile.ZipInfo("mimetype"), b"application/vnd.oasis.opendocument." + media_type
        )
        if content is not None:
            archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


OPEN_TEXT = odt(open_text(b"Olena Ivanenko, a developer"))

HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing at all", lambda: b"", "empty"),
    ("only spaces and line ends", lambda: b" \r\n\t \n", "empty"),
    ("a byte too many", lambda: b"x" * (LIMITS.size + 1), "too_large"),
    ("an executable", lambda: b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(256)) * 8, "program"),
    ("a program of Linux", lambda: b"\x7fELF\x02\x01\x01" + bytes(200), "program"),
    ("a script", lambda: b"#!/bin/sh\nrm -rf /\n", "program"),
    ("a web page without words", lambda: b"<!DOCTYPE html><html><body></body></html>", "empty"),
    ("a page of script only", lambda: b"\n  <HTML><script>alert(1)</script>", "empty"),
    ("a drawing with a script", lambda: b"<svg><script>1</script></svg>", "picture"),
    ("XML of another kind", lambda: b"<?xml version='1.0'?><rss><a>Olena</a></rss>", "wrong_type"),
    ("a picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(600), "picture"),
    ("a photo of a telephone", lambda: b"\x00\x00\x00\x18ftypheic" + bytes(600), "picture"),
    ("an archive of another kind", lambda: b"Rar!\x1a\x07\x00" + bytes(600), "archive"),
    ("rich text that says nothing", lambda: b"{\\rtf1\\ansi }", "unreadable"),
    ("rich text nested 100,000 deep", lambda: b"{\\rtf1 " + b"{\\b " * 100_000, "damaged"),
    (
        "rich text with a picture of 14 MB",
        lambda: b"{\\rtf1{\\pict " + b"0f" * 7_000_000 + b"} Olena Ivanenko, a developer}",
        "readable",
    ),
    (
        "rich text whose bytes run past its end",
        lambda: b"{\\rtf1 Olena Ivanenko, a developer {\\bin2000000000 x}}",
        "readable",
    ),
    ("an old office file of another kind", lambda: OLD_OFFICE + bytes(600), "wrong_type"),
    ("the old Word with macros", lambda: old_word("_VBA_PROJECT"), "macros"),
    ("PDF and archive in one", lambda: RESUME + _zip(**{"a.txt": b"Olena"}), "two_kinds"),
    ("page and PDF in one", lambda: b"<html><!--" + RESUME + b"-->", "two_kinds"),
    ("picture and PDF in one", lambda: b"GIF89a" + RESUME, "two_kinds"),
    ("program and PDF in one", lambda: b"MZ\x90\x00" + RESUME, "two_kinds"),
    ("a page nested 10,000 deep", lambda: _nested(10_000), "readable"),
    ("a page that never closes a tag", lambda: b"<html>" + b"<div><p>Olena " * 30_000, "readable"),
    ("a page of three million letters", lambda: b"<p>" + b"word " * 600_000, "unpacks_too_large"),
    ("bytes without sense", lambda: bytes(range(1, 256)) * 40, "wrong_type"),
    ("a plain archive", lambda: _zip(**{"resume.txt": b"Olena"}), "archive"),
    ("an archive in an archive", lambda: _zip(**{"a.zip": _zip(**{"b.txt": b"Olena"})}), "archive"),
    ("an empty archive", _zip, "archive"),
    ("a file of Apple's Pages", lambda: _zip(**{"Index/Document.iwa": b"x" * 90}), "wrong_type"),
    (
        "Word with macros",
        lambda: repacked(
            WORD,
            {
                "[Content_Types].xml": lambda types: types.replace(
                    MAIN.encode(), b"application/vnd.ms-word.document.macroEnabled.main+xml"
                )
            },
            added=[("word/vbaProject.bin", b"\x00" * 100)],
        ),
        "macros",
    ),
    ("a PDF of its first line only", lambda: b"%PDF-1.7\n", "damaged"),
    ("half a PDF", lambda: RESUME[: len(RESUME) // 3], "damaged"),
    ("a PDF without pages", pdf, "damaged"),
    ("half a Word file", lambda: WORD[: len(WORD) // 2], "damaged"),
    ("Word without its body", lambda: _zip(**{"[Content_Types].xml": MAIN.encode()}), "damaged"),
    (
        "Word with broken markup",
        lambda: repacked(WORD, {"word/document.xml": b"<w:document><w:body>"}),
        "damaged",
    ),
    ("Word that laughs a billion times", _laughing, "damaged"),
    (
        "Word that reads the server's files",
        lambda: _declaring(b'<!DOCTYPE d [<!ENTITY lol SYSTEM "file:///etc/passwd">]>'),
        "damaged",
    ),
    ("Word whose body hides under another name", _hidden_body, "damaged"),
    (
        "Word with an entity in UTF-16",
        lambda: repacked(
            WORD,
            {
                "word/styles.xml": '<?xml version="1.0" encoding="utf-16"?>'
                '<!DOCTYPE d [<!ENTITY a "b">]><d/>'.encode("utf-16")
            },
        ),
        "damaged",
    ),
    (
        "Word nested three hundred deep",
        lambda: repacked(WORD, {"word/document.xml": in_body(b"<w:p>" * 300 + b"</w:p>" * 300)}),
        "damaged",
    ),
    ("a PDF with a password", lambda: encrypted(RESUME, "secret"), "encrypted"),
    (
        "Word with a password",
        lambda: (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(600)
            + "EncryptedPackage".encode("utf-16-le")
        ),
        "encrypted",
    ),
    ("an archive with a password", _locked_zip, "encrypted"),
    ("101 pages", lambda: pdf(*([LINES] * 101)), "too_many_pages"),
    (
        "a small Word file of 101 MB",
        lambda: repacked(WORD, {}, added=[("word/media/a.bin", b"\x00" * 101_000_000)]),
        "unpacks_too_large",
    ),
    (
        "a small Word file of a million paragraphs",
        lambda: repacked(WORD, {"word/document.xml": in_body(b"<w:p/>" * 1_000_000)}),
        "unpacks_too_large",
    ),
    ("half an ODT", lambda: OPEN_TEXT[: len(OPEN_TEXT) // 2], "damaged"),
    ("an ODT without its text", lambda: odt(content=None), "damaged"),
    ("a table in an ODT's clothes", lambda: odt(media_type=b"spreadsheet"), "wrong_type"),
    (
        "an ODT with a password",
        lambda: odt(manifest=b"<manifest:encryption-data/>"),
        "encrypted",
    ),
    (
        "an ODT that laughs a billion times",
        lambda: odt(
            b'<!DOCTYPE d [<!ENTITY a "lol">'
            + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
            + b"]>"
            + open_text(b"&j;")
        ),
        "damaged",
    ),
    (
        "an ODT that reads the server's files",
        lambda: odt(b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + open_text(b"&a;")),
        "damaged",
    ),
    (
        "an ODT nested ten thousand deep",
        lambda: odt(open_text(b"<text:span>" * 10_000 + b"</text:span>" * 10_000)),
        "damaged",
    ),
    (
        "a small ODT of 101 MB",
        lambda: repacked(OPEN_TEXT, {}, added=[("Pictures/a.png", b"\x00" * 101_000_000)]),
        "unpacks_too_large",
    ),
    (
        "a small ODT of a million paragraphs",
        lambda: odt(open_text(b"</text:p><text:p>" * 1_000_000)),
        "unpacks_too_large",
    ),
    (
        "a table of spaces without end in an ODT",
        lambda: odt(open_text(b'Olena, a developer <text:s text:c="999999999"/>')),
        "readable",
    ),
    (
        "2,001 entries",
        lambda: repacked(WORD, {}, added=[(f"word/media/{n}", b"") for n in range(2_001)]),
        "unpacks_too_large",
    ),
]
