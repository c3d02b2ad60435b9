"""The reference model of the state machine: who is shown what, in a page of plain Python.

Written from decisions 3 to 7 and 11 alone. Names stand for rows: a customer, a vacancy, a
candidate; an application is (candidate, vacancy).
"""

from dataclasses import dataclass, field

from tests.house import TestClock

STAGES = ("longlist", "new", "review", "refused")
# Who reads a note together: a company, or a customer who stands alone.
SIDES = {"iryna": "Acme", "pavlo": "Acme", "greta": "Globex", "leo": "Leo"}

Key = tuple[str, str]


@dataclass
class Shown:
    """An application. `seen_from` is None behind the curtain."""

    stage: str = "longlist"
    seen_from: float | None = None
    batch: int | None = None
    opened: set[str] = field(default_factory=set)
    last_move: "Move | None" = None


@dataclass(frozen=True)
class Move:
    """The application's latest move, as long as it could be taken back."""

    change_id: int
    by: str
    at: float
    before: Shown


@dataclass
class Opened:
    """A note: on what, which sides read it and from when on, and what it answers."""

    candidate: str
    vacancy: str | None
    readers: frozenset[str]
    by_staff: bool
    by: str = "staff"
    opens_at: float = 0.0
    written_at: float = 0.0
    answers: int | None = None
    withdrawn: bool = False


class Model:
    """What was done, and what follows from it for each customer."""

    def __init__(self, clock: TestClock, hidden: dict[str, bool]) -> None:
        self.clock, self.started_at = clock, clock.now
        self.hidden = hidden
        self.tied: set[tuple[str, str]] = set()
        self.blocked: set[str] = set()
        self.telling: set[str] = set()  # candidates with a contact in their texts
        self.applications: dict[Key, Shown] = {}
        self.notes: dict[int, Opened] = {}
        self.batches: dict[int, list[Key]] = {}

    @property
    def now(self) -> float:
        return (self.clock.now - self.started_at).total_seconds()

    def vacancies_of(self, customer: str) -> set[str]:
        if customer in self.blocked:
            return set()
        return {vacancy for vacancy, tied in self.tied if tied == customer}

    def is_shown(self, customer: str, key: Key) -> bool:
        one = self.applications.get(key)
        return (
            one is not None
            and key[1] in self.vacancies_of(customer)
            and one.stage != "longlist"
            and one.seen_from is not None
            and one.seen_from <= self.now
        )

    def is_stopped(self, vacancy: str, candidates: set[str]) -> bool:
        """A contact would be seen by one from whom they are hidden; nobody there may be one."""
        there = [name for name in SIDES if vacancy in self.vacancies_of(name)]
        hidden = not there or any(self.hidden[name] for name in there)
        return hidden and bool(candidates & self.telling)

    def shown_to(self, customer: str) -> list[Key]:
        return [key for key in self.applications if self.is_shown(customer, key)]

    def reads(self, customer: str, note: Opened) -> bool:
        if SIDES[customer] not in note.readers or note.withdrawn or note.opens_at > self.now:
            return False
        if note.vacancy is not None:
            return self.is_shown(customer, (note.candidate, note.vacancy))
        return any(candidate == note.candidate for candidate, _ in self.shown_to(customer))

    def may_be_named(self, candidate: str, vacancy: str | None) -> set[str]:
        """The sides a note may be opened to: of the vacancy, or of all where he is presented."""
        presented = {
            at
            for (name, at), one in self.applications.items()
            if name == candidate and one.seen_from is not None
        }
        chosen = presented if vacancy is None else {vacancy}
        return {SIDES[customer] for customer in SIDES if self.vacancies_of(customer) & chosen}

    def narrow(self, note_id: int) -> None:
        """No answer of staff's is read more widely than what it answers."""
        for key, answer in self.notes.items():
            if answer.answers == note_id and answer.by_staff:
                answer.readers &= self.notes[note_id].readers
                self.narrow(key)

    def moved(self, key: Key, by: str, at: float, change_id: int, stage: str) -> None:
        before = self.applications[key]
        hidden = stage == "longlist"
        self.applications[key] = Shown(
            stage,
            None if hidden else before.seen_from,
            None if hidden else before.batch,
            before.opened,
            Move(change_id, by, at, before),
        )
