"""Of a person whom letters do not reach: the sign in a list, and on his page why."""

from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.mail_words import mail_problem
from pages.ui.text import t
from services.ids import key_text
from services.mail.trouble import Trouble


def trouble_chip() -> Markup:
    """The sign beside his name."""
    return m.chip(t("letters do not arrive"), tone="no", symbol="mark_email_unread")


def trouble_banner(trouble: Trouble) -> Markup:
    """Why letters do not reach this person, and the way to the letter."""
    words = mail_problem(trouble.problem) if trouble.problem else ""
    if trouble.complained:
        words = t("The recipient reported this letter as spam. Please talk before you write again.")
    said = t("Details: “{said}”", said=trouble.said) if trouble.said else ""
    way = m.button_link(t("Open the letter"), f"/mail?id={key_text(trouble.letter_id)}")
    return m.banner(f"{words} {said}", tone="no", symbol="error", action=way)
