"""What sound files become: headings, paragraphs, lists, and every word in its order."""

from email.message import EmailMessage
from pathlib import Path

import docx.document
import pytest

from services.contacts import find, redact_html
from services.documents import read_document
from services.documents.encodings import decoded
from tests.services.documents.files import Text, pdf, word

pytestmark = pytest.mark.thorough

RESUMES = Path(__file__).resolve().parents[4] / "shared" / "data" / "resumes"


def _pdf(*texts: Text) -> str:
    return read_document("resume.pdf", pdf(texts)).html


@pytest.mark.parametrize("layout", ["Classic", "Moderncv", "Sb2nov"])
def test_a_real_resume_reads_well_in_every_layout(layout):
    file = RESUMES / f"John_Doe_{layout}.pdf"
    if not file.exists():
        pytest.skip(f"the résumés of ../shared/data are not beside this clone: {file}")
    read = read_document(file.name, file.read_bytes())
    assert (read.kind, read.media_type, read.readable) == ("pdf", "application/pdf", True)
    for heading in ("John Doe", "Education", "Experience", "Skills"):
        assert f"<h2>{heading}</h2>" in read.html
    # A line that ran out of width goes on, and a word divided there is one word again.
    assert "Series A led by Sequoia Capital, with participation from a16z and Founders Fund<" in (
        read.html
    )
    assert "(spotlight presentation, top 5% of submissions)</li>" in read.html
    assert "<li>Thesis: Efficient Neural" in read.html
    assert 'href="https://linkedin.com/in/rendercv"' in read.html
    assert "1/2" not in read.text
    assert "1/3" not in read.text
    order = [read.text.index(word) for word in ("Princeton University", "NVIDIA", "Kubernetes")]
    assert order == sorted(order)


def test_a_real_resume_loses_every_contact():
    file = RESUMES / "John_Doe_Classic.pdf"
    if not file.exists():
        pytest.skip(f"the résumés of ../shared/data are not beside this clone: {file}")
    html = read_document(file.name, file.read_bytes()).html
    assert "john.doe@email.com" in html, "positive control"
    shown = redact_html(html, known=["john.doe@email.com", "linkedin.com/in/rendercv"])
    for secret in ("john.doe", "rendercv.com", "linkedin", "github.com", "href"):
        assert secret not in shown
    assert "Built foundation model infrastructure serving 2M+ monthly API requests" in shown


def test_what_stands_to_the_right_of_a_line_is_said_with_it():
    """Files draw the column of dates after the column of words; a person reads across."""
    html = _pdf(
        Text("Nexus, engineer", y=700, bold=True),
        Text("• Built payment services for three countries", y=686),
        Text("• Led a team", y=672),
        Text("Lumen, engineer", y=650, bold=True),
        Text("• Wrote reports", y=636),
        Text("Kyiv", x=480, y=700),
        Text("2019 – 2023", x=470, y=686),
        Text("Lviv", x=480, y=650),
    )
    assert html == (
        "<p><strong>Nexus, engineer</strong><br>Kyiv · 2019 – 2023</p>"
        "<ul><li>Built payment services for three countries</li><li>Led a team</li></ul>"
        "<p><strong>Lumen, engineer</strong> · Lviv</p><ul><li>Wrote reports</li></ul>"
    )


def test_two_columns_stay_two_columns():
    left = [Text("Skills", y=700, size=14)]
    left += [Text(word, y=680 - 14 * n) for n, word in enumerate(["Python", "SQL", "Leadership"])]
    right = [Text("Experience", x=250, y=700, size=14)]
    right += [
        Text(f"Line {n} of the long story of work at Lumen.", x=250, y=680 - 14 * n)
        for n in range(6)
    ]
    text = read_document("resume.pdf", pdf(left + right)).text
    assert text.index("Leadership") < text.index("Experience") < text.index("Line 0")


def test_running_heads_are_said_once_and_page_numbers_never():
    pages = [
        [
            Text("Olena Ivanenko, olena@example.com", y=800, size=8),
            Text(f"Work number {number} at a company of its own", y=700),
            Text(f"Page {number} of 3", y=30, size=8),
        ]
        for number in (1, 2, 3)
    ]
    text = read_document("resume.pdf", pdf(*pages)).text
    assert text.count("olena@example.com") == 1
    assert "Page" not in text
    assert all(f"Work number {number}" in text for number in (1, 2, 3))


def test_a_running_head_that_ends_in_digits_is_no_page_number():
    head = "+380 50 555 14 68 | h@post.example | @hastor_14"
    pages = [
        [Text("Olena Ivanenko", y=800), Text(head, y=785), Text(f"Work number {number}", y=700)]
        for number in (1, 2)
    ]
    text = read_document("resume.pdf", pdf(*pages)).text
    assert (text.count(head), text.count("Olena Ivanenko")) == (1, 1)


def test_cyrillic_in_a_pdf_comes_out_composed():
    html = _pdf(
        Text("Іваненко Олена", y=760, size=20),
        Text("Розробниця сервісі\u0438\u0306 та й", y=730),
        Text("Київ, +380 67 123 45 67", y=700),
    )
    assert "<h2>Іваненко Олена</h2>" in html
    assert "сервісій" in html, "и and its breve are one letter"


def test_a_word_file_is_read_with_headers_tables_and_footers():
    def write(document: docx.document.Document) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "Іваненко Олена, +380 67 123 45 67"
        section.header.add_table(1, 1, section.page_width).cell(0, 0).text = "@olena_iv"
        section.footer.paragraphs[0].text = "olena@example.com"
        document.add_heading("Іваненко Олена Петрівна", 0)
        document.add_paragraph("Досвід роботи").runs[0].bold = True
        document.add_paragraph("Перше діло", style="List Bullet")
        document.add_paragraph("• друге діло")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Мови", "Python <3"
        document.add_paragraph("Крок", style="List Number")
        document.add_section().header.is_linked_to_previous = False
        document.sections[1].header.paragraphs[0].text = "Іваненко Олена, +380 67 123 45 67"

    read = read_document("resume.docx", word(write))
    assert read.kind == "docx"
    assert read.html == (
        "<p>Іваненко Олена, +380 67 123 45 67</p><p>@olena_iv</p>"
        "<h2>Іваненко Олена Петрівна</h2><h3>Досвід роботи</h3>"
        "<ul><li>Перше діло</li><li>друге діло</li></ul>"
        "<table><tbody><tr><td>Мови</td><td>Python &lt;3</td></tr></tbody></table>"
        "<ol><li>Крок</li></ol><p>olena@example.com</p>"
    )
    assert "Мови\tPython <3" in read.text
    assert {contact.kind for contact in find(read.text)} == {"phone", "handle", "email"}


UKRAINIAN = """Іваненко Олена
м. Київ, тел. 067 123 45 67

Досвід роботи:
- розробка сервісів для ґрунтовних європейських замовників
- навчання колег

ОСВІТА
Київський університет, 2010
"""
RUSSIAN = "Петров Пётр\nОпыт работы: руководитель отдела продаж, съёмка объектов, 2010-2020\n"
GERMAN = "Jürgen Groß\nErfahrung: Führung von Teams in München und Köln, Prüfung der Qualität\n"
POLISH = "Łukasz Żółć\nDoświadczenie: zarządzanie zespołem, wdrażanie usług w Gdańsku i Łodzi\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (UKRAINIAN, "utf-8"),
        (UKRAINIAN, "utf-8-sig"),
        (UKRAINIAN, "utf-16"),
        (UKRAINIAN, "utf-16-le"),
        (UKRAINIAN, "utf-16-be"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8_u"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        ("Olena Ivanenko\nKyiv\n", "ascii"),
    ],
    ids=lambda value: value.split("\n")[0],
)
def test_a_text_file_is_read_in_its_encoding(text, encoding):
    read = read_document("resume.txt", text.encode(encoding))
    lines = [line.strip(" -:") for line in text.split("\n") if line.strip()]
    assert [line.strip(" •:") for line in read.text.split("\n") if line.strip()] == lines


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_u", "cp1125", "mac_cyrillic", "utf-16"])
@pytest.mark.parametrize(
    "text",
    [
        "Іваненко Олена",
        "Марія\n067 123 45 67\nmaria@example.com",
        "РЕЗЮМЕ\nКОВАЛЕНКО АННА\nБУХГАЛТЕР",
        "Python developer\nОлена\nGitHub, SQL, Docker",
    ],
)
def test_a_few_cyrillic_words_are_enough_to_know_their_encoding(text, encoding):
    assert decoded(text.encode(encoding)) == text


def test_a_page_in_an_encoding_of_its_own_is_read_in_that_and_a_lie_is_not_believed():
    page = "<html><head><meta charset={}></head><body><p>Іваненко Олена, бухгалтерка</p></body>"
    for named, true in (("windows-1251", "cp1251"), ("koi8-u", "koi8_u"), ("latin-1", "cp1251")):
        read = read_document("page.html", page.format(named).encode(true))
        assert (read.kind, read.text) == ("html", "Іваненко Олена, бухгалтерка")


def test_a_page_with_its_pictures_in_one_file():
    letter = EmailMessage()
    letter.set_content("Іваненко Олена", charset="utf-8")
    letter.add_alternative("<h1>Іваненко Олена</h1><p>Бухгалтерка, Київ</p>", subtype="html")
    read = read_document("resume.doc", letter.as_bytes())
    assert (read.kind, read.html) == ("html", "<h2>Іваненко Олена</h2><p>Бухгалтерка, Київ</p>")


RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset2 Symbol;}}
{\stylesheet{\s1\outlinelevel0 heading 1;}}{\info{\author Nobody}}
{\header \pard\plain +380 67 123 45 67\par}{\footer \pard\plain 1\par}
\pard\plain\s1\f0\b\fs28 \'c4\'ee\'f1\'e2\'b3\'e4\b0\par
\pard\plain\f0\fs24 \u1030?\u1074?\u1072?\u1085? and {\b bold} and{\v hidden}
{\field{\*\fldinst HYPERLINK "https://example.com/x"}{\fldrslt a link}}\line next\par
\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt}one\par{\pntext\f1\'B7\tab}two\par
\trowd\cellx1\cellx2\pard\intbl 2019\cell SQL\cell\row\pard{\*\unknown gone}{\pict 89504e}
}"""


def test_rich_text_keeps_its_structure():
    read = read_document("resume.rtf", RTF)
    assert read.kind == "rtf"
    assert read.html == (
        "<p>+380 67 123 45 67</p><h2>Досвід</h2>"
        "<p>Іван and <strong>bold</strong> and"
        '<a href="https://example.com/x" target="_blank" rel="noopener noreferrer">a link</a>'
        "<br>next</p><ul><li>one</li><li>two</li></ul>"
        "<table><tbody><tr><td>2019</td><td>SQL</td></tr></tbody></table>"
    )


def test_columns_made_by_a_table_are_read_one_after_the_other():
    page = (
        "<html><table><tr><td><h2>Skills</h2><ul><li>SQL</li></ul></td>"
        "<td><h2>Work</h2><p>Lumen</p></td></tr></table>"
        "<table><tr><td>City</td><td>Kyiv</td></tr></table>"
    )
    assert read_document("page.html", page.encode()).html == (
        "<h2>Skills</h2><ul><li>SQL</li></ul><h2>Work</h2><p>Lumen</p>"
        "<table><tbody><tr><td>City</td><td>Kyiv</td></tr></tbody></table>"
    )


def test_a_text_file_gets_headings_and_lists():
    read = read_document("resume.txt", UKRAINIAN.encode())
    assert read.html == (
        "<p>Іваненко Олена<br>м. Київ, тел. 067 123 45 67</p>"
        "<h3>Досвід роботи</h3><ul>"
        "<li>розробка сервісів для ґрунтовних європейських замовників</li>"
        "<li>навчання колег</li></ul>"
        "<h3>ОСВІТА</h3><p>Київський університет, 2010</p>"
    )
