"""Account settings → Sending letters: choose the way, enter it, try it."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import card, header, line, narrow
from pages.ui.mail_words import mail_problem, sender_name
from pages.ui.meanwhile import begin, draw_refusal, end
from pages.ui.problems import shown
from pages.ui.staff.mail_form import ask_mail, field_names, shown_value
from pages.ui.text import t
from services.agency import agency
from services.errors import Conflict
from services.mail.configuration import SENDERS, MailForm, MailView, choose_way, mail_settings
from services.mail.trying import Tried, send_test_letter
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.AGENCY_MANAGE)
WAY, SAVED = "mail_way", "mail_saved"


def draw_choice(view: MailView) -> None:
    """The choice, and the form that belongs to it."""
    visit = begin(WAY, view.version, view.form, first="sender")
    key = f"{WAY}_{visit.version}"
    sender = st.radio(
        t("How letters leave"),
        SENDERS,
        key=f"{key}_sender",
        index=SENDERS.index(visit.form.sender),
        format_func=sender_name,
    )
    typed = ask_mail(key, replace(view, form=visit.form), sender)
    save = visit.to_save(typed.form if typed else None, view.form, view.version)
    if save is None:
        draw_refusal(WAY, visit, view.form, field_names(), shown_value)
        return
    form, version = save
    with typed.place if typed else st.container(), shown() as attempt:
        try:
            form = without_strange_secrets(form, visit.mine or form)
            choose_way(installation(), viewer, form=form, version=version)
        except Conflict as error:
            visit.refusal = error
            st.rerun()
        except OSError:
            end(WAY)  # what is no secret is saved by now
            st.html(m.form_error(mail_problem("cannot_write")))
            return
    if not attempt.failed:
        end(WAY)
        session.keep(SAVED, "to be tried" if typed and typed.tried else "now")
        st.rerun()


def without_strange_secrets(form: MailForm, entered: MailForm) -> MailForm:
    """A secret is that of the user it was entered for: where another one's stays, so does his."""
    if (form.sender, form.smtp_host, form.smtp_user) == (
        entered.sender,
        entered.smtp_host,
        entered.smtp_user,
    ):
        return form
    return replace(form, smtp_password="", sendgrid_key="")


def draw_test(view: MailView, *, wanted: bool) -> None:
    """The test letter: sent at once, its result in plain words.

    It leaves as every letter does: what is typed above counts once it is saved, and it says so.
    `wanted`: above it was asked for together with saving.
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
    if not (pressed or wanted):
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
    saved = session.kept(SAVED)
    if saved:
        session.forget(SAVED)
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    with card("mail_settings"):
        draw_choice(chosen)
    with card("mail_test"):
        draw_test(chosen, wanted=saved == "to be tried")
        draw_events(chosen)
