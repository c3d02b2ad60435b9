"""Languages: catalogs, plurals, dates. English sentences are the message ids."""

from services.i18n.catalogs import LANGUAGES, Translator, translator

__all__ = ["LANGUAGES", "Translator", "translator"]
