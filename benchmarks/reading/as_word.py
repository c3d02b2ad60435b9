"""A sheet as a Word file, as Word itself would have it."""

import io

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from PIL import Image

from benchmarks.reading.sheets import Part, Sheet


def as_docx(sheet: Sheet) -> bytes:
    """The sheet as a DOCX."""
    document = docx.Document()
    section = document.sections[0]
    for number, line in enumerate(sheet.header):
        paragraphs = section.header.paragraphs
        paragraph = paragraphs[0] if number == 0 else section.header.add_paragraph()
        paragraph.text = line
    if sheet.page_word:
        _page_number(section.footer.paragraphs[0], sheet.page_word)
    if sheet.photo:
        table = document.add_table(1, 2)
        table.cell(0, 0).paragraphs[0].add_run().add_picture(_photo(), width=Cm(3))
        beside, rest = sheet.parts[:4], sheet.parts[4:]
        _write(table.cell(0, 1), beside, sheet)
        _write(document, rest, sheet)
    elif sheet.side:
        table = document.add_table(1, 2)
        _write(table.cell(0, 0), sheet.side, sheet)
        _write(table.cell(0, 1), sheet.parts, sheet)
    else:
        _write(document, sheet.parts, sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(place: Document | _Cell, parts: list[Part], sheet: Sheet) -> None:
    typed = sheet.looks == "typed"
    for part in parts:
        if part.kind == "table":
            _table(place, part)
        elif part.kind == "name" and not typed:
            _styled(place, part.text, "Title")
        elif part.kind == "section" and not typed:
            _styled(place, part.text, "Heading 1")
        elif part.kind in {"name", "section", "strong"}:
            run = place.add_paragraph().add_run(part.text)
            run.bold = True
            run.font.size = Pt(16) if part.kind == "name" else None
        elif part.kind == "item" and not typed:
            _styled(place, part.text, "List Bullet")
        else:
            place.add_paragraph(f"- {part.text}" if part.kind == "item" else part.text)


def _styled(place: Document | _Cell, text: str, style: str) -> None:
    place.add_paragraph(text, style=style)


def _table(place: Document | _Cell, part: Part) -> None:
    table = place.add_table(len(part.rows), len(part.rows[0]))
    for row, texts in zip(table.rows, part.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _page_number(paragraph: docx.text.paragraph.Paragraph, word: str) -> None:
    paragraph.add_run(f"{word} ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no way of its own


def _photo() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), "#778899").save(out, "PNG")
    out.seek(0)
    return out
