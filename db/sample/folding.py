"""The comparable forms of names and addresses that the sample stores beside them.

Services own the rules of folding; the sample cannot ask them (db knows no service) and needs
them for tidy names of its own only. A test asserts that both agree on every row.
"""

import unicodedata


def folded(name: str) -> str:
    """A name as it is compared: no case, no accents that people leave out, ё as е."""
    marks = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(mark for mark in marks if mark not in "\u0300\u0301\u0302\u0303")
    return unicodedata.normalize("NFKC", kept).replace("ё", "е")


def folded_person(first_name: str, last_name: str) -> str:
    """A candidate's name for the search box, found in either order."""
    first, last = folded(first_name), folded(last_name)
    return f"{last} {first} {last}".strip()
