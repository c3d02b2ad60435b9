"""Help: what one can do here, in the reader's language."""

import streamlit as st

from pages.ui import guard
from pages.ui.help.for_customers import asked_by_customers
from pages.ui.help.for_staff import asked_by_staff
from pages.ui.markup import section, title, words
from pages.ui.markup.basics import run
from pages.ui.text import t
from services.permissions import Permission

viewer = guard.require(Permission.PROFILE_MANAGE)

asked = asked_by_staff() if viewer.is_staff else asked_by_customers(viewer)
st.html(title(t("Help")) + run(section(question) + words(answer) for question, answer in asked))
