"""Files too large for the framework: it leaves them out in silence, this tells their names."""

import streamlit as st

from pages.ui.components.scripts import script

_MOST_NAMES, _LONGEST_NAME = 50, 200
_MEGABYTE = 1024 * 1024

_large = st.components.v2.component("candela_large", js=script("large"), isolate_styles=False)


def left_out(*, key: str) -> tuple[str, ...]:
    """The names of the files chosen on this page that were not even sent; another key forgets."""
    most = int(st.get_option("server.maxUploadSize")) * _MEGABYTE
    with st.container(key=f"unseen_{key}"):
        result = _large(
            data={"most": most}, key=key, default={"names": []}, on_names_change=lambda: None
        )
    said = result.names if isinstance(result.names, list) else []
    names = [one[:_LONGEST_NAME] for one in said[:_MOST_NAMES] if isinstance(one, str)]
    return tuple(dict.fromkeys(names))
