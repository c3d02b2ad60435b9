"""Signs told with "then" around them, drawn as others, glued to their words."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

TOLD = {
    "WeChat 微信 vera_chen88": "vera_chen88",
    "verakurersobakаyandexru (точка перед ру)": "verakurersobakаyandexru",
    "📷 @cakes🔹by🔹vera🔹kh": "cakes🔹by🔹vera🔹kh",
    "почта: lev крапка kost на джімейлі": "lev крапка kost на джімейлі",
    "у телеграмі мене шукати: собачка, vera, нижня риска, iryna": "собачка, vera, нижня риска, iryna",
    "My inbox is my first name nora, a full stop, then hale, at the gmail one.": "nora, a full stop, then hale, at the gmail one",
    "Site: cutbymabel, then dot, then film": "cutbymabel, then dot, then film",
    "Same string before gmail if you need mail: cutbymabel at the Google one": "cutbymabel at the Google one",
    "Adresse: Hagen, Lindenstraße Nr. zweiundzwanzig, 2. OG rechts": "Lindenstraße Nr. zweiundzwanzig, 2. OG rechts",
    "Ира\nпочта\nvera.ryabova\nпотом собачка\nmail\nру\n\nОлег\nок": "vera.ryabova\nпотом собачка\nmail\nру",
    "тел: 8 7О6 \nЗ4О–\nІ5–83\nватсап": "8 7О6 \nЗ4О–\nІ5–83",
    "Schein 1\nO16\n7-88I4\n-O448\nstapler": "O16\n7-88I4\n-O448",
    "On the gram add a full stop: cut dot by dot mabel": "cut dot by dot mabel",
    "Her yerde nickim aynı: deniz punto mutfakta": "deniz punto mutfakta",
}
NONE = [
    "Nur auf Instagram- und Xing-Auftritt, auch auf Telegram",
    "Royal Mail, sorting office manager",
    "Mail servers: Postfix, Dovecot",
    "Прочитал точка, потом запятая, затем тире",
    "we shipped, then point, then counter: a full stop",
    "собака, кошка, потом дом",
]


@pytest.mark.parametrize(("told", "contact"), TOLD.items())
def test_a_contact_with_such_signs_is_taken_whole(told, contact):
    assert left(contact, f"Сварщик\n{told}\n2019 – 2023") == ""


@pytest.mark.parametrize("text", NONE)
def test_the_same_words_of_a_sentence_stay(text):
    assert find(text) == []
