"""Help that staff and customers both read."""

from pages.ui.text import t


def how_letters_come() -> tuple[str, str]:
    """The same for staff and customers, each under his own settings."""
    return (
        t("Which letters do I get?"),
        t(
            "News reach you here at once. By letter they come as you choose in your settings: at "
            "once, in one letter a day, or not at all. What you have read here is not sent."
        ),
    )
