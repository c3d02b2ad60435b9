"""Pages and accounts with letters apart, over a line, behind an icon, or on further networks."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

TOLD = {
    "Резюме: h h . ru / resume /\na41f7c20ff08d2417b0039ed": (
        "h h . ru / resume /\na41f7c20ff08d2417b0039ed"
    ),
    "резюме work . ua / resumes /\n9 4 4 1 7 0 8": "work . ua / resumes /\n9 4 4 1 7 0 8",
    "p r o z . c o m / profile / 2 2 9 1 7 7 3": "p r o z . c o m / profile / 2 2 9 1 7 7 3",
    "github.com/\nivanpetrov": "github.com/\nivanpetrov",
    "LinkedIn in/ivanpetrov": "in/ivanpetrov",
    "лінкедін: in/nazar-klym-bi": "лінкедін: in/nazar-klym-bi",
    "youtube точка com слэш собака ivanpetrov": "youtube точка com слэш собака ivanpetrov",
    "Моё резюме на hh под номером 7a1b2c3d0004": "7a1b2c3d0004",
    "t-точка-me-слэш-isorokin": "t-точка-me-слэш-isorokin",
    "ТМЕ слэш isorokin": "ТМЕ слэш isorokin",
    "www janesmith com": "www janesmith com",
    "instagram com vera.koval": "instagram com vera.koval",
    "t€legram: isorokin": "isorokin",
    "Телегpам (p лат.): isorokin": "isorokin",
    "Telegram'da mehmetcan": "mehmetcan",
    "same nick janesmith for Discord and Steam": "janesmith",
    "в к точка ком слэш ivanpetrov": "в к точка ком слэш ivanpetrov",
    "behance точка нет / ivanpetrov": "behance точка нет / ivanpetrov",
    "GitHub x, pagina vladpopa.ro": "vladpopa.ro",
    "All my work is collected at fairbank94.site see there": "fairbank94.site",
    "Linkedin üzerinde adım deniz-korkmaz": "deniz-korkmaz",
    "kmoroz.taplink.ws": "kmoroz.taplink.ws",
    "сайт-портфолио kmoroz точка тильда точка ws": "kmoroz точка тильда точка ws",
    "bana telegramdan kmorozova yazın": "kmorozova",
    "scrie-mi pe telegram, kmorozova": "kmorozova",
    "tt: kmorozova_art": "kmorozova_art",
    "linktree: ivanpetrov": "ivanpetrov",
    "Снэпчат: ivanpetrov": "ivanpetrov",
    "Twitter/X: ivanpetrov": "ivanpetrov",
    "Zoom ID: 123 456 7890": "123 456 7890",
    "my handle is ipetrov pretty much everywhere": "ipetrov",
    "I film bread for TikTok, search crumbsbyvera if you are curious": "crumbsbyvera",
    "vera@example.com\n✈️ petrovivan": "petrovivan",
    "@ivan\n_petrov\nтелега": "@ivan\n_petrov",
    "skype live:.cid.5f93 2a6b 1e59": "live:.cid.5f93 2a6b 1e59",
    "инста в е р у н ч и к . s m m": "в е р у н ч и к . s m m",
}
NONE = [
    "Code on github.com/\nExperience\n2019",
    "Deployed, hosted on Heroku",
    "x: int, y: int",
    "📷 photography",
    "✈ travel",
    "SoundCloud and Vimeo campaigns",
    "Patreon integration, Substack posts",
    "github com actions, vk com ads for shops",
    "www standards com practice",
    "t me and the team",
    "Telegram de firmă, Discord da echipa",
    "look for bugs on Twitter daily",
    "search engines on YouTube and TikTok",
    "Резюме № 12, код 1a",
]


@pytest.mark.parametrize(("told", "contact"), TOLD.items())
def test_such_a_name_is_taken_whole(told, contact):
    assert left(contact, f"Сварщик\n{told}\n2019 – 2023") == ""


@pytest.mark.parametrize("text", NONE)
def test_networks_in_a_sentence_of_work_stay(text):
    assert find(text) == []
