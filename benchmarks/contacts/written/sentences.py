"""A sentence for a contact, with the name of its service where that must be said."""

import random

from benchmarks.contacts.written.labels import label
from benchmarks.contacts.written.sentence_forms import FORMS

_LINKS = (["{s} – {x}", "{s}: {x}", "{x} ({s})"], ["{s} → {x}", "[{s}] {x}", "{s}, {x}"])
_WITH_WORK = {"site", "jobsite", "techsite", "github", "behance", "habr", "linkedin"}


def said(
    chance: random.Random, language: str, service: str, kind: str, used: set[str], *, held: bool
) -> tuple[str, str]:
    """A sentence for a contact, if possible none of those used, and the name of the service."""
    table = _table(language, held=held)
    name = label(chance, language, service, held=held)
    if kind == "url":
        forms = table["url"] if service in _WITH_WORK else _LINKS[held]
    else:
        key = "phone" if kind == "phone" else service
        forms = table[key if key in table else "name"]
    if kind == "phone" and service != "phone":
        forms = [f"{form} ({{s}})" for form in forms]
    fresh = [form for form in forms if form.removesuffix(" ({s})") not in used]
    return chance.choice(fresh or forms), name


def elsewhere(language: str, *, held: bool) -> str:
    """That the name given is his name on another site, too: a hint, no contact of its own."""
    return _table(language, held=held)["elsewhere"][0]


def _table(language: str, *, held: bool) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for line in FORMS[language].strip().split("\n"):
        kind, _, form = line.partition(" | ")
        if kind.endswith("-held") == held:
            table.setdefault(kind.removesuffix("-held"), []).append(form)
    return table
