"""The list of many candidates is looked for among the latest keys first, and is the same list."""

from datetime import timedelta

import pytest

from db.models import Application, Candidate, Stage
from services.candidates import ordering
from services.candidates.listing import candidates
from services.settings import ListSettings
from tests.factories import a_candidate, an_application, plant, stage_id, stored, the

pytestmark = pytest.mark.thorough

PAGE = 4
STEP = 1 << 30
# How candidates came, as keys: evenly; all on the first day and then rarely; rarely, then a crowd.
ARRIVALS = {
    "evenly": [number * STEP for number in range(1, 61)],
    "a crowd, then few": [*range(1, 55), *(number * STEP for number in range(900, 906))],
    "few, then a crowd": [*(number * STEP for number in range(1, 7)), *range(STEP * 900, STEP * 900 + 54)],
    "all at once": list(range(STEP, STEP + 60)),
}  # fmt: skip


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch, house):
    monkeypatch.setattr(ordering, "_FEW", 10)
    monkeypatch.setattr(ordering, "_WIDELY", 2)
    settings = house.installation.settings.model_copy(
        update={"lists": ListSettings(page_size=PAGE)}
    )
    object.__setattr__(house.installation, "settings", settings)


def pages(house, viewer, **asked):
    """The keys on every page, as one leafs through them; how many are said to be found."""
    before, found = None, []
    while True:
        page = house.ask(viewer, candidates, before=before, **asked)
        found.append([row.id for row in page.rows])
        if page.next_before is None:
            return found, page.found
        before = page.next_before


@pytest.mark.parametrize("arrived", ARRIVALS)
def test_leafing_through_shows_everybody_once_newest_first(house, people, arrived):
    staff = people.recruiter.user_id
    plant(house, *(
        a_candidate(house, f"Anna {key % 2}", staff, id=key, archived_at=house.clock.now if key % 7 == 0 else None)
        for key in ARRIVALS[arrived]
    ))  # fmt: skip
    there = [row.id for row in stored(house, Candidate) if row.archived_at is None]
    found, total = pages(house, people.recruiter)
    assert [key for page in found for key in page] == sorted(there, reverse=True)
    assert {len(page) for page in found[:-1]} == {PAGE}
    assert total == len(there)


@pytest.mark.parametrize("arrived", ARRIVALS)
def test_by_activity_it_is_the_same_list_however_few_moved_lately(house, people, arrived):
    """Some move as soon as they have come, some years later, some never."""
    staff, now = people.recruiter.user_id, house.clock.now
    stage = the(house, Stage, stage_id(house, people.acme_vacancy, "review"))
    came = {key: now - timedelta(days=906 - key // STEP) for key in ARRIVALS[arrived]}
    plant(house, *(a_candidate(house, "Anna", staff, id=key, created_at=came[key]) for key in came))
    plant(house, *(
        an_application(house, key, stage, staff, moved_at=min(now, came[key] + timedelta(days=nth * 37 % 400)))
        for nth, key in enumerate(came) if nth % 3
    ))  # fmt: skip
    active = {row.id: row.created_at for row in stored(house, Candidate)}
    moved = {row.candidate_id: row.moved_at for row in stored(house, Application)}
    there = sorted(active, key=lambda key: (moved.get(key, active[key]), key), reverse=True)
    found, total = pages(house, people.recruiter, sort="activity")
    assert [key for page in found for key in page] == there
    assert total == len(there)


def test_a_search_finds_the_same_among_many(house, people):
    staff, keys = people.recruiter.user_id, ARRIVALS["a crowd, then few"]
    plant(
        house,
        *(a_candidate(house, f"{'Anna' if key % 2 else 'Berta'} B", staff, id=key) for key in keys),
    )
    found, total = pages(house, people.recruiter, search="ANNA")
    assert [key for page in found for key in page] == sorted(
        (key for key in keys if key % 2), reverse=True
    )
    assert total == sum(key % 2 for key in keys)
    assert pages(house, people.recruiter, search="%") == ([[]], 0)
    assert pages(house, people.recruiter, search="nobody") == ([[]], 0)
