"""Closing a vacancy: its customers go on reading and change nothing; who has no other may be blocked."""

import pytest

from db.models import Application, Candidate, User, Vacancy
from services.applications.moving import link, move, undo_move
from services.applications.presenting import present
from services.applications.views import of_candidate
from services.candidates.forms import CandidateForm
from services.candidates.intake import take_in
from services.candidates.several import link_several
from services.errors import Invalid, NotAllowed, VacancyClosed
from services.notes.views import notes
from services.notes.writing import write
from services.vacancies.closing import close, reopen, without_another
from services.vacancies.customers import tie
from services.vacancies.views import vacancies, vacancy
from tests.factories import alter, stage_id, stored, the

pytestmark = pytest.mark.thorough


def acme_closed(house, people, **named):
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled", **named)


def refuse(house, who, people):
    to = stage_id(house, people.acme_vacancy, "refused")
    return house.do(who, move, application_id=people.maryana_at_acme, to_stage_id=to)


def note_by(house, who, people):
    return house.do(
        who,
        write,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        body="Too late?",
    )


def test_its_customers_read_it_and_change_nothing(house, people):
    done = refuse(house, people.pavlo, people)
    acme_closed(house, people)
    assert house.ask(people.pavlo, vacancy, vacancy_id=people.acme_vacancy).closed_as == "filled"
    assert house.ask(people.pavlo, vacancies).rows[0].closed_as == "filled"
    assert house.ask(people.pavlo, of_candidate, candidate_id=people.maryana)[0].closed
    house.ask(people.pavlo, notes, candidate_id=people.maryana)
    with pytest.raises(VacancyClosed):
        house.do(people.pavlo, undo_move, change_id=done.change_id)
    with pytest.raises(VacancyClosed):
        note_by(house, people.pavlo, people)
    to = stage_id(house, people.acme_vacancy, "review")
    with pytest.raises(VacancyClosed):
        house.do(people.iryna, move, application_id=people.maryana_at_acme, to_stage_id=to)


def test_the_write_scope_alone_would_hold_it_too(house, people):
    acme_closed(house, people)

    def go_round(work):
        work.one(Application, people.maryana_at_acme).stage_id = stage_id(
            house, people.acme_vacancy, "review"
        )

    with pytest.raises(NotAllowed):
        house.do(people.pavlo, go_round)


def test_staff_go_on_working_in_it(house, people):
    acme_closed(house, people)
    refuse(house, people.recruiter, people)
    note_by(house, people.recruiter, people)


@pytest.mark.thorough
def test_nobody_is_linked_to_it_in_any_way_until_it_is_open_again(house, people):
    acme_closed(house, people)
    acme, sofia = people.acme_vacancy, people.sofia
    ways = [
        (link, {"candidate_id": sofia}),
        (link_several, {"candidate_ids": [sofia]}),
        (present, {"candidate_ids": [sofia]}),
        (take_in, {"form": CandidateForm("Nadia")}),
    ]
    for way, named in ways:
        with pytest.raises(VacancyClosed) as refused:
            house.do(people.recruiter, way, vacancy_id=acme, **named)
        assert refused.value.fields == {"reason": "linking"}
    assert not stored(house, Application, candidate_id=sofia)
    assert not stored(house, Candidate, first_name="Nadia")
    # who stands in it already is linked twice to nothing, and presented as before
    several = {"vacancy_id": acme, "candidate_ids": [people.kyrylo]}
    assert house.do(people.recruiter, link_several, **several).already == 1
    house.do(people.recruiter, present, **several)
    house.do(people.recruiter, reopen, vacancy_id=acme)
    assert house.do(people.recruiter, link, vacancy_id=acme, candidate_id=sofia)


def test_another_vacancy_is_not_touched(house, people):
    acme_closed(house, people)
    to = stage_id(house, people.globex_vacancy, "refused")
    house.do(people.greta, move, application_id=people.maryana_at_globex, to_stage_id=to)


def test_reopened_it_is_as_before(house, people):
    acme_closed(house, people)
    house.do(people.recruiter, reopen, vacancy_id=people.acme_vacancy)
    assert house.ask(people.pavlo, vacancy, vacancy_id=people.acme_vacancy).closed_as == ""
    refuse(house, people.pavlo, people)


def test_who_would_have_no_other_open_vacancy(house, people):
    named = [one.name for one in house.ask(people.recruiter, without_another,
                                           vacancy_id=people.acme_vacancy)]  # fmt: skip
    assert named == ["Iryna", "Leo", "Pavlo"]  # Bohdan is blocked already
    house.do(
        people.recruiter,
        tie,
        vacancy_id=people.globex_vacancy,
        customer_id=people.leo.user_id,
        across_companies=True,
    )
    named = [one.name for one in house.ask(people.recruiter, without_another,
                                           vacancy_id=people.acme_vacancy)]  # fmt: skip
    assert named == ["Iryna", "Pavlo"]
    alter(house, Vacancy, people.globex_vacancy, closed_at=house.clock.now)
    assert len(house.ask(people.recruiter, without_another, vacancy_id=people.acme_vacancy)) == 3


def test_only_they_can_be_blocked_with_it(house, people):
    with pytest.raises(Invalid):
        acme_closed(house, people, blocking=[people.greta.user_id])
    assert the(house, Vacancy, people.acme_vacancy).closed_at is None
    acme_closed(house, people, blocking=[people.pavlo.user_id])
    blocked = {one.name for one in stored(house, User) if one.blocked_at is not None}
    assert blocked == {"Bohdan", "Pavlo"}


def test_a_reason_of_ours_is_asked_for(house, people):
    with pytest.raises(Invalid):
        house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="whatever")


def test_the_list_of_staff_holds_the_open_ones_or_the_closed_ones(house, people):
    acme_closed(house, people)
    opened = [row.id for row in house.ask(people.recruiter, vacancies, closed=False).rows]
    closed = [row.id for row in house.ask(people.recruiter, vacancies, closed=True).rows]
    assert (opened, closed) == ([people.globex_vacancy], [people.acme_vacancy])
