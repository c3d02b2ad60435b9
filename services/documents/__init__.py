"""Résumé files: read safely, and what their first lines propose about the candidate."""

from services.documents.limits import LIMITS, Limits
from services.documents.proposals import Proposal, propose
from services.documents.reading import ReadDocument, read_document

__all__ = ["LIMITS", "Limits", "Proposal", "ReadDocument", "propose", "read_document"]
