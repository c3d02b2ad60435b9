"""Help for staff: the letters they write."""

from pages.ui.help.both import how_letters_come
from pages.ui.text import t


def about_letters() -> list[tuple[str, str]]:
    """How candidates and customers are written to."""
    return [
        (
            t("How do I write to a candidate, or to several?"),
            t(
                "On the candidate’s page: Write a letter. On the vacancy: tick several of its "
                "candidates, then Write a letter; each gets their own, and nobody reads who else "
                "was written to. You see before what goes out, can attach documents, and have ten "
                "seconds to take it back. After a refusal the letter is offered, never sent by "
                "itself. To write to a customer, open the customer’s page."
            ),
        ),
        (
            t("Where do the texts of these letters come from?"),
            t(
                "From Account settings → Letter templates, where administrators word each kind in "
                "three languages. A placeholder in braces, {vacancy} for example, is filled in "
                "for each reader. Earlier wordings stay there and can be restored. A letter "
                "begins in the candidate’s language of letters, where the profile says it.",
                vacancy="{vacancy}",
            ),
        ),
        how_letters_come(),
        (
            t("How do our logo and colour get into letters?"),
            t(
                "An administrator chooses both under Account settings → How letters look. The "
                "logo travels inside each letter, so nobody is asked to load pictures."
            ),
        ),
    ]
