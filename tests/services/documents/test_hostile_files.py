"""Files that are not what they say, or mean harm: each has its refusal, none its way."""

import dataclasses
import io
import zipfile
from collections.abc import Callable

import pytest

from services.documents import LIMITS, read_document
from services.errors import DocumentRefused
from tests.services.documents.files import Text, encrypted, pdf, repacked, word

pytestmark = pytest.mark.thorough

LINES = [Text("Olena Ivanenko, software developer in Kyiv", y=700)]
RESUME = pdf(LINES)
WORD = word(lambda document: document.add_paragraph("Olena Ivanenko, developer"))
# A loaded machine is slow; only the tests of time are about time.
PATIENT = dataclasses.replace(LIMITS, seconds=300)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _zip(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def _in_body(xml: bytes) -> Callable[[bytes], bytes]:
    return lambda document: document.replace(b"<w:body>", b"<w:body>" + xml)


def _declaring(doctype: bytes, text: bytes = b"&lol;") -> bytes:
    def declared(document: bytes) -> bytes:
        start = document.index(b"?>") + 2
        paragraph = b"<w:p><w:r><w:t>" + text + b"</w:t></w:r></w:p>"
        return document[:start] + doctype + _in_body(paragraph)(document[start:])

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


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing at all", lambda: b"", "empty"),
    ("only spaces and line ends", lambda: b" \r\n\t \n", "empty"),
    ("a byte too many", lambda: b"x" * (LIMITS.size + 1), "too_large"),
    ("an executable", lambda: b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(256)) * 8, "wrong_type"),
    ("a web page", lambda: b"<!DOCTYPE html><html><body>CV</body></html>", "wrong_type"),
    ("a web page after spaces", lambda: b"\n  <HTML><script>alert(1)</script>", "wrong_type"),
    ("a drawing with a script", lambda: b"<svg><script>1</script></svg>", "wrong_type"),
    ("a picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(600), "wrong_type"),
    ("rich text", lambda: b"{\\rtf1\\ansi Olena Ivanenko}", "wrong_type"),
    ("the old Word", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "wrong_type"),
    ("bytes without sense", lambda: bytes(range(1, 256)) * 40, "wrong_type"),
    ("a plain archive", lambda: _zip(**{"resume.txt": b"Olena"}), "wrong_type"),
    ("an empty archive", _zip, "wrong_type"),
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
        "wrong_type",
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
        lambda: repacked(WORD, {"word/document.xml": _in_body(b"<w:p>" * 300 + b"</w:p>" * 300)}),
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
        lambda: repacked(WORD, {"word/document.xml": _in_body(b"<w:p/>" * 1_000_000)}),
        "unpacks_too_large",
    ),
    (
        "2,001 entries",
        lambda: repacked(WORD, {}, added=[(f"word/media/{n}", b"") for n in range(2_001)]),
        "unpacks_too_large",
    ),
]


@pytest.mark.parametrize(("make", "reason"), [p[1:] for p in HOSTILE], ids=[p[0] for p in HOSTILE])
def test_a_hostile_file_is_refused_for_its_reason(make, reason):
    with pytest.raises(DocumentRefused) as refused:
        read_document("resume.pdf", make(), limits=PATIENT)
    assert refused.value.fields["reason"] == reason


def test_what_is_at_the_limit_is_read():
    at_size = b"Olena Ivanenko\n".ljust(LIMITS.size)
    assert read_document("resume.txt", at_size, limits=PATIENT).text == "Olena Ivanenko"
    assert read_document("resume.pdf", pdf(*([LINES] * LIMITS.pages)), limits=PATIENT).readable


def test_a_word_file_that_unfolds_in_memory_is_stopped_there():
    """Within the limit of the archive, far beyond that of the process."""
    bomb = repacked(WORD, {"word/document.xml": _in_body(b"<w:p/>" * 400_000)})
    assert len(bomb) < 100_000
    with pytest.raises(DocumentRefused) as refused:
        read_document("resume.docx", bomb, limits=dataclasses.replace(PATIENT, memory=300_000_000))
    assert refused.value.fields["reason"] == "unpacks_too_large"


def test_a_scan_is_unreadable_and_nothing_is_guessed():
    scan = pdf([], [])
    read = read_document("scan.pdf", scan)
    assert (read.kind, read.readable, read.html, read.text) == ("pdf", False, "", "")


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "CON.pdf",
        "a" * 4_000 + ".pdf",
        "re\x00sume.pdf",
        "\u202efdp.exe",
        "-rf.pdf",
        "a\r\nb.pdf",
        "😀.docx",
        "\ud800.pdf",
        "",
    ],
)
def test_the_name_of_a_file_decides_nothing(name):
    assert read_document(name, RESUME).kind == "pdf"
    with pytest.raises(DocumentRefused):
        read_document(name, b"<html>")


def test_remote_and_embedded_things_stay_outside():
    """A picture by address, a script in a field, a link that is none: words remain."""
    hostile = word(
        lambda document: [
            document.add_paragraph("Olena <script>alert(1)</script> Ivanenko"),
            document.add_paragraph("developer of payment services"),
        ]
    )
    read = read_document("resume.docx", hostile)
    assert "<script" not in read.html
    assert "Olena <script>alert(1)</script> Ivanenko" in read.text
    links = pdf(
        [
            Text("Olena Ivanenko, developer", link="javascript:alert\\(1\\)"),
            Text("my portfolio", y=680, link="https://example.com/olena"),
        ]
    )
    read = read_document("resume.pdf", links)
    assert "javascript" not in read.html
    assert 'href="https://example.com/olena"' in read.html


def test_nothing_comes_out_that_no_store_can_carry():
    broken = (
        "Olena\x00 Iva\x07nenko \ud83d\ude00 \ud800 Kyiv\ufffe, developer " + "of services " * 30
    )
    as_pdf = pdf([Text("Olena\x00 Ivanenko \x07developer of services")])
    texts = [
        read_document("a.txt", broken.encode("utf-16-le", "surrogatepass")),
        read_document("a.pdf", as_pdf),
    ]
    for read in texts:
        for said in (read.text, read.html):
            said.encode("utf-8")
            assert not set(said) & {"\x00", "\x07", "\ufffe"}
        assert "Ivanenko" in read.text
