"""Accounts made of the candidate's name are found; the name itself stays."""

import pytest

from services.contacts import find, redact

NAMES = ["Іван Петренко"]


@pytest.mark.parametrize(
    "account",
    [
        "ivan.petrenko", "ivan_petrenko", "ivan-petrenko", "petrenko.ivan", "i.petrenko",
        "petrenko_i", "ipetrenko", "ipetrenko90", "petrenkoivan", "ivanpetrenko", "IvanPetrenko",
        "petrenko_1990", "ivan90", "іван_петренко", "@ivanpetrenko", "іvаn.реtrеnkо",
    ],
)  # fmt: skip
def test_an_account_made_of_the_name_is_found(account):
    text = f"Worked on payments, {account} wrote the parser"
    assert [found.text for found in find(text, names=NAMES)] == [account]
    assert account not in redact(text, names=NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Petrenko", "Іван Петренко, менеджер", "ПЕТРЕНКО ІВАН", "Петренко-Іваненко", "Petrenko",
        "Ivan-Petrenko", "petrenko and ivanov", "ivan", "Іван Петренко 2020",
    ],
)  # fmt: skip
def test_the_name_itself_stays(text):
    assert find(text, names=NAMES) == []


def test_the_name_is_known_in_either_script():
    for name, account in (
        ("Julia Kovalenko", "yuliia_kovalenko"),
        ("Юлія Коваленко", "j.kovalenko"),
    ):
        found = find(f"see {account} there", names=[name])
        assert bool(found) is (account == "yuliia_kovalenko")


def test_without_a_name_nothing_is_known():
    assert find("ivanpetrenko wrote it", names=["", "Іван", "  "]) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Marta Orlova\nQA engineer",
        "RESUME\nMARTA ORLOVA, QA engineer",
        "Curriculum vitae of somebody, for the post\nName: Marta Orlova",
        "Резюме\nФИО: Орлова Марта Андреевна",
        "Резюме инженера\n\n\nІм'я та прізвище:\nМарта Орлова",
    ],
)
def test_an_account_made_of_the_name_that_a_resume_tells_is_found(heading):
    assert "martaorlova" in [one.text for one in find(f"{heading}\nDiscord martaorlova, Java 17")]


def test_other_words_beside_a_name_told_are_none():
    text = "Senior Front-end Engineer\nMarta Orlova\nfront-end, Orlova-Petrenko, M2, marta, D390"
    assert find(text) == []
    assert find("Software Engineer\nLed a team of seven engineers") == []
