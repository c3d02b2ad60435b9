"""A customer's own settings: language, time zone, news by letter, password, sessions."""

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.layout import narrow
from pages.ui.news_form import draw_news_choices
from pages.ui.own_access import draw_password, draw_sessions
from pages.ui.own_feed import draw_feed
from pages.ui.profile_form import draw_profile
from pages.ui.text import t
from services.permissions import Permission

viewer = guard.require(Permission.PROFILE_MANAGE)

st.html(m.title(t("My settings")))
with narrow("settings"):
    draw_profile(viewer)
    draw_news_choices(viewer)
    draw_feed(viewer)
    draw_password(viewer)
    draw_sessions(viewer)
