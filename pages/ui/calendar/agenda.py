"""The calendar as a list, day by day: what a phone shows first."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st
from babel.dates import format_date
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.interviews.lines import lines
from pages.ui.text import reader, t
from services.i18n.times import zone_of
from services.interviews.entries import CalendarEntry


def draw_agenda(ones: Sequence[CalendarEntry], *, address: str, filtered: bool) -> None:
    """Each day that has interviews; each of them a link to its details."""
    if not ones:
        said = t("Nothing in these days fits the filter.")
        said = said if filtered else t("Nothing is scheduled in these days.")
        st.html(m.empty(t("No interviews"), said))
        return
    zone = zone_of(session.time_zone())
    parts: list[Markup] = []
    for day, those in groupby(ones, key=lambda one: one.slot.starts_at.astimezone(zone).date()):
        said = format_date(day, "EEEE, d MMMM", locale=reader().locale)
        parts.append(m.section(said[:1].upper() + said[1:]))
        parts.append(lines(list(those), address=address, about="day"))
    st.html(Markup("").join(parts))
