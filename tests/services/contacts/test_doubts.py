"""What cannot be decided is withheld as a whole; words that only announce are left alone."""

import pytest

from benchmarks.contacts.phrased.texts import doubted
from services.contacts import find
from services.contacts.rich import find_html

TOLD = {
    "Контактный номер: 913 звёздочка 204 звёздочка 55 звёздочка 81": "913",
    "Моб.: код дев'яносто три, а далі 118 – 44 – двадцять": "двадцять",
    "My phone backwards is 2410 555 716": "2410 555 716",
    "На яндексе я lebedevaoks, туда и пишите письма": "lebedevaoks",
    "Mein Postfach bei gmx heißt friestolz": "friestolz",
    "On outlook I am harrietosborne, mail me there": "harrietosborne",
    "мой позывной в самолётике vpetrukhin": "vpetrukhin",
    "on telegram I'm just maksops, no underscores": "maksops",
    "страничка вк: после слэша belova_marina_perm": "belova_marina_perm",
    "Живу на Энгельса, дом сто одиннадцать дробь один": "сто одиннадцать дробь один",
    "Mieszkam na Długiej, pod numerem czterdziestym, mieszkania 12": "12",
}
PLAIN = [
    "Холодные звонки: 80 в день, конверсия 12 %, средний чек 45 000 руб.",
    "Почтовый сервер: Postfix, Dovecot, Exim 4.9",
    "Вёл аккаунты в Instagram и VK: 14 проектов, 350 тыс. подписчиков",
    "Проживаю в Новосибирске с 2012 года, двое детей 5 и 9 лет",
    "Reach: six countries, four languages, three time zones, two offices",
    "my skype, if that is easier",
    "Calm under pressure; profile of a leader",
    "Telegram: …, Olena Ivanenko",
    "pytest, Postman, GitLab CI, JMeter, TestRail, Jira, k6, Selenium",
    "Tools: Slack, Discord, TestRail, BigQuery",
    "Discord · DataGrip · Telegram · RavenDB",
]


@pytest.mark.parametrize(("text", "piece"), TOLD.items())
def test_a_piece_beside_what_announces_it_is_withheld(text, piece):
    found = find(f"Іван Петренко\n{text}\n2019 – 2023")
    start = found[0].text if found else ""
    assert any(piece in contact.text for contact in found), start


@pytest.mark.parametrize("text", PLAIN)
def test_words_that_only_announce_withhold_nothing(text):
    assert find(text) == []


def test_what_is_withheld_on_a_doubt_alone_says_so_in_text_and_document():
    told = "Call 067 123 45 67\nOn outlook I am harrietosborne, mail me there"
    for found in (find(told), find_html(f"<p>{told.replace(chr(10), '</p><p>')}</p>")):
        assert [one.doubtful for one in found] == [False, True]
    (known,) = find("On outlook I am harrietosborne", known=["harrietosborne"])
    assert not known.doubtful


def test_a_whole_number_takes_no_hour_along():
    assert [contact.text for contact in find("Call me at 067 123 45 67 after six")] == [
        "067 123 45 67"
    ]


def test_most_of_the_doubted_lines_are_withheld():
    told = [text for text in doubted() if text.contacts]
    touched = [
        any(one.start < label.end and label.start < one.end for one in find(text.text))
        for text in told
        for label in text.contacts
    ]
    assert sum(touched) / len(touched) > 0.9
