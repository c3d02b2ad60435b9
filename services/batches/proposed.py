"""The form of a candidate as a file of a batch proposes it, or as somebody has typed it since."""

from services.batches.batch import BatchFile
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.particulars import LanguageForm, ParticularsForm
from services.documents import Proposal, Proposed

_MOST_CONTACTS, _MOST_SKILLS, _MOST_LANGUAGES = 10, 60, 20


def form_of(file: BatchFile) -> CandidateForm:
    """What is entered once it is saved."""
    return proposed_form(file.proposal) if file.typed is None else file.typed


def proposed_form(proposal: Proposal) -> CandidateForm:
    """What would be entered, were nobody to change a word of it."""
    contacts = [ContactForm(one.kind, one.value) for one in proposal.contacts]
    languages = [LanguageForm(one.code, one.level) for one in proposal.languages]
    return CandidateForm(
        first_name=_said(proposal.first_name),
        last_name=_said(proposal.last_name),
        patronymic=_said(proposal.patronymic),
        headline=_said(proposal.headline),
        city=_said(proposal.city),
        contacts=tuple(dict.fromkeys(contacts))[:_MOST_CONTACTS],
        skills=tuple(dict.fromkeys(one.value for one in proposal.skills))[:_MOST_SKILLS],
        experience_years=proposal.experience.value if proposal.experience else None,
        particulars=ParticularsForm(
            languages=tuple(languages)[:_MOST_LANGUAGES],
            letter_language=proposal.letter_language,
        ),
    )


def _said(found: Proposed | None) -> str:
    return found.value if found else ""
