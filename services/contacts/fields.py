"""Forms in which each part of a contact has a field: street, house and flat; code and number."""

import re
from collections.abc import Iterator

from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex
from services.contacts.wording import named

_SIGN = r"[ ]{0,2}(?:[:=|]| {1,8}|[–—-] )[ |]{0,8}"
_PLACE = (
    r"(?:(?:населённый|населенный|населений) пункт|страна|країна|область|район|город|місто|г|село"
    r"|country|county|state|city|town|ort|stadt|miasto|şehir|il|ilçe|localitate|oraș|județ|қала"
    r"|address line \d|address \d|(?:home|address)? ?\((?:line \d|postcode|city|zip)\)|line \d"
    r"|квартал|микрорайон|мікрорайон|подъезд|під.?їзд|этаж|поверх|floor|etaj|kat)"
)
_STREET = (
    r"(?:улица|вулиця|проспект|переулок|провулок|street(?: address)?|road|straße|strasse|ulica"
    r"|strada|cadde|sokak|mahalle|көше(?:сі)?|даңғыл|адреса?|address(?: line 1)?|adres[aă]?|home"
    r"(?: \(line 1\))?)"
)
_HOUSE = (
    r"(?:дом|будинок|буд|корпус|квартира|кв|house(?: (?:no|number))?|flat|apartment|apt|unit"
    r"|hausnummer|hausnr|wohnung|(?:numer|nr) (?:domu|mieszkania)|dom|mieszkanie|număr|nr|bloc"
    r"|apartament|scara|bina no|daire|kapı no|no|үй|пәтер)"
)
_CODE = (
    r"(?:индекс|індекс|поштовий індекс|почтовый индекс|post ?code|zip(?: code)?|plz|kod pocztowy"
    r"|cod poștal|posta kodu|индексі)"
)
_VALUE = r"(?!area)[^\n|]{1,60}"
_FIELD = regex(
    rf"(?:(?<=\n)|\A)[ |•*-]{{0,6}}(?:(?P<street>{_STREET})|(?P<house>{_HOUSE})|(?P<code>{_CODE})"
    rf"|(?P<place>{_PLACE}))(?: ?№|\.|(?!\w)){_SIGN}(?P<value>{_VALUE})(?=[ |]*(?:\n|\Z))"
)
# "Street | High Street | House | 14", "Улица / Мира / Дом / 3": a row of such fields.
_IN_A_ROW = regex(
    rf"(?<!\w)(?:(?P<street>{_STREET})|(?P<house>{_HOUSE}|lokal|numara|nr domu|ap|bl|sc|буд|к|d)"
    rf"|(?P<code>{_CODE})|(?P<place>{_PLACE}))\.?[ ]?(?:[|/\t;=→>:]|: ?\|)[ ]{{0,3}}"
    r"(?P<value>[^|/\t\n;=→>:]{1,40}?)(?=[ ]{0,3}(?:[|/\t\n;→>]|, |\Z))"
)
_PARTED = regex(r"[|/\t;=→>]")
_LINE = regex(r"[^\n]*[|/\t;=→>][^\n]*")
_MOST_BETWEEN = 12
# "code":"916","number":"5551234"; phone_code=067&phone_number=1234567.
_KEYS_OF_A_CODE = "code|prefix|country|city|area"
_KEYED = regex(
    rf"(?:country|city|area|phone|tel|dial|operator|mobile)?[_-]?(?:{_KEYS_OF_A_CODE})"
    r"[\"']?[ ]?[:=][ ]?[\"']?(?P<first>\+?\(?\d{1,5}\)?)[\"']?[,;& \n]{1,4}[\"']?"
    r"(?:(?:city|area|operator|phone|tel)[_-]?(?:code)?[\"']?[ ]?[:=][ ]?[\"']?\d{2,5}[\"']?"
    r"[,;& \n]{1,4}[\"']?)?(?:phone|tel|mobile)?[_-]?(?:number|phone|num|no)"
    r"[\"']?[ ]?[:=][ ]?[\"']?"
    r"(?P<last>\d[\d -]{4,12}\d)"
)
# "Телефон 8 903 / продолжение 123 45 67", "Phone 1: 0131 / Phone 2: 4960588".
_PHONE = (
    r"(?:тел(?:ефон)?|моб(?:ильный|ільний)?|phone|tel|mobile|cell|telefon|номер|number|ұялы"
    r"|whatsapp|viber)"
)
_MAIL = r"(?:e-?mail|почта|пошта|ящик|скринька|mailbox|poczta|e-?posta|логин|login|user)"
_MORE = (
    r"(?:[^\n\d:|]{0,14}(?:продолж\w*|продовж\w*|далее|далі|окончание|закінчення|cont(?:inued|\."
    r"|d)?"
    r"|ciąg dalszy|fortsetzung|devam\w*|continuare|жалғасы|part \d|ч(?:асть|астина)? ?\d|\d|host"
    r"|хост"
    r"|домен|domain)[^\n\d:|]{0,6})"
)
_GOES_ON = regex(
    rf"(?:(?<=\n)|\A)[ |•*-]{{0,6}}(?:(?P<phone>{_PHONE})|(?P<mail>{_MAIL}))[^\n:|]{{0,16}}?{_SIGN}"
    rf"(?P<first>[\"']?[+(\w][\w().+ -]{{1,30}}?[\"']?)[ |]{{0,6}}\n"
    rf"[ |•*-]{{0,6}}(?:(?:{_PHONE}|{_MAIL})[^\n:|]{{0,4}})?{_MORE}{_SIGN}"
    rf"(?P<last>[\"']?[@\w][\w@().+ -]{{1,40}}?[\"']?)[ |]{{0,6}}(?=\n|\Z)"
)
_WHOLE = range(9, 14)


def fields(copy: Copy) -> Iterator[Span]:
    """What the fields of a form tell of one contact, field by field."""
    low = copy.lower
    yield from _homes(_FIELD.finditer(low))
    if _PARTED.search(low):
        for line in _LINE.finditer(low):
            yield from _homes(_IN_A_ROW.finditer(low, *line.span()))
    has_a_key = any(map(low.__contains__, named(_KEYS_OF_A_CODE)))
    for keyed in _KEYED.finditer(low) if has_a_key else ():
        yield Span("phone", keyed.start("first"), keyed.end("last"))
    for told in _GOES_ON.finditer(low):
        first, last = told["first"], told["last"]
        digits = len(re.findall(r"\d", first + last))
        letters = re.search(r"[^\W\d_]", first + last)
        if told["phone"] and digits in _WHOLE and not letters:
            yield Span("phone", *told.span("first"))
            yield Span("phone", *told.span("last"))
        elif told["mail"] and re.fullmatch(r"[\"']?@?[a-z0-9-]+(?:\.[a-z]+)+[\"']?", last):
            yield Span("email", *told.span("first"))
            yield Span("email", *told.span("last"))


def _homes(fields: Iterator[re.Match[str]]) -> Iterator[Span]:
    """Fields that follow each other, where at least two of them tell where a house stands."""
    row: list[re.Match[str]] = []
    for field in fields:
        if row and field.start() - row[-1].end() > _MOST_BETWEEN:
            yield from _home(row)
            row = []
        row.append(field)
    yield from _home(row)


def _home(row: list[re.Match[str]]) -> Iterator[Span]:
    told = {sort for field in row for sort in ("street", "house", "code") if field[sort]}
    figures = any(re.search(r"\d", field["value"]) for field in row)
    if "street" not in told or not figures or len(row) < 2:  # noqa: PLR2004
        return
    for field in row:
        yield Span("address", *field.span("value"))
