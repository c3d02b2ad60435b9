"""How many digits a word or a sign tells, however it is inflected, spelt or drawn."""

from functools import lru_cache

from services.contacts.lookalikes import LIKE_DIGITS
from services.contacts.numeral_words import REPEATED, values
from services.contacts.regexes import regex
from services.contacts.wording import any_of

_APOSTROPHE = "['’ʼ]?"
_A = _APOSTROPHE
_UNITS = regex(
    r"н[оу]л[ьяюеиік]\w{0,4}|зер[оа]|один|одна|одну|одн[аио]|адин|единиц\w{1,3}|единичк\w{1,2}"
    r"|одиниц\w{1,3}|одиничк\w{1,2}|дв[аеі]|дв[уо]х|трьох|двом|двумя|дв[ое]?[йі]к\w{1,2}"
    r"|двоечк\w|три"
    r"|тр[её]х|тро[йе]к\w{1,2}|троечк\w|трійк\w{1,2}|четыр\w{1,2}|четв[её]рк\w{1,2}|чотир\w{1,3}"
    rf"|четвірк\w{{1,2}}|п{_A}ят[ьи]?|п{_A}ят[её]рк\w{{1,2}}|п{_A}ятірк\w{{1,2}}|п{_A}ятьма"
    r"|шест[ьи]?|шест[её]рк\w{1,2}|ш[іи]ст[ьи]?|шістк\w{1,2}|сем[ьи]?|сем[её]рк\w{1,2}"
    r"|сем[её]рочк\w|сім|сьом\w{1,2}|сімк\w{1,2}|вос[еі]м[ьи]?|восьм[иі]|восьм[её]рк\w{1,2}|вісім"
    rf"|вісімк\w{{1,2}}|дев{_A}ят[ьи]?|дев{_A}ятк\w{{1,2}}|дэвять|двоєчк\w"
    r"|тр[её]м|тремя|четыр[её]м|четырьмя|пятью|шестью|семью|восьмью|восемью|девятью|одн(?:ого|ому|им)"
    rf"|двома|трьома|трьом|чотирма|п{_A}ятьом|п{_A}яти|шістьма|сьома|вісьма|дев{_A}ятьма"
    r"|jedn[ey]\w{0,2}|jedynk\w|dw[óo]ch|dw[óo]jk\w|trzech|tr[óo]jk\w|czterech|czw[óo]rk\w|pi[ęe]ciu"
    r"|pi[ąa]tk\w|sze[śs]ciu|sz[óo]stk\w|siedmiu|si[óo]demk\w|o[śs]miu|[óo]semk\w|dziewi[ęe]ciu"
    r"|dziewi[ąa]tk\w"
    r"|nol[ia]?|nul[ia]?|adin|dwa|piat|pjat|shist|vosim|visim|deviat|devjat|czter[ey]ch|trojk\w"
)
_TEENS = regex(r"\w{2,8}надц[ая]т\w{0,3}|десят[ьи]?")
_TENS = regex(
    rf"дв[аі]?[дт]?ц[ая]т\w{{1,3}}|тридц[ая]т\w{{1,3}}|сорок\w{{0,3}}|(?:п{_A}ят|шест|ш[іи]ст|сем"
    rf"|сім|вос[её]м|вісім)[ьи]?десят\w{{0,3}}|дев{_A}яност\w{{0,3}}"
)
_HUNDREDS = regex(
    rf"ст[оа]|двест\w|двіст\w|трист\w|четырест\w|чотирист\w|(?:п{_A}ят|шест|ш[іи]ст|сем|сім"
    rf"|вос[еі]м"
    rf"|вісім|дев{_A}ят)[ьи]?сот\w{{0,2}}|(?:дв[уо]х|тр[её]х|трьох|четыр[её]х|чотирьох)сот"
    r"|(?:двум|тр[её]м|четыр[её]м)стам"
)
_ORDINALS = regex(
    r"(?:перв|перш|втор|друг|трет|четв[её]рт|четверт|п.?ят|шест|шост|седьм|сьом|восьм|дев.?ят"
    r"|десят|\w{2,8}надц[ая]т|двадц[ая]т|тридц[ая]т|сорок|пятидесят|шестидесят|сот)"
    r"(?:ый|ой|ий|ом|ому|ого|ая|ую|[аую]|ої|ій|ье[йм]?|ья|ю)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w{3,6}"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|\w{3,6}teenth)"
    r"|(?:erst|zweit|dritt|viert|fünft)\w{1,2}|(?:pierwsz|drugi|trzeci|czwart|piąt"
    r"|czterdziest)\w{0,4}"
    r"|\w{2,9}(?:інші|ыншы|інші|нші)"
)
_KNOWN = values() | {
    word: digit for digit, words in REPEATED.items() for word in words.replace("'", "").split()
}
_BELOW_TEN, _BELOW_TWENTY, _BELOW_HUNDRED = 10, 20, 100
_LONG = 3
# "beşyüzotuziki", "dreihundertzwölf", "пятьсоттридцать": a number in one word.
_IN_ONE_WORD = regex(
    rf"(?:(?:{any_of(word for word in _KNOWN if len(word) >= _LONG)}|yüz|und)){{2,5}}"
)
_ITS_PARTS = regex(rf"{any_of(word for word in _KNOWN if len(word) >= _LONG)}|yüz")
_NOT_TOLD = frozenset({"o", "on", "sto", "opt", "do", "сот", "ones"})
_ROMAN = regex(r"(?:IX|IV|V?I{1,3}|V|X|O|О)\Z")
_KEYCAP_LIKE = frozenset(LIKE_DIGITS)


@lru_cache(maxsize=8192)
def places(word: str) -> int:
    """How many places of a number this word in small letters fills: 0, if it is no number."""
    word = word.replace("ʼ", "'").replace("’", "'")
    value = _KNOWN.get(word)
    if value is not None and word not in _NOT_TOLD:
        if value < _BELOW_TEN:
            return 1
        return 2 if value < _BELOW_HUNDRED else 3
    if _IN_ONE_WORD.fullmatch(word):
        return _places_of_parts(word)
    if word.isascii() or _UNITS.fullmatch(word):
        return int(_UNITS.fullmatch(word) is not None)
    if _TEENS.fullmatch(word) or _TENS.fullmatch(word):
        return 2
    return 3 if _HUNDREDS.fullmatch(word) else 0


def _places_of_parts(word: str) -> int:
    """Of a number that counts in one word: hundreds have three places, whatever follows them."""
    room = filled = 0
    for part in _ITS_PARTS.findall(word):
        value = _KNOWN.get(part, _BELOW_HUNDRED)
        here = len(str(value))
        counted = here < room or (value == _BELOW_HUNDRED and filled > 0)
        filled += 0 if counted else here
        room = here if value >= _BELOW_TWENTY else 0
    return max(filled, _LONG) if "yüz" in word else filled


def is_ordinal(word: str) -> bool:
    """The eighth, восьмом: as houses and flats are told."""
    return _ORDINALS.fullmatch(word) is not None


def is_drawn_alike(word: str) -> bool:
    """Whether the word has nothing but letters that may stand for digits."""
    return all(letter in _KEYCAP_LIKE for letter in word)


def is_roman(word: str) -> bool:
    """I … X, and O for nought."""
    return _ROMAN.match(word) is not None
