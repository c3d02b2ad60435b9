"""Homes without a street: a village, a quarter, a housing estate, a post box, with a number."""

import re
from collections.abc import Collection, Iterator

from services.contacts.regexes import regex
from services.contacts.wording import words

_NAME = (
    r"[«\"]?[^\W\d_][\w’'.-]{1,24}(?: [^\W\d_][\w’'-]{2,24}){0,2}[»\"]?"
    r"(?:[ -]\d{1,2}(?=,))?"
)
_YEAR = r"(?!(?:19|20)\d\d(?![\w/]))"
_NUMBER = (
    rf"(?:№ ?)?{_YEAR}(?!0)\d{{1,4}}(?:[/-]\d{{1,4}}){{0,2}}[ -]?(?:[a-zа-я](?!\w))?"
    r"(?![\w%]|[.,]\d)"
)
_END = r"(?=[ ]{0,2}(?:[\n,;.|)•(–—]|\Z))"
_CODE = r"(?:\d{5,6},? )?"
_TWO_WORDS = r"(?:набережн|нижн|верхн|велик|нов|стар|крив|біл|бел|красн|кам.ян|усть|old|new)"
_TOWN = (
    r"(?:(?:(?<=\n)|(?<=[,;:|•(] )|\A|(?<=\d, )|(?<=\d ))"
    r"(?:г\. ?|м\. ?|п\. ?|пос\. ?|город |місто |қ\. ?)?"
    rf"(?:{_TWO_WORDS}[^\W\d_]{{0,5}} )?[^\W\d_][\w’'-]{{2,24}}(?: қ\.?)?, )?"
)
_REGION = (
    r"(?:(?:[^\W\d_][\w’'-]{2,24} ){1,2}(?:область|обл|область|край|район|р-н|облысы|ауданы)\.?"
    r"(?:,|(?= [^\W\d_]))? ?\n?)"
)
_REGION_BEHIND = (
    r"(?:,? ?\n?(?:[^\W\d_][\w’'-]{2,24} (?:область|обл|край|район|р-н)(?:\.|(?!\w))"
    r"|[^\W\d_][\w’'-]{2,24}" + _END + r"))"
)
_HOUSE_WORD = (
    r"(?:(?:д(?:ом)?|буд(?:инок)?|хата|уч(?:асток)?|дача|үй|nr|no|nolu|h(?:ouse)?|dom)"
    r"(?:\.|(?![\w.]))[ :]{0,2})"
)
_FLATS = (
    r"(?:,? (?:(?:кв(?:артира)?|корп(?:ус)?|к|стр(?:оение)?|под(?:ъезд)?|під.?їзд|секция|секція"
    r"|блок|пәтер|п|эт(?:аж)?|поверх)\.? ?№?\d{1,4}[а-я]?(?!\w)|\d{1,4}[ -]?(?:үй|пәтер|п|кв|блок)"
    r"(?!\w)|\d{1,4}(?=[ ]{0,2}(?:[\n;.|)]|\Z))))"
)

_VILLAGE_WORD = (
    r"(?:село|смт|пос(?:[её]лок)?|селище|дер(?:евня)?|хутор|ст-ца|станица|аул|пгт|рп)(?:\. ?| )"
)
_VILLAGE = regex(
    rf"(?<!\w){_CODE}{_REGION}{{1,3}}(?<!\w)(?:{_VILLAGE_WORD}|[схд]\. ?){_NAME},? ?\n?"
    rf"(?:{_HOUSE_WORD}{_NUMBER}|(?<=, ){_NUMBER}{_END}){_FLATS}{{0,2}}{_REGION_BEHIND}{{0,2}}"
    rf"|(?<!\w){_CODE}{_VILLAGE_WORD}{_NAME},? ?\n?"
    rf"(?:{_HOUSE_WORD}{_NUMBER}|(?<=, ){_NUMBER}{_END}){_FLATS}{{0,2}}{_REGION_BEHIND}{{0,2}}"
    rf"|(?<!\w){_CODE}[схд]\. ?{_NAME},? ?\n?"
    rf"{_HOUSE_WORD}{_NUMBER}{_FLATS}{{0,2}}{_REGION_BEHIND}{{0,2}}"
    rf"|(?<!\w)(?:с|д)нт [«\"]?[\w’' -]{{2,24}}[»\"]?,? (?:уч(?:асток)?|дом|д|лин\w+)\.? ?№?"
    rf" ?\d{{1,4}}[а-я]?{_REGION_BEHIND}{{0,2}}"
)
_QUARTER = regex(
    rf"(?<!\w){_CODE}{_TOWN}"
    rf"(?:(?:мкрн?|мкр-н|микрорайон|мікрорайон|ж/м|жк|квартал|кв-л)\.? {_NAME}"
    rf"|\d{{1,2}}-?[а-я]? (?:мкрн?|мкр-н|микрорайон|мікрорайон|квартал|кв-л|ш/а)\.?"
    rf"|{_NAME} (?:мкрн?\.?|мкр-н|ш/а|(?:ықшам|шағын) ?ауданы)),? ?\n?"
    rf"(?:{_HOUSE_WORD}{_NUMBER}{_FLATS}{{0,4}}|{_NUMBER}(?:[ -]?үй(?!\w)|{_END}|(?={_FLATS}))"
    rf"{_FLATS}{{0,4}}|(?:стр|корп|вл)\.? ?\d{{1,3}}{_FLATS}{{1,4}})"
)
_AUYL = regex(
    rf"(?<!\w){_CODE}{_REGION}{{0,2}}{_NAME} ауылы?,? (?:{_NAME}(?: (?:көшесі|к-с[іи]|к\.))?,? )?"
    rf"(?:{_NUMBER}(?:[ -]?үй(?!\w))?|үй {_NUMBER}){_FLATS}{{0,2}}"
    rf"|(?<!\w){_REGION}{{1,2}}{_NAME} ауылы,? ?(?=[^\n]{{2,40}}\d)"
    rf"|(?<!\w){_TOWN}(?:[^\W\d_][\w’'.-]{{1,24}} ){{1,3}}{_NUMBER},? (?:\d{{1,2}} ?блок,? )?"
    rf"(?:пәтер \d{{1,4}}|\d{{1,4}}[ -]?пәтер)(?!\w)"
    r"|(?<!\w)(?:[^\W\d_][\w’'-]{1,24} ){1,3}(?:көшесі|к-с[іи]|даңғылы),? "
    r"(?:(?:он|жиырма|отыз|қырық|елу|алпыс) ?)?[^\W\d_]{2,9}(?:нш[іы]|рінші)? үй"
    r"(?:,? [^\W\d_]{2,9}(?:нш[іы])? пәтер)?(?!\w)"
)
_TURKISH_MARK = r"(?:no|kat|k|daire|d|blok)[ .:]{0,3}\d{1,4}(?:[/-]\w{1,3})?(?!\w)"
_KOY = regex(
    rf"(?<!\w){_TOWN}[^\W\d_][\w’'-]{{2,24}} köyü,? (?:mevkii,? )?(?:no[ .:]{{0,3}}\d{{1,4}}"
    r"|\d{1,4}(?: nolu ev| numara)?(?!\w))(?:,? [^\W\d_]{3,20}/[^\W\d_]{3,20})?"
    rf"|(?<!\w){_TOWN}"
    r"(?:[^\W\d_][\w’'-]{2,24}(?: \d{1,2})? ){1,3}(?:sitesi|konutlar[ıi]|apartman[ıi]"
    r"|evleri),? "
    rf"(?:(?:\w{{1,3}}(?:-\d{{1,2}})?\.? ?blok|blok \w{{1,3}}),? )?{_TURKISH_MARK}"
    rf"(?:,? {_TURKISH_MARK}){{0,3}}(?:,? [^\W\d_]{{3,20}}(?:/[^\W\d_]{{3,20}})?{_END})?"
)
_ROMANIAN_PART = (
    r"(?:,? (?:bl(?:oc)?|sc(?:ara)?|et(?:aj)?|ap(?:artament(?:ul)?)?)\.? ?(?:\d{1,4}|[a-z]\d{0,3})"
    r"(?!\w))"
)
_SAT = regex(
    rf"(?<!\w)(?:sat(?:ul)?|com(?:una|\.)) {_NAME},? (?:nr\.?|num[ăa]rul) ?\d{{1,4}}\w?(?!\w)"
    r"(?:,? (?:com(?:una|\.)|jud(?:e[țt]ul|\.)|sat(?:ul)?) ?[^\W\d_][\w’'-]{2,24}){0,3}"
    rf"|(?<!\w)(?:cart(?:ier(?:ul)?|\.)|aleea|str\.|strada|zona) {_NAME}(?:,? nr\.? ?\d{{1,4}})?"
    rf"{_ROMANIAN_PART}{{2,5}}(?:, [^\W\d_][\w’'-]{{2,24}}{_END})?"
)
_WIES = regex(
    rf"(?<!\w)(?:wieś|wsi|kol(?:onia|\.)|osiedle|os\.) {_NAME},? (?:(?:blok|bl\.?|nr) )?{_NUMBER}"
    rf"(?=,? \d\d-\d{{3}}|,? (?:m|mieszk\w*|lok)\.? ?\d|{_END})"
    r"(?: ?(?:m|mieszk\w*|lok)\.? ?\d{1,4})?(?:,? ?\n?\d\d-\d{3}(?: [^\W\d_][\w’'-]{2,24})?)?"
    rf"|(?<!\w){_NAME} {_NUMBER},? gm(?:ina|\.) [^\W\d_][\w’'-]{{2,24}}"
)
_BOX = regex(
    rf"(?<!\w)(?:{_CODE}(?:(?:г|м|қ)\. ?)?(?:[^\W\d_][\w’'-]{{2,24}}(?: қ\.?)?,? )?)?"
    r"(?:а/[яжс]|абонентский ящик|абонентська скринька)[ №:.]{0,3}\d{1,5}(?!\w)"
    r"|(?<!\w)(?:p\.? ?o\.? ?box|postfach|skr(?:ytka|\.)? ?poczt(?:owa|\.)?|posta kutusu"
    r"|căsuța poștală|rr \d{1,2},? box)[ :.]{0,2}\d{1,6}(?: \d\d){0,2}(?!\w)"
    r"(?:,? (?:[^\W\d_][\w’'-]{2,24},? ){0,2}(?:[a-z]{2,3} )?(?:\d{2}-\d{3}|\d{4,6})(?!\d)"
    r"(?: [^\W\d_][\w’'-]{2,24}(?: \d{1,3})?)?|,? [^\W\d_][\w’'-]{2,24}(?: \d{5})?)?"
    r"|(?<!\w)pk[ :.]{1,2}\d{1,5},? \d{5}(?: [^\W\d_][\w’'-]{2,24}){0,2}"
    r"|(?<!\w)c\. ?p\. ?\d{1,5},? o\.? ?p\.? ?\d{1,3}(?:,? [^\W\d_][\w’'-]{2,24})?"
    r"|(?<!\w)[a-u] ?[1-7],? \d{1,2}[a-z]?,? 68\d{3} mannheim"
)
_CASES = (
    (
        regex(
            r"(?<!\w)(?:село|смт|пос[её]лок|селище|деревня|хутор|станица|ст-ца|аул|пгт|рп|[сд]нт"
            r"|днп)(?![\w-])"
            r"|(?<!\w)(?:пос|дер|[схд])\. ?(?=[^\W\d_]{3})"
        ),
        _VILLAGE,
    ),
    (
        regex(
            r"(?<![\w-])(?:ш/а|мкрн?|мкр-н|м[иі]крорайон|квартал|кв-л|ж/м|жк|(?:ықшам|шағын)"
            r" ?ауданы)(?![\w-])"
        ),
        _QUARTER,
    ),
    (regex(r"(?<!\w)(?:ауылы?|пәтер|үй)(?!\w)"), _AUYL),
    (regex(r"(?<!\w)(?:köyü|sitesi|konutlar[ıi]|apartman[ıi]|evleri)(?!\w)"), _KOY),
    (
        regex(
            r"(?<!\w)(?:sat(?:ul)?|com(?:una|\.)|cart(?:ier(?:ul)?|\.)"
            r"|(?:aleea|str\.|strada|zona)(?=[^\n\d]{3,40}bl))(?!\w)"
        ),
        _SAT,
    ),
    (regex(r"(?<!\w)(?:wieś|wsi|gm(?:ina|\.)|os(?:iedle|\.)|kol(?:onia|\.))(?!\w)"), _WIES),
    (
        regex(
            r"(?<!\w)(?:а/[яжс]|ящик|скринька|box|postfach|poczt\w{0,3}|pk(?=[ :.]{1,2}\d)|kutusu"
            r"|c\. ?p\.|căsuța|mannheim)(?!\w)"
        ),
        _BOX,
    ),
)
_HEADS = tuple(
    map(
        words,
        (
            """село смт поселок посёлок селище деревня хутор станица ст аул пгт рп снт днт днп пос
            дер с х д""",
            "ш мкр мкрн микрорайон мікрорайон квартал кв ж жк ауданы ықшамауданы шағынауданы",
            "ауыл ауылы пәтер үй",
            "köyü sitesi konutları konutlari apartmanı apartmani evleri",
            "sat satul com comuna cart cartier cartierul aleea str strada zona",
            "wieś wsi gm gmina os osiedle kol kolonia",
            """а ящик скринька box postfach poczt poczta pocztowa poczty pk kutusu c căsuța
            mannheim""",
        ),
    )
)


def cases(found: Collection[str]) -> Iterator[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Words that tell of such a home and what it looks like, for a text of these words."""
    for heads, case in zip(_HEADS, _CASES, strict=True):
        if not heads.isdisjoint(found):
            yield case
