"""Résumé files made by the tests: sound ones and hostile ones."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import docx
import pypdf


@dataclass(frozen=True)
class Text:
    """Words at a place on a page; `link` is an address that lies over them."""

    words: str
    x: float = 50
    y: float = 700
    size: float = 10
    bold: bool = False
    link: str = ""


def pdf(*pages: Iterable[Text]) -> bytes:
    """A PDF with these words on its pages, in any alphabet."""
    objects: dict[int, bytes] = {}
    fonts = (
        b"<< /F0 << /Type /Font /Subtype /Type0 /BaseFont /Sans /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 3 0 R >>"
        b" /F1 << /Type /Font /Subtype /Type0 /BaseFont /Sans-Bold /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 3 0 R >> >>"
    )
    pages = tuple(list(page) for page in pages)
    objects[3] = _stream(_to_unicode({c for page in pages for text in page for c in text.words}))
    objects[4] = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sans /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    kids = []
    for page in pages:
        number = 10 + len(objects)
        shown = "\n".join(
            f"BT /F{int(text.bold)} {text.size} Tf 1 0 0 1 {text.x} {text.y} Tm"
            f" <{text.words.encode('utf-16-be').hex()}> Tj ET"
            for text in page
        )
        objects[number + 1] = _stream(shown.encode())
        links = " ".join(
            f"<< /Type /Annot /Subtype /Link /Rect [{text.x} {text.y - 2}"
            f" {text.x + len(text.words) * text.size / 2} {text.y + text.size}]"
            f" /A << /S /URI /URI ({text.link}) >> >>"
            for text in page
            if text.link
        )
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
            + fonts
            + f" >> /Contents {number + 1} 0 R /Annots [{links}] >>".encode()
        )
        kids.append(f"{number} 0 R")
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def encrypted(content: bytes, password: str) -> bytes:
    """The same PDF, which opens with a password only."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(write: "Callable[[docx.document.Document], object]") -> bytes:
    """A Word file as `write(document)` leaves it."""
    document = docx.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(
    content: bytes,
    replaced: Mapping[str, bytes | Callable[[bytes], bytes]],
    *,
    added: Iterable[tuple[str, bytes]] = (),
) -> bytes:
    """The archive with some of its entries replaced and others added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            new = replaced.get(name, source.read(name))
            target.writestr(name, new(source.read(name)) if callable(new) else new)
        for name, entry in added:
            target.writestr(name, entry)
    return out.getvalue()


def _to_unicode(letters: Iterable[str]) -> bytes:
    """The table by which a reader knows which letters the glyphs are: each is itself."""
    table = b"".join(b"<%04X> <%04X>\n" % (ord(letter), ord(letter)) for letter in letters)
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"%d beginbfchar\n%sendbfchar\nendcmap end end" % (table.count(b"\n"), table)
    )


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _file(objects: Mapping[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(out)
