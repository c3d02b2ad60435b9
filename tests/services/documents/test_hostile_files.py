"""Files that are not what they say, or mean harm: each has its refusal, none its way."""

import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from pages.ui import problems
from services.documents import LIMITS, converters, read_document
from services.documents.process import ask
from services.errors import DocumentRefused
from services.i18n import LANGUAGES, translator
from tests.services.documents.files import Text, encrypted, pdf, repacked, word

pytestmark = pytest.mark.thorough

LINES = [Text("Olena Ivanenko, software developer in Kyiv", y=700)]
RESUME = pdf(LINES)
WORD = word(lambda document: document.add_paragraph("Olena Ivanenko, developer"))
# A loaded machine is slow; only the tests of time are about time.
PATIENT = dataclasses.replace(LIMITS, seconds=300)
MODULES = "tests.services.documents.children"
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


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _old_word(*streams: str) -> bytes:
    """What begins as a file of the old Word does, with the names of its streams."""
    names = b"".join(name.encode("utf-16-le") for name in ("WordDocument", *streams))
    return OLD_OFFICE + bytes(600) + names


def _nested(depth: int) -> bytes:
    return b"<html>" + b"<div>" * depth + b"Olena Ivanenko" + b"</div>" * depth


def _open_text(text: bytes) -> bytes:
    """The XML of an ODT's body."""
    spaces = b" ".join(
        b'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, name)
        for name in (b"office", b"text", b"draw")
    )
    return (
        b"<office:document-content %s><office:body><office:text><text:p>%s</text:p>"
        b"</office:text></office:body></office:document-content>" % (spaces, text)
    )


def _odt(
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


OPEN_TEXT = _odt(_open_text(b"Olena Ivanenko, a developer"))

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
    ("the old Word with macros", lambda: _old_word("_VBA_PROJECT"), "macros"),
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
    ("half an ODT", lambda: OPEN_TEXT[: len(OPEN_TEXT) // 2], "damaged"),
    ("an ODT without its text", lambda: _odt(content=None), "damaged"),
    ("a table in an ODT's clothes", lambda: _odt(media_type=b"spreadsheet"), "wrong_type"),
    (
        "an ODT with a password",
        lambda: _odt(manifest=b"<manifest:encryption-data/>"),
        "encrypted",
    ),
    (
        "an ODT that laughs a billion times",
        lambda: _odt(
            b'<!DOCTYPE d [<!ENTITY a "lol">'
            + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
            + b"]>"
            + _open_text(b"&j;")
        ),
        "damaged",
    ),
    (
        "an ODT that reads the server's files",
        lambda: _odt(
            b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _open_text(b"&a;")
        ),
        "damaged",
    ),
    (
        "an ODT nested ten thousand deep",
        lambda: _odt(_open_text(b"<text:span>" * 10_000 + b"</text:span>" * 10_000)),
        "damaged",
    ),
    (
        "a small ODT of 101 MB",
        lambda: repacked(OPEN_TEXT, {}, added=[("Pictures/a.png", b"\x00" * 101_000_000)]),
        "unpacks_too_large",
    ),
    (
        "a small ODT of a million paragraphs",
        lambda: _odt(_open_text(b"</text:p><text:p>" * 1_000_000)),
        "unpacks_too_large",
    ),
    (
        "a table of spaces without end in an ODT",
        lambda: _odt(_open_text(b'Olena, a developer <text:s text:c="999999999"/>')),
        "readable",
    ),
    (
        "2,001 entries",
        lambda: repacked(WORD, {}, added=[(f"word/media/{n}", b"") for n in range(2_001)]),
        "unpacks_too_large",
    ),
]


@pytest.mark.parametrize(("make", "reason"), [p[1:] for p in HOSTILE], ids=[p[0] for p in HOSTILE])
def test_a_hostile_file_is_refused_for_its_reason(make, reason):
    try:
        read = read_document("resume.pdf", make(), limits=PATIENT)
        became = "readable" if read.readable else "unreadable"
    except DocumentRefused as refused:
        became = refused.fields["reason"]
    assert became == reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_words_of_its_own_in_every_language(language, monkeypatch):
    """No hostile file ends in "something went wrong"."""
    monkeypatch.setattr(problems, "t", translator(language).text)
    said = {
        reason: problems.sentences(DocumentRefused(reason=reason))
        for _, _, reason in (*HOSTILE, ("", None, "took_too_long"))
        if "readable" not in reason
    }
    anything = problems.sentences(DocumentRefused(reason="a reason that nobody knows"))
    assert anything not in said.values()
    assert len({" ".join(sentences) for sentences in said.values()}) == len(said)
    if language != "en":
        assert all(re.search("[а-яії]", " ".join(sentences)) for sentences in said.values())


def test_hostile_files_stay_within_a_gigabyte_and_twenty_seconds():
    """The dearest of them, each asked for in a process of its own that tells what it took."""
    dear = (
        "rich text nested", "rich text with a picture", "a page nested", "a page that never",
        "a page of three", "a small ODT of a million", "a small Word file of a million",
        "an ODT nested", "an ODT that laughs",
    )  # fmt: skip
    for name, make, _ in HOSTILE:
        if name.startswith(dear):
            request = json.dumps(dataclasses.asdict(LIMITS)).encode() + b"\n" + make()
            told = json.loads(ask(f"{MODULES}.costing", request, seconds=300))
            assert told["megabytes"] < 1024, name
            assert told["seconds"] < LIMITS.seconds, name


def test_pictures_and_styles_by_address_are_never_fetched():
    """Whatever a file names, nobody is called: a socket that could be would be refused."""
    address = b"http://127.0.0.1:9/seen.png"
    page = b"<html><body><p>Olena Ivanenko, developer</p>" + b"".join(
        markup % address
        for markup in (
            b"<img src='%s'>", b"<link rel=stylesheet href='%s'>", b"<iframe src='%s'></iframe>",
            b"<style>@import '%s'</style>", b"<p style='background: url(%s)'>and more</p>",
            b"<object data='%s'></object>", b"<video src='%s'></video>",
        )
    )  # fmt: skip
    linked = b'<draw:frame><draw:image xlink:href="%s" xmlns:xlink="x"/></draw:frame>' % address
    files = {
        "html": page,
        "odt": _odt(_open_text(b"Olena Ivanenko, developer " + linked)),
        "rtf": b'{\\rtf1 Olena Ivanenko, developer {\\field{\\*\\fldinst INCLUDEPICTURE "%s"}'
        b"{\\fldrslt }}}" % address,
    }
    for kind, content in files.items():
        read = read_document("resume.pdf", content, limits=PATIENT)
        assert (read.kind, read.readable) == (kind, True)
        assert "127.0.0.1" not in read.html
        assert read.text.startswith("Olena Ivanenko, developer")


def test_the_old_word_is_kept_and_what_is_missing_is_said(monkeypatch):
    monkeypatch.setenv("PATH", "")
    read = read_document("resume.doc", _old_word())
    assert (read.kind, read.media_type) == ("doc", "application/msword")
    assert (read.readable, read.text, read.missing) == (False, "", "converter")


CONVERTERS = {
    "reads": ("#!/bin/sh\necho 'Olena Ivanenko, developer'; echo; echo '- SQL'\n", "Olena"),
    "fails": ("#!/bin/sh\nexit 1\n", "damaged"),
    "says nothing": ("#!/bin/sh\nexit 0\n", "damaged"),
    "never ends": ("#!/bin/sh\nexec sleep 1000\n", "took_too_long"),
    "fills the disk": ("#!/bin/sh\nexec cat /dev/zero\n", "damaged"),
}


@pytest.mark.parametrize(("script", "became"), CONVERTERS.values(), ids=CONVERTERS)
def test_the_old_word_goes_through_an_installed_program(tmp_path, monkeypatch, script, became):
    program = tmp_path / "antiword"
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(converters, "shutil", SimpleNamespace(which=_only(program)))
    seconds = 6 if became == "took_too_long" else 300
    limits = dataclasses.replace(LIMITS, seconds=seconds, unpacked=5_000_000)
    try:
        read = read_document("resume.doc", _old_word(), limits=limits)
        assert (read.kind, read.readable, read.missing) == ("doc", True, "")
        said = read.text.split()[0]
    except DocumentRefused as refused:
        said = refused.fields["reason"]
    assert said == became


def _only(program):
    return lambda name: str(program) if name == program.name else None


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
    assert read_document(name, b"{\\rtf1 Olena Ivanenko, developer}").kind == "rtf"


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
