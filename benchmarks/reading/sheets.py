"""How people lay a résumé out: the same truth in seven shapes, before it becomes a file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from benchmarks.reading.people import Truth
from db.sample.resumes import Job

Kind = Literal["name", "section", "strong", "text", "item", "table"]
_RESUME = {"en": "CURRICULUM VITAE", "uk": "РЕЗЮМЕ", "ru": "Резюме"}
_LABELS = {
    "en": {"phone": "Phone", "email": "E-mail", "telegram": "Telegram", "link": "Portfolio"},
    "uk": {"phone": "Тел.", "email": "Ел. пошта", "telegram": "Telegram", "link": "Портфоліо"},
    "ru": {"phone": "Тел.", "email": "Эл. почта", "telegram": "Телеграм", "link": "Портфолио"},
}
_WORDS = {
    "en": {"city": "City", "name": "Name", "wish": "Desired position", "contacts": "Contacts"},
    "uk": {"city": "Місто", "name": "ПІБ", "wish": "Бажана посада", "contacts": "Контакти"},
    "ru": {"city": "Город", "name": "ФИО", "wish": "Желаемая должность", "contacts": "Контакты"},
}
_PAGE = {"en": "Page", "uk": "Сторінка", "ru": "Страница"}


@dataclass(frozen=True, slots=True)
class Part:
    """A line or a table of a résumé."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class Sheet:
    """A résumé laid out. `side` stands in a narrow column beside `parts`.

    `looks`: "styles" for real headings and lists, "typed" for bold lines and typed dashes.
    """

    shape: str
    truth: Truth
    parts: list[Part] = field(default_factory=list)
    side: list[Part] = field(default_factory=list)
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    page_word: str = ""
    looks: Literal["styles", "typed"] = "styles"
    photo: bool = False
    with_patronymic: bool = False

    def orders(self) -> list[list[str]]:
        """The lines in every order in which a person may read them."""
        main, side = list(_said(self.parts)), list(_said(self.side))
        middles = [main + side, side + main] if side else [main]
        return [[*self.header, *middle, *self.footer] for middle in middles]


def _said(parts: list[Part]) -> Iterator[str]:
    for part in parts:
        if part.text:
            yield part.text
        for row in part.rows:
            yield from row


def plain(truth: Truth) -> Sheet:
    """Name on top, what he is below it, a contact a line, real headings and lists."""
    sheet = Sheet("plain", truth)
    sheet.parts += [Part("name", truth.resume.name), _what(truth)]
    sheet.parts += [Part("text", one.value) for one in truth.contacts]
    sheet.parts += _story(truth)
    return sheet


def capitals(truth: Truth) -> Sheet:
    """The word résumé, the whole name in capitals, labels before everything."""
    sheet = Sheet("capitals", truth, with_patronymic=True)
    words = _WORDS[truth.language]
    sheet.parts += [Part("section", _RESUME[truth.language]), Part("name", _full(truth).upper())]
    sheet.parts += [
        Part("text", f"{words['wish']}: {truth.resume.headline}"),
        Part("text", f"{words['city']}: {truth.resume.city}"),
        *(Part("text", _labelled(truth, kind, value)) for kind, value in _contacts(truth)),
    ]
    sheet.parts += _story(truth)
    return sheet


def sidebar(truth: Truth) -> Sheet:
    """Two columns: how to reach him and what he can beside what he did."""
    resume, head = truth.resume, truth.resume.headings
    sheet = Sheet("sidebar", truth)
    sheet.side = [
        Part("section", _WORDS[truth.language]["contacts"]),
        *(Part("text", one.value) for one in truth.contacts),
        Part("text", resume.city),
        Part("section", head.skills),
        *(Part("item", skill) for skill in resume.skills),
        Part("section", head.languages),
        *(Part("item", line) for line in resume.languages),
    ]
    sheet.parts = [
        Part("name", resume.name),
        Part("text", resume.headline),
        Part("section", head.summary),
        Part("text", resume.summary),
        *_jobs(truth),
        *_listed(head.education, resume.education),
        *_listed(head.more, resume.more),
    ]
    return sheet


def tables(truth: Truth) -> Sheet:
    """Facts in tables: label and value, dates and place."""
    resume, head, words = truth.resume, truth.resume.headings, _WORDS[truth.language]
    sheet = Sheet("tables", truth, with_patronymic=True)
    facts = [(words["name"], _full(truth)), (words["city"], resume.city)]
    facts += [(_LABELS[truth.language][kind], value) for kind, value in _contacts(truth)]
    sheet.parts = [
        Part("text", resume.headline),
        Part("table", rows=tuple((f"{label}:", value) for label, value in facts)),
        Part("section", head.summary),
        Part("text", resume.summary),
        Part("section", head.experience),
        Part(
            "table",
            rows=tuple(
                (job.dates, f"{job.title}, {job.employer}. {job.done[0]}") for job in resume.jobs
            ),
        ),
        *_listed(head.education, resume.education),
        *_skills(truth),
    ]
    return sheet


def header(truth: Truth) -> Sheet:
    """Name and contacts on top of every page, a page number at its foot."""
    sheet = Sheet("header", truth)
    contacts = " | ".join(one.value for one in truth.contacts)
    sheet.header = (truth.resume.name, contacts)
    sheet.page_word = _PAGE[truth.language]
    sheet.parts = [_what(truth), *_story(truth)]
    return sheet


def typed(truth: Truth) -> Sheet:
    """Made by somebody who knows no styles: bold lines, dashes, contacts in one line."""
    sheet = Sheet("typed", truth, looks="typed")
    contacts = ", ".join(one.value for one in truth.contacts)
    sheet.parts = [Part("name", truth.resume.name), Part("text", contacts), _what(truth)]
    sheet.parts += _story(truth)
    return sheet


def photo(truth: Truth) -> Sheet:
    """A photo beside the full name, a labelled line of contacts."""
    sheet = Sheet("photo", truth, photo=True, with_patronymic=True)
    contacts = "; ".join(_labelled(truth, kind, value) for kind, value in _contacts(truth))
    sheet.parts = [Part("name", _full(truth)), Part("text", truth.resume.headline)]
    sheet.parts += [
        Part("text", f"{_WORDS[truth.language]['city']}: {truth.resume.city}"),
        Part("text", contacts),
    ]
    sheet.parts += _story(truth)
    return sheet


SHAPES: tuple[Callable[[Truth], Sheet], ...] = (
    plain, capitals, sidebar, tables, header, typed, photo,
)  # fmt: skip


def _full(truth: Truth) -> str:
    """The name as papers have it: family name first, where there is a patronymic."""
    one = truth.somebody
    return f"{one.last} {one.first} {truth.patronymic}" if truth.patronymic else one.name


def _what(truth: Truth) -> Part:
    return Part("text", f"{truth.resume.headline} · {truth.resume.city}")


def _contacts(truth: Truth) -> list[tuple[str, str]]:
    return [(one.kind, one.value) for one in truth.contacts]


def _labelled(truth: Truth, kind: str, value: str) -> str:
    return f"{_LABELS[truth.language][kind]}: {value}"


def _story(truth: Truth) -> Iterator[Part]:
    resume, head = truth.resume, truth.resume.headings
    yield Part("section", head.summary)
    yield Part("text", resume.summary)
    yield from _jobs(truth)
    yield from _listed(head.education, resume.education)
    yield from _skills(truth)
    yield from _listed(head.more, resume.more)


def _skills(truth: Truth) -> Iterator[Part]:
    head = truth.resume.headings
    yield Part("section", head.skills)
    yield Part("text", ", ".join(truth.resume.skills))
    yield from _listed(head.languages, truth.resume.languages)


def _jobs(truth: Truth) -> Iterator[Part]:
    yield Part("section", truth.resume.headings.experience)
    for job in truth.resume.jobs:
        yield from _job(job)


def _job(job: Job) -> Iterator[Part]:
    yield Part("strong", f"{job.title}, {job.employer}")
    yield Part("text", job.dates)
    yield from (Part("item", line) for line in job.done)


def _listed(heading: str, lines: tuple[str, ...]) -> Iterator[Part]:
    if lines:
        yield Part("section", heading)
        yield from (Part("item", line) for line in lines)
