"""The documents of the set: every author in every language, drawn from a fixed seed."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contacts.written import layouts, layouts_held
from benchmarks.contacts.written.marks import Contact, read
from benchmarks.contacts.written.sheet import Sheet, some_sheet

FOLDER = Path(__file__).parent
LANGUAGES = {
    "en": 15,
    "uk": 15,
    "ru": 15,
    "pl": 2,
    "de": 2,
    "kk": 2,
    "tr": 2,
    "ro": 2,
}  # an author's
AUTHORS: dict[str, Callable[[Sheet], str]] = {
    "recruiter-export": layouts.recruiter_export,
    "hand-typed": layouts.hand_typed,
    "job-site": layouts.job_site,
    "messenger": layouts.messenger,
    "ocr-like": layouts.ocr_like,
    "table-cells": layouts.table_cells,
    "letter-held": layouts_held.letter,
    "europass-held": layouts_held.europass,
    "designer-held": layouts_held.designer,
    "agency-held": layouts_held.agency,
    "markdown-held": layouts_held.markdown,
    "scan-held": layouts_held.scan,
}
_SORTS = ("clean", "disguised", "none")


@dataclass(frozen=True, slots=True)
class Document:
    """One résumé as text, with the truth about it."""

    id: str
    language: str
    author: str
    disguised: bool
    text: str
    contacts: tuple[Contact, ...]

    def as_json(self) -> str:
        """One line of a file of the set."""
        contacts = [{"kind": c.kind, "start": c.start, "end": c.end} for c in self.contacts]
        return json.dumps(
            {
                "id": self.id, "language": self.language, "author": self.author,
                "disguised": self.disguised, "text": self.text, "contacts": contacts,
            },
            ensure_ascii=False,
        )  # fmt: skip


def documents(language: str) -> Iterator[Document]:
    """All documents in this language; each has a seed of its own."""
    for place, (author, layout) in enumerate(AUTHORS.items()):
        for count in range(LANGUAGES[language]):
            sort = _SORTS[(count + place) % len(_SORTS)]
            name = f"{language}-{author}-{count + 1:02}"
            sheet = some_sheet(
                random.Random(name), language, held=author.endswith("-held"), hand=place,
                contacts=sort != "none", hidden=sort == "disguised",
            )  # fmt: skip
            text, contacts = read(layout(sheet))
            yield Document(name, language, author, sort == "disguised", text, tuple(contacts))


def file_of(language: str) -> Path:
    """Where the documents of a language lie."""
    return FOLDER / f"{language}.jsonl"


def content(language: str) -> str:
    """What that file says."""
    return "".join(document.as_json() + "\n" for document in documents(language))
