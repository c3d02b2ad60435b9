"""Account settings → Sending letters: choose the way, enter it, try it."""

import streamlit as st
from markupsafe import Markup

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import card, header, line, narrow
from pages.ui.mail_words import mail_problem, sender_name
from pages.ui.problems import shown
from pages.ui.staff.mail_form import ask_mail
from pages.ui.text import t
from services.agency import agency
from services.mail.configuration import SENDERS, MailView, choose_way, mail_settings
from services.mail.trying import Tried, send_test_letter
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.AGENCY_MANAGE)


def draw_choice(view: MailView) -> None:
    """The choice, and the form that belongs to it."""
    sender = st.radio(
        t("How letters leave"),
        SENDERS,
        key=f"mail_sender_{view.version}",
        index=SENDERS.index(view.form.sender),
        format_func=sender_name,
    )
    typed = ask_mail(view, sender)
    if typed is None:
        return
    with typed.place, shown() as attempt:
        try:
            choose_way(installation(), viewer, form=typed.form, version=view.version)
        except OSError:
            st.html(m.form_error(mail_problem("cannot_write")))
            return
    if not attempt.failed:
        session.keep("mail_saved", "now")
        st.rerun()


def draw_test(view: MailView) -> None:
    """The test letter: sent at once, its result in plain words.

    It leaves as every letter does: what is typed above counts once it is saved, and it says so.
    """
    saved = t("It leaves in the way that is saved: “{way}”.", way=sender_name(view.form.sender))
    st.html(m.section(t("Test letter")) + m.quiet(saved))
    with line("mail_test"):
        to_email = st.text_input(
            t("E-mail"),
            key="mail_test_to",
            width=280,
            label_visibility="collapsed",
            placeholder=t("to your own e-mail"),
        )
        pressed = st.button(t("Send a test letter"), key="mail_test_send", icon=":material/send:")
    if not pressed:
        return
    with shown() as attempt:
        tried = send_test_letter(installation(), viewer, to_email=to_email)
    if not attempt.failed:
        st.html(result(tried))


def result(tried: Tried) -> Markup:
    """How the test letter ended."""
    if tried.problem:
        said = t("Details: “{said}”", said=tried.said) if tried.said else ""
        return m.banner(f"{mail_problem(tried.problem)} {said}", tone="no", symbol="error")
    if tried.sender == "file":
        words = t("The test letter was written into the file {name}.", name=tried.stored_as)
    elif tried.sandbox:
        words = t("SendGrid has checked the test letter. In the sandbox none is delivered.")
    else:
        words = t("The test letter has been taken. Please look into the inbox.")
    return m.banner(words, tone="yes", symbol="check_circle")


def draw_events(view: MailView) -> None:
    """Where SendGrid sends its events to."""
    if view.form.sender != "sendgrid":
        return
    with reading(installation(), viewer) as work:
        base = installation().settings.base_url or agency(work).base_url
    st.html(m.section(t("What became of a letter")))
    st.html(
        m.quiet(
            t(
                "SendGrid tells which letters arrived or came back when its Event Webhook is set "
                "to this address, with the signature switched on:"
            )
        )
    )
    address = f"{base}/hooks/sendgrid"
    st.html(m.copy_button(address, label=address, done=t("Copied")))


trail = m.crumbs([(t("Account settings"), "/settings"), (t("Sending letters"), "")])
with header(m.title(t("Sending letters"), line=trail), key="mail_settings"):
    st.html(m.button_link(t("Letters"), "/mail", symbol="mail"), width="content")
with reading(installation(), viewer) as work:
    chosen = mail_settings(work)
with narrow("mail_settings"):
    if session.kept("mail_saved"):
        session.forget("mail_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    with card("mail_settings"):
        draw_choice(chosen)
    with card("mail_test"):
        draw_test(chosen)
        draw_events(chosen)
