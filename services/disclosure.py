"""The field rules: what of a row this viewer receives. Hidden first, revealed by rule.

Everything that leaves toward a customer passes here. For a customer from whom contacts are
hidden, the candidate's known contacts and whatever looks like a contact are cut out of every
text on its way; and where the switch says so, his surname is read as an initial and his photo is
not there.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from sqlalchemy import BigInteger, CompoundSelect, func, literal, select, union_all

from db.models import (
    Agency,
    Candidate,
    CandidateContact,
    ResumeOriginal,
    ResumeVersion,
    SparedContact,
    Vacancy,
)
from services.amounts import NO_SALARY, Salary
from services.contacts import Found, Place, find, redact
from services.contacts.detection import holds_known
from services.contacts.known import without_label
from services.contacts.rich import cut_places, places_in, with_initials
from services.contacts.rooms import found_in_place, redact_place
from services.contacts.spared import spared_key
from services.contacts.surname_forms import Person
from services.contacts.surnames import short_name, surnames, without_surnames
from services.contacts.words import Words
from services.listed import listed
from services.permissions import Permission, require
from services.viewer import Viewer
from services.work import Work

CUT = "\u2026"

# Up to so many keys are sent as parameters faster than as one list.
_FEW = 10

# A name in which no account can stand: letters, and what joins them in names.
_ONLY_A_NAME = re.compile(r"[^\W\d_]+(?:[ '’ʼ-]{1,2}[^\W\d_]+)*")
# The words of a place beside the addresses in it.
_BESIDE_ADDRESSES = re.compile(
    r"(?<!\S)(?:(?!\S*(?:://|\w\.\w{2,}/))\S+)(?:\s+(?!\S*(?:://|\w\.\w{2,}/))\S+)*(?!\S)"
)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The texts of some candidates as one viewer may read them.

    `known` maps a candidate to the contacts that must be cut; None where nothing is cut. `names`
    are his names, of which accounts are made, `spared` strings that staff have said to be none;
    `agency` its own contacts, which are cut from nobody. `initials` are those of whom the surname
    is read as an initial.
    """

    known: Mapping[int, tuple[str, ...]] | None
    names: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    spared: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    agency: tuple[str, ...] = ()
    initials: Mapping[int, Person] = field(default_factory=dict)

    def text(self, candidate_id: int, text: str) -> str:
        """A plain text about this candidate."""
        return self.with_initial(candidate_id, self.without_contacts(candidate_id, text))

    def without_contacts(self, candidate_id: int, text: str) -> str:
        """A plain text that may be of one who is not told the surname.

        A vocabulary's word, a note of his: shortened, it would tell him that he guessed right. Of
        what he wrote while he was told it `text` is given: there he guessed nothing.
        """
        if self.known is None or not text:
            return text
        return _in_text(text, *self._rules_of(candidate_id))[0]

    def with_initial(self, candidate_id: int, text: str) -> str:
        """A plain text with nothing but the surname shortened, where it is to be."""
        if not text or (person := self.initials.get(candidate_id)) is None:
            return text
        return _with_initial(text, person, self.spared.get(candidate_id, ()))

    def place(self, candidate_id: int, kind: str, place: str) -> str:
        """Where an interview of this kind takes place: what leads there stays."""
        if self.known is None or not place:
            return place
        known, names, spared = self._rules_of(candidate_id)
        left = redact_place(place, kind=kind, known=known, names=names, spared=spared, mark=CUT)
        # What leads there is an address of which no letter may be missing.
        return _BESIDE_ADDRESSES.sub(lambda said: self.with_initial(candidate_id, said[0]), left)

    def names_in(self, candidate_id: int, text: str) -> bool:
        """Whether the surname that is to be an initial stands in it, in an address for one."""
        person = self.initials.get(candidate_id)
        spared = self.spared.get(candidate_id, ())
        return person is not None and bool(surnames(unquote(text), person, spared))

    def html(self, candidate_id: int, html: str) -> str:
        """A structured text about this candidate."""
        if self.known is None or not html:
            return html
        return self.html_with_initial(
            candidate_id, _in_html(html, *self._rules_of(candidate_id))[0]
        )

    def html_with_initial(self, candidate_id: int, html: str) -> str:
        """A structured text with nothing but the surname shortened, where it is to be."""
        if not html or (person := self.initials.get(candidate_id)) is None:
            return html
        return _with_initials(html, person, self.spared.get(candidate_id, ()))

    def found(self, candidate_id: int, text: str) -> tuple[Found, ...]:
        """What is cut out of a plain text about this candidate."""
        return _in_text(text, *self._rules_of(candidate_id))[1] if text else ()

    def found_in_html(self, candidate_id: int, html: str) -> tuple[Place, ...]:
        """What is cut out of a structured text about this candidate."""
        return _in_html(html, *self._rules_of(candidate_id))[1] if html else ()

    def found_in_name(self, candidate: Candidate) -> tuple[Found, ...]:
        """What is cut out of the candidate's name."""
        return self._in_name(candidate.id, full_name(candidate))[1]

    def found_in_place(self, candidate_id: int, kind: str, place: str) -> tuple[Found, ...]:
        """What is cut out of the place of an interview of this kind."""
        known, names, spared = self._rules_of(candidate_id)
        return tuple(found_in_place(place, kind=kind, known=known, names=names, spared=spared))

    def holds_stored(self, candidate_id: int, text: str) -> bool:
        """Whether one of the contacts stored with this candidate stands in the text."""
        return holds_known(text, (self.known or {}).get(candidate_id, ()))

    def name(self, candidate: Candidate) -> str:
        """The candidate's name."""
        return self.named(candidate.id, Person(candidate.first_name, candidate.last_name))

    def named(self, candidate_id: int, person: Person) -> str:
        """The name of this candidate, who is called so."""
        return self._without_contacts_in_name(
            candidate_id, " ".join(self.called(candidate_id, person))
        )

    def first_and_last_name(self, candidate: Candidate) -> tuple[str, str]:
        """The name in its two parts; in one, where something had to be cut across both."""
        called = self.called(candidate.id, Person(candidate.first_name, candidate.last_name))
        first, last = (self._without_contacts_in_name(candidate.id, part) for part in called)
        whole = self.name(candidate)
        return (first, last) if f"{first} {last}".strip() == whole else (whole, "")

    def called(self, candidate_id: int, person: Person) -> Person:
        """The name with nothing but the surname shortened, where it is to be."""
        if candidate_id not in self.initials:
            return person
        first, last = short_name(person)
        return Person(self.with_initial(candidate_id, first), last)

    def _without_contacts_in_name(self, candidate_id: int, name: str) -> str:
        return name.strip() if self.known is None else self._in_name(candidate_id, name.strip())[0]

    def _in_name(self, candidate_id: int, name: str) -> tuple[str, tuple[Found, ...]]:
        """Nothing is an account of his for being his name: anna-maria is one."""
        known, names, spared = self._rules_of(candidate_id)
        known = tuple(contact for contact in known if not _is_only_named(contact, name))
        return _in_text(name, known, () if _ONLY_A_NAME.fullmatch(name) else names, spared)

    def _rules_of(self, candidate_id: int) -> tuple[tuple[str, ...], ...]:
        """His stored contacts, his names, and what is no contact of his."""
        of_all = (self.known or {}, self.names, self.spared)
        known, names, spared = (of_each.get(candidate_id, ()) for of_each in of_all)
        return known, names, (*spared, *self.agency)


def disclosure(work: Work, candidate_ids: Collection[int]) -> Disclosure:
    """The rules for this viewer and these candidates (who must be in his scope already)."""
    if not work.viewer.contacts_hidden:
        return Disclosure(None)
    if not candidate_ids:
        return Disclosure({})
    return _rules(work.as_redactor(_cut_by(candidate_ids)))


def as_hidden(work: Work, candidate_ids: Collection[int]) -> Disclosure:
    """For staff: the rules for whoever these candidates' contacts are hidden from.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    return _rules(work.rows(_cut_by(candidate_ids)) if candidate_ids else ())


def _rules(rows: Iterable[Any]) -> Disclosure:
    found: dict[str, dict[int, tuple[str, ...]]] = {
        "known": {}, "names": {}, "spared": {}, "agency": {}, "initial": {},
    }  # fmt: skip
    for candidate_id, what, value in sorted(map(tuple, rows)):  # alike, whatever comes first
        found[what][candidate_id] = (*found[what].get(candidate_id, ()), value)
    agency = {
        line for (lines,) in found.pop("agency").values() for line in lines.split("\n") if line
    }
    initials = {key: Person(*names[0].split("\n")) for key, names in found.pop("initial").items()}
    return Disclosure(**found, agency=tuple(sorted(agency)), initials=initials)


def _cut_by(candidate_ids: Collection[int]) -> CompoundSelect[int, str, str]:
    """What the texts of these candidates are cut by, in one question."""
    contact, spared, agency = CandidateContact, SparedContact, Agency
    whom = candidate_ids if len(candidate_ids) <= _FEW else listed(list(candidate_ids))
    name = Candidate.first_name + " " + Candidate.last_name
    names = Candidate.first_name + "\n" + Candidate.last_name
    by_default = select(Agency.without_surname).scalar_subquery()
    own = agency.phone + "\n" + agency.email + "\n" + agency.site + "\n" + agency.former_contacts
    return union_all(
        select(contact.candidate_id, literal("known"), contact.value).where(
            contact.candidate_id.in_(whom)
        ),
        select(Candidate.id, literal("names"), name).where(Candidate.id.in_(whom)),
        select(Candidate.id, literal("initial"), names).where(
            Candidate.id.in_(whom),
            func.coalesce(Candidate.without_surname, by_default),
        ),
        select(spared.candidate_id, literal("spared"), spared.text).where(
            spared.candidate_id.in_(whom)
        ),
        select(literal(0, type_=BigInteger), literal("agency"), own).select_from(agency),
    )


def tells_surname(work: Work, candidate_id: int) -> bool:
    """Whether the viewer is told the candidate's surname: what he writes of it is no guess."""
    hidden = work.viewer.contacts_hidden
    return not hidden or candidate_id not in disclosure(work, [candidate_id]).initials


def shows_photo(work: Work, candidate: Candidate) -> bool:
    """Whether the viewer sees the candidate's photo: his choice, else the agency's default."""
    if not candidate.photo or not work.viewer.contacts_hidden:
        return bool(candidate.photo)
    left_out = candidate.without_photo
    return not (work.only(Agency).without_photo if left_out is None else left_out)


@dataclass(frozen=True, slots=True)
class ResumeView:
    """A résumé as its viewer reads it.

    `kind` is "version" (made for customers), "original", "withheld" (contacts are hidden and
    there is no version), "unreadable" (a file without text) or "none".
    """

    kind: str
    html: str = ""
    version_id: int | None = None


def resume_for_customer(
    rules: Disclosure,
    candidate_id: int,
    version: ResumeVersion | None,
    original: ResumeOriginal | None,
    *,
    contacts_hidden: bool,
) -> ResumeView:
    """Decision 4: the version; else, contacts open: the original; contacts hidden: nothing."""
    if version is not None:
        return ResumeView("version", rules.html(candidate_id, version.html), version.id)
    if contacts_hidden:
        return ResumeView("withheld")
    if original is None:
        return ResumeView("none")
    return ResumeView("original" if original.readable else "unreadable", original.html)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a candidate's card only by rule: salary, age, the original file."""

    salary: Salary = NO_SALARY
    age: int | None = None
    original_open: bool = False


def beside_the_card(
    viewer: Viewer, vacancy: Vacancy | None, candidate: Candidate, today: date
) -> Beside:
    """Decision 12: for customers off by default, each by a switch of the vacancy he is shown in."""
    shows_salary = viewer.is_staff or (vacancy is not None and vacancy.shows_salary)
    shows_age = viewer.is_staff or (vacancy is not None and vacancy.shows_age)
    expected = candidate.salary_expected
    salary = (
        Salary(expected, expected, candidate.salary_currency)
        if shows_salary and expected is not None
        else NO_SALARY
    )
    age = _age(candidate.born_on, today) if shows_age else None
    return Beside(salary, age, original_open=gives_original(viewer, vacancy))


def gives_original(viewer: Viewer, vacancy: Vacancy | None) -> bool:
    """Whether the viewer may take original files along from this vacancy."""
    if viewer.is_staff:
        return True
    return vacancy is not None and vacancy.gives_originals and not viewer.contacts_hidden


def _age(born_on: date | None, today: date) -> int | None:
    """Whole years; None where the birthday is not known."""
    if born_on is None:
        return None
    had_it = (today.month, today.day) >= (born_on.month, born_on.day)
    return today.year - born_on.year - (0 if had_it else 1)


def full_name(candidate: Candidate) -> str:
    """First and last name as they are written."""
    return f"{candidate.first_name} {candidate.last_name}".strip()


def _is_only_named(contact: str, name: str) -> bool:
    """Whether the contact tells no more than words of the name: "Facebook: Anna Kovalenko".

    A single word may be an account of his, and is cut.
    """
    told = spared_key(without_label(contact))
    only = " " in told and _ONLY_A_NAME.fullmatch(told) is not None
    return only and f" {told} " in f" {spared_key(name)} "


@lru_cache(maxsize=4096)
def _with_initial(text: str, person: Person, spared: tuple[str, ...]) -> str:
    return without_surnames(text, surnames(text, person, spared))


# Cutting is a pure function of its input and costs milliseconds for a résumé; what is kept
# here is found only by the same text and the same contacts. A customer's search cuts some ten
# short texts of each of his candidates.
@lru_cache(maxsize=4096)
def _in_text(
    text: str, known: tuple[str, ...], names: tuple[str, ...], spared: tuple[str, ...]
) -> tuple[str, tuple[Found, ...]]:
    """The text as it is read, and what was cut out of it."""
    found = tuple(find(text, known=known, names=names, spared=spared))
    if not found:
        return text, ()
    return redact(text, known=known, names=names, spared=spared, mark=CUT), found


@lru_cache(maxsize=1024)
def _in_html(
    html: str, known: tuple[str, ...], names: tuple[str, ...], spared: tuple[str, ...]
) -> tuple[str, tuple[Place, ...]]:
    """The document as it is read, and what was cut out of it."""
    words = Words.of(html)
    places = places_in(words, known=known, names=names, spared=spared, mark=CUT)
    return cut_places(words, places, CUT), tuple(places)


@lru_cache(maxsize=1024)
def _with_initials(html: str, person: Person, spared: tuple[str, ...]) -> str:
    return with_initials(html, person, spared)
