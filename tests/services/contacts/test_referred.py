"""Mailboxes in two halves far apart, told by what is known, from right to left, with odd signs."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

TOLD = {
    "Имя ящика n.sydorenko, сервис – gmail": "n.sydorenko, сервис – gmail",
    "Căsuța e pe yahoo.com, utilizator alina_glam_tm": "yahoo.com, utilizator alina_glam_tm",
    "Posta Gmail'de, kullanıcı adı deniz.tasarlar34": "Gmail'de, kullanıcı adı deniz.tasarlar34",
    "моя скринька зветься bohdana.lab, живе вона на proton крапка me": (
        "bohdana.lab, живе вона на proton крапка me"
    ),
    "Telegram @nsydorenko, почта та же, только на gmail": "та же, только на gmail",
    "Почта: тот же ник, только с доменом протон точка ми": (
        "тот же ник, только с доменом протон точка ми"
    ),
    "E-Mail: derselbe Name bei gmx.de": "derselbe Name bei gmx.de",
    "почта моя простая: имя.фамилия на яндексе": "имя.фамилия на яндексе",
    "moc.liamg@oknerodys.n (читать справа налево)": "moc.liamg@oknerodys.n",
    "e-mail pavlo.h(at_sign)ukr(dot_sign)net": "pavlo.h(at_sign)ukr(dot_sign)net",
    "E-mai1:  edith.hale(at)virginmedia,com": "edith.hale(at)virginmedia,com",
    "📧 vera.cakes🐌ukr⚫net": "vera.cakes🐌ukr⚫net",
    "anna.k @ gmail . c o m": "anna.k @ gmail . c o m",
    "MAIL p a w e l . z o r a (at) o 2 . p l": "p a w e l . z o r a (at) o 2 . p l",
}
NONE = [
    "Те же задачи в почтовом сервисе Яндекса",
    "Same responsibilities in the Gmail team",
    "Логин и пароль: вход через Gmail",
    "Имя и фамилия сотрудника, Outlook, Excel",
    "aynı ekip, Outlook",
    "Redesigned inbox, same look on iOS",
    "Ten sam zespół, Outlook i Teams",
]


@pytest.mark.parametrize(("told", "contact"), TOLD.items())
def test_such_a_mailbox_is_taken_whole(told, contact):
    assert left(contact, f"Сварщик\n{told}\n2019 – 2023") == ""


@pytest.mark.parametrize("text", NONE)
def test_mail_in_a_sentence_of_work_stays(text):
    assert find(text) == []
