"""The labelled set of contacts in benchmarks/contacts/written: exact, reproducible, all promised."""

import json
from collections import Counter

import pytest

from benchmarks.contacts.written.make import AUTHORS, LANGUAGES, content, file_of
from benchmarks.contacts.written.marks import KINDS

FIELDS = {"id", "language", "author", "disguised", "text", "contacts"}


def documents(*languages):
    for language in languages or LANGUAGES:
        for line in file_of(language).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_what_its_generator_writes(language):
    assert file_of(language).read_bytes().decode() == content(language)


def test_every_contact_stands_where_its_label_says():
    for document in documents():
        assert set(document) == FIELDS
        before = 0
        for contact in document["contacts"]:
            start, end = contact["start"], contact["end"]
            said = document["text"][start:end]
            assert contact["kind"] in KINDS
            assert before <= start < end <= len(document["text"]), document["id"]
            assert said == said.strip(), document["id"]
            before = end
        assert not any("\ue000" <= sign <= "\uf8ff" for sign in document["text"]), document["id"]


def test_a_third_is_clean_a_third_disguised_and_a_third_without_contacts():
    for language in LANGUAGES:
        sorts = Counter((bool(one["contacts"]), one["disguised"]) for one in documents(language))
        third = sum(sorts.values()) // 3
        assert sorts == {(True, False): third, (True, True): third, (False, False): third}
        assert third >= (56 if language in {"en", "uk", "ru"} else 7)


def test_there_is_enough_of_every_kind_clean_and_disguised_in_both_parts():
    found = Counter(
        (one["language"], one["disguised"], one["author"].endswith("-held"), contact["kind"])
        for one in documents("en", "uk", "ru")
        for contact in one["contacts"]
    )
    few = {
        key: found[key]
        for language in ("en", "uk", "ru")
        for disguised in (False, True)
        for held in (False, True)
        for kind in KINDS
        if found[key := (language, disguised, held, kind)] < 5
    }
    assert not few
    assert {kind for (*_, kind) in found} == set(KINDS)


def test_half_of_the_authors_are_held_out():
    authors = {one["author"] for one in documents()}
    assert authors == set(AUTHORS)
    assert 2 * sum(author.endswith("-held") for author in authors) == len(authors)
    assert len({one["id"] for one in documents()}) == sum(1 for _ in documents()) >= 600
