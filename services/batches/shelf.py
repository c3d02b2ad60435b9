"""Dropped files on disk, until they are saved or called off: a restart of the server loses none.

A folder for each batch: the bytes of its files, and a record of what was said of them. What they
say and propose is not kept: it is read out of the bytes again. The shelf asks for no permission;
it gives a batch to the session it was dropped in and to nobody else.
"""

import json
import logging
import os
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from services.batches.batch import Batch, BatchFile, Owner
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.particulars import LanguageForm, ParticularsForm
from services.errors import CannotStore

KEPT_SECONDS = 24 * 3600.0
_RECORD = "record.json"
_SAID = (
    "number",
    "name",
    "sha256",
    "state",
    "reason",
    "like",
    "plan",
    "update_id",
    "candidate_id",
    "updated",
)
_log = logging.getLogger("candela")


class Shelf:
    """The batches of everybody under one folder, each under its owner's keys and its own."""

    def __init__(self, root: Path) -> None:
        self._root = root
        root.mkdir(parents=True, exist_ok=True, mode=0o700)

    def lay(self, owner: Owner, batch: Batch) -> None:
        """Write a batch down, its files first. Raises CannotStore, then nothing is left of it."""
        folder = self._folder(owner, batch)
        try:
            folder.mkdir(mode=0o700)
            for file in batch.files:
                if file.content:
                    _write(folder / str(file.number), file.content)
            _write_record(folder, batch)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise CannotStore from error

    def note(self, owner: Owner, batch: Batch) -> None:
        """Write down what has been said of its files since; what is settled is let go.

        A disk that is full or read-only stops nobody: the desk still has it all.
        """
        folder = self._folder(owner, batch)
        try:
            _write_record(folder, batch)
            for file in batch.files:
                if not file.content:
                    (folder / str(file.number)).unlink(missing_ok=True)
        except OSError:
            _log.exception("what was said of dropped files could not be written down")

    def has(self, owner: Owner) -> bool:
        """Whether there is anything of this owner."""
        return any(self._folders(owner))

    def find(self, owner: Owner) -> Batch | None:
        """The newest batch of this owner, to be read again; None where there is none."""
        for folder in sorted(self._folders(owner), reverse=True):
            try:
                return _batch(folder)
            except FileNotFoundError:
                continue  # it is being laid down
            except (OSError, ValueError, KeyError, TypeError):
                _log.exception("the record of dropped files could not be read")
        return None

    def clear(self, owner: Owner, *, besides: Batch | None = None) -> None:
        """Remove what this owner has here."""
        stays = self._folder(owner, besides) if besides else None
        for folder in self._folders(owner):
            if folder != stays:
                shutil.rmtree(folder, ignore_errors=True)

    def is_empty(self) -> bool:
        """Whether nobody has anything here."""
        return next(self._root.iterdir(), None) is None

    def tidy(
        self,
        here: Collection[Owner],
        *,
        in_use: Collection[Owner] = (),
        longest: float = KEPT_SECONDS,
    ) -> None:
        """Remove what belongs to nobody who is signed in, and what nobody touched for a day.

        What is `in_use`, on the desk, is being touched.
        """
        signed_in, touched = ({_name(one) for one in some} for some in (here, in_use))
        now = time.time()
        for folder in self._root.iterdir():
            with suppress(OSError):  # it is being removed by its owner
                whose = folder.name.rpartition("-")[0]
                if whose in touched:
                    os.utime(folder)
                if whose not in signed_in or now - folder.stat().st_mtime >= longest:
                    shutil.rmtree(folder)

    def _folders(self, owner: Owner) -> Iterator[Path]:
        return self._root.glob(f"{_name(owner)}-*")

    def _folder(self, owner: Owner, batch: Batch) -> Path:
        return self._root / f"{_name(owner)}-{batch.id}"


def _name(owner: Owner) -> str:
    user_id, session_id = owner
    return f"{user_id}-{session_id or 0}"


def _write(path: Path, content: bytes) -> None:
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    unfinished.replace(path)


def _write_record(folder: Path, batch: Batch) -> None:
    record = {
        "id": batch.id,
        "vacancy_id": batch.vacancy_id,
        "too_many": batch.too_many,
        "too_large": batch.too_large,
        "files": [
            {name: getattr(one, name) for name in _SAID}
            | {"typed": asdict(one.typed) if one.typed else None}
            for one in batch.files
        ],
    }
    _write(folder / _RECORD, json.dumps(record, default=str).encode("ascii"))


def _batch(folder: Path) -> Batch:
    record = json.loads((folder / _RECORD).read_bytes())
    return Batch(
        id=record["id"],
        files=tuple(_file(folder, one) for one in record["files"]),
        vacancy_id=record["vacancy_id"],
        too_many=tuple(record["too_many"]),
        too_large=tuple(record["too_large"]),
    )


def _file(folder: Path, record: dict[str, Any]) -> BatchFile:
    """A file as it is to go on: what waited or was being read or saved is read again.

    Nobody knows whether one that was being saved has been saved. If it has, its candidate is
    found by the very same file: then it is asked anew what becomes of it.
    """
    said = {name: record[name] for name in _SAID}
    file = BatchFile(**said, typed=_typed(record["typed"]))
    if not file.is_open:
        return file
    path = folder / str(file.number)
    file = replace(file, content=path.read_bytes() if path.exists() else b"")
    if file.state == "saving" and file.plan == "add":
        file = replace(file, plan="")
    return replace(file, state="waiting")


def _typed(form: dict[str, Any] | None) -> CandidateForm | None:
    if form is None:
        return None
    try:
        return _form(form)
    except (ValueError, KeyError, TypeError):  # another version of the app asked otherwise
        _log.exception("what was typed about a dropped file could not be read")
        return None


def _form(form: dict[str, Any]) -> CandidateForm:
    about = form["particulars"]
    if about is not None:
        born_on = about["born_on"] and date.fromisoformat(about["born_on"])
        spoken = tuple(LanguageForm(**one) for one in about["languages"])
        about = ParticularsForm(**{**about, "born_on": born_on, "languages": spoken})
    lists = {name: tuple(form[name]) for name in ("skills", "categories")}
    contacts = tuple(ContactForm(**one) for one in form["contacts"])
    return CandidateForm(**{**form, **lists, "contacts": contacts, "particulars": about})
