"""The desk where dropped files lie while they are read and confirmed: one per house.

One thread reads, one file at a time for the whole house and by turns between the batches, so
that nobody waits behind another's twenty files and the pages stay quick. A batch belongs to the
session it was dropped in. It lies in memory; what is needed to begin anew after a restart lies
on the shelf beside the desk. The desk asks for no permission: the functions beside it do.
"""

import logging
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from services.batches.batch import MOST_BYTES, Batch, BatchFile, Owner, refused
from services.documents import Proposal, ReadDocument, propose, read_document
from services.errors import BatchRefused, DocumentRefused

if TYPE_CHECKING:
    from services.batches.shelf import Shelf

Reader = Callable[[BatchFile, Collection[str], threading.Event], tuple[ReadDocument, Proposal]]

MOST_BYTES_OF_ALL = 4 * MOST_BYTES
LEFT_ALONE_SECONDS = 2 * 3600.0
_log = logging.getLogger("candela")


def read_one(
    file: BatchFile, skills: Collection[str], stopped: threading.Event, *, scans: bool = False
) -> tuple[ReadDocument, Proposal]:
    """What a file says and proposes. Raises DocumentRefused."""
    document = read_document(file.name, file.content, stopped=stopped, scans=scans)
    return document, propose(document.text, skills=skills)


@dataclass
class _Lying:
    """A batch on the desk."""

    batch: Batch
    skills: Collection[str]
    stopped: threading.Event = field(default_factory=threading.Event)
    touched: float = field(default_factory=time.monotonic)
    served: int = 0


class Desk:
    """The batches of everybody, each under its owner, and the one reader of them all."""

    def __init__(self, read: Reader = read_one, shelf: "Shelf | None" = None) -> None:
        self._read = read
        self._shelf = shelf
        self._lock = threading.Lock()
        self._lying: dict[Owner, _Lying] = {}
        self.reader: threading.Thread | None = None  # while there is something to read
        self._turn = 0

    def put(self, owner: Owner, batch: Batch, skills: Collection[str]) -> None:
        """Lay a batch down and begin to read it.

        Raises BatchRefused (one_open, desk_full), CannotStore.
        """
        with self._lock:
            self._check_room(owner, batch)
        if self._shelf is not None:
            self._shelf.lay(owner, batch)  # takes its time: nobody waits for it
        with self._lock:
            try:
                self._check_room(owner, batch)
            except BatchRefused:
                self._clear_shelf(owner, besides=self._lying.get(owner))
                raise
            self._lying[owner] = _Lying(batch, skills)
            self._clear_shelf(owner, besides=self._lying[owner])
            self._keep_reading()

    def bring_back(self, owner: Owner, skills: Callable[[], Collection[str]]) -> None:
        """Lay down again what lies on the shelf alone, after a restart or some hours.

        It had its room before: it is not asked for again.
        """
        if self._shelf is None or owner in self._lying or not self._shelf.has(owner):
            return
        known = skills()
        with self._lock:  # whoever calls it off meanwhile has taken it from the shelf, too
            batch = None if owner in self._lying else self._shelf.find(owner)
            if batch is not None:
                self._lying[owner] = _Lying(batch, known)
                self._keep_reading()

    def look(self, owner: Owner) -> Batch | None:
        """The batch of this owner as it is now."""
        with self._lock:
            lying = self._lying.get(owner)
            if lying is None:
                return None
            lying.touched = time.monotonic()
            return lying.batch

    def change(
        self,
        owner: Owner,
        batch_id: int,
        number: int,
        change: Callable[[BatchFile], BatchFile | None],
    ) -> BatchFile | None:
        """Put what `change` makes of a file in its place; None leaves it.

        Returns the file as it was before; None where it is not there, or was left.
        """
        with self._lock:
            lying = self._lying.get(owner)
            if lying is None or lying.batch.id != batch_id:
                return None
            file = lying.batch.file(number)
            changed = change(file) if file else None
            if changed is None:
                return None
            _put(lying, changed)
            if self._shelf is not None:
                self._shelf.note(owner, lying.batch)
            return file

    def claim(
        self, owner: Owner, batch_id: int, number: int, due: Callable[[BatchFile], bool]
    ) -> BatchFile | None:
        """Take a file to save it; None where it is not due: nobody takes it a second time."""

        def saving(file: BatchFile) -> BatchFile | None:
            return replace(file, state="saving", problem=None) if due(file) else None

        return self.change(owner, batch_id, number, saving)

    def settle(self, owner: Owner, batch_id: int, file: BatchFile) -> None:
        """Put a file back that was claimed, as it is now."""
        self.change(owner, batch_id, file.number, lambda _: file)

    def take_away(self, owner: Owner) -> None:
        """Drop the batch; a reading that is under way is stopped, its process ended."""
        with self._lock:
            lying = self._lying.pop(owner, None)
            self._clear_shelf(owner)
        if lying is not None:
            lying.stopped.set()

    def owners(self) -> list[Owner]:
        """Whose batches lie here."""
        with self._lock:
            return list(self._lying)

    def tidy(self, here: Collection[Owner], *, left_alone: float = LEFT_ALONE_SECONDS) -> None:
        """Drop what belongs to nobody who is still signed in, and what was left alone.

        What was left alone for hours stays on the shelf for a day.
        """
        now = time.monotonic()
        with self._lock:
            ended = [
                owner
                for owner, one in self._lying.items()
                if owner not in here or now - one.touched >= left_alone
            ]
        for owner in ended:
            self._let_go(owner)
        if self._shelf is not None:
            self._shelf.tidy(here, in_use=self.owners())

    def is_empty(self) -> bool:
        """Whether there is nothing of anybody, neither here nor on the shelf."""
        return not self._lying and (self._shelf is None or self._shelf.is_empty())

    def close(self) -> None:
        """Stop reading: the house is being closed. What lies on the shelf stays there."""
        for owner in self.owners():
            self._let_go(owner)

    def _let_go(self, owner: Owner) -> None:
        with self._lock:
            lying = self._lying.pop(owner, None)
        if lying is not None:
            lying.stopped.set()

    def _check_room(self, owner: Owner, batch: Batch) -> None:
        there = self._lying.get(owner)
        if there is not None and not there.batch.is_done:
            raise BatchRefused(reason="one_open")
        others = (one.batch.weight for key, one in self._lying.items() if key != owner)
        if sum(others) + batch.weight > MOST_BYTES_OF_ALL:
            raise BatchRefused(reason="desk_full")

    def _clear_shelf(self, owner: Owner, *, besides: _Lying | None = None) -> None:
        if self._shelf is not None:
            self._shelf.clear(owner, besides=besides.batch if besides else None)

    def _keep_reading(self) -> None:
        if self.reader is None:
            self.reader = threading.Thread(target=self._read_all, name="desk", daemon=True)
            self.reader.start()

    def _read_all(self) -> None:
        while (found := self._next()) is not None:
            lying, file = found
            done = self._read_safely(file, lying)
            with self._lock:
                _put(lying, done)

    def _next(self) -> tuple[_Lying, BatchFile] | None:
        """The next file, of the batch that was served the longest ago; None ends the reader."""
        with self._lock:
            for lying in sorted(self._lying.values(), key=lambda one: one.served):
                file = next((one for one in lying.batch.files if one.state == "waiting"), None)
                if file is not None:
                    self._turn += 1
                    lying.served = self._turn
                    _put(lying, replace(file, state="reading"))
                    return lying, file
            self.reader = None
            return None

    def _read_safely(self, file: BatchFile, lying: _Lying) -> BatchFile:
        try:
            document, proposal = self._read(file, lying.skills, lying.stopped)
        except DocumentRefused as refusal:
            return refused(file, str(refusal.fields["reason"]))
        except Exception:  # noqa: BLE001 - whatever one file does, the next one is read
            _log.exception("a file of a batch could not be read")
            return refused(file, "damaged")
        return replace(file, state="ready", document=document, proposal=proposal)


def _put(lying: _Lying, changed: BatchFile) -> None:
    files = tuple(changed if one.number == changed.number else one for one in lying.batch.files)
    lying.batch = replace(lying.batch, files=files)
