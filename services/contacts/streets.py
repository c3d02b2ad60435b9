"""A street and a house, with the flat, the town and the postal code beside them."""

import re
from collections.abc import Iterator, Sequence

from services.contacts.address_parts import widened
from services.contacts.bare_lines import LINE, ROAD, ROADS, TOLD, TOLD_BY_A_ROAD
from services.contacts.folding import Copy
from services.contacts.foreign_streets import (
    ABROAD,
    BY_A_CODE,
    BY_A_WARD,
    PERSON_BEFORE,
    TOLD_ABROAD,
    TOLD_BY_A_CODE,
    TOLD_BY_A_WARD,
)
from services.contacts.found import Span
from services.contacts.regexes import regex
from services.contacts.settlements import cases
from services.contacts.small_streets import small_cases

_BEFORE, _BEHIND = 120, 140  # how far from its telling word an address may reach
_WORD = r"[\w’'-]"
_TOWN_BEFORE = (
    r"(?:(?:украина|україна|россия|рф|беларусь|казахстан|қазақстан),? {0,2}(?=\d))?"
    r"(?:(?<!\d)\d{5,6},? {0,2}\n?)?"
    r"(?:(?:украина|україна|россия|рф|беларусь|казахстан|қазақстан),? {0,2})?"
    rf"(?:{_WORD}{{3,30}} (?:қаласы|облысы|обл(?:асть|\.)?|край|р-н|район),? {{0,2}}\n?){{0,2}}"
    rf"(?:(?:(?<!\w)(?:г|м|гор|місто|город|с|село|смт|пос|пгт|дер|д|ст|станица|ст-ца|аул|рп"
    rf"|хутор|х|снт"
    rf"|қ)(?:\. ?| ){_WORD}{{2,30}}(?: {_WORD}{{2,30}})?,? {{0,2}}\n?"
    rf"|(?:(?<=\n)|(?<=[,;:|•(] )|(?<=\d )|(?<=\d, )|(?<=  )|\A){_WORD}{{3,30}}, {{0,2}}\n?)"
    rf"(?:{_WORD}{{3,30}} (?:район|р-н),? {{0,2}})?){{0,2}}"
    r"(?:(?:(?<=\n)|\A)(?!(?:адрес|живу|мешка|прожива|офис|офіс|прописк|место|місце))[^\W\d_]{3,20}"
    r" (?=(?:в?ул|пр|просп|пр-?к?т|пер|пров|мкр|б-р) ))?"
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
    r"(?:(?:дом|будинок|буд|зд|влд|вл|владение|строение|д|б|үй)(?:\.|(?![\w.])) ?)?(?:(?:№"
    r"|номер) ?)?"
    r"(?<!\d)(?!(?:19|20)\d\d(?:(?![\w/-])|-(?:19|20)\d\d(?!\d))|0)\d{1,4}(?: ?[/-] ?(?!(?:19"
    r"|20)\d\d)\d{1,4}){0,2}[ -]?(?:(?:[а-яіa-z]|бе|ве|ге)(?!\w))?(?![\d%]"
    r"|[.,]\d)(?!\w)(?:[ -]?үй(?!\w))?"
)
_FLAT = (
    r"(?:,? {0,2}\n?(?:корпус|корп|к|стр(?:оение)?|квартира|кварт|кв|пәтер|апартаменты|ап|офіс"
    r"|офис|оф"
    r"|під.?їзд|подъезд|под|этаж|поверх|эт|секция|секція|лит(?:ер)?|блок|комната|кімната|комн?"
    r"|үй|під|помешкання|помешк|пом|прим|домофон)"
    r"(?:\.|(?![\w.])) ?№? ?(?!(?:19|20)\d\d(?!\d))\d{1,4}[а-яіa-z]?(?!\w)"
    r"|,? {0,2}\d{1,4}[ -]?(?:пәтер|кв)(?!\w)"
    r"|, ?\d{1,4}(?![\w.%–—-]|,\d))*"
    r"(?:,? {0,2}\n?\d{5,6}(?!\d))?"
    rf"(?:,? {{0,2}}\n?(?:г|м|гор|місто|город|с|смт|пос)(?:\. ?| ){_WORD}{{3,30}}"
    rf"|, ?\n?(?=[^\W\d]){_WORD}{{3,20}}(?= ?(?:\n|[|;•)]|\Z)))?"
    r"(?:,? {0,2}\n?\d{5,6}(?!\d))?"
)
_NAME = (
    rf"(?=[«\"\d -]{{0,6}}[^\W\d])[«\"]?(?:{_WORD}{{1,30}}[ .]{{1,2}}){{0,3}}{_WORD}{{2,30}}[»\"]?"
)
_CYRILLIC = regex(
    rf"{_TOWN_BEFORE}(?<!\w)(?:"
    rf"(?:\d{{1,2}}-?(?:[йяе]|ая|ый|ий|а) )?(?:{_STREET_WORD})(?:(?<=\.)|(?!\w)) {{0,2}}\n?{_NAME}"
    rf"|\d{{1,2}}-?(?:я|а)? л[иі]н[иі]я (?:в\. ?о\.|васильевского острова)"
    rf"|(?:{_WORD}{{1,30}} ){{0,2}}{_WORD}{{2,30}} (?:{_STREET_WORD}|көшесі|көш\.|к-с[іи]|даңғылы"
    rf"|даңғ?\."
    rf"|шағын ?ауданы|ықшамауданы)"
    rf"),? {{0,2}}\n?{_HOUSE}{_FLAT}"
)
_HOUSE_AND_FLAT = regex(
    rf"{_TOWN_BEFORE}(?<!\w)(?:{_WORD}{{3,30}} )?{_WORD}{{3,30}},? {{0,2}}\n?(?:корп(?:ус)?\.? "
    rf"?)?{_HOUSE},? {{0,2}}"
    r"(?:корп(?:ус)?\.? ?\d{1,3},? {0,2})?(?:[а-яії]{4,10}(?:ий|ій|ый|ой) (?:під.?їзд|подъезд"
    r"|поверх|этаж)"
    r"(?!\w)|(?:(?:під.?їзд|подъезд|поверх|этаж|эт\.) ?\d{1,2},? {0,2})?"
    r"(?:квартира|помешкання|помешк|кв)\.? ?№? ?(?!(?:19"
    r"|20)\d\d(?!\d))\d{1,4}(?!\w| ?м)|\d{1,4}[ -]?пәтер(?!\w)"
    r"|(?:(?:\d{1,2} )?(?:подъезд|під.?їзд)(?: \d{1,2})?(?!\w),? {0,2})?домофон:? \d{1,4}(?!\w))"
)
_TOWN = r"(?:(?:г|м|місто|город)\.? )?[A-ZА-ЯІЇЄҐȘȚÖÜŁŚÇĞİÎÂĂҚӨҰ][\w’'-]{2,20}"
_TOWN_BEHIND = regex(
    rf"(?:, \n?{_TOWN}(?:, {_TOWN})?(?:(?:, [A-Z]{{2}}|,)? \d{{1,6}}(?!\d))?| {_TOWN})"
    r"(?=[\n,.;)|]|\Z)"
)
# What a street's name does not have behind its number: "15 people", "12 000 l".
_COUNTED = regex(
    r" \d00(?!\d)|,? (?:\d{1,3} )?\d{1,3}(?:[.,]\d)? ?(?:[мm][²2]|кв\.? ?м)(?!\w)"
    r"|,? (?i:кв\.? ?м|м²|m²|[мm]2|sq|человек|чел|людей|осіб|сотрудник|співробітник|колег"
    r"|магазин|клиент"
    r"|клієнт|объект"
    r"|об.єкт|единиц|одиниц|штук|тонн|[kк][mм](?!\w)|га(?!\w)|km(?!\w)|км(?!\w)|мест(?!о)|місць|минут"
    r"|метр|контракт|рейс|вахт|сезон|семестр|курс(?!\w)"
    r"|хвилин|домов|дома|будинк|квартир|школ|лифт|ліфт|osób|pracown|kişi|çalışan"
    r"|mağaza"
    r"|mitarbeiter|personen|people|employees|staff|stores|colegi|angajați|oameni|persoane|адам"
    r"|қызметкер)"
    r"|[.,]\d"
)
_TOLD_CYRILLIC = regex(
    rf"(?<![\w-])(?:{_STREET_WORD})(?![\w-])|пәтер|під.?їзд|подъезд|к-с[іи](?!\w)|көш|даңғ"
    rf"|ауданы|домофон"
    rf"|(?<!\w)кв(?:артира)?(?:\.|(?!\w))"
)
_TOLD_TURKISH = regex(r"mahallesi|cadde|soka[kğg]|bulvar[ıi]")
_POSTCODE_BEHIND = regex(
    r"[ ,\n-]{1,3}(?:[a-z][\w’'-]{2,20}[ ,\n-]{1,3}){0,2}[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}(?!\w)"
)
_FLAT_IN_ENGLISH = (
    r"(?:#(?=\d)|[Ff]lat|[Aa]pt|[Aa]partment|[Ss]uite|Ste|Unit|[Rr]oom|Rm|Fl|[Ff]loor|[Bb]ldg"
    r"|[Kk]v)\.?"
    r" ?#?[\w-]{1,8}"
)
_ENGLISH = regex(
    r"(?<![\w.,$])\d{1,5} (?:(?:County|State|Farm|US|Old) ){0,2}"
    r"(?:Road|Rd|Route|Rte|Highway|Hwy|CR|FM|SR)"
    r" \d{1,4}(?: (?:North|South|East|West|[NSEW](?!\w)))?(?=,)|"
    rf"(?=[\dA-Zfasurbkn])(?:{_FLAT_IN_ENGLISH},? )?"
    r"(?:[Nn]o\.? )?(?<![\w.,$€£/])(?<!uilding )(?:\d{1,3}/)?(?!0)\d{1,5}[A-Za-z]?,? (?:on )?"
    r"(?:[NSEW]\.? )?"
    r"(?:[A-Z1-9][\w’'.-]{0,30},?[ \n]){1,4}"
    r"(?:Street|street|str|Str\.|St|st\.|avenue|ave\.|road|rd\.|lane|prospekt|Avenue|Ave|Road|Rd"
    r"|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Terrace"
    r"|Crescent|Highway|Hwy|Parkway|Pkwy|Place|Pl|Way|Gardens|Close|Mews)(?![\w’'-])\.?"
    r"(?!(?<=St|t\.) [A-Z][a-z]{2,12}['’]s?(?!\w))"
    r"(?! (?:Journal|Bank|Capital|Partners|Group|Ltd|Inc|LLC|School))"
    rf"(?:,?[ \n]{{1,2}}{_FLAT_IN_ENGLISH}){{0,2}}"
    r"(?:,? ?\n?(?:[A-Z][\w’'-]{1,20},?[ \n]){1,3}(?:[A-Z]{2},? )?"
    r"(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?!\w)"
    r"|, ?\n?[A-Z][\w’'-]{1,20}(?:, [A-Z]{2})?(?= ?(?:\n|[|;•)]|\Z)))?"
    rf"|(?<!\w)[A-Z][\w’'-]{{2,30}}(?: [A-Z][\w’'-]{{1,30}}){{0,2}},? (?:[Ss]treet|[Ss]tr?\."
    rf"|[Aa]venue|[Aa]ve\.|[Pp]rospe[ck]t|[Uu]lits?a|[Pp]ereulok|[Pp]rovulok"
    rf"|[Bb]lvd\.?|[Bb]oulevard|[Ll]ane|[Rr]oad|[Ss]quare),? (?:(?:[Bb]ld|[Bb]uilding|[Hh]ouse"
    rf"|[Bb]ud|d)\.? )?"
    r"(?!(?:19|20)\d\d(?!\w))\d{1,4}[a-zA-Z]?(?:[/-]\d{1,4})?(?!\w)"
    rf"(?:,? {_FLAT_IN_ENGLISH}){{0,2}}"
    r"|(?<![\w.,$])(?i:\d{1,5}[a-z]?,?[ \n](?:[a-z][\w’'-]{1,20}[ \n]){1,3}"
    r"(?:st|str|street|ave|avenue|rd|road|lane)"
    r"\.?,?[ \n]{1,2}(?:apt|flat|apartment|unit|suite)\.? ?#?\d{1,4})(?!\w)"
    r"|(?<!\w)(?i:(?:ul|vul|str)\.? ?[a-z’'-]{3,30},? (?:d|dom|bud|h)\.? ?\d{1,4}[a-z]?,?"
    r" (?:kv|apt|ap|flat)\.? ?\d{1,4})"
    r"|(?<!\w)P\.? ?O\.? Box \d{1,6}"
    r"|(?<!\w)\d{1,4}[A-Za-z]?,? (?:Vulyts(?:ia|ya)|Ulits?a|Prospekt|Pereulok|Provulok)(?: "
    r"[A-Z][\w’'-]{2,25}){1,3}"
    r"|(?<!\w)House (?:#|No\.? )?\d{1,4}[A-Z]?,? (?:Street|Road|Block|Sector|Phase) (?:#|No\.? "
    r")?\d{1,3}"
)
_EUROPEAN = regex(
    r"(?=[\dA-ZÄÖÜaouplvb])(?<!\w)(?:\d{2}-\d{3} [A-ZŁŚŻ][\w-]{2,30},? )?"
    r"(?<!\w)(?<!et )(?:[Uu]l\.|[Aa]l\.|[Oo]s\.|[Oo]siedle|[Pp]l\.|[Uu]lica|[Aa]leja|[Vv]ul\."
    r"|[Pp]rosp\."
    r"|[Pp]er\."
    r"|[Bb]ulv\.|[Pp]rov\.|Rue|Via|Calle|Avenida|Piazza) ?\n?"
    r"(?:[\w’'.-]{1,30} ){0,3}[A-ZŁŚŻ0-9][\w’'.-]{1,30},?[ \n]{1,2}(?:(?:nr|numer|d|dom|bud)\.? "
    r"?)?"
    r"(?!(?:19|20)\d\d(?![\w/])|\d\d-\d{3}(?!\d))\d{1,4}[A-Za-z]?"
    r"(?:[/ ]?(?:m\.? ?|lok\.? ?|mieszkani[ae] |lokal )?\d{1,4}[A-Za-z]?)?(?!\w)(?:,? (?:kv|apt"
    r"|korp|m"
    r"|mieszkani[ae]|lok)\.? ?\d{1,4})*(?:,?[ \n]{1,2}\d{2}-\d{3}(?: [A-ZŁŚŻ][\w-]{2,30})?)?"
    r"|(?<!\w)(?!(?:Regal|Lager|Stell|Arbeits|Ausbildungs|Studien)platz)"
    r"(?:[A-ZÄÖÜ][\wäöüß-]{2,30}(?:straße|strasse|str\.|gasse|weg|platz|allee|ufer|damm"
    r"|ring)"
    r"|[A-ZÄÖÜ][\wäöüß-]{2,30} (?:Straße|Strasse|Str\.|Gasse|Allee|Platz|Weg|Ring|Damm|Ufer)) "
    r"\d{1,4}(?:[ -]?[a-z](?!\w))?(?!\w)(?:,?[ \n]{1,2}(?:D-)?\d{5}(?: [A-ZÄÖÜ][\wäöüß-]{2,30})?)?"
    r"|(?:(?:(?:[UuAaPp]l|[Oo]s|[Ss]tr)\.?|Am|An der|Im|Auf der|Zum|Zur) )?"
    r"(?<!\w)[A-ZŁŚŻ][\w’'-]{3,30} \d{1,4}[A-Za-z]?"
    r"(?:[/ ](?:m\.? ?)?\d{1,4})?,?[ \n]{1,2}"
    r"(?:\d{2}-\d{3}|(?:D-)?\d{5}) [A-ZŁŚŻÄÖÜ][\wäöüß-]{2,30}"
    r"|(?<!\w)(?:Am|An der|Im|Auf der|Zum|Zur|Unter den) [A-ZÄÖÜ][\wäöüß-]{2,30} \d{1,3}[a-z]?,? "
    r"\d{5} [A-ZÄÖÜ][\wäöüß-]{2,30}"
)
_TURKISH = regex(
    r"(?:[A-ZÇĞIİÖŞÜ0-9][\w.’'-]{0,30} ){1,4}"
    r"(?:Mah|Mh|Cad|Cd|Sok|Sk|Bulvar|Blv|Cadde|Sokak|Mahalle)\w{0,4}\.?,? "
    r"(?:[^\n]{0,60}?[Nn](?:o|umara) ?[:.]? ?|(?:[^\n]{0,40}?(?:Cad|Cd|Sok|Sk|Bulv"
    r"|Blv)\w{0,5}\.?,? )?)(?!(?:19|20)\d\d(?!\w))\d{1,4}(?:[/-]\w{1,4})?(?:,? {0,2}(?:D|Daire|Kat"
    r"|K)\.? ?(?:[Nn]o)? ?[:.]? ?\d{1,4})*"
    r"(?:,? (?:\d{5} )?[A-ZÇĞIİÖŞÜ]\w{2,20}(?:/[A-ZÇĞIİÖŞÜ]\w{2,20})?)?"
)
_TURKISH_SMALL = regex(
    r"(?<![\w’'-])(?:[\w’'-]{2,30} ){1,3}(?:mahallesi|caddesi|cadde|sokağı|sokak|sokagi"
    r"|bulvarı|bulvari)\.?,? "
    r"(?:[\w’'.-]{2,30},? ){0,4}?(?:no(?:su)? ?[:.]? ?)?\d{1,4}(?:[/-]\w{1,4})?"
    r"(?:,? {0,2}(?:d|daire|kat"
    r"|k)\.? ?(?:no)? ?[:.]? ?\d{1,4}){0,3}(?!\w)(?:,? \w{3,20}(?:/\w{3,20})?(?=[\n,.;)|]|\Z))?"
)
_ROMANIAN_WORD = (
    r"[Ss]tr(?:ada|\.)|[Bb](?:-?d(?:ul)?|ulevardul)\.?|[Aa]leea|[Cc]alea|[ȘșSs]os(?:eaua|\.)"
    r"|[Pp]ia[țt]a"
    r"|[Ii]ntr(?:area|\.)"
)
_ROMANIAN_FLAT = (
    r"(?:,? (?:bl(?:oc)?|sc(?:ara)?|et(?:aj)?|ap(?:artament(?:ul)?)?|sector(?:ul)?)"
    r"\.? ?\w{1,4}(?!\w))"
)
_ROMANIAN = regex(
    rf"(?<!\w)(?:{_ROMANIAN_WORD}) (?:[\w.’'-]{{1,30}} ){{0,4}}?[\w’'-]{{2,30}},? ?"
    rf"(?:(?:[Nn]r\.?|num[ăa]rul|num[ăa]r) ?\d{{1,4}}(?:bis|ter|\w)?|\d{{1,4}}(?:/\d{{1,4}})?\w?"
    rf"(?=,? (?:bl"
    rf"|ap|sc|et|sector|jud)|[,;\n)]|\Z))"
    rf"{_ROMANIAN_FLAT}{{0,5}}"
    rf"|(?<!\w)(?:[A-ZȘȚĂÂÎ][\w’'-]{{2,30}} ){{1,3}}(?:nr\.? "
    rf"?)?\d{{1,4}}\w?{_ROMANIAN_FLAT}{{1,5}}"
)
_IN_LATIN = (
    (
        regex(
            r"(?=[SsVvUuAaRrBbLlDCTHPpWGM])(?<![a-zA-Z])(?:[Ss]treet|st(?:\.|,)|(?:v?ul"
            r"|str)\.? [a-zA-Z]"
            r"|[Ss]tr?(?![\w’'-])|[Aa]ve(?:nue)?(?!\w)|[Rr](?:oa)?d(?!\w)"
            r"|[Bb]lvd|[Bb]oulevard"
            r"|[Ll](?:ane|n)(?!\w)|Dr(?:ive)?(?!\w)|C(?:our)?t(?!\w)|Sq(?:uare)?(?!\w)|square"
            r"|Terrace|Crescent"
            r"|Highway|Hwy|Parkway|Pkwy|Pl(?:ace)?(?!\w)|Way(?!\w)|Gardens|Close|Mews"
            r"|[Pp]rospe[ck]t|Vulyts|Ulits|Pereul|Provul|House"
            r"|Box(?!\w))"
        ),
        _ENGLISH,
    ),
    (
        regex(
            r"(?<![A-Za-z])(?:[UuAaPp]l\.|[Oo]s\.|[Oo]siedle |[Uu]lica|[Aa]leja|[Vv]ul\."
            r"|[Pp]rosp\.|[Pp]er\."
            r"|[Bb]ulv\.|[Pp]rov\."
            r"|Rue |Via |Calle|Avenida|Piazza|(?:Am|An der|Im|Auf der|Zum|Zur|Unter den) [A-ZÄÖÜ])"
            r"|(?<!\w)(?:\d{2}-\d{3}|(?:D-)?\d{5}) [A-ZŁŚŻÄÖÜ]"
            r"| (?=\d)(?<=(?:aße|sse|tr\.|weg|Weg|atz|lee|fer|amm|ing) )"
        ),
        _EUROPEAN,
    ),
    (regex(r"(?<![A-Za-z])(?:Mah|Mh|Cad|Cd|Sok|Sk|Bulvar|Blv)"), _TURKISH),
    (TOLD_ABROAD, ABROAD),
    (TOLD_BY_A_WARD, BY_A_WARD),
    (
        regex(
            r"(?=[BbSsAaCcȘșPpIi])(?<![A-Za-z])(?:(?:bloc?|sc|ap)\.? ?\w{1,3}(?!\w)"
            r"|ap(?:artament)|[Ss]tr|[Bb]-?d|[Bb]ulevard|[Aa]leea|[Cc]alea"
            r"|[ȘșSs]os|[Pp]ia[țt]a|[Ii]ntr)"
        ),
        _ROMANIAN,
    ),
)

_FIGURES = regex(r"\d+")


def streets(copy: Copy) -> Iterator[Span]:
    """Postal addresses that name a street and a house."""
    found = (_with_town(copy.text, address) for address in _streets(copy))
    return filter(None, found)


def _streets(copy: Copy) -> Iterator[Span]:
    text, low = copy.text, copy.lower
    near = list(_near_figures(text))
    yield from _near_words(low, near, _TOLD_TURKISH, _TURKISH_SMALL)
    if not low.isascii():
        yield from _near_words(low, near, _TOLD_CYRILLIC, _CYRILLIC, _HOUSE_AND_FLAT)
    for told, pattern in (*cases(copy.words), *small_cases(copy.words)):
        yield from _near_words(low, near, told, pattern)
    known: list[Span] = []
    for told, pattern in _IN_LATIN:
        known += _near_words(text, near, told, pattern)
    if not ROADS.isdisjoint(copy.words):
        known += _near_words(text, near, TOLD_BY_A_ROAD, ROAD)
    yield from known
    yield from _near_words(text, near, TOLD, LINE)
    for span in _near_words(text, near, TOLD_BY_A_CODE, BY_A_CODE):
        if not any(one.start < span.end and span.start < one.end for one in known):
            person = PERSON_BEFORE.match(text, span.start, span.end)
            yield Span("address", person.end() if person else span.start, span.end)


def _near_figures(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around figures: there is no address without one."""
    start = end = 0
    for figure in _FIGURES.finditer(text):
        if figure.start() - _BEHIND > end:
            if end:
                yield start, end
            start = figure.start() - _BEHIND
        end = figure.end() + _BEFORE
    if end:
        yield start, end


def _near_words(
    text: str,
    near: Sequence[tuple[int, int]],
    told: re.Pattern[str],
    *patterns: re.Pattern[str],
) -> Iterator[Span]:
    """What the patterns find close to the words that tell of it; no place is looked at twice."""
    start = end = 0
    for word in (word for begin, stop in near for word in told.finditer(text, max(0, begin), stop)):
        if word.start() - _BEFORE > end:
            yield from _matches(patterns, text, start, end)
            start = word.start() - _BEFORE
        end = word.end() + _BEHIND
    yield from _matches(patterns, text, start, min(end, len(text)))


def _matches(
    patterns: tuple[re.Pattern[str], ...], text: str, start: int, end: int
) -> Iterator[Span]:
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            yield Span("address", match.start(), match.end())


def _with_town(text: str, address: Span) -> Span | None:
    """The address with the town behind it, where nothing else is named by that word."""
    if _COUNTED.match(text, address.end):
        return None
    start, end = widened(text, address.start, address.end)
    address = Span("address", start, end)
    code = _POSTCODE_BEHIND.match(text[address.end : address.end + 70].lower())
    if code:
        return Span("address", address.start, address.end + code.end())
    town = _TOWN_BEHIND.match(text, address.end)
    return Span("address", address.start, town.end()) if town else address
