"""One customer: how far he has come, what he sees and did, the form."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import frame, session, undo
from pages.ui import markup as m
from pages.ui.customer_form import ask_customer, field_names, shown_value
from pages.ui.installed import installation
from pages.ui.interviews.asked import open_asked
from pages.ui.invited import standing_chip, way_so_far
from pages.ui.layout import card, header, split
from pages.ui.meanwhile import Begun, begin, draw_refusal, end
from pages.ui.problems import opening, shown
from pages.ui.staff.across import ask_across
from pages.ui.staff.customer_access import draw_access_banner, draw_access_button
from pages.ui.staff.customer_letter import draw_letter_button
from pages.ui.staff.customer_story import Story, draw_story, read_story
from pages.ui.staff.undelivered import trouble_banner
from pages.ui.staff.writing_asked import open_writing
from pages.ui.taken import draw_taken
from pages.ui.text import t
from pages.ui.typed import Typed
from services.conflicts import as_form
from services.customers import CustomerCard, CustomerForm, edit, invite_again
from services.customers import card as customer_card
from services.errors import AcrossCompanies, Conflict, Duplicate
from services.ids import key_text
from services.mail.trouble import Trouble, troubles
from services.vacancies.across import TiePreview, crossed_by_customer
from services.viewer import Viewer
from services.work import perform, reading


def draw_one(viewer: Viewer, customer_id: int) -> None:
    """His story at the left, the form beside it; access is closed and opened at the top."""
    with (
        opening(t("Manage customers"), "/customers") as attempt,
        reading(installation(), viewer) as work,
    ):
        one = customer_card(work, customer_id=customer_id)
        trouble = troubles(work, person_ids=[one.id]).get(one.id)
        story = read_story(work, one.id)
    if attempt.failed:
        return
    _draw_head(viewer, one)
    _draw_banners(viewer, one, trouble)
    _draw_parts(viewer, one, story)
    undo.draw(viewer)
    open_asked(viewer)
    open_writing(viewer)


def _draw_head(viewer: Viewer, one: CustomerCard) -> None:
    trail = m.crumbs(
        [
            (t("Account settings"), "/settings"),
            (t("Manage customers"), "/customers"),
            (one.name, ""),
        ]
    )
    with header(m.title(one.name, line=trail), key="customer"):
        if one.invitation_id is not None:
            st.html(
                m.button_link(
                    t("Invitation letter"), f"/mail?id={key_text(one.invitation_id)}", symbol="mail"
                ),
                width="content",
            )
        if one.standing in {"added", "invited", "opened"}:
            _invite_anew(viewer, one)
        st.html(
            m.button_link(t("Letters"), f"/mail?person={key_text(one.id)}", symbol="mail"),
            width="content",
        )
        draw_letter_button(one)
        draw_access_button(viewer, one)


def _draw_banners(viewer: Viewer, one: CustomerCard, trouble: Trouble | None) -> None:
    if trouble is not None:
        st.html(trouble_banner(trouble))
    if session.kept("customer_added"):
        st.html(
            m.banner(
                t(
                    "The invitation letter to {name} is on its way.",
                    name=session.kept("customer_added"),
                ),
                tone="yes",
                symbol="check_circle",
            )
        )
        session.forget("customer_added")
    draw_access_banner(viewer, one)
    frame.draw_letters_banner(viewer)


def _draw_parts(viewer: Viewer, one: CustomerCard, story: Story) -> None:
    matter, beside = split("customer")
    with matter:
        st.html(
            m.quiet(
                Markup("{} {}").format(
                    standing_chip(one.standing),
                    way_so_far(one.invited_at, one.opened_at, one.last_seen_at),
                )
            )
        )
        draw_story(story)
    with beside, card("customer_form"):
        _edit_form(viewer, one)


def _edit_form(viewer: Viewer, one: CustomerCard) -> None:
    name, stands = f"customer_{key_text(one.id)}", as_form(CustomerForm, one)
    visit = begin(name, one.version, stands, first="name")
    typed = ask_customer(f"{name}_{visit.version}", submit=t("Save Changes"), filled=one)
    save = visit.to_save(typed.form if typed else None, stands, one.version)
    if save is not None:
        _save(viewer, one, visit, Typed(save[0], typed.place if typed else st.container()), save[1])
    else:
        draw_refusal(name, visit, stands, field_names(), shown_value)


def _save(
    viewer: Viewer,
    one: CustomerCard,
    visit: Begun[CustomerForm],
    typed: Typed[CustomerForm],
    version: int,
) -> None:
    """Save the form; an e-mail that is taken says whose it is, a company that crosses asks."""

    def save(viewer: Viewer, ties: Sequence[TiePreview] = ()) -> None:
        perform(
            installation(),
            viewer,
            edit,
            customer_id=one.id,
            form=typed.form,
            version=version,
            across_companies=[tie.vacancy_id for tie in ties],
        )
        end(f"customer_{key_text(one.id)}")

    crosses = False
    with typed.place, shown() as attempt:
        try:
            save(viewer)
        except Duplicate as error:
            draw_taken(viewer, error)
            return
        except AcrossCompanies:
            crosses = True
        except Conflict as error:
            visit.refusal = error
            st.rerun()
    if crosses:
        ask_across(
            lambda work: crossed_by_customer(work, customer_id=one.id, company=typed.form.company),
            save,
        )
        return
    if not attempt.failed:
        st.rerun()


def _invite_anew(viewer: Viewer, one: CustomerCard) -> None:
    """Another invitation for whoever has not been here yet."""
    if not st.button(
        t("Send the invitation again"), key="customer_invite", icon=":material/forward_to_inbox:"
    ):
        return
    with shown() as attempt:
        perform(installation(), viewer, invite_again, customer_id=one.id)
    if not attempt.failed:
        session.keep("customer_added", one.name)
        st.rerun()
