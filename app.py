"""Candela's ASGI entry. Started by `streamlit run app.py`; wiring only."""

import streamlit as st

from pages import wiring

app = st.App(
    "pages/shell.py",
    routes=wiring.routes(),
    middleware=wiring.middleware(),
    lifespan=wiring.lifespan,
)
