"""A customer's page: his vacancies, whom he sees, what he did, what blocking would end."""

import pytest

from db.models import Correction, InterviewAnswer, ResumeOriginal, Vacancy
from services.applications.moving import move, undo_move
from services.applications.opening import open_for_the_first_time, tell_of_download
from services.applications.presenting import present
from services.applications.views import of_vacancy
from services.candidates.corrections import correct, undo
from services.candidates.vocabulary import Terms
from services.customers import block
from services.customers.consequences import block_preview
from services.customers.story import LATEST, deeds_of, followed_by, shown_to_customer
from services.errors import NotFound
from services.notes.writing import write
from services.vacancies.closing import close
from services.vacancies.customers import tie, untie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from tests.factories import a_note, a_part, alter, an_interview, plant, stage_id, stored

pytestmark = pytest.mark.thorough


def about(house, people, question, who=None):
    customer = who or people.pavlo
    return house.ask(people.recruiter, question, customer_id=customer.user_id)


def test_his_vacancies_open_ones_first(house, people):
    second = house.do(people.recruiter, add_vacancy, form=VacancyForm("QA", company="Acme"))
    third = house.do(people.recruiter, add_vacancy, form=VacancyForm("Ops", company="Acme"))
    for vacancy_id in (second, third):
        house.clock.pass_by(minutes=1)
        house.do(people.recruiter, tie, vacancy_id=vacancy_id, customer_id=people.pavlo.user_id)
    house.do(people.recruiter, close, vacancy_id=third, reason="filled")
    found = about(house, people, followed_by)
    assert [(one.title, one.closed_as) for one in found] == [
        ("QA", ""), ("Backend Lead", ""), ("Ops", "filled"),
    ]  # fmt: skip
    house.do(people.recruiter, untie, vacancy_id=second, customer_id=people.pavlo.user_id)
    alter(house, Vacancy, third, archived_at=house.clock.now)
    assert [one.title for one in about(house, people, followed_by)] == ["Backend Lead"]


def test_whom_he_sees_is_what_he_is_shown(house, people):
    house.do(people.recruiter, present, vacancy_id=people.acme_vacancy,
             candidate_ids=[people.kyrylo])  # fmt: skip
    assert len(about(house, people, shown_to_customer)) == 2  # the undo window
    house.clock.pass_by(minutes=1)
    found = about(house, people, shown_to_customer)
    assert found[0].name == "Kyrylo Vasylenko"
    his = house.ask(people.pavlo, of_vacancy, vacancy_id=people.acme_vacancy)
    assert {one.application_id for one in found} == {row.id for row in his.rows}
    assert [one.name for one in about(house, people, shown_to_customer, people.greta)] == [
        "Maryana Tkachenko"
    ]
    assert not any(one.opened_at for one in found)
    house.do(people.iryna, open_for_the_first_time, application_id=people.yurii_at_acme)
    house.do(people.pavlo, open_for_the_first_time, application_id=people.maryana_at_acme)
    opened = [one.name for one in about(house, people, shown_to_customer) if one.opened_at]
    assert opened == ["Maryana Tkachenko"]  # by himself


def test_what_he_did_newest_first_and_nobody_else_s(house, people):
    to = stage_id(house, people.acme_vacancy, "interview")
    alter(house, Vacancy, people.acme_vacancy, gives_originals=True)
    original = stored(house, ResumeOriginal, candidate_id=people.yurii)[0]
    for who, act, named in (
        (people.pavlo, open_for_the_first_time, {"application_id": people.yurii_at_acme}),
        (people.pavlo, tell_of_download, {"original_id": original.id}),
        (people.pavlo, tell_of_download, {"original_id": original.id}),
        (people.iryna, open_for_the_first_time, {"application_id": people.yurii_at_acme}),
        (people.pavlo, move, {"application_id": people.yurii_at_acme, "to_stage_id": to}),
        (people.pavlo, write, {"candidate_id": people.maryana, "body": "When?",
                               "application_id": people.maryana_at_acme}),
    ):  # fmt: skip
        house.clock.pass_by(minutes=1)
        house.do(who, act, **named)
    found = about(house, people, deeds_of)
    assert [(one.kind, one.candidate) for one in found] == [
        ("note", "Maryana Tkachenko"),
        ("moved", "Yurii Yizhakevych"),
        ("downloaded", "Yurii Yizhakevych"),
        ("opened", "Yurii Yizhakevych"),
    ]
    assert found[1].stage.key == "interview"
    assert {one.vacancy for one in found} == {"Backend Lead"}
    assert [one.kind for one in about(house, people, deeds_of, people.iryna)] == ["opened"]
    undone = house.do(people.pavlo, move, application_id=people.maryana_at_acme, to_stage_id=to)
    house.do(people.pavlo, undo_move, change_id=undone.change_id)
    assert about(house, people, deeds_of) == found


def test_what_he_corrected_and_answered_is_among_it(house, people):
    at = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    house.do(people.pavlo, correct, **at, added=Terms(("Go", "SQL")), removed=Terms())
    house.clock.pass_by(minutes=1)
    meeting = an_interview(house, people.maryana_at_acme, people.recruiter.user_id)
    plant(house, meeting, InterviewAnswer(
        interview_id=meeting.id, person_id=people.pavlo.user_id, number=1, answer="propose",
        words="Friday", about="x", answered_at=house.clock.now,
    ))  # fmt: skip
    answered, corrected = found = about(house, people, deeds_of)
    assert [(one.kind, one.candidate, one.vacancy) for one in found] == [
        ("answered", "Maryana Tkachenko", "Backend Lead"),
        ("corrected", "Maryana Tkachenko", "Backend Lead"),
    ]
    assert (answered.answer, answered.words) == ("propose", "Friday")
    assert (corrected.added, corrected.removed) == (("Go", "SQL"), ())
    assert about(house, people, deeds_of, people.iryna) == []
    # What staff refuse he has said all the same; what his side takes back it never said.
    first, second = (one.id for one in stored(house, Correction))
    house.do(people.recruiter, undo, correction_ids=[first])
    assert about(house, people, deeds_of)[1].added == ("Go", "SQL")
    house.do(people.pavlo, undo, correction_ids=[second])
    assert about(house, people, deeds_of)[1].added == ("Go",)


def test_only_the_latest_are_read(house, people):
    plant(
        house,
        *(
            a_note(house, f"{number}", people.maryana, people.pavlo.user_id,
                   application_id=people.maryana_at_acme)
            for number in range(LATEST + 5)
        ),
    )  # fmt: skip
    assert len(about(house, people, deeds_of)) == LATEST


def test_what_blocking_would_end(house, people, enter):
    enter(people.greta)
    enter(people.greta)
    found = about(house, people, block_preview, people.greta)
    assert (found.sessions, found.links, found.letters) == (2, 1, 1)
    assert found.left_alone == ("Site Engineer",)
    assert found.interviews == ()
    by = people.recruiter.user_id
    coming, called_off, told_only = (
        an_interview(house, people.maryana_at_globex, by, state=state)
        for state in ("scheduled", "cancelled", "scheduled")
    )
    begun = an_interview(house, people.maryana_at_globex, by, starts_at=house.clock.now)
    plant(house, coming, called_off, told_only, begun)
    parts = [a_part(one, people.greta.user_id) for one in (coming, called_off, begun)]
    copy = a_part(told_only, people.greta.user_id, takes_part=False, copy=True)
    plant(house, *parts, copy)
    (named,) = about(house, people, block_preview, people.greta).interviews
    assert (named.candidate, named.starts_at) == ("Maryana Tkachenko", coming.starts_at)
    assert about(house, people, block_preview).left_alone == ()  # Iryna and Leo stay
    house.do(people.recruiter, block, customer_id=people.greta.user_id)
    after = about(house, people, block_preview, people.greta)
    assert (after.sessions, after.links, after.letters) == (0, 0, 0)


def test_there_is_no_such_page_of_staff(house, people):
    for question in (followed_by, shown_to_customer, deeds_of, block_preview):
        for stranger in (people.admin.user_id, 1):
            with pytest.raises(NotFound):
                house.ask(people.admin, question, customer_id=stranger)
