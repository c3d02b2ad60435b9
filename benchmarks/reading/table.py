"""The table of `--reading`: formats and languages, and what was kept of each."""

import dataclasses
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.reading.files import Labelled, labelled, office_path
from benchmarks.reading.measure import Kept, kept
from benchmarks.tables import print_table
from services.documents import read_document
from services.errors import DocumentRefused

_HEADS = (
    "format", "by", "language", "files", "words", "added", "name", "contacts", "headline", "city",
    "languages", "years",
)  # fmt: skip
_SHORT = 0.98


def print_reading(*, office: bool, keep: Path | None = None) -> None:
    """Make the labelled set, read it, and print what was kept; files read badly go to stderr."""
    found: dict[tuple[str, str, str], list[Kept]] = defaultdict(list)
    for file in labelled(office=office):
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / file.name).write_bytes(file.content)
        measured = _measured(file)
        found[file.format, file.maker, file.sheet.truth.language].append(measured)
        _complain(file, measured)
    files = sum(map(len, found.values()))
    print(f"\n{files} résumé files, 7 layouts, 3 languages; shares in percent")
    rows = [(*key, *_line(files)) for key, files in found.items()]
    everything = [one for files in found.values() for one in files]
    print_table([_HEADS, *rows, ("all", "", "", *_line(everything))])
    if office and not office_path():
        print("LibreOffice is not installed: nothing was measured of what it writes, nor of DOC.")


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
