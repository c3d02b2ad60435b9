"""Help for customers: what they ask on their first visit."""

from pages.ui.help.both import how_letters_come
from pages.ui.text import t
from services.viewer import Viewer


def asked_by_customers(viewer: Viewer) -> list[tuple[str, str]]:
    """Each question with its answer; whom to call stands at the foot of their pages."""
    found = [
        (
            t("What do I see here?"),
            t(
                "Your vacancies and the candidates your recruiter has presented to you. An amber "
                "dot marks a candidate you have not opened yet."
            ),
        ),
        (
            t("How do I answer?"),
            t(
                "Open the candidate, read the resume, write a note or move the candidate to "
                "another stage. Your recruiter is told at once. Next candidate at the end of the "
                "page, or the arrow at its top, leads to the next one of the vacancy."
            ),
        ),
        (
            t("Skills or categories are not right. Can I correct them?"),
            t(
                "Yes: under the resume, Correct skills and categories. You and your colleagues see "
                "it at once; your recruiter is told."
            ),
        ),
        (
            t("Who reads my notes?"),
            t("Your recruiter and your colleagues who follow the same vacancy. Nobody else."),
        ),
        (
            t("When are the interviews?"),
            t(
                "Under Calendar, in your own time zone: as a month, a week, a day or a list. What "
                "is next also stands over your vacancies. A click shows when, where and with whom."
            ),
        ),
        (
            t("The time of an interview does not suit me. What now?"),
            t(
                "In the letter about it choose Propose other times and name some; you need not "
                "sign in. Your recruiter is told at once and comes back to you. If it suits you, "
                "choose Seen."
            ),
        ),
        how_letters_come(),
        (
            t("How do I come in without a password?"),
            t(
                "At the sign-in page choose “Come in without the password”. The letter brings a "
                "link that works once, for a few minutes; on your own device you stay signed in."
            ),
        ),
    ]
    if viewer.contacts_hidden:
        why = t(
            "The agency has hidden the candidates’ contacts. Ask your recruiter to arrange a "
            "meeting."
        )
        found.append((t("Why are there no phone numbers?"), why))
    return found
