"""HTML patterns: functions that return Markup, everything in them escaped.

They take plain values and small frozen dataclasses, never rows of the database; words come in
already translated. Draw the result with `st.html(...)`. docs/ui.md says which pattern is for what.
"""

from pages.ui.markup.basics import (
    button_link, chip, chips, copy_button, icon, link, lit_dot, outside, quiet, section, waiting,
)
from pages.ui.markup.cards import (
    CandidateCard, Strip, VacancyCard, candidate_card, cards, strip, vacancy_card,
)
from pages.ui.markup.documents import absent, cut, letter, pairs, sheet, words
from pages.ui.markup.messages import Event, banner, countdown, empty, form_error, history
from pages.ui.markup.navigation import (
    Bell, Menu, Place, customer_nav, divider, door_mark, staff_nav,
)
from pages.ui.markup.notes import Note, note
from pages.ui.markup.people import Contact, Person, avatar, contacts, person, reach
from pages.ui.markup.receipts import Fact, Seen, facts, lit_box, receipt
from pages.ui.markup.stages import StageCount, legend, progress, stage, stage_bar, stand
from pages.ui.markup.tables import (
    Column, Row, StageChoice, Ticks, pager, person_cell, stage_choice, table, title_cell,
)
from pages.ui.markup.titles import back, candidate_head, crumbs, title

__all__ = [
    "Bell", "CandidateCard", "Column", "Contact", "Event", "Fact", "Menu", "Note", "Person",
    "Place", "Row", "Seen", "StageChoice", "StageCount", "Strip", "Ticks", "VacancyCard",
    "absent", "avatar", "back", "banner", "button_link", "candidate_card", "candidate_head",
    "cards", "chip", "chips", "contacts", "copy_button", "countdown", "crumbs", "customer_nav",
    "cut", "divider", "door_mark", "empty", "facts", "form_error", "history", "icon", "legend",
    "letter", "link", "lit_box", "lit_dot", "note", "outside", "pager", "pairs", "person",
    "person_cell", "progress", "quiet", "reach", "receipt", "section", "sheet", "stage",
    "stage_bar", "stage_choice", "staff_nav", "stand", "strip", "table", "title", "title_cell",
    "vacancy_card", "waiting", "words",
]  # fmt: skip
