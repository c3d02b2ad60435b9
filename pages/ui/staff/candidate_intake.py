"""The place for a résumé: a file, or text that was pasted; what it says, and what it proposes."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.staff.candidate_fields import typed_contacts
from pages.ui.staff.candidate_found import put_into_fields
from pages.ui.staff.read_words import read_off_a_picture, why_not_read
from pages.ui.text import t
from services.candidates.resumes import ReceivedFile
from services.documents import Kind, propose, read_document

_TYPES = ["pdf", "docx", "doc", "odt", "rtf", "html", "htm", "mht", "txt"]
# The source of a file that was read on another page and came along from there.
CARRIED = "carried"
_ENDINGS: dict[Kind, tuple[str, ...]] = {
    "html": ("html", "htm", "mht", "mhtml"),
    "txt": ("txt", "text", "md"),
}


def take_proposals(prefix: str) -> None:
    """Put what a file proposed into the fields: before any of them is drawn, and once per file.

    That is the beginning of the run after the one that read it: whatever the browser sends
    meanwhile still speaks of empty fields, and would empty them again.
    """
    if proposed := session.kept(f"{prefix}_proposed"):
        session.forget(f"{prefix}_proposed")
        put_into_fields(prefix, proposed, typed_contacts(prefix))


def file_to_read(prefix: str, skills: tuple[str, ...]) -> ReceivedFile | None:
    """The place for a résumé; what it says is proposed by `take_proposals`.

    `skills` is the agency's vocabulary.
    """
    file, paste = st.tabs([t("Resume file"), t("Pasted text")], key=f"{prefix}_from")
    with file, st.container(key=f"upload_{prefix}"):
        uploaded = st.file_uploader(
            t("Resume file: PDF, DOCX, DOC, ODT, RTF, HTML or TXT, up to 15 MB"),
            type=_TYPES,
            key=f"{prefix}_file",
        )
    with paste:
        st.text_area(
            t("Text from a job site, a messenger or a letter; HTML is read, too"),
            key=f"{prefix}_pasted",
            height=160,
        )
        read_it = st.button(
            t("Read the text"), key=f"{prefix}_read_pasted", icon=":material/subject:"
        )
    # A place of its own: whatever is said here, the fields below stay where they are, and so
    # does what is being typed in them.
    with st.container(key=f"{prefix}_file_said"):
        return _read(prefix, uploaded, skills, pasted=read_it)


def _read(
    prefix: str, uploaded: UploadedFile | None, skills: tuple[str, ...], *, pasted: bool
) -> ReceivedFile | None:
    if pasted and uploaded is None:
        text = str(session.typed(f"{prefix}_pasted", ""))
        return _taken(prefix, "pasted", t("Pasted text"), text.encode("utf-8", "replace"), skills)
    kept = session.kept(f"{prefix}_read")
    if uploaded is None:
        if kept is not None and kept[0] in {"pasted", CARRIED}:
            return _said(kept[1])
        session.forget(f"{prefix}_read", f"{prefix}_found")
        return None
    if kept is not None and kept[0] == uploaded.file_id:
        return _said(kept[1])
    return _taken(prefix, uploaded.file_id, uploaded.name, uploaded.getvalue(), skills)


def _taken(
    prefix: str, source: str, name: str, content: bytes, skills: tuple[str, ...]
) -> ReceivedFile | None:
    with shown() as attempt, st.spinner(t("Reading the file…")):
        scans = installation().settings.documents.read_scans
        document = read_document(name, content, scans=scans)
    if attempt.failed:
        session.forget(f"{prefix}_read", f"{prefix}_found")
        return None
    named = f"{name}.{document.kind}" if source == "pasted" else name
    session.keep(f"{prefix}_read", (source, ReceivedFile(named, content, document)))
    session.keep(f"{prefix}_proposed", propose(document.text, skills=skills))
    st.rerun()
    return None


def _said(file: ReceivedFile) -> ReceivedFile:
    """What became of the file, in a line."""
    document = file.document
    ending = file.name.rpartition(".")[2].lower()
    if not document.readable:
        sentence = why_not_read(document)
    elif document.scanned:
        sentence = read_off_a_picture()
    elif ending not in _ENDINGS.get(document.kind, (document.kind,)):
        sentence = t(
            "By its content this is {kind}, whatever its name says, and was read as that. Please "
            "check what was proposed.",
            kind=document.kind.upper(),
        )
    else:
        st.html(
            m.banner(
                t("Read. Please check what was proposed from the text."),
                tone="yes",
                symbol="check_circle",
            )
        )
        return file
    st.html(m.banner(sentence, symbol="draft"))
    return file
