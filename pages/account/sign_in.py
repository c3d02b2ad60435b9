"""Sign-in: e-mail and password; whoever came by a deep link goes on to it."""

import streamlit as st

from pages.ui import guard, navigation, session
from pages.ui.components import door
from pages.ui.installed import installation
from pages.ui.layout import narrow
from pages.ui.markup import Contact, Person, door_mark, form_error, link, quiet, reach, title
from pages.ui.problems import shown
from pages.ui.text import t
from services.access.sign_in import DoorPlate, door_plate, sign_in
from services.viewer import DOORKEEPER
from services.work import reading

guard.anonymous()


def where_to() -> str:
    """The page that was asked for; the start page where it is the door itself."""
    asked = session.here()
    doors = (*navigation.DOORS, *navigation.AT_THE_DOOR, navigation.NOT_THERE, "door")
    nowhere = {f"/{address}" for address in doors}
    return "/" if asked.split("?")[0] in nowhere else asked


def form() -> None:
    """The form; a refusal stands above the button and what was typed stays."""
    with st.form("sign_in", border=False):
        st.text_input(
            t("E-mail"),
            key="sign_in_email",
            autocomplete="username",
            placeholder="name@company.com",
        )
        st.text_input(
            t("Password"), key="sign_in_password", type="password", autocomplete="current-password"
        )
        place = st.container(key="sign_in_problem")
        st.checkbox(t("Remember me on this device"), key="sign_in_remember")
        sent = st.form_submit_button(
            t("Sign in"), key="sign_in_go", type="primary", width="stretch"
        )
    session.keep("typed_email", session.typed("sign_in_email", ""))
    if sent:
        with place, shown():
            ticket = sign_in(
                installation(),
                email=session.typed("sign_in_email", ""),
                password=session.typed("sign_in_password", ""),
                address=session.address(),
                remember=bool(session.typed("sign_in_remember")),
            )
            session.keep("ticket", ticket)
    if session.kept("ticket") and door.enter(session.kept("ticket"), where_to()) is not None:
        session.forget("ticket")
        with place:
            st.html(form_error(t("Signing in did not work. Please try once more.")))


def draw(plate: DoorPlate) -> None:
    """The door of this agency."""
    st.html(door_mark() + title(t("Sign in"), line=plate.name))
    form()
    st.html(quiet(link(t("Come in without the password"), "/forgot")))
    ways = [Contact("phone", plate.phone), Contact("email", plate.email)]
    st.html(
        reach(
            Person(0, plate.name),
            [way for way in ways if way.text],
            lead=t("Signing in does not work?"),
        )
    )


with reading(installation(), DOORKEEPER) as work:
    found = door_plate(work)
with narrow("sign_in", slim=True):
    if found is not None:
        draw(found)
