"""A candidate's particulars: source, availability, salary, birthday, languages, photo.

What of them a customer reads is decided in `disclosure.py`.
"""

from dataclasses import dataclass
from datetime import date

from babel import Locale
from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Candidate, CandidateLanguage, Vacancy
from services.amounts import Salary, amount, check_currency
from services.checks import check_all, check_choice, check_line
from services.disclosure import beside_the_card, shows_photo
from services.errors import Invalid, NotFound
from services.folding import tidy
from services.i18n import LANGUAGES
from services.i18n.times import zone_of, zones
from services.permissions import Permission, require
from services.work import Work

LEVELS = ("", "a1", "a2", "b1", "b2", "c1", "c2", "native")
# The languages offered first; any that Babel knows by name is accepted.
USUAL_LANGUAGES = ("uk", "en", "ru", "pl", "de", "fr", "es", "it", "ro", "cs", "tr", "he")
_MOST_LANGUAGES = 20
_EARLIEST, _YOUNGEST, _OLDEST = date(1900, 1, 1), 14, 110


@dataclass(frozen=True, slots=True)
class LanguageForm:
    """A language and how well; `level` is one of LEVELS."""

    language: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class ParticularsForm:
    """What the edit page asks; the amount is as typed.

    `letter_language` is one of LANGUAGES, or "" where nobody knows in which he is written to.
    """

    source: str = ""
    availability: str = ""
    salary: str = ""
    salary_currency: str = ""
    born_on: date | None = None
    languages: tuple[LanguageForm, ...] = ()
    time_zone: str = ""
    letter_language: str = ""


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A language a candidate speaks; `level` is "" where nobody said."""

    language: str
    level: str


@dataclass(frozen=True, slots=True)
class ParticularsView:
    """What this viewer reads; `photo` says which photo it is by now, 0 for none.

    `source`, `availability`, `born_on`, `time_zone` and `letter_language` are staff's; a customer
    gets salary and age, and may take the original along (`original_open`), where the vacancy says
    so.
    """

    photo: int
    languages: tuple[LanguageView, ...]
    salary: Salary
    age: int | None
    original_open: bool = False
    source: str = ""
    availability: str = ""
    born_on: date | None = None
    time_zone: str = ""
    letter_language: str = ""


def particulars(
    work: Work, *, candidate_id: int, application_id: int | None = None
) -> ParticularsView:
    """A candidate's particulars; for a customer as the application's vacancy shows them.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_READ)
    row = work.one(Candidate, candidate_id)
    vacancy = None
    if application_id is not None and not work.viewer.is_staff:
        application = work.one(Application, application_id)
        if application.candidate_id != candidate_id:
            raise NotFound(model="Application")
        vacancy = work.one(Vacancy, application.vacancy_id)
    today = work.now.astimezone(zone_of(work.viewer.time_zone)).date()
    beside = beside_the_card(work.viewer, vacancy, row, today)
    staff = work.viewer.is_staff
    return ParticularsView(
        photo=row.version if shows_photo(work, row) else 0,
        languages=languages_of(work, candidate_id=candidate_id),
        salary=beside.salary,
        age=beside.age,
        original_open=beside.original_open,
        source=row.source if staff else "",
        availability=row.availability if staff else "",
        born_on=row.born_on if staff else None,
        time_zone=row.time_zone if staff else "",
        letter_language=row.letter_language if staff else "",
    )


def languages_of(work: Work, *, candidate_id: int) -> tuple[LanguageView, ...]:
    """The languages a candidate in the viewer's scope speaks, in the order they were given."""
    rows = work.rows(
        select(CandidateLanguage.language, CandidateLanguage.level)
        .where(CandidateLanguage.candidate_id == candidate_id)
        .order_by(CandidateLanguage.position)
    )
    return tuple(LanguageView(row.language, row.level) for row in rows)


def photo(work: Work, *, candidate_id: int) -> bytes:
    """The candidate's photo, a JPEG.

    Raises NotFound, also where there is none for this viewer, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_READ)
    row = work.one(Candidate, candidate_id)
    if not shows_photo(work, row):
        raise NotFound(model="Candidate")
    return work.files.read(row.photo)


def check_particulars(form: ParticularsForm, today: date) -> None:
    """Raises Invalid naming every field that is not accepted."""
    check_all(
        lambda: check_line("source", form.source),
        lambda: check_line("availability", form.availability),
        lambda: amount("salary", form.salary),
        lambda: check_currency("salary_currency", form.salary_currency, form.salary),
        lambda: _check_birthday(form.born_on, today),
        lambda: _check_languages(form.languages),
        lambda: check_choice("time_zone", form.time_zone, ("", *zones())),
        lambda: check_choice("letter_language", form.letter_language, ("", *LANGUAGES)),
    )


def fill_particulars(candidate: Candidate, form: ParticularsForm) -> None:
    """Write what was typed into the candidate's row."""
    candidate.source, candidate.availability = tidy(form.source), tidy(form.availability)
    candidate.salary_expected = amount("salary", form.salary)
    candidate.salary_currency = check_currency("salary_currency", form.salary_currency, form.salary)
    candidate.born_on = form.born_on
    candidate.time_zone = form.time_zone
    candidate.letter_language = form.letter_language


def set_languages(work: Work, *, candidate_id: int, languages: tuple[LanguageForm, ...]) -> None:
    """Make these the candidate's languages, each once. Raises Invalid."""
    _check_languages(languages)
    wanted = {one.language: one.level for one in languages}
    stored = work.scalars(
        select(CandidateLanguage)
        .where(CandidateLanguage.candidate_id == candidate_id)
        .order_by(CandidateLanguage.position)
    ).all()
    if [(row.language, row.level) for row in stored] == list(wanted.items()):
        return
    for row in stored:
        work.remove(row)
    for position, (language, level) in enumerate(wanted.items()):
        work.add(
            CandidateLanguage(
                id=new_key(),
                candidate_id=candidate_id,
                language=language,
                level=level,
                position=position,
            )
        )


def language_names(locale: Locale) -> dict[str, str]:
    """Every language there is a name for in this locale, the usual ones first."""
    known = {code: str(name) for code, name in locale.languages.items() if _is_plain(code)}
    usual = {code: known[code] for code in USUAL_LANGUAGES}
    return usual | dict(sorted(known.items(), key=lambda one: one[1]))


def _is_plain(code: str) -> bool:
    """Whether it is a living language's two-letter code, not a spelling or a family of them."""
    two = 2
    return len(code) == two


def _check_birthday(born_on: date | None, today: date) -> None:
    if born_on is None:
        return
    if born_on < _EARLIEST or not _YOUNGEST <= today.year - born_on.year <= _OLDEST:
        raise Invalid(born_on="not_a_birthday")


def _check_languages(languages: tuple[LanguageForm, ...]) -> None:
    if len(languages) > _MOST_LANGUAGES:
        raise Invalid(languages="too_many")
    known = language_names(Locale.parse("en_GB"))
    for one in languages:
        if one.language not in known or one.level not in LEVELS:
            raise Invalid(languages="unknown")
