"""Résumés with contacts wherever a file has room for them, and words that are none of anybody's.

`documents()` are made anew for each test, each contact another one, so that what is found later
says where it stood.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx.document
import pypdf
import pypdf.annotations
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.services.documents.files import Text, pdf, repacked, word

NAME = ("Olena", "Kovalchuk")
STORED = ("+380 67 400 00 01", "olena.kovalchuk@mail.example", "@olena_kov")
HARMLESS = {
    "en": [
        "Payments engineer with nine years of practice in banks and shops",
        "Led a team of five people, planned releases and spoke with partners",
        "PostgreSQL, Kafka, Next.js and Python 3.11, Kubernetes, Grafana",
        "2016 – 2021: an online shop, moved 40 services, cut the bill by 30 percent",
        "2021 – 2024: a bank in Kyiv, card payments, 2 million transactions a day",
        "Telegram bots and mobile apps for couriers; e-mail marketing for a museum",
        "Master of Science, Lviv Polytechnic, 2015; courses in product management",
        "Ukrainian, English, some Polish. Likes mountains, choirs and old maps",
    ],
    "uk": [
        "Інженерка платежів, дев’ять років у банках і крамницях",
        "Керувала командою з п’яти людей, планувала випуски, вела переговори",
        "2016 – 2021: інтернет-крамниця, перенесла 40 сервісів, витрати впали на 30 %",
        "2021 – 2024: банк у Києві, карткові платежі, два мільйони операцій на добу",
        "Телеграм-боти й мобільні застосунки для кур’єрів, розсилки для музею",
        "Магістр, Львівська політехніка, 2015; курси з керування продуктом",
        "Українська, англійська, трохи польська. Любить гори, хори й старі мапи",
    ],
    "ru": [
        "Инженер платежей, девять лет в банках и магазинах",
        "Руководила командой из пяти человек, планировала выпуски, вела переговоры",
        "2016 – 2021: интернет-магазин, перенесла 40 сервисов, расходы упали на 30 %",
        "2021 – 2024: банк в Киеве, карточные платежи, два миллиона операций в сутки",
        "Телеграм-боты и мобильные приложения для курьеров, рассылки для музея",
        "Магистр, Львовская политехника, 2015; курсы по управлению продуктом",
        "Украинский, английский, немного польский. Любит горы, хоры и старые карты",
    ],
}


@dataclass
class Planted:
    """A file, the words that must stay, and what must be read by no customer."""

    name: str
    content: bytes = b""
    words: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)

    def phone(self) -> str:
        """A number that stands nowhere else."""
        tail = f"{self._seed():05d}"
        number = f"+380 50 {tail[0]}{tail[1]}7 {tail[2:4]} {tail[4]}3"
        self.secrets.append(number)
        return number

    def email(self) -> str:
        """An address that stands nowhere else."""
        address = f"box{self._seed()}@post.example"
        self.secrets.append(address)
        return address

    def _seed(self) -> int:
        return sum(map(ord, self.name)) * 97 % 60_000 + len(self.secrets) * 11


def documents() -> Iterator[Planted]:
    """Nine files of four kinds; with the three real ones of ../shared they are twelve."""
    for number, language in enumerate(HARMLESS):
        yield _plain_word(Planted(f"kovalchuk-{number}.docx"), language)
    yield _deep_word(Planted("kovalchuk-deep.docx"))
    for language in ("en", "uk"):
        yield _odt(Planted(f"kovalchuk-{language}.odt"), language)
    for language in ("ru", "en"):
        yield _html(Planted(f"kovalchuk-{language}.html"), language)
    yield _pdf(Planted("+380501112233 Kovalchuk.pdf"))


def _plain_word(made: Planted, language: str) -> Planted:
    """In the head, the foot, a table, a list, a link, and in the properties."""
    made.words = HARMLESS[language]

    def write(document: docx.document.Document) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = f"{' '.join(NAME)} · {made.phone()}"
        section.footer.paragraphs[0].text = f"E-mail: {made.email()}"
        document.core_properties.author = made.email()
        document.core_properties.comments = made.phone()
        document.add_heading(" ".join(NAME), 1)
        document.add_paragraph(f"Telegram: {STORED[2]}")
        for line in made.words:
            document.add_paragraph(line, style="List Bullet")
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Phone", made.phone()
        table.cell(1, 0).text, table.cell(1, 1).text = "E-mail", made.email()
        paragraph = document.add_paragraph()
        address = f"https://cv{made._seed()}.example/olena"
        made.secrets.append(address)
        key = document.part.relate_to(address, _LINK, is_external=True)
        link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>site</w:t></w:r></w:hyperlink>'
        paragraph._p.append(parse_xml(link))

    made.content = word(write)
    return made


_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def _deep_word(made: Planted) -> Planted:
    """In a text box, a tracked change, hidden and white words, alt text, a comment, a footnote."""
    made.words = HARMLESS["en"]
    said = {name: made.phone() for name in _DEEP}

    def write(document: docx.document.Document) -> None:
        document.add_heading(" ".join(NAME), 1)
        for line in made.words:
            document.add_paragraph(line)
        for name, form in _DEEP.items():
            xml = form.format(said[name])
            document.element.body.insert(3, parse_xml(xml.replace("<w:p>", _PARAGRAPH, 1)))

    content = word(write)
    notes = f"<w:comments {nsdecls('w')}><w:comment w:id='1'><w:p>{_RUN.format(made.email())}</w:p>"
    foot = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p>{_RUN.format(made.email())}</w:p>"
    )
    made.content = repacked(
        content,
        {},
        added=[
            ("word/comments.xml", f"{notes}</w:comment></w:comments>".encode()),
            ("word/footnotes.xml", f"{foot}</w:footnote></w:footnotes>".encode()),
        ],
    )
    return made


_PARAGRAPH = (
    f"<w:p {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml' xmlns:wp='http://schemas."
    "openxmlformats.org/drawingml/2006/wordprocessingDrawing'>"
)
_DEEP = {
    "text box": "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r>"
    "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    "inserted": "<w:p><w:ins w:id='8' w:author='x'><w:r><w:t>{}</w:t></w:r></w:ins></w:p>",
    "deleted": "<w:p><w:del w:id='9' w:author='x'><w:r><w:delText>{}</w:delText></w:r></w:del></w:p>",
    "hidden": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>",
    "white": "<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>{}</w:t></w:r></w:p>",
    "alt text": "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='p' descr='{}'/></wp:inline>"
    "</w:drawing></w:r></w:p>",
}


def _odt(made: Planted, language: str) -> Planted:
    """In the head of the page, an annotation, a text box, a hidden paragraph, the properties."""
    made.words = HARMLESS[language]
    lines = "".join(f"<text:p>{line}</text:p>" for line in made.words)
    body = (
        f"<text:h text:outline-level='1'>{' '.join(NAME)}</text:h><text:p>{STORED[1]}</text:p>{lines}"
        f"<text:p>Phone: {made.phone()}<office:annotation><text:p>{made.email()}</text:p>"
        f"</office:annotation></text:p><text:p><draw:frame><draw:text-box><text:p>{made.email()}"
        f"</text:p></draw:text-box></draw:frame></text:p><text:p><text:hidden-text "
        f"text:string-value='{made.phone()}'>{made.secrets[-1]}</text:hidden-text></text:p>"
        f"<text:p><text:a xlink:href='mailto:{made.email()}'>write</text:a></text:p>"
    )
    spaces = " ".join(
        f"xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{of}:1.0'"
        for name, of in (("office", "office"), ("text", "text"), ("draw", "drawing"),
                         ("style", "style"), ("meta", "meta"))
    )  # fmt: skip
    spaces += (
        " xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {spaces}><office:master-styles><style:master-page><style:header>"
        f"<text:p>{made.phone()}</text:p></style:header></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )
    meta = (
        f"<office:document-meta {spaces}><office:meta><dc:creator>{made.email()}</dc:creator>"
        "</office:meta></office:document-meta>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, xml in (("content", content), ("styles", styles), ("meta", meta)):
            archive.writestr(f"{name}.xml", f"<?xml version='1.0' encoding='UTF-8'?>{xml}")
    made.content = out.getvalue()
    return made


def _html(made: Planted, language: str) -> Planted:
    """In the head, hidden and white words, attributes, a comment, a link, a table."""
    made.words = HARMLESS[language]
    lines = "".join(f"<li>{line}</li>" for line in made.words)
    made.content = (
        f"<html><head><title>{made.email()}</title><meta name='author' content='{made.phone()}'>"
        f"</head><body><header>{made.phone()}</header><h1>{' '.join(NAME)}</h1>"
        f"<p>{STORED[0]}</p><!-- {made.email()} --><ul>{lines}</ul>"
        f"<p style='display:none'>{made.phone()}</p><p style='color:white'>{made.email()}</p>"
        f"<img alt='{made.phone()}' src='http://x.example/{made.email()}'>"
        f"<p title='{made.phone()}'><a href='tel:{made.phone()}'>call</a></p>"
        f"<table><tr><td>Viber</td><td>{made.phone()}</td></tr></table></body></html>"
    ).encode()
    return made


def _pdf(made: Planted) -> Planted:
    """Under a link, in an annotation, an attachment, the properties; and in the file's name."""
    made.words = HARMLESS["en"]
    made.secrets.append("+380 50 111 22 33")
    texts = [Text(" ".join(NAME), y=800, size=16), Text(f"Phone: {made.phone()}", y=780)]
    texts += [Text(line, y=750 - 16 * n) for n, line in enumerate(made.words)]
    texts.append(Text("My site", y=560, link=f"mailto:{made.email()}"))
    texts.append(Text(made.email(), y=540, size=1))
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(texts)))
    writer.add_metadata({"/Author": made.email(), "/Keywords": made.phone()})
    writer.add_attachment("card.txt", made.email().encode())
    note = pypdf.annotations.Text(rect=(50, 500, 70, 520), text=made.phone())
    writer.add_annotation(0, note)
    out = io.BytesIO()
    writer.write(out)
    made.content = out.getvalue()
    return made
