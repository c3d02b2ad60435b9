"""The frame around every page: navigation with the bell, whom a customer may call."""

import streamlit as st

from pages.ui import navigation
from pages.ui.components.live import listen
from pages.ui.drawn import photo_of
from pages.ui.guard import fragment
from pages.ui.installed import installation
from pages.ui.markup import (
    Bell,
    Contact,
    Menu,
    Person,
    Place,
    banner,
    button_link,
    customer_nav,
    reach,
    staff_nav,
)
from pages.ui.text import t, tn
from pages.ui.words import role_name
from services.agency import agency
from services.notifications import unread_count
from services.permissions import Permission, allows
from services.vacancies.views import PersonView, my_recruiter
from services.viewer import Viewer
from services.work import reading


def draw_navigation(viewer: Viewer, address: str) -> None:
    """The navigation, kept up to date: it asks again whenever the server says "look again"."""

    @fragment
    def kept_fresh() -> None:
        woken = listen("nav_listen")
        with reading(installation(), viewer) as work:
            unread = unread_count(work)
            name = agency(work).name if viewer.is_customer else ""
        with st.container(key="nav"):
            st.html(_navigation(viewer, address, unread, name))
        if woken is not None:
            # Something happened to this person's matters: the page itself looks again, too.
            st.rerun(scope="app")

    kept_fresh()


def draw_foot(viewer: Viewer) -> None:
    """Whom to call: the customer's recruiter and the agency, on every page of his."""
    with reading(installation(), viewer) as work:
        recruiter, house = my_recruiter(work), agency(work)
    with st.container(key="foot"):
        st.html(
            reach(
                Person(
                    recruiter.id,
                    recruiter.name,
                    photo=photo_of(recruiter.id, recruiter.photo),
                ),
                _ways(recruiter),
                lead=t("Your recruiter"),
                words=recruiter.signature,
            )
            + reach(
                Person(0, house.name),
                _present([("phone", house.phone), ("email", house.email), ("url", house.site)]),
            ),
        )


def draw_letters_banner(viewer: Viewer) -> None:
    """Staff are told, on the pages about people, that letters do not leave the house."""
    if not allows(viewer, Permission.LETTERS_READ):
        return
    folder = installation().settings.data_dir / "letters"
    st.html(
        banner(
            t("Letters are not being sent, they lie in {folder}", folder=folder),
            symbol="outgoing_mail",
            action=button_link(t("Open letters"), "/mail"),
        ),
    )


def _navigation(viewer: Viewer, address: str, unread: int, agency_name: str) -> str:
    here, names = navigation.place_of(address), navigation.titles(viewer)
    places = [
        Place(
            href=f"/{entry.address}",
            text=names[entry.address],
            symbol=entry.symbol,
            here=entry.address == here,
        )
        for entry in navigation.places_for(viewer)
    ]
    bell = Bell("/notifications", unread, _bell_label(unread))
    home = f"/{navigation.HOME}"
    if viewer.is_staff:
        inside = [
            Place("/mail", t("Letters"), "mail"),
            Place("/settings", t("Language and time zone"), "tune"),
        ]
        menu = Menu(
            Person(viewer.user_id, viewer.name, role_name(viewer.role)),
            t("My menu"),
            t("Sign out"),
            inside,
        )
        return staff_nav(places, label=t("Sections"), home=home, bell=bell, menu=menu)
    menu = Menu(
        Person(viewer.user_id, viewer.name),
        t("My menu"),
        t("Sign out"),
        [Place("/settings", t("My settings"), "tune")],
    )
    return customer_nav(
        places, label=t("Sections"), agency=agency_name, home=home, bell=bell, menu=menu
    )


def _bell_label(unread: int) -> str:
    if not unread:
        return t("Notifications")
    return tn("{count} new notification", "{count} new notifications", unread)


def _ways(who: PersonView) -> list[Contact]:
    return _present([("phone", who.phone), ("email", who.email), ("other", who.messenger)])


def _present(ways: list[tuple[str, str]]) -> list[Contact]:
    return [Contact(kind, value) for kind, value in ways if value]
