"""A candidate: who he is, where he stands, his résumé, the notes about him."""

import streamlit as st

from pages.ui import guard, undo
from pages.ui import markup as m
from pages.ui.drawn import contact_ways, face_of
from pages.ui.installed import installation
from pages.ui.interviews.asked import open_asked
from pages.ui.interviews.of_application import draw_interviews
from pages.ui.layout import header, split
from pages.ui.notes import draw_notes
from pages.ui.opened import key_in_address, maybe_key
from pages.ui.problems import opening
from pages.ui.staff.candidate_documents import draw_documents
from pages.ui.staff.candidate_letters import draw_letters
from pages.ui.staff.candidate_particulars import particulars_box
from pages.ui.staff.candidate_reminders import draw_reminders, offer_reminder
from pages.ui.staff.candidate_stand import draw_stand, offer_link
from pages.ui.staff.looking_on import way_to
from pages.ui.staff.writing_asked import open_writing
from pages.ui.text import t
from pages.ui.told import read_what_was_told
from services.applications.views import ApplicationView, of_candidate
from services.candidates.particulars import ParticularsView, particulars
from services.candidates.views import CandidateView, candidate
from services.ids import key_text
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.CANDIDATES_READ)


def draw_head(
    one: CandidateView,
    more: ParticularsView,
    here: ApplicationView | None,
    applications: list[ApplicationView],
) -> None:
    """Name, contacts as actions, and the way to the edit page in the upper right."""
    trail = [(t("Candidates"), "/candidates")]
    if here is not None:
        trail = [
            (
                f"{here.vacancy} · {here.company}" if here.company else here.vacancy,
                f"/vacancy?id={key_text(here.vacancy_id)}",
            )
        ]
    line = " · ".join(part for part in (one.headline, one.city) if part)
    head = m.candidate_head(
        m.Person(one.id, one.name, line, photo=face_of(one.id, more.photo)),
        ways=contact_ways(one.contacts),
        lead=m.crumbs(trail),
    )
    with header(head, key="candidate"):
        offer_link(one, applications)
        offer_reminder(one.id, here.id if here else None)
        st.html(
            m.button_link(
                t("Edit applicant’s profile"),
                f"/candidate-edit?id={key_text(one.id)}",
                symbol="edit",
            ),
            width="content",
        )


def draw(
    one: CandidateView,
    more: ParticularsView,
    applications: list[ApplicationView],
    here: ApplicationView | None,
) -> None:
    """The page, with the application the address names (else the one that moved last)."""
    draw_head(one, more, here, applications)
    draw_stand(viewer, one, here, applications)
    matter, beside = split("candidate")
    with matter:
        draw_documents(viewer, one, here)
        if known := particulars_box(one, more):
            st.html(known)
    with beside:
        if here is not None:
            st.html(way_to(candidate=one.id, app=here.id))
        draw_reminders(viewer, one.id)
        if here is not None:
            draw_interviews(viewer, here)
            draw_letters(viewer, here)
        draw_notes(
            viewer,
            candidate_id=one.id,
            application_id=here.id if here else None,
            elsewhere=len(applications) > 1,
        )
    undo.draw(viewer)
    open_asked(viewer)
    open_writing(viewer)


read_what_was_told(viewer)
with (
    opening(t("Candidates"), "/candidates") as attempt,
    reading(installation(), viewer) as work,
):
    asked, key = maybe_key("app"), key_in_address("id")
    theirs = of_candidate(work, candidate_id=key)
    place = next((one for one in theirs if one.id == asked), theirs[0] if theirs else None)
    found = candidate(work, candidate_id=key, vacancy_id=place.vacancy_id if place else None)
    beside_him = particulars(work, candidate_id=found.id)
if not attempt.failed:
    draw(found, beside_him, theirs, place)
