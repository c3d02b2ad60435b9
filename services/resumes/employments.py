"""Employers that a résumé names: by legal form, in quotation marks, or beside the years of a job.

They are proposals: the recruiter sees each of them and puts it back or says it in other words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.i18n.written import language_of
from services.resumes.neutral import is_a_city, neutral_words
from services.resumes.things import is_a_place_of_work, tells_of_tools, without_tools


@dataclass(frozen=True, slots=True)
class Employment:
    """Where an employer is named. `name` is without legal form and marks; `instead` is proposed."""

    start: int
    end: int
    name: str
    instead: str


_BEFORE = r"(?:ТОВ|ТзОВ|ООО|АТ|ПАТ|ПрАТ|ПП|ДП|КП|АО|ЗАО|ОАО|ПАО|ТОО|LLC|JSC|PJSC|TOV|UAB|SIA)"
_AFTER = (
    r"(?:LLC|L\.L\.C|Ltd|Limited|Inc|Corp|Corporation|GmbH|AG|SE|S\.A|S\.r\.l|B\.V|BV|Oy|AB|A/S"
    r"|PLC|plc|LLP|JSC|OÜ|UAB|[Ss]p\.\s?z\s?o\.?\s?o|s\.r\.o|a\.s|d\.o\.o|A\.Ş)"
)
_CAPITAL = r"[A-ZА-ЯЁІЇЄҐŁŚŻÖÜÇŞ0-9]"
_WORD = rf"{_CAPITAL}[\w&.’'+-]*(?<![.])"
_PLAIN = rf"{_WORD}(?:[ ](?:(?:&|and|та|и|і)[ ])?{_WORD}){{0,4}}"
_QUOTED = r"[«“„\"][^»”“\"„«\n]{2,60}[»”“\"]"
_NOUN = (
    r"(?:компан\w{1,3}|фірм\w{1,2}|фирм\w{1,2}|банк\w{0,3}|груп\w{1,2}|групп\w{1,2}|холдинг\w{0,3}"
    r"|мереж\w{1,2}|сет\w{1,2}|завод\w{0,3}|фабрик\w{1,2}|магазин\w{0,3}|супермаркет\w{0,3}"
    r"|агентств\w{1,2}|студі\w{1,2}|студи\w{1,2}|клінік\w{1,2}|клиник\w{1,2}|корпораці\w{1,2}"
    r"|корпораци\w{1,2}|концерн\w{0,2}|готел\w{1,2}|ресторан\w{0,3}|company|firm|bank|group)"
)
_BY_FORM = (
    re.compile(rf"(?<!\w){_BEFORE}\s+(?:{_QUOTED}|{_PLAIN})"),
    re.compile(rf"(?:(?<!\w){_PLAIN}|{_QUOTED}),?\s{{1,2}}{_AFTER}(?:\.|(?!\w))"),
    re.compile(rf"(?<!\w){_NOUN}\s+{_QUOTED}", re.IGNORECASE),
)
_BRANDS = re.compile(
    r"(?<!\w)(?:Приват\s?Банк\w{0,2}|Privat\s?Bank|Monobank|Монобанк\w{0,2}|Ощадбанк\w{0,2}|Укрсиббанк"
    r"\w{0,2}|Raiffeisen(?: Bank(?: Aval)?)?|Сбербанк\w{0,2}|Тинькофф|Альфа-Банк\w{0,2}|EPAM"
    r"|SoftServe|GlobalLogic|Luxoft|Ciklum|Intellias|Infopulse|Київстар\w{0,2}|Kyivstar|Vodafone"
    r"|Lifecell|Нов\w{1,2} пошт\w{1,3}|Nova Poshta|Сільпо|АТБ|Фокстрот|Comfy|Ашан)(?!\w)"
)
_MONTH = r"(?:[^\W\d_]{3,9}\.?,?\s+)"
_POINT = rf"(?:{_MONTH}?(?:\d{{1,2}}[./])?(?:19|20)\d\d(?:\s?(?:р|г|год|рік)\.?)?)"
_NOW = (
    r"(?:present|now|current|today|тепер|дотепер|зараз|сьогодні|нині|н\.?\s?в\.?|по настоящее время"
    r"|настоящее время|по сей день|сейчас|цей час|теперішній час|heute|obecnie)"
)
_RANGE = re.compile(rf"\(?{_POINT}\s*(?:[-–—]|to|по|до)\s*(?:{_POINT}|{_NOW})\)?", re.IGNORECASE)
_APART = re.compile(r"\s*[|·•;:()]\s*|\s{2,}|,\s+|\s+[–—-]\s+")
_LENGTH = re.compile(r"^[\d\s]*(?:years?|yrs?|months?|mos?|рок\w*|рік|місяц\w*|лет|год\w*|мес\w*)")
_AT = re.compile(rf"(?:\s(?:at|for|в|у|bei|w)\s+|\s@\s?)(?P<name>{_QUOTED}|{_PLAIN})")
_ROLE = re.compile(
    r"engineer|develop|manager|director|\bhead\b|\blead|analyst|design|tester|\bqa\b|speciali|consultant"
    r"|account|administrat|assistant|officer|program|architect|intern\b|trainee|sales|recruit|\bhr\b"
    r"|market(?:er|ing)|writer|teacher|driver|operator|cook|nurse|doctor|lawyer|economist|\bc[etf]o\b"
    r"|founder|owner|freelance|senior|junior|middle|інженер|розробни|менеджер|директор|керівни|началь"
    r"|аналіти|дизайн|тестува|спеціаліст|фахів|консульт|бухгалт|адміністр|асистент|програм|архітект"
    r"|стаж[еи]р|рекрут|маркетол|вчител|виклад|вод[іи]|операто|кухар|медсестр|лікар|юрист|економіст"
    r"|прода[вж]|касир|секретар|помічни|голов|провідн|старш|молодш|инженер|разработ|руковод|аналити"
    r"|тестиров|специал|админист|ассист|учител|препод|повар|врач|эконом|касс?ир|помощ|главн|ведущ|младш",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"universit|університет|университет|інститут|институт|institute|school|школ|коледж|колледж|college"
    r"|academy|академі|академи|ліце|лице[йя]|технікум|техникум|politechni|polytechni|політехні|политехни",
    re.IGNORECASE,
)
_JOBS = re.compile(
    r"^(?:(?:work|professional|employment)\s+)?(?:experience|history|employment)|^досвід|^опыт|^робот"
    r"|^трудов|^doświadczenie|^berufserfahrung",
    re.IGNORECASE,
)
_OTHER_TITLE = re.compile(
    r"^(?:education|skills|languages?|courses|certific|hobb|interests|about|summary|profile|contacts?"
    r"|projects|освіта|навички|мови|курси|сертифік|про себе|контакти|образование|навыки|языки|курсы"
    r"|сертифик|о себе|контакты|ключов|wykształcenie|ausbildung)",
    re.IGNORECASE,
)
_CITY = r"[^\W\d_][\w.-]*(?: [A-ZА-Я][\w-]+)?"
_CITY_NEXT = re.compile(rf", {{0,2}}({_CITY})| \(({_CITY})\)")
_IN_A_SENTENCE = re.compile(r"\s(?!(?:and|of|the|for|de|von|und)\b)[a-z]{2}")
_TITLE, _MOST_WORDS, _SHORTEST, _MOST_NAMES = 40, 6, 2, 60


def employments(text: str) -> Iterator[Employment]:
    """Every place in which an employer is named, each once, in order."""
    language = language_of(text)
    found: dict[str, tuple[str, str]] = {}
    places: dict[int, tuple[int, str]] = {}
    for start, end in _named(text):
        name = _bare(text[start:end])
        if len(name) < _SHORTEST or _SCHOOL.search(name) or is_a_city(name):
            continue
        instead = neutral_words(text[start:end], _line(text, start), language)
        found.setdefault(name.casefold(), (name, instead))
        if start not in places or places[start][0] < end:
            places[start] = (end, name)
    for name, _ in list(found.values())[:_MOST_NAMES]:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            places.setdefault(match.start(), (match.end(), name))
    done = 0
    for start, (end, name) in sorted(places.items(), key=lambda one: (one[0], -one[1][0])):
        if start >= done:
            first, instead = found[name.casefold()]
            done = _with_its_city(text, end)
            yield Employment(start, done, first, instead)


def _named(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (*_BY_FORM, _BRANDS):
        for match in pattern.finditer(text):
            yield match.span()
    yield from _beside_years(text)


def _beside_years(text: str) -> Iterator[tuple[int, int]]:
    """In lines of jobs: what stands beside the years and is neither a position nor a city."""
    lines = list(_lines(text))
    jobs = not any(_JOBS.search(line.strip()) for _, line in lines if len(line) < _TITLE)
    for number, (begin, line) in enumerate(lines):
        years = _RANGE.search(line)
        if len(line.strip()) < _TITLE and years is None:
            jobs = _is_of_jobs(line.strip(), jobs)
        if not jobs or years is None or _SCHOOL.search(line) or ". " in line[: years.start()]:
            continue
        parts = [*_parts(line, 0, years.start()), *_parts(line, years.end(), len(line))]
        if (here := _in_line(line, parts)) is not None:
            yield begin + here[0], begin + here[1]
            continue
        # Years alone stand over the employer or under him, with a position mostly under him.
        beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
        told = (_in_heading(*other) for other in (beside if parts else reversed(beside)))
        yield from [span for span in told if span is not None][:1]


def _is_of_jobs(title: str, before: bool) -> bool:  # noqa: FBT001 - what held till here
    return _JOBS.search(title) is not None or (before and not _OTHER_TITLE.search(title))


def _in_line(line: str, parts: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The first part that may be an employer, or who is named after "at" in a position."""
    for start, end in without_tools(line, parts):
        if _may_be_one(line[start:end]):
            return start, end
    for start, end in parts:
        if at := _AT.search(line, start, end):
            return at.span("name")
    return None


def _in_heading(begin: int, line: str) -> tuple[int, int] | None:
    if _RANGE.search(line) or tells_of_tools(line) or not _is_a_heading(line):
        return None
    told = without_tools(line, list(_parts(line, 0, len(line))))
    if not told or not _may_be_one(line[slice(*told[0])]):
        return None
    return begin + told[0][0], begin + told[0][1]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with something in them, and where each begins."""
    begin = 0
    for line in text.split("\n"):
        if line.strip():
            yield begin, line
        begin += len(line) + 1


def _parts(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch of a line, between signs, without the space around them."""
    begin = start
    for sign in [*_APART.finditer(line, start, end), None]:
        stop = sign.start() if sign else end
        part = line[begin:stop]
        if re.search(r"[^\W\d_]{2}", part) and not _LENGTH.match(part.strip()):
            yield begin + len(part) - len(part.lstrip()), begin + len(part.rstrip(" .,"))
        begin = sign.end() if sign else end


def _may_be_one(part: str) -> bool:
    said = part.strip("«»“”„\"' ")
    return (
        re.match(_CAPITAL, said) is not None
        and len(said.split()) <= _MOST_WORDS
        and not _IN_A_SENTENCE.search(said)
        and not _ROLE.search(said)
        and not _SCHOOL.search(said)
        and not is_a_city(said)
        and not is_a_place_of_work(said)
        and not _OTHER_TITLE.search(said)
        and not _JOBS.search(said)
    )


def _is_a_heading(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS + 2 and not line.rstrip().endswith((".", ";"))


def _bare(name: str) -> str:
    """Without legal form, noun and quotation marks."""
    if (quoted := re.search(_QUOTED, name)) is not None:
        return quoted[0][1:-1].strip()
    bare = re.sub(rf"^{_BEFORE}\s+", "", name)
    return re.sub(rf",?\s{{1,2}}{_AFTER}\.?$", "", bare).strip(' ,«»“”"')


def _with_its_city(text: str, end: int) -> int:
    """Behind the city that follows: it is said in what is read instead."""
    follows = _CITY_NEXT.match(text, end)
    return follows.end() if follows and is_a_city(follows[1] or follows[2]) else end


def _line(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 :].partition("\n")[0]
