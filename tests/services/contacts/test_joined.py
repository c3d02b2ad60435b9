"""Contacts in pieces that code, messages, entities or words between the figures join."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

WHOLE = {
    'mail = "vera" + "@" + "lunina" + ".dev"': '"vera" + "@" + "lunina" + ".dev"',
    'EMAIL = "nora" + chr(64) + "kessler" + chr(46) + "tech"': "nora",
    "tg: '@' + 'stepan' + '_ops',": "'stepan' + '_ops'",
    'nr = "6 0 1" + "-" + "22" + "0" + "-" + "33" + "4"': '6 0 1" + "-" + "22" + "0" + "-" + "33" + "4',
    'SITE = ".".join(["kessler", "tech"])': 'kessler", "tech',
    "tel: &plus;44&nbsp;7700&nbsp;900&nbsp;553": "44&nbsp;7700&nbsp;900&nbsp;553",
    "tel: &#43;7&nbsp;&#40;912&#41;&nbsp;184&#45;50&#45;67": "43;7&nbsp;&#40;912&#41;&nbsp;184&#45;50&#45;67",
    "link: https%3A%2F%2Fvk.com%2Flunina_v": "https%3A%2F%2Fvk.com%2Flunina_v",
    "тел. 07FROG700FROG900FROG872": "07FROG700FROG900FROG872",
    "+380ДУБ95ДУБ771ДУБ02ДУБ47": "380ДУБ95ДУБ771ДУБ02ДУБ47",
    "звоните: 8(912)-без-418-дефисов-20-и-слов-78": "8(912)-без-418-дефисов-20-и-слов-78",
    "8//912//X//708//V//33//II//95": "8//912//X//708//V//33//II//95",
    "контакты плюс7девять1двашесть501224": "плюс7девять1двашесть501224",
    "телнуль67сорок один дев'ять20нуль6": "нуль67сорок один дев'ять20нуль6",
    "8 (4 9 3 2) п я т ь д е с я т два 09 67": "8 (4 9 3 2) п я т ь д е с я т два 09 67",
    "https://drive.google\n.com/file/d/1zz8kLmTq77Pz/\nview": "https://drive.google\n.com/file/d/1zz8kLmTq77Pz/\nview",
}
NONE = [
    'greeting = "Hello, " + "world"',
    "R&D, Q&A, AT&T, Tom &amp; Jerry",
    "12-Jan-2020-15-Feb-2021, форма 8-бит-16",
    "Опыт: Java\nОпыт: SQL",
    '", ".join(["Python", "SQL"])',
    "utf8 и base64",
]


@pytest.mark.parametrize(("told", "contact"), WHOLE.items())
def test_a_contact_in_joined_pieces_is_taken_whole(told, contact):
    assert left(contact, f"Сварщик\n{told}\n2019 – 2023") == ""


@pytest.mark.parametrize("head", ["Lea: ", "[09:14] Лев: "])
def test_messages_of_one_person_are_read_together(head):
    said = ["mail: lea_o", "[at]", "zoho", "[dot] com", "phone is zero eight zero three", "555"]
    text = "\n".join(f"{head}{one}" for one in [*said, "four four one six", "bye"])
    for piece in ("lea_o", "zoho", "[dot] com", "zero eight zero three", "555", "four one six"):
        assert left(piece, text) == "", piece
    assert text[find(text)[0].start - 6 :].startswith("mail: lea_o")


@pytest.mark.parametrize("text", NONE)
def test_other_pieces_stay(text):
    assert find(text) == []
