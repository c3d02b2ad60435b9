"""A page of a customer's that staff look on: drawn whole, and nothing on it leads or does anything.

Whoever draws for a customer draws his HTML through `show`. Where staff look on as him, links to
what he would read next stay among what he sees, and all others are words.
"""

import re
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st
from markupsafe import Markup

from services.ids import key_text
from services.viewer import Viewer

PAGE = "/customer-view"

_TAG = re.compile(r"<a\b[^>]*>")
_ADDRESS = re.compile(r'\shref="([^"]*)"')
_LEADS = re.compile(r'\s(?:href="[^"]*"|data-go|download(?:="[^"]*")?|target="[^"]*")(?=[\s>])')
# What he sees next, by its path, and what else may stand in its address.
_NEXT = {"/vacancy": "vacancy", "/candidate": "candidate"}
_BESIDE = {"id", "app", "page"}


def show(viewer: Viewer, *parts: str | Markup, content: bool = False) -> None:
    """Draw patterns as one element, as wide as there is room or as their content."""
    drawn = Markup("").join(parts)
    st.html(
        _kept_inside(drawn, viewer) if viewer.preview else drawn,
        width="content" if content else "stretch",
    )


def key(viewer: Viewer, name: str) -> str:
    """The key of a widget: what staff have typed into their own has no place in what he sees."""
    return f"his_{name}" if viewer.preview else name


def _kept_inside(drawn: Markup, viewer: Viewer) -> Markup:
    def led(tag: re.Match[str]) -> str:
        found = _ADDRESS.search(tag[0])
        address = _next_address(unescape(found[1]), viewer) if found else ""
        if not address:
            return _LEADS.sub("", tag[0])
        return _ADDRESS.sub(f' href="{Markup.escape(address)}"', tag[0])

    return Markup(_TAG.sub(led, str(drawn)))  # noqa: S704 - links taken out of what was Markup


def _next_address(address: str, viewer: Viewer) -> str:
    parts = urlsplit(address)
    asked = dict(parse_qsl(parts.query))
    if parts.netloc or parts.path not in _NEXT or "id" not in asked or not set(asked) <= _BESIDE:
        return ""
    about = {_NEXT[parts.path]: asked.pop("id"), **asked, "customer": key_text(viewer.user_id)}
    return f"{PAGE}?{urlencode(about)}"
