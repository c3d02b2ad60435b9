"""What stands behind a label, and what somebody calls himself, is withheld in any wording."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

ANSWERS = {
    "E-mail (swap # for @): jane#doe.io": "jane#doe.io",
    "email: priya.n at d rate gmail.com": "priya.n at d rate gmail.com",
    "Mail: kbauer bei posteo.de": "kbauer bei posteo.de",
    "website: octotess with a dot com at the end": "octotess with a dot com",
    "ютуб: youtube точка com слэш собака vpetrov": "youtube точка com слэш собака vpetrov",
    "figma: figma точка com / @ tessmoore": "tessmoore",
    "Stackoverflow: users/123456/tess": "users/123456/tess",
    "Телефон: восьмёрка, потом 961, потом мой год рождения 1988, потом 012": "961",
    "тел: +7 916 ab 555 cd 12 ef 34": "+7 916 ab 555 cd 12 ef 34",
    "Телеграм: вася пупкин слитно латиницей": "вася пупкин",
    "Единый ник в соцсетях — vasyapup": "vasyapup",
    "портфолио тут vpetrov.\nru/works": "vpetrov.\nru/works",
}
SAID = {
    "I'm tessmoore on Telegram": "tessmoore",
    "Bei Telegram heiße ich juliav": "juliav",
    "Профиль в телеграме называется tessmoore": "tessmoore",
    "соцсети: везде vasyapup": "vasyapup",
    "в максе vasyapup": "vasyapup",
    "hh id 45678901": "45678901",
    "резюме № 45678901 на hh": "45678901",
}
NONE = [
    "Телефон: по запросу",
    "Telegram: Bot API, aiogram 3, webhooks",
    "Email marketing: 14 campaigns, 32% open rate",
    "E-posta pazarlama: 200.000 ileti, açılma % 34",
    "LinkedIn: Sales Navigator, 500+ connections",
    "Call center: 120 osób, 45 000 połączeń miesięcznie",
    "Page speed: 96/100, LCP 1.8 s",
    "Mobile: Swift 5.9, Kotlin 1.9, Flutter 3.16",
    "Strona: dokumentacja po angielsku, 120 stron",
    "Резюме: 3 страницы, обновлено 12.03.2024",
    "Profile: calm under pressure, quick to learn",
    "They offer blanket licences to businesses on their website",
    "Figma, Principle, After Effects, HTML",
    "Диплом КВ № 41293911",
]


@pytest.mark.parametrize(("text", "contact"), (ANSWERS | SAID).items())
def test_the_answer_to_a_label_is_withheld(text, contact):
    assert left(contact, f"Іван Петренко\n{text}\n2019 – 2023") == ""


@pytest.mark.parametrize("text", NONE)
def test_answers_about_work_stay(text):
    assert find(text) == []
