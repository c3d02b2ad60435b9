"""Somebody else has saved meanwhile: who, what and when, both values, and what shall stay."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.layout import line
from pages.ui.problems import who_saved
from pages.ui.text import moment, t
from pages.ui.trail_words import became
from pages.ui.words import contacts_changed
from services.conflicts import Change, Merge, Saved, three_ways
from services.errors import Conflict

Form = TypeVar("Form")
MINE, THEIRS = "mine", "theirs"
Show = Callable[[str, Any], str]


def draw_meanwhile(
    key: str,
    refusal: Conflict,
    merge: Merge[Any],
    names: Mapping[str, str],
    show: Show,
    *,
    choose: Callable[[str], None],
) -> None:
    """Draw it; `choose` is called with MINE or THEIRS by the button that is pressed.

    `names` are the fields in the reader's words, `show` makes a text of a field's value. Fields
    that the other one alone has changed stay as saved, whatever is chosen.
    """
    saved: tuple[Saved, ...] = refusal.fields.get("saved", ())  # type: ignore[assignment]
    lines = who_saved(refusal) or [t("Somebody else has saved this meanwhile.")]
    lines += [t("Nothing of yours is lost: it still stands in the form.")]
    parts = [m.form_error(*lines)]
    told = [
        m.Event(moment(one.at), one.by, _what(one, names), "edit") for one in saved if one.changes
    ]
    if told:
        parts.append(m.history(told))
    if merge.clashes:
        heading = saved[0].by if saved else t("Saved meanwhile")
        parts.append(m.section(t("Both of you changed")))
        parts.append(
            m.beside(
                t("Yours"),
                heading,
                [
                    m.Pair(
                        names.get(one.field, one.field),
                        show(one.field, one.mine),
                        show(one.field, one.theirs),
                    )
                    for one in merge.clashes
                ],
            )
        )
    if merge.adopted:
        kept = ", ".join(names.get(field, field) for field in merge.adopted)
        parts.append(m.quiet(t("Stays as saved meanwhile: {fields}.", fields=kept)))
    for part in parts:
        st.html(part)
    with line(f"{key}_meanwhile"):
        mine = t("Save mine over it") if merge.clashes else t("Save mine as well")
        st.button(mine, key=f"{key}_mine", on_click=choose, args=(MINE,))
        if merge.clashes:
            st.button(
                t("Keep theirs, save the rest of mine") if merge.mine_alone else t("Keep theirs"),
                key=f"{key}_theirs",
                on_click=choose,
                args=(THEIRS,),
            )


def chosen_form(merge: Merge[Any], choice: str) -> Any:  # noqa: ANN401 - the form that was merged
    """The form that the reader wants to be saved."""
    return merge.mine_on_top if choice == MINE else merge.theirs_kept


def _what(saved: Saved, names: Mapping[str, str]) -> Markup:
    return Markup("<br>").join(
        f"{names[one.field]}: {_became(one)}" for one in saved.changes if one.field in names
    )


def _became(one: Change) -> str:
    if one.field == "contacts":
        return contacts_changed(one.before, one.after)
    return became(one.field, one.before, one.after)


@dataclass
class Begun(Generic[Form]):
    """A visit of a page with a form that is sent at once.

    `version` and `form`: what the reader saw when he began. `mine`: what he sent when he was
    refused, `choice` what he wants to stay then. `left`: what stood in it when he turned to another
    form beside it; with that it begins again.
    """

    version: int
    form: Form
    mine: Form | None = None
    refusal: Conflict | None = None
    choice: str = ""
    left: Form | None = None

    @property
    def starts(self) -> Form:
        """What the fields begin with."""
        return self.form if self.left is None else self.left

    def choose(self, choice: str) -> None:
        """The reader knows what the other one has saved: this shall stay."""
        self.choice = choice

    def to_save(self, sent: Form | None, stands: Form, version: int) -> tuple[Form, int] | None:
        """The form to be saved now and the version it is saved over; None where nothing is.

        `stands` is what is stored by now: a save that touched none of these fields is no conflict.
        """
        if self.choice and self.refusal is not None and self.mine is not None:
            merge, choice = three_ways(self.form, self.mine, stands), self.choice
            self.choice = ""
            # Two who pressed in the same moment: what the other one saved has not been seen yet.
            seen = int(str(self.refusal.fields.get("stands", self.version)))
            return chosen_form(merge, choice), seen
        if sent is None:
            return None
        self.mine, self.refusal = sent, None
        return sent, version if stands == self.form else self.version


def begin(name: str, version: int, form: Form, *, first: str) -> Begun[Form]:
    """The visit of this form; one whose `first` field is not there any more has ended.

    Unless something was left in it, to come back to. The fields' keys begin with the name and the
    version that the visit began with: whoever else saves meanwhile, what is typed in them stays.
    """
    kept: Begun[Form] | None = session.kept(f"begun_{name}")
    here = kept is not None and session.stands(f"{name}_{kept.version}_{first}")
    if kept is None or not (here or kept.left is not None):
        kept = Begun(version, form)
        session.keep(f"begun_{name}", kept)
    return kept


def end(name: str) -> None:
    """It is saved: the next visit begins with what is stored."""
    session.forget(f"begun_{name}")


def draw_refusal(
    name: str, visit: Begun[Any], stands: object, names: Mapping[str, str], show: Show
) -> None:
    """Below the form: what was saved meanwhile, and the choice; nothing where nothing was."""
    if visit.refusal is not None and visit.mine is not None:
        merge = three_ways(visit.form, visit.mine, stands)
        draw_meanwhile(name, visit.refusal, merge, names, show, choose=visit.choose)
    elif stands != visit.form:
        st.html(
            m.quiet(
                t(
                    "Somebody else has saved this since you opened it. What you type stays; when "
                    "you save, you will see both."
                )
            )
        )
