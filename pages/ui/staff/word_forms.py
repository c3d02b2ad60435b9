"""What can be done with a word of the vocabulary: names, merging, archiving."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t, tn
from services.candidates.wordlist import (
    WordForm,
    WordRow,
    archive,
    merge,
    rename,
    restore,
    spellings,
    split,
    word,
)
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading


def draw_names(viewer: Viewer, one: WordRow) -> None:
    """The word's name, and what it is called in each language."""
    with reading(installation(), viewer) as work:
        form = word(work, word_id=one.id)
    key = f"word_{key_text(one.id)}"
    with st.form(key, border=False):
        name = st.text_input(t("Name"), key=f"{key}_name", value=form.name)
        st.html(m.quiet(t("In a language without a name of its own it is read as above.")))
        fields = {}
        for field, label in (
            ("name_en", t("In English")),
            ("name_ru", t("In Russian")),
            ("name_uk", t("In Ukrainian")),
        ):
            fields[field] = st.text_input(
                label, key=f"{key}_{field}", value=getattr(form, field), placeholder=t("Optional")
            )
        place = st.container(key="word_names_problem")
        with ends("word_names"):
            sent = st.form_submit_button(t("Save Changes"), key=f"{key}_save", type="primary")
    if sent:
        with place:
            _act(viewer, rename, word_id=one.id, form=WordForm(name, **fields))


def draw_merge(viewer: Viewer, one: WordRow, others: Sequence[WordRow]) -> None:
    """Make it another spelling of another word; what follows is said before."""
    names = {other.id: other.name for other in others if not other.archived}
    st.html(m.section(t("The same as another word")))
    key = f"word_into_{key_text(one.id)}"
    into = st.selectbox(
        t("This word is the same as"),
        list(names),
        key=key,
        index=None,
        format_func=lambda id_: names.get(id_, ""),
        placeholder=t("Choose"),
    )
    if into is None:
        return
    st.html(
        m.quiet(
            tn(
                "{count} candidate is then read and found under “{name}”. It can be split again.",
                "{count} candidates are then read and found under “{name}”. It can be split again.",
                one.candidates,
                name=names[into],
            )
        )
    )
    if st.button(t("Merge"), key=f"{key}_go", icon=":material/sync:"):
        with st.container(key="word_merge_problem"):
            if _act(viewer, merge, rerun=False, word_id=one.id, into_id=into):
                session.clear(key)
                st.query_params.from_dict({"id": key_text(into)})
                st.rerun()


def draw_spellings(viewer: Viewer, one: WordRow) -> None:
    """What was merged into it, and the way to split it again."""
    st.html(m.section(t("Other spellings")))
    with reading(installation(), viewer) as work:
        merged = spellings(work, word_id=one.id)
    names = {other.id: other.name for other in merged}
    key = f"word_split_{key_text(one.id)}"
    chosen = st.selectbox(
        t("Make one a word of its own again"),
        list(names),
        key=key,
        index=None,
        format_func=lambda id_: names.get(id_, ""),
        placeholder=t("Choose"),
    )
    if chosen is not None and st.button(t("Split"), key=f"{key}_go", icon=":material/link_off:"):
        session.clear(key)
        _act(viewer, split, word_id=chosen)


def draw_offer(viewer: Viewer, one: WordRow) -> None:
    """Whether the word is offered while one types."""
    if one.archived:
        st.html(m.quiet(t("It is offered to nobody; whoever has it keeps it.")))
        if st.button(t("Offer it again"), key="word_restore", icon=":material/undo:"):
            _act(viewer, restore, word_id=one.id)
        return
    st.html(m.quiet(t("An archived word is offered to nobody; whoever has it keeps it.")))
    if st.button(t("Archive"), key="word_archive", icon=":material/archive:"):
        _act(viewer, archive, word_id=one.id)


def _act(viewer: Viewer, act: Callable[..., Any], *, rerun: bool = True, **named: object) -> bool:
    """Run the act and draw the page anew; a refusal is shown where we stand."""
    with shown() as attempt:
        perform(installation(), viewer, act, **named)
    if not attempt.failed and rerun:
        st.rerun()
    return not attempt.failed
