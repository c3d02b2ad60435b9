"""Beside a safe copy: what was taken out of the original, to be put back, and more to take out."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.drawn import marked_sheet
from pages.ui.layout import line
from pages.ui.leaks import what_a_doubt_is
from pages.ui.staff.resume_desk import Desk
from pages.ui.text import t, tn
from services.resumes.removals import Removal, Wishes
from services.resumes.safe_copy import SafeCopy

_MOST_SHOWN = 60


def draw_panel(prefix: str, desk: Desk, made: SafeCopy) -> None:
    """The list of removals, each with its button, more to take out, and the original marked."""
    _ask_for_ours(prefix, desk, made)
    gone = [one for one in made.removals if not one.put_back and not one.doubtful]
    st.html(m.section(t("Taken out"), sum(one.places for one in gone) or "") + _words(desk, made))
    listed = list(enumerate(made.removals))
    _draw_removals(prefix, desk, [(at, one) for at, one in listed if not one.doubtful])
    if doubts := [(at, one) for at, one in listed if one.doubtful]:
        st.html(m.section(t("May be a contact"), len(doubts)) + m.quiet(what_a_doubt_is()))
        _draw_removals(prefix, desk, doubts)
    if made.absent:
        st.html(m.quiet(t("Not found in the text: {words}", words=", ".join(made.absent))))
    _ask_more(prefix, desk)
    st.html(m.section(t("Original")) + marked_sheet(made.marked))


def _draw_removals(prefix: str, desk: Desk, listed: list[tuple[int, Removal]]) -> None:
    """As many of them as a page can carry, and how many there are besides."""
    for number, one in listed[:_MOST_SHOWN]:
        _draw_removal(prefix, desk, number, one)
    if (rest := len(listed) - _MOST_SHOWN) > 0:
        words = tn(
            "{count} more is marked in the original below.",
            "{count} more are marked in the original below.",
            rest,
        )
        st.html(m.quiet(words))


def _draw_removal(prefix: str, desk: Desk, number: int, one: Removal) -> None:
    """One of them, and the button that puts it back or takes it out again."""
    with line(f"taken_{number}"):
        st.html(_row(one), width="stretch")
        if one.kind == "surname" and one.stored:
            return  # the switch above puts it back
        st.button(
            t("Take out again") if one.put_back else t("Put back"),
            key=f"{prefix}_taken_{number}",
            on_click=desk.switch,
            args=(one.key,),
        )
    if one.kind == "employer" and not one.put_back:
        _say_instead(f"{prefix}_said_{number}_{desk.number}", desk, one)


def _ask_for_ours(prefix: str, desk: Desk, made: SafeCopy) -> None:
    """Whether the agency's contacts come into the text."""
    wishes = desk.waits or desk.wishes or Wishes()
    if not made.agency_line:
        return
    agency = st.toggle(
        t("Our contacts in the text"),
        value=wishes.with_agency,
        key=f"{prefix}_agency_{desk.number}",
    )
    if agency != wishes.with_agency:
        desk.wish(replace(wishes, with_agency=agency))
        st.rerun()


def _say_instead(key: str, desk: Desk, one: Removal) -> None:
    """What is read instead of an employer's name, in the recruiter's own words."""
    st.text_input(
        t("Instead of “{name}”", name=one.text),
        value=one.instead,
        key=key,
        on_change=lambda: desk.take_out(one.text, session.typed(key, "")),
    )


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
    if one.instead and not one.put_back and one.kind == "surname":
        more.append(t("reads “{words}”", words=one.instead))
    return m.taken(_kind(one), one.before, one.text, one.after, gone=not one.put_back, more=more)


def _kind(one: Removal) -> str:
    return {
        "email": t("E-mail"),
        "phone": t("Phone"),
        "url": t("Link"),
        "handle": t("Account"),
        "address": t("Address"),
        "born": t("Date of birth"),
        "surname": t("Surname"),
        "employer": t("Replaced"),
        "marked": t("Marked by you"),
    }[one.kind]


def _ask_more(prefix: str, desk: Desk) -> None:
    """Further words to take out, or to say otherwise."""
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
