"""Help for staff: interviews and reminders."""

from pages.ui.text import t


def about_meetings() -> list[tuple[str, str]]:
    """How people meet, and who is reminded of it."""
    return [
        (
            t("How do I remember to call a candidate?"),
            t(
                "On the candidate’s page: Remind me. It rings on that day, and only for you. Who "
                "came to Hired has First day and guarantee there; the responsible recruiter is "
                "reminded of both."
            ),
        ),
        (
            t("How do I schedule an interview?"),
            t(
                "On the candidate’s page: Schedule an interview. Or tick the candidate on the "
                "vacancy, or choose an empty time in the calendar. The form says the time in each "
                "zone that differs, and with what it overlaps; nobody hears of it for ten seconds, "
                "in which Undo takes it back."
            ),
        ),
        (
            t("An interview has to be moved or cancelled. How?"),
            t(
                "Click it – in the calendar, beside the candidate, over the vacancies –, then "
                "Reschedule or Cancel the interview. In the calendar you can also drag it. Once it "
                "is over, say there whether it was held. Place and private comment can be changed "
                "also once it has begun."
            ),
        ),
        (
            t("Does the time of the interview suit everybody?"),
            t(
                "The candidate answers from the letter in one tap, without signing in: Confirm, "
                "or Ask for another time with a few words, which only staff read. A customer says "
                "Seen, or proposes other times. You are told at once; the answers stand in the "
                "interview. Once it is moved, earlier letters answer nothing any more."
            ),
        ),
        (
            t("Who reminds people of an interview, and who asks how it was?"),
            t(
                "Candela does, by itself. Whoever takes part, gets a copy or was invited is "
                "reminded once: the day before, or, told of it only then, two hours before. Soon "
                "after the end, whoever took part is asked for a note; nobody is where it was "
                "cancelled or nobody came."
            ),
        ),
    ]
