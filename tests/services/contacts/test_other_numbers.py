"""Numbers that are none of a telephone, and telephones beside words that speak of something else."""

import pytest

from services.contacts import find

PHONES = {
    "Page 2 of 2  -  D. A. Pringle  -  07854 316 902": "07854 316 902",
    "Kim Tran, project eng., (03) 9386 4471": "(03) 9386 4471",
    "Colin, ex-boss, colin.straker@mac.com, 07951 408 226": "07951 408 226",
    "certificat CS 41788. Mă găsiți la 0765 41 88 02": "0765 41 88 02",
    "відділення № 17, на номер 050 049 26 28": "050 049 26 28",
    "Genel Müdür, 0 222 236 59 31 / 126, Eskişehir": "126",
    "Te1. O1432 6l8 3O7": "O1432 6l8 3O7",
    "сoсед Кoля 8 9ЗО I59 2б ЗЗ": "8 9ЗО I59 2б ЗЗ",
    "sună-mă: O 7 3 3 · 8 8 I · 4 o 6": "O 7 3 3 · 8 8 I · 4 o 6",
    "☎ → O5o5 - 7I8 - 4l - o6": "O5o5 - 7I8 - 4l - o6",
    "Mobile: +l бl7 4ЗO 224З": "+l бl7 4ЗO 224З",
    "+7 92l 27б OЗ lЗ": "+7 92l 27б OЗ lЗ",
    "+З8 OбЗ 877 5б бl": "+З8 OбЗ 877 5б бl",
    "Звоните: +7 985 З85 Зl Oб": "+7 985 З85 Зl Oб",
    "Tel +44.7243.983.990": "+44.7243.983.990",
    "Kom. 780/260/043": "780/260/043",
    "Тел.: +7 747 255 87 26 қос. 12": "+7 747 255 87 26 қос. 12",
    "Тел. 495-677-10-46 и 95": "95",
    "Tel +1 212-459-8523 or 24.": "24",
    "Telefon: +49 160-3041-915 oder 09": "09",
    "Тел.: +48 5l2 З75 бЗl": "+48 5l2 З75 бЗl",
    "Handy +49 lбO ббl4 ЗЗЗ": "+49 lбO ббl4 ЗЗЗ",
    "Kom. 5оI5о4I6о": "5оI5о4I6о",
    "Handy 160464 (8917)": "160464 (8917",
    "+38 044-588-\n02-92": "+38 044-588-\n02-92",
    "+44 7815-627-\n948": "+44 7815-627-\n948",
    "+7 906-393-26-\n55": "+7 906-393-26-\n55",
    "+48 780 368\n935": "+48 780 368\n935",
    "+48 512 809\n251": "+48 512 809\n251",
    "+7 495 543 51\n00": "+7 495 543 51\n00",
    "Tel. +7 495 543 51\n00\nМосква": "+7 495 543 51\n00",
    "📞 +7 985 160\n54 21": "+7 985 160\n54 21",
    "Иван, +7 495 677-10-46, 39\nОпыт работы": "39",
}
NONE = [
    "WhatsApp Business API (84.000 Nachrichten)",
    "WhatsApp Business API, 41 000 хабар",
    "реконструкция Дома связи, приток 26 300 м³/ч",
    "experiment 417-2209, +0.38 %",
    "Квитанції 004417–006125",
    "Windows Server 2022 (20348.2340)",
    "Papers: J. Chromatogr. A 1687 (2023) 463701",
    "IELTS 7.0 (2023). 900 000 – 1 100 000 теңге",
    "танкер   46 754   02.07.25   18.12.25",
    "SRN: 9402211873",
    "GCSE 9999988776",
    "Swagger 2.0, коды 401/403/417",
    "імпорт (УКТ ЗЕД 5208 12 96 00)",
    "Коледж 2016, дипл. 417-0882",
    "Ремонт телефонов: iPhone 7 / 8 / X / 11 / 12 Pro Max",
    "@tool scripts in Godot 4.2, @export vars, @onready",
    "3 releases a month, @smoke and @regression tags",
    "чат-бот в Telegram на BotHelp",
    "орташа чек 417 000 тг, Bitrix24, 1С",
    "TSG 8:2, 34 Punkte, Platz 5.",
    "Equipment at home: 2 screens, 940/110 Mbit/s fibre",
    "Own place: 13.3 kW of panels, 2 x Powerwall",
    "firmware 1.22621.19045, codes 780/260/043",
    "Уровень: middle+, 200 000–230 000",
    "Pytest 7.4.3 (@pytest.fixture), стенд http://127.0.0.1:8080, http://localhost:3000/login",
]


@pytest.mark.parametrize(("text", "phone"), PHONES.items())
def test_a_phone_is_found_beside_words_of_other_numbers(text, phone):
    assert ("phone", phone) in [(one.kind, one.text) for one in find(text)]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_and_names_stay(text):
    assert find(text) == []


@pytest.mark.parametrize("after", [", 39 лет", " и 12 лет опыта", " or 24 hours", "\n12 лет"])
def test_what_is_told_behind_a_number_is_no_other_end_of_it(after):
    assert [one.text for one in find(f"+7 495 677-10-46{after}")] == ["+7 495 677-10-46"]


def test_a_key_of_threema_is_an_account():
    assert [one.text for one in find("Threema: 4KZ7SOLV")] == ["4KZ7SOLV"]


def test_the_money_of_kazakhstan_is_no_telegram():
    assert find("оклад 417 000 тг, ivanpetrov") == []


IN_PIECES = {
    "Код\t8 4742\nНомер\t31-70-48": ["8 4742\nНомер\t31-70-48"],
    "Phone code\t07856\nPhone number\t402917": ["07856\nPhone number\t402917"],
    "Код\t+7 702\nНөмір\t4 1 8\nҚалғаны\t55 07": ["+7 702\nНөмір\t4 1 8\nҚалғаны\t55 07"],
    "[14.11.2026, 18:05] Р: сюда +7 9 6 4\n[14.11.2026, 18:05] Р: 0 4 1\n[14.11.2026, 18:06] Р: 77 30": [
        "+7 9 6 4",
        "0 4 1",
        "77 30",
    ],
    "код Одеси 048, а там сім-п'ять-три, 29, 61": ["048, а там сім-п'ять-три, 29, 61"],
    "плюс 38 нуль шістдесят вісім, а потім 5296131": [
        "плюс 38 нуль шістдесят вісім, а потім 5296131"
    ],
    "Nomer: nul shistdesiat shist, 592, trydtsiat visim, 61": [
        "nul shistdesiat shist, 592, trydtsiat visim, 61"
    ],
    "My viber is plus 63 nine-one-eight 44O 27 sixtyone": [
        "plus 63 nine-one-eight 44O 27 sixtyone"
    ],
    "т. 067 956 32 15, 16; дом. 74-17-08/09": ["067 956 32 15", "16", "74-17-08/09"],
}


@pytest.mark.parametrize(("text", "told"), IN_PIECES.items())
def test_a_number_in_pieces_is_found_whole(text, told):
    assert [one.text for one in find(text) if one.kind == "phone"] == told


ADDRESSES = [
    "Hütteldorfer Straße 214/3/18, 1140 Wien",
    "420021, РТ, Казань, ул. Габдуллы Тукая, 91, корп. 2, кв. 77",
    "Республика Казахстан, г. Алматы, мкр. Аксай-4, д. 63, кв. 12",
    "197022, СПб, Каменноостровский пр-т, д. 44Б, лит. А, кв. 31",
    "Purok 3, Brgy. Tabuc Suba, La Paz, Iloilo City",
    "1905-88 Erskine Ave., Toronto, ON  M4P 1Y3",
    "Hoşnudiye Mh. Cengiz Topel Cd. 26/9 Odunpazarı - Eskişehir",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_taken_from_its_first_to_its_last_part(address):
    assert [one.text for one in find(f"Іван\n{address}\n2019 – 2023")] == [address]
