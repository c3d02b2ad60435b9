"""The form of a template: subject, letter, what can be filled in, how it will look."""

from dataclasses import astuple, dataclass
from typing import Any, Literal

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.found_again import say_found, take
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.meanwhile import Begun, begin, draw_refusal, end
from pages.ui.placeholder_words import meanings
from pages.ui.press import kept_press
from pages.ui.problems import shown
from pages.ui.rescued import packed, unpacked
from pages.ui.rich import ask_rich, insertions, typed_rich
from pages.ui.staff.letter_preview import draw_preview, wants_preview
from pages.ui.text import t
from services.drafts import form_place
from services.errors import Conflict
from services.i18n import LANGUAGES
from services.markup import plain_text
from services.viewer import Viewer
from services.work import perform, reading
from services.writing.defaults import Wording
from services.writing.placeholders import names_for
from services.writing.samples import preview_template
from services.writing.templates import save_template, template

Pressed = Literal["form", "versions"]
_OPEN, _FOUND = "template_open", "template_found"


def draw_template(viewer: Viewer, kind: str, language: str) -> None:
    """The wording that holds, to be changed; whoever saves meanwhile is told of."""
    name = form_name(kind, language)
    with reading(installation(), viewer) as work:
        stands = template(work, kind=kind, language=language)
    version = stands.id or 0
    visit = _visit(viewer, kind, language, begin(name, version, stands.wording, first="subject"))
    key = f"{name}_{visit.version}"
    subject = st.text_input(t("Subject"), key=f"{key}_subject", value=visit.starts.subject)
    words = meanings(kind)
    offered = [(one, words[one]) for one in names_for(kind)]
    st.html(insertions(offered, label=t("Put in where the cursor is:")))
    body = ask_rich(t("Letter"), visit.starts.body, key=key)
    if kind.startswith("interview_"):
        st.html(m.quiet(t("When, where and with whom: added below these words automatically.")))
    wording = Wording(subject, body)
    _say_what_waits(kind, language)
    if session.kept(_FOUND) == name:
        say_found()
    session.keep(_OPEN, (kind, language, wording))
    place = st.container(key=f"{name}_problem")
    with place:
        say_saved(kind, language, "form")
    with ends(name):
        go = kept_press(t("Save Changes"), key=f"{name}_save")
    save = visit.to_save(wording if go else None, stands.wording, version)
    if save is None:
        draw_refusal(name, visit, stands.wording, _field_names(), _shown)
    else:
        with place:
            _save(viewer, kind, language, visit, save)
    if wants_preview(name) and save is None:
        with shown() as attempt, reading(installation(), viewer) as work:
            laid_out = preview_template(work, kind=kind, language=language, wording=wording)
        if not attempt.failed:
            draw_preview(viewer, laid_out, key=name)


def turn_to(kind: str, language: str) -> None:
    """The form is drawn in this language from now on; what was typed in another one stays."""
    before, spoken, typed = session.kept(_OPEN, ("", "", None))
    if before != kind:
        session.forget(_OPEN, *(f"begun_{form_name(before, one)}" for one in LANGUAGES))
    elif spoken != language:
        _leave(form_name(kind, spoken), typed)


def _leave(name: str, drawn: Wording) -> None:
    """Keep what stands in the form, also what was not drawn any more."""
    visit: Begun[Wording] | None = session.kept(f"begun_{name}")
    if visit is None:
        return
    now = _standing(name, visit, drawn)
    visit.left = now if now != visit.form else None


def _standing(name: str, visit: Begun[Wording], drawn: Wording) -> Wording:
    """What stands in the form by now."""
    key = f"{name}_{visit.version}"
    body = typed_rich(visit.form.body, key=key)
    subject = session.typed(f"{key}_subject", drawn.subject)
    return Wording(subject, drawn.body if body is None else body)


@dataclass(frozen=True, slots=True)
class _Written:
    """The wording in one language, in this visit; kept with what it began with, should it end."""

    name: str
    visit: Begun[Wording]

    def as_text(self) -> str:
        if session.kept(f"begun_{self.name}") is not self.visit:
            return ""
        now = _standing(self.name, self.visit, self.visit.starts)
        if now == self.visit.form:
            return ""
        return packed([self.visit.version, astuple(self.visit.form), astuple(now)])


def _visit(viewer: Viewer, kind: str, language: str, begun: Begun[Wording]) -> Begun[Wording]:
    """The visit; one that is just beginning goes on where the session had ended.

    It began with what stood there then: whatever was saved since is seen before it is replaced.
    """
    name, place = form_name(kind, language), form_place("template", form_name(kind, language))
    if not session.stands(f"{name}_{begun.version}_subject") and begun.left is None:
        session.forget(_FOUND)
        if found := unpacked(take(viewer, place)):
            version, form, left = found
            begun = Begun(version, Wording(*form), left=Wording(*left))
            session.keep(f"begun_{name}", begun)
            session.keep(_FOUND, name)
    session.write_in(place, _Written(name, begun))
    return begun


def _say_what_waits(kind: str, language: str) -> None:
    """Each language is saved by itself: where something typed is not saved yet."""
    begun = {one: session.kept(f"begun_{form_name(kind, one)}") for one in LANGUAGES}
    waiting = [
        LANGUAGES[one]
        for one, visit in begun.items()
        if one != language and visit is not None and visit.left is not None
    ]
    if waiting:
        words = t("Typed and not saved yet: {languages}.", languages=", ".join(waiting))
        st.html(m.banner(words, symbol="edit"))


def form_name(kind: str, language: str) -> str:
    """What the form of this template is called in the session."""
    return f"template_{kind}_{language}"


def saved(kind: str, language: str, where: Pressed) -> None:
    """The next run begins with what is stored, and says so where it was pressed."""
    end(form_name(kind, language))
    session.forget(_FOUND)
    session.keep("template_saved", (form_name(kind, language), where))
    if "version" in st.query_params:
        del st.query_params["version"]
    st.rerun()


def say_saved(kind: str, language: str, where: Pressed) -> None:
    """Say it once, in sight of whoever pressed."""
    if session.kept("template_saved") == (form_name(kind, language), where):
        session.forget("template_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))


def _save(
    viewer: Viewer, kind: str, language: str, visit: Begun[Wording], save: tuple[Wording, int]
) -> None:
    wording, version = save
    with shown() as attempt:
        try:
            perform(
                installation(),
                viewer,
                save_template,
                kind=kind,
                language=language,
                wording=wording,
                seen=version or None,
            )
        except Conflict as error:
            visit.refusal = error
            st.rerun()
    if not attempt.failed:
        saved(kind, language, "form")


def _field_names() -> dict[str, str]:
    return {"subject": t("Subject"), "body": t("Letter")}


def _shown(field: str, value: Any) -> str:  # noqa: ANN401 - whatever stands in a field
    return plain_text(value) if field == "body" else str(value)
