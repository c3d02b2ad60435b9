"""Skills and categories of a candidate: a customer corrects them, staff accept or undo it."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from pages.ui import guard, readonly, session, undo
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import card, ends, line
from pages.ui.markup.basics import Tone
from pages.ui.problems import shown
from pages.ui.text import literal, moment, t
from services.applications.views import ApplicationView
from services.candidates.corrections import accept, correct
from services.candidates.corrections import undo as undo_corrections
from services.candidates.terms_now import CorrectionView
from services.candidates.views import CandidateView
from services.candidates.vocabulary import Terms, vocabulary
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading

_OPEN = "words_dialog"


def draw_words(one: CandidateView) -> None:
    """The words as they hold for the reader."""
    if one.terms.skills or one.terms.categories:
        st.html(m.chips(one.terms.skills) + m.chips(one.terms.categories, tone="line"))


def offer_correction(viewer: Viewer, one: CandidateView, here: ApplicationView) -> None:
    """What the customer's side has corrected and nobody accepted yet, and the way to correct."""
    if one.corrections:
        said = ", ".join(_in_words(correction) for correction in one.corrections)
        st.html(m.quiet(t("Waiting for the agency’s word: {words}", words=said)))
    if here.closed:
        return
    if st.button(
        t("Correct skills and categories"),
        key=readonly.key(viewer, "words_correct"),
        type="tertiary",
        icon=":material/edit:",
        disabled=viewer.preview,
    ):
        session.keep(_OPEN, (one.id, one.terms))
    if viewer.preview:
        return
    # News redraw the page at any moment: until it is closed, the dialog opens again with it, and
    # says what was changed against the words that it was opened with.
    candidate_id, before = session.kept(_OPEN, (0, Terms()))
    if candidate_id == one.id:
        guard.dialog(t("Skills and categories"), _correct, width="medium", on_dismiss=_closed)(
            one.id, here.id, before
        )


def draw_corrections(viewer: Viewer, one: CandidateView) -> None:
    """For staff: each saving of a customer's with before and after, to accept or undo."""
    by_batch = groupby(sorted(one.corrections, key=_batch), key=_batch)
    for batch, corrections in by_batch:
        _draw_batch(viewer, one, batch, list(corrections))


def _closed() -> None:
    session.forget(_OPEN)


def _batch(correction: CorrectionView) -> int:
    return correction.batch


def _draw_batch(
    viewer: Viewer, one: CandidateView, batch: int, corrections: Sequence[CorrectionView]
) -> None:
    key, first = key_text(batch), corrections[0]
    who = f"{first.author} ({first.author_company})" if first.author_company else first.author
    with card(f"correction_{key}"):
        st.html(
            m.quiet(
                t("{who} corrected this {when}", who=who, when=moment(first.made_at))
                + ". "
                + t("Other companies see it once you accept it.")
            )
            + Markup('<ul class="chips">')
            + Markup("").join(
                Markup("<li>{}</li>").format(m.chip(_in_words(word), tone=_tone(word)))
                for word in corrections
            )
            + Markup("</ul>")
            + m.quiet(t("Before: {words}", words=_listed(one.accepted_terms)))
            + m.quiet(t("After: {words}", words=_listed(_after(one.accepted_terms, corrections))))
        )
        ids = [word.id for word in corrections]
        chosen = ids
        if len(ids) > 1:
            chosen = st.pills(
                t("Which"),
                ids,
                selection_mode="multi",
                default=ids,
                key=f"correction_which_{key}",
                format_func={word.id: literal(_in_words(word)) for word in corrections}.__getitem__,
                label_visibility="collapsed",
            )
        with line(f"correction_{key}"):
            yes = st.button(t("Accept"), key=f"correction_accept_{key}", icon=":material/check:")
            no = st.button(t("Undo"), key=f"correction_undo_{key}", icon=":material/undo:")
        if (yes or no) and chosen:
            with shown() as attempt:
                act = accept if yes else undo_corrections
                perform(installation(), viewer, act, correction_ids=chosen)
            if not attempt.failed:
                if yes:
                    undo.offer("accepted", batch, t("Accepted"))
                st.rerun()


def _tone(word: CorrectionView) -> Tone:
    return "no" if word.removes else "yes"


def _in_words(word: CorrectionView) -> str:
    """«+ Go», «− Java», «+ Elixir (a new word)»."""
    if word.removes:
        return f"− {word.word}"
    return f"+ {word.word} ({t('a new word')})" if word.is_new else f"+ {word.word}"


def _after(before: Terms, corrections: Sequence[CorrectionView]) -> Terms:
    gone = {(one.kind, one.word) for one in corrections if one.removes}

    def changed(kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
        added = [one.word for one in corrections if one.kind == kind and not one.removes]
        return (*(word for word in words if (kind, word) not in gone), *added)

    return Terms(changed("skill", before.skills), changed("category", before.categories))


def _listed(terms: Terms) -> str:
    return ", ".join((*terms.skills, *terms.categories)) or "–"


def _correct(viewer: Viewer, candidate_id: int, application_id: int, before: Terms) -> None:
    """Two fields of words; suggestions come from what this customer may see alone."""
    with shown() as attempt, reading(installation(), viewer) as work:
        known = vocabulary(work)
    if attempt.failed:
        return
    key = f"words_{key_text(candidate_id)}"
    after = Terms(
        _ask(t("Skills"), f"{key}_skills", before.skills, known.skills),
        _ask(t("Categories"), f"{key}_categories", before.categories, known.categories),
    )
    st.html(
        m.quiet(
            t("You, your colleagues and the agency see it at once; others once it is accepted.")
        )
    )
    place = st.container(key="words_problem")
    with ends("words"):
        go = st.button(t("Save Changes"), key="words_go", type="primary")
    if go:
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                correct,
                candidate_id=candidate_id,
                application_id=application_id,
                added=_without(after, before),
                removed=_without(before, after),
            )
        if not attempt.failed:
            session.clear(f"{key}_skills", f"{key}_categories")
            _closed()
            st.rerun()


def _ask(label: str, key: str, words: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    options = list(dict.fromkeys((*words, *known)))
    return tuple(
        st.multiselect(
            label,
            options,
            default=list(dict.fromkeys(words)),
            key=key,
            accept_new_options=True,
            filter_mode="contains",  # a new word must not be taken for one that is a little like it
            placeholder=t("Choose or type a new one"),
            select_all=False,
        )
    )


def _without(words: Terms, others: Terms) -> Terms:
    return Terms(
        tuple(word for word in words.skills if word not in others.skills),
        tuple(word for word in words.categories if word not in others.categories),
    )
