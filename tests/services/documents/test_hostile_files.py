"""Files that are not what they say, or mean harm: each has its refusal, none its way."""

import dataclasses
import json
import re

import pytest

from pages.ui import problems
from services.documents import LIMITS, read_document
from services.documents.process import ask
from services.errors import DocumentRefused
from services.i18n import LANGUAGES, translator
from tests.services.documents.files import Text, pdf, repacked, word
from tests.services.documents.hostile import (
    HOSTILE,
    LINES,
    RESUME,
    WORD,
    in_body,
    odt,
    open_text,
)

pytestmark = pytest.mark.thorough

MODULES = "tests.services.documents.children"
# A loaded machine is slow; only the tests of time are about time.
PATIENT = dataclasses.replace(LIMITS, seconds=300)


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
        "odt": odt(open_text(b"Olena Ivanenko, developer " + linked)),
        "rtf": b'{\\rtf1 Olena Ivanenko, developer {\\field{\\*\\fldinst INCLUDEPICTURE "%s"}'
        b"{\\fldrslt }}}" % address,
    }
    for kind, content in files.items():
        read = read_document("resume.pdf", content, limits=PATIENT)
        assert (read.kind, read.readable) == (kind, True)
        assert "127.0.0.1" not in read.html
        assert read.text.startswith("Olena Ivanenko, developer")


def test_what_is_at_the_limit_is_read():
    at_size = b"Olena Ivanenko\n".ljust(LIMITS.size)
    assert read_document("resume.txt", at_size, limits=PATIENT).text == "Olena Ivanenko"
    assert read_document("resume.pdf", pdf(*([LINES] * LIMITS.pages)), limits=PATIENT).readable


def test_a_word_file_that_unfolds_in_memory_is_stopped_there():
    """Within the limit of the archive, far beyond that of the process."""
    bomb = repacked(WORD, {"word/document.xml": in_body(b"<w:p/>" * 400_000)})
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
    assert read_document(name, b"{\\rtf1 Olena Ivanenko, developer}").kind == "rtf"


def test_what_names_itself_an_rtf_is_what_it_is():
    assert read_document("resume.rtf", RESUME).kind == "pdf"
    with pytest.raises(DocumentRefused):
        read_document("resume.rtf", b"<html>")


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
