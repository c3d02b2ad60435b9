"""The arithmetic of the bulk: keys, instants and choices as SQL over a row's number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    cast,
    func,
    insert,
    literal,
    select,
    text,
)

from db.base import Base, UtcDateTime

_EPOCH_MS = 1_577_836_800_000  # as in db/keys.py
_RANDOM_BITS = 21
_SPREAD, _PRIME = 2_654_435_761, 4_294_967_291  # neighbours get different things

Number = ColumnElement[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is made. `step` lies between two candidates, whose last came just now."""

    now: datetime
    candidates: int
    applications_each: int
    vacancies: int
    companies: int
    step: timedelta

    @property
    def began(self) -> datetime:
        """When the agency began."""
        return self.now - timedelta(days=710)

    @property
    def seconds(self) -> int:
        """The seconds between two candidates."""
        return max(1, int(self.step.total_seconds()))

    @property
    def vacancy_seconds(self) -> int:
        """The seconds between two vacancies."""
        return int(timedelta(days=690).total_seconds()) // self.vacancies

    def vacancy_key(self, number: Number, *, stage: Number | int | None = None) -> Number:
        """The key of a vacancy, or of its stage at that position."""
        nth = 0 if stage is None else stage + 1
        return key_at(self.began, number, self.vacancy_seconds, nth=nth)

    def candidate_key(self, number: Number) -> Number:
        """The key of a candidate."""
        return key_at(self.began, number, self.seconds)

    def application_key(self, number: Number, which: Number | int) -> Number:
        """The key of a candidate's first, second, ... application (from 0)."""
        later = timedelta(days=1) // timedelta(milliseconds=1) << _RANDOM_BITS
        return (
            key_at(self.began, number, self.seconds)
            + (which + 1) * literal(later, BigInteger)
            + which
        )


def series(count: int) -> tuple[FromClause, Number]:
    """The numbers 0, 1, ... below `count` as a table, and its column."""
    rows = (
        func.generate_series(0, literal(count - 1, BigInteger))
        .table_valued("n", name="rows")
        .render_derived()
    )
    return rows, cast(rows.c.n, BigInteger)


def key_at(began: datetime, number: Number, seconds: int, *, nth: Number | int = 0) -> Number:
    """The key of the row made `number` steps after the beginning (`nth` of its moment)."""
    start = literal(first_key(began), BigInteger)
    step = literal((seconds * 1000) << _RANDOM_BITS, BigInteger)
    return start + cast(number, BigInteger) * step + nth


def instant_at(began: datetime, number: Number, seconds: int, *, later: int = 0) -> Any:  # noqa: ANN401 - an SQL expression
    """The instant `number` steps after the beginning, and `later` seconds on."""
    start = literal(began + timedelta(seconds=later), UtcDateTime)
    return start + number * seconds * text("INTERVAL '1 second'")


def pick(number: Number, among: int, *, salt: int = 0) -> Number:
    """A choice below `among` that depends on the number and looks like chance."""
    return number * (_SPREAD + salt * 40_503) % _PRIME % among


def first_key(began: datetime) -> int:
    """The key of the very first row."""
    return (int(began.timestamp() * 1000) - _EPOCH_MS) << _RANDOM_BITS


def insert_from(
    connection: Connection,
    model: type[Base],
    rows: Select[Any] | FromClause,
    columns: Mapping[str, Any],
) -> None:
    """Insert one row for every row of `rows`; columns left out keep the model's defaults."""
    statement = rows if isinstance(rows, Select) else select().select_from(rows)
    values = statement.with_only_columns(*columns.values())
    connection.execute(insert(model).from_select(list(columns), values))
