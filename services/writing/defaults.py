"""The house's own wording of every kind of letter to a candidate, in each language."""

import html
from dataclasses import dataclass

from services.i18n import Translator, translator

#: The kinds of letters that have a template.
KINDS = (
    "interview_invitation",
    "interview_moved",
    "interview_called_off",
    "interview_reminder",
    "customer",
    "refusal",
    "offer",
    "free",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A letter before it is filled: a subject, and a body in clean markup."""

    subject: str
    body: str


def default_wording(kind: str, language: str) -> Wording:
    """The wording as it is shipped. Raises KeyError for a kind that has none."""
    t = translator(language)
    subject, *paragraphs = _wordings(t)[kind]
    body = "".join(f"<p>{html.escape(words, quote=False)}</p>" for words in paragraphs)
    return Wording(subject, body)


def _wordings(words: Translator) -> dict[str, tuple[str, ...]]:
    """By kind: the subject and the paragraphs. Who writes stands below each letter by itself."""
    t = words.text
    hello = t("Hello, {first_name}!")
    return {
        "interview_invitation": (
            t("Interview: {vacancy}"),
            hello,
            t(
                "Thank you for your interest in the position “{vacancy}”. We would like to "
                "invite you to an interview. You will find when and where below."
            ),
            t(
                "If the time does not suit you, simply reply to this letter: we will find "
                "another one."
            ),
            t("We look forward to meeting you!"),
        ),
        "interview_moved": (
            t("Changed: interview for {vacancy}"),
            hello,
            t(
                "Something has changed about your interview for the position “{vacancy}”. The "
                "new details are below; the entry in your calendar is updated."
            ),
            t("If that does not suit you, simply reply to this letter."),
        ),
        "interview_called_off": (
            t("Called off: interview for {vacancy}"),
            hello,
            t(
                "We are sorry: your interview for the position “{vacancy}” will not take "
                "place. The entry in your calendar is removed."
            ),
            t("We will get back to you."),
        ),
        "interview_reminder": (
            t("Reminder: interview for {vacancy}"),
            hello,
            t(
                "Your interview for the position “{vacancy}” is coming up. You will find "
                "when and where below."
            ),
            t("If something has come up, please tell us: simply reply to this letter."),
        ),
        "customer": (
            t("About your vacancies"),
            t("Hello, {name}!"),
            t(
                "This is {recruiter} of {agency}. Thank you for choosing together with us: each "
                "of your answers brings the right candidate nearer."
            ),
            t(
                "The candidates we have presented to you are on your page, with resumes, notes and "
                "interviews. A short note there reaches us at once and tells us whom to look for."
            ),
            t("If there is anything to talk over, simply reply to this letter or call."),
        ),
        "refusal": (
            t("Your application: {vacancy}"),
            hello,
            t(
                "Thank you for the time you gave to the position “{vacancy}”. This time the "
                "choice fell on somebody else."
            ),
            t(
                "That says nothing about your experience: other positions may suit you better. "
                "With your leave we keep your resume and write when one comes up."
            ),
            t("We wish you every success!"),
        ),
        "offer": (
            t("An offer for you: {vacancy}"),
            hello,
            t(
                "We are glad to tell you: for the position “{vacancy}” an offer is made to you. "
                "We would like to go through its terms with you."
            ),
            t("Please answer this letter or call: when does it suit you to talk?"),
        ),
        "free": (t("About the position: {vacancy}"), hello),
    }
