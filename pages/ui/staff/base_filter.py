"""The filters over the base: one line; what is chosen goes into the address and is read from it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.base_address import Looked, address_of, looked_in, values_of, without
from pages.ui.installed import installation
from pages.ui.search_box import draw_search
from pages.ui.text import t
from pages.ui.words import stage_name, stage_words
from services.candidates.choices import (
    Choice,
    cities,
    names_of,
    place_choices,
    sources,
    stage_choices,
    word_choices,
)
from services.candidates.filters import RESUMES
from services.vacancies.stages import StageView
from services.viewer import Viewer
from services.work import reading

# The fields of the filter that each popover asks for; only an open one is drawn.
_GROUPS = {
    "skills": ("skills", "categories"),
    "place": ("vacancy", "stage", "recruiter", "company"),
    "more": ("city", "source", "resume", "added_from", "added_until"),
}


def looked_for() -> Looked:
    """What the address asks for."""
    return looked_in(st.query_params.to_dict())


def draw_filters(viewer: Viewer, looked: Looked) -> None:
    """The box and the popovers, as the address has them."""
    draw_search(
        "candidates_search",
        looked.words,
        lambda words: _go(replace(looked_for(), words=words)),
        placeholder=t("Name, skill, word of the resume, phone"),
        width=300,
    )
    labels = {"skills": t("Skills"), "place": t("Vacancy and stage"), "more": t("More")}
    for group, fields in _GROUPS.items():
        set_ = sum(getattr(looked.only, field) not in (None, "", ()) for field in fields)
        label = f"{labels[group]} · {set_}" if set_ else labels[group]
        opened = st.popover(label, key=f"filter_{group}", on_change="rerun")
        if opened.open:
            with opened:
                _DRAWN[group](viewer, looked)


def draw_chosen(viewer: Viewer, looked: Looked) -> None:
    """What is filtered by, each with the link that takes it away."""
    if looked.everybody:
        return
    only = looked.only
    with reading(installation(), viewer) as work:
        names = names_of(work, only)
    unknown = t("not there any more")
    parts: list[tuple[str, Looked]] = []
    if looked.words:
        parts.append((f"“{looked.words}”", without(looked, "words")))
    for field in ("skills", "categories"):
        parts += [
            (names.get(key, unknown), without(looked, field, key)) for key in getattr(only, field)
        ]
    titles = {"vacancy": "", "recruiter": t("Recruiter"), "company": t("Presented to")}
    for field, title in titles.items():
        if (key := getattr(only, field)) is not None:
            name = names.get(key, unknown)
            parts.append((f"{title}: {name}" if title else name, without(looked, field)))
    for field, text in _said(looked).items():
        parts.append((text, without(looked, field)))
    links = [
        m.removable(text, address_of(left), label=f"{t('Remove')}: {text}") for text, left in parts
    ]
    st.html(m.chosen(links, m.link(t("Show all"), address_of(Looked(sort=looked.sort)))))


def _said(looked: Looked) -> dict[str, str]:
    """The filters that need no name from the base, in words."""
    only = looked.only
    said = {
        "city": only.city,
        "source": only.source and f"{t('Source')}: {only.source}",
        "stage": stage_words().get(only.stage, only.stage),
        "resume": _resumes().get(only.resume, ""),
        "added_from": only.added_from and t("added from {day}", day=f"{only.added_from:%d.%m.%Y}"),
        "added_until": only.added_until
        and t("added until {day}", day=f"{only.added_until:%d.%m.%Y}"),
    }
    return {field: text for field, text in said.items() if text}


def _resumes() -> dict[str, str]:
    return {"yes": t("with a resume for customers"), "no": t("without a resume for customers")}


def _skills(viewer: Viewer, looked: Looked) -> None:
    with reading(installation(), viewer) as work:
        words = word_choices(work)
    _several("skills", t("Has all these skills"), words.skills, looked)
    _several("categories", t("In one of these categories"), words.categories, looked)


def _place(viewer: Viewer, looked: Looked) -> None:
    with reading(installation(), viewer) as work:
        choices = place_choices(work)
        stages = stage_choices(work, vacancy_id=looked.only.vacancy)
    _one_of("vacancy", t("Vacancy"), choices.vacancies, looked)
    names = _stage_names(stages, looked.only.stage)
    _select("stage", t("Stage"), list(names), names, looked)
    _one_of("recruiter", t("Recruiter"), choices.recruiters, looked)
    _one_of("company", t("Presented to"), choices.companies, looked)


def _stage_names(stages: Sequence[StageView], chosen: str) -> dict[str, str]:
    """What an address can ask for, and how it is called; what is chosen is among it.

    A stage of the agency's own goes by its name: the one that was chosen, maybe in another
    language, or the reader's.
    """
    names = {"": t("Any stage")}
    for one in stages:
        own = chosen if chosen in dict(one.names).values() else stage_name(one)
        names.setdefault(one.key or own, stage_name(one))
    if chosen not in names:
        names[chosen] = stage_words().get(chosen, chosen)
    return names


def _more(viewer: Viewer, looked: Looked) -> None:
    with reading(installation(), viewer) as work:
        lived_in, came_from = cities(work), sources(work)
    _text("city", t("City"), lived_in, t("Any city"), looked)
    _text("source", t("Source"), came_from, t("Any source"), looked)
    names = {"": t("With or without a resume for customers"), **_resumes()}
    _select("resume", t("Resume for customers"), ["", *RESUMES], names, looked)
    left, right = st.columns(2)
    with left:
        _day("added_from", t("Added from"), looked)
    with right:
        _day("added_until", t("Added until"), looked)


_DRAWN = {"skills": _skills, "place": _place, "more": _more}


def _several(field: str, label: str, choices: Sequence[Choice], looked: Looked) -> None:
    names = {one.id: one.name for one in choices}
    chosen = list(getattr(looked.only, field))
    session.fill(_key(field), chosen)
    st.multiselect(
        label,
        [*names, *(key for key in chosen if key not in names)],
        key=_key(field),
        on_change=partial(_chosen, field),
        format_func=lambda key: names.get(key, t("not there any more")),
        placeholder=t("Choose"),
        select_all=False,
    )


def _one_of(field: str, label: str, choices: Sequence[Choice], looked: Looked) -> None:
    names: dict[Any, str] = {None: t("Any")} | {one.id: one.name for one in choices}
    _select(field, label, list(names), names, looked)


def _text(field: str, label: str, known: list[str], any_: str, looked: Looked) -> None:
    """One of the texts that stand in a field; what an address asks for is among them."""
    chosen = getattr(looked.only, field)
    more = [chosen] if chosen and chosen not in known else []
    _select(field, label, ["", *more, *known], {"": any_}, looked)


def _select(
    field: str, label: str, options: list[Any], names: dict[Any, str], looked: Looked
) -> None:
    chosen = getattr(looked.only, field)
    session.fill(_key(field), chosen if chosen in options else options[0])
    st.selectbox(
        label,
        options,
        key=_key(field),
        on_change=partial(_chosen, field),
        format_func=lambda one: names.get(one, one),
    )


def _day(field: str, label: str, looked: Looked) -> None:
    session.fill(_key(field), getattr(looked.only, field))
    st.date_input(
        label,
        key=_key(field),
        value=None,
        min_value=date(2000, 1, 1),
        max_value=date(2100, 1, 1),
        on_change=partial(_chosen, field),
        format="DD.MM.YYYY",
    )


def _key(field: str) -> str:
    return f"filter_by_{field}"


def _chosen(field: str) -> None:
    """Put what was chosen into the address; the list begins with its first page."""
    value = session.typed(_key(field))
    looked = looked_for()
    changed: dict[str, Any] = {field: tuple(value) if isinstance(value, list) else value}
    _go(replace(looked, only=replace(looked.only, **changed)))


def _go(looked: Looked) -> None:
    st.query_params.from_dict(values_of(looked))
