"""The files of a batch in the reader's words: what each is, what it may become."""

from collections.abc import Sequence

from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.problems import sentences
from pages.ui.text import t
from services.batches.batch import BatchFile
from services.batches.proposed import form_of
from services.candidates.duplicates import Duplicate
from services.candidates.forms import CandidateForm
from services.errors import DocumentRefused, KnownAlready
from services.ids import key_text

CHOOSE, ADD, SKIP, UPDATE = "choose", "add", "skip", "update-"


def name_of(form: CandidateForm) -> str:
    """The candidate's whole name; "" where none is known."""
    parts = (form.first_name, form.patronymic, form.last_name)
    return " ".join(part.strip() for part in parts if part.strip())


def contact_of(form: CandidateForm, kind: str) -> str:
    """The first contact of this kind."""
    return next((one.value for one in form.contacts if one.kind == kind), "")


def why_refused(file: BatchFile) -> str:
    """Why nothing can be made of the file."""
    if file.reason == "twice":
        return t("The same file as “{name}”.", name=file.like)
    return " ".join(sentences(DocumentRefused(reason=file.reason)))


def state_of(file: BatchFile, known: Sequence[Duplicate]) -> Markup:
    """How the file stands, in a chip; red is what cannot be, amber what waits for the reader."""
    if file.state == "saved":
        words = t("Updated") if file.plan == "update" else t("Added")
        return m.chip(words, tone="yes", symbol="check")
    if file.state == "refused" and file.reason == "twice":
        return m.chip(t("Dropped twice"), symbol="content_copy")
    if file.state == "refused":
        return m.chip(t("Cannot be read"), tone="no", symbol="error")
    return _state_of_ready(file, known)


def _state_of_ready(file: BatchFile, known: Sequence[Duplicate]) -> Markup:
    if file.plan == "skip":
        return m.chip(t("Left out"))
    if file.problem is not None and not isinstance(file.problem, KnownAlready):
        return m.chip(t("Not saved"), tone="no", symbol="error")
    if known and not file.plan:
        return m.chip(t("Known already?"), tone="lit", symbol="person_search")
    if file.plan != "update" and not form_of(file).first_name.strip():
        return m.chip(t("Name is missing"), tone="lit", symbol="edit")
    if file.is_file_only:
        return m.chip(t("Kept as a file only"), symbol="draft")
    return m.chip(t("Ready"), tone="yes", symbol="check")


def choices_of(file: BatchFile, known: Sequence[Duplicate]) -> list[tuple[str, str]]:
    """What may become of a file that waits, as (id, words)."""
    choose = [(CHOOSE, t("Please choose"))] if known and not file.plan else []
    update = [
        (f"{UPDATE}{key_text(one.candidate_id)}", t("Update {name}", name=one.name))
        for one in known
    ]
    return [*choose, *update, (ADD, t("New candidate")), (SKIP, t("Leave out"))]


def chosen_of(file: BatchFile, known: Sequence[Duplicate]) -> str:
    """Which of the choices stands now."""
    if file.plan == "update" and file.update_id is not None:
        return f"{UPDATE}{key_text(file.update_id)}"
    if file.plan == "skip":
        return SKIP
    return CHOOSE if known and not file.plan else ADD
