"""Letter templates: how each kind of letter begins, in three languages."""

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.layout import header, split
from pages.ui.staff.template_form import draw_template, turn_to
from pages.ui.staff.template_list import draw_templates, kind_words
from pages.ui.staff.template_versions import draw_aside
from pages.ui.text import t
from services.i18n import LANGUAGES
from services.permissions import Permission
from services.writing.defaults import KINDS

viewer = guard.require(Permission.AGENCY_MANAGE)


def draw_one(kind: str, language: str) -> None:
    """One template in one language: the form, and beside it what belongs to it."""
    turn_to(kind, language)
    trail = m.crumbs(
        [
            (t("Account settings"), "/settings"),
            (t("Letter templates"), "/letter-templates"),
            (kind_words(kind), ""),
        ]
    )
    with header(m.title(kind_words(kind), line=trail), key="letter_template"):
        pass
    ways = [
        (name, f"/letter-templates?kind={kind}&language={code}", code == language)
        for code, name in LANGUAGES.items()
    ]
    st.html(m.switch(ways, label=t("Language of the letter")))
    matter, beside = split("letter_template")
    with matter:
        draw_template(viewer, kind, language)
    with beside:
        draw_aside(viewer, kind, language)


chosen = str(st.query_params.get("kind", ""))
spoken = str(st.query_params.get("language", ""))
if chosen in KINDS:
    draw_one(chosen, spoken if spoken in LANGUAGES else viewer.language)
else:
    turn_to("", "")
    crumbs = m.crumbs([(t("Account settings"), "/settings")])
    with header(m.title(t("Letter templates"), line=crumbs), key="letter_templates"):
        pass
    draw_templates(viewer)
