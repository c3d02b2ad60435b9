"""Help for staff: whom they let in, and how access ends."""

from pages.ui.text import t


def about_access() -> list[tuple[str, str]]:
    """Customers and colleagues who come and go."""
    return [
        (
            t("How do I connect a customer?"),
            t(
                "Account settings → Manage customers → New Customer. Or on the vacancy: Edit Job "
                "→ Add new customer, which ties them to that vacancy at once. They get an "
                "invitation letter with a personal link to set a password."
            ),
        ),
        (
            t("The customer has not received the invitation, or lost it. What now?"),
            t(
                "Manage customers → the customer → Send the invitation again. The earlier link "
                "keeps working until one of them is used. Whoever has been here before comes in by "
                "“Come in without the password” at the sign-in page."
            ),
        ),
        (
            t("A customer’s company stands there twice. What now?"),
            t(
                "Manage customers → Companies and departments → one of the two → Merge into "
                "another. Before anything is done you read whose notes will be read by whom."
            ),
        ),
        (
            t("The vacancy is closed. What about its customers’ access?"),
            t(
                "Edit Job → Close the vacancy asks it for each customer who has no other open "
                "vacancy: keep it, block it now, or let it end by itself after some days (how "
                "many, administrators choose in Account settings). A letter warns the customer "
                "before. Re-opening the vacancy, another open vacancy or Keep the access on the "
                "customer’s page stops it."
            ),
        ),
        (
            t("A recruiter leaves. Who takes over?"),
            t(
                "An administrator opens Account settings → Manage staff → the recruiter, chooses "
                "Block, and hands the vacancies and customers over to a colleague."
            ),
        ),
    ]
