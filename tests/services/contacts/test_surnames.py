"""A surname that is read as an initial: its forms, what is left alone, and that nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.contacts.surname_forms import Person
from services.contacts.surnames import short_name, surnames, without_surnames

OLENA = Person("Олена", "Коваленко")


def read(text, person=OLENA, spared=()):
    return without_surnames(text, surnames(text, person, spared))


@pytest.mark.parametrize(
    ("first", "last", "text", "expected"),
    [
        ("Олена", "Коваленко", "Коваленко Олена Іванівна", "К. Олена Іванівна"),
        ("Олена", "Коваленко", "резюме Коваленка, з КОВАЛЕНКО", "резюме К., з К."),
        ("Олена", "Коваленко", "Olena Kovalenko.", "Olena K."),
        ("Олена", "Коваленко", "Kovalenko's CV, olena kovalenko", "K.'s CV, olena K."),
        ("Олена", "Коваленко", "O L E N A  K O V A L E N K O", "O L E N A  K."),
        ("Olena", "Kovalenko", "kovalenko_cv.pdf", "K._cv.pdf"),
        ("Olena", "Kovalenko", "OlenaKovalenko_2024.pdf", "OlenaK._2024.pdf"),
        ("Olena", "Kovalenko", "Кова\u00adленко, Коваленко", "К., К."),
        ("Іван", "Кравець", "з Кравцем, Кравцю", "з К., К."),
        ("Олена", "Зеленська", "про Зеленську, Zelenskaya", "про З., Z."),
        ("Лев", "Толстой", "Толстого, Толстым, Tolstoy", "Т., Т., T."),
        ("Сергій", "Лебідь", "без Лебедя", "без Л."),
        ("Jan", "van der Berg", "Jan van der Berg, Mr Van Der Berg", "Jan B., Mr B."),
        ("Ірина", "Петренко-Іванова", "Петренко-Іванова і Іванову", "П. і І."),
        ("Шинейд", "О'Коннор", "Шинейд О’Коннор", "Шинейд О."),
        ("Minh", "Do", "Minh Do. Do research", "Minh D. Do research"),
        ("Anna", "May", "Anna May, since May 2020", "Anna M., since May 2020"),
        ("Jan", "McDonald", "JanMcDonald_CV.pdf, Jan McDonald", "JanM._CV.pdf, Jan M."),
        ("Ян", "МакДональд", "у МакДональда, McDonald", "у М., McDonald"),
        ("Olena", "Kovalenko", "CVKovalenkoOlena.pdf", "CVK.Olena.pdf"),
        ("Olena", "Kovalenko", "olenakovalenko.pdf, KOVALENKOOLENA", "olenaK.pdf, K.OLENA"),
        ("Олена", "Коваленко", "Koвaленко, Kovalеnko", "K., K."),
        # Letters with signs, torn over a line, many of them, letters set apart in other ways.
        ("Тарас", "Шевченко", "Taras Ševčenko, Szewczenko", "Taras Š., S."),
        ("Jan", "Černý", "Jan Cerny, Černý, Чорний", "Jan C., Č., Чорний"),
        ("Олена", "Коваленко", "Кова-\nленко, Kovalen-\nko", "К., K."),
        ("Олена", "Коваленко", "про Кова- ленка Олену", "про К. Олену"),
        ("Olena", "Kovalenko", "the Kovalenkos, Kovalenko’s", "the K., K.’s"),
        ("Олена", "Коваленко", "Коваленки і Коваленків", "К. і К."),
        ("Jan", "Jones", "the Joneses, Jones", "the J., J."),
        ("Олена", "Коваленко", "К.О.В.А.Л.Е.Н.К.О; K-o-v-a-l-e-n-k-o", "К.; K."),
        ("Олена", "Коваленко", "К. О. В. А. Л. Е. Н. К. О. Олена", "К. Олена"),
        ("Олена", "Коваленко", "K\u00a0\u00a0O  V  A  L  E  N  K  O", "K."),
        ("Віктор", "Цой", "Ц О Й, T.s.o.i, Цой В., C-E-O", "Ц., T., Ц. В., C-E-O"),
        ("Віктор", "Цой", "про Віктора Цоя, Viktor Tsoy", "про Віктора Ц., Viktor T."),
        ("Yuna", "Kim", "Юне Ким, YUNA KIM, K I M, kim-chi", "Юне К., YUNA K., K., kim-chi"),
        ("Anna", "May", "Anna May works, I may. M A Y", "Anna M. works, I may. M."),
        # What is somebody else's, or an everyday word.
        ("Олег", "Коваль", "Ковальчук, Коваленко, коваль, кував", "Ковальчук, Коваленко, коваль, кував"),
        ("Тарас", "Шевченко", "Університет ім. Тараса Шевченка", "Університет ім. Тараса Шевченка"),
        ("Роман", "Романов", "Роман, Романа", "Роман, Романа"),
        ("Anna", "Page", "a web page by Anna Page", "a web page by Anna P."),
        ("Anna", "", "Anna", "Anna"),
        ("Olena Kovalenko", "", "Olena Kovalenko", "Olena K."),
    ],
)  # fmt: skip
def test_the_surname_is_read_as_an_initial_in_its_forms(first, last, text, expected):
    assert read(text, Person(first, last)) == expected


def test_a_name_keeps_its_first_part():
    assert short_name(OLENA) == ("Олена", "К.")
    assert short_name(Person("Olena Kovalenko", "")) == ("Olena", "K.")
    assert short_name(Person("Jan", "van der Berg")) == ("Jan", "B.")
    assert short_name(Person("Anna", "")) == ("Anna", "")
    assert short_name(Person("Anna", "***")) == ("Anna", "")


def test_what_is_spared_to_the_letter_is_left():
    assert read("Коваленка і Коваленко", spared=("Коваленка",)) == "Коваленка і К."


def test_the_surname_itself_is_not_spared_with_an_account_that_is_called_so():
    assert read("Коваленко, КОВАЛЕНКО", spared=("Коваленко", "КОВАЛЕНКО")) == "К., К."


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="Коваленк \n,.-K_'’oO", max_size=60),
    st.sampled_from([OLENA, Person("Ko", "O'K"), Person("Лен", "Ко Валенко")]),
)
def test_shortened_once_there_is_nothing_left_to_shorten(text, person):
    once = read(text, person)
    assert [one for one in surnames(once, person) if len(one.text) > 1] == []
