"""Stages of a vacancy: edited, ordered, taken out; what happens to whoever stands in them."""

from dataclasses import replace

import pytest

from db.models import Application, AuditEntry, Presentation, Stage, StageChange
from services.applications.moving import link, move, undo_move
from services.applications.presenting import present, undo_presenting
from services.applications.views import history, of_candidate, of_vacancy, with_recruiter_again
from services.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    StageInUse,
    StageNotReachable,
    TooLate,
)
from services.i18n import translator
from services.vacancies.forms import VacancyForm, add
from services.vacancies.stage_changes import remove_stage, save_stage
from services.vacancies.stage_forms import StageForm, names_of, sight_of
from services.vacancies.stages import DEFAULT_KEYS, stage_name
from services.vacancies.template import (
    default_template_again,
    remove_template_stage,
    save_template_stage,
    template,
)
from services.vacancies.views import vacancy
from tests.factories import stage_id, stored, the

pytestmark = pytest.mark.thorough

TEST = StageForm("Test task", "Тестовое задание", "Тестове завдання", sight="open", place=3)


@pytest.fixture
def acme(house, people):
    """Editing the stages of Acme's vacancy as somebody who has just read them."""

    class Editor:
        @property
        def view(self):
            return house.ask(people.recruiter, vacancy, vacancy_id=people.acme_vacancy)

        def names(self, viewer=None, language="en"):
            one = house.ask(viewer or people.recruiter, vacancy, vacancy_id=people.acme_vacancy)
            return [stage_name(stage, translator(language)) for stage in one.stages]

        def stage(self, key):
            return stage_id(house, people.acme_vacancy, key)

        def form(self, key, **changes):
            (place, stage), *_ = [
                (place, one) for place, one in enumerate(self.view.stages) if one.key == key
            ]
            names = {f"name_{language}": name for language, name in names_of(stage).items()}
            form = StageForm(**names, sight=sight_of(stage), outcome=stage.outcome, place=place)
            return replace(form, **changes)

        def save(self, form, viewer=None, **named):
            return house.do(
                viewer or people.recruiter,
                save_stage,
                vacancy_id=people.acme_vacancy,
                form=form,
                **{"version": self.view.version, **named},
            )

        def remove(self, key, **named):
            house.do(
                people.recruiter,
                remove_stage,
                vacancy_id=people.acme_vacancy,
                stage_id=self.stage(key),
                **{"version": self.view.version, **named},
            )

    return Editor()


def test_a_stage_of_ones_own_in_three_languages_at_its_place(house, people, acme):
    made = acme.save(TEST)
    assert acme.names()[2:5] == ["Review", "Test task", "Interview"]
    assert acme.names(people.iryna, "uk")[2] == "Тестове завдання"
    stage = the(house, Stage, made)
    assert (stage.key, stage.seen_by_customers, stage.open_to_customers) == ("", True, True)
    acme.save(StageForm(name_uk="Тільки українською", place=1))
    assert acme.names(language="ru")[1] == "Тільки українською"
    assert acme.names(people.iryna, "uk")[0] == "Новий"


def test_a_default_stage_keeps_its_words_until_they_are_changed(house, people, acme):
    review = acme.stage("review")
    acme.save(acme.form("review", place=4, sight="seen"), stage_id=review)
    assert (the(house, Stage, review).key, the(house, Stage, review).name_en) == ("review", "")
    assert acme.names()[2:5] == ["Interview", "Offer", "Review"]
    acme.save(acme.form("review", name_en="First look"), stage_id=review)
    stage = the(house, Stage, review)
    assert (stage.key, stage.name_en, stage.name_ru) == ("", "First look", "На рассмотрении")
    entry = stored(house, AuditEntry, act="edit_stage")[-1]
    assert '"name_en": ["", "First look"]' in entry.details
    with pytest.raises(StageNotReachable):
        house.do(people.iryna, move, application_id=people.yurii_at_acme, to_stage_id=review)


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        (StageForm(), {"name": "required"}),
        (StageForm(" \u200b "), {"name": "required"}),
        (StageForm("x" * 61), {"name": "too_long"}),
        (replace(TEST, sight="all"), {"sight": "unknown"}),
        (replace(TEST, outcome="lost"), {"outcome": "unknown"}),
        (replace(TEST, name_en="review"), {"stages": "named_twice"}),
        (replace(TEST, place=0), {"stages": "first_is_for_staff"}),
        (StageForm("Gone", outcome="refused"), {"stages": "first_is_for_staff"}),
    ],
)
def test_what_a_line_up_must_keep_to(house, people, acme, form, problem):
    before = acme.names()
    with pytest.raises(Invalid) as refused:
        acme.save(form)
    assert refused.value.problems == problem
    assert acme.names() == before


def test_twenty_stages_are_enough(house, people, acme):
    for number in range(20 - len(DEFAULT_KEYS)):
        acme.save(StageForm(f"Step {number}", place=1))
    with pytest.raises(Invalid):
        acme.save(TEST)
    assert len(acme.names()) == 20


def test_a_stage_in_use_does_not_vanish_its_candidates_are_moved_by_choice(house, people, acme):
    """Maryana and Yurii stand in New: into Review they stay presented, each with a line."""
    before = acme.names()
    with pytest.raises(StageInUse) as asked:
        acme.remove("new")
    assert asked.value.fields == {"reason": "choose", "count": 2}
    assert acme.names() == before
    acme.remove("new", move_to=acme.stage("review"))
    assert acme.names() == ["Longlist", "Review", "Interview", "Offer", "Hired", "Refused"]
    assert the(house, Application, people.yurii_at_acme).stage_id == acme.stage("review")
    assert the(house, Application, people.yurii_at_acme).presented_at is not None
    told = house.ask(people.iryna, history, application_id=people.yurii_at_acme)
    assert [stage_name(one.stage, translator("en")) for one in told] == ["Review", "New"]
    row = house.ask(people.iryna, of_candidate, candidate_id=people.yurii)[0]
    assert [stage.key for stage in row.stages] == [*DEFAULT_KEYS[2:]]
    for viewer in (people.recruiter, people.iryna):
        with pytest.raises(NotFound):
            house.do(
                viewer, move, application_id=people.yurii_at_acme, to_stage_id=acme.stage("new")
            )


def test_moving_behind_the_curtain_ends_the_presentation(house, people, acme):
    acme.remove("new", move_to=acme.stage("longlist"))
    assert house.ask(people.iryna, of_vacancy, vacancy_id=people.acme_vacancy).rows == ()
    assert house.ask(people.iryna, with_recruiter_again, vacancy_id=people.acme_vacancy) == 2
    ended = [one.ended_at for one in stored(house, Presentation, vacancy_id=people.acme_vacancy)]
    assert ended == [house.clock.now] * 2
    assert len(house.ask(people.greta, of_vacancy, vacancy_id=people.globex_vacancy).rows) == 1


def test_nobody_is_presented_by_the_way(house, people, acme):
    """Kyrylo waits in a stage for staff: neither its end nor its light shows him to anybody."""
    waiting = acme.save(StageForm("Waiting", place=1))
    house.do(people.recruiter, move, application_id=people.kyrylo_at_acme, to_stage_id=waiting)
    named = {"vacancy_id": people.acme_vacancy, "stage_id": waiting}
    with pytest.raises(StageNotReachable) as refused:
        house.do(
            people.recruiter, remove_stage,
            **named, version=acme.view.version, move_to=acme.stage("new"),
        )  # fmt: skip
    assert refused.value.fields == {"reason": "present"}
    with pytest.raises(StageInUse) as asked:
        acme.save(StageForm("Waiting", sight="seen", place=1), stage_id=waiting)
    assert asked.value.fields == {"reason": "present", "count": 1}
    assert the(house, Application, people.kyrylo_at_acme).presented_at is None
    house.do(
        people.recruiter, remove_stage,
        **named, version=acme.view.version, move_to=acme.stage("longlist"),
    )  # fmt: skip
    assert the(house, Application, people.kyrylo_at_acme).stage_id == acme.stage("longlist")


def test_a_stage_goes_dark_once_that_is_confirmed(house, people, acme):
    form = acme.form("new", sight="staff")
    with pytest.raises(StageInUse) as asked:
        acme.save(form, stage_id=acme.stage("new"))
    assert asked.value.fields == {"reason": "take_back", "count": 2}
    assert len(house.ask(people.iryna, of_vacancy, vacancy_id=people.acme_vacancy).rows) == 2
    acme.save(form, stage_id=acme.stage("new"), taking_back=True)
    assert house.ask(people.iryna, of_vacancy, vacancy_id=people.acme_vacancy).rows == ()
    assert the(house, Application, people.yurii_at_acme).presented_at is None
    assert "New" not in acme.names(people.iryna)


def test_the_second_of_two_is_told(house, people, acme):
    version = acme.view.version
    acme.save(TEST, version=version)
    with pytest.raises(Conflict):
        acme.save(StageForm("Mine", place=1), people.admin, version=version)
    with pytest.raises(Conflict):
        acme.remove("offer", version=version)
    assert "Mine" not in acme.names()


def test_what_is_not_a_stage_of_this_vacancy_is_not_there(house, people, acme):
    foreign = stage_id(house, people.globex_vacancy, "offer")
    for act in (
        lambda: acme.save(TEST, stage_id=foreign),
        lambda: acme.remove("new", move_to=1),
        lambda: acme.remove("new", move_to=foreign),
        lambda: acme.remove("new", move_to=acme.stage("new")),
    ):
        with pytest.raises((NotFound, Conflict)):
            act()
    with pytest.raises(NotAllowed):
        acme.save(TEST, people.iryna)
    assert acme.names() == [*map(str.title, DEFAULT_KEYS)]


def test_a_move_is_not_taken_back_into_a_stage_that_is_gone_or_lit_by_now(house, people, acme):
    first = acme.save(StageForm("First", place=1))
    at = {"application_id": people.kyrylo_at_acme}
    house.do(people.recruiter, move, **at, to_stage_id=first)
    moved = house.do(people.recruiter, move, **at, to_stage_id=acme.stage("longlist"))
    acme.save(StageForm("First", sight="seen", place=1), stage_id=first)
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_move, change_id=moved.change_id)
    house.do(
        people.recruiter, remove_stage,
        vacancy_id=people.acme_vacancy, stage_id=first, version=acme.view.version,
    )  # fmt: skip
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_move, change_id=moved.change_id)
    assert the(house, Application, people.kyrylo_at_acme).stage_id == acme.stage("longlist")


def test_presenting_is_taken_back_to_a_stage_for_staff_whatever_became_of_the_old_one(
    house, people, acme
):
    waiting = acme.save(StageForm("Waiting", place=1))
    house.do(people.recruiter, move, application_id=people.kyrylo_at_acme, to_stage_id=waiting)
    done = house.do(
        people.recruiter, present,
        vacancy_id=people.acme_vacancy, candidate_ids=[people.kyrylo],
    )  # fmt: skip
    house.do(
        people.recruiter, remove_stage,
        vacancy_id=people.acme_vacancy, stage_id=waiting, version=acme.view.version,
    )  # fmt: skip
    house.do(people.recruiter, undo_presenting, batch=done.batch)
    assert the(house, Application, people.kyrylo_at_acme).stage_id == acme.stage("longlist")


def test_new_vacancies_begin_with_the_agencys_template(house, people):
    def names(language="en"):
        found = house.ask(people.admin, template)
        return [stage_name(stage, translator(language)) for stage in found.stages], found.own

    default = [*map(str.title, DEFAULT_KEYS)]
    assert names() == (default, False)
    house.do(people.admin, save_template_stage, form=TEST, version=0)
    house.do(people.admin, remove_template_stage, place=5, version=1)
    ours = [*default[:3], "Test task", "Interview", "Hired", "Refused"]
    assert names() == (ours, True)
    with pytest.raises(Conflict):
        house.do(people.admin, remove_template_stage, place=5, version=1)
    with pytest.raises(Invalid):
        house.do(people.admin, remove_template_stage, place=0, version=2)
    with pytest.raises(NotAllowed):
        house.do(people.recruiter, save_template_stage, form=TEST, version=2)
    made = house.do(people.recruiter, add, form=VacancyForm("New one"))
    stages = house.ask(people.recruiter, vacancy, vacancy_id=made).stages
    assert [stage_name(one, translator("en")) for one in stages] == ours
    house.do(people.recruiter, link, candidate_id=people.sofia, vacancy_id=made)
    house.do(people.admin, save_template_stage, form=replace(TEST, place=5), version=2, place=3)
    assert names()[0][3:6] == ["Interview", "Hired", "Test task"]
    house.do(people.admin, default_template_again, version=3)
    assert names() == (default, False)
    assert len(stored(house, StageChange, to_stage_id=stages[0].id)) == 1
