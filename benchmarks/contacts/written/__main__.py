"""`python -m benchmarks.contacts.written`: write the files of the set anew."""

from collections import Counter

from benchmarks.contacts.written.make import LANGUAGES, content, documents, file_of
from benchmarks.contacts.written.marks import KINDS


def main() -> None:
    """Write every file and print what lies in them."""
    print("| language | documents | clean | disguised | none |", " | ".join(KINDS), "|")
    for language in LANGUAGES:
        file_of(language).write_text(content(language), encoding="utf-8", newline="\n")
        every = list(documents(language))
        sorts = Counter(
            "disguised" if one.disguised else "clean" if one.contacts else "none" for one in every
        )
        kinds = Counter(contact.kind for one in every for contact in one.contacts)
        row = [language, len(every), sorts["clean"], sorts["disguised"], sorts["none"]]
        print("|", " | ".join(str(cell) for cell in [*row, *(kinds[kind] for kind in KINDS)]), "|")


if __name__ == "__main__":
    main()
