"""Forms that few use, and words beside an address or the name of a tool that are nobody's."""

import pytest

from services.contacts import find

WHOLE = {
    "Flat: B-204, Shanti Apartments, Karve Road, Pune 411004": "B-204, Shanti Apartments",
    "PO Box 118, 914 County Road 27, Searcy, Arkansas 72143": "914 County Road 27, Searcy, Arkansas 72143",
    "2210 Highway 64 East, Conway, AR 72032": "2210 Highway 64 East, Conway, AR 72032",
    "Zabrze 41-800, ul. Roosevelta 14 m. 9": "Zabrze 41-800, ul. Roosevelta 14 m. 9",
    "Київ 02140, вул. Драгоманова 17, кв. 9": "Київ 02140, вул. Драгоманова 17, кв. 9",
    "Cumhuriyet Mah. Atatürk Cad. No:7 D:4 Aliağa / İzmir": "Aliağa / İzmir",
    "| Adres | Łódź, Piotrkow- | ska 207, | m. 18 |": "ska 207",
    "direct line 020 7946 0318 / 19 ext 4, evenings": "19 ext 4",
    "switchboard 020 7946 0417 ext 2 one 8": "ext 2 one 8",
    "discord thadblom hash 4418": "thadblom hash 4418",
    "телега: solomiia content без пробілу": "solomiia content",
    "mail delroy pinnock cnc, all one word, @ gmail.com": "delroy pinnock cnc",
    "Звонить +7 914 338 06 1_, последняя цифра – пять": "последняя цифра – пять",
}
LEFT = [
    "School of Fine Arts, 14 Castle Street, Norwich",
    "АО «Самараавтогаз», Самара, ул. Авроры 150\nСправка МВД от 03.02.2024",
    "Firma Trans-Pol, Wrocław, ul. Robotnicza 42",
    "SC Alfa, Oradea, Calea Republicii 15",
    "Hargreave & Co, 3 Castle Street, Norwich — 2014 to 2021",
    "Епіцентр К, Рівне, вул. Макарова 17, 2019–2023",
    "Працюю в Олександрівській лікарні, вул. Шовковична, 39/1, із 2011 року.",
    "круїзна лінія MSC, 2 контракти по 8 міс.",
    "SAP EWM, Regalplatz 14-03-220",
    "DOI 10.1016/j.cell.2021.04.018, PMID 33984277",
    "Telegram botu (hobi), IP 10.5.32.44",
    "Later, Buffer, Linktree knowledge",
    "TikTok, Instagram and Telegram communities, 48k",
    "@override, @immutable",
    "Google Sheets, @IMPORTRANGE",
    "Workday 2023R2, BambooHR.com",
    "Canva, CapCut, TGStat.ru",
    "Ліга:Закон, YouControl.com.ua",
]
ENDS = {
    "Адреса: Київ, вул. Садова 15\nСправа про переїзд": "Садова 15",
    "Адрес: Воронеж, Ленинский проспект, 160А, кв. 405\nВыручка 2,4 млрд, 7 филиалов": "кв. 405",
}


def _found(text: str) -> list[str]:
    return [one.text for one in find(f"a.b@example.com\n{text}\nPython")[1:]]


@pytest.mark.parametrize(("text", "contact"), WHOLE.items())
def test_the_whole_of_it_is_found(text, contact):
    assert any(contact in one for one in _found(text)), _found(text)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_nobodys_contact_stays(text):
    assert _found(text) == []


@pytest.mark.parametrize(("text", "end"), ENDS.items())
def test_an_address_ends_with_its_line(text, end):
    assert [one.endswith(end) for one in _found(text)] == [True]
