"""The index on disk: which candidates have which words. One directory, one writer at a time.

It holds no truth: it is made from the database, says up to which change it has read it
(`Position`), and is thrown away and made anew whenever it is not what was expected.
"""

import fcntl
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy

from services.search.words import Question

# Raised whenever what is indexed of a candidate changes: older indexes are made anew.
_EDITION = 1
_HEAP = 30_000_000
_EVERYTHING = 10_000_000
_PATIENCE_SECONDS = 1.0


class IndexNotReady(Exception):
    """The index cannot answer now: there is none yet, or it is being made."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a candidate here: his words, his terms' keys, the digits of his phones."""

    candidate_id: int
    words: frozenset[str]
    terms: frozenset[int]
    digits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Position:
    """Up to where the changes of the database have been read.

    `last` is the newest mark; `seen` are those shortly before it that have been read, too: one
    that was made earlier may be committed later, by another process.
    """

    last: int = 0
    seen: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the words of the vocabulary that each of its words begins."""

    question: Question
    terms: tuple[tuple[int, ...], ...]


class CandidateIndex:
    """The index of one directory. It is opened when it is first asked for."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._index: tantivy.Index | None = None
        self._lock = threading.Lock()

    def position(self) -> Position | None:
        """Up to where it has read; None where there is no index, or none that can be used."""
        try:
            stored = json.loads((self._directory / "position.json").read_text("utf-8"))
            if stored["edition"] != _EDITION or not tantivy.Index.exists(str(self._directory)):
                return None
            return Position(int(stored["last"]), frozenset(map(int, stored["seen"])))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def build(self, entries: Iterable[Iterable[Entry]], position: Position) -> None:
        """Make the whole index anew; the one before answers until this one is complete.

        Raises IndexNotReady where somebody else is writing it.
        """
        fresh = self._directory.with_name(f"{self._directory.name}.new")
        with self._alone():
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir(mode=0o700, parents=True)
            writer = tantivy.Index(_SCHEMA, path=str(fresh)).writer(_HEAP, num_threads=1)
            for several in entries:
                for entry in several:
                    writer.add_document(_document(entry))
            writer.commit()
            writer.wait_merging_threads()
            _write_position(fresh, position)
            self._index = None
            shutil.rmtree(self._directory, ignore_errors=True)
            fresh.rename(self._directory)

    def update(
        self,
        changed: Callable[[Position], tuple[Iterable[int], Iterable[Entry], Position] | None],
    ) -> None:
        """Put changed candidates in and take those away who are gone.

        `changed` is told the position once nobody else writes, and answers with the candidates
        touched, their entries as they are now, and the position then; or None for nothing.
        Raises IndexNotReady where somebody else is writing it.
        """
        with self._alone():
            position = self.position()
            found = changed(position) if position is not None else None
            if found is None:
                return
            touched, entries, reached = found
            writer = self._opened().writer(_HEAP, num_threads=1)
            for candidate_id in touched:
                writer.delete_documents_by_term("id", candidate_id)
            for entry in entries:
                writer.add_document(_document(entry))
            writer.commit()
            writer.wait_merging_threads()
            # After the commit: a crash in between only means that the same is read once more.
            _write_position(self._directory, reached)

    def page(self, asked: Asked, *, before: int | None, size: int) -> tuple[list[int], int]:
        """The newest candidates who answer the question (older than `before`), and how many do.

        Raises IndexNotReady.
        """
        searcher = self._searcher()
        query = _query(asked)
        if before is None:
            found = searcher.search(query, limit=size, order_by_field="id")
            return [key for key, _ in found.hits], _count(found)
        older = tantivy.Query.range_query(
            _SCHEMA, "id", tantivy.FieldType.Integer, None, before, include_upper=False
        )
        found = searcher.search(_all(query, older), limit=size, order_by_field="id", count=False)
        total = _count(searcher.search(query, limit=1))
        return [key for key, _ in found.hits], total

    def everybody(self, asked: Asked) -> list[int]:
        """All candidates who answer the question. Raises IndexNotReady."""
        found = self._searcher().search(
            _query(asked), limit=_EVERYTHING, order_by_field="id", count=False
        )
        return [key for key, _ in found.hits]

    def _searcher(self) -> tantivy.Searcher:
        try:
            index = self._opened()
            index.reload()  # another process of this machine may have written
        except (OSError, ValueError) as error:
            self._index = None
            raise IndexNotReady from error
        return index.searcher()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else writes meanwhile, in this process or another one of this machine."""
        if not self._lock.acquire(timeout=_PATIENCE_SECONDS):
            raise IndexNotReady
        try:
            self._directory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._directory.with_name(f"{self._directory.name}.lock").open("w") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError as error:
                    raise IndexNotReady from error
                yield
        finally:
            self._lock.release()

    def _opened(self) -> tantivy.Index:
        index = self._index
        if index is None:
            index = tantivy.Index.open(str(self._directory))
            index.config_reader("manual")
            self._index = index
        return index


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    for name in ("words", "terms", "digits"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


_SCHEMA = _schema()


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    document.add_integer("id", entry.candidate_id)
    document.add_text("words", " ".join(entry.words))
    document.add_text("terms", " ".join(map(str, entry.terms)))
    document.add_text("digits", " ".join(entry.digits))
    return document


def _query(asked: Asked) -> tantivy.Query:
    """Every word and number must be there, a word in a text or as one of the vocabulary."""
    parts = []
    for word, terms in zip(asked.question.words, asked.terms, strict=True):
        named = tantivy.Query.term_set_query(_SCHEMA, "terms", list(map(str, terms)))
        parts.append(_either(_begins("words", word), named))
    for number in asked.question.numbers:
        said = _all(*(_begins("words", word) for word in number.words))
        parts.append(_either(_begins("digits", number.digits), said))
    return _all(*parts)


def _either(*several: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in several])


def _all(*several: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in several])


def _count(found: tantivy.SearchResult) -> int:
    # The package's own stub leaves it out.
    return int(getattr(found, "count", 0) or 0)


def _begins(field: str, start: str) -> tantivy.Query:
    escaped = "".join(rf"\{sign}" if sign in "+#" else sign for sign in start)
    return tantivy.Query.regex_query(_SCHEMA, field, f"{escaped}.*")


def _write_position(directory: Path, position: Position) -> None:
    part = directory / "position.part"
    stored = {"edition": _EDITION, "last": position.last, "seen": sorted(position.seen)}
    with part.open("w", encoding="utf-8") as handle:
        json.dump(stored, handle)
        handle.flush()
        os.fsync(handle.fileno())
    part.replace(directory / "position.json")
