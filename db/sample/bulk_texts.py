"""The texts that the bulk mixes its names and résumés from, in a table of their own."""

import random
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import (
    Column,
    Connection,
    FromClause,
    Integer,
    MetaData,
    Table,
    Text,
    insert,
    select,
)
from sqlalchemy.sql.expression import ColumnElement

from db.likeness import sounds_like
from db.sample.bulk_words import Number, pick
from db.sample.chronicle import Chronicle
from db.sample.folding import folded
from db.sample.people import TIME_ZONE
from db.sample.professions import CATEGORIES
from db.sample.resumes import as_html, compose
from db.sample.somebody import everybody

_table = Table(
    "bulk_texts",
    MetaData(),
    Column("kind", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("sound", Text, nullable=False),
    prefixes=["TEMPORARY"],
)
_NAMES = 8
"""How many different last names are made of each that the sample has."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Lists of texts in the database, by kind."""

    counts: dict[str, int]

    def one_of(
        self, rows: FromClause, kind: str, number: Number, *, salt: int = 0
    ) -> tuple[FromClause, ColumnElement[str], ColumnElement[str]]:
        """Join a text of this kind to each row: the joined rows, its words, its folded words."""
        texts = _table.alias()
        chosen = pick(number, self.counts[kind], salt=salt)
        joined = rows.join(texts, (texts.c.kind == kind) & (texts.c.place == chosen))
        return joined, texts.c.words, texts.c.folded

    def sounds(
        self, rows: FromClause, kind: str, number: Number, *, salt: int = 0
    ) -> tuple[FromClause, ColumnElement[str]]:
        """Join as `one_of` does: the joined rows, how the words sound, part by part in order."""
        joined, _, folded_words = self.one_of(rows, kind, number, salt=salt)
        texts = cast("Column[str]", folded_words).table
        return joined, texts.c.sound

    def listed(self, kind: str) -> tuple[FromClause, Number, ColumnElement[str]]:
        """All texts of this kind: the rows, their places, their words."""
        texts = select(_table).where(_table.c.kind == kind).subquery()
        return texts, texts.c.place, texts.c.words

    def drop(self, connection: Connection) -> None:
        """Remove the table."""
        _table.drop(connection)


def prepare_texts(connection: Connection, now: datetime) -> Texts:
    """Send the texts to the database."""
    kinds = _kinds(now)
    _table.create(connection)
    connection.execute(
        insert(_table),
        [
            {
                "kind": kind,
                "place": place,
                "words": words,
                "folded": folded(words),
                "sound": _sound(words) if kind in {"first", "last"} else "",
            }
            for kind, listed in kinds.items()
            for place, words in enumerate(listed)
        ],
    )
    connection.commit()
    return Texts({kind: len(listed) for kind, listed in kinds.items()})


def _sound(name: str) -> str:
    return " ".join(sorted(sounds_like(part) for part in name.split("-")))


def _kinds(now: datetime) -> dict[str, list[str]]:
    chronicle = Chronicle(now, TIME_ZONE)
    resumes = [compose(chronicle, somebody, ()) for somebody in everybody()]
    parts = [as_html(resume).split("<h3>") for resume in resumes]
    return {
        "first": sorted({one.first for one in everybody() if "-" not in one.first}),
        "last": _last_names(),
        "headline": [resume.headline for resume in resumes],
        "city": sorted({somebody.city for somebody in everybody()}),
        "summary": [f"<h3>{part[1]}" for part in parts],
        "experience": [f"<h3>{part[2]}" for part in parts],
        "rest": ["".join(f"<h3>{section}" for section in part[3:]) for part in parts],
        "skill": sorted({skill for resume in resumes for skill in resume.skills}),
        "category": sorted({word for words in CATEGORIES.values() for word in words}),
        "note": [line for resume in resumes for job in resume.jobs for line in job.done],
    }


def _last_names() -> list[str]:
    """Several times as many last names as there are people: real bases repeat few of them."""
    rng = random.Random("names")  # noqa: S311 - the same every time
    lasts = [somebody.last for somebody in everybody()]
    halves = [f"{rng.choice(lasts)}-{last}" for last in lasts for _ in range(_NAMES - 1)]
    return sorted({*lasts, *halves})
