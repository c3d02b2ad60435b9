"""Two of the staff on what was agreed with somebody hired, or on how letters leave."""

from dataclasses import replace
from datetime import date

import pytest

from db.models import AuditEntry, Hiring, MailSettings
from services.applications.hiring import HiringView, hiring_of, set_hiring
from services.applications.moving import move
from services.ids import key_text
from services.mail.configuration import MailForm, choose_way
from tests.factories import stage_id, stored
from tests.pages.tab import Tab, signed_in

pytestmark = pytest.mark.thorough

FIRST, SECOND, THIRD = date(2027, 1, 11), date(2027, 2, 1), date(2027, 3, 1)
WAY = MailForm(
    sender="smtp",
    from_name="Clear People",
    smtp_host="smtp.clear.example",
    smtp_port=2525,
    smtp_user="letters",
)


@pytest.fixture
def hired(house, people):
    """Yurii is hired; the recruiter has opened the dialog of his dates."""
    to = stage_id(house, people.acme_vacancy, "hired")
    house.do(people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=to)
    return people.yurii_at_acme


@pytest.fixture
def tab(house, people, hired):
    found = Tab(house, signed_in(house, people.recruiter))
    found.open("candidate", id=people.yurii, app=hired)
    return found


@pytest.fixture
def admins(house, people):
    return Tab(house, signed_in(house, people.admin))


def in_the_dialog(tab, *buttons):
    """A test has no fragments: the dialog is opened anew by every run."""
    for key in ("hired_dates", *buttons):
        tab.test.button(key=key).click()
    assert tab.again().broken == ()
    return " ".join(one.proto.body for one in tab.test.get("html"))


def they_agree(house, people, application_id, starts_on, until=None, version=0):
    house.do(
        people.admin,
        set_hiring,
        application_id=application_id,
        starts_on=starts_on,
        guarantee_until=until,
        version=version,
    )


@pytest.fixture
def refused(house, people, tab, hired):
    """The recruiter has entered a day; the administrator was quicker with another one."""
    key = f"hired_{key_text(hired)}"
    in_the_dialog(tab)
    tab.test.date_input(key=f"{key}_0_on").set_value(FIRST)
    they_agree(house, people, hired, SECOND, THIRD)
    return key, in_the_dialog(tab, f"{key}_0_save")


def test_both_days_are_seen_and_ones_own_is_saved_over_it(house, people, tab, hired, refused):
    key, shown = refused
    for words in (
        f"{people.admin.name} has saved this meanwhile",
        "Both of you changed",
        "11 Jan 2027",
        "1 Feb 2027",
        "Stays as saved meanwhile: Guarantee until",
    ):
        assert words in shown
    assert house.ask(people.recruiter, hiring_of, application_id=hired).starts_on == SECOND
    in_the_dialog(tab, f"{key}_mine")
    agreed = house.ask(people.recruiter, hiring_of, application_id=hired)
    assert agreed == HiringView(FIRST, THIRD, 2)


def test_their_day_is_kept(house, people, tab, hired, refused):
    key, _ = refused
    in_the_dialog(tab, f"{key}_theirs")
    (row,) = stored(house, Hiring)
    assert (row.starts_on, row.guarantee_until) == (SECOND, THIRD)


def test_a_day_taken_away_is_a_day_changed(house, people, tab, hired):
    """Nothing stands in the field: the visit of the form has not ended by that."""
    key = f"hired_{key_text(hired)}"
    they_agree(house, people, hired, FIRST)
    in_the_dialog(tab)
    tab.test.date_input(key=f"{key}_1_on").set_value(None)
    they_agree(house, people, hired, SECOND, version=1)
    assert "Both of you changed" in in_the_dialog(tab, f"{key}_1_save")
    in_the_dialog(tab, f"{key}_mine")
    assert house.ask(people.recruiter, hiring_of, application_id=hired).starts_on is None


def test_the_trail_tells_what_was_agreed_before(house, people, hired):
    they_agree(house, people, hired, FIRST)
    they_agree(house, people, hired, SECOND, version=1)
    latest = stored(house, AuditEntry, act="set_hiring")[-1]
    assert '"starts_on": ["2027-01-11", "2027-02-01"]' in latest.details
    assert "guarantee_until" not in latest.details


@pytest.fixture
def both_chose(house, people, admins):
    """A server was chosen; one enters another user while a colleague enters one, and a name."""
    choose_way(house.installation, people.admin, form=WAY, version=0)
    admins.open("mail-settings")
    theirs = replace(WAY, smtp_user="theirs", from_name="Theirs", smtp_password="their-secret")
    choose_way(house.installation, people.admin, form=theirs, version=1)
    admins.test.text_input(key="mail_way_1_smtp_user").set_value("mine")
    admins.test.text_input(key="mail_way_1_smtp_password").set_value("my-secret")
    admins.test.button(key="mail_way_1_smtp_save").click()
    return admins.again()


def test_both_ways_letters_leave_are_seen_and_no_secret(house, people, admins, both_chose):
    assert both_chose.broken == ()
    for words in (
        f"{people.admin.name} has saved this meanwhile",
        "Both of you changed",
        "theirs",
        "Stays as saved meanwhile: Sender’s name",
    ):
        assert words in both_chose.words
    assert "their-secret" not in both_chose.markup
    assert "secret" not in "".join(one.details for one in stored(house, AuditEntry, act="choose"))
    admins.test.button(key="mail_way_mine").click()
    assert admins.again().broken == ()
    (row,) = stored(house, MailSettings)
    assert (row.smtp_user, row.from_name) == ("mine", "Theirs")
    kept = (house.installation.settings.data_dir / "mail-secrets.json").read_text()
    assert "my-secret" in kept


def test_their_user_is_kept_with_their_password(house, people, admins, both_chose):
    """A password belongs to its user: it is not theirs that stays with mine."""
    admins.test.button(key="mail_way_theirs").click()
    assert admins.again().broken == ()
    (row,) = stored(house, MailSettings)
    assert (row.smtp_user, row.from_name) == ("theirs", "Theirs")
    kept = (house.installation.settings.data_dir / "mail-secrets.json").read_text()
    assert "their-secret" in kept
