"""Help for staff: the base of candidates."""

from pages.ui.text import t


def about_candidates() -> list[tuple[str, str]]:
    """How candidates come into the base, and how they are found there."""
    return [
        (
            t("How do I add a candidate from a resume?"),
            t(
                "Candidates → New candidate, then choose the file, or paste the text of a site, a "
                "messenger or a letter. What is proposed from it stands in the fields, below each "
                "the line it was found in: check it and save. The original is kept as it is, and "
                "so is every one that comes later."
            ),
        ),
        (
            t("How do I add several resumes at once?"),
            t(
                "Drop up to 20 files anywhere on Candidates or on a vacancy, or choose them under "
                "Several files there; on a vacancy they are linked to it. They are read one after "
                "another while you go on working. In the table each says what was found and what "
                "becomes of it: a new candidate, a new original of somebody who is known already, "
                "or nothing. A click on a name opens its fields. Nothing is saved before you press "
                "Save; Cancel leaves nothing behind, and so does signing out."
            ),
        ),
        (
            t("The resume is a scan. What now?"),
            t(
                "It is kept, and customers from whom contacts are hidden never get it. Where "
                "administrators have Tesseract installed on the server and read_scans switched on "
                "in config.yaml, the text of its first 12 pages is read; check all of it, numbers "
                "above all."
            ),
        ),
        (
            t("Is this candidate in the base already?"),
            t(
                "You are told before you save: by e-mail, phone, account, or name and city, "
                "however they are spelled. Compare the two, then choose: update the one who is "
                "there (nothing is overwritten unless you say so), add a new candidate, or skip."
            ),
        ),
        (
            t("Somebody else has saved what I was editing. What now?"),
            t(
                "What you typed stays. Above or below Save Changes stand who saved, what was "
                "changed, and both values where you both changed something: save yours over it, "
                "or keep theirs and save the rest of yours."
            ),
        ),
        (
            t("How do I find a candidate?"),
            t(
                "Type into the box over Candidates whatever you know: a name, a skill, a word of "
                "the resume, an e-mail, a part of the phone. Filters stand beside it; the address "
                "keeps them, so you can send the link. My filters keeps what you look for often."
            ),
        ),
        (
            t("A skill stands there twice. What now?"),
            t(
                "Account settings → Skills and categories → one of the two: choose the other one "
                "under “This word is the same as” and Merge. There each word also gets its name "
                "in the other languages."
            ),
        ),
    ]
