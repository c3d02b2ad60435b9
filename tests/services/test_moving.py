"""Moving between stages: who may move where, who sees it, and taking a move back."""

import pytest

from db.models import (
    Application,
    Notification,
    Presentation,
    StageChange,
    User,
    Vacancy,
)
from services.applications.moving import link, move, undo_move
from services.applications.presenting import present
from services.applications.views import history, of_vacancy, with_recruiter_again
from services.candidates.listing import candidates
from services.candidates.views import candidate
from services.customers import block
from services.errors import (
    Duplicate,
    Invalid,
    NotAllowed,
    NotFound,
    StageNotReachable,
    TooLate,
)
from services.notifications import notifications
from services.vacancies.customers import tie
from tests.factories import a_stage, alter, plant, stage_id, stored, the


@pytest.fixture
def at_acme(house, people):
    """The key of a stage of Acme's vacancy by its name."""
    return lambda key: stage_id(house, people.acme_vacancy, key)


def seen(house, viewer):
    return {row.name.split()[0] for row in house.ask(viewer, candidates).rows}


def told(house, viewer):
    return [
        (one.kind, one.actor, one.stage.key if one.stage else "")
        for one in house.ask(viewer, notifications)
    ]


def stage_of(house, application_id):
    return the(house, Application, application_id).stage_id


def test_a_customer_moves_into_stages_open_to_him_and_the_recruiter_is_told(house, people, at_acme):
    house.do(
        people.iryna,
        move,
        application_id=people.yurii_at_acme,
        to_stage_id=at_acme("refused"),
        reason="Too far\x00 away",
    )
    assert stage_of(house, people.yurii_at_acme) == at_acme("refused")
    assert told(house, people.recruiter) == [("moved", "Iryna", "refused")]
    assert told(house, people.admin) == []
    assert ("moved", "Iryna", "refused") not in told(house, people.pavlo)
    change = house.ask(people.pavlo, history, application_id=people.yurii_at_acme)[0]
    assert (change.stage.key, change.by, change.reason) == ("refused", "Iryna", "Too far away")


@pytest.mark.parametrize("who", ["iryna", "leo"])
def test_a_customer_moves_nowhere_else(house, people, at_acme, who):
    viewer = getattr(people, who)
    closed = a_stage(people.acme_vacancy, 20, lit=True, open_to_customers=False)
    plant(house, closed)
    for to_stage_id, refusal in (
        (closed.id, StageNotReachable),
        (at_acme("longlist"), NotFound),
        (stage_id(house, people.globex_vacancy, "review"), NotFound),
        (1, NotFound),
    ):
        with pytest.raises(refusal):
            house.do(viewer, move, application_id=people.yurii_at_acme, to_stage_id=to_stage_id)
    for application_id in (people.maryana_at_globex, people.kyrylo_at_acme, 1):
        with pytest.raises(NotFound) as refused:
            house.do(viewer, move, application_id=application_id, to_stage_id=at_acme("review"))
        assert refused.value.fields == {"model": "Application"}
    assert stage_of(house, people.yurii_at_acme) == at_acme("new")
    assert told(house, people.recruiter) == []
    house.do(viewer, move, application_id=people.yurii_at_acme, to_stage_id=at_acme("review"))
    assert stage_of(house, people.yurii_at_acme) == at_acme("review")


def test_staff_move_within_the_vacancy_only_and_into_the_light_only_by_presenting(
    house, people, at_acme
):
    globex_review = stage_id(house, people.globex_vacancy, "review")
    with pytest.raises(NotFound):
        house.do(
            people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=globex_review
        )
    with pytest.raises(StageNotReachable) as refused:
        house.do(
            people.recruiter,
            move,
            application_id=people.kyrylo_at_acme,
            to_stage_id=at_acme("review"),
        )
    assert refused.value.fields == {"reason": "present"}
    with pytest.raises(Invalid):
        house.do(
            people.recruiter,
            move,
            application_id=people.yurii_at_acme,
            to_stage_id=at_acme("review"),
            reason="x" * 2001,
        )
    assert stage_of(house, people.kyrylo_at_acme) == at_acme("longlist")
    house.do(
        people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=at_acme("review")
    )
    assert stage_of(house, people.yurii_at_acme) == at_acme("review")


def test_moved_behind_the_curtain_he_is_gone_and_counted_with_the_recruiter(house, people, at_acme):
    def with_recruiter(viewer, vacancy_id=people.acme_vacancy):
        return house.ask(viewer, with_recruiter_again, vacancy_id=vacancy_id)

    assert with_recruiter(people.iryna) == 0
    house.do(
        people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=at_acme("longlist")
    )
    assert seen(house, people.iryna) == {"Maryana"}
    for question, named in (
        (candidate, {"candidate_id": people.yurii}),
        (history, {"application_id": people.yurii_at_acme}),
    ):
        with pytest.raises(NotFound):
            house.ask(people.iryna, question, **named)
    assert with_recruiter(people.iryna) == with_recruiter(people.recruiter) == 1
    with pytest.raises(NotFound):
        with_recruiter(people.greta)
    assert with_recruiter(people.greta, people.globex_vacancy) == 0
    assert "presented" not in {kind for kind, _, _ in told(house, people.iryna)[1:]}
    house.do(
        people.recruiter, present, vacancy_id=people.acme_vacancy, candidate_ids=[people.yurii]
    )
    assert with_recruiter(people.iryna) == 0 or seen(house, people.iryna) == {"Maryana"}
    house.clock.pass_by(minutes=1)
    assert seen(house, people.iryna) == {"Maryana", "Yurii"}
    assert with_recruiter(people.iryna) == 0
    moves = house.ask(people.iryna, history, application_id=people.yurii_at_acme)
    assert {change.stage.key for change in moves} == {"new"}  # never the longlist between


def test_taken_back_in_time_as_if_it_had_not_been(house, people, at_acme):
    moved = house.do(
        people.iryna, move, application_id=people.yurii_at_acme, to_stage_id=at_acme("refused")
    )
    house.clock.pass_by(seconds=19)
    house.do(people.iryna, undo_move, change_id=moved.change_id)
    assert stage_of(house, people.yurii_at_acme) == at_acme("new")
    assert told(house, people.recruiter) == []
    for viewer in (people.iryna, people.recruiter):
        moves = house.ask(viewer, history, application_id=people.yurii_at_acme)
        assert "refused" not in {change.stage.key for change in moves}
    with pytest.raises((TooLate, NotFound)):
        house.do(people.iryna, undo_move, change_id=moved.change_id)


def test_only_the_last_of_ones_own_moves_and_only_for_a_while(house, people, at_acme):
    def go(viewer, key):
        return house.do(
            viewer, move, application_id=people.yurii_at_acme, to_stage_id=at_acme(key)
        ).change_id

    first = go(people.iryna, "review")
    for stranger in (people.pavlo, people.recruiter, people.greta):
        with pytest.raises(NotFound):
            house.do(stranger, undo_move, change_id=first)
    second = go(people.pavlo, "offer")
    with pytest.raises(TooLate):
        house.do(people.iryna, undo_move, change_id=first)  # Pavlo has moved him since
    house.clock.pass_by(seconds=20.001)
    with pytest.raises(TooLate):
        house.do(people.pavlo, undo_move, change_id=second)
    assert stage_of(house, people.yurii_at_acme) == at_acme("offer")


def test_the_beginning_of_a_history_is_not_undone(house, people):
    application_id = house.do(
        people.recruiter, link, candidate_id=people.sofia, vacancy_id=people.acme_vacancy
    )
    first = stored(house, StageChange, application_id=application_id)[0]
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_move, change_id=first.id)
    with pytest.raises(Duplicate):
        house.do(people.recruiter, link, candidate_id=people.sofia, vacancy_id=people.acme_vacancy)


def test_presenting_is_not_undone_as_a_move(house, people, at_acme):
    """It would leave him presented in the longlist, from where a plain move lights him again."""
    house.do(
        people.recruiter, present, vacancy_id=people.acme_vacancy, candidate_ids=[people.kyrylo]
    )
    change = stored(house, StageChange, application_id=people.kyrylo_at_acme)[-1]
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_move, change_id=change.id)
    house.clock.pass_by(minutes=1)
    assert "Kyrylo" in seen(house, people.iryna)


def test_undoing_a_move_behind_the_curtain_lights_him_again_as_he_was(house, people, at_acme):
    before = the(house, Application, people.yurii_at_acme).presented_at
    moved = house.do(
        people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=at_acme("longlist")
    )
    assert seen(house, people.iryna) == {"Maryana"}
    house.do(people.recruiter, undo_move, change_id=moved.change_id)
    assert seen(house, people.iryna) == {"Maryana", "Yurii"}
    assert the(house, Application, people.yurii_at_acme).presented_at == before
    (presentation,) = stored(house, Presentation, application_id=people.yurii_at_acme)
    assert presentation.ended_at is None


def test_the_same_stage_again_is_no_move(house, people, at_acme):
    """A double click: the second one tells nobody a second time."""
    named = {"application_id": people.yurii_at_acme, "to_stage_id": at_acme("review")}
    house.do(people.iryna, move, **named)
    house.do(people.iryna, move, **named)
    assert told(house, people.recruiter) == [("moved", "Iryna", "review")]
    moves = house.ask(people.iryna, history, application_id=people.yurii_at_acme)
    assert [change.stage.key for change in moves] == ["review", "new"]


def test_whose_reason_is_read_by_whom(house, people, at_acme):
    """Another company's customer on the same vacancy sees that he was refused, not what was said."""
    house.do(
        people.recruiter,
        tie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.greta.user_id,
        across_companies=True,
    )
    house.do(
        people.iryna,
        move,
        application_id=people.yurii_at_acme,
        to_stage_id=at_acme("refused"),
        reason="We know him from a competitor",
    )

    def last(viewer):
        change = house.ask(viewer, history, application_id=people.yurii_at_acme)[0]
        return (change.stage.key, change.by, change.reason)

    said = ("refused", "Iryna", "We know him from a competitor")
    assert last(people.pavlo) == last(people.recruiter) == said
    assert last(people.greta) == last(people.leo) == ("refused", "", "")


def test_why_staff_refuse_somebody_is_for_staff(house, people, at_acme):
    house.do(
        people.recruiter,
        move,
        application_id=people.yurii_at_acme,
        to_stage_id=at_acme("refused"),
        reason="Asks for too much",
    )
    for viewer, reason in ((people.admin, "Asks for too much"), (people.pavlo, "")):
        change = house.ask(viewer, history, application_id=people.yurii_at_acme)[0]
        assert (change.stage.key, change.by != "", change.reason) == ("refused", True, reason)


def test_whoever_invited_is_told_when_the_recruiter_is_blocked(house, people, at_acme):
    alter(house, User, people.iryna.user_id, invited_by_id=people.admin.user_id)
    alter(house, User, people.recruiter.user_id, blocked_at=house.clock.now)
    for viewer in (people.iryna, people.pavlo):
        house.do(viewer, move, application_id=people.yurii_at_acme, to_stage_id=at_acme("review"))
        house.do(viewer, move, application_id=people.yurii_at_acme, to_stage_id=at_acme("new"))
    assert [actor for _, actor, _ in told(house, people.admin)] == ["Iryna", "Iryna"]
    assert the(house, Vacancy, people.acme_vacancy).recruiter_id == people.recruiter.user_id


def test_pages_of_a_vacancy_hold_what_each_side_sees(house, people, at_acme):
    def page(viewer, **named):
        found = house.ask(viewer, of_vacancy, vacancy_id=people.acme_vacancy, **named)
        return [row.name.split()[0] for row in found.rows], found.found, found.next_page

    assert page(people.recruiter) == (["Kyrylo", "Yurii", "Maryana"], 3, None)
    assert page(people.iryna) == (["Yurii", "Maryana"], 2, None)
    assert page(people.iryna, stage_id=at_acme("longlist")) == ([], 0, None)
    assert page(people.recruiter, stage_id=at_acme("longlist")) == (["Kyrylo"], 1, None)
    for viewer, vacancy_id in ((people.greta, people.acme_vacancy), (people.greta, 1)):
        with pytest.raises(NotFound):
            house.ask(viewer, of_vacancy, vacancy_id=vacancy_id)


def test_a_blocked_customer_moves_nothing_at_his_next_click(house, people, at_acme):
    named = {"application_id": people.yurii_at_acme, "to_stage_id": at_acme("review")}
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    with pytest.raises(NotFound):
        house.do(people.iryna, move, **named)
    assert not stored(house, Notification, recipient_id=people.recruiter.user_id)
    house.do(people.pavlo, move, **named)
    with pytest.raises(NotAllowed):
        house.do(people.pavlo, link, candidate_id=people.yurii, vacancy_id=people.acme_vacancy)
