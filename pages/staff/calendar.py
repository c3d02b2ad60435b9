"""The calendar of every interview: look, move, schedule."""

from pages.ui import guard
from pages.ui.calendar.whole import draw_calendar
from services.permissions import Permission

viewer = guard.require(Permission.INTERVIEWS_READ)

draw_calendar(viewer)
