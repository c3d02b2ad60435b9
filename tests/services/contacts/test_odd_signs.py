"""Contacts with a sign drawn as another, without its sign, or told in another language's words."""

import pytest

from services.contacts import find

EMAILS = [
    "gerlinde.obermaier(ä)freenet . de",
    "gwen_spratt(©)tiscali.co.uk",
    "kopec.m(Q)op.p1",
    "pylypchuk.oleh®i . uа",
    "verity.lambourne=40talktalk.net",
    "asmussen (bei) fh-kiel (punkt) example (punkt) de",
    "ostapchuk lm mail ru",
    "bronwyn.maddocks yahoo.co.uk",
    "n.kryuk\nE-mail (домен)\trostel.ru",
    "callum.ferrier\nMail provider\t@ btinternet.com",
    "berezkin.rop ЖМЭЙЛ КОМ",
    "tyapkin латиницей, нижнее подчёркивание, fizika, собачка, mail, точка, ru",
    "anzhela tire sochi sobaka mail tochka ru",
    "chidi_nwachukwu2 a.t g.mail c.o.m",
]
LINKS = [
    "github slash fabernathy",
    "linkedin com in marcus-delacroix",
    "fb kropka com przez tomek.grzelczak.sales",
    "linkedin . com / in /\nagnieszka-lubomirska",
    "лінкедін / ін / andrii-dovbnia",
    "youtube●com／@lishchynacakes",
    "t●me╱lagodabrows",
]
ACCOUNTS = [
    "insta: at dario dot mops",
    "insta: lena podkreślnik skład",
    "Skype: live colon mszczepaniak underscore 3",
    "V telege ya anzhela_adler",
    "📷 инст lagoda🔹brows",
]
HOMES = [
    "студія: Одеса, Гаванна сім, другий двір, офіс дванадцять",
    "прописаний Дрогобич Стрийська 44 тире 17",
    "Кабінет: Київ, Рейтарська, двадцять один дріб тринадцять",
]
HARMLESS = [
    "Адреса офісу: Київ, Хрещатик",
    "Студія дизайну: 12 проєктів, 5 людей",
    "zna @Component, @property, Vue.js 3; Instagram",
    "Почта России: приём писем; e-mail marketing в Mail.ru Group",
    "E-mail marketing, Yahoo Ads",
    "Стек: React • Redux • Node",
    "flat tire shop in Leeds; owner-driver",
]


def _is_gone(contact, text):
    found = find(text)
    place = text.index(contact)
    return all(
        any(one.start <= here < one.end for one in found)
        for here in range(place, place + len(contact))
        if text[here].isalnum()
    )


@pytest.mark.parametrize("email", EMAILS)
def test_an_email_with_an_odd_sign_is_taken_whole(email):
    label = "E-mail (логин)" if "домен" in email else "E-mail"
    assert _is_gone(email, f"Сварщик\n{label}\t{email}\n2019 – 2023")


@pytest.mark.parametrize("link", LINKS)
def test_a_link_with_odd_signs_is_taken_whole(link):
    assert _is_gone(link, f"Сварщик\nПрофиль: {link}\n2019 – 2023")


@pytest.mark.parametrize("told", ACCOUNTS)
def test_an_account_told_so_is_taken_to_its_end(told):
    assert told[-4:] in " ".join(one.text for one in find(f"Сварщик\n{told}\n2019 – 2023"))


@pytest.mark.parametrize("home", HOMES)
def test_a_home_told_in_words_is_taken_to_its_number(home):
    (found,) = find(f"Сварщик\n{home}\n2019 – 2023")
    assert (found.kind, found.text[-4:]) == ("address", home[-4:])


@pytest.mark.parametrize("text", HARMLESS)
def test_words_with_such_signs_stay(text):
    assert find(text) == []
