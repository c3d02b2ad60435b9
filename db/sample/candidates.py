"""The candidates as rows: how they are reached, what the vocabulary says of them."""

from dataclasses import dataclass

from db.likeness import NAME, contact_keys, name_key
from db.models import Candidate, CandidateContact, CandidateTerm, Likeness, Term
from db.sample.chronicle import Chronicle
from db.sample.folding import folded, folded_person
from db.sample.latin import latin
from db.sample.professions import CATEGORIES, HAS_PORTFOLIO, LEADERS
from db.sample.resumes import Resume
from db.sample.somebody import Somebody

_FROM_ABROAD = {"Warsaw", "Kraków", "Poznań", "Wrocław", "Brno", "London", "Lisbon", "Vilnius"}
_KAZAKH = {"Алматы", "Астана"}
_MAILBOXES = ("mail.example", "post.example", "inbox.example", "example.com")
_SOURCES = ("LinkedIn", "Work.ua", "hh.ru", "", "DOU", "Referral")
_MOST_SKILLS = 6
_LEADS_FROM = 10
_HAS_TELEGRAM, _HAS_PORTFOLIO = 0.6, 0.35


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach somebody."""

    kind: str
    value: str


def contacts_of(chronicle: Chronicle, somebody: Somebody, number: int) -> tuple[Contact, ...]:
    """Phone, e-mail, often Telegram, sometimes a portfolio; all from reserved ranges."""
    first, last = latin(somebody.first, somebody.language), latin(somebody.last, somebody.language)
    mailbox = chronicle.one_of(_MAILBOXES)
    address = chronicle.one_of((f"{first}.{last}", f"{first[0]}.{last}", f"{last}.{first[:2]}"))
    found = [Contact("phone", _phone(somebody, number)), Contact("email", f"{address}@{mailbox}")]
    if chronicle.chance(_HAS_TELEGRAM):
        # Never a name as it stands in the résumé: a known account is cut out wherever it is found.
        found.append(Contact("telegram", f"@{first[:2]}{last[:4]}_{10 + number}"))
    if somebody.profession in HAS_PORTFOLIO and chronicle.chance(_HAS_PORTFOLIO):
        found.append(Contact("link", f"https://portfolio.example/{first[0]}{last[:5]}{number}"))
    return tuple(found)


def write_down(
    chronicle: Chronicle,
    somebody: Somebody,
    resume: Resume,
    contacts: tuple[Contact, ...],
    *,
    days_ago: float,
    recruiter_id: int,
) -> int:
    """Write the candidate and the contacts; returns the candidate's key."""
    at = chronicle.at(days_ago)
    candidate = chronicle.add(
        Candidate(
            id=chronicle.key(at),
            first_name=somebody.first,
            last_name=somebody.last,
            folded_name=folded_person(somebody.first, somebody.last),
            headline=resume.headline,
            city=somebody.city,
            source=_SOURCES[len(somebody.last) % len(_SOURCES)],
            letter_language=somebody.language,
            created_at=at,
            created_by_id=recruiter_id,
        ),
    )
    for position, contact in enumerate(contacts):
        chronicle.add(
            CandidateContact(
                id=chronicle.key(at),
                candidate_id=candidate.id,
                kind=contact.kind,
                value=contact.value,
                position=position,
            ),
        )
    keys = {key for one in contacts for key in contact_keys(one.kind, one.value)}
    for kind, likeness in sorted({(NAME, name_key(somebody.first, somebody.last)), *keys}):
        chronicle.add(
            Likeness(id=chronicle.key(at), candidate_id=candidate.id, kind=kind, likeness=likeness),
        )
    chronicle.audit(at, recruiter_id, "add", "candidate", candidate.id)
    return candidate.id


class Vocabulary:
    """The agency's words, written down when they are first used."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._terms: dict[tuple[str, str], int] = {}

    def describe(
        self, candidate_id: int, somebody: Somebody, resume: Resume, *, days_ago: float
    ) -> None:
        """Give a candidate the skills of the résumé and the category of the profession."""
        at = self._chronicle.at(days_ago)
        categories = [*CATEGORIES[somebody.profession]]
        if somebody.years >= _LEADS_FROM:
            categories.append(LEADERS)
        words = [("skill", skill) for skill in resume.skills[:_MOST_SKILLS]]
        for kind, name in [*words, *(("category", category) for category in categories)]:
            self._chronicle.add(
                CandidateTerm(
                    id=self._chronicle.key(at),
                    candidate_id=candidate_id,
                    term_id=self._term(kind, name),
                ),
            )

    def _term(self, kind: str, name: str) -> int:
        found = self._terms.get((kind, folded(name)))
        if found is None:
            made = self._chronicle.at(61)
            term = Term(
                id=self._chronicle.key(made), kind=kind, name=name, folded_name=folded(name)
            )
            found = self._terms[kind, folded(name)] = self._chronicle.add(term).id
        return found


def _phone(somebody: Somebody, number: int) -> str:
    if somebody.city in _KAZAKH:
        return f"+7 701 555 01 {number:02}"
    if somebody.city in _FROM_ABROAD:
        return f"+44 7700 900{100 + number}"
    if somebody.city == "Berlin":
        return f"+49 171 39200{number:02}"
    operator = (67, 50, 63)[number % 3]
    return f"+380 {operator} 555 {10 + number} {(number * 37) % 90 + 10}"
