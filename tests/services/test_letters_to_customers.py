"""Writing to a customer by hand: his name filled in, taken back, never a hidden contact."""

import pytest

from db.models import Letter, User
from services.customers import block
from services.errors import Invalid, LetterStays, NotAllowed, NotFound
from services.mail.dispatch import dispatch
from services.writing.by_hand import undo_writing
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from services.writing.to_customers import (
    draft_to_customer,
    preview_to_customer,
    write_to_customer,
)
from tests.factories import stored
from tests.services.postbox import Postbox


def letter(words="<p>Dear {name} of {company}</p>"):
    return CandidateLetter("en", Wording("From {agency}", words))


def written(house, people, viewer=None, words=None, to=None):
    return house.do(
        viewer or people.recruiter, write_to_customer,
        customer_id=(to or people.iryna).user_id, letter=words or letter(),
    )  # fmt: skip


def test_he_gets_what_the_preview_shows_and_answers_to_whoever_wrote(house, people):
    asked = {"customer_id": people.iryna.user_id}
    begun = house.ask(people.recruiter, draft_to_customer, language="uk", **asked)
    assert "{" not in begun.subject + begun.body
    shown = house.ask(people.recruiter, preview_to_customer, letter=letter(), **asked)
    key = written(house, people)
    (sent,) = stored(house, Letter, id=key)
    assert (sent.subject, sent.html, sent.text) == (shown.subject, shown.html, shown.text)
    assert f"Dear {people.iryna.name} of Acme" in sent.text
    box = Postbox()
    house.clock.pass_by(seconds=11)
    dispatch(house.installation, box)
    (message,) = [one for one in box.letters if one["Subject"] == shown.subject]
    assert people.iryna.name in str(message["To"])
    assert message["Reply-To"] is not None


def test_staff_alone_write_to_customers_alone_and_take_it_back(house, people):
    for viewer, to, error in (
        (people.iryna, people.iryna, NotAllowed),
        (people.pavlo, people.iryna, NotAllowed),
        (people.recruiter, people.admin, NotFound),
    ):
        with pytest.raises(error):
            written(house, people, viewer, to=to)
    key = written(house, people)
    house.do(people.recruiter, undo_writing, letter_id=key)
    assert stored(house, Letter, id=key)[0].state == "failed"
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    with pytest.raises(LetterStays):
        written(house, people)


@pytest.mark.parametrize("contact", ["m.tkachenko@mail.example", "+380 67 123 45 67"])
def test_a_contact_goes_only_to_whom_they_are_open(house, people, contact):
    words = letter(f"<p>Call her: {contact}</p>")
    with pytest.raises(Invalid) as refused:
        written(house, people, words=words)
    assert refused.value.problems == {"letter": "has_contacts"}
    assert written(house, people, words=words, to=people.pavlo)
    (sent,) = stored(house, Letter, kind="customer")
    assert sent.recipient_id == people.pavlo.user_id
    mine = stored(house, User, id=people.recruiter.user_id)[0].email
    assert written(house, people, words=letter(f"<p>Write to me: {mine}</p>"))
