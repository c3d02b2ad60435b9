"""Another name for a company, and merging it into another after reading what comes of it."""

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t, tn
from services.companies import CompanyCard, MergePreview, choices, merge, merge_preview, rename
from services.errors import Duplicate
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading

_DONE = "company_saved"


def draw_rename(viewer: Viewer, one: CompanyCard) -> None:
    """The name; one that is taken leads to merging."""
    st.html(m.section(t("Another name")))
    if session.kept(_DONE):
        st.html(m.banner(session.kept(_DONE), tone="yes", symbol="check_circle"))
        session.forget(_DONE)
    if one.also_known_as:
        st.html(m.quiet(t("Also known as: {names}", names=", ".join(one.also_known_as))))
    key = f"company_{key_text(one.id)}"
    with st.form(key, border=False):
        name = st.text_input(
            t("Company or department"), key=f"{key}_name_{one.name}", value=one.name
        )
        place = st.container(key=f"{key}_problem")
        with ends(key):
            sent = st.form_submit_button(t("Save Changes"), key=f"{key}_save", type="primary")
    if not sent:
        return
    with place, shown() as attempt:
        try:
            perform(installation(), viewer, rename, company_id=one.id, name=name)
        except Duplicate as error:
            other_id = int(str(error.fields["company_id"]))
            session.fill(f"company_into_{key_text(one.id)}", other_id)  # ready to be merged
            _draw_taken(other_id, str(error.fields["name"]))
            return
    if not attempt.failed:
        session.keep(_DONE, t("Saved"))
        st.rerun()


def draw_merge(viewer: Viewer, one: CompanyCard) -> None:
    """Choose the other one; what comes of it is read in the dialog before anything is done."""
    st.html(m.section(t("Merge into another")))
    with reading(installation(), viewer) as work:
        others = {choice.id: choice.name for choice in choices(work) if choice.id != one.id}
    if not others:
        st.html(m.quiet(t("There is no other company or department.")))
        return
    st.html(m.quiet(t("For two entries that are one and the same company.")))
    into = st.selectbox(
        t("Into which one"),
        list(others),
        index=None,
        key=f"company_into_{key_text(one.id)}",
        placeholder=t("Company or department"),
        format_func=others.__getitem__,
    )
    with ends("company_merge"):
        asked = st.button(t("Merge"), key="company_merge", icon=":material/link:")
    if asked and into is not None:
        guard.dialog(t("Merge two companies"), _confirm, width="medium")(one.id, into)


def _confirm(viewer: Viewer, company_id: int, into_id: int) -> None:
    with shown() as attempt, reading(installation(), viewer) as work:
        found = merge_preview(work, company_id=company_id, into_id=into_id)
    if attempt.failed:
        return
    st.html(
        m.lit_box(
            t("“{name}” becomes “{into}”.", name=found.name, into=found.into),
            t(
                "Customers of both become colleagues: on the vacancies and candidates that each "
                "of them sees, they read each other’s notes and the notes opened to either of "
                "the two."
            ),
        )
    )
    st.html(m.facts(_consequences(found)))
    place = st.container(key="company_merge_problem")
    with ends("company_merge_confirm"):
        go = st.button(t("Merge the two"), key="company_merge_go", type="primary")
    if go:
        with place, shown() as attempt:
            perform(installation(), viewer, merge, company_id=company_id, into_id=into_id)
        if not attempt.failed:
            session.keep(
                _DONE, t("“{name}” is now part of “{into}”.", name=found.name, into=found.into)
            )
            st.query_params.from_dict({"id": key_text(into_id)})
            st.rerun()


def _consequences(found: MergePreview) -> list[m.Fact]:
    """What of the first becomes the other's, and that there is no way back."""
    return [
        m.Fact(_people(found.name, found.customers), "group", lit=True),
        m.Fact(_people(found.into, found.customers_of_into), "group", lit=True),
        m.Fact(
            tn(
                "{count} note is opened to “{name}”",
                "{count} notes are opened to “{name}”",
                found.notes,
                name=found.name,
            ),
            "lightbulb",
            lit=True,
        ),
        m.Fact(
            tn(
                "{count} note is opened to “{name}”",
                "{count} notes are opened to “{name}”",
                found.notes_of_into,
                name=found.into,
            ),
            "lightbulb",
            lit=True,
        ),
        m.Fact(
            tn(
                "{count} vacancy moves to “{into}”",
                "{count} vacancies move to “{into}”",
                found.vacancies,
                into=found.into,
            ),
            "work",
        ),
        m.Fact(
            t("The name “{name}” will lead to “{into}”.", name=found.name, into=found.into),
            "arrow_forward",
        ),
        m.Fact(t("This cannot be undone."), "priority_high"),
    ]


def _people(company: str, names: tuple[str, ...]) -> str:
    if not names:
        return t("“{company}”: no active customers", company=company)
    return t("Customers of “{company}”: {names}", company=company, names=", ".join(names))


def _draw_taken(other_id: int, name: str) -> None:
    st.html(
        m.banner(
            t("“{name}” exists already. Merge the two instead.", name=name),
            tone="no",
            symbol="error",
            action=m.button_link(
                t("Open “{name}”", name=name), f"/companies?id={key_text(other_id)}"
            ),
        )
    )
