"""What the trail keeps of a choice is read in words, in every language."""

import pytest

from pages.ui import session
from pages.ui.trail_words import became
from services.i18n import LANGUAGES
from services.mail.configuration import REGIONS, SECURITIES, SENDERS
from services.vacancies.forms import EMPLOYMENTS, PRIORITIES
from services.vacancies.stage_forms import OUTCOMES

CHOICES = {
    "employment": EMPLOYMENTS,
    "priority": PRIORITIES,
    "outcome": OUTCOMES,
    "language": [*LANGUAGES],
    "letter_language": ["", *LANGUAGES],
    "sender": SENDERS,
    "smtp_security": SECURITIES,
    "sendgrid_region": REGIONS,
    "shows_age": ["True", "False"],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", CHOICES)
def test_no_code_of_a_choice_is_shown(monkeypatch, field, language):
    monkeypatch.setattr(session, "language", lambda: language)
    codes = CHOICES[field]
    for code, other in zip(codes, [*codes[1:], codes[0]], strict=True):
        shown = became(field, code, other).split(" → ")
        assert code not in shown
        assert other not in shown
        assert shown[0] != shown[1]


def test_other_fields_stay_as_they_are(monkeypatch):
    monkeypatch.setattr(session, "language", lambda: "en")
    assert became("city", "", "Odesa") == "– → Odesa"
    assert became("languages", "", "uk native, en b2") == "– → Ukrainian native, English B2"
