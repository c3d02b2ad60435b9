"""One's interviews in one's own calendar program: the secret address, and how to use it."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import line
from pages.ui.problems import shown
from pages.ui.text import day, t
from services.agency import agency
from services.interviews.feed import end_feed, feed_made_at, new_feed
from services.viewer import Viewer
from services.work import perform, reading


def draw_feed(viewer: Viewer) -> None:
    """Make the address, show it once with the way into each program, end it."""
    st.html(
        m.section(t("Interviews in my own calendar"), place="feed")
        + m.quiet(
            t(
                "A secret address shows your interviews, always as they are now, in Google, Apple, "
                "Outlook or Thunderbird. Whoever knows it can read them: do not pass it on."
            )
        )
    )
    with reading(installation(), viewer) as work:
        made_at = feed_made_at(work)
        base = work.settings.base_url or agency(work).base_url
    secret = session.kept("feed_secret")
    if made_at is not None and secret:
        _draw_address(f"{base}/calendar/{secret}.ics")
    elif made_at is not None:
        st.html(m.quiet(t("You have an address since {day}. It is shown once.", day=day(made_at))))
    with line("feed"):
        words = t("Get the address") if made_at is None else t("New address, the old one ends")
        make = st.button(words, key="feed_new", icon=":material/event:")
        end = made_at is not None and st.button(t("End it"), key="feed_end")
    if make:
        with shown() as attempt:
            secret = perform(installation(), viewer, new_feed)
        if not attempt.failed:
            session.keep("feed_secret", secret)
            st.rerun()
    if end:
        with shown() as attempt:
            perform(installation(), viewer, end_feed)
        if not attempt.failed:
            session.forget("feed_secret")
            st.rerun()


def _draw_address(address: str) -> None:
    ways = (
        ("Google", t("calendar.google.com → Other calendars → + → From URL")),
        ("Apple", t("Calendar → File → New Calendar Subscription; on a phone: Settings → Apps → "
                    "Calendar → Calendar Accounts → Add Subscribed Calendar")),
        ("Outlook", t("Add calendar → Subscribe from web")),
        ("Thunderbird", t("New Calendar → On the Network → paste the address")),
    )  # fmt: skip
    st.html(
        m.pairs([(t("Address"), address)])
        + m.copy_button(address, label=t("Copy the address"), done=t("Copied"))
        + m.pairs(ways)
        + m.quiet(t("Programs look for news every few hours, not at once."))
    )
