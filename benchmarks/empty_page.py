"""The empty page."""

import streamlit as st

st.html("<p>Nothing to see here.</p>")
