"""Beside a safe copy: what was taken out of the original, to be put back, and more to take out."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.drawn import marked_sheet
from pages.ui.layout import line
from pages.ui.staff.resume_desk import Desk
from pages.ui.text import t, tn
from services.resumes.removals import Removal, Wishes
from services.resumes.safe_copy import SafeCopy

_MOST_SHOWN = 60


def draw_panel(prefix: str, desk: Desk, made: SafeCopy) -> None:
    """The list of removals, each with its button, more to take out, and the original marked."""
    gone = [one for one in made.removals if not one.put_back]
    st.html(m.section(t("Taken out"), sum(one.places for one in gone) or "") + _words(desk, made))
    for number, one in enumerate(made.removals[:_MOST_SHOWN]):
        with line(f"taken_{number}"):
            st.html(_row(one), width="stretch")
            st.button(
                t("Take out again") if one.put_back else t("Put back"),
                key=f"{prefix}_taken_{number}",
                on_click=desk.switch,
                args=(one.key,),
            )
    if made.absent:
        st.html(m.quiet(t("Not found in the text: {words}", words=", ".join(made.absent))))
    _ask_more(prefix, desk)
    st.html(m.section(t("Original")) + marked_sheet(made.marked))


def _words(desk: Desk, made: SafeCopy) -> Markup:
    if desk.lost:
        return m.banner(
            tn(
                "{count} line was rewritten by you and stays as you wrote it.",
                "{count} lines were rewritten by you and stay as you wrote them.",
                desk.lost,
            ),
            symbol="edit_note",
        )
    if not made.removals:
        return m.quiet(t("Nothing was found that looks like a contact. Read it through even so."))
    return m.quiet(t("In the original below all of it is marked."))


def _row(one: Removal) -> Markup:
    more = [tn("{count} place", "{count} places", one.places)] if one.places > 1 else []
    if one.put_back:
        more.append(
            t("stored with the candidate: without contacts open it is not shown even so")
            if one.stored
            else t("put back")
        )
    return m.taken(_kind(one), one.before, one.text, one.after, gone=not one.put_back, more=more)


def _kind(one: Removal) -> str:
    return {
        "email": t("E-mail"),
        "phone": t("Phone"),
        "url": t("Link"),
        "handle": t("Account"),
        "address": t("Address"),
        "born": t("Date of birth"),
        "employer": t("Replaced"),
        "marked": t("Marked by you"),
    }[one.kind]


def _ask_more(prefix: str, desk: Desk) -> None:
    """Further words, and whether the date of birth goes."""
    wishes = desk.waits or desk.wishes or Wishes()
    what, instead = f"{prefix}_more_{desk.number}", f"{prefix}_instead_{desk.number}"
    st.text_input(
        t("Take out more"), key=what, placeholder=t("Words, wherever they stand in the text")
    )
    st.text_input(
        t("Read instead"), key=instead, placeholder=t("Optional: “a bank in Kyiv” for an employer")
    )
    with line("take_more"):
        st.button(
            t("Take out"),
            key=f"{prefix}_more_go",
            icon=":material/hide_source:",
            on_click=lambda: desk.take_out(session.typed(what, ""), session.typed(instead, "")),
        )
        without = st.toggle(
            t("Without date of birth and age"),
            value=wishes.without_birth,
            key=f"{prefix}_birth_{desk.number}",
        )
    if without != wishes.without_birth:
        desk.wish(
            Wishes(wishes.put_back, wishes.more, without_birth=without, employers=wishes.employers)
        )
        st.rerun()
