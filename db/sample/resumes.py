"""Résumés: composed from the hand-written texts in `resumes/`, no two alike."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from db.sample.chronicle import Chronicle
from db.sample.professions import STUDIED_AT, WORKS_FOR
from db.sample.resume_words import MONTHS, PRESENT, Headings, headings, in_years
from db.sample.somebody import Somebody
from db.sample.wording import sections

_SHORT_CAREER, _LONG_CAREER, _SENIOR_FROM = 5, 10, 8
_STILL_THERE, _IN_WORDS, _SAYS_MORE = 0.85, 0.5, 0.75


@dataclass(frozen=True, slots=True)
class Job:
    """One place of work."""

    title: str
    employer: str
    dates: str
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resume:
    """A résumé before it is laid out. `contacts` is empty in a version for customers."""

    name: str
    headline: str
    city: str
    contacts: tuple[str, ...]
    summary: str
    jobs: tuple[Job, ...]
    education: tuple[str, ...]
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    more: tuple[str, ...]
    headings: Headings


def compose(chronicle: Chronicle, somebody: Somebody, contacts: Iterable[str]) -> Resume:
    """Write somebody's résumé."""
    return _Author(chronicle, somebody).resume(tuple(contacts))


def for_customers(resume: Resume, *, shortened: bool) -> Resume:
    """The résumé as a recruiter prepares it: without contacts, perhaps without the first job."""
    jobs = resume.jobs[:-1] if shortened and len(resume.jobs) > _FEWEST_JOBS else resume.jobs
    return replace(resume, contacts=(), jobs=jobs)


_FEWEST_JOBS = 2


def as_html(resume: Resume) -> str:
    """The résumé as structured HTML, in the markup that is kept in résumés."""
    return "".join(_blocks(resume))


def _blocks(resume: Resume) -> Iterator[str]:
    head = resume.headings
    yield f"<h2>{_text(resume.name)}</h2>"
    yield f"<p>{_text(resume.headline)} · {_text(resume.city)}</p>"
    if resume.contacts:
        yield f"<p>{'<br>'.join(_text(line) for line in resume.contacts)}</p>"
    yield f"<h3>{head.summary}</h3><p>{_text(resume.summary)}</p>"
    yield f"<h3>{head.experience}</h3>"
    for job in resume.jobs:
        yield f"<p><strong>{_text(job.title)}</strong><br>{_text(job.employer)}<br>{job.dates}</p>"
        yield _list(job.done)
    yield f"<h3>{head.education}</h3>{_list(resume.education)}"
    yield f"<h3>{head.skills}</h3><p>{_text(', '.join(resume.skills))}</p>"
    yield f"<h3>{head.languages}</h3>{_list(resume.languages)}"
    if resume.more:
        yield f"<h3>{head.more}</h3>{_list(resume.more)}"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in lines)}</ul>"


def _text(words: str) -> str:
    return html.escape(words, quote=False)


class _Author:
    """Writes one person's résumé."""

    def __init__(self, chronicle: Chronicle, somebody: Somebody) -> None:
        self._chronicle = chronicle
        self._somebody = somebody
        self._pool = sections(f"resumes/{somebody.profession}.{somebody.language}.md")
        self._places = sections(f"resumes/places.{somebody.language}.md")
        self._written: set[str] = set()
        now = chronicle.calendar.now
        self._this_month = now.year * 12 + now.month - 1

    def resume(self, contacts: tuple[str, ...]) -> Resume:
        """The whole of it."""
        years = in_years(self._somebody.years, self._somebody.language)
        summary = (self._say("opening", years=years), self._say("strength"), self._say("wish"))
        jobs = tuple(self._jobs())
        return Resume(
            name=self._somebody.name,
            headline=f"{jobs[0].title}, {self._field()}",
            city=self._somebody.city,
            contacts=contacts,
            summary=" ".join(summary),
            jobs=jobs,
            education=tuple(self._education()),
            skills=self._skills(),
            languages=tuple(self._languages()),
            more=tuple(self._more()),
            headings=headings(self._chronicle, self._somebody.language),
        )

    def _say(self, section: str, **values: str) -> str:
        return self._write(self._pool[section], **values)

    def _write(self, texts: tuple[str, ...], **values: str) -> str:
        sentence, text = self._chronicle.wording.fresh(
            texts,
            language=self._somebody.language,
            gender=self._somebody.gender,
            without=self._written,
            **values,
        )
        self._written.add(text)
        return sentence

    def _field(self) -> str:
        """What one is known for, as it stands behind the title."""
        _, text = self._chronicle.wording.fresh(
            self._pool["field"], language=self._somebody.language, gender=self._somebody.gender
        )
        return text

    def _jobs(self) -> Iterator[Job]:
        """Places of work, the latest first."""
        titles = self._titles()
        ends = self._ends(len(titles))
        in_words = self._chronicle.chance(_IN_WORDS)
        lately = ends[-1] == self._this_month
        for number in range(len(titles) - 1, -1, -1):
            last = number == len(titles) - 1
            until = (
                PRESENT[self._somebody.language]
                if last and lately
                else self._month(ends[number + 1], in_words=in_words)
            )
            since = self._month(ends[number] + (1 if number else 0), in_words=in_words)
            yield Job(
                title=titles[number],
                employer=self._employer(),
                dates=f"{since} – {until}",
                done=tuple(self._done(number, len(titles))),
            )

    def _titles(self) -> list[str]:
        steps = self._pool["steps"]
        years = self._somebody.years
        if years <= _SHORT_CAREER:
            chosen = steps[1:3] if years == _SHORT_CAREER else steps[:2]
        elif years < _LONG_CAREER:
            chosen = steps[1:] if years >= _SENIOR_FROM else steps[:3]
        else:
            chosen = steps
        return [
            self._chronicle.wording.sentence(
                step, language=self._somebody.language, gender=self._somebody.gender
            )
            for step in chosen
        ]

    def _ends(self, jobs: int) -> list[int]:
        """Months (counted from year 0) between which the jobs lie, the earliest first."""
        until = self._this_month
        if not self._chronicle.chance(_STILL_THERE):
            until -= round(self._chronicle.between(1, 4))
        months = self._somebody.years * 12 + round(self._chronicle.between(-3, 5))
        weights = [self._chronicle.between(0.8, 1.5) for _ in range(jobs)]
        marks = [until - months]
        for number in range(jobs):
            marks.append(marks[-1] + round(months * weights[number] / sum(weights)))
        marks[-1] = until
        return marks

    def _month(self, month: int, *, in_words: bool) -> str:
        year, index = divmod(month, 12)
        if in_words:
            return f"{MONTHS[self._somebody.language][index]} {year}"
        return f"{index + 1:02}.{year}"

    def _employer(self) -> str:
        lists = WORKS_FOR[self._somebody.profession]
        places = [place for kind in lists for place in self._places[kind]]
        free = [place for place in places if place not in self._written]
        place = self._chronicle.one_of(free)
        self._written.add(place)
        name, about, city = (part.strip() for part in place.split("|"))
        return f"{name}, {about}, {city}"

    def _done(self, number: int, jobs: int) -> Iterator[str]:
        """What was done there: small things at the beginning of a career, larger ones later."""
        plan: tuple[str, ...]
        if number == 0:
            plan = ("early", "early") if jobs > _FEWEST_JOBS else ("early", "early", "early")
        elif number == jobs - 1:
            plan = ("later",) * (4 if self._chronicle.chance(0.6) else 3)
        elif number == 1 and jobs > _FEWEST_JOBS + 1:
            plan = ("early", "later")
        else:
            plan = ("later",) * 3
        for section in plan:
            yield self._say(section)

    def _education(self) -> Iterator[str]:
        year = self._this_month // 12 - self._somebody.years + self._chronicle.one_of((-1, 0, 0, 1))
        degree = self._write(self._pool["education"])
        yield f"{self._chronicle.one_of(self._universities())}. {degree}, {year}"

    def _universities(self) -> list[str]:
        """Those that fit: the profession in Ukraine, the city elsewhere, the mother tongue."""
        somebody = self._somebody
        fitting = {
            "uk": STUDIED_AT[somebody.profession],
            "ru": (somebody.city,),
            "en": (somebody.native,),
        }[somebody.language]
        listed = [line.split("|") for line in self._places["universities"]]
        return [
            name.strip()
            for name, kinds in listed
            if any(kind in fitting for kind in map(str.strip, kinds.split(",")))
        ]

    def _skills(self) -> tuple[str, ...]:
        listed = self._pool["skills"]
        number = min(len(listed), 6 + round(self._chronicle.between(0, 3)))
        chosen = set(self._chronicle.rng.sample(range(len(listed)), number))
        return tuple(skill for index, skill in enumerate(listed) if index in chosen)

    def _languages(self) -> Iterator[str]:
        first, second, *others = self._places["languages"]
        native = self._somebody.native
        lines = {
            "uk": [first, second],
            "ru": [f"{native} – родной" if native else first, second],
            "en": [f"{native} – native", first] if native else ["English – native"],
        }[self._somebody.language]
        if native and self._somebody.language == "ru":
            lines.insert(1, "Русский – свободно")
        fitting = [line for line in others if line.split(" – ")[0] != native]
        if self._chronicle.chance(_SAYS_MORE) and self._somebody.language != "ru":
            lines.append(self._chronicle.one_of((*fitting[:2], *fitting)))
        for line in lines:
            yield self._chronicle.wording.sentence(
                line, language=self._somebody.language, gender=self._somebody.gender
            )

    def _more(self) -> Iterator[str]:
        if self._chronicle.chance(_SAYS_MORE):
            yield self._say("extra")
