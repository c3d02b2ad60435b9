"""Words in the reader's language: `t("English sentence")`, `tn("one", "many", n)`, times."""

from datetime import datetime

from pages.ui import session
from pages.ui.installed import installation
from services.i18n import Translator, times, translator


def reader() -> Translator:
    """The translator of whoever reads this page."""
    return translator(session.language())


def t(message: str, /, **values: object) -> str:
    """The message in the reader's language, its `{placeholders}` filled."""
    return reader().text(message, **values)


def tn(one: str, many: str, count: int, /, **values: object) -> str:
    """The message in the form the number asks for; `{count}` is the number."""
    return reader().plural(one, many, count, **values)


def day(instant: datetime) -> str:
    """«today», «18 Nov»: the day in the reader's zone."""
    return times.day(instant, reader(), session.time_zone(), installation().clock())


def moment(instant: datetime) -> str:
    """«yesterday, 18:20»: day and time in the reader's zone."""
    return times.moment(instant, reader(), session.time_zone(), installation().clock())
