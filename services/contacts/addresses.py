"""Home addresses: a street and a house, with the flat, the town and the postal code beside them."""

import re
from collections.abc import Iterator

from services.contacts.folding import Copy
from services.contacts.found import Span

_BEFORE, _BEHIND = 120, 140  # how far from its telling word an address may reach
_WORD = r"[\w’'-]"
_TOWN = (
    r"(?:(?<!\d)\d{5,6},? {0,2}\n?)?"
    r"(?:(?:украина|україна|россия|рф|беларусь|казахстан|қазақстан),? {0,2})?"
    rf"(?:{_WORD}{{3,30}} (?:қаласы|облысы|обл(?:асть|\.)?|край|р-н|район),? {{0,2}}){{0,2}}"
    rf"(?:(?:(?<!\w)(?:г|м|гор|місто|город|с|село|смт|пос|пгт|пгт|дер"
    rf"|қ)\.? ?{_WORD}{{2,30}}(?: {_WORD}{{2,30}})?,? {{0,2}}\n?"
    rf"|(?:(?<=\n)|(?<=[,;:|•(] )|(?<=\d )|(?<=\d, )|\A){_WORD}{{3,30}}, {{0,2}}\n?)"
    rf"(?:{_WORD}{{3,30}} (?:район|р-н),? {{0,2}})?){{0,2}}"
)
_STREET_WORD = (
    r"вул(?:иця|иці|\.)?|ул(?:ица|ице|\.)?|просп(?:ект|екті|\.)?|пр-?к?т\.?|пр\.|бульв(?:ар|\.)"
    r"|б-р|бул\."
    r"|пер(?:еулок|\.)|пров(?:улок|\.)|площ(?:а|адь)|пл\.|наб(?:ережн\w{1,2}|\.)|шосе|шоссе|ш\."
    r"|мкрн?\.?"
    r"|м-н|мікрорайон|микрорайон|про[еїє]зд|пр-д|туп(?:ик|ік|\.)|алл?ея|узвіз|спуск|кв-л|квартал"
    r"|ж/м"
    r"|жил(?:ой )?массив|тракт|лин[иі]я|лінія"
)
_HOUSE = (
    r"(?:(?:дом|будинок|буд|зд|вл|д|б|үй)(?:\.|(?![\w.])) ?|№ ?)?"
    r"(?<!\d)(?!(?:19|20)\d\d(?![\w/-]))\d{1,4}(?:[/-]\d{1,4})?[ -]?(?:[а-яіa-z](?!\w))?(?![\d%]"
    r"|[.,]\d)(?!\w)(?:[ -]?үй(?!\w))?"
)
_FLAT = (
    r"(?:,? {0,2}\n?(?:корпус|корп|к|стр(?:оение)?|квартира|кварт|кв|пәтер|апартаменты|ап|офіс"
    r"|офис|оф"
    r"|під.?їзд|подъезд|под|этаж|поверх|эт|секция|секція|лит(?:ер)?|блок|комната|кімната|комн?|үй)"
    r"(?:\.|(?![\w.])) ?№? ?\d{1,4}[а-яіa-z]?(?!\w)|,? {0,2}\d{1,4}[ -]?(?:пәтер|кв)(?!\w)"
    r"|, ?\d{1,4}(?![\w.%-]|,\d))*"
    r"(?:,? {0,2}\n?\d{5,6}(?!\d))?"
    rf"(?:,? {{0,2}}\n?(?:г|м|гор|місто|город|с|смт|пос)\.? ?{_WORD}{{3,30}}"
    rf"|, ?\n?{_WORD}{{3,20}}(?= ?(?:\n|[|;•)]|\Z)))?"
    r"(?:,? {0,2}\n?\d{5,6}(?!\d))?"
)
_NAME = rf"[«\"]?(?:{_WORD}{{1,30}}[ .]{{1,2}}){{0,3}}{_WORD}{{2,30}}[»\"]?"
_CYRILLIC = re.compile(
    rf"{_TOWN}(?<!\w)(?:"
    rf"(?:{_STREET_WORD})(?<![а-яії] ) {{0,2}}\n?{_NAME}"
    rf"|(?:{_WORD}{{1,30}} ){{0,2}}{_WORD}{{2,30}} (?:{_STREET_WORD}|көшесі|көш\.|даңғылы|даң\."
    rf"|шағын ?ауданы|ықшамауданы)"
    rf"),? {{0,2}}\n?{_HOUSE}{_FLAT}"
)
_HOUSE_AND_FLAT = re.compile(
    rf"{_TOWN}(?<!\w)(?:{_WORD}{{3,30}} )?{_WORD}{{3,30}},? {{0,2}}\n?{_HOUSE},? {{0,2}}"
    r"(?:корп(?:ус)?\.? ?\d{1,3},? {0,2})?(?:квартира|кв)\.? ?№? ?\d{1,4}(?!\w| ?м)"
)
_TOWN_BEHIND = re.compile(
    r", \n?(?:(?:г|м|місто|город)\.? )?[A-ZА-ЯІЇЄҐȘȚÖÜŁŚ][\w’'-]{2,20}(?=[\n,.;)|]|\Z)"
)
_TOLD_CYRILLIC = re.compile(
    rf"(?<![\w-])(?:{_STREET_WORD})(?![\w-])|көш|даңғ|ауданы|(?<!\w)кв(?:артира)?(?:\.|(?!\w))"
)
_FLAT_IN_ENGLISH = (
    r"(?:#(?=\d)|[Ff]lat|[Aa]pt|[Aa]partment|[Ss]uite|Ste|Unit|[Rr]oom|Rm|Fl|[Ff]loor|[Bb]ldg|[Kk]v)\.?"
    r" ?#?[\w-]{1,8}"
)
_ENGLISH = re.compile(
    rf"(?=[\dA-Zfasurbkn])(?:{_FLAT_IN_ENGLISH},? )?"
    r"(?:[Nn]o\.? )?(?<![\w.,$€£])\d{1,5}[A-Za-z]?,? (?:on )?(?:[NSEW]\.? )?"
    r"(?:[A-Z0-9][\w’'.-]{0,30},?[ \n]){1,4}"
    r"(?:Street|street|str|St|st\.|avenue|ave\.|road|rd\.|lane|prospekt|Avenue|Ave|Road|Rd"
    r"|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Terrace"
    r"|Crescent|Highway|Hwy|Parkway|Pkwy|Place|Pl|Way|Gardens|Close|Mews)(?![\w’'-])\.?"
    r"(?! (?:Journal|Bank|Capital|Partners|Group|Ltd|Inc|LLC|School))"
    rf"(?:,?[ \n]{{1,2}}{_FLAT_IN_ENGLISH}){{0,2}}"
    r"(?:,? ?\n?(?:[A-Z][\w’'-]{1,20},?[ \n]){1,3}(?:[A-Z]{2},? )?"
    r"(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?!\w)"
    r"|, ?\n?[A-Z][\w’'-]{1,20}(?:, [A-Z]{2})?(?= ?(?:\n|[|;•)]|\Z)))?"
    rf"|(?<!\w)[A-Z][\w’'-]{{2,30}}(?: [A-Z][\w’'-]{{1,30}}){{0,2}},? (?:[Ss]treet|[Ss]tr?\."
    rf"|[Aa]venue|[Aa]ve\.|[Pp]rospekt"
    rf"|[Bb]lvd\.?|[Bb]oulevard|[Ll]ane|[Rr]oad|[Ss]quare),? (?:(?:[Bb]ld|[Bb]uilding|[Hh]ouse"
    rf"|[Bb]ud|d)\.? )?"
    r"(?!(?:19|20)\d\d(?!\w))\d{1,4}[a-zA-Z]?(?:[/-]\d{1,4})?(?!\w)"
    rf"(?:,? {_FLAT_IN_ENGLISH}){{0,2}}"
    r"|(?<!\w)(?i:\d{1,5}[a-z]?,?[ \n](?:[a-z0-9][\w’'-]{1,20}[ \n]){1,3}"
    r"(?:st|str|street|ave|avenue|rd|road|lane)"
    r"\.?,?[ \n]{1,2}(?:apt|flat|apartment|unit|suite)\.? ?#?\d{1,4})(?!\w)"
    r"|(?<!\w)(?i:(?:ul|vul|str)\.? ?[a-z’'-]{3,30},? (?:d|dom|bud|h)\.? ?\d{1,4}[a-z]?,?"
    r" (?:kv|apt|ap|flat)\.? ?\d{1,4})"
    r"|(?<!\w)P\.? ?O\.? Box \d{1,6}"
)
_EUROPEAN = re.compile(
    r"(?=[\dA-ZÄÖÜaouplvb])(?<!\w)(?:\d{2}-\d{3} [A-ZŁŚŻ][\w-]{2,30},? )?"
    r"(?<!\w)(?:[Uu]l\.|[Aa]l\.|[Oo]s\.|[Pp]l\.|[Uu]lica|[Aa]leja|[Vv]ul\.|[Pp]rosp\.|[Pp]er\."
    r"|[Bb]ulv\.|[Pp]rov\.|Rue|Via|Calle|Avenida|Piazza) ?\n?"
    r"(?:[\w’'.-]{1,30} ){0,3}[A-ZŁŚŻ0-9][\w’'.-]{1,30},?[ \n]{1,2}(?:(?:nr|d|dom|bud)\.? ?)?"
    r"\d{1,4}[A-Za-z]?(?:[/ ]?(?:m\.? ?|lok\.? ?)?\d{1,4})?(?!\w)(?:,? (?:kv|apt|korp|m"
    r"|lok)\.? ?\d{1,4})*(?:,?[ \n]{1,2}\d{2}-\d{3}(?: [A-ZŁŚŻ][\w-]{2,30})?)?"
    r"|(?<!\w)(?:[A-ZÄÖÜ][\wäöüß-]{2,30}(?:straße|strasse|str\.|gasse|weg|platz|allee|ufer|damm"
    r"|ring)"
    r"|[A-ZÄÖÜ][\wäöüß-]{2,30} (?:Straße|Strasse|Str\.|Allee|Platz|Weg|Ring|Damm|Ufer)) "
    r"\d{1,4}(?:[ -]?[a-z](?!\w))?(?!\w)(?:,?[ \n]{1,2}(?:D-)?\d{5}(?: [A-ZÄÖÜ][\wäöüß-]{2,30})?)?"
    r"|(?:(?:(?:[UuAaPp]l|[Oo]s|[Ss]tr)\.?|Am|An der|Im|Auf der|Zum|Zur) )?"
    r"(?<!\w)[A-ZŁŚŻ][\w’'-]{3,30} \d{1,4}[A-Za-z]?"
    r"(?:[/ ](?:m\.? ?)?\d{1,4})?,?[ \n]{1,2}"
    r"(?:\d{2}-\d{3}|(?:D-)?\d{5}) [A-ZŁŚŻÄÖÜ][\wäöüß-]{2,30}"
    r"|(?<!\w)(?:Am|An der|Im|Auf der|Zum|Zur|Unter den) [A-ZÄÖÜ][\wäöüß-]{2,30} \d{1,3}[a-z]?,? "
    r"\d{5} [A-ZÄÖÜ][\wäöüß-]{2,30}"
)
_TURKISH = re.compile(
    r"(?:[A-ZÇĞIİÖŞÜ0-9][\w.’'-]{0,30} ){1,4}"
    r"(?:Mah|Mh|Cad|Cd|Sok|Sk|Bulvar|Blv|Cadde|Sokak|Mahalle)\w{0,4}\.?,? [^\n]{0,60}?"
    r"No ?[:.]? ?\d{1,4}(?:[/-]\w{1,4})?(?:,? {0,2}(?:D|Daire|Kat"
    r"|K)\.? ?(?:[Nn]o)? ?[:.]? ?\d{1,4})*"
    r"(?:,? (?:\d{5} )?[A-ZÇĞIİÖŞÜ]\w{2,20}(?:/[A-ZÇĞIİÖŞÜ]\w{2,20})?)?"
)
_ROMANIAN = re.compile(
    r"(?<!\w)(?:[Ss]tr(?:ada|\.)|[Bb](?:-?d(?:ul)?|ulevardul)\.?|[Aa]leea|[Cc]alea"
    r"|[ȘșSs]os(?:eaua|\.)"
    r"|[Pp]ia[țt]a|[Ii]ntr(?:area|\.)) (?:[\w.’'-]{1,30} ){0,4}?[\w’'-]{2,30},? ?"
    r"(?:[Nn]r\.? ?\d{1,4}\w?|\d{1,4}\w?(?=,? (?:bl|ap|sc)))"
    r"(?:,? (?:bl|sc|et|ap|sector(?:ul)?)\.? ?\w{1,4}(?!\w))*"
)
_IN_LATIN = (
    (
        re.compile(
            r"(?<![a-zA-Z])(?:[Ss]treet|st(?:\.|,)|(?:v?ul|str)\.? [a-zA-Z]"
            r"|[Ss]tr?(?![\w’'-])|[Aa]ve(?:nue)?(?!\w)|[Rr](?:oa)?d(?!\w)"
            r"|[Bb]lvd|[Bb]oulevard"
            r"|[Ll](?:ane|n)(?!\w)|Dr(?:ive)?(?!\w)|C(?:our)?t(?!\w)|Sq(?:uare)?(?!\w)|square"
            r"|Terrace|Crescent"
            r"|Highway|Hwy|Parkway|Pkwy|Pl(?:ace)?(?!\w)|Way(?!\w)|Gardens|Close|Mews|[Pp]rospekt"
            r"|Box(?!\w))"
        ),
        _ENGLISH,
    ),
    (
        re.compile(
            r"(?<![A-Za-z])(?:[UuAaPp]l\.|[Oo]s\.|[Uu]lica|[Aa]leja|[Vv]ul\.|[Pp]rosp\.|[Pp]er\."
            r"|[Bb]ulv\.|[Pp]rov\."
            r"|Rue |Via |Calle|Avenida|Piazza|(?:Am|An der|Im|Auf der|Zum|Zur|Unter den) [A-ZÄÖÜ])"
            r"|(?<!\w)(?:\d{2}-\d{3}|(?:D-)?\d{5}) [A-ZŁŚŻÄÖÜ]"
            r"| (?<=(?:aße|sse|tr\.|weg|Weg|atz|lee|fer|amm|ing) )(?=\d)"
        ),
        _EUROPEAN,
    ),
    (re.compile(r"(?<![A-Za-z])(?:Mah|Mh|Cad|Cd|Sok|Sk|Bulvar|Blv)"), _TURKISH),
    (
        re.compile(
            r"(?<![A-Za-z])(?:[Ss]tr|[Bb]-?d|[Bb]ulevard|[Aa]leea|[Cc]alea"
            r"|[ȘșSs]os|[Pp]ia[țt]a|[Ii]ntr)"
        ),
        _ROMANIAN,
    ),
)


def addresses(copy: Copy) -> Iterator[Span]:
    """Postal addresses in a copy of the text."""
    return (_with_town(copy.text, address) for address in _streets(copy))


def _streets(copy: Copy) -> Iterator[Span]:
    text, low = copy.text, copy.lower
    if not low.isascii():
        yield from _near_words(low, _TOLD_CYRILLIC, _CYRILLIC)
        yield from _near_words(low, _TOLD_CYRILLIC, _HOUSE_AND_FLAT)
    for told, pattern in _IN_LATIN:
        yield from _near_words(text, told, pattern)


def _near_words(text: str, told: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[Span]:
    """What the pattern finds close to the words that tell of it; no place is looked at twice."""
    start = end = 0
    for word in told.finditer(text):
        if word.start() - _BEFORE > end:
            yield from _matches(pattern, text, start, end)
            start = word.start() - _BEFORE
        end = word.end() + _BEHIND
    yield from _matches(pattern, text, start, min(end, len(text)))


def _matches(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Span]:
    for match in pattern.finditer(text, start, end):
        yield Span("address", match.start(), match.end())


def _with_town(text: str, address: Span) -> Span:
    """The address with the name of a town behind it, where nothing else begins with that word."""
    town = _TOWN_BEHIND.match(text, address.end)
    return Span("address", address.start, town.end()) if town else address
