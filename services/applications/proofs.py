"""What proves that a résumé version is the one that was shown (docs/adr/0011)."""

from enum import StrEnum

from sqlalchemy import select

from db.models import Presentation, ResumeVersion
from db.proofs import proves
from services.permissions import Permission, require
from services.work import Work


class Proof(StrEnum):
    """The text is the one that was shown; it is not; or it was erased, and the record stays."""

    HOLDS = "holds"
    DIFFERS = "differs"
    ERASED = "erased"


def verify(work: Work, *, version_id: int) -> Proof:
    """Hold a version against its own record and those of the presentations that name it.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    version = work.one(ResumeVersion, version_id)
    recorded = work.scalars(
        select(Presentation.digest).where(Presentation.resume_version_id == version_id)
    )
    return proof_of(version, *recorded)


def proof_of(version: ResumeVersion, *recorded: str) -> Proof:
    """What holds of a version whose digest stands in these other records, too."""
    if any(digest != version.digest for digest in recorded):
        return Proof.DIFFERS
    if not version.salt:
        return Proof.ERASED
    return Proof.HOLDS if proves(version.html, version.salt, version.digest) else Proof.DIFFERS
