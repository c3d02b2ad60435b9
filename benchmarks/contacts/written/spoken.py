"""Digits and numbers said in words, and the words for @, dot and slash in every language."""

_DIGITS = {
    "uk": "нуль один два три чотири п'ять шість сім вісім дев'ять",
    "ru": "ноль один два три четыре пять шесть семь восемь девять",
    "en": "zero one two three four five six seven eight nine",
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "kk": "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
    "tr": "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
    "ro": "zero unu doi trei patru cinci șase șapte opt nouă",
}
_TENS = {
    "uk": "десять двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
    "ru": "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
}
_TEENS = {
    "uk": "одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять "
    "вісімнадцять дев'ятнадцять",
    "ru": "одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать "
    "восемнадцать девятнадцать",
    "en": "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
_HUNDREDS = {
    "uk": "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
}
PLUS = {"uk": "плюс", "ru": "плюс", "en": "plus", "pl": "plus", "de": "plus", "kk": "қосу",
        "tr": "artı", "ro": "plus"}  # fmt: skip
# What the open and the held-out part write for the @ sign.
AT = {
    "uk": (("собака", "равлик", "ет"), ("собачка", "равличок", "песик")),
    "ru": (("собака", "эт"), ("собачка", "гав", "пёс")),
    "en": (("at",), ("AT", "at sign")),
    "pl": (("małpa", "at"), ("małpka",)),
    "de": (("at", "ät"), ("Klammeraffe", "AT")),
    "kk": (("собака", "ат"), ("айқұлақ",)),
    "tr": (("et", "at"), ("kuyruklu a",)),
    "ro": (("arond", "at"), ("coadă de maimuță", "a rond")),
}
DOT = {
    "uk": (("крапка", "точка"), ("крапочка", "крпк", "дот")),
    "ru": (("точка", "тчк"), ("точечка", "дот")),
    "en": (("dot",), ("DOT", "period")),
    "pl": (("kropka",), ("kropeczka",)),
    "de": (("punkt", "dot"), ("Punkt", "PUNKT")),
    "kk": (("нүкте",), ("точка",)),
    "tr": (("nokta",), ("NOKTA",)),
    "ro": (("punct",), ("PUNCT",)),
}
SLASH = {"uk": "слеш", "ru": "слэш", "en": "slash", "pl": "ukośnik", "de": "Schrägstrich",
         "kk": "слэш", "tr": "taksim", "ro": "slash"}  # fmt: skip


def one_by_one(digits: str, language: str) -> list[str]:
    """Each digit as a word."""
    words = _DIGITS[language].split()
    return [words[int(digit)] for digit in digits]


def as_number(digits: str, language: str) -> str:
    """A group of one to three digits, as people read a group of a phone number aloud."""
    digit = _DIGITS[language].split()
    if language not in _TENS or (len(digits) > 2 and language == "en"):
        return " ".join(one_by_one(digits, language))
    if digits.startswith("0") or len(digits) == 1:
        rest = f" {as_number(digits[1:], language)}" if len(digits) > 1 else ""
        return digit[int(digits[0])] + rest
    if len(digits) > 2:
        hundred = _HUNDREDS[language].split()[int(digits[0]) - 1]
        rest = digits[1:].lstrip("0")
        return f"{hundred} {as_number(rest, language)}" if rest else hundred
    tens, ones = int(digits[0]), int(digits[1])
    if tens == 1 and ones:
        return _TEENS[language].split()[ones - 1]
    ten = _TENS[language].split()[tens - 1]
    return f"{ten} {digit[ones]}" if ones else ten
