"""A sheet as a PDF, set by typst: real fonts, real columns, running heads."""

from benchmarks.reading.sheets import Part, Sheet

_PAGE = '#set text(font: ("DejaVu Sans", "Libertinus Serif"), size: 10pt, lang: "{language}")\n'


def as_pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF. Raises ImportError where typst is not installed."""
    import typst  # noqa: PLC0415 - a tool of the benchmark; everything else works without it

    return bytes(typst.compile(_source(sheet).encode(), format="pdf"))


def _source(sheet: Sheet) -> str:
    out = [_PAGE.format(language=sheet.truth.language), '#set page(paper: "a4", margin: 2cm']
    if sheet.header:
        lines = r" \ ".join(_text(line) for line in sheet.header)
        out.append(f", header: [#set text(size: 8pt)\n{lines}]")
    if sheet.page_word:
        out.append(f", footer: context [{_text(sheet.page_word)} #counter(page).display()]")
    out.append(")\n")
    main = "".join(_part(part, sheet) for part in sheet.parts)
    if sheet.side:
        side = "".join(_part(part, sheet) for part in sheet.side)
        out.append(f"#grid(columns: (1fr, 2fr), gutter: 1cm, [{side}], [{main}])\n")
    elif sheet.photo:
        beside = "".join(_part(part, sheet) for part in sheet.parts[:4])
        rest = "".join(_part(part, sheet) for part in sheet.parts[4:])
        photo = "#rect(width: 3cm, height: 4cm, fill: gray)"
        out.append(f"#grid(columns: (3cm, 1fr), gutter: 0.5cm, [{photo}], [{beside}])\n{rest}")
    else:
        out.append(main)
    return "".join(out)


def _part(part: Part, sheet: Sheet) -> str:  # noqa: PLR0911 - a line per kind
    text = _text(part.text)
    styled = sheet.looks == "styles"
    match part.kind:
        case "name" if styled:
            return f"\n\n#text(size: 20pt)[{text}]\n\n"
        case "section" if styled:
            return f"\n\n= {text}\n\n"
        case "name" | "section" | "strong":
            return f"\n\n#strong[{text}]\n\n"
        case "item" if styled:
            return f"- {text}\n"
        case "item":
            return f"\n\n#h(0pt)\\- {text}\n\n"
        case "table":
            cells = ", ".join(f"[{_text(cell)}]" for row in part.rows for cell in row)
            return f"\n\n#table(columns: (1fr, 3fr), stroke: none, {cells})\n\n"
    return f"\n\n{text}\n\n"


def _text(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\#$*_`<>@=-+/[]~\"'" else letter for letter in text)
