"""The labelled set: every shape of sheet as every kind of file in three languages."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading.as_open_text import as_odt
from benchmarks.reading.as_pages import as_html, as_text
from benchmarks.reading.as_pdf import as_pdf
from benchmarks.reading.as_rich_text import as_rtf
from benchmarks.reading.as_word import as_docx
from benchmarks.reading.people import LANGUAGES, people
from benchmarks.reading.sheets import SHAPES, Sheet
from benchmarks.reading.unseen_people import unseen
from benchmarks.reading.unseen_sheets import UNSEEN_SHAPES

FORMATS = ("pdf", "docx", "odt", "rtf", "html", "txt")
BY_OFFICE = ("doc", "pdf", "odt", "rtf", "html")
_MAKERS = {
    "pdf": lambda sheet, _number: as_pdf(sheet),
    "docx": lambda sheet, _number: as_docx(sheet),
    "odt": lambda sheet, _number: as_odt(sheet),
    "rtf": as_rtf,
    "html": as_html,
    "txt": as_text,
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A file and what it truly says; `maker` wrote it ("ours" or "office")."""

    format: str
    maker: str
    sheet: Sheet
    content: bytes

    @property
    def name(self) -> str:
        """What the file is called."""
        return f"{self.sheet.truth.language}-{self.sheet.shape}-{self.maker}.{self.format}"


def labelled(*, office: bool) -> Iterator[Labelled]:
    """The whole set; with `office` also what LibreOffice makes of the Word files."""
    for language in LANGUAGES:
        for place, kind in enumerate(FORMATS):
            # Another person for every file: a name that is read well once proves little.
            truths = list(people(language, len(SHAPES) * len(FORMATS)))[place :: len(FORMATS)]
            for number, (shape, truth) in enumerate(zip(SHAPES, truths, strict=True)):
                sheet = shape(truth)
                yield Labelled(kind, "ours", sheet, _MAKERS[kind](sheet, number))
        if office and office_path():
            yield from _by_office(language)


def labelled_unseen(*, seed: int) -> Iterator[Labelled]:
    """The second set: people and layouts that no reader was made with, in files of our own."""
    for language in LANGUAGES:
        truths = unseen(language, len(UNSEEN_SHAPES) * len(FORMATS), seed=seed)
        for kind in FORMATS:
            for number, shape in enumerate(UNSEEN_SHAPES):
                sheet = shape(next(truths))
                yield Labelled(kind, "ours", sheet, _MAKERS[kind](sheet, number))


def office_path() -> str | None:
    """LibreOffice on this machine, if there is one."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def _by_office(language: str) -> Iterator[Labelled]:
    truths = people(language, len(SHAPES))
    sheets = [shape(truth) for shape, truth in zip(SHAPES, truths, strict=True)]
    with tempfile.TemporaryDirectory() as room:
        for sheet in sheets:
            (Path(room) / f"{sheet.shape}.docx").write_bytes(as_docx(sheet))
        sources = [str(Path(room) / f"{sheet.shape}.docx") for sheet in sheets]
        for kind in BY_OFFICE:
            subprocess.run(  # noqa: S603 - LibreOffice, asked to convert files of ours
                [str(office_path()), "--headless", f"-env:UserInstallation=file://{room}/profile",
                 "--convert-to", kind, "--outdir", f"{room}/{kind}", *sources],
                check=True, capture_output=True,
            )  # fmt: skip
            for sheet in sheets:
                made = Path(room) / kind / f"{sheet.shape}.{kind}"
                yield Labelled(kind, "office", sheet, made.read_bytes())
