"""Clean markup as blocks for paper: structure kept, nothing nested, nothing lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from services.markup import plain_text
from services.resumes.paper.blocks import DEEPEST_LIST, blocks, body
from services.resumes.paper.tables import MOST_COLUMNS


def said(block):
    return "".join(run.text for run in block.runs)


def told(html):
    return [(one.kind, said(one), one.depth, one.number) for one in blocks(html)]


def test_headings_paragraphs_lists_and_quotations_keep_their_kind_and_order():
    assert told(
        "<h2>Work</h2><h3>Bank</h3><p>First <strong>bold</strong><br>second</p>"
        "<ul><li>one<ol><li>a</li><li>b</li></ol></li><li>two<p>more of two</p></li></ul>"
        "<blockquote>said</blockquote>"
    ) == [
        ("heading", "Work", 0, 0),
        ("subheading", "Bank", 0, 0),
        ("paragraph", "First bold\nsecond", 0, 0),
        ("item", "one", 1, 0),
        ("item", "a", 2, 1),
        ("item", "b", 2, 2),
        ("item", "two", 1, 0),
        ("paragraph", "more of two", 1, 0),
        ("quotation", "said", 0, 0),
    ]


def test_what_stands_above_is_not_said_once_more():
    html = "<h2>Maryana  TKACHENKO</h2><p>Engineer · Kyiv.</p><p>Work</p><p>Engineer · Kyiv</p>"
    kept = body(html, "Maryana Tkachenko", "Engineer · Kyiv")
    assert [said(one) for one in kept] == ["Work", "Engineer · Kyiv"]
    assert body("<table><tr><td>x</td></tr></table>", "Name", "")[0].kind == "table"


def test_marks_and_links_stay_with_their_words():
    (one,) = blocks('<p>a <em>b <u>c</u></em> <a href="https://example.org/x">d</a></p>')
    assert [(run.text, sorted(run.marks), run.link) for run in one.runs] == [
        ("a ", [], ""),
        ("b ", ["em"], ""),
        ("c", ["em", "u"], ""),
        (" ", [], ""),
        ("d", [], "https://example.org/x"),
    ]


def test_cells_stand_where_their_spans_put_them_and_never_cover_each_other():
    (table,) = blocks(
        '<table><tr><td rowspan="3">a</td><td colspan="99">b</td></tr>'
        '<tr><td>c</td><td rowspan="99">d</td></tr><tr><td>e</td></tr></table>'
    )
    places = {
        said_in(cell): (cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells
    }
    assert table.columns == 3
    assert places == {
        "a": (0, 0, 3, 1),
        "b": (0, 1, 1, 2),
        "c": (1, 1, 1, 1),
        "d": (1, 2, 2, 1),
        "e": (2, 1, 1, 1),
    }


def said_in(cell):
    return "".join(run.text for run in cell.content)


def test_a_table_in_a_cell_and_one_that_is_too_wide_become_lines():
    inner = "<table><tr><td>x</td><td>y</td></tr></table>"
    (outer,) = blocks(
        f"<table><tr><td>before {inner}</td><td><ul><li>i</li></ul></td></tr></table>"
    )
    first, second = (said_in(cell) for cell in outer.cells)
    assert first.split() == ["before", "x", "y"]
    assert second == "• i"
    wide = "".join(f"<td>{n}</td>" for n in range(MOST_COLUMNS + 1))
    (line,) = blocks(f"<table><tr>{wide}</tr></table>")
    assert (line.kind, said(line)) == ("paragraph", "0 · 1 · 2 · 3 · 4 · 5 · 6 · 7 · 8")


def test_lists_nested_deeply_are_cut_to_a_depth_that_fits():
    deep = blocks("<ul><li>a" * 60 + "</li></ul>" * 60)
    assert len(deep) == 60
    assert max(one.depth for one in deep) == DEEPEST_LIST


PARTS = """<p> </p> <ul> <li> </li> </ul> <ol> </ol> <table> <tr> <td> <td&colspan=3>
<td&rowspan=2> </td> </tr> </table> <h2> </h2> <strong> </strong> <blockquote> </blockquote> <br>
word слово &amp;"""
TAGS = st.sampled_from(PARTS.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS, max_size=40))
def test_no_word_is_lost_and_no_cell_covers_another(parts):
    html = "".join(part.replace("&c", " c").replace("&r", " r") for part in parts)
    found = blocks(html)
    words = "".join(said(one) + "".join(map(said_in, one.cells)) for one in found)
    for word in ("word", "слово"):
        assert words.count(word) == plain_text(html).count(word)
    for one in found:
        covered = [
            (row, column)
            for cell in one.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert len(covered) == len(set(covered))
        assert all(column < one.columns for _, column in covered)
