"""The sample app: the product's middleware; the frame is told by a cookie."""

import streamlit as st
from starlette.middleware import Middleware

from pages.endpoints import assets
from pages.endpoints.compressed import CompressedScripts
from pages.endpoints.headers import SecurityHeaders
from pages.endpoints.shell_page import Frame, ShellPage


def frame_of(request):
    return Frame(request.cookies.get("frame", "staff"), request.cookies.get("language", "uk"))


def words_of(language):
    names = ("text", "close", "open", "clear_all", "remove", "option", "selected", "add")
    words = {name: f"{name}-{language}" for name in names}
    return {"choose_file": f"choose-{language}", **words}


app = st.App(
    "shell.py",
    routes=assets.routes(),
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(CompressedScripts),
        Middleware(ShellPage, frame_of=frame_of, words_of=words_of),
    ],
)
