"""Everything that one résumé says, for a layout to set into a text."""

import random
from dataclasses import dataclass, field

from benchmarks.contacts.written.harmless import harmless
from benchmarks.contacts.written.items import Item, some_items
from benchmarks.contacts.written.labels import city, headings, label
from benchmarks.contacts.written.people import Person, somebody
from benchmarks.contacts.written.phrases import phrases
from benchmarks.contacts.written.sentences import elsewhere, said
from benchmarks.contacts.written.trades import Trade, some_trade

THIS_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Job:
    """Where somebody worked, from when, and at what."""

    period: str
    employer: str
    city: str
    tasks: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """One résumé before it is laid out."""

    chance: random.Random
    language: str
    held: bool
    person: Person
    trade: Trade
    jobs: list[Job]
    items: list[Item]
    said: list[Item]  # those of the items that stand in sentences
    harmless: list[str]
    head: dict[str, str] = field(default_factory=dict)
    phrase: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Given name and family name."""
        return f"{self.person.given} {self.person.family}"

    @property
    def title(self) -> str:
        """What this person is by trade."""
        return self.trade.title[self.person.woman]

    @property
    def age(self) -> int:
        """In the year in which all of them are written."""
        return THIS_YEAR - self.person.born

    def listed(self) -> list[tuple[str, str]]:
        """The contacts that stand in lists, each with the word before it."""
        shown = [item for item in self.items if item not in self.said]
        return [(self.label(item), item.text) for item in shown]

    def label(self, item: Item) -> str:
        """The word before this contact."""
        service = "phone" if item.service == "referee" else item.service
        return label(self.chance, self.language, service, held=self.held)

    def sentences(self) -> list[str]:
        """The contacts that stand in sentences."""
        lines: list[str] = []
        used: set[str] = set()
        for item in self.said:
            if item.service == "referee":
                lines.append(self.phrase["referee"].format(x=item.text))
                continue
            form, name = said(
                self.chance, self.language, item.service, item.kind, used, held=self.held
            )
            used.add(form.removesuffix(" ({s})"))
            line = form.format(x=item.text, s=name)
            if item.service == "telegram" and item.kind == "handle" and self.chance.random() < 0.25:
                end = " " if line.endswith(".") else ", "
                line += end + elsewhere(self.language, held=self.held)
            lines.append(line)
        return lines

    def say(self, key: str) -> str:
        """A set phrase about this person."""
        sexes = self.phrase["sexes"].split("/")
        return self.phrase[key].format(
            name=self.name, title=self.title, age=self.age, sex=sexes[self.person.woman],
            years=max(1, self.age - 24), n=self.chance.randint(10_000, 99_999),
        )  # fmt: skip


def some_sheet(
    chance: random.Random, language: str, *, held: bool, hand: int, contacts: bool, hidden: bool
) -> Sheet:
    """Somebody's résumé; `hidden`: every contact in it is disguised as the author `hand` does."""
    trade = some_trade(chance, language, held=held)
    person = somebody(chance, language, trade.since - chance.randint(17, 20), held=held)
    texts = phrases(language)
    jobs = _jobs(chance, language, trade, texts["now"], held=held)
    items = (
        some_items(
            chance, person, language, held=held, hidden=hidden, hand=hand, technical=trade.technical
        )
        if contacts
        else []
    )
    spoken = [item for item in items if item.service == "referee" or chance.random() < 0.4]
    count = chance.randint(1, 3) if contacts else chance.randint(4, 7)
    traps = harmless(chance, language, count, technical=trade.technical, held=held)
    return Sheet(
        chance, language, held, person, trade, jobs, items, spoken, traps, headings(language), texts
    )


def _jobs(chance: random.Random, language: str, trade: Trade, now: str, *, held: bool) -> list[Job]:
    tasks = list(trade.tasks)
    chance.shuffle(tasks)
    employers = chance.sample(trade.employers, 2)
    year = chance.randint(2018, 2021) if trade.since < 2016 else 2023
    early = max(trade.since, year - chance.randint(2, 6))
    periods = {
        False: (f"{year}–{now}", f"{early}–{year}"),
        True: (f"0{chance.randint(1, 9)}.{year} – {now}", f"{early} - {year}"),
    }[held]
    half = max(1, len(tasks) // 2)
    return [
        Job(periods[0], employers[0], city(chance, language, held=held), tuple(tasks[:half])),
        Job(periods[1], employers[1], city(chance, language, held=held), tuple(tasks[half:])),
    ]
