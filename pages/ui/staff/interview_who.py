"""Who takes part in an interview, and which customers are told of it by letter."""

from dataclasses import dataclass

import streamlit as st

from pages.ui import markup as m
from pages.ui.text import t
from services.ids import key_text
from services.interviews.choosing import CustomerChoice, FormChoices
from services.interviews.forms import InterviewForm


@dataclass(frozen=True, slots=True)
class Who:
    """Keys of people, as they are entered."""

    staff: frozenset[int]
    customers: frozenset[int] = frozenset()
    copies: frozenset[int] = frozenset()
    staff_only: bool = False


def ask_who(key: str, choices: FormChoices, begun: InterviewForm) -> Who:
    """Staff; then, unless it is for staff only, each customer of the vacancy."""
    names = {one.id: one.name for one in choices.staff}
    staff = frozenset(
        st.multiselect(
            t("Who takes part"),
            list(names),
            key=f"{key}_staff",
            default=[one for one in begun.staff if one in names],
            format_func=names.__getitem__,
            placeholder=t("Choose"),
            select_all=False,
        )
    )
    staff_only = st.checkbox(
        t("Only staff know of this interview"), key=f"{key}_staff_only", value=begun.staff_only
    )
    if not choices.customers:
        st.html(m.quiet(t("No active customer is tied to this vacancy.")))
    elif staff_only:
        st.html(m.quiet(t("It stands in no customer’s calendar, and no letter goes to them.")))
    elif not choices.shown:
        st.html(
            m.quiet(
                t(
                    "Customers do not see this candidate yet. To invite them, present the "
                    "candidate first."
                )
            )
        )
    else:
        return _with_customers(key, choices, begun, staff)
    return Who(staff, staff_only=staff_only)


def _with_customers(
    key: str, choices: FormChoices, begun: InterviewForm, staff: frozenset[int]
) -> Who:
    taking_part, copies = set(), set()
    for one in choices.customers:
        mark = f"{key}_{key_text(one.id)}"
        # under each other: in a line the framework cuts the words of a tick short
        with st.container(gap="xxsmall"):
            st.html(m.quiet(_named(one)))
            if st.checkbox(
                t("Notify the customer by email about this interview"),
                key=f"{mark}_copy",
                value=one.id in begun.copies,
            ):
                copies.add(one.id)
            if st.checkbox(t("Takes part"), key=f"{mark}_part", value=one.id in begun.customers):
                taking_part.add(one.id)
    return Who(staff, frozenset(taking_part), frozenset(copies))


def _named(one: CustomerChoice) -> str:
    return f"{one.name} ({one.company})" if one.company else one.name
