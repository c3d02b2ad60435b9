"""The floor's main script: as many pages as Candela registers, and the one that draws."""

import streamlit as st

from benchmarks.recipes import pages_of_recipe

st.set_page_config(page_title="Floor", layout="wide", initial_sidebar_state="collapsed")
st.navigation(pages_of_recipe(st.query_params["recipe"]), position="hidden").run()
