"""A version for one vacancy: read there and nowhere else, the general one everywhere else."""

import pytest
from sqlalchemy import select

from db.models import Presentation, ResumeOriginal, ResumeVersion, Vacancy
from services.applications.presenting import present
from services.applications.shown import seen_by
from services.applications.to_present import preview
from services.candidates.history import history_of
from services.candidates.own import own_matching
from services.candidates.resumes import download_original, receive, save_version, versions
from services.candidates.views import candidate
from services.errors import NotFound
from services.search.words import question
from services.vacancies.customers import tie
from services.work import reading
from tests.factories import alter, stored
from tests.people import text_file
from tests.services.test_shown import behind

GENERAL = "<p>Payments, nine years.</p>"
FOR_ACME = "<p>Worked at a bank.</p>"


@pytest.fixture
def for_acme(house, people):
    """Maryana's version for Acme's vacancy, beside her general one."""
    return house.do(
        people.recruiter,
        save_version,
        candidate_id=people.maryana,
        vacancy_id=people.acme_vacancy,
        html=FOR_ACME,
    )


def texts(house, viewer, model=ResumeVersion):
    with reading(house.installation, viewer) as work:
        return set(work.scalars(select(model.html)))


def read(house, viewer, candidate_id, vacancy_id=None):
    return house.ask(viewer, candidate, candidate_id=candidate_id, vacancy_id=vacancy_id).resume


def test_only_the_customers_of_that_vacancy_receive_it(house, people, for_acme):
    for viewer in (people.iryna, people.pavlo, people.leo):
        assert read(house, viewer, people.maryana, people.acme_vacancy).html == FOR_ACME
        assert texts(house, viewer) == {FOR_ACME}, "nor the general one: hers was made stricter"
        assert own(house, viewer, "bank") == [people.maryana]
        assert people.maryana not in own(house, viewer, "payments")
    assert read(house, people.greta, people.maryana, people.globex_vacancy).html == GENERAL
    assert texts(house, people.greta) == {GENERAL}
    assert own(house, people.greta, "bank") == []
    assert texts(house, people.bohdan) == set()
    # Whatever vacancy is named: what is not his is not there.
    assert read(house, people.greta, people.maryana, people.acme_vacancy).html == GENERAL
    assert texts(house, people.recruiter) == {GENERAL, FOR_ACME}
    assert read(house, people.recruiter, people.maryana).html == GENERAL
    assert read(house, people.recruiter, people.maryana, people.acme_vacancy).html == FOR_ACME


def own(house, viewer, words):
    return house.ask(viewer, own_matching, question(words))


def test_who_follows_both_vacancies_reads_each_where_it_belongs(house, people, for_acme):
    both = {"vacancy_id": people.globex_vacancy, "customer_id": people.iryna.user_id}
    house.do(people.recruiter, tie, **both, across_companies=True)
    assert read(house, people.iryna, people.maryana, people.acme_vacancy).html == FOR_ACME
    assert read(house, people.iryna, people.maryana, people.globex_vacancy).html == GENERAL
    assert own(house, people.iryna, "payments") == own(house, people.iryna, "bank")


def test_behind_the_curtain_of_its_vacancy_it_is_read_by_nobody(house, people, for_acme):
    both = {"vacancy_id": people.globex_vacancy, "customer_id": people.iryna.user_id}
    house.do(people.recruiter, tie, **both, across_companies=True)
    behind(house, people, people.maryana_at_acme, people.acme_vacancy)
    assert texts(house, people.iryna) == {GENERAL}
    assert texts(house, people.pavlo) == set()
    assert read(house, people.iryna, people.maryana, people.acme_vacancy).html == GENERAL


def test_without_a_general_one_the_others_stand_where_they_stood(house, people):
    house.do(
        people.recruiter,
        save_version,
        candidate_id=people.yurii,
        vacancy_id=people.acme_vacancy,
        html=FOR_ACME,
    )
    named = {"vacancy_id": people.globex_vacancy, "candidate_ids": [people.yurii]}
    house.do(people.recruiter, present, **named)
    house.clock.pass_by(minutes=1)
    original = house.ask(people.recruiter, candidate, candidate_id=people.yurii).original.id
    assert read(house, people.greta, people.yurii, people.globex_vacancy).kind == "original"
    alter(house, Vacancy, people.globex_vacancy, gives_originals=True)
    assert house.ask(people.greta, download_original, original_id=original).content
    assert texts(house, people.pavlo, ResumeOriginal) == {
        html for html in texts(house, people.pavlo, ResumeOriginal) if "Yurii" not in html
    }, "decision 4: once there is a version for him, the original is not to be had"
    with pytest.raises(NotFound):
        house.ask(people.pavlo, download_original, original_id=original)
    (shown,) = house.ask(people.recruiter, preview, **named).candidates
    assert shown.resume == "original"
    named["vacancy_id"] = people.acme_vacancy
    (shown,) = house.ask(people.recruiter, preview, **named).candidates
    assert shown.resume == "version"


def test_it_is_saved_for_a_vacancy_of_his_and_taken_away_by_itself(house, people, for_acme):
    named = {"candidate_id": people.maryana, "vacancy_id": people.acme_vacancy}
    assert house.do(people.recruiter, save_version, html=FOR_ACME, **named) is None
    assert house.do(people.recruiter, save_version, html="<p>Second</p>", **named)
    house.do(people.recruiter, save_version, html="", **named)
    assert read(house, people.iryna, people.maryana, people.acme_vacancy).html == GENERAL
    kept = house.ask(people.recruiter, versions, candidate_id=people.maryana)
    assert [(one.html, one.vacancy, one.current) for one in kept] == [
        ("<p>Second</p>", "Backend Lead", False),
        (FOR_ACME, "Backend Lead", False),
        (GENERAL, "", True),
    ]
    for vacancy_id in (people.globex_vacancy, 1):
        with pytest.raises(NotFound):
            house.do(
                people.recruiter,
                save_version,
                candidate_id=people.sofia,
                vacancy_id=vacancy_id,
                html=FOR_ACME,
            )
    events = house.ask(people.recruiter, history_of, candidate_id=people.maryana, kind="resume")
    assert [one.vacancy for one in events if one.what == "version"] == [
        "Backend Lead", "Backend Lead", "",
    ]  # fmt: skip


def test_who_was_shown_what_names_the_versions_of_that_vacancy(house, people):
    house.clock.pass_by(minutes=5)
    before = house.ask(people.recruiter, versions, candidate_id=people.maryana)[0].saved_at
    house.do(
        people.recruiter,
        save_version,
        candidate_id=people.maryana,
        vacancy_id=people.acme_vacancy,
        html=FOR_ACME,
    )
    own = house.clock.now
    house.clock.pass_by(minutes=5)
    html = "<p>A general one that Acme never saw</p>"
    house.do(people.recruiter, save_version, candidate_id=people.maryana, html=html)
    shown = {
        one.customer: tuple(version.saved_at for version in one.versions)
        for one in house.ask(people.recruiter, seen_by, candidate_id=people.maryana)
    }
    assert shown["Iryna"] == (before, own)
    assert shown["Greta"] == (before, house.clock.now)


def test_presenting_names_the_version_of_that_vacancy(house, people, for_acme):
    behind(house, people, people.maryana_at_acme, people.acme_vacancy)
    named = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.maryana]}
    house.do(people.recruiter, present, **named)
    shown = max(stored(house, Presentation), key=lambda one: one.id)
    assert shown.resume_version_id == for_acme


def test_staff_are_told_when_the_original_has_changed_after_it(house, people, for_acme):
    named = {"candidate_id": people.maryana, "vacancy_id": people.acme_vacancy}
    assert not house.ask(people.recruiter, candidate, **named).resume_outdated
    house.clock.pass_by(minutes=1)
    file = text_file("new.txt", "Ten years")
    house.do(people.recruiter, receive, candidate_id=people.maryana, file=file)
    assert house.ask(people.recruiter, candidate, **named).resume_outdated
    assert house.ask(people.recruiter, candidate, candidate_id=people.maryana).resume_outdated
    assert not house.ask(people.iryna, candidate, **named).resume_outdated
    (here, *_) = house.ask(people.recruiter, versions, candidate_id=people.maryana)
    again = {**named, "html": "<p>Ten</p>", "copied_from": newest(house, people)}
    house.do(people.recruiter, save_version, **again)
    assert not house.ask(people.recruiter, candidate, **named).resume_outdated
    assert here.outdated


def newest(house, people):
    return house.ask(people.recruiter, candidate, candidate_id=people.maryana).original.id
