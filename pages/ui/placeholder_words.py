"""What each placeholder of a letter stands for, in the reader's words."""

from pages.ui.text import t


def meanings(kind: str) -> dict[str, str]:
    """By name; to a customer some of them are his own."""
    if kind == "customer":
        return {
            "name": t("the customer’s name"),
            "company": t("the customer’s company or department"),
            "recruiter": t("your name: whoever writes the letter"),
            "agency": t("the name of the agency"),
        }
    return {
        "first_name": t("the candidate’s first name"),
        "name": t("the candidate’s first and last name"),
        "vacancy": t("the title of the vacancy"),
        "company": t("the company or department of the vacancy"),
        "when": t("day, time and zone of the interview"),
        "where": t("place, number or link of the interview"),
        "recruiter": t("your name: whoever writes the letter"),
        "agency": t("the name of the agency"),
    }
