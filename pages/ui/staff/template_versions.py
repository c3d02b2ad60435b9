"""Beside a template: its placeholders, earlier wordings, the way back to the usual one."""

import streamlit as st
from markupsafe import Markup

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.drawn import trusted
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.opened import maybe_key
from pages.ui.placeholder_words import meanings
from pages.ui.problems import shown
from pages.ui.staff.template_form import saved, say_saved
from pages.ui.text import moment, t
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading
from services.writing.defaults import Wording, default_wording
from services.writing.placeholders import names_for
from services.writing.samples import sample_values
from services.writing.templates import TemplateView, back_to_default, save_template, versions

_SHOWN = 12


def draw_aside(viewer: Viewer, kind: str, language: str) -> None:
    """The placeholders, the versions, and the buttons that bring one of them back."""
    with reading(installation(), viewer) as work:
        known = versions(work, kind=kind, language=language)
        samples = sample_values(work, kind=kind, language=language)
    words = meanings(kind)
    st.html(
        m.section(t("Placeholders"))
        + m.pairs((f"{{{one}}}", f"{words[one]} – {samples[one]}") for one in names_for(kind))
        + m.section(t("Versions"), len(known) or "")
        + (_history(kind, language, known) if known else m.quiet(t("Only the usual wording yet.")))
    )
    say_saved(kind, language, "versions")
    holds = next((one for one in known if one.holds), None)
    asked = next((one for one in known if one.id == maybe_key("version")), None)
    if holds is not None and st.button(
        t("Back to the usual wording"), key="template_default", icon=":material/undo:"
    ):
        guard.dialog(t("Back to the usual wording"), _ask_default, width="medium")(holds)
    if asked is not None:
        _draw_version(viewer, asked, holds)


def _history(kind: str, language: str, known: list[TemplateView]) -> Markup:
    """Who has saved when, each a way to what it said."""
    return m.history(
        m.Event(
            moment(one.saved_at) if one.saved_at else "",
            t("{name} · holds now", name=one.saved_by) if one.holds else one.saved_by,
            m.link(one.wording.subject, _address(kind, language, one)),
            symbol="description",
        )
        for one in known[:_SHOWN]
    )


def _address(kind: str, language: str, one: TemplateView) -> str:
    here = f"/letter-templates?kind={kind}&language={language}"
    return f"{here}&version={key_text(one.id or 0)}#version"


def _draw_version(viewer: Viewer, one: TemplateView, holds: TemplateView | None) -> None:
    """An earlier wording, and the button that lets it hold again."""
    st.html(m.section(t("This version"), place="version") + _sheet(one.wording))
    if one.holds:
        return
    place = st.container(key="template_version_problem")
    key = f"seen_template_{key_text(one.id or 0)}"
    # What the reader saw holding when he pressed, not what has been saved since.
    st.button(
        t("Restore this version"),
        key="template_restore",
        icon=":material/history:",
        on_click=session.keep,
        args=(key, (holds.id if holds else None,)),
    )
    if (pressed := session.kept(key)) is not None:
        session.forget(key)
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                save_template,
                kind=one.kind,
                language=one.language,
                wording=one.wording,
                seen=pressed[0],
            )
        if not attempt.failed:
            saved(one.kind, one.language, "versions")


def _ask_default(viewer: Viewer, holds: TemplateView) -> None:
    """What would hold then; the agency's own stays among the versions."""
    st.html(
        m.quiet(t("This would hold again. Your wording stays under Versions."))
        + _sheet(default_wording(holds.kind, holds.language))
    )
    place = st.container(key="template_default_problem")
    with ends("template_default"):
        go = st.button(t("Use the usual wording"), key="template_default_go", type="primary")
    if go:
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                back_to_default,
                kind=holds.kind,
                language=holds.language,
                seen=holds.id,
            )
        if not attempt.failed:
            saved(holds.kind, holds.language, "versions")


def _sheet(wording: Wording) -> Markup:
    return m.letter([(t("Subject"), wording.subject)], trusted(wording.body))
