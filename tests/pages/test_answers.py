"""One-tap answers over HTTP: whoever follows a link changes nothing, whoever presses answers."""

import html
import re
from dataclasses import replace
from urllib.parse import quote_plus

import pytest

from db.models import (
    Agency,
    AuditEntry,
    Candidate,
    CandidateContact,
    Interview,
    InterviewAnswer,
    Notification,
    User,
    Vacancy,
)
from services.folding import tidy_lines
from services.i18n import translator
from services.ids import key_text
from services.interviews.answer_links import link_text, mark_of, read_link
from services.interviews.slots import Slot
from services.interviews.views import interview
from tests.factories import alter, stored, the
from tests.pages.payloads import PAYLOADS, acting, words_of
from tests.pages.tab import Tab, signed_in
from tests.pages.test_outsiders import knock
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    MARYANAS,
    address,
    called_off,
    leave,
    moved,
    post,
    scheduled,
)
from tests.services.test_interview_answers import by_address, links

pytestmark = [pytest.mark.thorough, pytest.mark.only_on("duckdb")]
HOST = "jobs.example"
OURS = {"origin": f"https://{HOST}", "content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def invited(house, people, post):  # noqa: F811
    """Maryana's links and Iryna's, and the interview."""
    key = scheduled(
        house, people, days=3, copies=frozenset({people.iryna.user_id}), location="Room 4"
    )
    letters = by_address(leave(house, post))
    return links(letters[MARYANAS]), links(letters["iryna@acme.example"]), key


def asked(house, link, method="GET", body=b"", **headers):
    sent, _ = knock(
        house, "http", f"/answer/{link}", method=method, parts=(body,), host=HOST, **headers
    )
    start = next(one for one in sent if one["type"] == "http.response.start")
    body = b"".join(one.get("body", b"") for one in sent).decode()
    return start["status"], {k.decode(): v.decode() for k, v in start["headers"]}, body


def pressed(house, link, words="", **headers):
    return asked(house, link, "POST", f"words={quote_plus(words)}".encode(), **(OURS | headers))


def stands(house):
    """All that an answer, or the mere following of a link, could have left behind."""
    return [len(stored(house, model)) for model in (InterviewAnswer, Notification, AuditEntry)]


SCANNERS = (
    {"accept": "text/html,*/*"},
    {"accept": "*/*", "user-agent": "Mozilla/5.0 (compatible; BingPreview/1.0b)"},
    {"purpose": "prefetch", "sec-purpose": "prefetch;prerender"},
    {"accept": "text/html", "range": "bytes=0-100"},
)


def test_scanners_prefetchers_and_readers_change_nothing(house, people, invited):
    hers, his, _ = invited
    before = stands(house)
    for link in (*hers.values(), *his.values()):
        for headers in SCANNERS:
            for method in ("GET", "HEAD"):
                status, answered, body = asked(house, link, method, **headers)
                assert status == 200
                assert answered["cache-control"] == "no-store"
                assert "<script" not in body
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
            assert asked(house, link, method)[0] == 405
    assert stands(house) == before


def test_whoever_asks_without_end_waits_and_its_reader_can_still_press(house, people, invited):
    hers, his, _ = invited
    opened = [asked(house, hers["confirm"])[0] for _ in range(61)]
    assert (opened.count(200), opened[60]) == (60, 429)
    status, headers, page = asked(house, hers["confirm"])
    assert (status, headers["retry-after"], headers["cache-control"]) == (429, "5", "no-store")
    assert "Please try again in a moment" in page
    assert MARYANAS not in page
    assert asked(house, hers["another"])[0] == asked(house, his["seen"])[0] == 200
    assert pressed(house, hers["confirm"])[0] == 303
    assert [pressed(house, hers["confirm"])[0] for _ in range(12)] == [303] * 11 + [429]
    assert len(stored(house, InterviewAnswer)) == 1
    house.clock.pass_by(seconds=5)
    assert asked(house, hers["confirm"])[0] == 200


def test_only_a_press_on_our_own_page_answers(house, people, invited):
    hers, _, _ = invited
    before = stands(house)
    for origin in ("https://evil.example", "null", "", f"https://{HOST}.evil.example"):
        assert pressed(house, hers["confirm"], origin=origin)[0] == 403
    assert asked(house, hers["confirm"], "POST", b"words=")[0] == 403
    assert stands(house) == before
    for _ in range(2):
        status, headers, _ = pressed(house, hers["confirm"])
        assert (status, headers["location"]) == (303, f"/answer/{hers['confirm']}")
    assert len(stored(house, InterviewAnswer)) == 1
    _, _, page = asked(house, hers["confirm"])
    assert "You have confirmed the interview" in page
    assert "<button" not in page  # what stands is not asked for again
    assert f'href="/answer/{hers["another"]}"' in page
    _, _, page = asked(house, hers["another"])  # under that question nothing is thanked for
    assert "So far you have confirmed the interview" in page
    assert "Thank you" not in page


def test_the_page_speaks_the_letters_language_and_holds_what_it_held(house, people, post):  # noqa: F811
    alter(house, User, people.iryna.user_id, language="ru")
    scheduled(house, people, days=3, copies=frozenset({people.iryna.user_id}), location="Room 4")
    letters = by_address(leave(house, post))
    alter(house, User, people.iryna.user_id, language="en")  # the letter stays what it was
    for who in (MARYANAS, "iryna@acme.example"):
        message = letters[who]
        assert message["Content-Language"] == ("en" if who == MARYANAS else "ru")
        words = translator(message["Content-Language"])
        plain = " ".join(message.get_body(("plain",)).get_content().split())
        for link in links(message).values():
            _, _, page = asked(house, link, **{"accept-language": "de"})
            assert f'<html lang="{words.language}"' in page
            assert "Room 4" in page
            for value in re.findall(r"<dd>(.*?)</dd>", page):
                assert " ".join(html.unescape(value).split()) in plain


def test_a_link_that_is_dead_says_what_to_do(house, people, invited):
    hers, his, key = invited
    cast = asked(house, "made-up", **{"accept-language": "uk,en"})
    assert cast[0] == 404
    assert translator("uk").text("This link does not open anything") in cast[2]
    assert stored(house, Agency)[0].email in cast[2]
    (contact,) = stored(house, CandidateContact, candidate_id=people.maryana, kind="email")
    alter(house, CandidateContact, contact.id, value="maryana.t@candidates.example")
    status, _, page = asked(house, hers["confirm"])
    assert status == 410
    assert "This letter went to an e-mail address that is not used any more" in page
    assert stored(house, Agency)[0].email in page
    assert "<form" not in page
    assert "maryana" not in page.lower()
    alter(house, CandidateContact, contact.id, value=MARYANAS)
    moved(house, people, key, days=5, copies=frozenset({people.iryna.user_id}))
    for link in (hers["confirm"], his["seen"]):
        for answered in (asked(house, link), asked(house, link, "POST", b"words=", **OURS)):
            assert answered[0] in {410, 303}
        status, _, page = asked(house, link)
        t = translator(re.search(r'<html lang="(..)"', page)[1]).text
        assert t("The interview has been changed since this letter") in page
        assert "<form" not in page
    assert stored(house, InterviewAnswer) == []
    now = house.ask(people.recruiter, interview, interview_id=key)
    called_off(house, people, now.id)
    assert {asked(house, link)[0] for link in (*hers.values(), *his.values())} == {404}


# Each of them answers anew, and nobody answers more than twenty times.
@pytest.mark.parametrize("payloads", [PAYLOADS[first::4] for first in range(4)])
def test_hostile_words_stay_words(house, people, invited, payloads):
    hers, _, _ = invited
    for payload in payloads:
        house.clock.pass_by(seconds=10)  # or it would be too fast
        assert pressed(house, hers["another"], payload[:1000])[0] == 303
        _, _, page = asked(house, hers["another"])
        assert acting(page, allowed={"form", "meta", "link", "body"}) == [], payload
        said = " ".join(words_of(page).split())
        assert " ".join(tidy_lines(payload[:1000]).split()) in said, payload


def test_hostile_names_titles_and_places_stay_words(house, people, invited):
    hers, his, key = invited
    secret, found = house.installation.settings.secret, the(house, Interview, key)
    slot = Slot(found.starts_at, found.ends_at)
    (house_of,) = stored(house, Agency)
    for payload in PAYLOADS:
        house.clock.pass_by(seconds=1)  # or it would be too fast
        place = "Room 4" if "evil.example" in payload else payload  # a place may be a link
        alter(house, Interview, key, location=place)
        alter(house, Vacancy, people.acme_vacancy, title=payload)
        alter(house, Candidate, people.maryana, first_name=payload, last_name="")
        alter(house, User, people.recruiter.user_id, name=payload, phone=payload)
        alter(house, Agency, house_of.id, name=payload)
        about = mark_of(secret, slot, found.kind, place)
        for link in (hers["another"], his["propose"]):
            now = link_text(secret, replace(read_link(secret, link), about=about))
            status, _, page = asked(house, now)
            assert status == 200
            assert acting(page, allowed={"form", "meta", "link", "body"}) == [], payload
            assert " ".join(payload.split()) in " ".join(words_of(page).split()), payload
        assert acting(asked(house, "made-up")[2], allowed={"meta", "link", "body"}) == [], payload


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xfe", b"words", b"words=" + b"%00" * 100, b"&" * 900, b"words=%ed%a0%80", b"{}",
     b"a=1&" * 100],
)  # fmt: skip
def test_nonsense_in_the_body_is_no_answer_of_ours_or_an_empty_one(house, people, invited, body):
    hers, _, _ = invited
    assert asked(house, hers["another"], "POST", body, **OURS)[0] == 303
    assert [one.words.strip("\ufffd") for one in stored(house, InterviewAnswer)] == [""]


def test_words_that_are_too_long_or_missing_are_kept_in_the_field(house, people, invited):
    hers, his, _ = invited
    status, _, page = pressed(house, hers["another"], "x" * 1001)
    assert (status, "x" * 1001 in page) == (422, True)
    assert "too long" in page
    assert pressed(house, hers["another"], "я" * 50_000)[0] == 413
    assert pressed(house, his["propose"], "  ")[0] == 422
    assert stored(house, InterviewAnswer) == []


def test_once_it_has_begun_the_page_has_no_button(house, people, invited):
    hers, _, key = invited
    found = the(house, Interview, key)
    house.clock.now = found.starts_at
    assert pressed(house, hers["confirm"])[0] == 303
    _, _, page = asked(house, hers["confirm"])
    assert "<button" not in page
    assert "has begun" in page
    assert stored(house, InterviewAnswer) == []


def test_the_answers_stand_in_lists_details_and_the_bell(house, people, invited):
    """The candidate's words for staff alone; a customer reads his own answer."""
    hers, his, key = invited
    assert pressed(house, hers["another"], "my sister’s wedding")[0] == 303
    assert pressed(house, his["propose"], "Monday at nine")[0] == 303

    def shown(viewer, page, **query):
        found = Tab(house, signed_in(house, viewer)).open(page, **query)
        assert not found.broken
        return found

    month = {"view": "month", "on": the(house, Interview, key).starts_at.date().isoformat()}
    in_list = shown(people.recruiter, "calendar", **(month | {"view": "list"})).words
    assert "the candidate asks for another time" in in_list
    beside = {"id": key_text(people.maryana), "app": key_text(people.maryana_at_acme)}
    assert (
        "the customer proposes other times" in shown(people.recruiter, "candidate", **beside).words
    )
    details = shown(people.recruiter, "calendar", view="list", interview=key).words
    for said in ("my sister’s wedding", "Monday at nine", "Iryna"):
        assert said in details
    bell = shown(people.recruiter, "notifications")
    assert "Maryana Tkachenko asks for another time for the interview" in bell.words
    assert f"app={key_text(people.maryana_at_acme)}" in bell.markup
    in_legend = "</span>you propose other times</span>"
    for viewer, proposed in ((people.iryna, True), (people.pavlo, False)):
        found = shown(viewer, "calendar", **(month | {"view": "list"}))
        assert (in_legend in found.markup) == proposed
        assert found.words.count("you propose other times") == 2 * proposed
        for page in (
            shown(viewer, "calendar", view="list", interview=key),
            shown(viewer, "calendar", **(month | {"view": "list"})),
            shown(viewer, "notifications"),
            shown(viewer, "candidate", **beside),
        ):
            assert "wedding" not in page.markup
            assert "asks for another time" not in page.words
            assert "Monday at nine" not in page.words or proposed
