"""How each application went: when it was linked and presented, who moved it and where to.

Times are working days ago. What the texts leave open is drawn, so that every history ends in
the stage its vacancy's file asks for.
"""

from collections import Counter
from dataclasses import dataclass

from db.sample.chronicle import Chronicle
from db.sample.people import Person
from db.sample.somebody import Somebody, everybody
from db.sample.vacancies import VacancyText, vacancy_texts

LONGLIST, NEW, REFUSED = "longlist", "new", "refused"

# Of four rounds of presenting (0 is the first), those that can have led to where one stands.
_ROUNDS = {
    NEW: (3, 3, 2),
    "review": (2, 3),
    "interview": (1, 2),
    "offer": (0, 1),
    "hired": (0,),
    REFUSED: (0, 1, 2),
}
_WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    NEW: ((),),
    "review": (("review",),),
    "interview": (("review", "interview"), ("interview",)),
    "offer": (("review", "interview", "offer"), ("interview", "offer")),
    "hired": (("review", "interview", "offer", "hired"),),
    REFUSED: ((REFUSED,), ("review", REFUSED), ("review", "interview", REFUSED)),
}
_ACTED_BY_CUSTOMERS = {
    "review": 0.5,
    "interview": 0.7,
    "offer": 0.6,
    "hired": 0.0,
    REFUSED: 0.65,
    LONGLIST: 0.0,
}
# Where the best known candidate stands: proposed to both companies.
_KNOWN = ("Мар’яна", "Ткаченко")
_STANDS = {"acme-backend": "review", "globex-python": "interview"}
_LIKELY_FOR_STRANGERS = (REFUSED, LONGLIST, NEW)
_TAKEN_BACK = {"acme-qa", "globex-sre"}
_FIRST_OPENS, _OTHERS_OPEN, _OPENS_NEW = 0.85, 0.35, 0.35
_LATEST = 0.06


@dataclass(frozen=True, slots=True)
class Move:
    """A move to another stage by a customer, or by staff (`customer` None)."""

    days_ago: float
    to: str
    customer: Person | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One candidate in one vacancy. `round` is None while nobody was shown the candidate."""

    text: VacancyText
    somebody: Somebody
    stands: str
    linked: float
    round: int | None = None
    presented: float = 0.0
    openings: tuple[tuple[float, Person], ...] = ()
    moves: tuple[Move, ...] = ()


def stories(chronicle: Chronicle) -> list[Story]:
    """Every application of the sample."""
    pools = _pools()
    applied: Counter[str] = Counter()
    found = []
    for text in vacancy_texts():
        rounds = _rounds(chronicle, text)
        chosen = _chosen(chronicle, text, pools, applied)
        for somebody, stands in _standing(chronicle, text, chosen).items():
            applied[somebody.name] += 1
            found.append(_Teller(chronicle, text, rounds).story(somebody, stands))
    return found


def _pools() -> dict[str, list[Somebody]]:
    """Who may be considered at all: the last of a pool may be linked to nothing."""
    wanted: Counter[str] = Counter()
    for text in vacancy_texts():
        for pool, number in text.pools.items():
            wanted[pool] = max(wanted[pool], number)
    people = everybody()
    return {
        pool: [somebody for somebody in people if somebody.pool == pool][:number]
        for pool, number in wanted.items()
    }


def _rounds(chronicle: Chronicle, text: VacancyText) -> tuple[float, ...]:
    """When candidates of this vacancy were presented, each time several of them."""
    shares = (0.86, 0.58, 0.32)
    early = [text.opened * (share + chronicle.between(-0.03, 0.03)) for share in shares]
    return (*early, chronicle.between(0.7, min(2.2, 0.2 * text.opened)))


def _chosen(
    chronicle: Chronicle,
    text: VacancyText,
    pools: dict[str, list[Somebody]],
    applied: Counter[str],
) -> list[Somebody]:
    """Who is linked to the vacancy: those with the fewest applications so far."""
    chosen: list[Somebody] = []
    for pool, number in text.pools.items():
        free = [one for one in pools[pool] if not _is_elsewhere(one, text)]
        shuffled = chronicle.rng.sample(free, len(free))
        shuffled.sort(key=lambda somebody: (not _is_known(somebody, text), applied[somebody.name]))
        chosen += shuffled[:number]
    return chosen


def _is_known(somebody: Somebody, text: VacancyText) -> bool:
    return (somebody.first, somebody.last) == _KNOWN and text.word in _STANDS


def _is_elsewhere(somebody: Somebody, text: VacancyText) -> bool:
    return (somebody.first, somebody.last) == _KNOWN and text.word not in _STANDS


def _standing(
    chronicle: Chronicle, text: VacancyText, chosen: list[Somebody]
) -> dict[Somebody, str]:
    """Who stands where; people of another profession get less far."""
    places = [stage for stage, number in text.standing.items() for _ in range(number)]
    chronicle.rng.shuffle(places)
    home = chosen[0].profession
    standing: dict[Somebody, str] = {}
    for somebody in chosen:
        if _is_known(somebody, text):
            places.remove(_STANDS[text.word])
            standing[somebody] = _STANDS[text.word]
    strangers = [somebody for somebody in chosen if somebody.profession != home]
    for somebody in strangers:
        fitting = [place for place in places if place in _LIKELY_FOR_STRANGERS]
        standing[somebody] = chronicle.one_of(fitting or places)
        places.remove(standing[somebody])
    for somebody in chosen:
        if somebody not in standing:
            standing[somebody] = places.pop()
    return standing


class _Teller:
    """Tells the story of one application."""

    def __init__(self, chronicle: Chronicle, text: VacancyText, rounds: tuple[float, ...]) -> None:
        self._chronicle = chronicle
        self._text = text
        self._rounds = rounds

    def story(self, somebody: Somebody, stands: str) -> Story:
        """The story that ends where the candidate stands."""
        if stands == LONGLIST:
            return self._in_longlist(somebody)
        number = self._chronicle.one_of(_ROUNDS[stands])
        presented = self._rounds[number]
        moves = self._moves(presented, self._chronicle.one_of(_WAYS[stands]))
        return Story(
            text=self._text,
            somebody=somebody,
            stands=stands,
            linked=self._linked(presented),
            round=number,
            presented=presented,
            openings=self._openings(presented, moves, number),
            moves=moves,
        )

    def _in_longlist(self, somebody: Somebody) -> Story:
        """For us alone; one or two were shown and taken back behind the curtain."""
        taken_back = self._text.word in _TAKEN_BACK and self._chronicle.chance(0.6)
        if not taken_back:
            latest = min(11.0, self._text.opened - 1)
            linked = self._chronicle.between(0.2, latest)
            return Story(self._text, somebody, LONGLIST, linked)
        presented = self._rounds[2]
        back = Move(presented * self._chronicle.between(0.4, 0.7), LONGLIST)
        return Story(
            text=self._text,
            somebody=somebody,
            stands=LONGLIST,
            linked=self._linked(presented),
            round=2,
            presented=presented,
            moves=(back,),
        )

    def _linked(self, presented: float) -> float:
        earliest = self._text.opened - 0.1
        return min(presented + self._chronicle.between(0.1, 2.5), (presented + earliest) / 2)

    def _moves(self, presented: float, way: tuple[str, ...]) -> tuple[Move, ...]:
        """Moves one after the other, none before the first could be opened, none after now."""
        pace = min(self._chronicle.between(1.2, 3.5), (presented - _LATEST) / (len(way) + 1))
        moves = []
        for number, stage in enumerate(way, 1):
            days_ago = presented - pace * (number + self._chronicle.between(-0.3, 0.3))
            moves.append(self._move(days_ago, stage))
        return tuple(moves)

    def _move(self, days_ago: float, stage: str) -> Move:
        customer = None
        if self._chronicle.chance(_ACTED_BY_CUSTOMERS[stage]):
            customer = self._somebody_there(days_ago)
        return Move(days_ago, stage, customer)

    def _somebody_there(self, days_ago: float) -> Person | None:
        """A customer who was in the system then or later, the first named most of the time."""
        there = [
            customer
            for customer in self._text.active_customers(days_ago)
            if customer.last_seen < days_ago
        ]
        if not there:
            return None
        return there[0] if self._chronicle.chance(0.7) else self._chronicle.one_of(there)

    def _openings(
        self, presented: float, moves: tuple[Move, ...], number: int
    ) -> tuple[tuple[float, Person], ...]:
        """Who opened the résumé and when: before acting on it, and soon after it was shown."""
        found = []
        likely = _OPENS_NEW if number == len(self._rounds) - 1 else _FIRST_OPENS
        for customer in self._text.active_customers(presented):
            acted = [move.days_ago for move in moves if move.customer is customer]
            latest = max(acted, default=max(customer.last_seen, customer.blocked or 0.0, _LATEST))
            if acted:
                share = self._chronicle.between(0.3, 0.9)
                found.append((latest + (presented - latest) * share, customer))
            elif latest < presented and self._chronicle.chance(likely):
                opened = presented - self._chronicle.between(0.1, 1.5)
                found.append((max(opened, (presented + latest) / 2), customer))
            likely = _OTHERS_OPEN
        return tuple(found)
