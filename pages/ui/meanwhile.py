"""Somebody else has saved meanwhile: who, what and when, both values, and what shall stay."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.layout import line
from pages.ui.text import moment, t
from services.conflicts import Merge, Saved
from services.errors import Conflict

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
    lines = [_who(one) for one in saved] or [t("Somebody else has saved this meanwhile.")]
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
        st.button(mine, key=f"{key}_mine", on_click=choose, args=(MINE,), type="primary")
        if merge.clashes:
            st.button(
                t("Keep theirs, save the rest of mine"),
                key=f"{key}_theirs",
                on_click=choose,
                args=(THEIRS,),
            )


def chosen_form(merge: Merge[Any], choice: str) -> Any:  # noqa: ANN401 - the form that was merged
    """The form that the reader wants to be saved."""
    return merge.mine_on_top if choice == MINE else merge.theirs_kept


def _who(one: Saved) -> str:
    who = one.by or t("Somebody else")
    return t("{name} has saved this meanwhile, {moment}.", name=who, moment=moment(one.at))


def _what(saved: Saved, names: Mapping[str, str]) -> Markup:
    return Markup("<br>").join(
        f"{names.get(one.field, one.field)}: {one.before or '–'} → {one.after or '–'}"
        for one in saved.changes
    )
