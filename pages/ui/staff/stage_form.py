"""One stage as it is asked for, and the list it stands in: of a vacancy, or of the template."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.drawn import stage_label
from pages.ui.layout import ends
from pages.ui.text import t
from pages.ui.typed import Typed
from pages.ui.words import outcome_name, sight_name, stage_name
from services.i18n import LANGUAGES
from services.vacancies.stage_forms import OUTCOMES, SIGHTS, StageForm, names_of, sight_of
from services.vacancies.stages import StageView


def list_stages(
    stages: Sequence[StageView],
    address_of: Callable[[int], str],
    counts: Mapping[int, int] | None = None,
) -> None:
    """The stages in order, each a way to its form; with how many stand in each."""
    columns = [m.Column(t("Stage"), "person"), m.Column(t("Who sees it"))]
    if counts is not None:
        columns.append(m.Column(t("Candidates"), "number"))
    drawn = []
    for place, stage in enumerate(stages):
        ends_with = outcome_name(stage.outcome) if stage.outcome else ""
        cells: list[str | Markup] = [
            m.title_cell(stage_name(stage), address_of(place), line=ends_with),
            _sight(stage),
        ]
        if counts is not None:
            cells.append(str(counts.get(stage.id, 0)))
        drawn.append(m.Row(str(place), stage_name(stage), cells))
    st.html(m.table("stages", t("Stages"), columns, drawn, tall=True))


def _sight(stage: StageView) -> Markup:
    lit = stage.seen_by_customers
    words = {
        "staff": t("only staff"),
        "seen": t("customers see it"),
        "open": t("customers move here, too"),
    }
    symbol = "lightbulb" if lit else "lock"
    return m.chip(words[sight_of(stage)], tone="lit" if lit else "plain", symbol=symbol)


def ask_stage(
    key: str,
    stages: Sequence[StageView],
    stage: StageView | None,
    *,
    standing: int = 0,
) -> tuple[Typed[StageForm] | None, bool]:
    """Draw the form of a stage, or of a new one.

    Returns what was typed in the run in which it is submitted, and whether candidates whom
    customers see in it may be taken from their sight.
    """
    others = [one for one in stages if stage is None or one.id != stage.id]
    place = [one.id for one in stages].index(stage.id) if stage else _before_the_ends(stages)
    names = names_of(stage) if stage else dict.fromkeys(LANGUAGES, "")
    sight = sight_of(stage) if stage else "open"
    taking_back = False
    with st.form(key, border=False):
        typed = {
            f"name_{language}": st.text_input(
                t("Name: {language}", language=word), key=f"{key}_{language}", value=names[language]
            )
            for language, word in LANGUAGES.items()
        }
        chosen = st.selectbox(
            t("Who sees it"),
            SIGHTS,
            key=f"{key}_sight",
            index=SIGHTS.index(sight),
            format_func=sight_name,
        )
        if standing and sight != "staff":
            taking_back = st.checkbox(
                t("If customers are to see it no more: take its candidates from their sight"),
                key=f"{key}_dark",
            )
        outcome = st.selectbox(
            t("What it means"),
            OUTCOMES,
            key=f"{key}_outcome",
            index=OUTCOMES.index(stage.outcome if stage else ""),
            format_func=outcome_name,
        )
        after = st.selectbox(
            t("Its place"),
            range(len(others) + 1),
            key=f"{key}_place",
            index=place,
            format_func=lambda number: (
                t("after “{stage}”", stage=stage_name(others[number - 1]))
                if number
                else t("at the beginning")
            ),
        )
        spot = st.container(key=f"{key}_problem")
        with ends(key):
            sent = st.form_submit_button(t("Save stage"), key=f"{key}_save", type="primary")
    if not sent:
        return None, False
    return Typed(StageForm(**typed, sight=chosen, outcome=outcome, place=after), spot), taking_back


def _before_the_ends(stages: Sequence[StageView]) -> int:
    """Where a new stage usually belongs: behind the last one in which somebody is considered."""
    considered = [place for place, one in enumerate(stages) if not one.outcome]
    return considered[-1] + 1 if considered else len(stages)


def chosen_stage(stages: Sequence[StageView], asked: str) -> StageView | None:
    """The stage at the place that the address names."""
    if asked.isascii() and asked.isdigit() and int(asked) < len(stages):
        return stages[int(asked)]
    return None


def head_of(stage: StageView | None) -> None:
    """Above the form: which stage it is."""
    if stage is None:
        st.html(m.section(t("New stage"), place="stage"))
    else:
        st.html(m.section(t("Stage"), place="stage") + stage_label(stage))
