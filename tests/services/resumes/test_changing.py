"""A copy made anew in a text that was written on; what changed between two versions."""

from services.resumes.changing import Changed, carry_over
from services.resumes.differences import Difference, differences

OLD = "<p>One</p><p>Call …</p><p>Two</p><p>Three</p>"
NEW = "<p>One</p><p>Call 067 123 45 67</p><p>Two</p><p>Phone: 067 123 45 67</p><p>Three</p>"


def test_what_was_put_back_comes_into_the_text_as_it_was_written_on():
    edited = "<p>Zero</p><p>One</p><p>Call …</p><p>Two</p><p>Three and more</p>"
    assert carry_over(old=OLD, new=NEW, edited=edited) == Changed(
        "<p>Zero</p><p>One</p><p>Call 067 123 45 67</p><p>Two</p><p>Phone: 067 123 45 67</p>"
        "<p>Three and more</p>"
    )
    assert carry_over(old=OLD, new=NEW, edited=OLD) == Changed(NEW)
    assert carry_over(old=NEW, new=OLD, edited=NEW.replace("One", "1")) == Changed(
        OLD.replace("One", "1")
    )


def test_a_line_that_was_rewritten_stays_as_it_was_written():
    edited = "<p>One</p><p>Do not call</p><p>Two</p><p>Three</p>"
    assert carry_over(old=OLD, new=NEW, edited=edited) == Changed(
        "<p>One</p><p>Do not call</p><p>Two</p><p>Phone: 067 123 45 67</p><p>Three</p>", lost=1
    )
    assert carry_over(old=OLD, new=NEW, edited="<p>Mine</p>") == Changed("<p>Mine</p>", lost=2)


def test_two_versions_differ_line_by_line():
    before, after = "<h2>A</h2><p>b</p><p>c</p>", "<h2>A</h2><p>b</p><ul><li>d</li></ul>"
    assert differences(before, after) == [
        Difference("same", lines=2),
        Difference("gone", "c"),
        Difference("come", "• d"),
    ]
    assert differences(before, before) == [Difference("same", lines=3)]
