"""Candidates: the form, search, résumés after decision 4, two people saving at once."""

from dataclasses import replace

import pytest

from db.models import Candidate, CandidateContact, ResumeOriginal, Term, Vacancy
from services.candidates.forms import CandidateForm, ContactForm, add, edit
from services.candidates.intake import take_in
from services.candidates.listing import candidates
from services.candidates.resumes import (
    ReceivedFile,
    download_original,
    receive,
    resumes_of,
    save_version,
    versions,
)
from services.candidates.views import candidate
from services.candidates.vocabulary import terms_of, vocabulary
from services.documents import ReadDocument
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from tests.factories import alter, stored, the
from tests.people import text_file

FORM = CandidateForm(
    first_name=" Ada\u200b ",
    last_name="Лавлейс",
    headline="Analyst",
    city="London",
    contacts=(
        ContactForm("phone", "+44 20 7946 0000"),
        ContactForm("email", "Ada@mail.example"),
        ContactForm("phone", " "),
        ContactForm("phone", "+44 20 7946 0000"),
    ),
    skills=("python", "Чисельні методи", "PYTHON", " "),
    categories=("Engineering",),
)


def saved(house, people, candidate_id, **changes):
    """Save the candidate's page as it stands, with these fields changed."""
    now = house.ask(people.recruiter, candidate, candidate_id=candidate_id)
    form = CandidateForm(
        now.first_name,
        now.last_name,
        now.headline,
        now.city,
        tuple(ContactForm(one.kind, one.value) for one in now.contacts),
        now.terms.skills,
        now.terms.categories,
    )
    extra = {name: changes.pop(name) for name in ("resume_html", "file") if name in changes}
    version = changes.pop("version", now.version)
    house.do(
        people.recruiter,
        edit,
        candidate_id=candidate_id,
        form=replace(form, **changes),
        version=version,
        **extra,
    )


def test_added_he_is_as_the_form_said(house, people):
    candidate_id = house.do(people.recruiter, add, form=FORM)
    found = house.ask(people.recruiter, candidate, candidate_id=candidate_id)
    assert (found.name, found.headline, found.city) == ("Ada Лавлейс", "Analyst", "London")
    assert [(one.kind, one.value) for one in found.contacts] == [
        ("phone", "+44 20 7946 0000"),
        ("email", "Ada@mail.example"),
    ]
    assert set(found.terms.skills) == {"Python", "Чисельні методи"}  # one word of the vocabulary
    assert found.terms.categories == ("Engineering",)
    assert (found.resume.kind, found.original) == ("none", None)
    assert len(stored(house, Term, kind="skill")) == 3


def test_taken_in_onto_a_vacancy_in_one_act_or_not_at_all(house, people):
    candidate_id = house.do(
        people.recruiter, take_in, form=FORM, vacancy_id=people.acme_vacancy,
        file=text_file("ada.txt", "Ada"),
    )  # fmt: skip
    found = house.ask(people.recruiter, candidates, search="ada").rows[0]
    assert (found.id, found.latest.vacancy, found.latest.stage.key) == (
        candidate_id,
        "Backend Lead",
        "longlist",
    )
    assert house.ask(people.iryna, candidates, search="ada").rows == ()
    with pytest.raises(NotFound):
        house.do(people.recruiter, take_in, form=replace(FORM, first_name="Nobody"), vacancy_id=1)
    assert house.ask(people.recruiter, candidates, search="nobody").rows == ()


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"first_name": ""}, {"first_name": "required"}),
        ({"first_name": "\u200b"}, {"first_name": "required"}),
        ({"last_name": "x" * 201}, {"last_name": "too_long"}),
        ({"contacts": (ContactForm("fax", "1"),)}, {"contacts": "unknown"}),
        ({"contacts": (ContactForm("email", "ada"),)}, {"contacts": "not_an_email"}),
        ({"contacts": (ContactForm("phone", "call me"),)}, {"contacts": "not_a_phone"}),
        ({"contacts": (ContactForm("link", "x" * 201),)}, {"contacts": "too_long"}),
        ({"contacts": (ContactForm("phone", "+44 20 7946 0000"),) * 21}, {"contacts": "too_many"}),
        ({"skills": ("x" * 81,)}, {"skills": "too_long"}),
        ({"categories": ("x",) * 61}, {"categories": "too_many"}),
        (
            {"first_name": "", "skills": ("x" * 81,)},
            {"first_name": "required", "skills": "too_long"},
        ),
    ],
)
def test_every_field_that_is_not_accepted_is_named(house, people, changes, problems):
    before = house.ask(people.recruiter, candidate, candidate_id=people.maryana)
    for act, named in (
        (add, {}),
        (edit, {"candidate_id": people.maryana, "version": before.version}),
    ):
        with pytest.raises(Invalid) as refused:
            house.do(people.recruiter, act, form=replace(FORM, **changes), **named)
        assert refused.value.problems == problems
    assert house.ask(people.recruiter, candidate, candidate_id=people.maryana) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": "Changed"},
        {"contacts": ()},
        {"skills": ("Rust",)},
        {"resume_html": "<p>Changed</p>"},
        {"file": text_file("new.txt", "New")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_two_who_save_at_once_neither_is_overwritten_silently(house, people, changes):
    """Whatever the first one changed: a field, only a list beside it, or only the résumé."""
    version = house.ask(people.recruiter, candidate, candidate_id=people.maryana).version
    saved(house, people, people.maryana, **changes)
    with pytest.raises(Conflict):
        saved(house, people, people.maryana, version=version, city="Second")
    assert house.ask(people.recruiter, candidate, candidate_id=people.maryana).city == "Kyiv"
    saved(house, people, people.maryana, city="Third")
    after = house.ask(people.recruiter, candidate, candidate_id=people.maryana)
    assert (after.city, after.version) == ("Third", version + 2)


def test_contacts_and_words_are_replaced_as_they_stand_in_the_form(house, people):
    saved(
        house,
        people,
        people.yurii,
        contacts=(ContactForm("telegram", "@yurii"), ContactForm("email", "y@mail.example")),
        skills=("Rust", "python"),
    )
    found = house.ask(people.recruiter, candidate, candidate_id=people.yurii)
    assert [(one.kind, one.value) for one in found.contacts] == [
        ("telegram", "@yurii"),
        ("email", "y@mail.example"),
    ]
    assert set(found.terms.skills) == {"Python", "Rust"}
    assert len(stored(house, CandidateContact, candidate_id=people.yurii)) == 2
    others = house.ask(people.recruiter, candidate, candidate_id=people.maryana)
    assert set(others.terms.skills) == {"Python", "PostgreSQL"}


def test_found_by_name_in_either_order_and_any_spelling_within_ones_own(house, people):
    def found(viewer, search):
        page = house.ask(viewer, candidates, search=search)
        assert page.found == len(page.rows)
        return [row.name.split()[0] for row in page.rows]

    assert found(people.recruiter, "") == ["Sofia", "Kyrylo", "Yurii", "Maryana"]
    for search in ("tkachenko maryana", "MARYANA  TKACH", "maryana tkachenko"):
        assert found(people.recruiter, search) == ["Maryana"]
    assert found(people.iryna, "") == ["Yurii", "Maryana"]
    assert found(people.iryna, "engin") == ["Yurii", "Maryana"]
    assert found(people.iryna, "sofia") == found(people.iryna, "kyrylo") == []
    for hostile in ("%", "_", "'; DROP TABLE candidates --", "\\", "\x00%", "(?=a)"):
        assert len(found(people.recruiter, hostile)) in {0, 4}
    assert found(people.recruiter, "%") == []


def test_pages_follow_one_another_without_gap_or_overlap(house, people, page_size):
    page_size(3)
    first = house.ask(people.recruiter, candidates)
    second = house.ask(people.recruiter, candidates, before=first.next_before)
    names = [row.name.split()[0] for row in (*first.rows, *second.rows)]
    assert names == ["Sofia", "Kyrylo", "Yurii", "Maryana"]
    assert (first.found, second.found, second.next_before) == (4, 4, None)


def test_decision_4_which_resume_a_customer_reads(house, people):
    def kind(viewer, candidate_id):
        return house.ask(viewer, candidate, candidate_id=candidate_id).resume.kind

    # Maryana has a version for customers, Yurii only his original
    assert {kind(viewer, people.maryana) for viewer in (people.iryna, people.pavlo)} == {"version"}
    assert kind(people.pavlo, people.yurii) == "original"
    assert kind(people.iryna, people.yurii) == "withheld"
    original = house.ask(people.pavlo, candidate, candidate_id=people.yurii).original
    assert original.file_name == "Yizhakevych.txt"
    assert house.ask(people.iryna, candidate, candidate_id=people.yurii).original is None
    saved(house, people, people.yurii, resume_html="<p>Safe</p>")
    assert kind(people.iryna, people.yurii) == kind(people.pavlo, people.yurii) == "version"
    saved(house, people, people.yurii, resume_html="<p> </p>")  # emptied: taken away
    assert kind(people.iryna, people.yurii) == "withheld"
    unreadable = ReceivedFile(
        "scan.pdf",
        b"%PDF",
        ReadDocument(kind="pdf", media_type="application/pdf", readable=False, html="", text=""),
    )
    saved(house, people, people.yurii, file=unreadable)
    assert kind(people.pavlo, people.yurii) == "unreadable"
    assert kind(people.iryna, people.yurii) == "withheld"


def test_the_original_is_kept_byte_for_byte_and_given_to_whom_it_is_open(house, people):
    original = house.ask(people.recruiter, candidate, candidate_id=people.yurii).original
    alter(house, Vacancy, people.acme_vacancy, gives_originals=True)
    expected = "Yurii Yizhakevych, +380 67 123 45 01. Nine years of payments."
    for viewer in (people.recruiter, people.admin, people.pavlo, people.leo):
        download = house.ask(viewer, download_original, original_id=original.id)
        assert (download.file_name, download.media_type) == ("Yizhakevych.txt", "text/plain")
        assert download.content.decode() == expected
    for viewer in (people.iryna, people.greta, people.bohdan):
        for original_id in (original.id, 1):
            with pytest.raises(NotFound) as refused:
                house.ask(viewer, download_original, original_id=original_id)
            assert refused.value.fields == {"model": "ResumeOriginal"}
    sha256 = stored(house, ResumeOriginal, id=original.id)[0].sha256
    assert sha256 == __import__("hashlib").sha256(expected.encode()).hexdigest()


def test_a_newer_original_takes_the_place_of_the_one_before(house, people):
    alter(house, Vacancy, people.acme_vacancy, gives_originals=True)
    old = house.ask(people.pavlo, candidate, candidate_id=people.yurii).original
    new_id = house.do(
        people.recruiter, receive, candidate_id=people.yurii, file=text_file("new.txt", "Newer")
    )
    found = house.ask(people.pavlo, candidate, candidate_id=people.yurii)
    assert (found.original.id, found.resume.html) == (new_id, "<p>Newer</p>")
    with pytest.raises(NotFound):
        house.ask(people.pavlo, download_original, original_id=old.id)
    kept = house.ask(people.recruiter, download_original, original_id=old.id)
    assert kept.content.startswith(b"Yurii")


def test_versions_are_kept_and_customers_read_the_newest_only(house, people):
    for html in ("<p>Second</p>", "<p>Second</p>", "<p>Third</p>"):
        house.do(people.recruiter, save_version, candidate_id=people.maryana, html=html)
    kept = house.ask(people.recruiter, versions, candidate_id=people.maryana)
    assert [(one.html, one.current) for one in kept] == [
        ("<p>Third</p>", True),
        ("<p>Second</p>", False),
        ("<p>Payments, nine years.</p>", False),
    ]
    found = house.ask(people.iryna, candidate, candidate_id=people.maryana)
    assert found.resume.html == "<p>Third</p>"
    assert house.ask(people.iryna, resumes_of, candidate_id=people.maryana).version.id == kept[0].id
    for act, named in (
        (versions, {}),
        (save_version, {"html": "<p>Mine</p>"}),
        (receive, {"file": text_file("x.txt", "x")}),
    ):
        with pytest.raises(NotAllowed):
            house.do(people.pavlo, act, candidate_id=people.maryana, **named)
    with pytest.raises(Invalid):
        house.do(people.recruiter, save_version, candidate_id=people.maryana, html="x" * 400_001)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\Резюме.docx", "Резюме.docx"),
        ("-rf.pdf", "rf.pdf"),
        ("..pdf", "pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("\x00", "resume"),
        ("", "resume"),
        ("x" * 400 + ".pdf", "x" * 160 + ".pdf"),
        ("noending" * 60, ("noending" * 60)[:160]),
    ],
)
def test_a_files_name_is_only_data(house, people, given, kept):
    file = replace(text_file("x", "Text"), name=given)
    house.do(people.recruiter, receive, candidate_id=people.sofia, file=file)
    found = house.ask(people.recruiter, candidate, candidate_id=people.sofia).original
    assert found.file_name == kept


def test_what_is_stored_as_markup_is_clean(house, people):
    hostile = '<p onclick="x()">Hi<script>alert(1)</script><img src=x onerror=alert(1)></p>'
    house.do(people.recruiter, save_version, candidate_id=people.yurii, html=hostile)
    for viewer in (people.iryna, people.pavlo, people.recruiter):
        html = house.ask(viewer, candidate, candidate_id=people.yurii).resume.html
        assert html == "<p>Hi</p>"


def test_words_offered_are_those_of_ones_own_candidates(house, people):
    saved(house, people, people.sofia, skills=("Secret skill",), categories=("Secret category",))
    staffs = house.ask(people.recruiter, vocabulary)
    assert "Secret skill" in staffs.skills
    hers = house.ask(people.iryna, vocabulary)
    assert (set(hers.skills), set(hers.categories)) == ({"Python", "PostgreSQL"}, {"Engineering"})
    assert house.ask(people.bohdan, vocabulary).skills == ()
    found = house.ask(people.iryna, terms_of, [people.sofia, people.maryana])
    assert found[people.sofia].skills == ()
    assert set(found[people.maryana].skills) == {"Python", "PostgreSQL"}


def test_archived_he_is_gone_with_all_that_is_his(house, people):
    original = house.ask(people.pavlo, candidate, candidate_id=people.yurii).original
    alter(house, Vacancy, people.acme_vacancy, gives_originals=True)
    alter(house, Candidate, people.yurii, archived_at=house.clock.now)
    for question, named in (
        (candidate, {"candidate_id": people.yurii}),
        (download_original, {"original_id": original.id}),
    ):
        with pytest.raises(NotFound):
            house.ask(people.pavlo, question, **named)
    assert [row.name for row in house.ask(people.pavlo, candidates).rows] == ["Maryana Tkachenko"]
    assert house.ask(people.recruiter, download_original, original_id=original.id)
    assert the(house, Candidate, people.yurii).first_name == "Yurii"  # nothing is destroyed
