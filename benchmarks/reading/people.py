"""People who do not exist, with their résumés: the truth that reading is measured by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from db.sample.candidates import Contact, contacts_of
from db.sample.chronicle import Chronicle
from db.sample.resumes import Resume, compose
from db.sample.somebody import Somebody, everybody

LANGUAGES = ("en", "uk", "ru")
_NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
_PATRONYMICS = {
    ("uk", "m"): ("Олегович", "Іванович", "Сергійович", "Ілліч", "Миколайович"),
    ("uk", "f"): ("Олегівна", "Іванівна", "Сергіївна", "Іллівна", "Миколаївна"),
    ("ru", "m"): ("Олегович", "Иванович", "Сергеевич", "Ильич", "Николаевич"),
    ("ru", "f"): ("Олеговна", "Ивановна", "Сергеевна", "Ильинична", "Николаевна"),
}
_CODES = {
    "english": "en", "ukrainian": "uk", "polish": "pl", "german": "de", "french": "fr",
    "russian": "ru", "kazakh": "kk", "spanish": "es", "portuguese": "pt", "czech": "cs",
    "lithuanian": "lt", "marathi": "mr", "swedish": "sv", "georgian": "ka", "hindi": "hi",
    "norwegian": "no", "irish": "ga", "румунська": "ro", "угорська": "hu",
    "румынский": "ro", "турецкий": "tr",
    "italian": "it", "slovak": "sk", "romanian": "ro", "turkish": "tr", "dutch": "nl",
    "українська": "uk", "англійська": "en", "польська": "pl", "німецька": "de",
    "французька": "fr", "іспанська": "es", "чеська": "cs",
    "русский": "ru", "английский": "en", "украинский": "uk", "казахский": "kk",
    "немецкий": "de", "польский": "pl", "белорусский": "be",
    "армянский": "hy", "грузинский": "ka", "узбекский": "uz", "татарский": "tt",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Truth:
    """One person's résumé and what a reader should propose from it."""

    language: str
    somebody: Somebody
    patronymic: str
    contacts: tuple[Contact, ...]
    resume: Resume

    @property
    def spoken(self) -> frozenset[str]:
        """The languages that the résumé names."""
        names = (line.split(" – ")[0].lower() for line in self.resume.languages)
        return frozenset(_CODES.get(name, name) for name in names)


def people(language: str, count: int) -> Iterator[Truth]:
    """So many different people whose résumés are in this language, the same every time."""
    chronicle = Chronicle(_NOW, "Europe/Kyiv")
    chosen = [one for one in everybody() if one.language == language]
    # One of each profession after the other: texts should differ.
    trades = list(dict.fromkeys(one.profession for one in chosen))
    rank = {id(one): sum(o.profession == one.profession for o in chosen[:place])
            for place, one in enumerate(chosen)}  # fmt: skip
    chosen.sort(key=lambda one: (rank[id(one)], trades.index(one.profession)))
    for number in range(count):
        somebody = chosen[number % len(chosen)]
        contacts = contacts_of(chronicle, somebody, number)
        resume = compose(chronicle, somebody, [one.value for one in contacts])
        yield Truth(
            language=language,
            somebody=somebody,
            patronymic=_patronymic(somebody, number),
            contacts=contacts,
            resume=resume,
        )


def _patronymic(somebody: Somebody, number: int) -> str:
    known = _PATRONYMICS.get((somebody.language, somebody.gender), ())
    return known[number % len(known)] if known else ""
