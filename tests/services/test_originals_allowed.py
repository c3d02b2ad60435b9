"""Who may take the original along: contacts open, and the recruiter allows it for that vacancy."""

from datetime import timedelta

import pytest

from db.models import (
    Application,
    Candidate,
    Notification,
    ResumeOriginal,
    Stage,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.applications.moving import link
from services.applications.opening import tell_of_download
from services.candidates.particulars import particulars
from services.candidates.resumes import download_original, resumes_of, save_version
from services.candidates.views import candidate
from services.errors import NotFound
from services.viewer import Viewer
from tests.factories import alter, stored, the


@pytest.fixture
def original(house, people):
    """Yurii's: he is presented to Acme alone, and has no version for customers."""
    return house.ask(people.recruiter, candidate, candidate_id=people.yurii).original.id


def allow(house, vacancy_id, *, allowed=True):
    alter(house, Vacancy, vacancy_id, gives_originals=allowed)


def gets(house, viewer, original_id):
    """Whether he gets the bytes; what is refused is refused like what does not exist."""
    said = []
    for asked in (original_id, 1):
        try:
            return bool(house.ask(viewer, download_original, original_id=asked).content)
        except NotFound as refused:
            said.append(refused.fields)
    assert said[0] == said[1]
    return False


def test_nobody_takes_it_along_until_the_recruiter_allows_it_there(house, people, original):
    outside = (people.pavlo, people.leo, people.iryna, people.greta, people.bohdan)
    assert not any(gets(house, viewer, original) for viewer in outside)
    # what stands on the page is read as before: it is the file that is not given
    assert house.ask(people.pavlo, candidate, candidate_id=people.yurii).resume.kind == "original"
    allow(house, people.globex_vacancy)
    assert not any(gets(house, viewer, original) for viewer in outside)
    allow(house, people.acme_vacancy)
    assert [gets(house, viewer, original) for viewer in outside] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert gets(house, people.recruiter, original)
    allow(house, people.acme_vacancy, allowed=False)
    assert not any(gets(house, viewer, original) for viewer in outside)


def test_the_page_offers_it_in_the_vacancy_that_allows_it_and_to_whom_it_is_open(
    house, people, original
):
    def offered(viewer):
        return house.ask(
            viewer, particulars, candidate_id=people.yurii, application_id=people.yurii_at_acme
        ).original_open

    assert not offered(people.pavlo)
    allow(house, people.acme_vacancy)
    assert (offered(people.pavlo), offered(people.iryna)) == (True, False)


def test_allowed_it_is_given_beside_a_version_too_and_never_to_whom_contacts_are_hidden(
    house, people, original
):
    house.do(people.recruiter, save_version, candidate_id=people.yurii, html="<p>Made</p>")
    assert not gets(house, people.pavlo, original)
    allow(house, people.acme_vacancy)
    assert gets(house, people.pavlo, original)
    assert house.ask(people.pavlo, candidate, candidate_id=people.yurii).resume.kind == "version"
    assert not gets(house, people.iryna, original)
    assert house.ask(people.iryna, resumes_of, candidate_id=people.yurii).original is None
    # Maryana has a version: at Acme it is allowed, at Globex it is not
    maryanas = house.ask(people.recruiter, candidate, candidate_id=people.maryana).original.id
    assert (gets(house, people.pavlo, maryanas), gets(house, people.greta, maryanas)) == (
        True,
        False,
    )


def test_who_may_not_take_it_tells_nobody_that_he_did(house, people, original):
    for viewer in (people.pavlo, people.iryna):
        with pytest.raises(NotFound):
            house.do(viewer, tell_of_download, original_id=original)
    assert stored(house, Notification, kind="downloaded") == []


def test_it_is_told_in_the_vacancy_that_allows_it(house, people, original):
    allow(house, people.acme_vacancy)
    house.do(people.pavlo, tell_of_download, original_id=original)
    (told,) = stored(house, Notification, kind="downloaded")
    assert told.application_id == people.yurii_at_acme


@pytest.mark.thorough
def test_whatever_takes_the_candidate_from_him_takes_the_file_too(house, people, original):
    """Each of it at his next request, and not one whit before or after."""
    allow(house, people.acme_vacancy)
    now, yurii = house.clock.now, the(house, Application, people.yurii_at_acme)
    tie = stored(
        house, VacancyCustomer, customer_id=people.pavlo.user_id, vacancy_id=people.acme_vacancy
    )[0]

    def pavlo():
        """As he is read from the database at each request."""
        return Viewer.of(people.pavlo.user_id, the(house, User, people.pavlo.user_id))

    for model, key, gone, back in (
        (User, people.pavlo.user_id, {"contacts_hidden": True}, {"contacts_hidden": False}),
        (User, people.pavlo.user_id, {"blocked_at": now}, {"blocked_at": None}),
        (VacancyCustomer, tie.id, {"untied_at": now}, {"untied_at": None}),
        (Stage, yurii.stage_id, {"seen_by_customers": False}, {"seen_by_customers": True}),
        (Application, yurii.id, {"presented_at": None}, {"presented_at": now}),
        (
            Application,
            yurii.id,
            {"presented_at": now + timedelta(seconds=5)},
            {"presented_at": now},
        ),
        (Candidate, people.yurii, {"archived_at": now}, {"archived_at": None}),
        (Vacancy, people.acme_vacancy, {"archived_at": now}, {"archived_at": None}),
        (ResumeOriginal, original, {"superseded_at": now}, {"superseded_at": None}),
    ):
        assert gets(house, pavlo(), original), gone
        alter(house, model, key, **gone)
        assert not gets(house, pavlo(), original), gone
        with pytest.raises(NotFound):
            house.do(pavlo(), tell_of_download, original_id=original)
        alter(house, model, key, **back)
    assert gets(house, pavlo(), original)
    assert not gets(house, people.iryna, original)
    allow(house, people.acme_vacancy, allowed=False)
    allow(house, people.globex_vacancy)  # where he is not presented
    house.do(people.recruiter, link, candidate_id=people.yurii, vacancy_id=people.globex_vacancy)
    assert not any(gets(house, viewer, original) for viewer in (pavlo(), people.greta))
