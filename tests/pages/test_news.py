"""All kinds of news: each has its words and its symbol, and the page draws every one of them."""

import pytest

from db.models import Letter, Notification
from pages.ui.interviews import given
from pages.ui.news import SYMBOLS
from services.i18n import LANGUAGES, translator
from services.ids import key_text
from services.mail.news import news
from services.notifications import notifications, unread_count
from services.notifications.kinds import KINDS
from services.notifications.wording import what_happened
from tests.factories import plant, stored


def said_of(one, words):
    return what_happened(one, words, zone="Europe/Kyiv", now=one.told_at)


def test_every_kind_of_news_has_a_symbol():
    assert {*SYMBOLS} == {*KINDS}


@pytest.fixture
def all_kinds(house, people):
    """The recruiter was told of each kind once, in a letter that waits; nothing else is unread."""
    a_letter = stored(house, Letter)[0]
    letter = {
        column.key: getattr(a_letter, column.key)
        for column in Letter.__table__.columns
        if column.key != "id"
    }
    letter |= {"recipient_id": people.recruiter.user_id, "kind": "news", "state": "queued"}
    plant(house, Letter(id=1, **letter))
    of_vacancy = {"vacancy_id": people.acme_vacancy, "letter_id": 1}
    plant(
        house,
        *(
            Notification(
                recipient_id=people.recruiter.user_id,
                event=f"interview:7:{kind}" if kind.startswith("interview") else f"planted:{kind}",
                kind=kind,
                actor_id=people.iryna.user_id,
                application_id=None if kind.startswith("vacancy") else people.maryana_at_acme,
                created_at=house.clock.now,
                due_at=house.clock.now,
                **of_vacancy,
            )
            for kind in KINDS
        ),
    )


@pytest.mark.thorough
def test_the_page_the_bell_and_the_letter_draw_each_kind_of_news(
    house, people, open_tab, all_kinds
):
    told = house.ask(people.recruiter, notifications)
    assert {one.kind for one in told} >= {*KINDS}
    for language in LANGUAGES:
        words = translator(language)
        said = {one.kind: said_of(one, words) for one in told if one.kind in KINDS}
        assert len({*said.values()}) == len(KINDS), "each is told of in words of its own"
    shown = open_tab(people.recruiter).open("notifications")
    assert shown.broken == ()
    # Whoever was named is led to the notes of that vacancy.
    named = next(key_text(one.id) for one in told if one.kind == "mentioned")
    where = f"id={key_text(people.maryana)}&amp;told={named}"
    assert f"{where}&amp;app={key_text(people.maryana_at_acme)}#notes" in shown.markup
    # Of an interview, to the interview; but of feedback, to the notes.
    about = [one for one in told if one.interview_id == 7]
    assert shown.markup.count(f"&amp;interview={key_text(7)}") == len(about) - 1
    letter = house.ask(people.recruiter, news, letter_id=1)
    lines = "\n".join(line for section in letter.sections for line in section.lines)
    words = translator("en")
    for one in told:
        assert said_of(one, words) in shown.words
        assert said_of(one, words) in lines
    unread = house.ask(people.recruiter, unread_count)
    assert unread == len(told)
    assert f"{unread} new notifications" in shown.markup


def test_an_answer_has_the_same_sign_in_the_news_as_at_its_interview():
    told_as = {"confirm": "confirmed", "another": "another_time", "seen": "seen"}
    for answer, symbol in given.SYMBOLS.items():
        assert SYMBOLS[f"interview_{told_as.get(answer, 'proposed')}"] == symbol
