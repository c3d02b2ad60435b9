"""Contacts as they are told aloud: in other letters, without marks, with "then" between."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

TOLD = {
    "zvonit na vosem devyatsot tridcat shest 441 dva nolya 19": "vosem devyatsot tridcat shest 441 dva nolya 19",
    "tel nul pivsotni, potim 304 – 19 – 67": "nul pivsotni, potim 304 – 19 – 67",
    "Wer anruft: die 0231 vorne, dann vier-vier-acht, dann 19 83": "0231 vorne, dann vier-vier-acht, dann 19 83",
    "Телефонды былай оқы: +7, содан соң 775, содан соң 913, содан соң 21 34": "+7, содан соң 775, содан соң 913, содан соң 21 34",
    "Telefon: başta 0532, ortada 612, sonda 21 ve 45": "0532, ortada 612, sonda 21 ve 45",
    "Кімге хат керек: dana.kitap, ит, яндекс, нүкте, кз": "dana.kitap, ит, яндекс, нүкте, кз",
    "Mail: mariacadru, apoi a rond, apoi proton punct me": "mariacadru, apoi a rond, apoi proton punct me",
    "Yazın: deniz nokta kaya et isareti gmail nokta com": "deniz nokta kaya et isareti gmail nokta com",
}
NONE = [
    "sto rabot, sorok vystavok, pyatsot kartin",
    "Önce analiz, ortada tasarım, sonda test: 12, 15 ve 20 ekran",
    "vorne 12 Plätze, hinten 30, Mitte 18",
    "El punto de venta, punct de lucru, punkt sprzedaży",
]


@pytest.mark.parametrize(("told", "contact"), TOLD.items())
def test_what_is_told_aloud_is_taken_whole(told, contact):
    assert left(contact, f"Сварщик\n{told}\n2019 – 2023") == ""


@pytest.mark.parametrize("text", NONE)
def test_other_words_stay(text):
    assert find(text) == []
