"""Contacts over the cells of a table, and numbers dressed as sums."""

import pytest

from services.contacts import find

NUMBERS = [
    "| Код | 903 |\n| Номер | 772-23- |\n| Ещё | 81 |",
    "| оператор | 068 |\n| три цифри | 513 |\n| дві | 48 |\n| і ще дві | 31 |",
    "| operator | O7З4 |\n| mijloc | 118 |\n| final | 4O8 |",
]
MAILBOXES = [
    "| Ящик | vera.tkach |\n| Домен | inbox.ru |",
    "| логін | ira.kit |\n| поштовик | ukr |\n| зона | net |",
    "| cutie | mara.vat |\n| domeniu | yahoo |\n| coada | ro |",
    "| Inbox | ana.delgado | fastmail | com |",
]
DRESSED = {
    "Оклад: 89 146 609 232 рублей (шучу)": "89 146 609 232",
    "Expected salary: £07,700,900,128 (ring me)": "07,700,900,128",
    "read from right to left: 3810 555 602 1+": "3810 555 602 1+",
}
NONE = [
    "| Стаж | 9 лет |\n| Оклад | 95 000 |\n| Возраст | 34 |",
    "| Код | 903 |\n| Стаж | 9 лет |",
    "| Номер | 12 |\n| Класс | 7 |\n| Кабинет | 204 |",
    "| Код | 18 |\n| Группа | 2 |",
    "| Server | nginx | apache |\n| Host | linux |",
    "Revenue £1,700,900,128, budget 2 300 400 500 руб.",
    "over 1 000 000 000+ rows, 18 555 602 123+ записей",
]


@pytest.mark.parametrize("rows", NUMBERS)
def test_a_number_row_by_row_is_taken_from_its_first_to_its_last_figure(rows):
    (found,) = find(f"Сварщик\n| Стаж | 9 лет |\n{rows}\n| Оклад | 95 000 |")
    first = rows.split("|")[2].strip()
    last = rows.split("|")[-2].strip()
    assert (found.kind, found.text[: len(first)], found.text[-len(last) :]) == (
        "phone",
        first,
        last,
    )


@pytest.mark.parametrize("rows", MAILBOXES)
def test_a_mailbox_cell_by_cell_is_taken_from_the_name_to_its_host(rows):
    (found,) = find(f"Сварщик\n| Стаж | 9 лет |\n{rows}\n| Оклад | 95 000 |")
    name = rows.split("|")[2].strip()
    last = rows.split("|")[-2].strip()
    assert (found.kind, found.text[: len(name)], found.text[-len(last) :]) == ("email", name, last)


@pytest.mark.parametrize(("text", "phone"), DRESSED.items())
def test_a_number_dressed_as_a_sum_is_a_phone(text, phone):
    assert [(one.kind, one.text) for one in find(text)] == [("phone", phone)]


@pytest.mark.parametrize("text", NONE)
def test_tables_and_sums_stay(text):
    assert find(text) == []
