"""Who was just refused on a vacancy's pages: a letter is offered to him, never sent by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.staff.candidate_letters import refusal_banner
from pages.ui.staff.writing_wanted import write_to
from pages.ui.text import span, t
from services.applications.views import ApplicationRow
from services.ids import key_text
from services.interviews.views import ahead_in_vacancy
from services.mail.archive import refusals_written
from services.viewer import Viewer
from services.work import reading

_KEPT = "refused_now"


@dataclass(frozen=True, slots=True)
class _Refused:
    application_id: int
    candidate_id: int
    name: str


def note_refused(vacancy_id: int, rows: Iterable[ApplicationRow]) -> None:
    """They were moved to a stage that refuses; of another vacancy's nobody is thought any more."""
    known = _of(vacancy_id)
    known |= {row.id: _Refused(row.id, row.candidate_id, row.name) for row in rows}
    session.keep(_KEPT, (vacancy_id, known))


def offer_refusal(viewer: Viewer, vacancy_id: int, rows: Iterable[ApplicationRow] = ()) -> None:
    """The way to a letter, to one or to all of them; `rows` say who was taken back since."""
    back = {row.id for row in rows if row.stage.outcome != "refused"}
    known = {key: one for key, one in _of(vacancy_id).items() if key not in back}
    session.keep(_KEPT, (vacancy_id, known))
    _say_what_is_ahead(viewer, vacancy_id, known)
    waiting = _not_written_to(viewer, vacancy_id, known)
    if len(waiting) == 1:
        (one,) = waiting
        words = t(
            "{name} is refused. A letter about it is written only if you want it.", name=one.name
        )
        st.html(refusal_banner(words, one.candidate_id, one.application_id))
    elif waiting:
        words = t(
            "Refused: {names}. Letters about it are written only if you want it.",
            names=", ".join(one.name for one in waiting),
        )
        st.html(m.banner(words, symbol="mail"))
        if st.button(t("Write the refusal letters"), key="refusal_letters", icon=":material/mail:"):
            chosen = [(one.application_id, one.candidate_id) for one in waiting]
            write_to(vacancy_id, chosen, kind="refusal")


def _say_what_is_ahead(viewer: Viewer, vacancy_id: int, known: Mapping[int, _Refused]) -> None:
    """Their interviews go on being scheduled: whoever refused them is told, and led there."""
    if not known:
        return
    with reading(installation(), viewer) as work:
        ahead = ahead_in_vacancy(work, vacancy_id=vacancy_id)
    for one in ahead:
        if one.application_id in known:
            words = t(
                "{name} is refused, but an interview is still ahead: {when}.",
                name=one.candidate,
                when=span(one.slot.starts_at, one.slot.ends_at),
            )
            place = f"id={key_text(one.candidate_id)}&app={key_text(one.application_id)}"
            address = f"/candidate?{place}&interview={key_text(one.id)}"
            way = m.button_link(t("Open the interview"), address)
            st.html(m.banner(words, symbol="event_busy", action=way))


def _of(vacancy_id: int) -> dict[int, _Refused]:
    whose, known = session.kept(_KEPT, (0, {}))
    return dict(known) if whose == vacancy_id else {}


def _not_written_to(
    viewer: Viewer, vacancy_id: int, known: Mapping[int, _Refused]
) -> list[_Refused]:
    if not known:
        return []
    with reading(installation(), viewer) as work:
        written = refusals_written(
            work,
            vacancy_id=vacancy_id,
            candidate_ids=[one.candidate_id for one in known.values()],
        )
    return [one for one in known.values() if one.candidate_id not in written]
