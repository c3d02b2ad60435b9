"""The Ukrainian and Russian catalogs: whole, exact, well set; plurals, dates and times."""

import ast
import re
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from services.i18n import LANGUAGES, times, translator
from services.i18n.catalogs import read_catalog
from tools.catalogs import LANGUAGES as TRANSLATED
from tools.catalogs import LOCALE, ROOT, renewed, untranslated
from tools.catalogs import said as read_said

each_language = pytest.mark.parametrize("code", sorted(TRANSLATED))

# Labels quoted by the documents the product was ordered with, and the words of the trade.
GLOSSARY = {
    "Account settings": ("Налаштування облікового запису", "Настройки аккаунта"),
    "Manage customers": ("Управління замовниками", "Управление заказчиками"),
    "Hide candidates’ contacts": ("Закрити контакти кандидатів", "Закрыть контакты кандидатов"),
    "New Customer": ("Додати замовника", "Добавить заказчика"),
    "Add new customer": ("Додати замовника", "Добавить заказчика"),
    "Edit Job": ("Редагування вакансії", "Редактирование вакансии"),
    "Edit applicant’s profile": (
        "Редагувати картку кандидата",
        "Редактировать карточку кандидата",
    ),
    "Resume for customers": ("Резюме для замовників", "Резюме для заказчиков"),
    "Save Changes": ("Зберегти зміни", "Сохранить изменения"),
    "Don’t show this to customers": ("Не показувати замовникам", "Не показывать заказчикам"),
    "Notify the customer by email about this interview": (
        "Надіслати замовнику повідомлення про призначення співбесіди",
        "Отправить заказчику сообщение о назначении собеседования",
    ),
    "Customer": ("Замовник", "Заказчик"),
    "external": ("зовнішній", "внешний"),
    "internal": ("внутрішній", "внутренний"),
    "active": ("активний", "активен"),
    "blocked": ("заблокований", "заблокирован"),
    "Company or department": ("Компанія або відділ", "Компания или отдел"),
    "Vacancy": ("Вакансія", "Вакансия"),
    "Candidate": ("Кандидат", "Кандидат"),
    "Candidates of the vacancy": ("Кандидати вакансії", "Кандидаты вакансии"),
    "Present to the customer": ("Представити замовнику", "Представить заказчику"),
    "Resume": ("Резюме", "Резюме"),
    "Invitation letter": ("Лист-запрошення", "Письмо-приглашение"),
    "Note": ("Нотатка", "Заметка"),
    "Skills": ("Навички", "Навыки"),
    "Categories": ("Категорії", "Категории"),
    "Responsible recruiter": ("Відповідальний рекрутер", "Ответственный рекрутер"),
    "Longlist": ("Лонг-лист", "Лонг-лист"),
    "New": ("Новий", "Новый"),
    "Review": ("На розгляді", "На рассмотрении"),
    "Interview": ("Співбесіда", "Собеседование"),
    "Offer": ("Офер", "Оффер"),
    "Hired": ("Вихід на роботу", "Выход на работу"),
    "Refused": ("Відмовлено", "Отказано"),
}
# Part of the glossary whose page is still to come; it leaves this set once a page says it.
NOT_SAID_YET: set[str] = set()
# Words that stay Latin inside a translation.
LATIN = {
    *("Candela", "XLSX", "Telegram", "e-mail", "E-mail", "http", "https"),
    *("DOCX", "DOC", "ODT", "RTF", "HTML", "PDF", "TXT", "JPEG", "PNG", "WebP"),
    *("Word", "LibreOffice", "antiword", "catdoc", "Tesseract", "read", "scans", "config", "yaml"),
}
LATIN |= {"SendGrid", "SMTP", "STARTTLS", "TLS", "smtp", "example", "com"}
# Calendar programs and their addresses.
LATIN |= {"Google", "Apple", "Outlook", "Thunderbird", "calendar", "google", "URL"}
LATIN |= {"Mail", "Send", "Settings", "Event", "Webhook"}  # as SendGrid's own pages have them
FOREIGN_LETTERS = {"uk": "ыэъёЫЭЪЁ", "ru": "іїєґІЇЄҐ"}
# What a keyboard offers in place of the real sign: ' " “ ” ‘ ʼ — and three dots.
POOR_SIGNS = re.compile("['\"“”„‘ʼ`´—]|\\.\\.\\.| - ")
# In Ukrainian the sign stands before я, ю, є, ї only: пов’язати, ім’я.
APOSTROPHE = re.compile("[а-щьюяґєії]’[яюєї]", re.IGNORECASE)


said = cache(read_said)  # the source is read once


def translations(code):
    """Every message of a catalog with the forms of its translation."""
    return [
        (_pair(one.id), (one.string,) if isinstance(one.string, str) else tuple(one.string))
        for one in read_catalog(code)
        if one.id
    ]


def _pair(message):
    return (message,) if isinstance(message, str) else tuple(message)


def placeholders(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@each_language
def test_the_catalog_holds_what_the_source_says_and_nothing_else(code):
    known = {message for message, _ in translations(code)}
    asked = {_pair(message) for message in said()}
    assert known == asked, "run `python -m tools.catalogs` and translate what is new"


@each_language
def test_every_message_is_translated_in_all_its_forms(code):
    missing = untranslated((ROOT / LOCALE / f"{code}.po").read_bytes(), code)
    assert not missing
    for message, forms in translations(code):
        assert len(forms) == (1 if len(message) == 1 else 3), message


@each_language
def test_a_translation_keeps_the_placeholders(code):
    for message, forms in translations(code):
        # In these languages "one" is also 21 and 31: every form names the number.
        wanted = placeholders(message[-1])
        for form in forms:
            assert placeholders(form) == wanted, message


@each_language
def test_a_translation_ends_as_its_message_does(code):
    for message, forms in translations(code):
        for form in forms:
            last = form[-1] if form[-1] in ".?!:…" else ""
            assert last == (message[-1][-1] if message[-1][-1] in ".?!:…" else ""), form


@each_language
def test_translations_are_set_as_print_is(code):
    for _, forms in translations(code):
        for form in forms:
            assert not POOR_SIGNS.search(form), form
            assert form.count("«") == form.count("»"), form
            assert form == form.strip(), form
            assert "  " not in form, form
            assert not set(FOREIGN_LETTERS[code]) & set(form), form


def test_the_apostrophe_of_ukrainian_words_is_the_typographic_one():
    found = [form for _, forms in translations("uk") for form in forms if form.count("’")]
    assert any("пов’яз" in form or "прив’яз" in form for form in found)
    for form in found:
        assert len(APOSTROPHE.findall(form)) == form.count("’"), form


@each_language
def test_nothing_english_is_left_in_a_translation(code):
    for message, forms in translations(code):
        for form in forms:
            words = re.sub(r"\{\w+\}", "", form)
            latin = set(re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", words))
            assert latin <= LATIN, message
            assert re.search("[а-яґєії]", words.lower()) or latin, message


@pytest.mark.parametrize("message", sorted(set(GLOSSARY) - NOT_SAID_YET))
def test_the_words_of_the_trade_stand_exactly_as_agreed(message):
    assert message in said()
    assert (translator("uk").text(message), translator("ru").text(message)) == GLOSSARY[message]


def test_what_is_not_said_yet_is_still_not_said():
    assert not NOT_SAID_YET & set(said())


def test_every_message_stands_in_the_source_as_a_literal():
    spoken = 0
    for path in [*(ROOT / "pages").rglob("*.py"), *(ROOT / "services").rglob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                needed = {"t": 1, "tn": 2}.get(call.func.id, 0)
                for argument in call.args[:needed]:
                    spoken += 1
                    assert isinstance(argument, ast.Constant), f"{path}:{call.lineno}"
    assert spoken > 100


def test_whatever_a_sentence_stands_in_it_is_found(tmp_path):
    (tmp_path / "services/mail/templates").mkdir(parents=True)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/planted.py").write_text(
        """
told = f"{told} · {t('there already: {n}', n=n)}"
more = [f'{words.plural("{count} more", "{count} more of them", 2)}', t(word)]
place = t("Open " "the candidate")
""",
        "utf-8",
    )
    found = read_said(tmp_path)
    assert [*found] == [
        "there already: {n}",
        ("{count} more", "{count} more of them"),
        "Open the candidate",
    ]


@each_language
def test_the_plural_form_is_the_one_the_number_asks_for(code):
    candidate, candidates = "{count} new candidate", "{count} new candidates"
    endings = {
        "uk": ("новий кандидат", "нові кандидати", "нових кандидатів"),
        "ru": ("новый кандидат", "новых кандидата", "новых кандидатов"),
    }[code]
    for form, counts in enumerate([(1, 21, 101), (2, 4, 22), (0, 5, 11, 12, 14, 25, 111)]):
        for count in counts:
            words = translator(code).plural(candidate, candidates, count)
            assert words == f"{count} {endings[form]}"


def test_english_and_an_unknown_language_say_the_message_itself():
    for language in ("en", "de"):
        words = translator(language)
        assert words.text("Hello, {name}!", name="Iryna") == "Hello, Iryna!"
        assert words.plural("{count} note", "{count} notes", 1) == "1 note"
        assert words.plural("{count} note", "{count} notes", 21) == "21 notes"


def test_every_language_that_can_be_chosen_has_its_catalog():
    assert set(LANGUAGES) == {"en", *TRANSLATED}
    for code in TRANSLATED:
        assert translator(code).text("Candidates") != "Candidates"


# ---------------------------------------------------------------- the tool

MESSAGES = {"Kept": ["pages/a.py"], ("{count} day", "{count} days"): ["pages/a.py", "pages/b.py"]}
OLD = """
msgid "Kept"
msgstr "Лишилося"

msgid "Gone"
msgstr "Пішло"
"""


def test_renewing_keeps_translations_adds_what_is_new_and_drops_what_nobody_says():
    content = renewed(OLD.encode(), "uk", MESSAGES)
    found = {one.id: one.string for one in read_po(BytesIO(content), locale="uk") if one.id}
    assert found == {"Kept": "Лишилося", ("{count} day", "{count} days"): ("", "", "")}
    assert untranslated(content, "uk") == [("{count} day", "{count} days")]
    assert b"Gone" not in content


@each_language
def test_renewing_twice_changes_nothing_and_the_file_names_no_day_and_no_machine(code):
    once = renewed(b"", code, MESSAGES)
    assert renewed(once, code, MESSAGES) == once
    text = (ROOT / LOCALE / f"{code}.po").read_text("utf-8")
    assert not re.search(r"Date:|Generated-By|\.py:\d", text)


def test_pages_services_and_letters_are_read():
    places = said()
    assert places["My vacancies"]
    assert "services/customers/invitations.py" in places["Hello, {name}!"]
    in_letters = {place for found in places.values() for place in found if "/templates/" in place}
    assert in_letters == {"services/mail/templates/letter.html"}


# ---------------------------------------------------------------- dates and times

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
KYIV = "Europe/Kyiv"
SAID_DAYS = [
    # instant, Ukrainian, Russian, English
    (datetime(2026, 11, 20, 6, 5, tzinfo=UTC), "сьогодні", "сегодня", "today"),
    (datetime(2026, 11, 19, 21, 59, tzinfo=UTC), "учора", "вчера", "yesterday"),
    (datetime(2026, 11, 19, 22, 1, tzinfo=UTC), "сьогодні", "сегодня", "today"),
    (datetime(2026, 11, 18, 9, 0, tzinfo=UTC), "18 лист.", "18 нояб.", "18 Nov"),
    (datetime(2026, 3, 5, 9, 0, tzinfo=UTC), "5 бер.", "5 мар.", "5 Mar"),
    (datetime(2026, 5, 5, 9, 0, tzinfo=UTC), "5 трав.", "5 мая", "5 May"),
    (datetime(2025, 9, 5, 9, 0, tzinfo=UTC), "5 вер. 2025 р.", "5 сент. 2025 г.", "5 Sept 2025"),
]


@pytest.mark.parametrize(("language", "column"), [("uk", 1), ("ru", 2), ("en", 3)])
@pytest.mark.parametrize("said_day", SAID_DAYS, ids=lambda row: row[0].isoformat())
def test_a_day_is_said_as_readers_of_the_language_write_it(said_day, language, column):
    found = times.day(said_day[0], translator(language), KYIV, NOW)
    assert _spaces(found) == said_day[column]


@pytest.mark.parametrize(
    ("language", "words"),
    [("uk", "учора, 18:20"), ("ru", "вчера, 18:20"), ("en", "yesterday, 18:20")],
)
def test_a_moment_is_said_in_the_readers_zone_by_the_clock_of_24_hours(language, words):
    instant = datetime(2026, 11, 19, 16, 20, tzinfo=UTC)
    assert _spaces(times.moment(instant, translator(language), KYIV, NOW)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("uk", "18 листопада 2026 р."), ("ru", "18 ноября 2026 г."), ("en", "18 November 2026")],
)
def test_a_full_date_is_said_in_words(language, words):
    instant = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
    assert _spaces(times.full_date(instant, translator(language), KYIV)) == words


def test_an_unknown_zone_is_read_as_universal_time():
    instant = datetime(2026, 11, 19, 16, 20, tzinfo=UTC)
    assert times.moment(instant, translator("uk"), "Nowhere/Else", NOW) == "учора, 16:20"


def _spaces(text):
    """Non-breaking spaces as plain ones: which of them stands there is the printer's matter."""
    return re.sub("[\u00a0\u202f]", " ", text)
