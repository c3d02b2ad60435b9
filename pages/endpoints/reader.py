"""What the shell knows of its reader before the first paint: frame, language, words."""

from collections.abc import Mapping

from starlette.requests import Request

from pages.endpoints.requests import viewer_behind
from pages.endpoints.shell_page import Frame
from services.i18n import LANGUAGES, translator


def frame_of(request: Request) -> Frame:
    """The frame and language of whoever is behind the request; the door for nobody."""
    viewer = viewer_behind(request)
    if viewer is None:
        return Frame("door", accepted(request.headers.get("accept-language", "")))
    return Frame("staff" if viewer.is_staff else "customer", viewer.language)


def shell_words(language: str) -> Mapping[str, str]:
    """The words that the framework would print in English, in the reader's language."""
    t = translator(language).text
    return {
        "choose_file": t("Choose a file"),
        "choose_files": t("Choose files"),
        "drop_file": t("or drop it here"),
        "drop_files": t("or drop them here"),
        "drop_page": t("Drop the resumes here"),
        "no_results": t("Nothing found"),
        "connecting": t("No connection to the server. Trying again…"),
        "skip": t("Skip to the page"),
        "close": t("Close"),
        "open": t("Open"),
        "clear_all": t("Clear all"),
        "remove": t("Remove"),
        "selected": t("Chosen:"),
        "option": t("Choose"),
        "add": t("Add"),
        "choose_date": t("Choose a date"),
        "more": t("One more"),
        "less": t("One less"),
        "show_password": t("Show the password"),
        "hide_password": t("Hide the password"),
        "text": t("Text"),
        "heading": t("Heading"),
        "link_address": t("Address of the link:"),
        "link_open": t("Open the link:"),
        "link_edit": t("Change"),
        "link_remove": t("Remove"),
        "link_save": t("Save"),
    }


def accepted(header: str) -> str:
    """The first language of the browser's list that we ship."""
    for part in header.split(","):
        code = part.split(";")[0].strip().split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"
