"""Catalogs: read once from the `.po` files beside this module."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

# A language's own name, as it stands in the choice of languages.
LANGUAGES = {"uk": "Українська", "ru": "Русский", "en": "English"}

_FOLDER = Path(__file__).parent / "locale"
# The order in which a catalog lists its plural forms: CLDR's categories for whole numbers.
_FORMS = ("one", "few", "many")


class Translator:
    """Words in one language. A missing message stays English (a test allows none)."""

    def __init__(self, language: str) -> None:
        self.language = language
        # English as Europe writes it: the day before the month, a clock of 24 hours.
        self.locale = Locale.parse("en_GB" if language == "en" else language)
        self._plural_form: Callable[[int], str] = self.locale.plural_form
        self._messages = {} if language == "en" else _messages(language)

    def text(self, message: str, /, **values: object) -> str:
        """The message in this language, `{placeholders}` filled with the values."""
        found = self._messages.get(message)
        words = found if isinstance(found, str) and found else message
        return words.format(**values) if values else words

    def plural(self, one: str, many: str, /, count: int, **values: object) -> str:
        """The message in the form that the number asks for; `{count}` is the number itself."""
        forms = self._messages.get(one)
        if isinstance(forms, tuple):
            words = forms[_FORMS.index(self._plural_form(count))]
        else:
            words = one if count == 1 else many
        return words.format(count=count, **values)


@cache
def translator(language: str) -> Translator:
    """The translator of a language; English for a language we do not ship."""
    return Translator(language if language in LANGUAGES else "en")


def _messages(language: str) -> dict[str, str | tuple[str, ...]]:
    catalog = read_catalog(language)
    found: dict[str, str | tuple[str, ...]] = {}
    for message in catalog:
        if isinstance(message.id, (tuple, list)):
            found[str(message.id[0])] = tuple(map(str, message.string or ()))
        elif message.id:
            found[message.id] = str(message.string)
    return found


def read_catalog(language: str) -> Catalog:
    """Read a language's `.po` file."""
    with (_FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)
