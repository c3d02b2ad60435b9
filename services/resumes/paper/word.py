"""A sheet as a DOCX: the same blocks in Word's own headings, lists and tables."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from services.resumes.paper.blocks import Block, Run, body
from services.resumes.paper.sheet import Sheet

_LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_STYLES = {"heading": "Heading 2", "subheading": "Heading 3", "quotation": "Quote"}
_DEEPEST_STYLE = 3
_QUIET = RGBColor(0x6F, 0x67, 0x5B)
_WIDE, _BESIDE = 21.0, 2.1  # an A4 page and its margins, in centimetres
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def as_word(sheet: Sheet) -> bytes:
    """The sheet as a DOCX; its properties name its heading and the agency, and nothing else."""
    document = docx.Document()
    shade = RGBColor.from_string(sheet.shade.lstrip("#").upper())
    _dress(document, shade)
    _frame(document, sheet)
    document.add_heading(sheet.name, 1)
    if sheet.under:
        document.add_paragraph().add_run(sheet.under).font.color.rgb = _QUIET
    for block in body(sheet.html, sheet.name, sheet.under):
        _add(document, block)
    properties = document.core_properties
    properties.title, properties.author = sheet.heading, sheet.agency
    properties.last_modified_by = sheet.agency
    properties.comments = properties.keywords = properties.subject = ""
    properties.created = properties.modified = _EPOCH
    properties.language = sheet.language
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _dress(document: Document, shade: RGBColor) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(_WIDE), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_BESIDE)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 10.5), ("Heading 1", 19), ("Heading 2", 13), ("Heading 3", 11)):
        font = document.styles[name].font
        font.name, font.size = "Calibri", Pt(size)
        # Word takes the theme's font for Cyrillic unless each script is named.
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), "Calibri")
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
        if name != "Normal":
            font.color.rgb = shade if name == "Heading 2" else RGBColor(0x23, 0x1F, 0x1A)


def _frame(document: Document, sheet: Sheet) -> None:
    """The agency above, its name and the page's number below."""
    section = document.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for line in (head, foot):
        line.paragraph_format.tab_stops.clear_all()
        line.paragraph_format.tab_stops.add_tab_stop(
            Cm(_WIDE - 2 * _BESIDE), WD_TAB_ALIGNMENT.RIGHT
        )
    if sheet.logo:
        head.add_run().add_picture(io.BytesIO(sheet.logo), height=Pt(26))
    else:
        head.add_run(sheet.agency).bold = True
    _small(head, f"\t{sheet.made_on}")
    if sheet.reach:
        _small(section.header.add_paragraph(), sheet.reach)
    _small(foot, f"{sheet.agency}\t")
    _number(foot, "PAGE")
    _small(foot, " / ")
    _number(foot, "NUMPAGES")


def _small(line: Paragraph, words: str) -> None:
    run = line.add_run(words)
    run.font.size, run.font.color.rgb = Pt(8), _QUIET


def _number(line: Paragraph, field: str) -> None:
    """A number that Word counts itself."""
    run = line.add_run()
    run.font.size, run.font.color.rgb = Pt(8), _QUIET
    for kind in ("begin", "instr", "end"):
        if kind == "instr":
            part = OxmlElement("w:instrText")
            part.text = field
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)  # noqa: SLF001 - python-docx has no fields


def _add(document: Document, block: Block) -> None:
    if block.kind == "table":
        _add_table(document, block)
    elif block.kind == "item":
        style = "List Number" if block.number else "List Bullet"
        level = min(block.depth, _DEEPEST_STYLE)
        # Word counts on from list to list: a numbered item brings its own number as words.
        if block.number:
            line = document.add_paragraph()
            line.paragraph_format.left_indent = Cm(0.63 * block.depth)
            line.paragraph_format.first_line_indent = Cm(-0.63)
            line.add_run(f"{block.number}.\t")
        else:
            line = document.add_paragraph(style=style if level == 1 else f"{style} {level}")
        _write(line, block.runs)
    else:
        line = document.add_paragraph(style=_STYLES.get(block.kind))
        if block.depth:
            line.paragraph_format.left_indent = Cm(0.63 * block.depth)
        _write(line, block.runs)


def _add_table(document: Document, block: Block) -> None:
    rows = max(cell.row + cell.rows for cell in block.cells)
    table: Table = document.add_table(rows, block.columns, style="Table Grid")
    places = [list(row.cells) for row in table.rows]
    for cell in block.cells:
        place = places[cell.row][cell.column]
        if cell.rows > 1 or cell.columns > 1:
            far = places[cell.row + cell.rows - 1][cell.column + cell.columns - 1]
            place = place.merge(far)
        line = place.paragraphs[0]
        _write(line, cell.content)
        if cell.head:
            for run in line.runs:
                run.bold = True
    document.add_paragraph()


def _write(line: Paragraph, runs: Iterable[Run]) -> None:
    for one in runs:
        if one.text == "\n":
            line.add_run().add_break()
            continue
        run = line.add_run(one.text)
        run.bold = "strong" in one.marks or None
        run.italic = "em" in one.marks or None
        run.underline = "u" in one.marks or bool(one.link) or None
        run.font.strike = "s" in one.marks or None
        if one.link:
            _link(line, run, one.link)


def _link(line: Paragraph, run: Any, address: str) -> None:  # noqa: ANN401 - python-docx's own run
    around = OxmlElement("w:hyperlink")
    around.set(qn("r:id"), line.part.relate_to(address, _LINKED, is_external=True))
    run._r.addprevious(around)  # noqa: SLF001 - python-docx has no links
    around.append(run._r)  # noqa: SLF001 - as above
