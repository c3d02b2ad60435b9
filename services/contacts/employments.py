"""Lines that tell where somebody worked: what stands in them is an employer's, not a home's."""

from services.contacts.regexes import regex

_WIDEST = 130
_OF_ITS_END = 5  # an address may seem to begin with the last year
_BEHIND = 70
_WITH_A_NAME = 2  # commas: a name, a street and its house, a town
_YEAR = r"(?:\d{1,2}[./])?(?:19|20)\d\d"
# "2015–2020", "05.2020 – 10.2024", "2019 – н.в.", "seit 2019".
_PERIOD = regex(
    rf"(?<![\w/]){_YEAR}(?:г?г\.?)? {{0,2}}(?:[-–—]|до|to|bis|do|până în) {{0,2}}"
    rf"(?:по )?(?:{_YEAR}|\d\d|н\.? ?в(?:р\w*)?|now|present|today|current|наст|сейчас|зараз|нині"
    r"|тепер|heute|obecnie"
    r"|dziś|prezent|azi|bugün|halen|қазір)(?!\w)"
    rf"|(?<!\w)(?:since|from|с|з|із|seit|od|din) {_YEAR}(?!\w)(?: (?:г(?:ода)?|р(?:оку)?)(?!\w))?"
)
_OF_A_PERSON = regex(
    r"(?<!\w)(?:(?:postal |home )?address|anschrift|адрес[аи]?|adres\w{0,3}|мекенжай\w*|born|lived"
    r"|живу|жил\w?|жив|мешка\w+|прожива\w+|рожд\w+|народж\w+|г\. ?р|р\. ?н|geb|gewohnt|wohn\w+"
    r"|mieszka\w+|ur)(?!\w)"
)
_MONTH = r"(?:[^\W\d_]{3,9}\.? )?"
_MONTHS = (
    rf"{_MONTH}{_YEAR}(?:-\d\d)? {{0,2}}[-–—] {{0,2}}(?:{_MONTH}{_YEAR}(?:-\d\d)?|now|present)"
)
_ITS_TIME = regex(
    rf"(?: ?[,|–—-] ?| ?\(| ){{1,2}}(?:{_PERIOD.pattern})\)?[ .;]{{0,3}}(?=\n|\Z)"
    rf"|[ ,|–—-]{{1,4}}(?:[^\W\d_][^\d\n,;]{{2,40}}, )?{_MONTHS}(?!\w)"
)
_ROLE_BEHIND = regex(
    r"[^\n]{0,60}?(?<!\w)(?:engineer|developer|manager|analyst|designer|director|consultant|specialist"
    r"|accountant|nurse|driver|[іи]нженер|розроб|разраб|менедж|анал[іи]т|дизайн|директор|спец[іи]ал"
    r"|бухгалт|консульт|медсестр|вод[іи])"
)
_BEFORE_IT = regex(r"[^\W\d_]{3}[^\n]*[,|»\"”–—-] \Z")
# The name of a company or an institution.
_IN_QUOTES = regex(r"[«\"“„][^«»\"“”„\n]{2,40}[»\"”]")


def tells_of_a_job(low: str, place: int) -> bool:
    """Whether the line of this place, in small letters, tells for how long somebody worked.

    Before the place, or behind it where a name in quotes stands before it.
    """
    first = low.rfind("\n", max(0, place - _WIDEST), place) + 1 or max(0, place - _WIDEST)
    after = low.find("\n", place, place + _WIDEST)
    last = after if after >= 0 else min(len(low), place + _WIDEST)
    told = (
        _PERIOD.search(low, first, place + _OF_ITS_END) or _PERIOD.match(low, place)
    ) is not None
    named = not told and _IN_QUOTES.search(low, first, place) and _PERIOD.search(low, place, last)
    return bool(told or named) and _OF_A_PERSON.search(low, first, last) is None


def has_its_time_behind(low: str, start: int, end: int) -> bool:
    """Whether right behind these words, and last in their line, stands for how long it was.

    Their line begins with whose they are: "Nurse, Royal Infirmary, 12 Oxford Road | 2016–2020".
    """
    first = low.rfind("\n", max(0, start - _WIDEST), start) + 1 or max(0, start - _WIDEST)
    named = _BEFORE_IT.search(low, first, start) or (
        low.count(",", start, end) >= _WITH_A_NAME and _ROLE_BEHIND.match(low, end)
    )
    return (
        bool(named)
        and _ITS_TIME.match(low, end, end + _BEHIND) is not None
        and _OF_A_PERSON.search(low, first, end) is None
    )
