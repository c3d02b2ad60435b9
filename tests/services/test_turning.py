"""Turning from one candidate of a vacancy to the next, in the order of the list."""

import pytest

from db.models import Candidate
from services.applications.moving import move
from services.applications.presenting import present
from services.applications.turning import Neighbour, place_of
from services.applications.views import of_vacancy
from services.errors import NotFound
from tests.factories import alter, stage_id

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]


def listed(house, people, viewer):
    """Whom his list of Acme's vacancy shows, as candidates; and that turning follows it."""
    rows = house.ask(viewer, of_vacancy, vacancy_id=people.acme_vacancy).rows
    here = [Neighbour(row.id, row.candidate_id) for row in rows]
    for at, one in enumerate(here):
        place = house.ask(viewer, place_of, application_id=one.application_id)
        assert (place.number, place.found) == (at + 1, len(here))
        assert place.before == (here[at - 1] if at else None)
        assert place.after == (here[at + 1] if at + 1 < len(here) else None)
    return [row.candidate_id for row in rows]


def test_nobody_stands_beside_whom_the_customer_does_not_see(house, people):
    seen = listed(house, people, people.iryna)
    assert set(seen) == {people.maryana, people.yurii}
    for hidden in (people.kyrylo_at_acme, people.maryana_at_globex, 1):
        with pytest.raises(NotFound):
            house.ask(people.iryna, place_of, application_id=hidden)
    assert set(listed(house, people, people.recruiter)) == {*seen, people.kyrylo}

    # Whom he moves stays where he stands: the next one is not somebody he has answered already.
    review = stage_id(house, people.acme_vacancy, "review")
    last = {people.maryana: people.maryana_at_acme, people.yurii: people.yurii_at_acme}[seen[-1]]
    house.do(people.iryna, move, application_id=last, to_stage_id=review)
    assert listed(house, people, people.iryna) == seen
    assert listed(house, people, people.recruiter)[0] == seen[-1]

    # Somebody presented is there once he is seen, and first; taken back or archived he is gone.
    vacancy = {"vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, present, candidate_ids=[people.kyrylo], **vacancy)
    assert listed(house, people, people.iryna) == seen
    house.clock.pass_by(minutes=1)
    assert listed(house, people, people.iryna) == [people.kyrylo, *seen]
    dark = stage_id(house, people.acme_vacancy, "longlist")
    house.do(people.recruiter, move, application_id=last, to_stage_id=dark)
    assert listed(house, people, people.iryna) == [people.kyrylo, *seen[:-1]]
    alter(house, Candidate, people.kyrylo, archived_at=house.clock.now)
    assert listed(house, people, people.iryna) == seen[:-1]
    with pytest.raises(NotFound):
        house.ask(people.iryna, place_of, application_id=people.kyrylo_at_acme)
    assert people.kyrylo not in listed(house, people, people.recruiter)
    archived = house.ask(people.recruiter, place_of, application_id=people.kyrylo_at_acme)
    assert archived.found == len(seen) + 1
