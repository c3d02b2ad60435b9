"""Contacts that stop a showing: each in its place, removed or said to be none by one press.

A press is acted on before the fields are drawn, so that what was typed can be filled in anew:
`settle_pressed` stands above the fields, `draw_leaks` below them. It settles what the reader had
before him when he pressed.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import card, ends, line
from pages.ui.leak_words import SYMBOLS, act_words, source_name, where_mended
from pages.ui.problems import sentences
from pages.ui.text import t, tn
from services.errors import CandelaError, ContactsFound
from services.leaks.checking import Leak
from services.leaks.settling import settle, words_without
from services.viewer import Viewer
from services.work import perform, reading


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: the same words typed for several candidates are one."""

    leaks: tuple[Leak, ...]

    @property
    def first(self) -> Leak:
        """What is drawn of it."""
        return self.leaks[0]

    @property
    def stored(self) -> bool:
        """Whether it is a stored contact of one of them."""
        return any(leak.stored for leak in self.leaks)

    @property
    def doubtful(self) -> bool:
        """Whether it may be a contact only: no rule reads it for certain."""
        return all(leak.doubtful for leak in self.leaks)

    @property
    def can_be_kept(self) -> bool:
        """Whether it may be said to be no contact."""
        return not self.stored and all(leak.is_short_enough for leak in self.leaks)

    def key(self, name: str) -> str:
        """The key of its box: another one for another string."""
        told = repr((self.first.place, self.first.said))
        return f"{name}_keep_{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:16]}"


def settle_pressed(viewer: Viewer, name: str, *, typed: str = "") -> bool:
    """Do what was pressed; tells whether it is done. `typed` is the key of the field beside it."""
    session.forget(f"{name}_refused")
    rows: Sequence[Row] = session.kept(f"{name}_seen", ())
    remove: list[Leak] = []
    if session.typed(f"{name}_doubts"):
        kept = [row for row in rows if row.doubtful and row.can_be_kept]
    elif session.typed(f"{name}_settle"):
        kept = [row for row in rows if session.typed(row.key(name)) and row.can_be_kept]
        remove = [leak for row in rows if row not in kept for leak in row.leaks if not leak.by_hand]
    else:
        return False
    keep = [leak for row in kept for leak in row.leaks]
    typed_ones = [leak for leak in remove if leak.source == "words"]
    words = (session.typed(typed) or "") if typed else ""
    try:
        if words:
            with reading(installation(), viewer) as work:
                words = words_without(work, words=words, remove=typed_ones)
        perform(installation(), viewer, settle, remove=remove, keep=keep)
    except CandelaError as error:
        session.keep(f"{name}_refused", error)
        return False
    if typed:
        session.fill(typed, words)
    return True


def draw_leaks(
    name: str,
    found: Sequence[Leak],
    title: str,
    *,
    field: str,
    names: Mapping[int, str] | None = None,
) -> None:
    """The list: what was found, text by text, and the one button that settles it all.

    What may be a contact stands apart, with a button of its own that keeps it all. `field` is
    what is typed into here; `names` are the candidates' where they are several.
    """
    rows = _rows(found)
    session.keep(f"{name}_seen", rows)
    with card(name, sunken=True):
        st.html(m.banner(title, tone="lit", symbol="visibility_off"))
        ticked = _draw_rows(name, [row for row in rows if not row.doubtful], field, names or {})
        doubts = [row for row in rows if row.doubtful]
        if doubts:
            st.html(m.section(t("May be a contact"), len(doubts)) + m.quiet(what_a_doubt_is()))
            ticked += _draw_rows(name, doubts, field, names or {})
        if keepable := sum(row.can_be_kept for row in doubts):
            with line(f"{name}_doubts"):
                words = tn(
                    "It is no contact: keep it", "They are no contacts: keep all {count}", keepable
                )
                st.button(words, key=f"{name}_doubts")
        kept = len(ticked)
        removed = sum(row not in ticked and not row.first.by_hand for row in rows)
        refused = session.kept(f"{name}_refused")
        if refused is not None:
            st.html(m.form_error(*sentences(refused)))
        if kept or removed:
            with ends(name):
                st.button(act_words(removed, kept), key=f"{name}_settle")


def what_a_doubt_is() -> str:
    """What is said of what stands apart."""
    return t("No rule reads this for certain, so it is withheld. Please look for yourself.")


def found_in(error: ContactsFound) -> tuple[Leak, ...]:
    """What the refusal names."""
    return tuple(leak for leak in error.leaks if isinstance(leak, Leak))


def as_typed(error: ContactsFound) -> list[Leak]:
    """The same of a text that is not saved: it stands in the field beside the list."""
    return [replace(leak, source="words", key=0) for leak in found_in(error)]


def counted(found: Iterable[Leak]) -> int:
    """How many lines the list has."""
    return len(_rows(found))


def forget_leaks(name: str) -> None:
    """The list is gone, and what was ticked in it."""
    rows: Sequence[Row] = session.kept(f"{name}_seen", ())
    session.clear(*(row.key(name) for row in rows))
    session.forget(f"{name}_seen", f"{name}_refused")


def _draw_rows(name: str, rows: Iterable[Row], field: str, names: Mapping[int, str]) -> list[Row]:
    """Them, each text named once; gives back those that are ticked."""
    place, ticked = None, []
    for row in rows:
        leak = row.first
        here = "words" if leak.source == "words" else leak.place
        if here != place:
            place = here
            whose = "" if leak.source == "words" else names.get(leak.candidate_id, "")
            way = where_mended(leak)
            st.html(m.leak_place(source_name(leak.source) or field, way, whose=whose))
        if _draw_row(name, row):
            ticked.append(row)
    return ticked


def _draw_row(name: str, row: Row) -> bool:
    """One of them, and the box beside it; tells whether it is ticked."""
    leak = row.first
    said = _what(row)
    with line(row.key(name)):
        drawn = m.leak(leak.before, leak.text, leak.after, symbol=SYMBOLS[leak.kind], said=said)
        st.html(drawn, width="stretch")
        if not row.can_be_kept:
            return False
        return bool(st.checkbox(t("Not a contact"), key=row.key(name)))


def _what(row: Row) -> str:
    said = [t("stored with the candidate")] if row.stored else []
    if row.first.is_beside:
        said.append(t("taken out for customers alone"))
    elif row.first.by_hand and not row.stored:
        said.append(t("please mend it by hand"))
    return ", ".join(said)


def _rows(found: Iterable[Leak]) -> list[Row]:
    rows: dict[object, tuple[Leak, ...]] = {}
    for leak in found:
        place: object = "words" if leak.source == "words" else leak.place
        key = (place, leak.said)
        rows[key] = (*rows.get(key, ()), leak)
    # What was typed here stands last, close to its field.
    return sorted(map(Row, rows.values()), key=lambda row: row.first.source == "words")
