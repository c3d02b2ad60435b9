"""Words for what the leak check finds: the texts, the kinds, where each is mended."""

from pages.ui.text import t, tn
from services.ids import key_text
from services.leaks.checking import Leak

SYMBOLS = {
    "phone": "phone",
    "email": "mail",
    "url": "link",
    "handle": "alternate_email",
    "address": "location_on",
}


def source_name(source: str) -> str:
    """A text of a candidate, as its field is called; "" for what is typed where one is."""
    return {
        "resume": t("Resume for customers"),
        "note": t("Note"),
        "attachment": t("Attachment"),
        "file_name": t("File name"),
        "place": t("Place of an interview"),
        "words": "",
        "name": t("Name"),
        "headline": t("Headline"),
        "city": t("City"),
        "skill": t("Skills"),
        "category": t("Categories"),
    }[source]


def where_mended(leak: Leak) -> str:
    """The address of the page where it is mended by hand; "" for what is typed here."""
    key = key_text(leak.candidate_id)
    if leak.source == "words":
        return ""
    if leak.source == "place":
        return f"/candidate?id={key}&interview={key_text(leak.key)}"
    if leak.is_beside:
        return f"/candidate?id={key}&paper=attachments"
    if leak.source == "note":
        return f"/candidate?id={key}#notes"
    return f"/candidate-edit?id={key}" + ("&prepare=1#resume" if leak.source == "resume" else "")


def act_words(remove: int, keep: int) -> str:
    """What the button does with them."""
    if not keep:
        return tn("Remove {count} contact", "Remove all {count} contacts", remove)
    if not remove:
        return tn("Keep it: it is no contact", "Keep all {count}: they are no contacts", keep)
    return tn("Remove {count}, keep what is ticked", "Remove {count}, keep what is ticked", remove)
