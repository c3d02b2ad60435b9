"""Scans: unreadable, unless they are to be read and Tesseract is there; never more than bounded."""

import dataclasses
import io
import shutil

import pytest
from PIL import Image, ImageDraw, ImageFont

from services.documents import LIMITS, converters, read_document
from services.resumes.paper.pdf import FONTS
from tests.services.documents.files import pdf

pytestmark = pytest.mark.thorough

WORDS = ("Марʼяна Ткаченко", "Досвід роботи", "Розробка сервісів", "+380 67 123 45 67", "Python")


def scan(*lines, pages=1):
    """A PDF of pictures alone."""
    font = ImageFont.truetype(FONTS / "Onest-Regular.ttf", 48)
    drawn = []
    for _ in range(pages):
        drawn.append(Image.new("L", (1240, 1754), 255))
        ImageDraw.Draw(drawn[-1]).multiline_text((90, 90), "\n".join(lines), font=font, spacing=40)
    made = io.BytesIO()
    drawn[0].save(made, "PDF", save_all=True, append_images=drawn[1:], resolution=150)
    return made.getvalue()


SCAN = scan(*WORDS)
PROGRAMS = {
    "reads": ("#!/bin/sh\necho 'Olena Ivanenko, developer, SQL'\n", (True, "", True)),
    "sees the picture": (
        '#!/bin/sh\nhead -c 2 "$1"; echo " picture of somebody"\n',
        (True, "", True),
    ),
    "fails": ("#!/bin/sh\nexit 1\n", (False, "", False)),
    "says nothing": ("#!/bin/sh\nexit 0\n", (False, "", False)),
    "says too little": ("#!/bin/sh\necho x\n", (False, "", False)),
    "never ends": ("#!/bin/sh\nexec sleep 1000\n", (False, "time", False)),
    "fills the disk": ("#!/bin/sh\nexec cat /dev/zero\n", (False, "", False)),
}


@pytest.mark.parametrize(("script", "became"), PROGRAMS.values(), ids=PROGRAMS)
def test_a_scan_goes_through_an_installed_program(tmp_path, monkeypatch, script, became):
    program = tmp_path / "tesseract"
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setattr(converters.shutil, "which", lambda name: str(program))
    seconds = 2 if became[1] == "time" else 100
    limits = dataclasses.replace(LIMITS, seconds=seconds, unpacked=5_000_000)
    read = read_document("scan.pdf", SCAN, limits=limits, scans=True)
    assert (read.readable, read.missing, read.scanned) == became
    assert (read.kind, read.media_type) == ("pdf", "application/pdf")
    assert bool(read.html) == bool(read.text) == read.readable


def test_where_it_is_not_asked_for_or_not_installed_nothing_is_guessed(monkeypatch):
    read = read_document("scan.pdf", SCAN)
    assert (read.readable, read.missing, read.text) == (False, "", "")
    monkeypatch.setattr(converters.shutil, "which", lambda name: None)
    read = read_document("scan.pdf", SCAN, scans=True)
    assert (read.readable, read.missing, read.text) == (False, "tesseract", "")


def test_a_pdf_without_words_and_pictures_stays_unreadable(tmp_path, monkeypatch):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(converters.shutil, "which", lambda name: str(program))
    assert not read_document("empty.pdf", pdf([], []), scans=True).readable


def test_what_the_real_tesseract_reads():
    """Where this machine has it; without it, that it is missing is what is told."""
    read = read_document("scan.pdf", SCAN, scans=True)
    if shutil.which("tesseract") is None:
        assert read.missing == "tesseract"
        return
    assert read.scanned
    assert "Python" in read.text
    assert "+380 67 123 45 67" in read.text
