"""What languages are called, in the reader's language."""

from functools import cache

from babel import Locale


@cache
def language_name(code: str, reader: str) -> str:
    """The name of a language by its ISO code, with a capital; the code where there is no name."""
    known = str(Locale.parse(reader).languages.get(code, code))
    return known[:1].upper() + known[1:]
