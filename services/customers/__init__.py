"""Customers: people with a login who follow vacancies, external or internal."""

from services.customers.directory import (
    CustomerCard,
    CustomerRow,
    card,
    customers,
    tieable,
)
from services.customers.forms import CustomerForm, add, block, edit, invite_again, reactivate

__all__ = [
    "CustomerCard",
    "CustomerForm",
    "CustomerRow",
    "add",
    "block",
    "card",
    "customers",
    "edit",
    "invite_again",
    "reactivate",
    "tieable",
]
