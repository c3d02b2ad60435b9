"""Own reminders on a candidate: the open ones, settling them, making one."""

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.found_again import find_again, keep_typed
from pages.ui.installed import installation
from pages.ui.layout import card, ends, fields, line
from pages.ui.problems import shown
from pages.ui.text import on_day, t
from services.drafts import form_place
from services.ids import key_text
from services.reminders.own import ReminderForm, add_reminder, my_reminders, settle_reminder
from services.viewer import Viewer
from services.work import perform, reading


def offer_reminder(candidate_id: int, application_id: int | None) -> None:
    """The button that asks when and of what."""
    if st.button(t("Remind me"), key="remind_me", icon=":material/notifications_active:"):
        guard.dialog(t("Remind me"), _ask)(candidate_id, application_id)


def draw_reminders(viewer: Viewer, candidate_id: int) -> None:
    """The viewer's own open ones on this candidate; nobody else sees them."""
    with reading(installation(), viewer) as work:
        mine = my_reminders(work, candidate_id=candidate_id)
    for one in mine:
        key = key_text(one.id)
        when = m.chip(
            on_day(one.due_on), tone="night" if one.due else "plain", symbol="notifications_active"
        )
        with card(f"reminder_{key}", sunken=True), line(f"reminder_{key}"):
            st.html(when + m.quiet(one.text or t("Only you see this.")), width="stretch")
            done = st.button(t("Done"), key=f"reminder_done_{key}", icon=":material/check:")
        if done:
            with shown() as attempt:
                perform(installation(), viewer, settle_reminder, reminder_id=one.id)
            if not attempt.failed:
                st.rerun()


def _ask(viewer: Viewer, candidate_id: int, application_id: int | None) -> None:
    typed_at = form_place("reminder", candidate_id)
    key = f"remind_{key_text(candidate_id)}_"
    if not session.stands(f"{key}text"):
        find_again(viewer, typed_at, key)
    with fields("remind"):
        due_on = st.date_input(t("On"), key=f"{key}on", value=None, format="DD.MM.YYYY")
        text = st.text_area(
            t("Of what"), key=f"{key}text", placeholder=t("Call about the offer"), height=80
        )
        st.html(m.quiet(t("Only you see this. It rings on that day.")))
        keep_typed(typed_at, key)
        place = st.container(key="remind_problem")
        with ends("remind"):
            sent = st.button(t("Remind me"), key="remind_go", type="primary")
    if sent:
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                add_reminder,
                candidate_id=candidate_id,
                application_id=application_id,
                form=ReminderForm(due_on, text),
            )
        if not attempt.failed:
            st.rerun()
