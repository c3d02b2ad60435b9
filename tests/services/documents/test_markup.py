"""The one policy of what markup is kept: before the editor, after it, and before it is shown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.markup import BLOCK_TAGS, KEPT_TAGS, clean_html, pieces, plain_text

LINK = ' target="_blank" rel="noopener noreferrer"'


@pytest.mark.parametrize(
    ("given_html", "kept"),
    [
        ("<script>alert(1)</script>text", "<p>text</p>"),
        ("<p>a<img src=x onerror=alert(1)>b</p>", "<p>ab</p>"),
        ('<p style="position:fixed" onclick="x()" title="t" id="i">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<p>a</p>"),
        ('<a href="/candidate?id=1">a</a>', "<p>a</p>"),
        ('<a href="//evil.example">a</a>', "<p>a</p>"),
        ('<a href="data:text/html,x">a</a>', "<p>a</p>"),
        ('<a href="https://x.example">a</a>', f'<p><a href="https://x.example"{LINK}>a</a></p>'),
        (
            '<p><a href="tel:+380671234567">a</a></p>',
            f'<p><a href="tel:+380671234567"{LINK}>a</a></p>',
        ),
        ("<h1>a</h1><h4>b</h4>", "<h2>a</h2><h3>b</h3>"),
        ("<p><b>a</b><i>b</i><del>c</del></p>", "<p><strong>a</strong><em>b</em><s>c</s></p>"),
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
        ("<div><p>a</p>b<br>c</div>d", "<p>a</p><p>b<br>c</p><p>d</p>"),
        ("<b><p>a</p></b>", "<p><strong>a</strong></p>"),
        ("<p>a</p><p></p><ul></ul>", "<p>a</p>"),
        ("<p><br></p>", "<p><br></p>"),
        ('<ul><li class="ql-indent-1 evil">a</li></ul>', '<ul><li class="ql-indent-1">a</li></ul>'),
        ("<p>1 < 2 & 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<iframe src=//x></iframe><form action=//x><input>a</form>", "<p>a</p>"),
        ('<svg><a xlink:href="javascript:1">x</a></svg>', ""),
        ("<p>a\x00b\ud800c</p>", "<p>abc</p>"),
        ("", ""),
    ],
)
def test_only_what_a_resume_needs_is_kept(given_html, kept):
    assert clean_html(given_html) == kept


TAGS = st.sampled_from(
    [
        *(f"<{tag}>" for tag in sorted(KEPT_TAGS)),
        *(f"</{tag}>" for tag in sorted(KEPT_TAGS)),
        "<div>", "</div>", "<h1>", "</h1>", "<b>", "</b>", "<span style='x'>", "</span>",
        "<img src=x>",
        "<a href='https://x.example/?a=1&b=2'>", "<a href='javascript:1'>", "<script>", "</script>",
        "<!--", "-->", "<svg>", "<math>", "<style>", "</style>", "<table><p>", "&lt;b&gt;",
        "&amp;", "<",
        "a", " ", "\n", "я", "<li class='ql-indent-2'>", '"', "'", ">", "<textarea>", "<select>",
    ]
)  # fmt: skip


@given(st.lists(TAGS, max_size=30).map("".join))
@example("<h2><s><h2><table><p>")
def test_cleaning_is_well_formed_and_changes_nothing_twice(html):
    cleaned = clean_html(html)
    assert clean_html(cleaned) == cleaned
    open_tags: list[str] = []
    for piece in pieces(cleaned):
        if piece.kind == "text" or piece.value == "br":
            assert open_tags, "words stand in a block"
            continue
        assert piece.value in KEPT_TAGS
        assert set(piece.attributes) <= {"href", "target", "rel", "class", "colspan", "rowspan"}
        if piece.kind == "open":
            inline = [tag for tag in open_tags if tag not in BLOCK_TAGS]
            assert not (piece.value in BLOCK_TAGS and inline), "no block inside bold or a link"
            open_tags.append(piece.value)
        else:
            assert open_tags.pop() == piece.value
    assert not open_tags


def test_tags_nested_without_end_become_their_words():
    assert clean_html("<div>" * 50_000 + "deep") == "<p>deep</p>"
    assert clean_html("<b><i><u>" * 5_000 + "<p>a<p>b") == "<p>a</p><p>b</p>"
    assert clean_html("<p>a" * 5_000) == "<p>a</p>" * 5_000


def test_plain_text_keeps_order_lines_and_addresses():
    html = (
        "<h2>Olena</h2><p>Kyiv<br>Ukraine</p><ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>"
        "<table><tr><td>a</td><td>b</td></tr></table>"
        '<p>see <a href="https://www.linkedin.com/in/olena/">my page</a>, '
        '<a href="mailto:olena@example.com">olena@example.com</a></p>'
    )
    assert plain_text(html) == (
        "Olena\n\nKyiv\nUkraine\n\n• one\n• two\n• three\n\na\tb\n\n"
        "see my page (linkedin.com/in/olena), olena@example.com"
    )
