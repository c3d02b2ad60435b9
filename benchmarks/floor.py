"""The floor: what a page's elements cost by themselves, served as Candela is served.

The same number of elements of the same size, in the same containers and under as many pages of
the navigation, drawn by a script without rules, templates and database.
"""

from pathlib import Path

import streamlit as st

from benchmarks import meters
from benchmarks.empty import lifespan

app = st.App(Path(__file__).with_name("floor_shell.py"), routes=meters.ROUTES, lifespan=lifespan)
