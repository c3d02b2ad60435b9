"""The table of the sample's candidates: people who do not exist."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "candidates.csv"


@dataclass(frozen=True, slots=True)
class Somebody:
    """One line of the table; `pool` names profession and language of the résumé."""

    pool: str
    first: str
    last: str
    gender: str
    city: str
    years: int
    native: str

    @property
    def profession(self) -> str:
        """backend, qa, ..."""
        return self.pool.split(".")[0]

    @property
    def language(self) -> str:
        """The language the résumé is written in."""
        return self.pool.split(".")[1]

    @property
    def name(self) -> str:
        """First and last name as they are written."""
        return f"{self.first} {self.last}"


@cache
def everybody() -> tuple[Somebody, ...]:
    """The whole table, in its order."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return tuple(
            Somebody(
                pool=line["pool"],
                first=line["first"],
                last=line["last"],
                gender=line["gender"],
                city=line["city"],
                years=int(line["years"]),
                native=line["native"],
            )
            for line in csv.DictReader(table, delimiter=";")
        )
