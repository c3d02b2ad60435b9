"""Codes, and digits of a number's other end, that are told behind it."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

TOLD = {
    "Роб. п'ять-три-шість, сорок чотири, дванадцять (код нуль сорок чотири) дод.": (
        "п'ять-три-шість, сорок чотири, дванадцять (код нуль сорок чотири)"
    ),
    "звоните 241-18-05, код 342": "241-18-05, код 342",
    "Мой номер заканчивается на 4567, начинается на 8916123": "4567, начинается на 8916123",
    "Моб: 067/050/063 123-45-67": "067/050/063 123-45-67",
    "тел (067), (050) 123 45 67": "(067), (050) 123 45 67",
    "Tel. 41 12 33 (Vorwahl 0351)": "41 12 33 (Vorwahl 0351)",
    "Phone 555 2671 (area code 415)": "555 2671 (area code 415)",
    "мій: 67 123 45 67, попереду нуль": "67 123 45 67, попереду нуль",
    "Tel 176 2345678, vorne eine Null": "176 2345678, vorne eine Null",
    "tel 01 123 45 67, zero na początku": "01 123 45 67, zero na początku",
    "WhatsApp 0755 30 41 2, ultima cifră 6": "0755 30 41 2, ultima cifră 6",
    "Ватсап — тот же номер, только последние две цифры 59\nФото": "59",
}
NONE = [
    "Артикул 123-45-67, код 495",
    "Вес 120-300 кг, впереди один",
    "Отчёт заканчивается на 2023, начинается с 2018",
    "кв. 012/034, 056 дел",
    "ОКВЭД 62.01, код 62",
    "2018-2023, in front of 300 people",
    "Выручка 1 200 300, впереди ещё две",
    "Последние две цифры отчёта: 59",
]


@pytest.mark.parametrize(("told", "contact"), TOLD.items())
def test_what_is_told_behind_a_number_goes_with_it(told, contact):
    assert left(contact, f"Сварщик\n{told}\n2019 – 2023") == ""


@pytest.mark.parametrize("text", NONE)
def test_other_codes_and_ends_stay(text):
    assert find(text) == []


def test_years_above_an_address_are_no_part_of_it():
    assert [one.text for one in find("Engineer, 2018–2023\nlena.orlova@gmail.com")] == [
        "lena.orlova@gmail.com"
    ]
