"""Before somebody joins a vacancy: where its company was shown him already."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import day, t
from services.applications.shown import SeenBefore, seen_before
from services.viewer import Viewer
from services.work import reading

SeenBy = Mapping[int, Sequence[SeenBefore]]
_MOST_NAMED = 10


def whom_it_saw(viewer: Viewer, vacancy_id: int | None, candidate_ids: Sequence[int]) -> SeenBy:
    """By candidate where the vacancy's company was shown him; empty without a vacancy."""
    found: dict[int, list[SeenBefore]] = defaultdict(list)
    if vacancy_id is None or not candidate_ids:
        return found
    with shown(), reading(installation(), viewer) as work:
        for one in seen_before(work, vacancy_id=vacancy_id, candidate_ids=candidate_ids):
            found[one.candidate_id].append(one)
    return found


def seen_words(one: SeenBefore) -> str:
    """One place where it was, as a sentence."""
    return t(
        "This company was shown the candidate already: “{vacancy}”, {day}",
        vacancy=one.vacancy,
        day=day(one.first_at),
    )


def seen_banners(seen: Sequence[SeenBefore]) -> Markup:
    """Each place where one candidate was."""
    return Markup("").join(m.banner(seen_words(one), symbol="history") for one in seen)


def say_whom_it_saw(viewer: Viewer, vacancy_id: int | None, candidate_ids: Sequence[int]) -> None:
    """Say it of the one, or of those among several, whom the company was shown."""
    found = whom_it_saw(viewer, vacancy_id, candidate_ids)
    places = [one for key in candidate_ids for one in found.get(key, ())]
    if not places:
        return
    if len(candidate_ids) == 1:
        st.html(seen_banners(places))
    else:
        people = [f"{one.candidate} ({one.vacancy}, {day(one.first_at)})" for one in places]
        words = ", ".join(people[:_MOST_NAMED])
        if len(people) > _MOST_NAMED:
            words = f"{words} {t('and {n} more', n=len(people) - _MOST_NAMED)}"
        said = t("This company was shown some of them already: {people}", people=words)
        st.html(m.banner(said, symbol="history"))
