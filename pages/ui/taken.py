"""An e-mail that somebody has already: who, and the way to him."""

import streamlit as st

from pages.ui import markup as m
from pages.ui.text import t
from services.errors import Duplicate
from services.ids import key_text
from services.permissions import Permission, allows
from services.viewer import Role, Viewer


def draw_taken(viewer: Viewer, error: Duplicate) -> None:
    """Whose e-mail it is, and a button that leads there."""
    name = str(error.fields.get("name", ""))
    key = key_text(int(str(error.fields["user_id"])))
    way = ""
    if error.fields.get("role") == Role.CUSTOMER:
        way = m.button_link(t("Open this customer"), f"/customers?id={key}")
        words = (
            t("This e-mail belongs to the customer {name}, whose access is closed.", name=name)
            if error.fields.get("blocked")
            else t("This e-mail belongs to the customer {name}.", name=name)
        )
    else:
        if allows(viewer, Permission.STAFF_MANAGE):
            way = m.button_link(t("Open this colleague"), f"/staff?id={key}")
        words = (
            t("This e-mail belongs to your colleague {name}, whose access is closed.", name=name)
            if error.fields.get("blocked")
            else t("This e-mail belongs to your colleague {name}.", name=name)
        )
    st.html(m.banner(words, tone="no", symbol="error", action=way))
