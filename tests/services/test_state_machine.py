"""Acts in random order against a small reference model: after each, every customer sees what it says.

Every day a few short runs; with HYPOTHESIS_PROFILE=thorough 2,000 of thirty acts and more, which
takes the better part of an hour: `HYPOTHESIS_PROFILE=thorough pytest -n 2 <this file>`.
"""

import dataclasses
import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from db.models import Candidate, Note, User
from services.applications.moving import link, move, undo_move
from services.applications.opening import open_for_the_first_time
from services.applications.presenting import present, undo_presenting
from services.customers import block, reactivate
from services.errors import (
    CandelaError,
    ContactsFound,
    Invalid,
    NotFound,
    StageNotReachable,
    TooLate,
)
from services.notes.changing import undo_note, withdraw_note
from services.notes.opening import hide_note, open_note
from services.notes.writing import write
from services.vacancies.customers import tie, untie
from services.work import reading
from tests.factories import alter, the
from tests.services.model import SIDES, STAGES, Model, Opened, Shown
from tests.services.played import Played
from tests.services.world import World

pytestmark = pytest.mark.thorough

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
PARTS = range(4 if THOROUGH else 1)  # so that several processes can share a thorough run
SETTINGS = settings(
    max_examples=500 if THOROUGH else 5,
    stateful_step_count=32 if THOROUGH else 12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
UNDO_PRESENTING, UNDO_MOVE = 10, 20


VACANCIES = st.sampled_from(("acme", "globex"))
CANDIDATES = st.sampled_from(("maryana", "yurii", "sofia"))
CUSTOMERS = st.sampled_from(("iryna", "pavlo", "greta", "leo"))


class Agency(Played, RuleBasedStateMachine):
    """The recruiter and four customers at work, and what the model says of it."""

    def __init__(self, world: World) -> None:
        RuleBasedStateMachine.__init__(self)
        Model.__init__(self, world.house.clock, dict(world.hidden))
        self.world, self.house = world, world.house
        world.tidy()
        self.ids: dict[tuple[str, str], int] = {}
        self.looked = False

    # ------------------------------------------------------------ acts

    def do(self, who, act, **named):
        """Act, and let a moment pass: no two acts are made at the same instant."""
        try:
            return self.house.do(who, act, **named)
        finally:
            self.house.clock.pass_by(milliseconds=1)

    def by_staff(self, act, **named):
        return self.do(self.world.staff, act, **named)

    @rule(vacancy=VACANCIES, customer=CUSTOMERS)
    def ties(self, vacancy: str, customer: str) -> None:
        self.by_staff(tie, **self._pair(vacancy, customer), across_companies=True)
        self.tied.add((vacancy, customer))

    @rule(vacancy=VACANCIES, customer=CUSTOMERS)
    def unties(self, vacancy: str, customer: str) -> None:
        if (vacancy, customer) in self.tied:
            self.by_staff(untie, **self._pair(vacancy, customer))
            self.tied.remove((vacancy, customer))
        else:
            with self.refused(NotFound):
                self.by_staff(untie, **self._pair(vacancy, customer))

    @rule(candidate=CANDIDATES, vacancy=VACANCIES)
    def links(self, candidate: str, vacancy: str) -> None:
        named = {
            "candidate_id": self.world.candidates[candidate],
            "vacancy_id": self.world.vacancies[vacancy],
        }
        if (candidate, vacancy) in self.applications:
            with self.refused(CandelaError):
                self.by_staff(link, **named)
            return
        self.ids[candidate, vacancy] = self.by_staff(link, **named)
        self.applications[candidate, vacancy] = Shown()

    @rule(chosen=st.sets(CANDIDATES, min_size=1), vacancy=VACANCIES)
    def presents(self, chosen: set[str], vacancy: str) -> None:
        named = {
            "vacancy_id": self.world.vacancies[vacancy],
            "candidate_ids": [self.world.candidates[name] for name in sorted(chosen)],
        }
        keys = [(name, vacancy) for name in sorted(chosen)]
        new = [
            key
            for key in keys
            if self.applications.get(key) is None or self.applications[key].seen_from is None
        ]
        if not new:
            with self.refused(Invalid):
                self.by_staff(present, **named)
            return
        if self.is_stopped(vacancy, {name for name, _ in new}):
            with self.refused(ContactsFound):
                self.by_staff(present, **named)
            return
        seen_from = self.now + UNDO_PRESENTING
        batch = self.by_staff(present, **named).batch
        self.batches[batch] = new
        for key in new:
            before = self.applications.get(key, Shown())
            self.applications[key] = Shown("new", seen_from, batch, before.opened)
        self._learn_ids(vacancy)

    @precondition(lambda self: self.batches)
    @rule(data=st.data())
    def takes_presenting_back(self, data) -> None:
        batch = data.draw(st.sampled_from(sorted(self.batches)))
        ones = [self.applications[key] for key in self.batches[batch]]
        if any(one.batch != batch or one.seen_from <= self.now for one in ones):
            with self.refused(TooLate):
                self.by_staff(undo_presenting, batch=batch)
            return
        self.by_staff(undo_presenting, batch=batch)
        for key in self.batches.pop(batch):
            self.applications[key] = Shown(opened=self.applications[key].opened)

    @precondition(lambda self: self.applications)
    @rule(data=st.data(), stage=st.sampled_from(STAGES))
    def staff_move(self, data, stage: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.applications)))
        one = self.applications[key]
        named = self._move(key, stage)
        if stage == one.stage and (stage == "longlist" or one.seen_from is not None):
            self.by_staff(move, **named)  # no move at all
        elif stage != "longlist" and one.seen_from is None:
            with self.refused(StageNotReachable):
                self.by_staff(move, **named)
        else:
            at = self.now
            self.moved(key, "staff", at, self.by_staff(move, **named).change_id, stage)

    @precondition(lambda self: self.applications)
    @rule(data=st.data(), customer=CUSTOMERS, stage=st.sampled_from(STAGES))
    def customer_moves(self, data, customer: str, stage: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.applications)))
        named = self._move(key, stage)
        if not self.is_shown(customer, key) or stage == "longlist":
            with self.refused(NotFound):
                self.do(self.viewer(customer), move, **named)
        elif stage == self.applications[key].stage:
            self.do(self.viewer(customer), move, **named)
        else:
            at = self.now
            change_id = self.do(self.viewer(customer), move, **named).change_id
            self.moved(key, customer, at, change_id, stage)

    @precondition(lambda self: any(one.last_move for one in self.applications.values()))
    @rule(data=st.data())
    def takes_a_move_back(self, data) -> None:
        movable = sorted(key for key, one in self.applications.items() if one.last_move)
        key = data.draw(st.sampled_from(movable))
        made = self.applications[key].last_move
        staff = made.by == "staff"
        who = self.world.staff if staff else self.viewer(made.by)
        if not staff and not self.is_shown(made.by, key):
            with self.refused(NotFound):
                self.do(who, undo_move, change_id=made.change_id)
        elif self.now > made.at + UNDO_MOVE:
            with self.refused(TooLate):
                self.do(who, undo_move, change_id=made.change_id)
        elif self._shows_again(key) and self.is_stopped(key[1], {key[0]}):
            with self.refused(ContactsFound):
                self.do(who, undo_move, change_id=made.change_id)
        else:
            self.do(who, undo_move, change_id=made.change_id)
            restored = dataclasses.replace(
                made.before, opened=self.applications[key].opened, last_move=None
            )
            self.applications[key] = restored

    def _shows_again(self, key) -> bool:
        one = self.applications[key]
        return one.seen_from is None and one.last_move.before.seen_from is not None

    @rule(candidate=CANDIDATES)
    def a_contact_slips_in_or_is_taken_out(self, candidate: str) -> None:
        self.telling ^= {candidate}
        headline = "Call 044 123 45 67" if candidate in self.telling else "Python engineer"
        alter(self.house, Candidate, self.world.candidates[candidate], headline=headline)

    @precondition(lambda self: self.applications)
    @rule(data=st.data(), general=st.booleans(), opening=st.booleans())
    def staff_write(self, data, general, opening) -> None:
        key = data.draw(st.sampled_from(sorted(self.applications)))
        vacancy = None if general else key[1]
        chosen = self._draw_readers(data, key[0], vacancy) if opening else ()
        opens_at, now = self.now + UNDO_PRESENTING, self.now
        note_id = self.by_staff(
            write, **self._on(key[0], vacancy), body="A note", open_for=[one for _, one in chosen]
        )
        readers = frozenset(side for side, _ in chosen)
        self.notes[note_id] = Opened(
            key[0], vacancy, readers, by_staff=True, opens_at=opens_at, written_at=now
        )

    @precondition(lambda self: self.notes)
    @rule(data=st.data())
    def staff_answer(self, data) -> None:
        """An answer is opened to whom one likes, or is refused where that would be wider."""
        answered = data.draw(st.sampled_from(sorted(self.notes)))
        note = self.notes[answered]
        chosen = self._draw_readers(data, note.candidate, note.vacancy)
        readers = frozenset(side for side, _ in chosen)
        named = {
            **self._on(note.candidate, note.vacancy),
            "body": "An answer",
            "open_for": [reader for _, reader in chosen],
            "reply_to_id": answered,
        }
        if note.withdrawn or not readers <= note.readers:
            with self.refused(NotFound, Invalid):
                self.by_staff(write, **named)
            return
        opens_at, now = self.now + UNDO_PRESENTING, self.now
        self.notes[self.by_staff(write, **named)] = Opened(
            note.candidate,
            note.vacancy,
            readers,
            by_staff=True,
            opens_at=opens_at,
            written_at=now,
            answers=answered,
        )

    @precondition(lambda self: self.notes)
    @rule(data=st.data(), undoing=st.booleans(), who=st.sampled_from(("staff", *SIDES)))
    def somebody_takes_a_note_back(self, data, undoing, who: str) -> None:
        note_id = data.draw(st.sampled_from(sorted(self.notes)))
        note = self.notes[note_id]
        act = undo_note if undoing else withdraw_note
        viewer = self.world.staff if who == "staff" else self.viewer(who)
        if note.by != who or note.withdrawn or not (who == "staff" or self.reads(who, note)):
            with self.refused(NotFound):
                self.do(viewer, act, note_id=note_id)
            return
        seen = [key for key, one in self.notes.items() if one.answers == note_id]
        seen = [key for key in seen if who == "staff" or self.reads(who, self.notes[key])]
        if undoing and (seen or self.now >= note.written_at + UNDO_PRESENTING):
            with self.refused(TooLate):
                self.do(viewer, act, note_id=note_id)
            return
        self.do(viewer, act, note_id=note_id)
        note.withdrawn = True

    @precondition(lambda self: self.notes)
    @rule(data=st.data(), hiding=st.booleans())
    def staff_open_or_hide(self, data, hiding) -> None:
        note_id = data.draw(st.sampled_from(sorted(self.notes)))
        note = self.notes[note_id]
        chosen = () if hiding else self._draw_readers(data, note.candidate, note.vacancy)
        act, named = (
            (hide_note, {})
            if hiding
            else (
                open_note,
                {
                    "open_for": [reader for _, reader in chosen],
                    "version": the(self.house, Note, note_id).version,
                },
            )
        )
        if not note.by_staff or note.withdrawn:
            with self.refused(NotFound):
                self.by_staff(act, note_id=note_id, **named)
        elif (not hiding and not chosen) or (
            chosen and not self._may_be_opened(note, {side for side, _ in chosen})
        ):
            with self.refused(Invalid):
                self.by_staff(act, note_id=note_id, **named)
        else:
            note.opens_at = self.now + UNDO_PRESENTING
            self.by_staff(act, note_id=note_id, **named)
            note.readers = frozenset(side for side, _ in chosen)
            self.narrow(note_id)

    def _may_be_opened(self, note: Opened, sides: set[str]) -> bool:
        return note.answers is None or sides <= self.notes[note.answers].readers

    @precondition(lambda self: self.applications)
    @rule(data=st.data(), customer=CUSTOMERS)
    def customer_writes(self, data, customer: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.applications)))
        named = {**self._on(*key), "body": "An answer"}
        if not self.is_shown(customer, key):
            with self.refused(NotFound):
                self.do(self.viewer(customer), write, **named)
            return
        now = self.now
        note_id = self.do(self.viewer(customer), write, **named)
        side = frozenset({SIDES[customer]})
        self.notes[note_id] = Opened(*key, side, by_staff=False, by=customer, written_at=now)

    @precondition(lambda self: self.applications)
    @rule(data=st.data(), customer=CUSTOMERS)
    def customer_opens(self, data, customer: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.applications)))
        named = {"application_id": self.ids[key]}
        if self.is_shown(customer, key):
            self.do(self.viewer(customer), open_for_the_first_time, **named)
            self.applications[key].opened.add(customer)
        else:
            with self.refused(NotFound):
                self.do(self.viewer(customer), open_for_the_first_time, **named)

    @rule(customer=CUSTOMERS)
    def contacts_are_hidden_or_opened(self, customer: str) -> None:
        self.hidden[customer] = not self.hidden[customer]
        user_id = self.world.customers[customer].user_id
        alter(self.house, User, user_id, contacts_hidden=self.hidden[customer])

    @rule(customer=CUSTOMERS)
    def is_blocked_or_reactivated(self, customer: str) -> None:
        named = {"customer_id": self.world.customers[customer].user_id}
        if customer in self.blocked:
            self.by_staff(reactivate, **named)
            self.blocked.remove(customer)
        else:
            self.by_staff(block, **named)
            self.blocked.add(customer)

    @rule(seconds=st.sampled_from((1, 9, 10, 15, 60)))
    def time_passes(self, seconds: int) -> None:
        self.house.clock.pass_by(seconds=seconds)

    # ------------------------------------------------------------ what everybody then sees

    @invariant()
    def everybody_sees_what_the_model_says(self) -> None:
        if not self.looked:
            for customer in self.world.customers:
                with reading(self.house.installation, self.viewer(customer)) as work:
                    self._check(work, customer)
        self.looked = False

    def teardown(self) -> None:
        """Once per run, the pages that cost more questions, too."""
        for customer in self.world.customers:
            with reading(self.house.installation, self.viewer(customer)) as work:
                self._check_pages(work, customer)
            self._check_preview(customer)


@pytest.mark.parametrize("part", PARTS)
def test_whatever_is_done_in_whatever_order(house, people, part):
    world = World(house, people)
    run_state_machine_as_test(lambda: Agency(world), settings=SETTINGS)
