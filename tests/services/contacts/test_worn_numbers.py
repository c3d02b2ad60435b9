"""Numbers inflected, counted in one word, with letters among their digits or too much in them."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

TOLD = {
    "гл.технолог+73422659361Viber": "+73422659361",
    "Вайбер+380962593613Телеграм": "+380962593613",
    "null einhundertsechsundsiebzig 23 45 67 8 Handy": (
        "null einhundertsechsundsiebzig 23 45 67 8"
    ),
    "Рабочий: 22-14-60, добавочный 12": "22-14-60",
    "t e l ▸ 5 1 2 · 7 7 o · 3 8 4 lub końcówka 385": "5 1 2 · 7 7 o · 3 8 4",
    "Тел: 8 7 0 5 6 1 1 4 O 9 З": "8 7 0 5 6 1 1 4 O 9 З",
    "Teл. O З249 Ч-I7-O8": "O З249 Ч-I7-O8",
    "брат — нуль 6 три 9i5 дванадцять три6. Живу": "нуль 6 три 9i5 дванадцять три6",
    "sună la zero722 345 șase sute": "zero722 345 șase sute",
    "Тел. 8 n9 1 4 — 7.0.3 — 4.4 — 1.7 (n лишняя)": "8 n9 1 4 — 7.0.3 — 4.4 — 1.7",
    "0x6x3 – 5.9.2 – 6.1.3.5 (іксики зайві)": "0x6x3 – 5.9.2 – 6.1.3.5",
    "звоните на восемь девятисот шестнадцать, ста двадцати трём, сорок пять, семь шесть": (
        "восемь девятисот шестнадцать, ста двадцати трём, сорок пять, семь шесть"
    ),
    "telefon: sıfır beşyüzotuziki yüzyirmiüç kırkbeş altmışyedi": (
        "sıfır beşyüzotuziki yüzyirmiüç kırkbeş altmışyedi"
    ),
    "Telefon: null dreihundertzwölf vierhundertfünf sechshundertzehn": (
        "null dreihundertzwölf vierhundertfünf sechshundertzehn"
    ),
    "tel.: pięćset dwójka, trzysta piątka, osiemset jedynka": (
        "pięćset dwójka, trzysta piątka, osiemset jedynka"
    ),
}
NONE = [
    "8 a9 классы, 5 б3",
    "C+12345678901234567890, x+100",
    "Рабочий: 2018-2023, Городской: 12-14",
    "три раза по пять, двух из трёх",
    "beşyüz kişi, yüz elli proje",
    "dreihundert Mitarbeiter, zweihundert Kunden",
    "Лишний вес кода: 12.4 – 9.8 – 3.1.2",
    "от ста двадцати трёх до пятисот сорока пяти заявок, шестьдесят семь договоров",
    "реконструкция Дома связи (1932 г.), приток 26 300 м³/ч",
]


@pytest.mark.parametrize(("told", "contact"), TOLD.items())
def test_such_a_number_is_taken_whole(told, contact):
    assert left(contact, f"Сварщик\n{told}\n2019 – 2023") == ""


@pytest.mark.parametrize("text", NONE)
def test_numbers_of_a_sentence_stay(text):
    assert find(text) == []
