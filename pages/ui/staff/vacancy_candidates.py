"""The candidates of a vacancy: filter by stage, move, choose several and present them."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session, undo
from pages.ui.components import rows
from pages.ui.drawn import stage_choices
from pages.ui.installed import installation
from pages.ui.interviews.asked import open_asked
from pages.ui.layout import bar, line
from pages.ui.markup.basics import fill
from pages.ui.opened import maybe_key, page_in_address
from pages.ui.presenting import open_dialog
from pages.ui.problems import shown
from pages.ui.staff.interview_choice import start
from pages.ui.staff.looking_on import way_to
from pages.ui.staff.refused_now import note_refused, offer_refusal
from pages.ui.staff.taking_back import open_taking_back
from pages.ui.staff.writing_asked import open_writing
from pages.ui.staff.writing_wanted import write_to
from pages.ui.text import day, literal, t
from pages.ui.words import stage_name
from services.applications.moving import move
from services.applications.views import ApplicationPage, ApplicationRow, of_vacancy
from services.ids import key_text, parse_key
from services.vacancies.stages import StageView
from services.vacancies.views import VacancyView
from services.viewer import Viewer
from services.work import perform, reading

_STAGE = "applications_stage"


def draw_candidates(viewer: Viewer, one: VacancyView) -> None:
    """The list with its stage filter; moving is a choice in the row."""
    chosen, number = _filter(one), page_in_address()
    round_ = session.kept("rows_round", 0)
    with reading(installation(), viewer) as work:
        page = of_vacancy(work, vacancy_id=one.id, stage_id=chosen, page=number)
        if number and not page.rows:  # everybody of the last page was moved away
            number, page = 0, of_vacancy(work, vacancy_id=one.id, stage_id=chosen)
    if not page.rows:
        st.html(
            m.empty(
                t("Nobody here yet"),
                _how_to_add(one),
                "" if one.customers else _to_customers(one),
            )
        )
        undo.draw(viewer)
        return
    offer_refusal(viewer, one.id, page.rows)
    _draw_table(one, page)
    _draw_pager(one, chosen, number, page)
    drawn = [key_text(row.id) for row in page.rows]
    answer = rows.wired("applications", drawn, key=f"applications_{round_}")
    if answer.moved is not None:
        _move(viewer, one, page, answer.moved)
    if answer.selected:
        _bar(one, [row for row in page.rows if key_text(row.id) in answer.selected])
    else:
        undo.draw(viewer)
    open_asked(viewer)
    open_writing(viewer)


def _how_to_add(one: VacancyView) -> str:
    if one.closed_as:
        return ""
    return t(
        "Add a candidate from a file. Or open somebody of the base and choose “Link to a vacancy”."
    )


def _to_customers(one: VacancyView) -> Markup:
    """A vacancy that nobody follows yet leads on to its customers."""
    address = f"/vacancy?id={key_text(one.id)}&section=edit"
    return m.button_link(t("Add new customer"), address, symbol="person_add")


def _filter(one: VacancyView) -> int | None:
    """One stage, or all of them, as the address says; what is chosen goes into the address."""
    stages = {stage.id: stage for stage in one.stages}
    wanted = maybe_key("stage")
    chosen = wanted if wanted in stages else None
    session.fill(_STAGE, chosen or 0)
    with line("applications"):
        st.segmented_control(
            t("Stage"),
            [0, *stages],
            key=_STAGE,
            on_change=_chosen,
            label_visibility="collapsed",
            format_func=lambda id_: literal(stage_name(stages[id_])) if id_ else t("All"),
        )
        st.html(way_to(vacancy=one.id), width="content")
    return chosen


def _chosen() -> None:
    """Into the address; the list begins with its first page."""
    stage = session.typed(_STAGE)
    for name in ("stage", "page"):
        st.query_params.pop(name, None)
    if stage:
        st.query_params["stage"] = key_text(stage)


def _draw_table(one: VacancyView, page: ApplicationPage) -> None:
    choices = stage_choices(one.stages)
    columns = [
        m.Column(t("Candidate"), "person"),
        m.Column(t("Stage"), "stage"),
        m.Column(t("Customer")),
        m.Column(t("Notes"), "number"),
        m.Column(t("Movement"), "when"),
    ]
    drawn = [
        m.Row(
            key_text(row.id),
            row.name,
            [
                m.person_cell(
                    m.Person(row.candidate_id, row.name, row.headline),
                    _address(row),
                    fresh=_fresh(row),
                ),
                m.stage_choice(
                    key_text(row.id),
                    stage_choices([row.stage])[0],
                    choices,
                    label=f"{t('Stage')}: {row.name}",
                ),
                _seen(row),
                str(row.notes or ""),
                day(row.moved_at),
            ],
        )
        for row in page.rows
    ]
    ticks = m.Ticks(t("Choose all"), t("Choose"))
    st.html(m.table("applications", t("Candidates of the vacancy"), columns, drawn, ticks=ticks))


def _draw_pager(one: VacancyView, stage: int | None, number: int, page: ApplicationPage) -> None:
    address = f"/vacancy?id={key_text(one.id)}"
    if stage is not None:
        address += f"&stage={key_text(stage)}"
    before = (t("Back"), f"{address}&page={number - 1}") if number else None
    after = (t("Next"), f"{address}&page={page.next_page}") if page.next_page else None
    if before or after:
        st.html(m.pager("", before=before, after=after))


def _address(row: ApplicationRow) -> str:
    return f"/candidate?id={key_text(row.candidate_id)}&app={key_text(row.id)}"


def _fresh(row: ApplicationRow) -> str:
    """A lit dot while the customers have not opened a presented candidate."""
    return t("Not opened by the customer") if row.presented_at and not row.opened else ""


def _seen(row: ApplicationRow) -> Markup:
    if row.presented_at is None:
        return m.chip(t("only staff"), symbol="lock")
    if row.presented_at > installation().clock():
        return m.chip(t("presented in a moment"), tone="lit", symbol="schedule")
    opened = t("opened") if row.opened else t("sees it")
    return m.chip(opened, tone="lit", symbol="lightbulb")


def _move(viewer: Viewer, one: VacancyView, page: ApplicationPage, said: rows.Move) -> None:
    """Move at once; into the light only through the dialog of presenting."""
    row = next(row for row in page.rows if key_text(row.id) == said.row)
    stage = _stage(one, said.to)
    if stage is None or stage.id == row.stage.id:
        return
    if stage.seen_by_customers and row.presented_at is None:
        open_dialog(vacancy_id=one.id, candidate_ids=[row.candidate_id], to_stage_id=stage.id)
        return
    seen = row.presented_at is not None and row.presented_at <= installation().clock()
    if seen and not stage.seen_by_customers:
        open_taking_back(row.id, stage, lambda: _note(one, row, stage))
        return
    with shown() as attempt:
        done = perform(installation(), viewer, move, application_id=row.id, to_stage_id=stage.id)
    if not attempt.failed:
        undo.offer("move", done.change_id, t("Moved to “{stage}”", stage=stage_name(stage)))
        _note(one, row, stage)
        session.keep("rows_round", session.kept("rows_round", 0) + 1)
        st.rerun()


def _note(one: VacancyView, row: ApplicationRow, stage: StageView) -> None:
    if stage.outcome == "refused":
        note_refused(one.id, [row])


def _stage(one: VacancyView, text: str) -> StageView | None:
    try:
        wanted = parse_key(text)
    except ValueError:
        return None
    return next((stage for stage in one.stages if stage.id == wanted), None)


def _bar(one: VacancyView, chosen: list[ApplicationRow]) -> None:
    """What can be done with the chosen ones."""
    words = fill("<span>{word} <b>{count}</b></span>", word=t("Chosen:"), count=len(chosen))
    # whom the customers see already is not presented again
    waiting = [row.candidate_id for row in chosen if row.presented_at is None]
    with bar(words, key="selection"):
        present = bool(waiting) and st.button(
            t("Present to the customer"),
            key="selection_present",
            type="primary",
            icon=":material/lightbulb:",
        )
        if not waiting:
            st.html(fill("<span>{word}</span>", word=t("the customer sees this")), width="content")
        invite = (
            len(chosen) == 1
            and not one.closed_as
            and st.button(
                t("Schedule an interview"), key="selection_interview", icon=":material/event:"
            )
        )
        letter = st.button(t("Write a letter"), key="selection_letter", icon=":material/mail:")
        clear = st.button(
            "", key="selection_clear", icon=":material/close:", help=t("Choose nobody")
        )
    if clear:
        session.keep("rows_round", session.kept("rows_round", 0) + 1)
        st.rerun()
    if invite:
        start(chosen[0].id)
    if letter:
        refused = all(row.stage.outcome == "refused" for row in chosen)
        kind = "refusal" if refused else "free"
        write_to(one.id, [(row.id, row.candidate_id) for row in chosen], kind=kind)
    if present:
        seen = [row.name for row in chosen if row.presented_at is not None]
        open_dialog(vacancy_id=one.id, candidate_ids=waiting, seen_already=seen)
