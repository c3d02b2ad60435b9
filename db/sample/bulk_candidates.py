"""The bulk's candidates: names, contacts, words of the vocabulary, résumés."""

from sqlalchemy import Connection, String, case, cast, func, literal, select

from db.likeness import EMAIL, NAME, PHONE
from db.models import (
    Candidate,
    CandidateContact,
    CandidateTerm,
    Likeness,
    ResumeOriginal,
    ResumeVersion,
    Term,
)
from db.sample.bulk_people import recruiter_key
from db.sample.bulk_texts import Texts
from db.sample.bulk_words import Plan, insert_from, instant_at, key_at, pick, series

_TERMS = 4
_SHA256 = 64
_STORED_AS = 40
_WITH_VERSION = 6
_OF = 10


def _candidates(connection: Connection, plan: Plan, texts: Texts) -> None:
    rows, number = series(plan.candidates)
    rows, first, first_folded = texts.one_of(rows, "first", number)
    rows, last, last_folded = texts.one_of(rows, "last", number, salt=3)
    rows, headline, _ = texts.one_of(rows, "headline", number, salt=5)
    rows, city, _ = texts.one_of(rows, "city", number, salt=7)
    insert_from(
        connection,
        Candidate,
        rows,
        {
            "id": plan.candidate_key(number),
            "first_name": first,
            "last_name": last,
            "folded_name": last_folded + " " + first_folded + " " + last_folded,
            "headline": headline,
            "city": city,
            "created_at": instant_at(plan.began, number, plan.seconds),
            "created_by_id": literal(recruiter_key(plan, 0)),
            "version": literal(1),
        },
    )


def _contacts(connection: Connection, plan: Plan, _texts: Texts) -> None:
    rows, number = series(plan.candidates)
    digits = cast(number, String)
    values = (
        ("phone", literal("+380 67 555 ") + func.lpad(digits, 6, "0")),
        ("email", literal("candidate") + digits + "@mail.example"),
    )
    for position, (kind, value) in enumerate(values):
        insert_from(
            connection,
            CandidateContact,
            rows,
            {
                "id": key_at(plan.began, number, plan.seconds, nth=position),
                "candidate_id": plan.candidate_key(number),
                "kind": literal(kind),
                "value": value,
                "position": literal(position),
            },
        )


def _likenesses(connection: Connection, plan: Plan, texts: Texts) -> None:
    """As db/likeness.py makes them: a name's parts in order, of a phone the last nine digits."""
    rows, number = series(plan.candidates)
    digits = cast(number, String)
    rows, first = texts.sounds(rows, "first", number)
    rows, last = texts.sounds(rows, "last", number, salt=3)
    half, other = func.split_part(last, " ", 1), func.split_part(last, " ", 2)
    name = case(
        (first < half, first + " " + last),
        ((other == "") | (first >= other), last + " " + first),
        else_=half + " " + first + " " + other,
    )
    values = (
        (NAME, name),
        (PHONE, literal("555") + func.lpad(digits, 6, "0")),
        (EMAIL, literal("candidate") + digits + "@mail.example"),
    )
    for nth, (kind, likeness) in enumerate(values):
        insert_from(
            connection,
            Likeness,
            rows,
            {
                "id": key_at(plan.began, number, plan.seconds, nth=nth),
                "candidate_id": plan.candidate_key(number),
                "kind": literal(kind),
                "likeness": likeness,
            },
        )


def _terms(connection: Connection, plan: Plan, texts: Texts) -> None:
    for offset, kind in enumerate(("skill", "category")):
        rows, place, words = texts.listed(kind)
        insert_from(
            connection,
            Term,
            rows,
            {
                "id": key_at(plan.began, place, 1, nth=offset),
                "kind": literal(kind),
                "name": words,
                "folded_name": func.lower(words),
            },
        )
    rows, number = series(plan.candidates)
    skills = texts.counts["skill"]
    choices = [
        (place, key_at(plan.began, (pick(number, skills) + place * 37) % skills, 1))
        for place in range(_TERMS - 1)
    ]
    categories = pick(number, texts.counts["category"])
    choices.append((_TERMS - 1, key_at(plan.began, categories, 1, nth=1)))
    for nth, term in choices:
        insert_from(
            connection,
            CandidateTerm,
            rows,
            {
                "id": key_at(plan.began, number, plan.seconds, nth=nth),
                "candidate_id": plan.candidate_key(number),
                "term_id": term,
            },
        )


def _resumes(connection: Connection, plan: Plan, texts: Texts) -> None:
    """An original for everybody, a version for customers for six of ten."""
    rows, number = series(plan.candidates)
    mixed, summary, _ = texts.one_of(rows, "summary", number)
    mixed, experience, _ = texts.one_of(mixed, "experience", number, salt=11)
    mixed, rest, _ = texts.one_of(mixed, "rest", number, salt=17)
    digits = cast(number, String)
    html = summary + experience + rest
    contacts = literal("<p>+380 67 555 ") + func.lpad(digits, 6, "0") + literal("</p>")
    digest = func.md5(digits, type_=String) + func.md5(literal("original ") + digits, type_=String)
    received = instant_at(plan.began, number, plan.seconds, later=60)
    insert_from(
        connection,
        ResumeOriginal,
        mixed,
        {
            "id": plan.candidate_key(number),
            "candidate_id": plan.candidate_key(number),
            "file_name": literal("resume ") + digits + ".txt",
            "media_type": literal("text/plain"),
            "size": func.length(html),
            "sha256": func.substr(digest, 1, _SHA256),
            "stored_as": func.substr(digest, 1, _STORED_AS),
            "readable": literal(value=True),
            "html": contacts + html,
            "received_at": received,
            "received_by_id": literal(recruiter_key(plan, 0)),
        },
    )
    insert_from(
        connection,
        ResumeVersion,
        select().select_from(mixed).where(pick(number, _OF) < _WITH_VERSION),
        {
            "id": plan.candidate_key(number),
            "candidate_id": plan.candidate_key(number),
            "html": html,
            "salt": literal(""),
            "digest": literal(""),
            "saved_at": instant_at(plan.began, number, plan.seconds, later=3600),
            "saved_by_id": literal(recruiter_key(plan, 0)),
        },
    )


WRITERS = (_candidates, _contacts, _likenesses, _terms, _resumes)
