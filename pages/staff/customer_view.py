"""What the customer sees: his page of a candidate or of a vacancy, and why it looks so."""

from pages.ui import guard
from pages.ui.staff.looking_on import draw_looking_on
from services.permissions import Permission

viewer = guard.require(Permission.APPLICATIONS_PRESENT)

draw_looking_on(viewer)
