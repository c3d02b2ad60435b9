"""The HTML patterns: everything in them is escaped, and each says what it means in words."""

import dataclasses
import inspect
import re
from html.parser import HTMLParser

import pytest
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.markup.people import href, initials, tint

EVIL = "<script>alert('x')</script>\"'&<img src=x onerror=alert(1)>{0}{evil}%s"
WHO = m.Person(7, EVIL, EVIL)
COUNT = m.StageCount("new", EVIL, 2)
STAGE = m.StageChoice(EVIL, "review", EVIL)
PLACE = m.Place("/x?" + EVIL, EVIL, EVIL, here=True)
MENU = m.Menu(WHO, EVIL, EVIL, [PLACE])

DRAWN = {
    "absent": m.absent(EVIL, EVIL),
    "avatar": m.avatar(WHO),
    "back": m.back(EVIL, "/v?" + EVIL, place=EVIL),
    "banner": m.banner(EVIL, action=EVIL),
    "beside": m.beside(EVIL, EVIL, [m.Pair(EVIL, EVIL, m.chip(EVIL), differs=True)]),
    "button_link": m.button_link(EVIL, "/x?" + EVIL, symbol="add", primary=True),
    "candidate_card": m.candidate_card(m.CandidateCard("/c?" + EVIL, WHO, [m.chip(EVIL)], EVIL)),
    "candidate_head": m.candidate_head(WHO, ways=[m.Contact("phone", EVIL)], under=[m.chip(EVIL)]),
    "cards": m.cards([m.chip(EVIL)]),
    "chip": m.chip(EVIL, symbol="lock"),
    "chips": m.chips([EVIL]),
    "contacts": m.contacts([m.Contact("email", EVIL), m.Contact(EVIL, EVIL)]),
    "copy_button": m.copy_button(EVIL, label=EVIL, done=EVIL),
    "choice": m.choice(EVIL, EVIL, [(EVIL, EVIL)], label=EVIL),
    "countdown": m.countdown(EVIL, 10, act="move"),
    "crumbs": m.crumbs([(EVIL, "/x"), (EVIL, "")]),
    "customer_nav": m.customer_nav(
        [PLACE], label=EVIL, agency=EVIL, home="/v", bell=m.Bell("/n", 3, EVIL), menu=MENU
    ),
    "cut": m.cut(EVIL),
    "differences": m.differences([("gone", EVIL), ("come", EVIL), ("same", EVIL)], label=EVIL),
    "divider": m.divider(EVIL),
    "door_mark": m.door_mark(EVIL),
    "empty": m.empty(EVIL, EVIL, EVIL),
    "facts": m.facts([m.Fact(EVIL, "lightbulb", lit=True)]),
    "files": m.files([m.button_link(EVIL, "/x?" + EVIL)]),
    "form_error": m.form_error(EVIL, EVIL),
    "gauge": m.gauge(2, 5, EVIL, label=EVIL),
    "history": m.history([m.Event(EVIL, EVIL, EVIL)]),
    "icon": m.icon(EVIL, label=EVIL),
    "key_line": m.key_line([m.chip(EVIL)], EVIL),
    "legend": m.legend([COUNT]),
    "letter": m.letter([(EVIL, EVIL)], EVIL),
    "letterhead": m.letterhead(m.Letterhead(EVIL, b"", EVIL, EVIL, EVIL)),
    "link": m.link(EVIL, "/x?" + EVIL),
    "lit_box": m.lit_box(EVIL, EVIL),
    "lit_dot": m.lit_dot(EVIL),
    "note": m.note(m.Note(WHO, EVIL, EVIL, "opened", EVIL, EVIL, EVIL, EVIL)),
    "outside": m.outside(EVIL, "https://t.me/" + EVIL),
    "chosen": m.chosen([m.removable(EVIL, "/x", label=EVIL)], m.link(EVIL, "/x")),
    "listed": m.listed([m.link(EVIL, "/x?" + EVIL)]),
    "removable": m.removable(EVIL, "/x?" + EVIL, label=EVIL),
    "pager": m.pager(EVIL, before=(EVIL, "/x"), after=(EVIL, "/y")),
    "pairs": m.pairs([(EVIL, EVIL)]),
    "device": m.device(EVIL, EVIL),
    "person": m.person(WHO),
    "person_cell": m.person_cell(WHO, "/c?" + EVIL, fresh=EVIL),
    "progress": m.progress(2, 5, name=EVIL, label=EVIL),
    "quiet": m.quiet(EVIL),
    "reach": m.reach(WHO, [m.Contact("phone", EVIL)], lead=EVIL),
    "receipt": m.receipt(EVIL, [m.Seen(EVIL, EVIL, "cut", EVIL, (m.Gap(EVIL, EVIL, EVIL),))]),
    "marked": m.marked(EVIL, "verified", label=EVIL),
    "looking_on": m.looking_on(EVIL, EVIL),
    "section": m.section(EVIL, 3),
    "sheet": m.sheet(EVIL, label=EVIL),
    "staff_nav": m.staff_nav([PLACE], label=EVIL, home="/c", bell=None, menu=MENU),
    "stage": m.stage(EVIL, EVIL),
    "stack": m.stack([EVIL, m.chip(EVIL), ""]),
    "stage_bar": m.stage_bar([COUNT]),
    "stage_choice": m.stage_choice(EVIL, STAGE, [STAGE], label=EVIL),
    "stand": m.stand([EVIL]),
    "strip": m.strip(m.Strip(EVIL, "event")),
    "switch": m.switch([(EVIL, "/x?" + EVIL, True)], label=EVIL),
    "table": m.table(
        EVIL, EVIL, [m.Column(EVIL, href="/x")], [m.Row(EVIL, EVIL, [EVIL])],
        ticks=m.Ticks(EVIL, EVIL),
    ),
    "taken": m.taken(EVIL, EVIL, EVIL, EVIL, gone=True, more=[EVIL]),
    "title": m.title(EVIL, count=EVIL, line=EVIL),
    "two_lines": m.two_lines(EVIL, EVIL),
    "title_cell": m.title_cell(EVIL, "/x?" + EVIL, line=EVIL, fresh=EVIL),
    "turner": m.turner(
        EVIL, before=(EVIL, "/x?" + EVIL), now=(EVIL, "/y"), after=(EVIL, "/z"), label=EVIL
    ),
    "turning": m.turning(EVIL, before=(EVIL, "/x?" + EVIL), after=None, label=EVIL),
    "way_on": m.way_on(before=(EVIL, "/x?" + EVIL), after=(EVIL, "/y?" + EVIL), label=EVIL),
    "leak": m.leak(EVIL, EVIL, EVIL, symbol="phone", said=EVIL),
    "leak_place": m.leak_place(EVIL, "/c?" + EVIL, whose=EVIL),
    "vacancy_card": m.vacancy_card(
        m.VacancyCard("/v?" + EVIL, EVIL, EVIL, [COUNT], m.Strip(EVIL, "lightbulb", lit=True))
    ),
    "waiting": m.waiting(EVIL, "overdue"),
    "with_links": m.with_links(f"https://meet.example/{EVIL} javascript:alert(1)"),
    "words": m.words(EVIL),
}  # fmt: skip


class Tags(HTMLParser):
    """The tags of a piece of HTML with their attributes, and whether each is closed."""

    VOID = frozenset({"img", "input", "br"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_every_pattern_is_tried():
    functions = {name for name in m.__all__ if inspect.isfunction(getattr(m, name))}
    assert functions == set(DRAWN)
    others = {name for name in m.__all__ if name not in functions}
    assert all(dataclasses.is_dataclass(getattr(m, name)) for name in others)


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_nothing_that_people_typed_becomes_a_tag(name):
    drawn = DRAWN[name]
    assert isinstance(drawn, Markup)
    page = Tags(str(drawn))
    assert page.found
    assert not page.open
    assert not {tag for tag, _ in page.found} & {"script", "img"}
    for _, attributes in page.found:
        assert not [key for key in attributes if key.startswith("on")]
        assert not re.match(r"\s*javascript:", attributes.get("href") or "", re.IGNORECASE)


def test_an_icon_is_silent_beside_a_word_and_speaks_alone():
    assert 'aria-hidden="true"' in m.icon("lock")
    assert 'aria-label="Hidden"' in m.icon("lock", label="Hidden")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Марьяна Ткаченко", "МТ"), ("Анна-Мария Кравец", "АК"), ("Michael O’Brien", "MO"),
     ("Ґалина Єфремова", "ҐЄ"), ("  x ", "X"), ("", ""), ("(Іра) де ла Круз", "ІД"), ("… —", "")],
)  # fmt: skip
def test_initials(name, letters):
    assert initials(name) == letters


def test_a_person_has_the_same_tint_everywhere_and_all_six_are_used():
    assert {tint(key) for key in range(100)} == {1, 2, 3, 4, 5, 6}
    of_card = re.search(r"tint-\d", DRAWN["candidate_card"])[0]
    assert of_card == re.search(r"tint-\d", DRAWN["note"])[0] == f"tint-{tint(7)}"


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [("phone", "+380 (67) 123-45-67", "tel:+380671234567"), ("phone", "044 555", "tel:044555"),
     ("email", "a.b@x.example", "mailto:a.b@x.example"), ("telegram", "@mtk", "https://t.me/mtk"),
     ("link", "https://a.example/b", "https://a.example/b"), ("link", "javascript:alert(1)", ""),
     ("email", "a@b.c?bcc=x@y.z", "mailto:a@b.c%3Fbcc%3Dx@y.z"), ("other", "Signal", "")],
)  # fmt: skip
def test_a_contact_acts(kind, text, wanted):
    assert href(m.Contact(kind, text)) == wanted


def test_links_inside_switch_pages_and_links_outside_open_a_tab():
    assert "data-go" in m.link("x", "/candidates")
    assert "data-go" not in m.button_link("x", "/files/1", download=True)
    assert 'rel="noopener noreferrer"' in m.outside("x", "https://t.me/x")
    assert "_blank" not in m.outside("x", "tel:+1")


def test_of_all_that_is_typed_only_a_web_address_leads_somewhere():
    said = m.with_links("Video: https://meet.example/a?b=1&c=(2). JavaScript:alert(1) data:x //y")
    assert re.findall('href="([^"]*)"', said) == ["https://meet.example/a?b=1&amp;c=(2"]
    assert "noopener" in said
    assert m.with_links("Room 4 & <b>") == "Room 4 &amp; &lt;b&gt;"


def test_a_note_names_its_readers_and_shows_them_by_more_than_colour():
    hidden, opened = (
        m.note(m.Note(m.Person(1, "Оксана"), "вчера", "a\nb", kind, readers))
        for kind, readers in (("hidden", "Только сотрудники"), ("opened", "Видит Nova Pay: Ирина"))
    )
    assert "lock" in hidden
    assert "Только сотрудники" in hidden
    assert "lightbulb" in opened
    assert "Видит Nova Pay: Ирина" in opened
    assert "a\nb" in hidden


def test_a_stage_is_a_dot_beside_its_word_and_an_unknown_one_is_grey():
    assert "at-offer" in m.stage("offer", "Оффер")
    assert "at-longlist" in m.stage("own-stage", "Своё")
    assert "Оффер" in m.stage("offer", "Оффер")
    assert "Нові 2" in m.legend([m.StageCount("new", "Нові", 2), m.StageCount("offer", "Офер", 0)])
    assert "Офер" not in m.legend([m.StageCount("offer", "Офер", 0)])


def test_a_list_is_a_real_table_with_one_link_a_row():
    rows = [m.Row("a", "Марьяна", [m.person_cell(m.Person(1, "Марьяна"), "/candidate?id=a"), "x"])]
    columns = [m.Column("Кандидат", "person"), m.Column("Вакансия", sorted_by="up", href="/c?s=v")]
    drawn = m.table("candidates", "Кандидаты", columns, rows, ticks=m.Ticks("Все", "Выбрать"))
    assert 'aria-sort="ascending"' in drawn
    assert 'aria-label="Выбрать: Марьяна"' in drawn
    assert drawn.count('href="/candidate?id=a"') == 1
    assert "checkbox" not in m.table("candidates", "Кандидаты", columns, rows)
    with pytest.raises(ValueError, match="argument 2"):
        m.table("c", "c", columns, [m.Row("a", "b", ["only one"])])


def test_cleaned_text_is_kept_and_a_plain_string_is_shown_as_it_is():
    assert "<h2>Опыт</h2>" in m.sheet(Markup("<h2>Опыт</h2>"), label="Резюме")
    assert "&lt;h2&gt;" in m.sheet("<h2>Опыт</h2>", label="Резюме")


def test_a_form_error_is_read_out():
    assert 'role="alert"' in m.form_error("Укажите имя")


def test_signing_out_is_a_form_that_posts():
    assert re.search(r'<form method="post" action="/session/end">', DRAWN["staff_nav"])
