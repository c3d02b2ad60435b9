"""What stands beside the years of a job and is no employer: countries, tools, and lists of them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from babel import Locale

from services.i18n import LANGUAGES

_AWAY = re.compile(
    r"remote(?:ly)?|hybrid|удал[её]нно|віддалено|дистанц\w+|гибрид|гібрид", re.IGNORECASE
)
_TOOL = re.compile(
    r"python|java(?:script)?|typescript|c\+\+|c#|\.net|php|ruby|go|golang|rust|scala|kotlin|swift|sql"
    r"|html5?|css3?|sass|react(?:\.js|js)?|redux|vue(?:\.js|js)?|angular|next\.js|node(?:\.js|js)?"
    r"|django|flask|fastapi|celery|spring(?: boot)?|hibernate|laravel|symfony|rails|postgres(?:ql)?"
    r"|mysql|sqlite|mongodb|redis|kafka|rabbitmq|elasticsearch|clickhouse|snowflake|docker"
    r"|kubernetes|terraform|ansible|jenkins|git(?:hub|lab)?|linux|bash|aws|gcp|azure|pandas|numpy"
    r"|spark|airflow|tableau|power bi|looker|selenium|playwright|cypress|postman|jira|confluence"
    r"|figma|sketch|photoshop|illustrator|autocad|archicad|revit|solidworks|компас|bas"
    r"|1[сc][\w: .]*|sap(?: [\w/]+)?"
    r"|(?:ms |microsoft )?(?:excel|word|office|outlook|powerpoint|access|project)"
    r"|m\.?e\.?doc|медок|crm|erp|wms|битрикс\w*|бітрікс\w*|bitrix\w*|salesforce|hubspot|google ads"
    r"|google analytics|facebook ads|meta ads|tiktok ads|smm|seo|ppc|kpi|b2b|b2c|unity"
    r"|unreal engine|blender",
    re.IGNORECASE,
)
_TOOLS_SAID = re.compile(
    r"^\W{0,3}(?:tools?|(?:tech(?:nology)? )?stack|technologies|environment|skills|duties"
    r"|responsibilities|achievements|products?|стек|технолог\w+|[іи]нструмент\w*|програм[иы]"
    r"|программы|навык\w*|навичк\w*|обязанност\w*|обов.?язк\w*|достижени\w*|досягнен\w*|narzędzia"
    r"|technologie|obowiązki|werkzeuge|aufgaben)\s*[:–—-]",
    re.IGNORECASE,
)
_VERSION = re.compile(r" v?\d[\d.]*\Z")
_LONG_LIST = 3

Part = tuple[int, int]


def is_a_place_of_work(text: str) -> bool:
    """Whether nothing but a country stands there, or that one works from afar."""
    return text.casefold() in _countries() or _AWAY.fullmatch(text) is not None


def is_a_tool(text: str) -> bool:
    """Whether it is a program, a language or a method that many résumés name."""
    return _TOOL.fullmatch(_VERSION.sub("", text.strip())) is not None


def tells_of_tools(line: str) -> bool:
    """Whether the line begins by saying that tools, duties or achievements follow."""
    return _TOOLS_SAID.match(line) is not None


def without_tools(line: str, parts: Sequence[Part]) -> list[Part]:
    """The parts of a line without tools and lists of them: in "Vault, Argo, Kafka" none is left."""
    kept: list[Part] = []
    for run in _runs(line, parts):
        told = [line[start:end] for start, end in run]
        tools = [is_a_tool(one) for one in told]
        if not tools[0] and not (any(tools) and len(run) >= _LONG_LIST):
            kept += [part for part, tool in zip(run, tools, strict=True) if not tool]
    return kept


def _runs(line: str, parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Parts with nothing but a comma between them."""
    run: list[Part] = []
    for part in parts:
        if run and line[run[-1][1] : part[0]].strip() != ",":
            yield run
            run = []
        run.append(part)
    if run:
        yield run


@cache
def _countries() -> frozenset[str]:
    """The names of all countries in the languages that the interface speaks."""
    return frozenset(
        name.casefold()
        for language in LANGUAGES
        for code, name in Locale(language).territories.items()
        if code.isalpha()
    )
