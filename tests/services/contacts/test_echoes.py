"""Contacts that are told by another one: accounts spelled alike, ends of numbers, rows of lines."""

import pytest

from services.contacts import find

TOLD = {
    "@noor.paints · Discord noorpaints": ["@noor.paints", "noorpaints"],
    "insta: zosia_kadruje, tg: ten sam, zosiakadruje": ["zosia_kadruje", "zosiakadruje"],
    "IG jdlc dot lifts\nFirst aid": ["jdlc dot lifts"],
    "тел 067 123 45 67\nВайбер: той самий, тільки закінчення 57": ["067 123 45 67", "57"],
    "8 924 610-73-52, ватсап: последние две цифры 59": ["8 924 610-73-52", "59"],
    "Fix: 0256 44 18 20 sau 21": ["0256 44 18 20", "21"],
    "Office: 021 427 61 40 / 41 / 42\nMobile": ["021 427 61 40", "41", "42"],
    "Офис (4822) 41-70-16, -17 и -28 (доб. 3)": ["(4822) 41-70-16", "-17", "-28 (доб. 3)"],
    "Рецепція (0512) 47-22-60, 61, 63": ["(0512) 47-22-60", "61", "63"],
    "CV_Whitfield_07588204173.docx": ["07588204173"],
    "Резюме_Петренко_+380 67 123-45-67.pdf": ["+380 67 123-45-67"],
}
ONLY_THE_FIRST = {
    "tel 067 123 45 67, за останні 3 роки": "067 123 45 67",
    "phone 07588 204173. Last 2 jobs: sales; last 5 years": "07588 204173",
    "phone 021 427 61 40, ends in 5 days": "021 427 61 40",
    "@novapay.team built Novapayteam": "@novapay.team",
}
NONE = ["IMG_2023111512.jpg", "Screenshot_1712345678901.png", "Invoice-2024-1001234567.pdf"]


@pytest.mark.parametrize(("text", "contacts"), TOLD.items())
def test_what_is_told_by_another_contact_is_found(text, contacts):
    assert [found.text for found in find(text)] == contacts


@pytest.mark.parametrize(("text", "contact"), ONLY_THE_FIRST.items())
def test_other_words_beside_a_contact_are_left_alone(text, contact):
    assert [found.text for found in find(text)] == [contact]


@pytest.mark.parametrize("text", NONE)
def test_days_and_numbers_in_names_of_files_are_none(text):
    assert find(text) == []
