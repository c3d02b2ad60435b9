"""Lines of a résumé that tell where somebody studied."""

from services.contacts.regexes import regex

_EDUCATION = (
    r"(?:образовани\w|учёба|учеба|осв[іи]т\w|навчання|education|academic background|studies|studium"
    r"|ausbildung|bildung|wykształcenie|edukacja|educați\w|studii|eğitim|öğrenim|білімі?)"
)
_TITLE = regex(rf"[^\w\n]{{0,4}}(?:[^\W\d_]{{3,14}} )?{_EDUCATION}[^\w\n]{{0,3}}\Z")
_LABEL = regex(rf"[^\w\n]{{0,4}}(?:[^\W\d_]{{3,14}} )?{_EDUCATION} ?[:|–—-]")
_ANY_LABEL = regex(r"[^\n:|]{2,40} ?[:|]")
_ANOTHER_TITLE = regex(r"[^\d\n,.;:]{3,25}:?[^\w\n]{0,3}\Z")
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAME = regex(r"[^\W\d_]{2}")
_LONGEST, _LINES = 400, 8


def tells_of_studies(low: str, begin: int, start: int, finish: int) -> bool:
    """Whether the line from `begin` to `finish` is of an education and more than an address.

    It says so itself, or stands under such a title with no empty line between, and names somebody
    before the address at `start`, or a year; and nothing else is said to follow there.
    """
    if not (_YEAR.search(low, begin, finish) or _NAME.search(low, begin, start)):
        return False
    if label := _ANY_LABEL.match(low, begin, start):
        return _LABEL.match(low, begin, label.end()) is not None
    above = low[max(0, begin - _LONGEST) : begin].rpartition("\n\n")[2].split("\n")[-_LINES:]
    for line in reversed(above):
        if _TITLE.match(line):
            return True
        if line.strip() and _ANOTHER_TITLE.match(line):
            return False
    return False
