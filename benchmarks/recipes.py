"""Recipes of pages: what came over the wire when a page was run, so that it can be drawn again.

A recipe keeps the containers with their keys and the HTML as it was; a widget or component
becomes HTML of the size that its message had (its own script would cost a little more).
"""

import json
import os
from collections.abc import Sequence
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

FOLDER = "FLOOR_RECIPES"
_HERE = Path(__file__).parent


def write_recipe(messages: Sequence[ForwardMsg], path: Path) -> None:
    """Write down what these messages draw."""
    pages: list[tuple[str, str]] = []
    root: dict[str, Any] = {"parts": []}
    at: dict[tuple[int, ...], dict[str, Any]] = {(0,): root}
    for message in messages:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            pages = [(page.page_name, page.url_pathname) for page in message.navigation.app_pages]
        if kind != "delta":
            continue
        place = tuple(message.metadata.delta_path)
        at[place] = _part(message.delta)
        at[place[:-1]]["parts"].append(at[place])
    path.write_text(json.dumps({"pages": pages, "parts": root["parts"]}), "utf-8")


def _part(delta: Delta) -> dict[str, Any]:
    if delta.WhichOneof("type") == "add_block":
        # $$ID-<hash>-<key>
        return {"key": delta.add_block.id.split("-", 2)[-1], "parts": []}
    element = delta.new_element
    if element.WhichOneof("type") == "html":
        return {"html": element.html.body}
    return {"html": f"<p>{'x' * element.ByteSize()}</p>"}


@cache
def recipe(name: str) -> dict[str, Any]:
    """The recipe with this name, read once per process."""
    path = Path(os.environ[FOLDER]) / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def pages_of_recipe(name: str) -> list[st.Page]:
    """As many pages as were registered, made once and copied for each run, as Candela does."""
    return [copy(page) for page in _made(name)]


@cache
def _made(name: str) -> list[st.Page]:
    return [
        st.Page(_HERE / "floor_page.py", title=title, url_path=address or None, default=not address)
        for title, address in recipe(name)["pages"]
    ]


def draw(parts: Sequence[dict[str, Any]]) -> None:
    """Draw what the recipe says."""
    for part in parts:
        if "parts" not in part:
            st.html(part["html"])
            continue
        with st.container(key=part["key"] or None):
            draw(part["parts"])
