"""The words of numbers in the languages we work with, also as they are mistyped."""

from collections.abc import Iterator

from services.contacts.wording import UNMARKED

# In the order 0 … 9; a language may have several words for one digit.
_DIGITS = (
    "zero oh o nought|one|two|three|four|five|six|seven|eight|nine",
    (
        "ноль нуль нолик ноля нол зеро|один одна единица единичка адин|два две двойка|три тройка"
        "|четыре четверка четвёрка чотыре|пять пятерка пятёрка пят|шесть шестерка шестёрка шест"
        "|семь семерка семёрка сем|восемь восьмерка восьмёрка восем восмь"
        "|девять девятка девят дэвять"
    ),
    (
        "нуль ноль нулик зеро"
        "|один одиниця одиничка|два дві двійка|три трійка|чотири четвірка чотирі"
        "|п'ять пять п'ятірка|шість шіст шістка|сім сімка|вісім восім вісімка|дев'ять девять"
    ),
    "nol nolʹ|odin|dva|tri|chetyre|pyat|shest|sem|vosem|devyat",
    "zero|jeden|dwa|trzy|cztery|pięć piec|sześć szesc|siedem|osiem|dziewięć dziewiec",
    "null|eins|zwei zwo|drei|vier|fünf fuenf funf|sechs|sieben|acht|neun",
    "нөл|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз",
    "sıfır sifir|bir|iki|üç uc|dört dort|beş bes|altı alti|yedi|sekiz|dokuz",
    "zero|unu|doi|trei|patru|cinci|șase şase sase|șapte şapte sapte|opt|nouă noua",
    "nul|odyn|dva dvi|try|chotyry|p'iat piat pyat|shist|sim|visim|dev'iat deviat devyat",
)
_TEENS = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen",
    (
        "десять|одиннадцать одинадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать"
        "|семнадцать|восемнадцать|девятнадцать"
    ),
    (
        "десять|одинадцять|дванадцять|тринадцять|чотирнадцять|п'ятнадцять|шістнадцять|сімнадцять"
        "|вісімнадцять|дев'ятнадцять"
    ),
    (
        "dziesięć|jedenaście|dwanaście|trzynaście|czternaście|piętnaście|szesnaście|siedemnaście"
        "|osiemnaście|dziewiętnaście"
    ),
    (
        "desyat|odinnadtsat odinadcat|dvenadtsat dvenadcat|trinadtsat trinadcat"
        "|chetyrnadtsat chetyrnadcat|pyatnadtsat pyatnadcat|shestnadtsat shestnadcat"
        "|semnadtsat semnadcat|vosemnadtsat vosemnadcat|devyatnadtsat devyatnadcat"
    ),
    (
        "desiat|odynadtsiat|dvanadtsiat|trynadtsiat|chotyrnadtsiat|p'iatnadtsiat|shistnadtsiat"
        "|simnadtsiat|visimnadtsiat|dev'iatnadtsiat"
    ),
    "zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn",
    (
        "zece|unsprezece|doisprezece|treisprezece|paisprezece|cincisprezece|șaisprezece"
        "|șaptesprezece|optsprezece|nouăsprezece"
    ),
)
_TENS = (  # from 20 on
    "twenty|thirty|forty fourty|fifty|sixty|seventy|eighty|ninety",
    (
        "двадцать двацать|тридцать трицать|сорок|пятьдесят пятдесят пядесят|шестьдесят шестдесят"
        "|семьдесят семдесят|восемьдесят восемдесят|девяносто"
    ),
    (
        "двадцять двадцать|тридцять|сорок|п'ятдесят п'ядесят|шістдесят шістьдесят|сімдесят"
        "|вісімдесят|дев'яносто"
    ),
    (
        "dwadzieścia|trzydzieści|czterdzieści|pięćdziesiąt|sześćdziesiąt|siedemdziesiąt"
        "|osiemdziesiąt"
        "|dziewięćdziesiąt"
    ),
    "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig",
    "yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan",
    "жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан",
    "douăzeci|treizeci|patruzeci|cincizeci|șaizeci|șaptezeci|optzeci|nouăzeci",
    (
        "dvadtsiat dvadtsyat dvadtsat dvadcat|trydtsiat trydtsyat tridtsat tridcat|sorok"
        "|p'iatdesiat piatdesiat pyatdesyat|shistdesiat shistdesyat shestdesyat shestdesiat"
        "|simdesiat simdesyat semdesyat semdesiat|visimdesiat visimdesyat vosemdesyat"
        "|dev'ianosto devianosto devyanosto"
    ),
    "dvadtsat|tridtsat|sorok|pyatdesyat|shestdesyat|semdesyat|vosemdesyat|devyanosto devianosto",
)
_HUNDREDS = (  # from 100 on
    (
        "сто|двести|триста|четыреста|пятьсот пятсот|шестьсот шестсот|семьсот семсот"
        "|восемьсот восемсот|девятьсот девятсот"
    ),
    "сто|двісті|триста|чотириста|п'ятсот|шістсот|сімсот|вісімсот|дев'ятсот",
    "sto|dwieście|trzysta|czterysta|pięćset|sześćset|siedemset|osiemset|dziewięćset",
    ("sto|dvesti|trista|chetyresta|pyatsot|shestsot|semsot|vosemsot|devyatsot"),
    "sto|dvisti|trysta|chotyrysta|p'iatsot|shistsot|simsot|visimsot|dev'iatsot",
    (
        "hundert einhundert|zweihundert|dreihundert|vierhundert|fünfhundert|sechshundert"
        "|siebenhundert|achthundert|neunhundert"
    ),
)
HUNDRED = frozenset({"hundred", "yüz", "жүз", "sute", "sută"})
"""Said after the digit."""
TWICE = {
    "double": 2,
    "triple": 3,
    "двойной": 2,
    "тройной": 3,
    "дважды": 2,
    "трижды": 3,
    "doppel": 2,
}
PLUS = frozenset({"plus", "плюс", "artı", "қосу"})
REPEATED = {
    0: "nolya nulia нуля нулей ноля нолей нулі нулів нулика zeros zeroes zera zer nullen sıfır",
    1: "единицы единички единиц одиниці одинички ones jedynki einsen",
    2: "двойки двоек двійки twos dwójki zweien",
    3: "тройки троек трійки threes trójki dreien",
    4: "четверки четвёрки четверок четвірки fours czwórki vieren",
    5: "пятерки пятёрки пятерок п'ятірки fives piątki fünfen",
    6: "шестерки шестёрки шестерок шістки sixes szóstki sechsen",
    7: "семерки семёрки семерок сімки sevens siódemki siebenen",
    8: "восьмерки восьмёрки восьмерок вісімки eights ósemki achten",
    9: "девятки девяток дев'ятки nines dziewiątki neunen",
}
"""Digits of which several are told at once: three fives."""
HALF_A_HUNDRED = "півсотні полсотни пів-сотні pivsotni polsotni"
HUNDRED_ALONE = "o"
"""In Romanian "o sută" is one hundred, and "o" alone an English zero."""
AND = frozenset({"і", "и", "та", "und", "și", "şi", "si", "i", "ve", "oraz", "және"})
"""Between a ten and a digit."""


def values() -> dict[str, int]:
    """What each word stands for."""
    told: dict[str, int] = dict(
        [
            *_values(_HUNDREDS, 100, 100),
            *_values(_TENS, 20, 10),
            *_values(_TEENS, 10, 1),
            *_values(_DIGITS, 0, 1),
            *_in_one_word(),
            *_glued(),
        ]
    )
    told |= dict.fromkeys(HALF_A_HUNDRED.split(), 50)
    told |= {word: digit for digit, words in REPEATED.items() for word in _typed(words)}
    unmarked = {word.translate(UNMARKED): value for word, value in told.items()}
    return unmarked | told


def _values(table: tuple[str, ...], first: int, step: int) -> Iterator[tuple[str, int]]:
    for language in table:
        for place, words in enumerate(language.split("|")):
            for word in _typed(words):
                yield word, first + place * step


def _typed(words: str) -> Iterator[str]:
    """Each of the words, with every apostrophe that people type."""
    for word in words.split():
        for apostrophe in ("'", "’", ""):
            yield word.replace("'", apostrophe)


def _glued() -> Iterator[tuple[str, int]]:
    """sixtyone, twentytwo."""
    for tens, names in enumerate(_TENS[0].split("|"), 2):
        for ten in names.split():
            for digit, name in enumerate(_DIGITS[0].split("|")[1:], 1):
                yield f"{ten}{name}", tens * 10 + digit


def _in_one_word() -> Iterator[tuple[str, int]]:
    """German says the digit first, and all in one word: siebenundvierzig."""
    digits = [word.split()[0] for word in _DIGITS[5].split("|")]
    for tens, ten in enumerate(_TENS[4].split("|"), 2):
        for digit in range(1, 10):
            name = "ein" if digit == 1 else digits[digit]
            yield f"{name}und{ten}", tens * 10 + digit
