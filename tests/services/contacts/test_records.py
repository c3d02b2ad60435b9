"""Records that a program reads: cards, tables with a head, the source of a résumé."""

import pytest

from services.contacts import find

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Mere Parata
TITLE:Crane Operator
TEL;TYPE=CELL:+64 21 558 0199
item1.EMAIL;TYPE=HOME:mere.parata@xtra.example.nz
ADR;TYPE=HOME:;;7 Totara Terrace;Napier;Hawke's Bay;4110;New Zealand
X-SKYPE:mereparata
END:VCARD"""
SOURCE = r"""\name{Klara}{Ostrow}
\homepage{ostrow.ca}
\social[github]{kostrow}
\social[linkedin]{klara-ostrow}
\cventry{2019--2024}{PhD}{Polytechnique}{Montréal}{GPA 3.92/4.00}{}
\cvitem{Tools}{\LaTeX, Python 3.11}"""
TABLE = """user_id,first,last,tel,email,level,staff_pin,start
81,Ada,Obi,07455127799,a.obi@nhsmail.example,6,14K08,2025-09-01"""


def _told(text):
    return [(one.kind, one.text) for one in find(text)]


def test_the_fields_of_a_card_are_taken_whole():
    assert _told(CARD) == [
        ("phone", "+64 21 558 0199"),
        ("email", "mere.parata@xtra.example.nz"),
        ("address", "7 Totara Terrace;Napier;Hawke's Bay;4110;New Zealand"),
        ("handle", "SKYPE:mereparata"),
    ]


def test_commands_of_a_resume_tell_accounts_and_pages():
    assert _told(SOURCE) == [
        ("url", "ostrow.ca"),
        ("handle", "kostrow"),
        ("handle", "klara-ostrow"),
    ]


def test_the_head_of_a_table_names_columns_and_nobody():
    assert _told(TABLE) == [("phone", "07455127799"), ("email", "a.obi@nhsmail.example")]


@pytest.mark.parametrize(
    "text",
    [
        "Delivery Manager @ Brightwave (2019–2021)\nm: 067 550 31 82",
        "2019 ребрендинг Rabota.ua → Rabota\n067 550 31 82",
        "StNr. 118/447/10882, IdNr. 44 718 820 199 (Muster)\n067 550 31 82",
        "ITRF96, X 4 447 118.299, Y 512 330.199\n067 550 31 82",
        "Launched the Call.me Later? pop-up, At.Home festival\n067 550 31 82",
        "(код: 380(at)\n\nskype\n067 550 31 82",
    ],
)
def test_only_the_phone_below_is_found(text):
    assert _told(text) == [("phone", "067 550 31 82")]


def test_a_site_at_the_head_of_a_line_needs_no_colon():
    assert _told("шаштараз\nсайт sandyqcuts.kz (жазылу сонда)") == [("url", "sandyqcuts.kz")]
    assert _told("шаштараз\nсайт kaspi.kz және қосымша") == []
