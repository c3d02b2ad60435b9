"""How news reach one by letter: a choice per kind of event, and the hour of the daily letter."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t
from services.notifications.choices import HOURS, Delivery, choices, choose, ways_of
from services.viewer import Viewer
from services.work import perform, reading


def draw_news_choices(viewer: Viewer) -> None:
    """The form in one's own settings; inside the app everything is told at once anyway."""
    st.html(m.section(t("News by letter"), place="news"))
    if session.kept("news_saved"):
        session.forget("news_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    st.html(m.quiet(t("Inside the app you see everything at once. By letter you get:")))
    with reading(installation(), viewer) as work:
        known = choices(work)
    names = _kinds(customer=viewer.is_customer)
    with st.form("news", border=False):
        chosen = {
            kind: st.selectbox(
                names[kind],
                ways_of(kind),
                key=f"news_{kind}",
                index=ways_of(kind).index(delivery),
                format_func=_way if Delivery.DAILY in ways_of(kind) else _letter_of_its_own,
            )
            for kind, delivery in known.deliveries.items()
        }
        hour = st.selectbox(
            t("Hour of the daily letter"),
            HOURS,
            key="news_hour",
            index=known.hour,
            format_func="{:02d}:00".format,
        )
        place = st.container(key="news_problem")
        with ends("news"):
            sent = st.form_submit_button(t("Save Changes"), key="news_save")
    if sent:
        with place, shown() as attempt:
            perform(installation(), viewer, choose, deliveries=chosen, hour=hour)
        if not attempt.failed:
            session.keep("news_saved", "now")
            st.rerun()


def _way(way: Delivery) -> str:
    return {
        Delivery.AT_ONCE: t("At once, in one letter per vacancy"),
        Delivery.DAILY: t("In one letter a day"),
        Delivery.OFF: t("No letter"),
    }[way]


def _letter_of_its_own(way: Delivery) -> str:
    return t("No letter") if way is Delivery.OFF else t("In a letter of its own")


def _kinds(*, customer: bool) -> dict[str, str]:
    if customer:
        return {
            "presented": t("Candidates presented to you"),
            "answered": t("Answers to your notes"),
            "note": t("Other notes for you, opened attachments"),
            "vacancy_added": t("Vacancies added for you"),
            "vacancy": t("Vacancies closed or opened again"),
            "interview_reminder": t("Reminders of interviews"),
            "interview_feedback": t("Requests for feedback after interviews"),
        }
    return {
        "note": t("Notes of customers"),
        "mentioned": t("Notes in which you are named"),
        "corrected": t("Skills and categories corrected by customers"),
        "moved": t("Moves of customers"),
        "opened": t("A resume opened for the first time"),
        "downloaded": t("A resume or another file downloaded"),
        "interview_answer": t("Answers to invitations to interviews"),
        "interview_reminder": t("Reminders of interviews"),
        "interview_feedback": t("Requests for feedback after interviews"),
        "reminder": t("Your reminders, first days at work, ends of guarantees"),
    }
