"""Home addresses of every form: nothing of them may be left; what only looks alike stays."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

WITHOUT_STREETS = [
    "п. Октябрьский, мкр. Дружба, д. 3, кв. 15",
    "Çaybaşı Köyü Mevkii No 4, Ordu",
    "Mavişehir Albayrak Sitesi 3. Blok Daire 12",
    "sat Bod, str. Școlii nr. 9, jud. Brașov",
    "Ortsteil Neudorf 12a, 09465 Sehmatal",
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
WITH_A_CODE_SPELT = [
    "41 Sycamore Grove, Doncaster, DN four 6 TQ",
    "12 Harewood Road, Leeds, L S 6  two H P",
    "100 Clements Road, London, S.E.16 four D.G.",
]
WITH_A_TORN_FLAT = ["Bd. Gării 24, bl.\n     A8, ap. 41", "вул. Лицарська, 17, кв.\n     44"]
WITH_FEW_SIGNS = [
    "Moskva, Leninskiy pr. 45, kv 12",
    "22 baker st flat 4 london",
    "17 high street, lewes, bn7 2lu",
    "ul kwiatowa 3/7 gdansk",
    "омск ул лермонтова 81 кв 305",
    "суми вул харківська 12 кв 88",
    "g. Kazan, pr-t Pobedy, dom 18, korpus 2, kvartira 140",
    "m. Kharkiv, prosp. Nauky, budynok 41, kvartyra 8",
    "krakow ul dluga 14 m 12",
    "hauptstrasse 14 12345 musterstadt",
    "cumhuriyet mah lale sok no 12 daire 5",
    "str florilor nr 12 bl 3 ap 4",
    "Abay koshesi 12, pater 4, Taraz",
]
WITH_A_CODE_OR_A_STROKE = [
    "ul. Długa 14 m. 12, 31-147 Kraków",
    "80331 München, Sendlinger Straße 44",
    "06420 Çankaya, Meşrutiyet Cd. 12",
    "Block 5, Aufgang B, Plattenweg 7, 18106 Rostock",
    "ul. Zielona 12B/3A, Radom",
    "Am Alten Markt 12a-c, Potsdam",
    "12A-14 Kings Rd, Reading",
    "Șos. Colentina nr. 12bis, bl. 4A",
    "СПб, 5-я линия В.О., 32, кв. 9",
]
IN_OTHER_LETTERS = [
    "Str. Lungă nr. 5, ар. 8",
    "2 7 O a k L a n e, B a t h",
    "G ü l S o k a k N o 3",
    "Достық көшесі жиырма бес, пәтер он",
    "уl. Bаумана, д. 2O, kв. 1З, Казань",
    "Hаuрtstraße 14",
    "Lаle Sоk. No: 12 D: 5",
    "uІ. Długa 14 m. 12",
    "5tr. FIorilor nr. l2, ap. 3",
    "8 Nelson C1ose, Norwich",
    "S t r. F l o r i l o r n r. 1 2",
    "u l. D ł u g a 1 4 / 1 2",
    "L a l e S o k. N o: 1 2 D: 5",
    "Lale Sokak numara on iki daire beş",
    "Абай көшесі, он екінші үй, үшінші пәтер",
    "Wiener Gasse 12/3/14, 1090 Wien",
]
BARE = [
    "Flat 9, Tower House, 11 Fishergate, York YO10 4UA",
    "Қостанай, Әл-Фараби 65-18",
    "Łódź, Piotrkowska 120/8",
    "400124 Cluj-Napoca, Dorobanților 18",
    "BS6 7TR, 19 Redland Green",
    "flat two-one, 38 Leith Walk, Edinburgh",
    "Львів, Зелена, 115 «Б», під'їзд 2, помешкання 61",
    "Наб. Челны, пр-т Мира, 49, кв. 112",
    "1200 Martin Luther King Jr Blvd, Unit 9, Austin TX",
]
OVER_LINES = [
    "Rosen-\nweg 7\n70173 Stuttgart",
    "ul. Kwiatowa 3/7\n80-180\nGdańsk",
    "Gül Sok.\nNo: 3 Daire: 4\n35040 Bornova",
    "Ertuğrul\nMahallesi, Sanat Sokak\nnumara on dört, daire üç",
    "Ploiești, strada Mihai Bravu,\n    numărul 184, scara B,\n    apartamentul nouă",
]
SAID = [
    ("forty-four Victoria Crescent, Swindon", "Post to forty-four Victoria Crescent, Swindon"),
    (
        "seventeen Barlow Moor Court, Manchester",
        "We are at seventeen Barlow Moor Court, Manchester if so",
    ),
    ("Nowa Wieś 112A", "Zam. Nowa Wieś 112A"),
    ("8 Nelson C1ose, Norfo1k  NR18 ONB", "Addrcss: 8 Nelson C1ose, Norfo1k  NR18 ONB"),
]
ROWS = [
    ("Strasse: Rosenweg / Hausnummer: 7 / PLZ: 70173", ["Rosenweg", "7", "70173"]),
    ("Көшесі: Достық\nҮй №: 25\nПәтер: 10", ["Достық", "25", "10"]),
    ("Street / Harrow Rd / House / 140 / Flat / 6", ["Harrow Rd", "140", "6"]),
    ("Ulica | Długa | Dom | 14 | Lokal | 12", ["Długa", "14", "12"]),
    ("Straße | Ahornweg | Nr. | 14 | Ort | Köln", ["Ahornweg", "14"]),
    ("Улица; Мира; Дом; 3; Кв; 18", ["Мира", "3", "18"]),
    ("Көше | Абай | Үй | 12 | Пәтер | 3", ["Абай", "12", "3"]),
]
NO_HOMES = [
    "Продажи, Маркетинг 40/60",
    "Алгоритмы, Структуры 5-7",
    "снимаю видео 12 роликов, 3 канала",
    "12 Product Walk, 5 demos",
    "Журнал «Право», С. Петров, 12",
    "5 years on road projects, 12 stores",
    "led 3 main street campaigns, 40 people",
    "No: 3 / PLZ: n/a, house style 12",
    "График, Смена 2/2",
    "Kanban, Scrum 12/5",
    "React, Angular 12-17",
    "We are at 12 stores, 40 people",
    "Post to 12 groups daily",
    "Москва, Газпром 2012-2019",
    "Walk in 12, Hill 5, Row 3 of 4",
    "Street / Retail / Flat 12 % growth",
    "Nr. | 14 | Artikel | Straße",
    "sha1sum, k8s, i18n, 5 a b c d, x1yz",
    "stos: php 8 m 12, ul 14",
    "d 12, dom 5, per 40 hours",
    "bitwise sok no idea 12",
    "Fahrradweg 12 km, Damm 3 m",
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


@pytest.mark.parametrize(
    "home",
    [
        *WITHOUT_STREETS,
        *BOXES,
        *WITH_A_CODE_SPELT,
        *WITH_A_TORN_FLAT,
        *WITH_FEW_SIGNS,
        *WITH_A_CODE_OR_A_STROKE,
        *IN_OTHER_LETTERS,
    ],
)
def test_a_home_is_taken_whole(home):
    assert left(home, f"Сварщик\n{home}\n2019 – 2023") == ""


@pytest.mark.parametrize(
    ("home", "text"), [*((home, f"Сварщик\n{home}\n2019") for home in [*BARE, *OVER_LINES]), *SAID]
)
def test_a_home_told_by_its_place_alone_is_taken_whole(home, text):
    assert left(home, text) == ""


@pytest.mark.parametrize(("row", "parts"), ROWS)
def test_a_row_of_cells_tells_of_a_home(row, parts):
    assert [left(part, row) for part in parts] == [""] * len(parts)


@pytest.mark.parametrize("text", NO_HOMES)
def test_what_is_counted_or_built_is_no_home(text):
    assert find(text) == []


WORKPLACES = [
    "Plant: 600 Industrial Parkway, Elkhart, IN 46516 (employer)",
    "Werk: Industriestraße 14, 73432 Aalen (Arbeitgeber), Mo–Do",
    "Uzina: str. Uzinei 1-3, 115400 Mioveni (angajator)",
    "Fabrika: OSB 3. Cadde No: 18, 16140 Nilüfer/Bursa (işveren)",
    "Оснащення для цеху на вул. Криворізькій, 1 (корп. 12)",
    "2019–2022 ООО «Ромашка», г. Тверь, ул. Индустриальная, 5, бухгалтер",
    "The clinic is at 12 Harley Street, London",
    "Biuro przy ul. Długiej 5",
    "жұмыс орны: Алматы, Абай даңғылы 52",
    "2008–2024 лицей «Технический», ул. Воронежская, 232",
    "05.2020 – 10.2024 ресторан «Барашек», г. Сочи, ул. Орджоникидзе, 11. Су-шеф",
    "Клиника «Семейная», Хорошёвское ш., 80 | 09.2019–н.в. | 22 пациента",
    "2015 - 2019 Costa Coffee, 14 High Street, Leeds, barista",
    "seit 2019 Bäckerei Krause, Hauptstraße 5, Köln",
]
HOMES_NEAR_WORK = [
    ("ул. Ленина, 5, кв. 3", "Врач, ул. Ленина, 5, кв. 3 (место работы рядом)"),
    ("Киев, ул. Франка, 5", "Адрес: Киев, ул. Франка, 5, работаю дома"),
    ("ул. Мира 5, Омск", "Инженер завода, ул. Мира 5, Омск"),
    ("14 High Street, York", "Site manager, 14 High Street, York"),
    ("12 Baker Street", "My home office at 12 Baker Street"),
    ("вул. Франка, 5", "ФОП, вул. Франка, 5"),
    ("ул. Ленина, 5", "ООО «Ромашка», бухгалтер\nул. Ленина, 5"),
    ("ул. Мира, 5", "2015–2020 «Лента», кассир\nул. Мира, 5"),
    ("ул. Мира, 5", "с 2015 проживаю: ул. Мира, 5"),
    ("14 High Street, York", "Address since 2019: 14 High Street, York"),
]


@pytest.mark.parametrize("text", WORKPLACES)
def test_an_address_said_to_be_an_employers_stays(text):
    assert find(text) == []


@pytest.mark.parametrize(("home", "text"), HOMES_NEAR_WORK)
def test_a_home_beside_words_of_work_is_taken(home, text):
    assert left(home, text) == ""
