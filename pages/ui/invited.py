"""How far somebody has come: added, invited, opened, active, blocked."""

from datetime import datetime

from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.text import day, t


def standing_chip(standing: str) -> Markup:
    """The standing in a pill."""
    return {
        "added": lambda: m.chip(t("not invited yet")),
        "invited": lambda: m.chip(t("invited"), tone="night", symbol="mail"),
        "opened": lambda: m.chip(t("letter opened"), tone="night", symbol="drafts"),
        "active": lambda: m.chip(t("active"), tone="yes"),
        "blocked": lambda: m.chip(t("blocked"), tone="no"),
    }[standing]()


def way_so_far(
    invited_at: datetime | None, opened_at: datetime | None, last_seen_at: datetime | None
) -> str:
    """«invited 18 Nov · opened today · last seen today»."""
    parts = [
        t("invited {day}", day=day(invited_at)) if invited_at else "",
        t("link opened {day}", day=day(opened_at)) if opened_at else "",
        t("last seen {day}", day=day(last_seen_at)) if last_seen_at else t("not here yet"),
    ]
    return " · ".join(part for part in parts if part)
