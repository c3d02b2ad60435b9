"""In which of our languages a résumé is written: sure, or nothing."""

import pytest

from services.documents import propose
from services.i18n.written import surely_written_in

ENGLISH = "I led a team of six and took care of the payments for a bank with offices in the north. "
UKRAINIAN = "Мій досвід: розробка сервісів на Python, Django і PostgreSQL, п’ять років у фінансах. "
RUSSIAN = "Мой опыт: разработка сервисов на Python, Django и PostgreSQL, был руководителем группы. "
POLISH = "Doświadczenie zawodowe: rozwój aplikacji płatniczych, praca w zespole sześciu osób. "
GERMAN = "Zehn Jahre Erfahrung in der Entwicklung von Software für Banken, auch für den Vertrieb. "
BULGARIAN = "Счетоводител със стаж в търговията, отговарях за отчетите и данъците на фирмата. "
BELARUSIAN = "Я працаваў у кампаніі, быў кіраўніком, распрацоўваў сэрвісы для банкаў у Мінску. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 5, "en"),
        (UKRAINIAN * 5, "uk"),
        (RUSSIAN * 5, "ru"),
        (UKRAINIAN + ENGLISH, "uk"),
        (ENGLISH, None),  # a line is no résumé
        (UKRAINIAN * 5 + RUSSIAN * 5, None),
        (POLISH * 9, None),
        (GERMAN * 9, None),
        (BULGARIAN * 9, None),
        (BELARUSIAN * 9, None),
        ("", None),
    ],
)
def test_the_language_of_a_text_is_said_where_it_is_sure(text, language):
    assert surely_written_in(text) == language


@pytest.mark.parametrize(
    ("spoken", "language"),
    [("Ukrainian – native", ""), ("English – C1, Ukrainian – B2", "en"), ("", "en")],
)
def test_who_writes_english_and_grew_up_with_another_of_ours_may_want_either(spoken, language):
    assert propose(f"{ENGLISH * 5}\n\nLanguages\n{spoken}\n").letter_language == language


def test_who_writes_a_language_of_ours_is_written_to_in_it():
    assert propose(f"{UKRAINIAN * 5}\n\nМови\nРосійська – рідна\n").letter_language == "uk"
