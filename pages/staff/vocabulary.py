"""Skills and categories: the agency's words, and one of them with its names."""

import streamlit as st
from markupsafe import Markup

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.base_address import Looked, address_of
from pages.ui.installed import installation
from pages.ui.layout import card, header, split
from pages.ui.opened import maybe_key
from pages.ui.problems import opening
from pages.ui.staff.word_forms import draw_merge, draw_names, draw_offer, draw_spellings
from pages.ui.text import t
from services.candidates.filters import BaseFilter
from services.candidates.vocabulary import SKILL
from services.candidates.wordlist import WordRow, words
from services.errors import NotFound
from services.ids import key_text
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.VOCABULARY_MANAGE)


def crumbs(*more: tuple[str, str]) -> Markup:
    """Where this page belongs: Account settings."""
    return m.crumbs([(t("Account settings"), "/settings"), *more])


def table(name: str, title: str, found: list[WordRow]) -> Markup:
    """The words of one kind, the archived ones last."""
    if not found:
        return m.section(title) + m.quiet(t("None"))
    columns = [
        m.Column(title, "person"),
        m.Column(t("Other spellings")),
        m.Column(t("Candidates"), "number"),
    ]
    rows = [
        m.Row(
            key_text(one.id),
            one.name,
            [
                m.title_cell(
                    one.name,
                    f"/vocabulary?id={key_text(one.id)}",
                    line=t("archived") if one.archived else "",
                ),
                ", ".join(one.spellings),
                str(one.candidates or ""),
            ],
        )
        for one in found
    ]
    return m.section(title, len(found)) + m.table(name, title, columns, rows)


def draw_list(found: list[WordRow]) -> None:
    """All words, skills first."""
    title = t("Skills and categories")
    line = t("A new word is made by typing it at a candidate.")
    with header(m.title(title, line=crumbs((title, ""))), key="vocabulary"):
        pass
    st.html(
        m.quiet(line)
        + table("skills", t("Skills"), [one for one in found if one.kind == SKILL])
        + table("categories", t("Categories"), [one for one in found if one.kind != SKILL])
    )


def draw_one(one: WordRow, others: list[WordRow]) -> None:
    """One word: its names at the left; who has it, merging and archiving beside them."""
    trail = crumbs((t("Skills and categories"), "/vocabulary"), (one.name, ""))
    only = BaseFilter(skills=(one.id,)) if one.kind == SKILL else BaseFilter(categories=(one.id,))
    with header(m.title(one.name, line=trail), key="word"):
        shown = t("Candidates: {n}", n=one.candidates)
        st.html(
            m.button_link(shown, address_of(Looked(only=only)), symbol="group"), width="content"
        )
    matter, beside = split("word")
    with matter, card("word_names"):
        draw_names(viewer, one)
    with beside:
        with card("word_merge"):
            draw_merge(viewer, one, others)
        if one.spellings:
            with card("word_spellings"):
                draw_spellings(viewer, one)
        with card("word_offer"):
            draw_offer(viewer, one)


opened = maybe_key("id")
with reading(installation(), viewer) as work:
    everything = words(work)
if opened is None:
    draw_list(everything)
else:
    with opening(t("Skills and categories"), "/vocabulary"):
        chosen = next((one for one in everything if one.id == opened), None)
        if chosen is None:
            raise NotFound(model="Term")
        draw_one(
            chosen,
            [one for one in everything if one.kind == chosen.kind and one.id != chosen.id],
        )
