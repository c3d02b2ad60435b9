"""The floor's page: the recorded elements, drawn again."""

import streamlit as st

from benchmarks.recipes import draw, recipe

draw(recipe(st.query_params["recipe"])["parts"])
