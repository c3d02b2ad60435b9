"""Résumés as the files they came in: DOCX and plain text, the same bytes every time."""

import io
import zipfile
from datetime import UTC, datetime

from docx import Document

from db.sample.resumes import Resume

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TXT = "text/plain"

_WRITTEN = datetime(2026, 1, 12, 10, 0, tzinfo=UTC)
_ZIP_TIME = (2026, 1, 12, 10, 0, 0)


def as_text(resume: Resume) -> bytes:
    """The résumé as a text file."""
    head = resume.headings
    lines = [resume.name, f"{resume.headline} · {resume.city}", *resume.contacts, ""]
    lines += [head.summary.upper(), resume.summary, "", head.experience.upper()]
    for job in resume.jobs:
        lines += [job.title, job.employer, job.dates, *(f"- {line}" for line in job.done), ""]
    lines += [head.education.upper(), *resume.education, ""]
    lines += [head.skills.upper(), ", ".join(resume.skills), ""]
    lines += [head.languages.upper(), *resume.languages]
    if resume.more:
        lines += ["", head.more.upper(), *resume.more]
    return ("\n".join(lines) + "\n").encode("utf-8")


def as_docx(resume: Resume) -> bytes:
    """The résumé as a Word document."""
    document = Document()
    properties = document.core_properties
    properties.author, properties.title = resume.name, resume.headline
    properties.created = properties.modified = _WRITTEN
    head = resume.headings
    document.add_heading(resume.name, level=1)
    document.add_paragraph(f"{resume.headline} · {resume.city}")
    for contact in resume.contacts:
        document.add_paragraph(contact)
    document.add_heading(head.summary, level=2)
    document.add_paragraph(resume.summary)
    document.add_heading(head.experience, level=2)
    for job in resume.jobs:
        document.add_paragraph().add_run(job.title).bold = True
        document.add_paragraph(f"{job.employer}\n{job.dates}")
        for line in job.done:
            document.add_paragraph(line, style="List Bullet")
    sections = (
        (head.education, resume.education),
        (head.skills, (", ".join(resume.skills),)),
        (head.languages, resume.languages),
        (head.more, resume.more),
    )
    for heading, lines in sections:
        if lines:
            document.add_heading(heading, level=2)
        for line in lines:
            document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return _with_fixed_times(written)


def _with_fixed_times(written: io.BytesIO) -> bytes:
    """The same archive without the time of its making in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            # The template brings a picture of an empty page along.
            content = b"" if name.endswith("thumbnail.jpeg") else source.read(name)
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return packed.getvalue()
