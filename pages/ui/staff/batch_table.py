"""The files that were dropped, in one table to confirm: who each is, and what becomes of it."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.components import rows
from pages.ui.installed import installation
from pages.ui.markup.basics import fill
from pages.ui.problems import sentences, shown
from pages.ui.staff.batch_words import (
    ADD,
    SKIP,
    UPDATE,
    choices_of,
    chosen_of,
    contact_of,
    name_of,
    state_of,
    why_refused,
)
from pages.ui.staff.seen_already import SeenBy, seen_words
from pages.ui.text import t
from services.batches.batch import Batch, BatchFile, Plan
from services.batches.dropping import decide
from services.batches.proposed import form_of
from services.candidates.duplicates import Duplicate
from services.ids import key_text, parse_key
from services.viewer import Viewer

KnownBy = Mapping[int, Sequence[Duplicate]]


def draw_table(
    viewer: Viewer, batch: Batch, known: KnownBy, seen: SeenBy, *, here: str, beside: bool
) -> None:
    """A row for each file; `here` leads to this page, `beside` a form fewer columns fit.

    `seen`: whom of those known the company of the vacancy was shown.
    """
    columns = [m.Column(t("Candidate"), "person"), m.Column(t("File"))]
    if not beside:
        columns += [m.Column(t("Contacts")), m.Column(t("Skills"), "number")]
    columns.append(m.Column(t("What becomes of it"), "stage"))
    drawn = [_row(one, known.get(one.number, ()), seen, here, beside=beside) for one in batch.files]
    st.html(m.table("intake", t("Files"), columns, drawn, tall=True))
    waiting = [one for one in batch.files if one.state == "ready"]
    # The key of the batch is in it: a choice in an earlier one says nothing about this one.
    answer = rows.wired(
        "intake", [str(one.number) for one in waiting], key=f"intake_{key_text(batch.id)}"
    )
    if answer.moved is not None:
        file = batch.file(int(answer.moved.row))
        if file is not None and _decided(viewer, batch, file, known, answer.moved.to):
            st.rerun()


def _decided(viewer: Viewer, batch: Batch, file: BatchFile, known: KnownBy, to: str) -> bool:
    """Take a choice over, if it is one of those that were offered."""
    if to not in {id_ for id_, _ in choices_of(file, known.get(file.number, ()))}:
        return False
    return say_what_becomes(viewer, batch, file, to)


def say_what_becomes(viewer: Viewer, batch: Batch, file: BatchFile, to: str) -> bool:
    """Decide about a file by the id of the choice; tells whether it was done."""
    plans: dict[str, Plan] = {ADD: "add", SKIP: "skip"}
    plan: Plan = "update" if to.startswith(UPDATE) else plans.get(to, "")
    whom = parse_key(to.removeprefix(UPDATE)) if plan == "update" else None
    with shown() as attempt:
        decide(
            installation(),
            viewer,
            batch_id=batch.id,
            number=file.number,
            plan=plan,
            candidate_id=whom,
        )
    return not attempt.failed


def _row(
    file: BatchFile, known: Sequence[Duplicate], seen: SeenBy, here: str, *, beside: bool
) -> m.Row:
    form = form_of(file)
    name = name_of(form)
    about = " · ".join(part for part in (form.headline, form.city) if part.strip())
    settled = file.state != "ready"
    if file.state == "saved" and file.candidate_id is not None:
        who = m.title_cell(name, f"/candidate?id={key_text(file.candidate_id)}", line=about)
    elif file.state == "ready":
        who = m.title_cell(name or t("No name yet"), f"{here}file={file.number}#file", line=about)
    else:
        who = m.two_lines(file.name, "")
    cells: list[str | Markup] = [who, _file(file, known, seen)]
    if not beside:
        contacts = m.two_lines(contact_of(form, "email"), contact_of(form, "phone"))
        cells += [contacts if file.state != "refused" else "", str(len(form.skills) or "")]
    chosen = chosen_of(file, known)
    options = choices_of(file, known)
    what = t("What becomes of {name}", name=name or file.name)
    cells.append("" if settled else m.choice(str(file.number), chosen, options, label=what))
    return m.Row(str(file.number), name or file.name, cells)


def _file(file: BatchFile, known: Sequence[Duplicate], seen: SeenBy) -> Markup:
    """The file's name and how it stands; below that why it could not be read or saved.

    And where the company was shown the one already whom it may be of, or whom it updates.
    """
    why = ""
    if file.state == "refused":
        why = why_refused(file)
    elif file.problem is not None:
        why = " ".join(sentences(file.problem))
    elif file.is_file_only and file.state == "ready":
        why = t("No text was found: it is kept as a file.")
    elif known and file.state == "ready" and not file.plan:
        why = ", ".join(one.name for one in known)
    if file.state == "refused":
        return m.stack([state_of(file, known), fill("<small>{why}</small>", why=why)])
    small = [why, *_seen(file, known, seen)]
    lines = [fill("<small>{words}</small>", words=words) for words in small if words]
    return m.stack([file.name, state_of(file, known), *lines])


def _seen(file: BatchFile, known: Sequence[Duplicate], seen: SeenBy) -> list[str]:
    if file.state != "ready" or file.plan in {"add", "skip"}:
        return []
    may_be = [file.update_id] if file.plan == "update" else [one.candidate_id for one in known]
    return [seen_words(one) for key in may_be if key for one in seen.get(key, ())]
