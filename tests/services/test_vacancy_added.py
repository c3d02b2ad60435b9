"""Another vacancy for a customer: a letter of its own, one for all that came within quiet minutes."""

import pytest

from db.models import Letter, Notification, User
from services.customers import CustomerForm, add
from services.errors import LetterStays
from services.mail.dispatch import dispatch
from services.mail.news import queue_news
from services.mail.resending import send_again
from services.notifications.choices import Delivery, choices, choose
from services.vacancies.closing import close
from services.vacancies.customers import tie, untie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from tests.factories import alter, stored
from tests.services.post import Hands

pytestmark = pytest.mark.thorough


@pytest.fixture
def vacancies(house, people):
    """Two more vacancies of Acme's, and nothing on its way from before."""
    for told in stored(house, Notification):
        alter(house, Notification, told.id, lettered_at=house.clock.now)
    dispatch(house.installation, Hands())
    return [
        house.do(people.recruiter, add_vacancy, form=VacancyForm(title, company="Acme"))
        for title in ("QA Engineer", "Data Engineer")
    ]


def tied(house, people, vacancy_id, who=None):
    customer = who or people.iryna
    named = {"vacancy_id": vacancy_id, "customer_id": customer.user_id}
    house.do(people.recruiter, tie, **named)
    return named


def left(house):
    queue_news(house.installation)
    sender = Hands()
    dispatch(house.installation, sender)
    return sender.messages


def waiting(house):
    """What is to be told by letter and is in none yet."""
    told = stored(house, Notification, kind="vacancy_added")
    return [one for one in told if one.lettered_at is None]


def test_it_leaves_after_quiet_minutes_and_names_the_vacancy(house, people, vacancies):
    tied(house, people, vacancies[0])
    assert left(house) == []
    house.clock.pass_by(minutes=10)
    (message,) = left(house)
    assert message["To"].addresses[0].addr_spec == "iryna@acme.example"
    assert message["Reply-To"].addresses[0].addr_spec == "oksana@clear.example"
    assert "QA Engineer" in message["Subject"]
    letter = stored(house, Letter, kind="vacancy_added")[0]
    assert (letter.state, letter.vacancy_id) == ("sent", vacancies[0])
    assert "/vacancy?id=" in letter.link
    assert "Oksana Lytvyn" in letter.text
    assert "because you were added to this selection" in letter.text
    assert "chosen in your settings: " in letter.text
    house.clock.pass_by(days=1)
    assert left(house) == []


def test_several_make_one_letter(house, people, vacancies):
    tied(house, people, vacancies[0])
    house.clock.pass_by(minutes=6)
    tied(house, people, vacancies[1])
    house.clock.pass_by(minutes=6)
    assert left(house) == []  # it was not quiet for long enough
    house.clock.pass_by(minutes=6)
    assert len(left(house)) == 1
    text = stored(house, Letter, kind="vacancy_added")[0].text
    assert "QA Engineer" in text
    assert "Data Engineer" in text


def test_it_does_not_wait_forever(house, people, vacancies):
    tied(house, people, vacancies[0])
    for _ in range(8):
        house.clock.pass_by(minutes=8)
        named = tied(house, people, vacancies[1])
        house.do(people.recruiter, untie, **named)
    tied(house, people, vacancies[1])
    assert len(left(house)) == 1


def chose(house, viewer, delivery):
    house.do(viewer, choose, deliveries={"vacancy_added": delivery}, hour=18)


def test_it_comes_as_the_customer_chose(house, people, vacancies):
    """At once unless he says otherwise; in the daily letter; or not at all."""
    assert house.ask(people.iryna, choices).deliveries["vacancy_added"] == Delivery.AT_ONCE
    chose(house, people.iryna, Delivery.DAILY)
    chose(house, people.pavlo, Delivery.OFF)
    for who in (people.iryna, people.pavlo):
        tied(house, people, vacancies[0], who)
    house.clock.pass_by(minutes=10)
    assert left(house) == []
    house.clock.pass_by(days=1)
    (message,) = left(house)
    assert message["To"].addresses[0].addr_spec == "iryna@acme.example"
    assert "A vacancy was added for you" in str(message.get_body(("plain",)))
    house.clock.pass_by(days=1)
    assert left(house) == []


def test_who_changes_his_mind_meanwhile_is_told_once(house, people, vacancies):
    tied(house, people, vacancies[0])
    assert left(house) == []
    chose(house, people.iryna, Delivery.DAILY)
    house.clock.pass_by(minutes=10)
    assert left(house) == []
    chose(house, people.iryna, Delivery.AT_ONCE)
    assert len(left(house)) == 1
    house.clock.pass_by(days=1)
    assert left(house) == []


def test_untied_or_closed_meanwhile_there_is_nothing_to_tell(house, people, vacancies):
    for_iryna = tied(house, people, vacancies[0])
    tied(house, people, vacancies[1], people.pavlo)
    house.do(people.recruiter, untie, **for_iryna)
    house.clock.pass_by(minutes=10)
    queue_news(house.installation)
    house.do(people.recruiter, close, vacancy_id=vacancies[1], reason="cancelled")
    house.clock.pass_by(minutes=9)
    assert left(house) == []
    states = {(one.state, one.problem) for one in stored(house, Letter, kind="vacancy_added")}
    assert states == {("failed", "nothing_left")}


def test_in_the_reader_s_language(house, people, vacancies):

    alter(house, User, people.iryna.user_id, language="uk")
    tied(house, people, vacancies[0])
    house.clock.pass_by(minutes=10)
    left(house)
    letter = stored(house, Letter, kind="vacancy_added")[0]
    assert letter.language == "uk"
    assert "Вітаємо" in letter.text or "Добрий день" in letter.text


def test_no_letter_of_its_own_beside_the_invitation_or_for_who_is_tied(house, people, vacancies):
    form = CustomerForm("vira@acme.example", "Vira", company="Acme")
    house.do(people.recruiter, add, form=form, vacancy_id=vacancies[0])
    assert waiting(house) == []
    tied(house, people, people.acme_vacancy)  # Iryna is tied already
    assert waiting(house) == []
    tied(house, people, vacancies[0], people.bohdan)  # blocked
    assert waiting(house) == []


def test_a_customer_created_blocked_gets_no_letter(house, people, vacancies):
    before = len(stored(house, Letter))
    form = CustomerForm("vira@acme.example", "Vira", company="Acme", active=False)
    house.do(people.recruiter, add, form=form, vacancy_id=vacancies[0])
    assert len(stored(house, Letter)) == before


def test_it_is_not_sent_again_by_hand(house, people, vacancies):
    """What it told may be told no more."""
    tied(house, people, vacancies[0])
    house.clock.pass_by(minutes=10)
    left(house)
    (letter,) = stored(house, Letter, kind="vacancy_added")
    with pytest.raises(LetterStays):
        house.do(people.recruiter, send_again, letter_id=letter.id)
