"""Contacts that go on below, in a column or in the fields of a form, are found in all lines."""

import pytest

from services.contacts import find
from services.contacts.columns import columns

TOLD = [
    """КОНТАКТЫ            ОБРАЗОВАНИЕ
⟦+7 916 23⟧           МГТУ им. Баумана, 2009
⟦4-55-66⟧             Кафедра ИУ5""",
    """Contact             Skills
⟦jane.doe@⟧           Python, SQL, Excel
⟦outlook.com⟧         Tableau 2022.1""",
    """Address             Experience
⟦14 Rose Lane,⟧       2019 – 2023 Tesco, manager
⟦Leeds LS6 2AB⟧       team of 14""",
    """Languages: English B2             Kontakt: ⟦(0431)⟧
Skills: SAP, Excel                         ⟦77 41-⟧
Licence: B                                 ⟦906⟧""",
    "Улица\t⟦Ленина⟧\nДом\t⟦5⟧\nКвартира\t⟦12⟧",
    "Street: ⟦Elm Road 44⟧\nCity: ⟦Leeds⟧\nPostcode: ⟦LS6 2AB⟧",
    "ФИО\tПетров\nТелефон\t⟦8 903⟧\nпродолжение\t⟦123 45 67⟧",
    "E-mail, part 1: ⟦jane.doe⟧\nE-mail, part 2: ⟦gmail.com⟧",
    '{"country":"7","city":"⟦916⟧","number":"⟦5551234⟧"}',
]
NONE = [
    "Навыки              Опыт\nExcel 2016          2019 – 2023 Озон\nSQL, 1С 8.3         12 отчётов",
    "Date of birth             24/02/2003\nExperience                2019 – 2023",
    "Город: Тверь\nГотовность к переезду: да\nДата: 240 м², проект за 4 месяца",
    "Revenue             2022      2023\nCars                12 400    14 100",
]


def _left(marked: str) -> str:
    text, kept = "", []
    for number, part in enumerate(marked.replace("⟧", "⟦").split("⟦")):
        kept += [number % 2 == 1] * len(part)
        text += part
    found = find(text)
    return "".join(
        sign
        for place, sign in enumerate(text)
        if kept[place] and sign.isalnum() and not any(one.start <= place < one.end for one in found)
    )


@pytest.mark.parametrize("marked", TOLD)
def test_every_line_of_it_is_found(marked):
    assert _left(marked) == ""


@pytest.mark.parametrize("text", NONE)
def test_columns_without_contacts_stay(text):
    assert find(text) == []


def test_a_column_knows_where_its_lines_stand():
    text = "one       two\nthree     four"
    left, right = columns(text)
    assert (left.text, right.text) == ("one\nthree", "two\nfour")
    assert [text[start:end] for start, end in right.places(1, 6)] == ["wo", "fo"]
