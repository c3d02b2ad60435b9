"""Where somebody studied or worked, told with an address or a site; counts; and torn contacts."""

import pytest

from services.contacts import find

LEFT = [
    "Образование: ИТМО, 197101, Санкт-Петербург, Кронверкский пр., 49, лит. А; 2019, 09.03.04",
    "Освіта\nКПІ, 03056, Київ, просп. Берестейський, 37; ФІОТ, 121, 2015–2019",
    "Образование\nРЭУ им. Плеханова, 117997, Москва, Стремянный пер., 36, реклама, 2016",
    "EDUCATION\nНИУ ВШЭ, Санкт-Петербург, ул. Союза Печатников, 16 — магистр, 2020–2022",
    "Освіта | НаУКМА, соціологія, 04070, Київ, вул. Г. Сковороди, 2; 2015–2019",
    "Spotify, Regeringsgatan 19, Stockholm, 2018-08 – 2021-01, data engineer",
    "Asda, Great Wilson Street 4, Leeds LS11 5AD — Software Engineer, Jul 2016 – Feb 2020",
    "внутренний бот @oncall для чата дежурных",
    "бот для опитувань @hire_pulse_bot для команди",
    "a Slack bot called @deploybot",
    "@shared_task, @transaction.atomic, @property",
    "Unity 2021.3.18f1, 1 180 000 завантажень",
    "охранник склада площадь 9000 метров",
    "вдома: маски, потім плитоноски, здала 3 400 штук",
]
WHOLE = {
    "vk / com / vika_logist39": "vk / com / vika_logist39",
    "github крапка com скісна mazur-fullstack": "скісна mazur-fullstack",
    "сайт-візитка: myro。marketing": "myro。marketing",
    "моб. 050 цифрами 418 двадцять дев'ять 71": "050 цифрами 418",
    "роб. 0532 61-40-18, внутр. 305 або 61-40-19;": "61-40-19",
    "044-290-18-47 внутрішній два нуль сім": "внутрішній два нуль сім",
}
HOMES = {
    "Освіта\nКПІ, 2015\nКонтакти\nОлена, Київ, вул. Садова 15": "вул. Садова 15",
    "Освіта\nКПІ, 2015\nАдреса: Олена, Київ, вул. Садова 15": "вул. Садова 15",
    "Ремонт форсунок, 067 318 84 10": "067 318 84 10",
    "Skills: Google Ads, SMM; 067 318 84 10": "067 318 84 10",
    "Facebook Ads 067 318 84 10": "067 318 84 10",
    "Портфолио-сайт: petrov-works.com": "petrov-works.com",
    "VoIP, IP, DNS; 067 318 84 10": "067 318 84 10",
    "Ivan Petrov (ivanpetrov.com), designer": "ivanpetrov.com",
    "Освіта\nКПІ, 2015–2019\n\nАдреса: Київ, вул. Садова 15, кв. 3": "вул. Садова 15, кв. 3",
    "Образование: КПИ, живу: Киев, ул. Садовая 15": "ул. Садовая 15",
    "Мой бот и я: Telegram @ivan_petrov": "@ivan_petrov",
    "Oksana Lis (oksanalis.design)": "oksanalis.design",
}


def _found(text: str) -> list[str]:
    return [one.text for one in find(f"a.b@example.com\n\n{text}\n")[1:]]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_nobodys_contact_stays(text):
    assert _found(text) == []


@pytest.mark.parametrize(("text", "contact"), [*WHOLE.items(), *HOMES.items()])
def test_the_whole_of_it_is_found(text, contact):
    assert any(contact in one for one in _found(text)), _found(text)
