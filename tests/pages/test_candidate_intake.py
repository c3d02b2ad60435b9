"""A new candidate from pasted text, and what stands below the fields; a browser is not needed."""

import pytest

from db.models import Candidate, CandidateLanguage, ResumeOriginal, ResumeVersion
from services.candidates.forms import CandidateForm, edit
from services.candidates.resumes import ReceivedFile
from services.documents import read_document
from tests.factories import stored
from tests.pages.tab import Tab, signed_in

pytestmark = pytest.mark.thorough

RESUME = """Резюме
Коваль Марта Ігорівна
Аналітикиня даних
Місто: Львів
Тел.: +380 67 555 01 02

Досвід роботи
ТОВ Промінь, аналітикиня
05.2014 – 04.2024

Навички
Python, PostgreSQL, Tableau

Мови
Англійська – B2
"""


@pytest.fixture
def tab(house, people):
    return Tab(house, signed_in(house, people.recruiter))


def paste(tab, text):
    tab.test.text_area(key="candidate_new_pasted").set_value(text)
    tab.test.button(key="candidate_new_read_pasted").click()
    return tab.again()


def test_pasted_text_fills_the_fields_and_says_where_each_was_found(house, tab):
    assert tab.open("candidate-edit").broken == ()
    before = len(stored(house, Candidate))
    shown = paste(tab, RESUME)
    assert shown.broken == ()
    value = {one.key: one.value for one in (*tab.test.text_input, *tab.test.number_input)}
    assert value["candidate_new_first_name"] == "Марта"
    assert value["candidate_new_last_name"] == "Коваль"
    assert value["candidate_new_patronymic"] == "Ігорівна"
    assert value["candidate_new_city"] == "Львів"
    assert value["candidate_new_experience_years"] == 10
    assert tab.test.multiselect(key="candidate_new_skills").value == ["Python", "PostgreSQL"]
    assert tab.test.selectbox(key="candidate_new_language_0").value == "en"
    assert tab.test.selectbox(key="candidate_new_letter_language").value == "uk"
    for line in ("Коваль Марта Ігорівна", "Місто: Львів", "Англійська – B2", "05.2014 – 04.2024"):
        assert f"“{line}”" in shown.words
    assert len(stored(house, Candidate)) == before, "nothing is saved before somebody says so"

    tab.test.button(key="candidate_new_save").click()
    tab.again()
    (made,) = stored(house, Candidate, last_name="Коваль")
    assert (made.patronymic, made.experience_years) == ("Ігорівна", 10)
    assert made.letter_language == "uk"
    (language,) = stored(house, CandidateLanguage, candidate_id=made.id)
    assert (language.language, language.level) == ("en", "b2")
    (original,) = stored(house, ResumeOriginal, candidate_id=made.id)
    assert house.installation.files.read(original.stored_as).decode() == RESUME
    assert original.file_name == "Pasted text.txt"


def test_pasted_markup_is_read_as_a_page(tab):
    tab.open("candidate-edit")
    pasted = "<div><h1>Marta Koval</h1><p>Analyst</p><script>alert(1)</script></div>"
    shown = paste(tab, pasted)
    assert shown.broken == ()
    assert tab.test.text_input(key="candidate_new_last_name").value == "Koval"
    (below,) = [one for one in tab.test.expander if one.label == "The text of the file"]
    text = below.html[0].body
    assert "Marta Koval" in text
    assert "alert" not in text


def test_pasted_nothing_is_refused_in_words_and_what_was_typed_stays(tab):
    tab.open("candidate-edit")
    tab.test.text_input(key="candidate_new_first_name").set_value("Ada")
    shown = paste(tab, " \n ")
    assert (shown.broken, "The file is empty" in shown.words) == ((), True)
    assert tab.test.text_input(key="candidate_new_first_name").value == "Ada"


def test_a_proposal_never_replaces_what_somebody_typed(tab):
    tab.open("candidate-edit")
    tab.test.text_input(key="candidate_new_first_name").set_value("Марічка")
    shown = paste(tab, RESUME)
    assert tab.test.text_input(key="candidate_new_first_name").value == "Марічка"
    assert tab.test.text_input(key="candidate_new_last_name").value == "Коваль"
    assert shown.broken == ()


def test_a_new_original_leaves_the_old_one_and_the_version_says_what_it_is_of(house, people, tab):
    (first,) = stored(house, ResumeOriginal, candidate_id=people.maryana)
    (candidate,) = stored(house, Candidate, id=people.maryana)
    form = form_of(house, people)
    content = b"Maryana, payments engineer, ten years"
    newer = ReceivedFile("newer.txt", content, read_document("newer.txt", content))
    house.do(
        people.recruiter,
        edit,
        candidate_id=people.maryana,
        form=form,
        version=candidate.version,
        resume_html="<p>For customers</p>",
        copied_from=first.id,
    )
    (version,) = stored(house, ResumeVersion, superseded_at=None, candidate_id=people.maryana)
    assert version.original_id == first.id
    assert f"Copied from the original {first.file_name}" in edited(tab, people).words
    house.do(
        people.recruiter,
        edit,
        candidate_id=people.maryana,
        form=form,
        version=candidate.version + 1,
        file=newer,
    )
    shown = edited(tab, people)
    assert shown.broken == ()
    assert "Originals received" in shown.words
    for name in (first.file_name, "newer.txt"):
        assert name in shown.words
    assert "A newer original has come since" in shown.words
    assert house.installation.files.read(first.stored_as)


def edited(tab, people):
    return tab.open("candidate-edit", id=people.maryana)


def test_a_newer_resume_is_read_on_the_page_of_somebody_who_is_there(house, people, tab):
    """What it proposes goes into the fields that are empty, and the page is saved as ever."""
    (before,) = stored(house, Candidate, id=people.maryana)
    bare = form_of(house, people)
    house.do(people.recruiter, edit, candidate_id=people.maryana, form=bare, version=before.version)
    edited(tab, people)
    prefix = next(one.key for one in tab.test.text_area if one.key.endswith("_pasted"))[:-7]
    tab.test.text_area(key=f"{prefix}_pasted").set_value(RESUME)
    tab.test.button(key=f"{prefix}_read_pasted").click()
    shown = tab.again()
    assert shown.broken == ()
    assert tab.test.text_input(key=f"{prefix}_first_name").value == "Maryana"
    assert tab.test.text_input(key=f"{prefix}_patronymic").value == "Ігорівна"
    tab.test.button(key="candidate_edit_save").click()
    assert tab.again().broken == ()
    (candidate,) = stored(house, Candidate, id=people.maryana)
    assert candidate.patronymic == "Ігорівна"
    assert any(
        original.file_name == "Pasted text.txt"
        for original in stored(house, ResumeOriginal, candidate_id=people.maryana)
    )


def form_of(house, people):
    """The candidate's form as it stands, so that only the résumé changes."""
    (candidate,) = stored(house, Candidate, id=people.maryana)
    return CandidateForm(candidate.first_name, candidate.last_name)


def test_patronymic_and_years_of_work_are_on_the_candidates_page_for_staff_alone(
    house, people, tab
):
    """None at all is a number of years, too; a customer reads neither."""
    for years in (0, 7):
        (row,) = stored(house, Candidate, id=people.maryana)
        house.do(
            people.recruiter,
            edit,
            candidate_id=people.maryana,
            form=CandidateForm(
                "Maryana", "Tkachenko", patronymic="Ivanivna", experience_years=years
            ),
            version=row.version,
        )
        shown = tab.open("candidate", id=people.maryana)
        assert shown.broken == ()
        assert f"Patronymic Ivanivna Years of work {years}" in shown.words
    customers = Tab(house, signed_in(house, people.pavlo)).open("candidate", id=people.maryana)
    assert "Tkachenko" in customers.words
    assert not {"Ivanivna", "Patronymic", "Years of work"} & set(customers.words.split())
    assert "Years of work" not in customers.words
