"""A vacancy of mine: its candidates by stage."""

from pages.ui import guard
from pages.ui.customer.vacancy import ask, draw
from pages.ui.installed import installation
from pages.ui.opened import key_in_address, maybe_key, page_in_address
from pages.ui.problems import opening
from pages.ui.text import t
from pages.ui.told import read_what_was_told
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.VACANCIES_READ)

read_what_was_told(viewer)
with (
    opening(t("My vacancies"), "/vacancies") as attempt,
    reading(installation(), viewer) as work,
):
    found = ask(work, key_in_address("id"))
if not attempt.failed:
    draw(viewer, found, stage=maybe_key("stage"), number=page_in_address())
