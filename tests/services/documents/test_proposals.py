"""What a résumé's first lines propose; where they leave it open, nothing."""

import pytest

from services.documents import Proposal, propose


def _proposed(text: str) -> tuple[str, str, str, str]:
    proposal = propose(text)
    return proposal.first_name, proposal.last_name, proposal.headline, proposal.city


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Last updated in Mar 2026\nJohn Doe\nSan Francisco, CA · john.doe@email.com",
            ("John", "Doe", "", "San Francisco"),
        ),
        ("CURRICULUM VITAE\nJOHN SMITH\nLondon, UK", ("John", "Smith", "", "London")),
        ("KOWALSKI Jan\nWarszawa", ("Jan", "Kowalski", "", "Warszawa")),
        (
            "Olena Shevchenko\nSenior Python Developer\nKyiv, Ukraine",
            ("Olena", "Shevchenko", "Senior Python Developer", "Kyiv"),
        ),
        ("Shevchenko Oleksandr\nQA Engineer", ("Oleksandr", "Shevchenko", "QA Engineer", "")),
        (
            "Contact\njane@example.com\nSkills\n• SQL\n• Python\nJane Smith\nAbout",
            ("Jane", "Smith", "", ""),
        ),
        (
            "Іваненко Олена Петрівна\nРозробниця\nКиїв · olena@example.com",
            ("Олена", "Іваненко", "Розробниця", "Київ"),
        ),
        ("Олена Петрівна Іваненко", ("Олена", "Іваненко", "", "")),
        ("ІВАНЕНКО ОЛЕНА ПЕТРІВНА", ("Олена", "Іваненко", "", "")),
        ("Тарас Шевчук\nм. Львів", ("Тарас", "Шевчук", "", "Львів")),
        ("Шевчук Тарас", ("Тарас", "Шевчук", "", "")),
        ("Ганна О’Коннор-Петренко", ("Ганна", "О’Коннор-Петренко", "", "")),
        (
            "Резюме\nПетров Иван Сергеевич\nЖелаемая должность: Менеджер\nГород: Казань",
            ("Иван", "Петров", "Менеджер", "Казань"),
        ),
        ("ФИО: Кузнецов Пётр\nПроживает: Москва", ("Пётр", "Кузнецов", "", "Москва")),
        ("Мария Сидорова, 35 лет\nБухгалтер", ("Мария", "Сидорова", "Бухгалтер", "")),
        # Two words of which neither is a known first name nor ends like a family name.
        ("Бу Ба", ("", "", "", "")),
        ("Senior Java Developer\nKyiv", ("", "", "", "Kyiv")),
        ("Досвід роботи\nТОВ Промінь", ("", "", "", "")),
        ("we build software that people love", ("", "", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_name_headline_and_city(text, expected):
    assert _proposed(text) == expected


def test_contacts_are_proposed_in_one_spelling_each():
    proposal = propose(
        "Олена Іваненко\nКиїв | 067 123 45 67 | Olena@Example.com\n"
        "Telegram: olena_iv, https://t.me/olena_iv\nlinkedin.com/in/olena-ivanenko\n"
        "Досвід роботи\nСайт компанії на https://example.org/team та інше довге речення"
    )
    assert proposal.contacts == (
        ("phone", "+380 67 123 4567"),
        ("email", "Olena@Example.com"),
        ("telegram", "@olena_iv"),
        ("link", "https://linkedin.com/in/olena-ivanenko"),
    )


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Иван Петров\n8 916 123-45-67", "+7 916 123-45-67"),
        ("John Doe\n+44 20 7946 0958", "+44 20 7946 0958"),
        # Without a country nobody knows which one: it stays as it was written.
        ("John Doe\nPhone: 020 7946 0958", "020 7946 0958"),
    ],
)
def test_a_phone_is_written_internationally_only_where_that_is_sure(text, phone):
    assert propose(text).contacts == (("phone", phone),)


def test_contacts_at_the_end_count_where_the_beginning_has_none():
    text = "Olena Ivanenko\n" + "Long story of work.\n" * 40 + "olena@example.com"
    assert propose(text).contacts == (("email", "olena@example.com"),)


def test_nothing_is_proposed_from_nothing():
    assert propose(" \n\t") == Proposal("", "", "", "", ())
