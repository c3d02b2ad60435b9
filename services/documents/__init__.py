"""Résumé files: read safely, and what their text proposes about the candidate."""

from services.documents.experience import Years
from services.documents.found import Place, Proposed
from services.documents.kinds import Kind
from services.documents.limits import LIMITS, Limits
from services.documents.proposals import Proposal, propose
from services.documents.reached import Contact
from services.documents.reading import ReadDocument, read_document
from services.documents.spoken import Spoken

__all__ = [
    "LIMITS",
    "Contact",
    "Kind",
    "Limits",
    "Place",
    "Proposal",
    "Proposed",
    "ReadDocument",
    "Spoken",
    "Years",
    "propose",
    "read_document",
]
