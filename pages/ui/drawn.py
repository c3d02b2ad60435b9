"""Views of the services as the patterns of the house: stages, people, notes, résumés."""

from collections.abc import Iterable

from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.markup.notes import Readers as NoteKind
from pages.ui.text import moment, t
from pages.ui.words import stage_name
from services.candidates.views import ContactView
from services.disclosure import ResumeView
from services.ids import key_text
from services.markup import clean_html
from services.notes.readers import Reader
from services.notes.views import NoteChangeView, NoteView
from services.resumes.removals import TAKEN, TAKEN_END
from services.vacancies.stages import StageView


def dot(stage: StageView) -> str:
    """The kind of dot beside a stage: its own for the default ones, else by what it means."""
    if stage.key:
        return stage.key
    if stage.outcome:
        return stage.outcome
    return "review" if stage.seen_by_customers else "longlist"


def stage_label(stage: StageView) -> Markup:
    """A stage with its dot."""
    return m.stage(dot(stage), stage_name(stage))


def stage_choices(stages: Iterable[StageView]) -> list[m.StageChoice]:
    """Stages to move to."""
    return [m.StageChoice(key_text(stage.id), dot(stage), stage_name(stage)) for stage in stages]


def contact_ways(contacts: Iterable[ContactView]) -> list[m.Contact]:
    """A candidate's contacts as actions."""
    return [m.Contact(one.kind, one.value) for one in contacts]


def photo_of(user_id: int, version: int) -> str:
    """The address of somebody's photo, another one after each change; "" where there is none."""
    return f"/photos/{key_text(user_id)}?v={version}" if version else ""


def face_of(candidate_id: int, version: int) -> str:
    """The address of a candidate's photo, another one after each change; "" where there is none."""
    return f"/photos/candidates/{key_text(candidate_id)}?v={version}" if version else ""


def resume_sheet(resume: ResumeView, *, to_be_had: bool = True) -> Markup:
    """A résumé as its viewer reads it, or why there is none; `to_be_had`: he may download it."""
    if resume.kind in {"version", "original"} and resume.html:
        return m.sheet(trusted(resume.html), label=t("Resume"))
    if resume.kind == "withheld":
        return m.absent(
            t("The resume is being prepared"),
            t("Ask the recruiter for the resume: no version for you has been saved yet."),
        )
    if resume.kind == "unreadable":
        return m.absent(
            t("This file has no text to read"),
            t("It is probably a scan. Download it to look at it.")
            if to_be_had
            else t("It is probably a scan. Ask the recruiter for a resume that can be read."),
        )
    return m.absent(t("No resume yet"), t("Nothing has been uploaded so far."))


def as_files(resume: ResumeView, address: str) -> Markup:
    """Where the résumé that stands on the page is had as a file, made anew from its text."""
    if resume.kind not in {"version", "original"} or not resume.html:
        return Markup("")
    pdf, docx = f"{address}.pdf", f"{address}.docx"
    return m.files(
        (
            m.button_link(t("Download as PDF"), pdf, symbol="picture_as_pdf", download=True),
            m.button_link(t("Download as DOCX"), docx, symbol="download", download=True),
        )
    )


def trusted(html: str) -> Markup:
    """Structured text, cleaned once more on its way to the page."""
    return Markup(clean_html(html))  # noqa: S704 - the sanitiser's output


def marked_sheet(marked: str) -> Markup:
    """An original in which stands, marked, what is taken out of it."""
    text = clean_html(marked).replace(TAKEN, '<mark class="out">').replace(TAKEN_END, "</mark>")
    return m.sheet(Markup(text), label=t("Original"))  # noqa: S704 - the sanitiser's output


def note_card(
    note: NoteView,
    *,
    staff: bool,
    answer: bool = False,
    doings: Iterable[tuple[str, str]] = (),
) -> Markup:
    """A note; who reads it stands at its foot, what became of it and what can be done under it."""
    gone = note.withdrawn_at is not None
    return m.note(
        m.Note(
            author=m.Person(note.author_id, note.author),
            when=moment(note.written_at),
            text=t("This note was withdrawn") if gone else note.body,
            kind="hidden" if gone else _kind(note, staff=staff),
            readers="" if gone else _readers(note, staff=staff),
            company=note.author_company if staff or note.side == "customer" else "",
            answer=answer,
            mark=t("edited") if note.edited_at is not None and not gone else "",
            story=tuple((_became(change), change.body) for change in note.changes),
            story_title=t("What became of it"),
            doings=tuple(doings),
        ),
    )


def _became(change: NoteChangeView) -> str:
    """«opened to Acme – Oksana Lytvyn, yesterday, 18:20»."""
    what = {
        "edited": t("edited; before:"),
        "opened": t("opened to {readers}", readers=change.readers),
        "hidden": t("hidden from customers"),
        "withdrawn": t("withdrawn"),
    }.get(change.kind, change.kind)
    return f"{moment(change.changed_at)}, {change.by}: {what}"


def _kind(note: NoteView, *, staff: bool) -> NoteKind:
    if note.side == "customer":
        return "customer"
    return "hidden" if staff and note.side == "hidden" else "opened"


def _readers(note: NoteView, *, staff: bool) -> str:
    if not staff:
        return t("Read by the agency and your company") if note.side == "customer" else ""
    if note.side == "hidden":
        return t("Only staff")
    named = ", ".join(note.readers)
    if note.side == "opened" and (note.opens_at or note.written_at) > installation().clock():
        return t("In a moment seen by {readers}", readers=named)
    if note.side == "customer":
        return t("Read by the agency and {readers}", readers=named)
    return t("Seen by {readers}", readers=named)


def readers_in_words(readers: Iterable[Reader]) -> str:
    """«Acme (Iryna, Pavlo), Leo»: who would read a note."""
    return ", ".join(
        reader.name if reader.company_id is None else f"{reader.name} ({', '.join(reader.people)})"
        for reader in readers
    )
