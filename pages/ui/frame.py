"""The frame around every page: navigation with the bell, whom a customer may call."""

import streamlit as st
from markupsafe import Markup

from pages.ui import navigation, session
from pages.ui.components.live import listen
from pages.ui.drawn import photo_of
from pages.ui.guard import fragment, news_may_redraw
from pages.ui.installed import installation
from pages.ui.mail_words import mail_problem
from pages.ui.markup import (
    Bell,
    Contact,
    Menu,
    Person,
    Place,
    banner,
    button_link,
    customer_nav,
    quiet,
    reach,
    staff_nav,
)
from pages.ui.text import moment, t, tn
from pages.ui.words import role_name
from services.agency import agency
from services.mail.configuration import undecided
from services.mail.queue import QueueView, queue_now
from services.notifications import unread_count
from services.permissions import Permission, allows
from services.vacancies.views import PersonView, my_recruiter
from services.viewer import Viewer
from services.work import reading

#: Under which the number beside the bell is kept for the page: it is drawn after the navigation.
UNREAD = "unread"


def draw_navigation(address: str) -> None:
    """The navigation, kept up to date: it asks again whenever the server says "look again"."""

    @fragment
    def kept_fresh(viewer: Viewer) -> None:
        woken = listen("nav_listen")
        with reading(installation(), viewer) as work:
            unread = unread_count(work)
            session.keep(UNREAD, unread)
            name = agency(work).name if viewer.is_customer else ""
        with st.container(key="nav"):
            st.html(_navigation(viewer, address, unread, name))
        if woken is not None and news_may_redraw():
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
                lead=t("Agency"),
            ),
        )


def letters_queue(viewer: Viewer) -> QueueView:
    """How letters leave, and how many wait."""
    with reading(installation(), viewer) as work:
        return queue_now(work)


def draw_letters_banner(viewer: Viewer, queue: QueueView | None = None) -> None:
    """Staff are told, on the pages about people, when letters do not leave or do not arrive.

    A page that gives the queue itself has its own ways from here.
    """
    if not allows(viewer, Permission.LETTERS_READ):
        return
    way: Markup | str = ""
    if queue is None:
        queue = letters_queue(viewer)
        way = button_link(t("Open letters"), "/mail")
        if allows(viewer, Permission.AGENCY_MANAGE):
            way = button_link(t("Sending letters"), "/mail-settings")
    words = _letters_words(queue)
    if not words:
        return
    st.html(
        banner(
            words,
            tone="no" if queue.problem else "plain",
            symbol="outgoing_mail",
            action=way,
        ),
    )


def draw_next_step(viewer: Viewer) -> None:
    """What set-up leaves open: an administrator chooses how letters leave, or that they stay."""
    if not allows(viewer, Permission.AGENCY_MANAGE):
        return
    with reading(installation(), viewer) as work:
        if not undecided(work):
            return
    st.html(
        banner(
            t(
                "Letters are only written into files so far. Choose how they leave: through your "
                "mail server or SendGrid."
            ),
            symbol="outgoing_mail",
            action=button_link(t("Choose"), "/mail-settings"),
        ),
    )


def draw_queue(queue: QueueView) -> None:
    """How many letters wait since when, and of how many nobody knows whether they left."""
    if queue.oldest_at is not None:
        waiting = tn("{count} letter is waiting.", "{count} letters are waiting.", queue.waiting)
        since = t("The oldest one was written: {moment}.", moment=moment(queue.oldest_at))
        st.html(quiet(f"{waiting} {since}"))
    if queue.unknown:
        words = tn(
            "Of {count} letter nobody knows whether it left. It is not sent again by itself.",
            "Of {count} letters nobody knows whether they left. They are not sent again by "
            "themselves.",
            queue.unknown,
        )
        show = button_link(t("Show them"), "/mail?state=unknown")
        st.html(banner(words, tone="no", symbol="error", action=show))


def _letters_words(queue: QueueView) -> str:
    """What is to be said about the way letters take; "" while they simply leave."""
    if queue.problem:
        waiting = tn("{count} letter is waiting.", "{count} letters are waiting.", queue.waiting)
        return f"{waiting} {mail_problem(queue.problem)}"
    if queue.sender == "file":
        folder = installation().settings.data_dir / "letters"
        return t("Letters are not being sent, they are kept in {folder}", folder=folder)
    if queue.sandbox:
        return t("SendGrid’s sandbox is switched on: letters are checked, none is delivered.")
    return ""


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
