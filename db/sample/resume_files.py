"""The originals and the versions for customers as rows, and the originals' files."""

import hashlib
from collections.abc import Callable

from db.models import ResumeOriginal, ResumeVersion
from db.sample.chronicle import Chronicle
from db.sample.documents import DOCX, TXT, as_docx, as_text
from db.sample.resumes import Resume, as_html, for_customers
from db.sample.somebody import Somebody

PutFile = Callable[[bytes], str]

_NAMES = {
    "uk": ("Резюме {last} {first}", "{last}_{first}_CV", "CV {headline}", "резюме_2026"),
    "ru": ("Резюме {last} {first}", "{last}_{first}", "резюме новое", "CV_{last}"),
    "en": ("{first} {last} CV", "CV_{last}_2026", "Resume - {first} {last}", "{last} resume"),
}
_IN_WORD = 0.25
_SHORTENED = 0.25


def receive(
    chronicle: Chronicle,
    put_file: PutFile,
    somebody: Somebody,
    resume: Resume,
    *,
    candidate_id: int,
    days_ago: float,
    recruiter_id: int,
) -> None:
    """Keep the original as it came: its file and what was read from it."""
    at = chronicle.at(days_ago)
    in_word = chronicle.chance(_IN_WORD)
    content = as_docx(resume) if in_word else as_text(resume)
    name = chronicle.one_of(_NAMES[somebody.language]).format(
        first=somebody.first, last=somebody.last, headline=resume.headline.split(",")[0]
    )
    original = chronicle.add(
        ResumeOriginal(
            id=chronicle.key(at),
            candidate_id=candidate_id,
            file_name=f"{name}.{'docx' if in_word else 'txt'}",
            media_type=DOCX if in_word else TXT,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            stored_as=put_file(content),
            readable=True,
            html=as_html(resume),
            received_at=at,
            received_by_id=recruiter_id,
        ),
    )
    chronicle.audit(
        at, recruiter_id, "receive", "resume_original", original.id, candidate_id=candidate_id
    )


def save_versions(
    chronicle: Chronicle,
    resume: Resume,
    *,
    candidate_id: int,
    days_ago: tuple[float, ...],
    recruiter_id: int,
) -> int:
    """Save versions for customers, the last one being current; returns its key."""
    saved = []
    for number, saved_ago in enumerate(days_ago):
        at = chronicle.at(saved_ago)
        last = number == len(days_ago) - 1
        version = for_customers(resume, shortened=last and chronicle.chance(_SHORTENED))
        saved.append(
            chronicle.add(
                ResumeVersion(
                    id=chronicle.key(at),
                    candidate_id=candidate_id,
                    html=as_html(version),
                    saved_at=at,
                    saved_by_id=recruiter_id,
                    superseded_at=None if last else chronicle.at(days_ago[number + 1]),
                ),
            ),
        )
        chronicle.audit(
            at, recruiter_id, "save", "resume_version", saved[-1].id, candidate_id=candidate_id
        )
    return saved[-1].id
