"""What can be done with several candidates of the base: link, present, categorise, take away."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import bar, ends
from pages.ui.markup.basics import fill, run
from pages.ui.presenting import open_dialog
from pages.ui.problems import shown
from pages.ui.staff.seen_already import say_whom_it_saw
from pages.ui.text import t, tn
from services.candidates.choices import open_vacancies
from services.candidates.listing import CandidateRow
from services.candidates.several import add_words, link_several, linked_already
from services.candidates.vocabulary import vocabulary
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading

_TO_PRESENT, _TOLD = "base_to_present", "base_told"
_VACANCY, _SKILLS, _CATEGORIES = "base_vacancy", "base_skills", "base_categories"
_MOST_NAMED = 10


def draw_bar(chosen: Sequence[CandidateRow]) -> None:
    """The bar over the list; the dialog of presenting opens once the vacancy is known."""
    ids = tuple(one.id for one in chosen)
    words = fill("<span>{word} <b>{count}</b></span>", word=t("Chosen:"), count=len(ids))
    with bar(words, key="selection"):
        link = st.button(t("To a vacancy"), key="base_link", icon=":material/playlist_add:")
        tag = st.button(t("Categories"), key="base_tag", icon=":material/label:")
        st.html(_export(ids), width="content")
        present = st.button(
            t("Present to the customer"),
            key="base_present",
            type="primary",
            icon=":material/lightbulb:",
        )
        clear = st.button("", key="base_clear", icon=":material/close:", help=t("Choose nobody"))
    vacancy_id = session.kept(_TO_PRESENT)
    session.forget(_TO_PRESENT)
    if clear:
        _choose_nobody()
        st.rerun()
    elif vacancy_id is not None:
        open_dialog(vacancy_id=vacancy_id, candidate_ids=ids)
    elif present:
        guard.dialog(t("Present to the customer"), _present_where)()
    elif link:
        guard.dialog(t("Add to a vacancy"), _link)(ids)
    elif tag:
        guard.dialog(t("Skills and categories"), _tag)(ids)


def draw_told() -> None:
    """What the last act has done, once."""
    if words := session.kept(_TOLD):
        session.forget(_TOLD)
        st.toast(words, icon=":material/check:")


def _export(ids: Sequence[int]) -> Markup:
    given = ".".join(key_text(key) for key in ids)
    return run(
        m.button_link(
            kind.upper(), f"/export/candidates.{kind}?ids={given}", symbol="download", download=True
        )
        for kind in ("xlsx", "csv")
    )


def _ask_vacancy(viewer: Viewer) -> int | None:
    with reading(installation(), viewer) as work:
        names = {one.id: one.name for one in open_vacancies(work)}
    chosen: int | None = st.selectbox(
        t("Vacancy"),
        list(names),
        key=_VACANCY,
        index=None,
        format_func=lambda key: names.get(key, ""),
        placeholder=t("Choose"),
    )
    return chosen


def _present_where(viewer: Viewer) -> None:
    st.html(m.quiet(t("Next you read who will see them, and what of them.")))
    vacancy_id = _ask_vacancy(viewer)
    with ends("base_present"):
        later = st.button(t("Not now"), key="base_present_later")
        go = st.button(t("Next"), key="base_present_go", type="primary", disabled=not vacancy_id)
    if go:
        session.keep(_TO_PRESENT, vacancy_id)
    if go or later:
        st.rerun()


def _link(viewer: Viewer, ids: tuple[int, ...]) -> None:
    st.html(m.quiet(t("They are linked for us: customers see nothing of it.")))
    vacancy_id = _ask_vacancy(viewer)
    say_whom_it_saw(viewer, vacancy_id, ids)
    new = len(ids) - _say_who_is_there(viewer, vacancy_id, ids)
    place = st.container(key="base_link_problem")
    with ends("base_link"):
        later = st.button(t("Not now"), key="base_link_later")
        go = st.button(
            tn("Add {count} candidate", "Add {count} candidates", new or len(ids)),
            key="base_link_go",
            type="primary",
            disabled=not vacancy_id or not new,
        )
    if later:
        st.rerun()
    if go and vacancy_id:
        with place, shown() as attempt:
            done = perform(
                installation(), viewer, link_several, vacancy_id=vacancy_id, candidate_ids=ids
            )
        if not attempt.failed:
            told = t("Added: {n}", n=done.linked)
            if done.already:
                told = f"{told} · {t('there already: {n}', n=done.already)}"
            _done(told)


def _say_who_is_there(viewer: Viewer, vacancy_id: int | None, ids: tuple[int, ...]) -> int:
    """Name whom the vacancy has already; tells how many they are."""
    there: tuple[str, ...] = ()
    if vacancy_id is not None:
        with shown(), reading(installation(), viewer) as work:
            there = linked_already(work, vacancy_id=vacancy_id, candidate_ids=ids)
    if there:
        people = ", ".join(there[:_MOST_NAMED])
        if len(there) > _MOST_NAMED:
            people = f"{people} {t('and {n} more', n=len(there) - _MOST_NAMED)}"
        st.html(m.banner(t("There already: {people}", people=people), symbol="check"))
    return len(there)


def _tag(viewer: Viewer, ids: tuple[int, ...]) -> None:
    with reading(installation(), viewer) as work:
        known = vocabulary(work)
    skills = _ask_words(t("Skills"), _SKILLS, known.skills)
    categories = _ask_words(t("Categories"), _CATEGORIES, known.categories)
    place = st.container(key="base_tag_problem")
    with ends("base_tag"):
        later = st.button(t("Not now"), key="base_tag_later")
        go = st.button(
            tn("Add to {count} candidate", "Add to {count} candidates", len(ids)),
            key="base_tag_go",
            type="primary",
        )
    if later:
        st.rerun()
    if go:
        with place, shown() as attempt:
            changed = perform(
                installation(),
                viewer,
                add_words,
                candidate_ids=ids,
                skills=skills,
                categories=categories,
            )
        if not attempt.failed:
            _done(t("Changed: {n}", n=changed))


def _ask_words(label: str, key: str, known: Sequence[str]) -> list[str]:
    return st.multiselect(
        label,
        sorted({*known, *(session.typed(key) or [])}),
        key=key,
        accept_new_options=True,
        filter_mode="contains",  # a new word must not be taken for one that is a little like it
        placeholder=t("Choose or type a new one"),
        select_all=False,
    )


def _done(told: str) -> None:
    _choose_nobody()
    session.keep(_TOLD, told)
    session.clear(_VACANCY, _SKILLS, _CATEGORIES)
    st.rerun()


def _choose_nobody() -> None:
    session.keep("rows_round", session.kept("rows_round", 0) + 1)
