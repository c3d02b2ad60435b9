"""What a résumé's text proposes, and where it was found; where it leaves things open, nothing."""

from datetime import date

import pytest

from services.documents import Proposal, propose

TODAY = date(2026, 3, 16)


def _value(found):
    return found.value if found else ""


def _proposed(text: str) -> tuple[str, str, str, str]:
    proposal = propose(text)
    fields = (proposal.first_name, proposal.last_name, proposal.headline, proposal.city)
    return tuple(map(_value, fields))


def _contacts(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.kind, one.value) for one in propose(text).contacts)


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
        # The trade in the name's own line, or under a heading of its own; a town nobody has listed.
        (
            "Adaora Eze — Beekeeper of the abbey\nDingle — +353 85 555 01 02, a.eze@post.example",
            ("Adaora", "Eze", "Beekeeper of the abbey", "Dingle"),
        ),
        (
            "Олена Шевченко – Бджолярка вищого розряду\nЯремче, +380 67 555 01 02",
            ("Олена", "Шевченко", "Бджолярка вищого розряду", "Яремче"),
        ),
        (
            "Given name(s): Adaora\nSurname(s): Eze\nLives in: Dingle\nObjective\nHead beekeeper",
            ("Adaora", "Eze", "Head beekeeper", "Dingle"),
        ),
        ("Jane Smith\nObjective\nTo keep bees where nobody did.", ("Jane", "Smith", "", "")),
        (
            "Beekeeper of the abbey\nName:\tJane Smith\nCity:\tDingle",
            ("Jane", "Smith", "", "Dingle"),
        ),
        # No town: a label, a name, a trade, a line without contacts.
        ("Jane Smith\nPhone – +353 85 555 01 02", ("Jane", "Smith", "", "")),
        ("Jane Smith | jane@post.example", ("Jane", "Smith", "", "")),
        ("Олена, +380 67 555 01 02", ("", "", "", "")),
        ("Jane Smith\nNurse, jane@post.example", ("Jane", "Smith", "", "")),
        ("Jane Smith\nHonest, on time", ("Jane", "Smith", "Honest, on time", "")),
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
    contacts = _contacts(
        "Олена Іваненко\nКиїв | 067 123 45 67 | Olena@Example.com\n"
        "Telegram: olena_iv, https://t.me/olena_iv\nlinkedin.com/in/olena-ivanenko\n"
        "Досвід роботи\nСайт компанії на https://example.org/team та інше довге речення"
    )
    assert contacts == (
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
    assert _contacts(text) == (("phone", phone),)


def test_contacts_at_the_end_count_where_the_beginning_has_none():
    text = "Olena Ivanenko\n" + "Long story of work.\n" * 40 + "olena@example.com"
    assert _contacts(text) == (("email", "olena@example.com"),)


def test_nothing_is_proposed_from_nothing():
    assert propose(" \n\t") == Proposal()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Іваненко Олена Петрівна", ("Олена", "Іваненко", "Петрівна")),
        ("Олена Петрівна\nРозробниця", ("Олена", "", "Петрівна")),
        ("Нургалиев Бахыт Ильич", ("Бахыт", "Нургалиев", "Ильич")),
        # Family names that look like patronymics.
        ("Юрій Їжакевич\nІнженер", ("Юрій", "Їжакевич", "")),
        ("Илья Рабинович\nБухгалтер", ("Илья", "Рабинович", "")),
        ("Прізвище: Коваль\nІм’я: Марта\nПо батькові: Ігорівна", ("Марта", "Коваль", "Ігорівна")),
        ("First name: Ada\nLast name: Lovelace", ("Ada", "Lovelace", "")),
        ("ПІБ:\tКоваль Марта Ігорівна", ("Марта", "Коваль", "Ігорівна")),
        ("MICHAEL O’BRIEN\nLawyer", ("Michael", "O’Brien", "")),
        ("Jan van der Berg\nEngineer", ("Jan", "van der Berg", "")),
        ("Мороз Аделіна\nЮристка", ("Аделіна", "Мороз", "")),
        ("Inês Carvalho\nEngineer", ("Inês", "Carvalho", "")),
        ("Марта\nКоваль\nАналітикиня", ("Марта", "Коваль", "")),
    ],
)
def test_the_parts_of_a_name(text, expected):
    proposal = propose(text)
    assert (
        tuple(map(_value, (proposal.first_name, proposal.last_name, proposal.patronymic)))
        == expected
    )


def test_everything_says_where_it_was_found():
    text = (
        "Резюме\nКоваль Марта Ігорівна\nАналітикиня\nМісто: Львів\n+380 67 555 01 02\n"
        "Досвід роботи\nАналітикиня, 05.2019 – 03.2026\nМови\n• Англійська – B2\nНавички\nSQL, Go"
    )
    proposal = propose(text, skills=("SQL", "Go", "C", "MySQL"), today=TODAY)
    found = [
        proposal.first_name, proposal.last_name, proposal.patronymic, proposal.headline,
        proposal.city, *proposal.contacts, *proposal.skills, *proposal.languages,
        proposal.experience,
    ]  # fmt: skip
    assert all(found)
    for one in found:
        assert text[one.place.start : one.place.end] in one.place.quote
        assert one.place.quote in text
    assert proposal.first_name.place.quote == "Коваль Марта Ігорівна"
    assert text[proposal.first_name.place.start : proposal.first_name.place.end] == "Марта"


def test_a_long_line_is_quoted_around_what_was_found():
    line = "слово " * 60 + "PostgreSQL" + " слово" * 60
    (skill,) = propose(line, skills=["PostgreSQL"]).skills
    assert "PostgreSQL" in skill.place.quote
    assert len(skill.place.quote) < 130
    assert line[skill.place.start : skill.place.end] == "PostgreSQL"


@pytest.mark.parametrize(
    ("text", "vocabulary", "expected"),
    [
        ("Знаю MySQL і Python", ("SQL", "python", "Java"), ("python",)),
        ("C++, C#, .NET", ("C", "C++", ".NET", "C#"), ("C++", "C#", ".NET")),
        ("Skills: C, Go, R", ("C", "Go", "R"), ("C", "Go", "R")),
        ("We go to C-level meetings", ("C", "Go", "R"), ()),
        (
            "Управління ПРОЄКТАМИ, 1С",
            ("управління проєктами", "1С"),
            ("управління проєктами", "1С"),
        ),
    ],
)
def test_skills_are_whole_words_of_the_vocabulary(text, vocabulary, expected):
    found = propose(text, skills=vocabulary).skills
    assert tuple(one.value for one in found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Languages\nEnglish – C1, working language\nPolish: native",
            [("en", "c1"), ("pl", "native")],
        ),
        (
            "Мови: українська (рідна), англійська В2, німецька",
            [("uk", "native"), ("en", "b2"), ("de", "")],
        ),
        (
            "Знание языков\n• Английский — Upper-Intermediate\n• Русский — родной",
            [("en", "b2"), ("ru", "native")],
        ),
        ("Языки\nАнглийский – свободно\nОпыт работы\nНемецкий концерн, 2010", [("en", "c1")]),
        ("Англійська – Pre-Intermediate (A2)", [("en", "a2")]),
        # A language that is only spoken of, with no level beside it.
        ("Перекладала з англійської на німецьку для польської компанії", []),
    ],
)
def test_languages_with_their_levels(text, expected):
    assert [(one.code, one.level) for one in propose(text).languages] == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("8+ years of experience in sales", 8),
        ("Опыт работы — 11 лет 3 месяца", 11),
        ("Досвід: 5 років у продажах", 5),
        ("Experience\n05.2019 – 03.2022\n04.2022 – present", 6),
        (
            "Досвід роботи\nтравень 2020 – грудень 2021\nсічень 2022 – дотепер\nОсвіта\n2005 – 2010",
            5,
        ),
        ("Опыт работы\nс 2015 по 2018\nс 2016 по 2019", 4),
        ("Work history\nMay 2019 –\npresent", 6),
        ("Освіта\n2005 – 2010", None),
        ("I am 35 years old", None),
    ],
)
def test_years_of_work_said_or_counted(text, years):
    found = propose(text, today=TODAY).experience
    assert (found.value if found else None) == years
