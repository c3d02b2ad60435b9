"""Closing a vacancy in one dialog: why, and whose access ends with it, now or later; re-opening."""

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import literal, t, tn
from services.access.ending_days import ending_days
from services.ids import key_text
from services.interviews.views import ahead_in_vacancy
from services.vacancies.closing import REASONS, close, reopen, without_another
from services.vacancies.views import PersonView, VacancyView
from services.viewer import Viewer
from services.work import perform, reading


def offer_closing(viewer: Viewer, one: VacancyView) -> None:
    """The button at the end of the section, for whichever of the two is possible."""
    if one.closed_as:
        st.html(m.quiet(t("This vacancy is closed. Its customers read it and change nothing.")))
        if st.button(t("Re-open the vacancy"), key="vacancy_reopen", icon=":material/refresh:"):
            with shown() as attempt:
                perform(installation(), viewer, reopen, vacancy_id=one.id)
            if not attempt.failed:
                st.rerun()
    elif st.button(t("Close the vacancy"), key="vacancy_close", icon=":material/lock:"):
        guard.dialog(t("Close the vacancy"), _dialog, width="medium")(one)


def _dialog(viewer: Viewer, one: VacancyView) -> None:
    with reading(installation(), viewer) as work:
        leaving = without_another(work, vacancy_id=one.id)
        days = ending_days(work).ends_after
        ahead = len(ahead_in_vacancy(work, vacancy_id=one.id))
    st.html(m.quiet(t("Its customers go on reading it, and change nothing any more.")))
    if ahead:
        _say_what_is_ahead(one.id, ahead)
    words = {
        "filled": t("It is filled"),
        "cancelled": t("It was cancelled"),
        "other": t("Another reason"),
    }
    reason = st.selectbox(
        t("Why"), REASONS, key="vacancy_close_reason", format_func=words.__getitem__
    )
    if leaving:
        st.html(m.quiet(t("They have no other open vacancy. What about their access?")))
    chosen = {customer.id: _ask(customer, days) for customer in leaving}
    place = st.container(key="vacancy_close_problem")
    with ends("vacancy_close"):
        go = st.button(t("Close the vacancy"), key="vacancy_close_go", type="primary")
    if go:
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                close,
                vacancy_id=one.id,
                reason=reason,
                blocking=[key for key, what in chosen.items() if what == "block"],
                ending=[key for key, what in chosen.items() if what == "end"],
            )
        if not attempt.failed:
            session.keep("saved", "now")
            st.rerun()


def _say_what_is_ahead(vacancy_id: int, count: int) -> None:
    """Interviews are not cancelled by closing: who closes is told how many, and led to them."""
    words = tn(
        "{count} interview is still ahead: it stays until somebody cancels it.",
        "{count} interviews are still ahead: they stay until somebody cancels them.",
        count,
    )
    way = m.link(t("Open the calendar"), f"/calendar?view=list&vacancy={key_text(vacancy_id)}")
    st.html(m.banner(words, symbol="event_busy", action=way))


def _ask(customer: PersonView, days: int) -> str:
    """What becomes of the access of somebody whom nothing else keeps here."""
    words = {
        "keep": t("keep it"),
        "end": tn("end it in {count} day", "end it in {count} days", days),
        "block": t("block it now"),
    }
    return st.selectbox(
        " · ".join(literal(part) for part in (customer.name, customer.company) if part),
        list(words),
        key=f"vacancy_close_access_{key_text(customer.id)}",
        format_func=words.__getitem__,
    )
