"""The calendar's head: which stretch it shows, the way to others, the views, what is left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import streamlit as st
from babel.dates import format_date, format_interval
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.calendar.place import FIELDS, STATES, VIEWS, Place, address_of, days, turned
from pages.ui.installed import installation
from pages.ui.interviews.lines import state_chip
from pages.ui.layout import line
from pages.ui.text import city, reader, t
from pages.ui.words import interview_state
from services.interviews.choosing import Choice, calendar_choices
from services.interviews.views import CalendarFilter
from services.viewer import Viewer
from services.work import reading

_FILTER = "calendar_by_"


def view_name(view: str) -> str:
    """A view's name."""
    return {"month": t("Month"), "week": t("Week"), "day": t("Day"), "list": t("List")}[view]


def draw_tools(viewer: Viewer, place: Place, today: date) -> None:
    """One line: back, today, on; the stretch in words; the views; the filters."""
    with line("calendar"):
        st.html(
            m.turner(
                _stretch(place),
                before=(t("Back"), address_of(turned(place, forward=False))),
                now=(t("Today"), address_of(replace(place, on=today))),
                after=(t("Next"), address_of(turned(place, forward=True))),
                label=t("Turn the calendar"),
            ),
            width="content",
        )
        st.html(
            m.switch(
                [
                    (view_name(view), address_of(replace(place, view=view)), view == place.view)
                    for view in VIEWS
                ],
                label=t("View"),
            ),
            width="content",
        )
        if viewer.is_staff:
            st.html(_whose(place), width="content")
        _draw_filter(viewer, place)
    if place.only != CalendarFilter(mine=place.only.mine):
        _draw_chosen(viewer, place)


def draw_legend(signs: Sequence[Markup]) -> None:
    """Which colour is which, which sign what was answered, and in whose time all of it is."""
    zone = t("Times are those of your time zone: {city}", city=city(session.time_zone()))
    st.html(m.key_line([*map(state_chip, STATES), *signs], zone))


def _stretch(place: Place) -> str:
    """«23–29 Nov 2026», «November 2026»."""
    locale = reader().locale
    if place.view == "month":
        said = format_date(place.on, "LLLL y", locale=locale)
    elif place.view == "day":
        said = format_date(place.on, "full", locale=locale)
    else:
        first, after = days(place, first_weekday=locale.first_week_day)
        said = format_interval(first, after - timedelta(days=1), "yMMMd", locale=locale)
    return said[:1].upper() + said[1:]


def _whose(place: Place) -> Markup:
    """Everybody's interviews, or those in which the reader takes part or whose vacancy is his."""
    everybodys, his = (
        replace(place, only=replace(place.only, mine=mine)) for mine in (False, True)
    )
    ways = ((t("Everybody’s"), everybodys), (t("Mine"), his))
    return m.switch(
        [(words, address_of(one), one == place) for words, one in ways],
        label=t("Whose interviews"),
    )


def _draw_filter(viewer: Viewer, place: Place) -> None:
    set_ = sum(len(getattr(place.only, kept)) for kept in (*FIELDS.values(), "states"))
    label = f"{t('Filter')} · {set_}" if set_ else t("Filter")
    opened = st.popover(label, key="calendar_filter", on_change="rerun")
    if not opened.open:
        return
    with reading(installation(), viewer) as work:
        choices = calendar_choices(work)
    with opened:
        _several("vacancy", t("Vacancy"), choices.vacancies, place)
        if viewer.is_staff:
            _several("recruiter", t("Recruiter"), choices.recruiters, place)
            _several("company", t("Company or department"), choices.companies, place)
        chosen = [one for one in STATES if one in place.only.states]
        session.fill(f"{_FILTER}state", chosen)
        st.multiselect(
            t("State"),
            STATES,
            key=f"{_FILTER}state",
            on_change=_chosen,
            args=(place, "state"),
            format_func=interview_state,
            placeholder=t("Any"),
            select_all=False,
        )


def _several(name: str, label: str, choices: Sequence[Choice], place: Place) -> None:
    names = {one.id: one.name for one in choices}
    chosen = sorted(getattr(place.only, FIELDS[name]))
    session.fill(f"{_FILTER}{name}", chosen)
    st.multiselect(
        label,
        [*names, *(key for key in chosen if key not in names)],
        key=f"{_FILTER}{name}",
        on_change=_chosen,
        args=(place, name),
        format_func=lambda key: names.get(key, t("not there any more")),
        placeholder=t("Any"),
        select_all=False,
    )


def _chosen(place: Place, name: str) -> None:
    """Put what was chosen into the address."""
    kept = FIELDS.get(name, "states")
    chosen: dict[str, Any] = {kept: frozenset(session.typed(f"{_FILTER}{name}", ()))}
    only = replace(place.only, **chosen)
    query = address_of(replace(place, only=only), page="").removeprefix("?")
    st.query_params.from_dict(dict(part.split("=", 1) for part in query.split("&")))


def _draw_chosen(viewer: Viewer, place: Place) -> None:
    """What is filtered by, each with the link that takes it away."""
    with reading(installation(), viewer) as work:
        choices = calendar_choices(work)
    known = {
        one.id: one.name for one in (*choices.vacancies, *choices.recruiters, *choices.companies)
    }
    parts: list[tuple[str, str]] = []
    for kept in FIELDS.values():
        keys: frozenset[int] = getattr(place.only, kept)
        for key in sorted(keys):
            less: dict[str, Any] = {kept: keys - {key}}
            left = replace(place, only=replace(place.only, **less))
            parts.append((known.get(key, t("not there any more")), address_of(left)))
    for state in (one for one in STATES if one in place.only.states):
        only = replace(place.only, states=place.only.states - {state})
        parts.append((interview_state(state), address_of(replace(place, only=only))))
    links = [m.removable(text, href, label=f"{t('Remove')}: {text}") for text, href in parts]
    st.html(m.chosen(links, m.link(t("Show all"), address_of(Place(place.view, place.on)))))
