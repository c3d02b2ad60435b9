"""Numbers of papers, parts, parcels and calls, sites of companies; and contacts beside them."""

import pytest

from services.contacts import find

NUMBERS = [
    "AWB 020-7946 0418, flight LH8044",
    "RMA 501 555 017, shelf 3",
    "Zoom 820 7144 0917 passcode 441882",
    "Webex 2553 418 2071",
    "SMSTS 418273",
    "CPCS 418273",
    "Stückliste 01 76 4418.20",
    "Factura 0726441820/2024",
    "Faktura 0726441820",
    "Fatura 0532441820",
    "Kampanya kodu 533-448-2071",
    "Аккредитация 7723 031 884 107 до 17.06.2028",
    "Акредитація 0677 318 841",
    "переселенець, довідка 2104-7000418820",
    "справка 2104-7000418820",
    "скорость света 299 792 458 м/с",
    "отдел 0417\n2018–2025 «Редуктор», Пермь",
    "RHCE 170-418-827",
]
SITES = [
    "Carriers: DHL.com, Maersk.com, Flexport.com portals",
    "Carriers: Maersk.com, Kitmarine.com",
    "IT Director, ex-Maersk.com, £145k",
    "С «Икеей» (ikea.ru) сотрудничала до марта 2022",
    "Отчёты: MPStats.io, Moneyplace, Google Sheets",
    "Helsi.me, eHealth, МКХ-10",
    "HELSI.me, eHealth, МКХ-10",
    "GPS-сайт: trimble.com",
    "mymaths.co.uk, Hegarty and Sparx",
    "utm_source=vk_2023, utm_medium=cpc",
    "Google Sheets, @IMPORTRANGE, @QUERY",
]
CONTACTS = {
    "Zoom, тел. 067 318 84 10": "067 318 84 10",
    "Phone (Zoom, WhatsApp): 020 7946 0418": "020 7946 0418",
    "Справки по телефону 067 318 84 10": "067 318 84 10",
    "Факт. адрес на сайте: ivan-petrov.me": "ivan-petrov.me",
    "ivanpetrov.me, тел. 067 318 84 10": "ivanpetrov.me",
    "Telegram: vk_2023": "vk_2023",
    "Portfolio: Behance.net, Oksana.design": "Oksana.design",
    "Портфолио Oksana.design, Behance.net/oksana": "Oksana.design",
    "Акредитація 2019, моб. 067 318 84 10": "067 318 84 10",
    "Тел. +7 495 543 04\n17": "+7 495 543 04\n17",
}


@pytest.mark.parametrize("text", [*NUMBERS, *SITES])
def test_what_is_nobodys_contact_stays(text):
    assert find(f"a.b@example.com\n{text}\nPython")[1:] == []


@pytest.mark.parametrize(("text", "contact"), CONTACTS.items())
def test_a_contact_beside_such_words_is_found(text, contact):
    assert contact in [one.text for one in find(text)]
