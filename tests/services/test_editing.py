"""Résumés in the visual editor: untouched they stay what they were, tables stay tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.candidates.resumes import save_version, versions
from services.editing import for_editor, from_editor, has_table, same_resume
from services.markup import clean_html, plain_text

LINK = '<a href="https://x.example/?a=1&amp;b=2">me &amp; you</a>'
TABLE = "<table><tr><th>Рік</th><th>Де</th></tr><tr><td>2019</td><td>Нова<br>Пей</td></tr></table>"

# What is stored, and what the editor (Quill 1.3.7 in Chromium) gives back for it, untouched.
SPELT = {
    "heading": ("<h2>Досвід</h2><p>a<br>b</p>", "<h2>Досвід</h2><p>a</p><p>b</p>"),
    "list": ("<ul><li><p>a</p></li></ul><ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
    "nested": (
        "<ol><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ol>",
        (
            '<ol><li>a</li></ol><ul><li class="ql-indent-1">b</li><li class="ql-indent-2">c</li></ul>'
            "<ol><li>d</li></ol>"
        ),
    ),
    "two lists": (
        "<ol><li>a</li></ol><ol><li>b</li></ol>",
        "<ol><li>a</li></ol><p><br></p><ol><li>b</li></ol>",
    ),
    "new line in an item": ("<ul><li>a<br>b</li></ul>", "<ul><li>a ↵ b</li></ul>"),
    "link": (
        f"<p>see {LINK}</p>",
        (
            '<p>see <a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer" '
            'target="_blank">me &amp; you</a></p>'
        ),
    ),
    "entities": (
        "<p>Їжак &lt;tag&gt; &amp;amp; &nbsp; “q”</p>",
        "<p>Їжак &lt;tag&gt; &amp;amp; &nbsp; “q”</p>",
    ),
    "marks": ("<p><em>a</em><em>b</em> <b> c </b></p>", "<p><em>ab</em> <strong> c </strong></p>"),
    "quote": (
        "<blockquote><p>a</p><p>b</p></blockquote>",
        "<blockquote>a</blockquote><blockquote>b</blockquote>",
    ),
    "spaces": ("<p> a\n b </p>", "<p> a  b </p>"),
    "table": (TABLE, "<p>║ Рік ║ Де</p><p>│ 2019 │ Нова ↵ Пей</p>"),
    "two tables": (
        TABLE + "<table><tr><td colspan=2>one</td></tr><tr><td></td><td>a│b</td></tr></table>",
        "<p>║ Рік ║ Де</p><p>│ 2019 │ Нова ↵ Пей</p><p><br></p><p>│ one │ </p><p>│  │ a|b</p>",
    ),
    "sign of a cell in the text": ("<p>Kyiv │ Lviv</p>", "<p>Kyiv | Lviv</p>"),
    "nothing": ("", "<p><br></p>"),
}
spelt = pytest.mark.parametrize(("stored", "given_back"), SPELT.values(), ids=SPELT)


@spelt
def test_an_untouched_resume_is_the_same_however_the_editor_spells_it(stored, given_back):
    stored = clean_html(stored)
    assert same_resume(from_editor(given_back), stored)
    assert same_resume(from_editor(for_editor(stored)), stored)
    assert not same_resume(from_editor(given_back + "<p>more</p>"), stored)


@pytest.mark.parametrize("change", [("2019", "2020"), ("<li>b", "<li><strong>b</strong>")])
def test_a_change_is_one(change):
    html = clean_html(f"{TABLE}<ul><li>a</li><li>b</li></ul>")
    assert not same_resume(from_editor(for_editor(html).replace(*change)), html)
    assert same_resume(from_editor(for_editor(html).replace("<li>a</li>", "<li> a</li>")), html)


def test_what_was_edited_is_stored_with_its_tables_and_lists_in_lists():
    stored = clean_html(f"{TABLE}<ol><li>a<ul><li>b</li></ul></li><li>d</li></ol>")
    assert has_table(stored)
    assert not has_table("<p>│ a</p>")
    edited = for_editor(stored).replace("2019", "2020") + "<p>without a sign first │ c</p>"
    assert "<table" not in edited
    assert from_editor(edited) == (
        "<table><tbody><tr><th>Рік</th><th>Де</th></tr>"
        "<tr><td>2020</td><td>Нова<br>Пей</td></tr></tbody></table>"
        "<ol><li>a<ul><li>b</li></ul></li><li>d</li></ol>"
        "<table><tbody><tr><td>without a sign first</td><td>c</td></tr></tbody></table>"
    )


def test_cells_over_several_rows_keep_the_columns():
    tall = "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    assert for_editor(tall) == "<p>│ a │ b</p><p>│  │ c</p>"


words = st.text(st.sampled_from("aбї │║↵|\n<&'•"), min_size=1, max_size=6).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)
inline = st.recursive(
    words,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["strong", "em", "u", "s"]), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        inner.map(lambda text: f'<a href="https://a.example/">{text}</a>'),
        st.tuples(inner, inner).map("<br>".join),
    ),
    max_leaves=4,
)
lists = st.recursive(
    inline.map(lambda text: f"<li>{text}</li>"),
    lambda inner: st.tuples(st.sampled_from(["ul", "ol"]), words, st.lists(inner, max_size=3)).map(
        lambda one: f"<li>{one[1]}<{one[0]}>{''.join(one[2])}</{one[0]}></li>"
    ),
    max_leaves=6,
).map(lambda items: f"<ol>{items}</ol>")
cells = st.tuples(st.sampled_from(["td", "th", "td colspan=2", "td rowspan=2"]), inline).map(
    lambda one: f"<{one[0]}>{one[1]}</{one[0][:2]}>"
)
tables = st.lists(st.lists(cells, min_size=1, max_size=3).map("".join), min_size=1, max_size=3).map(
    lambda rows: f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
)
blocks = st.one_of(
    st.tuples(st.sampled_from(["p", "h2", "h3", "blockquote", "p class=ql-indent-2"]), inline).map(
        lambda one: f"<{one[0]}>{one[1]}</{one[0].split()[0]}>"
    ),
    st.just("<p><br></p>"),
    lists,
    tables,
)


@given(st.lists(blocks, max_size=5).map("".join))
def test_any_resume_comes_back_as_it_was(html):
    stored = clean_html(html)
    back = from_editor(for_editor(stored))
    assert same_resume(back, stored)
    assert from_editor(for_editor(back)) == back
    assert said(back) == said(stored)


def said(html: str) -> list[str]:
    """The words; an address beside them may be of a link without any."""
    text = plain_text(html).replace("(a.example)", " ")
    return "".join(" " if sign in "│║|↵•" else sign for sign in text).split()


@spelt
def test_saving_an_untouched_resume_makes_no_version(house, people, stored, given_back):
    ask = {"candidate_id": people.yurii}
    house.do(people.recruiter, save_version, html=stored, **ask)
    before = house.ask(people.recruiter, versions, **ask)
    assert house.do(people.recruiter, save_version, html=from_editor(given_back), **ask) is None
    assert house.ask(people.recruiter, versions, **ask) == before
    more = from_editor(given_back + "<p>more</p>")
    assert house.do(people.recruiter, save_version, html=more, **ask)
