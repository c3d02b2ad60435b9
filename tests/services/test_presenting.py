"""Decision 6: presenting is one act, unseen and untold until it can no longer be undone."""

import pytest

from db.models import Application, Note, NoteReader, Notification, Presentation
from services.applications.moving import application_of, link, move
from services.applications.presenting import present, undo_presenting
from services.applications.to_present import preview
from services.applications.views import history, of_candidate, of_vacancy
from services.candidates.listing import candidates
from services.candidates.views import candidate
from services.customers import block
from services.errors import Duplicate, Invalid, NotAllowed, NotFound, StageNotReachable, TooLate
from services.notes.views import notes
from services.notifications import notifications, unread_count
from services.vacancies.customers import tie
from services.vacancies.views import vacancies
from tests.factories import a_stage, alter, plant, stage_id, stored


def names(house, viewer):
    return {row.name for row in house.ask(viewer, candidates).rows}


def told(house, viewer):
    return [(one.kind, one.candidate) for one in house.ask(viewer, notifications)]


def present_kyrylo(house, people, **named):
    return house.do(
        people.recruiter,
        present,
        vacancy_id=people.acme_vacancy,
        candidate_ids=[people.kyrylo],
        **named,
    )


def test_seen_and_told_of_only_once_the_undo_window_has_passed(house, people):
    before = told(house, people.iryna)
    presented = present_kyrylo(house, people)
    assert presented.candidates == 1
    for seconds in (0, 9.999):
        house.clock.pass_by(seconds=seconds)
        assert "Kyrylo Vasylenko" not in names(house, people.iryna)
        assert told(house, people.iryna) == before
        with pytest.raises(NotFound):
            house.ask(people.iryna, candidate, candidate_id=people.kyrylo)
    assert "Kyrylo Vasylenko" in names(house, people.recruiter)
    house.clock.now = presented.undo_until
    assert "Kyrylo Vasylenko" in names(house, people.iryna)
    assert told(house, people.iryna) == [("presented", "Kyrylo Vasylenko"), *before]
    assert house.ask(people.iryna, candidate, candidate_id=people.kyrylo).name
    assert "Kyrylo Vasylenko" not in names(house, people.greta)
    assert told(house, people.recruiter) == []


def test_undone_in_time_it_leaves_nothing_for_the_customer(house, people):
    before = told(house, people.iryna)
    counts = house.ask(people.iryna, vacancies)
    presented = present_kyrylo(house, people, message="Look at his payments work")
    house.clock.pass_by(seconds=9)
    with pytest.raises(NotFound):
        house.do(people.admin, undo_presenting, batch=presented.batch)  # not his act
    with pytest.raises(NotFound):
        house.do(people.recruiter, undo_presenting, batch=1)
    house.do(people.recruiter, undo_presenting, batch=presented.batch)
    house.clock.pass_by(days=1)
    assert "Kyrylo Vasylenko" not in names(house, people.iryna)
    assert told(house, people.iryna) == before
    assert house.ask(people.iryna, vacancies) == counts
    application = stored(house, Application, id=people.kyrylo_at_acme)[0]
    assert application.presented_at is None
    assert application.stage_id == stage_id(house, people.acme_vacancy, "longlist")
    note = next(row for row in stored(house, Note) if row.body == "Look at his payments work")
    assert not stored(house, NoteReader, note_id=note.id)
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_presenting, batch=presented.batch)


def test_an_undone_presenting_is_no_history_and_no_presentation(house, people):
    def moves(viewer):
        found = house.ask(viewer, history, application_id=people.kyrylo_at_acme)
        return [change.stage.key for change in found]

    before = moves(people.recruiter)
    presented = present_kyrylo(house, people)
    house.do(people.recruiter, undo_presenting, batch=presented.batch)
    house.clock.pass_by(minutes=1)
    assert moves(people.recruiter) == before
    shown = house.ask(
        people.recruiter, preview, vacancy_id=people.acme_vacancy, candidate_ids=[people.kyrylo]
    )
    assert [one.shown_before for one in shown.candidates] == [False]
    present_kyrylo(house, people)
    house.clock.pass_by(minutes=1)
    assert moves(people.iryna) == ["new"]
    shown = house.ask(
        people.recruiter, preview, vacancy_id=people.acme_vacancy, candidate_ids=[people.kyrylo]
    )
    assert [one.shown_before for one in shown.candidates] == [True]


def test_undone_after_a_further_move_he_goes_back_to_where_he_stood(house, people):
    dark = a_stage(people.acme_vacancy, 20, lit=False)
    plant(house, dark)
    house.do(people.recruiter, move, application_id=people.kyrylo_at_acme, to_stage_id=dark.id)
    presented = present_kyrylo(house, people)
    review = stage_id(house, people.acme_vacancy, "review")
    house.do(people.recruiter, move, application_id=people.kyrylo_at_acme, to_stage_id=review)
    house.do(people.recruiter, undo_presenting, batch=presented.batch)
    assert stored(house, Application, id=people.kyrylo_at_acme)[0].stage_id == dark.id
    present_kyrylo(house, people)
    house.clock.pass_by(minutes=1)
    moves = house.ask(people.iryna, history, application_id=people.kyrylo_at_acme)
    assert [change.stage.key for change in moves] == ["new"]


def test_too_late_to_undo_at_the_end_of_the_window(house, people):
    presented = present_kyrylo(house, people)
    house.clock.now = presented.undo_until
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_presenting, batch=presented.batch)
    assert "Kyrylo Vasylenko" in names(house, people.iryna)


def test_presented_twice_is_said_and_tells_nobody_twice(house, people):
    present_kyrylo(house, people)
    with pytest.raises(Invalid) as refused:
        present_kyrylo(house, people)
    assert refused.value.problems == {"candidates": "presented_already"}
    both = house.do(
        people.recruiter,
        present,
        vacancy_id=people.acme_vacancy,
        candidate_ids=[people.kyrylo, people.sofia, people.sofia],
    )
    assert both.candidates == 1  # only Sofia was new
    house.clock.pass_by(minutes=1)
    assert sorted(told(house, people.pavlo)[:2]) == [
        ("presented", "Kyrylo Vasylenko"),
        ("presented", "Sofia Lindqvist"),
    ]
    assert len(stored(house, Presentation, application_id=people.kyrylo_at_acme)) == 1


def test_presented_again_after_an_undo_is_told_once(house, people):
    first = present_kyrylo(house, people)
    house.do(people.recruiter, undo_presenting, batch=first.batch)
    present_kyrylo(house, people)
    house.clock.pass_by(minutes=1)
    assert told(house, people.iryna).count(("presented", "Kyrylo Vasylenko")) == 1


def test_presenting_links_where_needed_and_linking_shows_nothing(house, people):
    link_sofia = {"candidate_id": people.sofia, "vacancy_id": people.globex_vacancy}
    house.do(people.recruiter, link, **link_sofia)
    with pytest.raises(Duplicate):
        house.do(people.recruiter, link, **link_sofia)
    house.clock.pass_by(days=1)
    assert names(house, people.greta) == {"Maryana Tkachenko"}
    house.do(
        people.recruiter,
        present,
        vacancy_id=people.globex_vacancy,
        candidate_ids=[people.sofia, people.yurii],
    )
    house.clock.pass_by(minutes=1)
    assert names(house, people.greta) == {
        "Maryana Tkachenko",
        "Sofia Lindqvist",
        "Yurii Yizhakevych",
    }
    application = house.ask(people.greta, application_of, candidate_id=people.yurii,
                            vacancy_id=people.globex_vacancy)  # fmt: skip
    assert application is not None
    assert house.ask(people.greta, application_of, candidate_id=people.yurii,
                     vacancy_id=people.acme_vacancy) is None  # fmt: skip


def test_only_into_a_stage_that_customers_see_of_that_vacancy(house, people):
    for refused in (
        stage_id(house, people.acme_vacancy, "longlist"),
        stage_id(house, people.globex_vacancy, "new"),
        1,
    ):
        with pytest.raises(StageNotReachable):
            present_kyrylo(house, people, to_stage_id=refused)
    interview = stage_id(house, people.acme_vacancy, "interview")
    present_kyrylo(house, people, to_stage_id=interview)
    house.clock.pass_by(minutes=1)
    page = house.ask(people.iryna, of_vacancy, vacancy_id=people.acme_vacancy, stage_id=interview)
    assert [row.name for row in page.rows] == ["Kyrylo Vasylenko"]
    assert page.found == 1


@pytest.mark.parametrize(
    ("candidate_ids", "problem"), [([], "required"), (list(range(1, 52)), "too_many")]
)
def test_nobody_and_too_many_are_refused(house, people, candidate_ids, problem):
    with pytest.raises(Invalid) as refused:
        house.do(
            people.recruiter,
            present,
            vacancy_id=people.acme_vacancy,
            candidate_ids=candidate_ids,
        )
    assert refused.value.problems == {"candidates": problem}


def test_one_missing_candidate_and_none_is_presented(house, people):
    with pytest.raises(NotFound):
        house.do(
            people.recruiter,
            present,
            vacancy_id=people.acme_vacancy,
            candidate_ids=[people.kyrylo, 1],
        )
    house.clock.pass_by(minutes=1)
    assert "Kyrylo Vasylenko" not in names(house, people.iryna)
    for question in ([people.kyrylo, 1], [1]):
        with pytest.raises(NotFound):
            house.ask(
                people.recruiter,
                preview,
                vacancy_id=people.acme_vacancy,
                candidate_ids=question,
            )


def test_a_customer_presents_nothing_not_even_his_own(house, people):
    for act in (
        lambda: house.do(people.pavlo, present, vacancy_id=people.acme_vacancy,
                         candidate_ids=[people.maryana]),
        lambda: house.ask(people.pavlo, preview, vacancy_id=people.acme_vacancy,
                          candidate_ids=[people.maryana]),
        lambda: house.do(people.pavlo, undo_presenting, batch=1),
        lambda: house.do(people.pavlo, link, candidate_id=people.maryana,
                         vacancy_id=people.acme_vacancy),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            act()


def test_the_dialog_names_who_will_see_what(house, people):
    alter(house, Application, people.maryana_at_globex, presented_at=None)
    shown = house.ask(
        people.recruiter,
        preview,
        vacancy_id=people.acme_vacancy,
        candidate_ids=[people.maryana, people.sofia],
    )
    assert (shown.vacancy, shown.company) == ("Backend Lead", "Acme")
    assert [(who.name, who.company, who.contacts_hidden) for who in shown.who] == [
        ("Iryna", "Acme", True),
        ("Leo", "", False),
        ("Pavlo", "Acme", False),
    ]  # not Bohdan, who is blocked
    facts = {one.name: (one.resume, one.open_notes, one.shown_before) for one in shown.candidates}
    assert facts == {
        "Maryana Tkachenko": ("version", 0, True),
        "Sofia Lindqvist": ("withheld", 0, False),
    }
    globex = house.ask(
        people.recruiter,
        preview,
        vacancy_id=people.globex_vacancy,
        candidate_ids=[people.sofia, people.yurii],
    )
    assert {one.resume for one in globex.candidates} == {"original"}
    assert {one.shown_before for one in globex.candidates} == {False}  # Yurii: to Acme only


def test_the_recruiters_words_are_read_by_those_who_see_the_candidate(house, people):
    present_kyrylo(house, people, message="  Strong on payments\x00 ")
    assert stored(house, Note, candidate_id=people.kyrylo)[0].body == "Strong on payments"
    house.clock.pass_by(minutes=1)
    for viewer in (people.iryna, people.leo):
        found = house.ask(viewer, notes, candidate_id=people.kyrylo)
        assert [(note.body, note.side) for note in found] == [("Strong on payments", "opened")]
    with pytest.raises(NotFound):
        house.ask(people.greta, notes, candidate_id=people.kyrylo)


def test_those_tied_and_active_are_told_and_later_ones_only_see(house, people):
    present_kyrylo(house, people)
    house.do(
        people.recruiter,
        tie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.greta.user_id,
        across_companies=True,
    )
    house.do(people.recruiter, block, customer_id=people.pavlo.user_id)
    house.clock.pass_by(minutes=1)
    assert ("presented", "Kyrylo Vasylenko") in told(house, people.iryna)
    assert ("presented", "Kyrylo Vasylenko") in told(house, people.leo)
    assert ("presented", "Kyrylo Vasylenko") not in told(house, people.greta)
    assert house.ask(people.pavlo, unread_count) == 0
    assert not stored(house, Notification, recipient_id=people.bohdan.user_id)
    assert "Kyrylo Vasylenko" in names(house, people.greta)
    assert house.ask(people.greta, of_candidate, candidate_id=people.kyrylo)
