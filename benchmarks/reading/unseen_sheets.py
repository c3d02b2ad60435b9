"""Layouts of the second set: other labels, other orders, other places for the same facts."""

from collections.abc import Callable, Iterator

from benchmarks.reading.people import Truth
from benchmarks.reading.sheets import Part, Sheet

_LABELS = {
    "en": {
        "first": "Given name(s)", "last": "Surname", "town": "Lives in", "phone": "Mob.",
        "email": "Mail", "telegram": "TG", "looking": "Looking for work as a", "reach": "Reach me",
        "personal": "Personal information", "objective": "Objective", "at": "at",
    },
    "uk": {
        "first": "Ім’я", "last": "Прізвище", "middle": "По батькові", "town": "Місце проживання",
        "phone": "Мобільний", "email": "Пошта", "telegram": "Телеграм", "looking": "Шукаю роботу:",
        "reach": "Як зв’язатися", "personal": "Особисті дані", "objective": "Мета", "at": "в",
    },
    "ru": {
        "first": "Имя", "last": "Фамилия", "middle": "Отчество", "town": "Место жительства",
        "phone": "Мобильный", "email": "Почта", "telegram": "Телеграм", "looking": "Ищу работу:",
        "reach": "Как связаться", "personal": "Личные данные", "objective": "Цель", "at": "в",
    },
}  # fmt: skip


def questionnaire(truth: Truth) -> Sheet:
    """A form: every part of the name, the town and each contact under a label of its own."""
    sheet = Sheet("questionnaire", truth, looks="typed", with_patronymic=True)
    label, one = _LABELS[truth.language], truth.somebody
    names = [("last", one.last), ("first", one.first)]
    names += [("middle", truth.patronymic)] if truth.patronymic else []
    facts = [*names, ("town", one.city), *((c.kind, c.value) for c in truth.contacts)]
    sheet.parts = [
        Part("section", label["personal"]),
        *(Part("text", f"{label[kind]}: {value}") for kind, value in facts),
        Part("section", label["objective"]),
        Part("text", truth.resume.headline),
        *_story(truth),
    ]
    return sheet


def contacts_last(truth: Truth) -> Sheet:
    """What he looks for above all, how to reach him at the very end."""
    sheet = Sheet("contacts-last", truth)
    label = _LABELS[truth.language]
    sheet.parts = [
        Part("name", truth.resume.name),
        Part("text", f"{label['looking']} {truth.resume.headline}"),
        *_story(truth),
        Part("section", label["reach"]),
        Part("text", f"{label['town']}: {truth.resume.city}"),
        *(Part("item", one.value) for one in truth.contacts),
    ]
    return sheet


def one_line(truth: Truth) -> Sheet:
    """Everything that is short in one line on top, dashes between."""
    sheet = Sheet("one-line", truth, looks="typed")
    contacts = ", ".join(one.value for one in truth.contacts)
    sheet.parts = [
        Part("name", f"{truth.resume.name} — {truth.resume.headline}"),
        Part("text", f"{truth.resume.city} — {contacts}"),
        *_story(truth),
    ]
    return sheet


def network(truth: Truth) -> Sheet:
    """As networks of professionals export it: trade and employer, the employer above the title."""
    sheet = Sheet("network", truth)
    resume, head = truth.resume, truth.resume.headings
    at = _LABELS[truth.language]["at"]
    sheet.side = [
        Part("section", _LABELS[truth.language]["reach"]),
        *(Part("text", one.value) for one in truth.contacts),
        Part("section", head.skills),
        *(Part("text", skill) for skill in resume.skills),
        *_listed(head.languages, resume.languages),
    ]
    sheet.parts = [
        Part("name", resume.name),
        Part("text", f"{resume.headline} {at} {resume.jobs[0].employer}"),
        Part("text", resume.city),
        *_listed(head.summary, (resume.summary,), kind="text"),
        Part("section", head.experience),
    ]
    for job in resume.jobs:
        sheet.parts += [Part("strong", job.employer), Part("text", job.title)]
        sheet.parts += [Part("text", job.dates), *(Part("item", line) for line in job.done)]
    sheet.parts += _listed(head.education, resume.education)
    return sheet


def letter(truth: Truth) -> Sheet:
    """Contacts in the head of the page, the name in the middle of the first one, then the trade."""
    sheet = Sheet("letter", truth, with_patronymic=True)
    label, one = _LABELS[truth.language], truth.somebody
    sheet.header = tuple(f"{label[c.kind]} {c.value}" for c in truth.contacts)
    name = f"{one.first} {truth.patronymic} {one.last}" if truth.patronymic else one.name
    sheet.parts = [
        Part("text", one.city),
        Part("name", name),
        Part("strong", truth.resume.headline),
        *_story(truth),
    ]
    return sheet


UNSEEN_SHAPES: tuple[Callable[[Truth], Sheet], ...] = (
    questionnaire, contacts_last, one_line, network, letter,
)  # fmt: skip


def _story(truth: Truth) -> Iterator[Part]:
    resume, head = truth.resume, truth.resume.headings
    yield from _listed(head.summary, (resume.summary,), kind="text")
    yield Part("section", head.experience)
    for job in resume.jobs:
        yield Part("strong", f"{job.dates}  {job.employer}")
        yield Part("text", job.title)
        yield from (Part("item", line) for line in job.done)
    yield from _listed(head.education, resume.education)
    yield from _listed(head.skills, ("; ".join(resume.skills),), kind="text")
    yield from _listed(head.languages, (", ".join(resume.languages),), kind="text")


def _listed(heading: str, lines: tuple[str, ...], *, kind: str = "item") -> Iterator[Part]:
    yield Part("section", heading)
    yield from (Part("text" if kind == "text" else "item", line) for line in lines)
