"""The table of `--reading`: formats and languages, and what was kept of each."""

import dataclasses
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.reading.files import Labelled, labelled, labelled_unseen, office_path
from benchmarks.reading.measure import Kept, kept
from benchmarks.tables import print_table
from services.documents import read_document
from services.errors import DocumentRefused

_HEADS = (
    "format", "by", "language", "files", "words", "added", "name", "contacts", "headline", "city",
    "languages", "years",
)  # fmt: skip
_SHORT = 0.98


def print_reading(*, office: bool, keep: Path | None = None, seed: int = 1) -> None:
    """Make both labelled sets, read them, and print what was kept; bad ones go to stderr.

    The readers were made with the first set before their makers' eyes; of the second one, drawn
    anew from `seed`, they have seen neither names nor layouts.
    """
    _print_set(labelled(office=office), "7 layouts", keep)
    if office and not office_path():
        print("LibreOffice is not installed: nothing was measured of what it writes, nor of DOC.")
    _print_set(labelled_unseen(seed=seed), f"5 layouts not seen before (seed {seed})", keep)


def _print_set(files: Iterable[Labelled], layouts: str, keep: Path | None) -> None:
    found: dict[tuple[str, str, str], list[Kept]] = defaultdict(list)
    for file in files:
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / file.name).write_bytes(file.content)
        measured = _measured(file)
        found[file.format, file.maker, file.sheet.truth.language].append(measured)
        _complain(file, measured)
    everything = [one for files in found.values() for one in files]
    print(f"\n{len(everything)} résumé files, {layouts}, 3 languages; shares in percent")
    rows = [(*key, *_line(files)) for key, files in found.items()]
    print_table([_HEADS, *rows, ("all", "", "", *_line(everything))])


def _measured(file: Labelled) -> Kept:
    try:
        return kept(file, read_document(file.name, file.content))
    except DocumentRefused as refusal:
        print(f"  {file.name}: refused, {refusal.fields['reason']}", file=sys.stderr)
        return Kept()


def _complain(file: Labelled, measured: Kept) -> None:
    shares = dataclasses.asdict(measured)
    added = shares.pop("added")
    low = [f"{name} {share:.2f}" for name, share in shares.items() if share < _SHORT]
    if low or added > 1 - _SHORT:
        print(f"  {file.name}: {', '.join(low)} added {added:.2f}", file=sys.stderr)


def _line(files: Sequence[Kept]) -> tuple[str, ...]:
    names = [field.name for field in dataclasses.fields(Kept)]
    return (str(len(files)), *(_mean(getattr(one, name) for one in files) for name in names))


def _mean(shares: Iterable[float]) -> str:
    known = list(shares)
    return f"{100 * sum(known) / len(known):.1f}"
