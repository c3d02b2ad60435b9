"""Told at once: the tab reruns a guarded fragment when the server says "look again"."""

import streamlit as st

from pages.ui.components.scripts import script

FROM = "/live"

_live = st.components.v2.component("candela_live", js=script("live"), isolate_styles=False)


def listen(key: str, *, source: str = FROM) -> int | None:
    """Listen for news from inside a fragment; the fragment reruns when some arrive.

    All listeners of a tab share one connection. Returns the number of the news in the rerun that
    they caused (0 = the tab had been away and catches up), otherwise None.
    """
    with st.container(key=f"unseen_{key}"):
        result = _live(data={"from": source}, key=key, on_woken_change=lambda: None)
    woken = result.woken
    return None if woken is None else int(woken)
