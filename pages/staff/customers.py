"""Manage customers: the list with its search, one customer's page."""

from pages.ui import guard
from pages.ui.opened import maybe_key
from pages.ui.staff.customer_list import draw_list
from pages.ui.staff.customer_page import draw_one
from services.permissions import Permission

viewer = guard.require(Permission.CUSTOMERS_MANAGE)
opened = maybe_key("id")
if opened is None:
    draw_list(viewer)
else:
    draw_one(viewer, opened)
