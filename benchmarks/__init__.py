"""Measures Candela as it is served, in multiples: `make bench`. See docs/performance.md."""

import os

# Streamlit warns of being imported outside of a server, once per widget of a library.
os.environ.setdefault("STREAMLIT_LOGGER_LEVEL", "error")
