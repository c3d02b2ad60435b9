"""Companies and departments: what customers belong to and notes are opened to."""

from services.companies.changing import merge, rename
from services.companies.directory import (
    CompanyCard,
    CompanyRow,
    MergePreview,
    card,
    companies,
    merge_preview,
)
from services.companies.naming import CompanyChoice, choices, named

__all__ = [
    "CompanyCard",
    "CompanyChoice",
    "CompanyRow",
    "MergePreview",
    "card",
    "choices",
    "companies",
    "merge",
    "merge_preview",
    "named",
    "rename",
]
