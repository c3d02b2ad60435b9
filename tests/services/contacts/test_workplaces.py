"""Addresses of employers, customers and interviews; and homes that stand beside the same words."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

# The line tells for how long: before the address, also where it seems to begin with the year.
PERIODS = [
    "2019–2022, Київ, вул. Тарасівська 5, ТОВ «Альфа»",
    "2019–2022, Москва, ул. Лесная 5, ООО «Альфа», бухгалтер",
    "03.2016–08.2021, Львів, вул. Наукова 7а, ПП «Ліра», бухгалтерка",
    "2020–2024 Sky, 340 nodes",
    "2017 – н. вр.  Бюро «Лекс», советник. Екатеринбург, ул. Малышева, 51, офис 2208",
    "2017 – по н.в.  Бюро «Лекс», советник. Екатеринбург, ул. Малышева, 51",
    "2021 – dziś, Kraków, ul. Wielicka 28, księgowa",
]
# Or behind it, where the line begins with whose it is.
PERIODS_BEHIND = [
    "Charge Nurse, ICU | St. Brendan Regional, 400 Miami Blvd, Dayton | 2021–present",
    "Staff nurse, Royal Infirmary, 12 Oxford Road, Manchester (2016–2020)",
    "Kierowca, Trans-Pol, ul. Długa 5, Łódź, 2015–2019",
    "Verkäufer, Möbel Kraft, Hauptstraße 5, 10115 Berlin | 2015–2019",
]
# Right behind the name of an institution.
NAMED = [
    "Восемь лет в центре «Говоруша» (Тюмень, ул. Республики, 164)",
    "3 роки готель «Чорне море» (вул. Рішельєвська, 59)",
    "Міська дитяча поліклініка, Чернівці, вул. Буковинська, 4: дільниця 11",
    "Городская больница № 3, Омск, ул. Перелёта, 9",
    "Київ, БЦ «Гулівер», Спортивна пл., 1А",
    "офис в ТЦ «Атриум», ул. Земляной Вал, 33",
    "Liceul «Avram Iancu», Cluj, str. Onisifor Ghibu 25",
]
# Where somebody comes to talk, or sits at work.
MEETINGS = [
    "Собеседования 18.11–21.11 в офисе заказчика: Пермь, ул. Монастырская, 61, оф. 304",
    "встреча 17.10 в 16:00, БЦ «Сувар», Казань, ул. Спартаковская, 6, каб. 512",
    "Співбесіда 12.11 о 10:30, Київ, вул. Саксаганського, 8",
    "Interview 19/11, 14:00, 17 Canada Square, floor 31",
    "Interview room 4.18, 207 Old Street, EC1V 9NR, badge 4",
    "fine with 2 days at client's office, 25 Bank Street E14",
    "Vorstellungsgespräch am 12.11., 10 Uhr, Hauptstraße 5, Köln",
    "Rozmowa 12.11 o 10:00, Kraków, ul. Długa 5",
    "Замовник;ТОВ «Метал-Карпати»;Стрий, вул. Промислова, 15",
]
HOMES = {
    "вул. Наукова 7, кв. 3": "2019–2022, Львів, вул. Наукова 7, кв. 3",
    "ул. Лесная 5": "2019–2022 жил: Москва, ул. Лесная 5",
    "400 Miami Blvd, Dayton": "John Smith, 400 Miami Blvd, Dayton",
    "12 Oxford Road, Manchester": "Lived at 12 Oxford Road, Manchester, 2016–2020",
    "ул. Республики, 164": "Иван Петров (Тюмень, ул. Республики, 164)",
    "вул. Саксаганського, 8": "Живу поруч, на співбесіду зручно: вул. Саксаганського, 8",
    "ул. Победы, 14": "ул. Победы, 14, Омск | 8 913 000-11-22",
    "207 Old Street, EC1V 9NR": "Available for interviews. 207 Old Street, EC1V 9NR",
    "ul. Długa 5": "ul. Długa 5, Kraków | rozmowa możliwa od 12.11",
}


@pytest.mark.parametrize("text", [*PERIODS, *PERIODS_BEHIND, *NAMED, *MEETINGS])
def test_an_address_of_work_stays(text):
    assert find(f"Опыт\n{text}\nPython, SQL") == []


@pytest.mark.parametrize(("home", "text"), HOMES.items())
def test_a_home_beside_such_words_is_taken(home, text):
    assert left(home, text) == ""
