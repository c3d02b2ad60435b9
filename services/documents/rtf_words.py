"""The words of RTF that matter to a résumé."""

import re

SIGNS = {
    "~": "\u00a0", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\",
    "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
"""What stands for a letter."""

STEPS = frozenset({"par", "line", "cell", "row", "nestcell", "nestrow", "sect", "page", "column"})
"""What ends a line, a paragraph, a cell or a row."""

_SKIPPED = """
pict object objdata nonshppict shprslt info colortbl generator themedata colorschememapping
datastore xmlnstbl rsidtbl mmathPr listtable listoverridetable revtbl latentstyles annotation
atnid atnauthor filetbl private passwordhash protusertbl userprops docvar template tc xe
bkmkstart bkmkend ftnsep ftnsepc aftnsep aftnsepc
"""
SKIPPED = frozenset(_SKIPPED.split())
"""Groups without words of the résumé in them."""

CHARSETS = {
    2: "symbol", 77: "mac_roman", 161: "cp1253", 162: "cp1254", 186: "cp1257",
    204: "cp1251", 238: "cp1250",
}  # fmt: skip
"""The encodings that fonts name; any other is that of the whole file."""

_HEADING = re.compile(
    r"(?:heading|заголовок|nadpis|nagłówek|überschrift)\s*(?P<level>[1-9])|(?P<title>title|назва"
    r"|название|заголовок документа)",
    re.IGNORECASE,
)


def heading_level(style: str) -> int:
    """The level of the headings that a style of this name makes; 0 for no heading."""
    match = _HEADING.match(style.strip(" ;"))
    if match is None:
        return 0
    return min(3, int(match["level"])) if match["level"] else 1
