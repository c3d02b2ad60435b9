"""Homes that are told by the words around them, and places that are nobody's home."""

import pytest

from services.contacts import find

HOMES = [
    "Республика Башкортостан, г. Стерлитамак, ул. Худайбердина, д. 14, кв. 7",
    "Общежитие: 630090, Новосибирск, Золотодолинская, д. 11, секция В, комн. 208",
    "Гуртожиток: Львів, Кн. Романа, буд. 5, кімн. 311",
    "Тұрағым: Ақтау, Самал ш/а, 14-үй, 30-пәтер",
    "мекен: Атырау, Исатай көшесі, отыз бес, төртінші пәтер",
    "The Rectory, Mill Street, Corsham SN13 0AB",
]
NONE = [
    "ЖК «Заря», ул. Монтажников (48 000 м²), 2019–2022; школа",
    "Кластер db-01, адреса 10.20.30.11–17, порт 6432, VIP 10.20.30.40",
    "Адрес работы нынешней: клиника, корпус 2, пятый этаж, отделение травмы",
    "Жоба 12-40-АС, корпус 3, 96 пәтер, 31 200 м²",
    "Based at Deansgate building 4, Quay Street side",
    "Площадь магазина 300 кв. м, ассортимент 9 000 SKU",
]


@pytest.mark.parametrize("home", HOMES)
def test_a_home_is_taken_whole(home):
    told = home.partition(": ")[2] or home
    text = f"Сварщик\n{home}\n2019 – 2023"
    places = [(one.start, one.end) for one in find(text) if one.kind == "address"]
    start = text.index(told)
    assert any(first <= start and start + len(told) <= last for first, last in places)


def test_a_house_by_its_name_is_none_of_the_phone_before_it():
    text = "Rev. Ash — 0117 496 0417, The Rectory, Mill Street, Corsham SN13 0AB"
    assert [(one.kind, one.text) for one in find(text)] == [
        ("phone", "0117 496 0417"),
        ("address", "The Rectory, Mill Street, Corsham SN13 0AB"),
    ]


@pytest.mark.parametrize("text", NONE)
def test_other_places_and_areas_stay(text):
    assert find(text) == []
