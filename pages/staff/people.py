"""Manage staff: who works here, one's role, closing access, handing over."""

import streamlit as st
from markupsafe import Markup

from pages.ui import frame, guard, session
from pages.ui import markup as m
from pages.ui.customer_form import field_names, shown_value
from pages.ui.installed import installation
from pages.ui.invited import standing_chip
from pages.ui.layout import card, ends, header, narrow, split
from pages.ui.meanwhile import begin, draw_refusal, end
from pages.ui.opened import maybe_key
from pages.ui.problems import opening, shown
from pages.ui.staff.staff_form import ask_colleague
from pages.ui.staff.undelivered import trouble_banner, trouble_chip
from pages.ui.taken import draw_taken
from pages.ui.text import day, t, tn
from pages.ui.words import role_name
from services.conflicts import as_form
from services.errors import Conflict, Duplicate
from services.ids import key_text
from services.mail.trouble import troubles
from services.permissions import Permission
from services.staff import (
    ColleagueCard,
    ColleagueRow,
    StaffForm,
    add,
    block,
    colleagues,
    edit,
    hand_over,
    invite_again,
    reactivate,
)
from services.staff import card as colleague_card
from services.vacancies.forms import recruiters
from services.work import perform, reading

viewer = guard.require(Permission.STAFF_MANAGE)


def crumbs(*more: tuple[str, str]) -> Markup:
    """Where this page belongs: Account settings."""
    return m.crumbs([(t("Account settings"), "/settings"), *more])


def row(one: ColleagueRow, *, troubled: bool) -> m.Row:
    """A colleague as a row of the list; of whom letters do not reach it says so."""
    key = key_text(one.id)
    return m.Row(
        key,
        one.name,
        [
            m.person_cell(m.Person(one.id, one.name, one.email), f"/staff?id={key}"),
            m.two_lines(role_name(one.role), one.position),
            str(one.vacancies),
            standing_chip(one.standing) + (trouble_chip() if troubled else ""),
            day(one.last_seen_at) if one.last_seen_at else t("not yet"),
        ],
    )


def draw_list() -> None:
    """Everybody there is, and beside it the form of a new colleague."""
    session.forget("colleague_done")
    with header(m.title(t("Manage staff"), line=crumbs((t("Manage staff"), ""))), key="staff"):
        pass
    frame.draw_letters_banner(viewer)
    with reading(installation(), viewer) as work:
        found = colleagues(work)
        trouble = troubles(work, person_ids=[one.id for one in found])
    matter, beside = split("staff", aside=0.5)
    columns = [
        m.Column(t("Colleague"), "person"),
        m.Column(t("Role")),
        m.Column(t("Vacancies"), "number"),
        m.Column(t("Status"), "short"),
        m.Column(t("Last seen"), "when"),
    ]
    with matter:
        listed = [row(one, troubled=one.id in trouble) for one in found]
        st.html(m.table("staff", t("Manage staff"), columns, listed, tall=True))
    with beside, card("new_colleague"):
        st.html(m.section(t("Invite a colleague")))
        draw_form()


def draw_form() -> None:
    """The form of a new colleague."""
    typed = ask_colleague("new_colleague", submit=t("Send the invitation"))
    if typed is None:
        return
    with typed.place, shown() as attempt:
        try:
            made = perform(installation(), viewer, add, form=typed.form)
        except Duplicate as error:
            draw_taken(viewer, error)
            return
    if not attempt.failed:
        session.keep("colleague_done", (made, "invited"))
        st.query_params.from_dict({"id": key_text(made)})
        st.rerun()


def draw_one(user_id: int) -> None:
    """One colleague: the form, his access, what he hands over."""
    with (
        opening(t("Manage staff"), "/staff") as attempt,
        reading(installation(), viewer) as work,
    ):
        one = colleague_card(work, user_id=user_id)
        trouble = troubles(work, person_ids=[one.id]).get(one.id)
    if attempt.failed:
        return
    trail = crumbs((t("Manage staff"), "/staff"), (one.name, ""))
    with header(m.title(one.name, line=trail), key="colleague"):
        if one.invitation_id is not None and one.last_seen_at is None:
            letter = f"/mail?id={key_text(one.invitation_id)}"
            st.html(m.button_link(t("Invitation letter"), letter, symbol="mail"), width="content")
        draw_access(one)
    if trouble is not None:
        st.html(trouble_banner(trouble))
    draw_done(one)
    frame.draw_letters_banner(viewer)
    with narrow("colleague"):
        draw_edit(one)
        if one.vacancies or one.customers:
            draw_hand_over(one)


def draw_done(one: ColleagueCard) -> None:
    """What was just done, and that access is closed where it is."""
    # It stays until the next act: the page may look again at any moment.
    about, done = session.kept("colleague_done", (0, ""))
    words = {
        "invited": t("The invitation letter to {name} is on its way.", name=one.name),
        "saved": t("Saved"),
        "handed": t("Everything has been handed over."),
    }.get(done)
    if words and about == one.id:
        st.html(m.banner(words, tone="yes", symbol="check_circle"))
    if one.standing == "blocked":
        closed = t(
            "Access is closed: sessions, links and waiting letters are void. "
            "Everything written is kept."
        )
        st.html(m.banner(closed, tone="no", symbol="block"))


def draw_edit(one: ColleagueCard) -> None:
    """The form; another role is in force at the colleague's next click."""
    name, stands = f"colleague_{key_text(one.id)}", as_form(StaffForm, one)
    visit = begin(name, one.version, stands, first="name")
    typed = ask_colleague(f"{name}_{visit.version}", submit=t("Save Changes"), filled=one)
    save = visit.to_save(typed.form if typed else None, stands, one.version)
    if save is None:
        draw_refusal(name, visit, stands, field_names(), shown_value)
        return
    form, version = save
    with typed.place if typed else st.container(), shown() as attempt:
        try:
            perform(installation(), viewer, edit, user_id=one.id, form=form, version=version)
        except Duplicate as error:
            draw_taken(viewer, error)
            return
        except Conflict as error:
            visit.refusal = error
            st.rerun()
    if not attempt.failed:
        end(name)
        session.keep("colleague_done", (one.id, "saved"))
        st.rerun()


def draw_access(one: ColleagueCard) -> None:
    """Invite again, block, re-activate: each in one click."""
    act = None
    if one.standing in {"added", "invited", "opened"} and st.button(
        t("Send the invitation again"), key="colleague_invite", icon=":material/forward_to_inbox:"
    ):
        act = invite_again
    if one.standing == "blocked":
        if st.button(t("Re-activate"), key="colleague_open", icon=":material/how_to_reg:"):
            act = reactivate
    elif one.id != viewer.user_id and st.button(
        t("Block"), key="colleague_block", icon=":material/block:"
    ):
        act = block
    if act is None:
        return
    with shown() as attempt:
        perform(installation(), viewer, act, user_id=one.id)
    if not attempt.failed:
        session.keep("colleague_done", (one.id, "invited" if act is invite_again else ""))
        st.rerun()


def draw_hand_over(one: ColleagueCard) -> None:
    """His vacancies and customers to somebody else."""
    st.html(m.section(t("Hand over")))
    st.html(
        m.quiet(
            t(
                "{vacancies} and {customers} go to whom you choose; customers see the new "
                "contacts at once.",
                vacancies=tn("{count} vacancy", "{count} vacancies", one.vacancies),
                customers=tn("{count} customer", "{count} customers", one.customers),
            )
        )
    )
    with reading(installation(), viewer) as work:
        choices = {one_.id: one_.name for one_ in recruiters(work) if one_.id != one.id}
    with st.form("hand_over", border=False):
        chosen = st.selectbox(
            t("To whom"),
            list(choices),
            index=None,
            key="hand_over_to",
            placeholder=t("Choose a colleague"),
            format_func=choices.__getitem__,
        )
        with ends("hand_over"):
            sent = st.form_submit_button(t("Hand over"), key="hand_over_go")
    if not sent or chosen is None:
        return
    with shown() as attempt:
        perform(installation(), viewer, hand_over, user_id=one.id, to_id=chosen)
    if not attempt.failed:
        session.keep("colleague_done", (one.id, "handed"))
        st.rerun()


opened = maybe_key("id")
if opened is None:
    draw_list()
else:
    draw_one(opened)
