"""Home addresses: a street and a house, or whatever stands after "address:" and has a number."""

import re
from collections.abc import Iterator

from services.contacts.address_letters import (
    as_scanned,
    in_one_script,
    parted_at_roads,
    was_spread,
    without_spread_letters,
)
from services.contacts.address_parts import widened
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.house_numbers import with_house_numbers
from services.contacts.lookalikes import as_digits
from services.contacts.numerals import NUMBER, TOLD_OF_HOUSES, number
from services.contacts.regexes import regex
from services.contacts.residences import HOME, may_be_told, residences
from services.contacts.streets import streets
from services.contacts.wording import Telling, words

# "у л . Л е н и н а": a space between the letters of a street's or a house's word.
_TORN = regex(
    r"(?<!\w)(?=\w(?: \w|\w{0,6} \.))(?:(?:в ?)?у ?л|у ?л ?и ?ц ?а|в ?у ?л ?и ?ц ?я|п ?р ?о ?с ?п"
    r"|п ?р|б ?у ?д"
    r"|д ?о ?м|д|к ?в|к ?о ?р ?п|u ?l|s ?t ?r|s ?t|a ?p ?t|b ?l|a ?p|m ?a ?h|c ?a ?d|s ?o ?k|n ?o"
    r"|n ?r)"
    r"(?: ?\.(?= )|(?= \d))"
)
_ROAD = words(
    """road street avenue lane drive court square terrace rd st ave crescent grove gardens close
    walk mews mount"""
)
# What parts the cells of an address: a letter, and a number of a house; a house, and a flat.
_CELLS = regex(
    rf"[|/](?:(?<=[^\W\d].)|(?<=[^\W\d] .)) {{0,3}}(?=\d{{1,4}}(?!\d))"
    rf"|\|(?:(?<=\d.)|(?<=\d .)) {{0,3}}(?=\d|кв|корп|apt|flat|ap[. ]|bl[. ])"
    rf"|\|(?:(?<=ул.)|(?<=ул\..)|(?<=ул\. .)|(?<=просп\..)|(?<=str\..)|(?<=str\. .)|(?<=ul\. .)"
    rf"|(?<=aße .)|(?<=ul\..)) {{0,3}}"
    r"|\| {0,3}(?=(?:д|дом|буд|будинок|кв|корп|nr|no|bl|ap|apt|flat|sc)\.? ?\d)"
    rf"|\| {{0,3}}(?=(?:в?ул|вулиця|улица|просп|пр-?к?т|пр|бул|б-р|пер|пров|ul|str|strada|calea"
    rf"|bd)[. ])"
    rf"|\| {{0,3}}(?=[a-z][\w’'-]{{1,20}}(?: [a-z][\w’'-]{{1,20}}){{0,2}}"
    rf" (?:{'|'.join(sorted(_ROAD))})(?!\w))"
    r"|[|/] {0,3}(?=[^\W\d_][\w’'-]{2,25} {0,3}[|/] {0,3}\d{1,4}\w? ?(?:[|/\n]|\Z))"
    r"|\| {0,3}(?=\d{5}(?!\d))"
    rf"|\|(?:{'|'.join(f'(?<={road}.)|(?<={road} .)' for road in sorted(_ROAD))}) {{0,3}}(?=[^\n"
    rf"|]{{3,30}}\d)"
)
# An address that goes on in the next line, after a comma or with a word that begins none.
_TORN_WORD = regex(r"(?<=[^\W\d_]{3})-(?: ?\| ?|\n[ ]{0,60})(?=[a-zа-яіїєґäöüßąćęłńóśźż]{2})")
_BELOW = regex(
    r"(?<=[\w,.]) ?\n[ ]{0,60}(?=(?:no|nr|daire|kv|кв|д|дом|буд)[.: ]{1,3}\d)"
    r"|(?<=[\w,.]) ?\n[ ]{0,60}(?=(?:num[ăa]rul|nr|apartament\w*|scara|bl|ap|mahallesi|caddesi"
    r"|soka[kğg]\w?|numara|daire|strasse|straße|mieszkanie|m|буд|дом|д|кв|корп|үй|пәтер|flat|apt"
    r"|street|road|lane|avenue)(?:\. ?|,? )[^\W_:])"
)
_SPACE_BEFORE_COMMA = regex(r" {1,3},")
_BRACKETS = regex(
    r"[\[({<«\"*_]{1,2}(?=[\w№ ][^\n()\[\]{}<>«»\"]{0,30}[\])}>»\"*_])|[\])}>»\"*_]{1,2}"
)
_MARK = (
    r"(?:дом|д|буд(?:инок|инку)?|кв(?:артира|артири|артире)?|корп(?:ус)?|под(?:ъезд)?|під.їзд"
    r"|этаж|поверх|№|номер"
    r"|house|flat|apt|apartment|unit|no|nr|number|num[ăa]r\w{0,2}|numer|bloc|bl|scara|sc|ap"
    r"|apartament\w{0,3}"
    r"|mieszkani\w|lokal\w?|m|hausnummer|wohnung|daire|kat|numara|no:|үй|пәтер)"
)
_ADDRESS_WORDS = words(
    """дом д буд будинок будинку кв квартира квартири корп корпус этаж поверх номер house flat apt
    apartment unit no nr number numărul numer bloc bl scara ap apartament apartamentul mieszkanie
    mieszkania lokal hausnummer wohnung daire kat numara mahallesi caddesi numărul m
    үй пәтер вулиця вул улица ул проспект просп пр бульвар провулок пров переулок пер ulica
    ul strada str calea aleea bd даңғылы көшесі
    cadde caddesi cad cd sokak sokağı sok sk bulvarı көш road street avenue lane drive court
    square terrace rd st ave crescent grove gardens close walk mews mount
    straße strasse под подъезд"""
)
_GERMAN_ROADS = ("strasse", "straße", "str", "weg", "platz", "allee", "gasse", "damm", "ufer")
_FIGURE = regex(r"\d")
_SPREAD = regex(r" \.| \w (?=\w[ .])| \w \d")
_ONE = words("one один одна одне один a bir ein eins eine un una unu o jeden jedna jedno бір")
# "улица: Лесная, дом: 7", "Улица: Лесная. Дом: 7": the fields of a form.
_KEYS = (
    r"(?:(?:улица|вулиця|ул|вул|street|ulica|strada)(?= ?: ?[^\W\d])"
    r"|(?:дом|будинок|буд|д|корпус|корп|подъезд|під.їзд|квартира|кв|house|flat|apartment|apt|numer"
    r"|mieszkanie|bloc|scara|etaj)(?= ?: ?\d))"
)
_KEYED = regex(rf"(?P<key>(?<!\w){_KEYS}) ?: ?(?=\w)|[.;] (?={_KEYS} ?:)")
_THROUGH = regex(
    r"(?<=\d) ?(?:bölü|przez|łamane przez|дробь|дріб|durch|bară|slash|through) ?(?=\d)"
)
_NUMBERS_TOLD = Telling(TOLD_OF_HOUSES)
_NUMBER_SAID = regex(rf"(?<!\w)(?:{NUMBER})")
_MARKED = regex(
    rf"(?<!\w)(?:{_MARK}[ .:№]{{1,3}}"
    r"|(?:вулиця|вул|улица|ул|проспект|просп|пр-?к?т|бульвар|провулок|пров|переулок|пер|ulica|ul"
    r"|strada|str|calea|aleea|bd|даңғылы|көшесі)[ .]{1,2}"
    r"(?:[\w’'-]{2,30}[ ,]{1,2}){1,2})\Z|(?<=[a-zäöüß-]{3})(?:str(?:aße|asse|\.)?|weg|platz|allee"
    r"|gasse|ring|damm|ufer) ?\Z"
    r"|(?:cadde(?:si)?|cad|cd|sokak|sokağı|sok|sk|bulvarı|даңғылы|көшесі|көш)[ .]{1,2}\Z"
    r"|(?<=\d)/\Z"
)
_ROAD_BEHIND = regex(
    rf"(?: [\w’'-]{{3,20}}){{1,2}} (?:{'|'.join(sorted(_ROAD))})(?!\w)|[ -](?:үй|пәтер)(?!\w)"
    r"|,? (?:кв|квартира|корп|корпус|apartment|flat|apt|mieszkani\w|apartament\w*|daire)(?!\w)"
)
_REACH = 60
_LINE = 110
_LETTER_FOR_A_NUMBER = regex(
    r"(?<!\w)((?:кв|д|буд|корп|під|под)\.? ?\d{0,3})([ОOЗБIlо]{1,2})(?!\w)"
)


def addresses(copy: Copy) -> Iterator[Span]:
    """Postal addresses in a copy of the text."""
    plain = Copy(_in_true_letters(copy), ())
    if was_spread(copy):
        plain = parted_at_roads(plain)
    plain = _plainly(plain)
    if not _FIGURE.search(plain.text):
        return
    told = (
        Span("address", *widened(plain.text, span.start, span.end)) for span in residences(plain)
    )
    for span in (*streets(plain), *told):
        yield Span("address", *plain.origin(span.start, span.end))


def _in_true_letters(copy: Copy) -> str:
    """With true figures, in the letters of one script, and of print."""
    text = as_scanned(copy.figures)
    plain = in_one_script(text)
    if plain == text:
        return text
    return _LETTER_FOR_A_NUMBER.sub(lambda match: match[1] + as_digits(match[2]), plain)


def _plainly(copy: Copy) -> Copy:
    """Without the signs and words in which an address may hide: у л ., [5], "дом пять"."""
    copy = without_spread_letters(copy)
    if _SPREAD.search(copy.text):
        copy = copy.rewritten(_TORN, lambda match: match[0].replace(" ", ""), within=copy.lower)
    if "|" in copy.text or "/" in copy.text:
        copy = copy.rewritten(_CELLS, lambda match: ", ", within=copy.lower)  # noqa: ARG005
    if ":" in copy.text and not _ADDRESS_WORDS.isdisjoint(copy.words):
        copy = copy.rewritten(_KEYED, _without_key, within=copy.lower)
    if "-\n" in copy.text or "- |" in copy.text:
        copy = copy.rewritten(_TORN_WORD, lambda match: "", within=copy.text)  # noqa: ARG005
    if "\n" in copy.text and not _ADDRESS_WORDS.isdisjoint(copy.words):
        copy = copy.rewritten(_BELOW, lambda match: " ", within=copy.lower)  # noqa: ARG005
    if " ," in copy.text:
        copy = copy.rewritten(_SPACE_BEFORE_COMMA, lambda match: ",", within=copy.text)  # noqa: ARG005
    copy = copy.rewritten(_BRACKETS, lambda match: "", within=copy.text)  # noqa: ARG005
    if _NUMBERS_TOLD.may_stand_among(copy.words) and (
        not _ADDRESS_WORDS.isdisjoint(copy.words)
        or may_be_told(copy)
        or any(word.endswith(_GERMAN_ROADS) for word in copy.words)
    ):
        copy = copy.rewritten(_NUMBER_SAID, _in_figures, within=copy.lower)
        copy = copy.rewritten(_THROUGH, lambda match: "/", within=copy.lower)  # noqa: ARG005
    return with_house_numbers(copy)


def _without_key(match: re.Match[str]) -> str:
    return f"{match['key']} " if match["key"] else ", "


def _in_figures(match: re.Match[str]) -> str:
    """The number of a house or of a flat in figures; others stay in words."""
    text, start = match.string, match.start()
    marked = _MARKED.search(text, max(0, start - _REACH), start)
    line = text.rfind("\n", 0, start) + 1
    at_home = match[0] not in _ONE and HOME.search(text, max(line, start - _LINE), start)
    if marked or at_home or _ROAD_BEHIND.match(text, match.end()):
        return number(match[0])
    return match[0]
