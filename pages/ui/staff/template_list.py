"""Every kind of letter that has a template, and in which languages the agency has its own."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.mail_words import letter_kind
from pages.ui.text import day, t
from services.i18n import LANGUAGES
from services.viewer import Viewer
from services.work import reading
from services.writing.defaults import KINDS
from services.writing.templates import TemplateView, own_templates


def kind_words(kind: str) -> str:
    """What a template is called."""
    return t("Free letter") if kind == "free" else letter_kind(kind)


def draw_templates(viewer: Viewer) -> None:
    """The kinds, each a way to its wording; whose wording holds in which language."""
    with reading(installation(), viewer) as work:
        own = {(one.kind, one.language): one for one in own_templates(work)}
    st.html(
        m.quiet(
            t(
                "Every letter begins with its template; whoever writes it can still change every "
                "word. Where a language is named, your own wording holds, elsewhere the usual one."
            )
        )
    )
    columns = [m.Column(t("Letter"), "person"), m.Column(t("Wording"))]
    rows = [
        m.Row(
            kind,
            kind_words(kind),
            [
                m.title_cell(
                    kind_words(kind),
                    f"/letter-templates?kind={kind}&language={viewer.language}",
                    line=_when(kind),
                ),
                _whose([own[kind, one] for one in LANGUAGES if (kind, one) in own]),
            ],
        )
        for kind in KINDS
    ]
    st.html(m.table("templates", t("Letter templates"), columns, rows, tall=True))


def _whose(own: list[TemplateView]) -> Markup:
    """In which languages the agency's own holds, and since when; elsewhere the usual one does."""
    chips = [
        m.chip(f"{LANGUAGES[one.language]} · {day(one.saved_at)}", tone="night")
        for one in own
        if one.saved_at is not None
    ]
    if len(chips) < len(LANGUAGES):
        chips.append(Markup.escape(t("otherwise the usual one") if chips else t("the usual one")))
    return Markup(" ").join(chips)


def _when(kind: str) -> str:
    """When such a letter is written."""
    return {
        "interview_invitation": t("when an interview is scheduled"),
        "interview_moved": t("when it is rescheduled"),
        "interview_called_off": t("when it is cancelled"),
        "interview_reminder": t("the day before, if it stands"),
        "customer": t("from the customer’s page"),
        "refusal": t("after a candidate was refused"),
        "offer": t("when an offer is made"),
        "free": t("whenever you write to a candidate"),
    }[kind]
