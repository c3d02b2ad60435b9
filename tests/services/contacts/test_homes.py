"""Home addresses of every form: nothing of them may be left; what only looks alike stays."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

WITHOUT_STREETS = [
    "Тамбовская обл., Мичуринский р-н, с. Заворонежское, д. 18",
    "с. Нижні Петрівці, хата 27, Чернівецький район",
    "СНТ «Ромашка», участок 114, Истринский р-н",
    "Сургут, мкр. Взлётный, стр. 4, корп. 2, кв. 301",
    "Кривий Ріг, мкр-н Сонячний, 21/40",
    "Қарабұлақ ауылы, Бейбітшілік к., 4 үй",
    "Ақтау, 12 ш/а, 7 үй, 41 пәтер",
    "Akköy Köyü No: 27, Didim/Aydın",
    "TOKİ Konutları B4 Blok Kat 2 Daire 9 Etimesgut",
    "sat Valea Mare, nr. 114, com. Ungheni, jud. Argeș",
    "Cartier Zorilor, bl. D4, ap. 9",
    "Osiedle Kosmonautów blok 5 mieszkanie 12",
    "Wólka Mała 14, gm. Piaseczno",
    "C 4, 12, 68159 Mannheim",
]
BOXES = [
    "410000, Саратов, а/я 118",
    "79000, Львів, а/с 118",
    "050000, Алматы, а/ж 118",
    "RR 2 Box 114, Elkton, VA 22827",
    "Postfach 10 22 33, 20015 Hamburg",
    "skr. poczt. 114, 50-950 Wrocław 68",
    "PK 114, 06042 Ulus Ankara",
    "C.P. 114, OP 1 Brașov",
]
NO_HOMES = [
    "ЖК «Заря», 48 этажей, 2019–2022",
    "Проект ЖК Левада, корп. 4, 120 квартир",
    "сдан микрорайон Солнечный, 12 домов",
    "Учитель, село Ивановка, 120 учеников",
    "120 үй салдық, 45 пәтер сатылды",
    "Web sitesi 2 kat büyüdü, 12 ekip",
    "cartier Zorilor, 12 ani experiență",
    "Kolonia letnia 14 dzieci",
    "box 12, PK 14, shipping 400 boxes",
    "д. Иванов, 12 проектов",
]


@pytest.mark.parametrize("home", [*WITHOUT_STREETS, *BOXES])
def test_a_home_without_a_street_is_taken_whole(home):
    assert left(home, f"Сварщик\n{home}\n2019 – 2023") == ""


@pytest.mark.parametrize("text", NO_HOMES)
def test_what_is_counted_or_built_is_no_home(text):
    assert find(text) == []
