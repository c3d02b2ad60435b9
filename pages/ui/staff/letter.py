"""One letter: as it went out, what became of it, and the button that sends it again."""

import streamlit as st
from markupsafe import Markup

from pages.ui import frame
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import draw, header, split
from pages.ui.mail_words import event_kind, letter_state, mail_problem
from pages.ui.problems import shown
from pages.ui.text import moment, t
from services.ids import key_text
from services.mail.archive import LetterView
from services.mail.resending import send_again
from services.permissions import Permission, allows
from services.viewer import Viewer
from services.work import perform

_ON_ITS_WAY = {"queued", "sending"}
_HEIGHT = 680


def draw_letter(viewer: Viewer, one: LetterView) -> None:
    """The letter as it was sent and as plain text, its button's link, and its story."""
    trail = m.crumbs(
        [(t("Account settings"), "/settings"), (t("Letters"), "/mail"), (one.row.to_name, "")]
    )
    with header(m.title(one.row.subject, line=trail), key="letter"):
        if one.link:
            st.html(
                m.copy_button(one.link, label=t("Copy the link"), done=t("Copied")), width="content"
            )
        pressed = _may_send_again(viewer, one) and st.button(
            t("Send again"), key="letter_again", icon=":material/forward_to_inbox:"
        )
    if pressed:
        _send_again(viewer, one)
    frame.draw_letters_banner(viewer)
    _draw_problem(one)
    heads: list[tuple[str, str | Markup]] = [
        (t("To"), f"{one.row.to_name} <{one.row.to_email}>"),
        (t("Subject"), one.row.subject),
        (t("State"), letter_state(one.row.state, one.row.sender)),
        (t("Written"), moment(one.row.created_at)),
    ]
    if one.files:
        heads.append((t("Attachments"), _files(one)))
    if one.html:
        _draw_as_sent(one, heads)
    else:
        st.html(m.letter(heads, m.words(one.text)))
    _draw_story(one)


def _draw_as_sent(one: LetterView, heads: list[tuple[str, str | Markup]]) -> None:
    """As it is read, in a frame where nothing of it runs; beside it its plain text."""
    st.html(m.pairs(heads))
    read, plain = split("letter")
    with read, st.container(key="frame_letter"):
        st.html(m.section(t("As it is read")))
        st.iframe(
            f"/files/letters/{key_text(one.row.id)}/sent",
            height=_HEIGHT,
            alt=t("As it is read"),
        )
    with plain:
        draw(m.section(t("As plain text")), m.sheet(m.words(one.text), label=t("As plain text")))


def _files(one: LetterView) -> Markup:
    """What went out with it, to be read again."""
    return Markup(" ").join(
        m.button_link(
            file.name, f"/files/letters/{key_text(file.id)}", symbol="attach_file", download=True
        )
        for file in one.files
    )


def _may_send_again(viewer: Viewer, one: LetterView) -> bool:
    free = one.row.state not in _ON_ITS_WAY and one.again_id is None
    return free and allows(viewer, Permission.CUSTOMERS_MANAGE)


def _send_again(viewer: Viewer, one: LetterView) -> None:
    with shown() as attempt:
        copy = perform(installation(), viewer, send_again, letter_id=one.row.id)
    if not attempt.failed:
        st.query_params.from_dict({"id": key_text(copy)})
        st.rerun()


def _draw_problem(one: LetterView) -> None:
    """What is wrong with the letter, and where its copy is."""
    if one.again_id is not None:
        way = m.button_link(t("Open the copy"), f"/mail?id={key_text(one.again_id)}")
        st.html(m.banner(t("This letter has been sent again."), symbol="mail", action=way))
    if one.row.complained:
        words = t("The recipient reported this letter as spam. Please talk before you write again.")
        st.html(m.banner(words, tone="no", symbol="error"))
    if one.row.problem:
        said = t("Details: “{said}”", said=one.said) if one.said else ""
        waits = one.row.state in _ON_ITS_WAY
        st.html(
            m.banner(
                f"{mail_problem(one.row.problem)} {said}",
                tone="plain" if waits else "no",
                symbol="schedule" if waits else "error",
            )
        )


def _draw_story(one: LetterView) -> None:
    """What the provider told, in the order in which it happened."""
    if not one.events:
        return
    st.html(m.section(t("What became of a letter")))
    st.html(
        m.history(
            m.Event(moment(event.happened_at), event.said, event_kind(event.kind), symbol="mail")
            for event in reversed(one.events)
        )
    )
