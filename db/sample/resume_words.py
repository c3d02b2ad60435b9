"""The set words of a résumé in each language: headings, months, numbers of years."""

from dataclasses import dataclass

from db.sample.chronicle import Chronicle


@dataclass(frozen=True, slots=True)
class Headings:
    """What the sections are called."""

    summary: str
    experience: str
    education: str
    skills: str
    languages: str
    more: str


_HEADINGS = {
    "uk": (
        Headings("Про себе", "Досвід роботи", "Освіта", "Навички", "Мови", "Додатково"),
        Headings("Коротко", "Досвід", "Освіта", "Інструменти й навички", "Мови", "Ще про мене"),
        Headings("Про мене", "Професійний досвід", "Освіта", "Навички", "Знання мов", "Інше"),
    ),
    "ru": (
        Headings("О себе", "Опыт работы", "Образование", "Навыки", "Языки", "Дополнительно"),
        Headings("Коротко", "Опыт", "Образование", "Навыки", "Владение языками", "Ещё обо мне"),
    ),
    "en": (
        Headings("Summary", "Experience", "Education", "Skills", "Languages", "More"),
        Headings("Profile", "Work history", "Education", "Tools and skills", "Languages", "Beyond"),
        Headings("In short", "Experience", "Studies", "Skills", "Languages", "Also"),
    ),
}
PRESENT = {"uk": "дотепер", "ru": "настоящее время", "en": "present"}
MONTHS = {
    "uk": [
        "січень",
        "лютий",
        "березень",
        "квітень",
        "травень",
        "червень",
        "липень",
        "серпень",
        "вересень",
        "жовтень",
        "листопад",
        "грудень",
    ],
    "ru": [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
CONTACT_LABELS = {
    "uk": {"phone": "Телефон", "email": "E-mail", "telegram": "Telegram", "link": "Портфоліо"},
    "ru": {"phone": "Телефон", "email": "E-mail", "telegram": "Telegram", "link": "Портфолио"},
    "en": {"phone": "Phone", "email": "E-mail", "telegram": "Telegram", "link": "Portfolio"},
}
_NUMBERS = {
    "uk": [
        "чотири",
        "п’ять",
        "шість",
        "сім",
        "вісім",
        "дев’ять",
        "десять",
        "одинадцять",
        "дванадцять",
        "тринадцять",
        "чотирнадцять",
        "п’ятнадцять",
        "шістнадцять",
        "сімнадцять",
        "вісімнадцять",
        "дев’ятнадцять",
    ],
    "ru": [
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
        "одиннадцать",
        "двенадцать",
        "тринадцать",
        "четырнадцать",
        "пятнадцать",
        "шестнадцать",
        "семнадцать",
        "восемнадцать",
        "девятнадцать",
    ],
    "en": [
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ],
}
_FIRST_NUMBER = 4
_YEARS = {"uk": ("роки", "років"), "ru": ("года", "лет"), "en": ("years", "years")}


def headings(chronicle: Chronicle, language: str) -> Headings:
    """One way of naming the sections."""
    return chronicle.one_of(_HEADINGS[language])


def in_years(years: int, language: str) -> str:
    """So many years, in words: «дев’ять років»."""
    few, many = _YEARS[language]
    word = _NUMBERS[language][years - _FIRST_NUMBER]
    return f"{word} {few if years == _FIRST_NUMBER else many}"
