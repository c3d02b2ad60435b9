"""A sheet as a PDF: set by typst from our own template, which reads the sheet as plain data."""

import json
from pathlib import Path

import typst

from services.resumes.paper.blocks import Block, Run, body
from services.resumes.paper.sheet import Sheet

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "sheet.typ"
FONTS = _HERE / "fonts"


def as_pdf(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF; its metadata name its heading and the agency, nothing else."""
    told = {
        "name": sheet.name,
        "under": sheet.under,
        "heading": sheet.heading,
        "made_on": sheet.made_on,
        "agency": sheet.agency,
        "reach": sheet.reach,
        "shade": sheet.shade,
        "language": sheet.language,
        "logo": list(sheet.logo),
        "blocks": [_told(block) for block in body(sheet.html, sheet.name, sheet.under)],
    }
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    compiler = typst.Compiler(
        _TEMPLATE.read_bytes(),
        root=str(_HERE),
        font_paths=fonts,
        sys_inputs={"sheet": json.dumps(told, ensure_ascii=False)},
    )
    made = compiler.compile(format="pdf", timestamp=0)
    if not isinstance(made, bytes):
        message = "typst gave no document"
        raise TypeError(message)
    return made


def _told(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind,
        "runs": _runs(block.runs),
        "depth": block.depth,
        "number": block.number,
        "columns": block.columns,
        "cells": [
            {
                "x": cell.column,
                "y": cell.row,
                "columns": cell.columns,
                "rows": cell.rows,
                "head": cell.head,
                "runs": _runs(cell.content),
            }
            for cell in block.cells
        ],
    }


def _runs(runs: tuple[Run, ...]) -> list[dict[str, object]]:
    return [{"text": one.text, "marks": sorted(one.marks), "link": one.link} for one in runs]
