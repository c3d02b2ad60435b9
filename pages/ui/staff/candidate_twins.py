"""Who of the base may be the same person: said before saving, side by side."""

from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup, escape

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.staff.seen_already import seen_banners, whom_it_saw
from pages.ui.text import day, literal, t, tn
from pages.ui.words import stage_name
from services.candidates.duplicates import Duplicate, duplicates_of, newly_like, proposed_of
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.known import Known, known_of
from services.candidates.views import ContactView
from services.ids import key_text
from services.viewer import Viewer
from services.work import reading


def like_new(viewer: Viewer, form: CandidateForm) -> list[Duplicate]:
    """Who may be the one who is being typed in."""
    with reading(installation(), viewer) as work:
        (found,) = duplicates_of(work, [proposed_of(form)])
    return found


def like_changed(
    viewer: Viewer, candidate_id: int, before: CandidateForm, form: CandidateForm
) -> list[Duplicate]:
    """Like whom the candidate becomes by what was changed on his page; asked only if it matters."""
    if proposed_of(before) == proposed_of(form):
        return []
    with reading(installation(), viewer) as work:
        return newly_like(work, candidate_id=candidate_id, form=form)


def draw_twins(
    viewer: Viewer,
    prefix: str,
    found: Sequence[Duplicate],
    form: CandidateForm,
    *,
    file_name: str = "",
    vacancy: str = "",
    vacancy_id: int | None = None,
    offer_update: bool = True,
) -> int | None:
    """Each of them beside what was typed; returns the one whom the reader wants to update.

    Where one is taken in for a vacancy, it is said of each whether its company was shown him.
    """
    with reading(installation(), viewer) as work:
        known = known_of(work, [one.candidate_id for one in found])
    seen = whom_it_saw(viewer, vacancy_id, [one.candidate_id for one in found])
    st.html(
        m.section(t("Perhaps in the base already"), len(found), place=f"{prefix}_twins")
        + m.quiet(
            tn(
                "Please compare before you save: this may be the same person.",
                "Please compare before you save: one of these may be the same person.",
                len(found),
            )
        )
    )
    chosen = None
    for number, one in enumerate(found):
        table = _table(one, known[one.candidate_id], form, file_name, vacancy)
        head = _head(one) + seen_banners(seen.get(one.candidate_id, ()))
        if number == 0:
            st.html(head + table)
            pressed = offer_update and _update(prefix, one)
        else:
            label = f"{literal(one.name)} · {', '.join(map(reason_words, one.reasons))}"
            with st.expander(label, key=f"{prefix}_twin_{key_text(one.candidate_id)}"):
                st.html(head + table)
                pressed = offer_update and _update(prefix, one)
        if pressed:
            chosen = one.candidate_id
    return chosen


def reason_words(reason: str) -> str:
    """Why they may be one, in a few words."""
    return {
        "same_file": t("same file"),
        "same_email": t("same e-mail"),
        "same_phone": t("same phone"),
        "same_account": t("same account or page"),
        "same_name_and_city": t("same name and city"),
    }[reason]


def _update(prefix: str, one: Duplicate) -> bool:
    return st.button(
        t("Update this candidate"),
        key=f"{prefix}_update_{key_text(one.candidate_id)}",
        icon=":material/update:",
        help=t("Empty fields are filled, contacts added; where both differ, you choose."),
    )


def _head(one: Duplicate) -> Markup:
    reasons = [m.chip(reason_words(reason), tone="night", symbol="link") for reason in one.reasons]
    if one.archived:
        reasons.append(m.chip(t("archived; updating brings the profile back"), symbol="archive"))
    address = f"/candidate?id={key_text(one.candidate_id)}"
    return Markup('<p class="line">{} &ensp;{}</p>').format(
        m.outside(one.name, address), Markup(" ").join(reasons)
    )


def _table(
    one: Duplicate, known: Known, form: CandidateForm, file_name: str, vacancy: str
) -> Markup:
    name = f"{form.first_name} {form.last_name}".strip()
    standing = [f"{place.vacancy} · {stage_name(place.stage)}" for place in known.vacancies]
    came = day(known.resume_at) if known.resume_at else ""
    pairs = [
        m.Pair(t("Name"), one.name, name),
        m.Pair(t("Headline"), one.headline, form.headline),
        m.Pair(t("City"), one.city, form.city),
        m.Pair(
            t("Contacts"),
            _ways(known.contacts),
            _ways(form.contacts),
        ),
        m.Pair(t("Skills"), ", ".join(known.skills), ", ".join(form.skills)),
        m.Pair(t("Vacancies"), _lines(standing), vacancy),
        m.Pair(t("Last resume"), came, file_name),
    ]
    return m.beside(t("In the base"), t("Now"), pairs)


def _ways(contacts: Iterable[ContactForm | ContactView]) -> Markup:
    """One below the other; an e-mail that is too long for its line breaks behind its sign."""
    found = (escape(way.value).replace("@", Markup("@<wbr>")) for way in contacts)
    return Markup("<br>").join(found)


def _lines(parts: list[str]) -> Markup:
    """One below the other, a little apart: each may take several lines."""
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)
