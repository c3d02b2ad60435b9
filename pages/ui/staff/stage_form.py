"""One stage as it is asked for, and the list it stands in: of a vacancy, or of the template."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from pages.ui import markup as m
from pages.ui.drawn import stage_label
from pages.ui.layout import ends
from pages.ui.text import t
from pages.ui.words import outcome_name, sight_name, stage_name
from services.i18n import LANGUAGES
from services.ids import key_text
from services.vacancies.stage_forms import OUTCOMES, SIGHTS, StageForm, names_of, sight_of
from services.vacancies.stages import StageView


def list_stages(
    stages: Sequence[StageView],
    address_of: Callable[[int, StageView], str],
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
            m.title_cell(stage_name(stage), address_of(place, stage), line=ends_with),
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


@dataclass(frozen=True, slots=True)
class Asked:
    """The form of a stage: what was sent, if it was, and the place above its button.

    `taking_back`: candidates whom customers see in it may be taken from their sight.
    """

    sent: StageForm | None
    place: DeltaGenerator
    taking_back: bool


def form_of(stages: Sequence[StageView], stage: StageView | None) -> StageForm:
    """A stage as it stands in its form; what the form of a new one begins with."""
    if stage is None:
        return StageForm(sight="open", place=_before_the_ends(stages))
    names = {f"name_{language}": name for language, name in names_of(stage).items()}
    place = [one.id for one in stages].index(stage.id)
    return StageForm(**names, sight=sight_of(stage), outcome=stage.outcome, place=place)


def ask_stage(
    key: str,
    begun: StageForm,
    stages: Sequence[StageView],
    stage: StageView | None,
    *,
    standing: int = 0,
) -> Asked:
    """Draw the form of a stage, or of a new one, filled with what the visit began with."""
    others = [one for one in stages if stage is None or one.id != stage.id]
    taking_back = False
    with st.form(key, border=False):
        typed = {
            f"name_{language}": st.text_input(
                t("Name: {language}", language=word),
                key=f"{key}_{language}",
                value=getattr(begun, f"name_{language}"),
            )
            for language, word in LANGUAGES.items()
        }
        chosen = st.selectbox(
            t("Who sees it"),
            SIGHTS,
            key=f"{key}_sight",
            index=SIGHTS.index(begun.sight),
            format_func=sight_name,
        )
        if standing and begun.sight != "staff":
            taking_back = st.checkbox(
                t("If customers are to see it no more: take its candidates from their sight"),
                key=f"{key}_dark",
            )
        outcome = st.selectbox(
            t("What it means"),
            OUTCOMES,
            key=f"{key}_outcome",
            index=OUTCOMES.index(begun.outcome),
            format_func=outcome_name,
        )
        after = st.selectbox(
            t("Its place"),
            range(len(others) + 1),
            key=f"{key}_place",
            index=min(begun.place, len(others)),
            format_func=lambda number: _behind(others, number),
        )
        spot = st.container(key=f"{key}_problem")
        with ends(key):
            sent = st.form_submit_button(t("Save stage"), key=f"{key}_save", type="primary")
    form = StageForm(**typed, sight=chosen, outcome=outcome, place=after)
    return Asked(form if sent else None, spot, taking_back)


def field_names() -> dict[str, str]:
    """What the fields of the form are called."""
    names = {
        f"name_{language}": t("Name: {language}", language=word)
        for language, word in LANGUAGES.items()
    }
    others = {"sight": t("Who sees it"), "outcome": t("What it means"), "place": t("Its place")}
    told = {
        "seen_by_customers": t("Customers see it"),
        "open_to_customers": t("Customers see it and move candidates into it"),
    }
    return names | others | told


def shown_in(stages: Sequence[StageView], stage: StageView | None) -> Callable[[str, Any], str]:
    """A function that makes a text of a field's value."""
    others = [one for one in stages if stage is None or one.id != stage.id]

    def shown(field: str, value: Any) -> str:  # noqa: ANN401 - whatever stands in a field
        if field == "sight":
            return sight_name(value)
        if field == "outcome":
            return outcome_name(value)
        return _behind(others, value) if field == "place" else str(value)

    return shown


def _behind(others: Sequence[StageView], number: int) -> str:
    if not number:
        return t("at the beginning")
    return t("after “{stage}”", stage=stage_name(others[min(number, len(others)) - 1]))


def _before_the_ends(stages: Sequence[StageView]) -> int:
    """Where a new stage usually belongs: behind the last one in which somebody is considered."""
    considered = [place for place, one in enumerate(stages) if not one.outcome]
    return considered[-1] + 1 if considered else len(stages)


def chosen_stage(stages: Sequence[StageView], asked: str) -> StageView | None:
    """The stage that the address names by its key, or by its place."""
    for stage in stages:
        if key_text(stage.id) == asked:
            return stage
    if asked.isascii() and asked.isdigit() and int(asked) < len(stages):
        return stages[int(asked)]
    return None


def head_of(stage: StageView | None) -> None:
    """Above the form: which stage it is."""
    if stage is None:
        st.html(m.section(t("New stage"), place="stage"))
    else:
        st.html(m.section(t("Stage"), place="stage") + stage_label(stage))
