"""Help: what one can do here, in the reader's language, and whom to call."""

import streamlit as st

from pages.ui import guard
from pages.ui.installed import installation
from pages.ui.markup import Contact, Person, reach, section, title, words
from pages.ui.text import t
from services.agency import agency
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.PROFILE_MANAGE)


def of_staff() -> list[tuple[str, str]]:
    """What a recruiter asks in the first week."""
    return [
        (
            t("How do I connect a customer?"),
            t(
                "Account settings → Manage customers → New Customer. Or on the vacancy: Edit Job → "
                "Add new customer; then he is tied to that vacancy at once. He gets an invitation "
                "letter with a personal link to set his password."
            ),
        ),
        (
            t("The customer has not received the invitation, or lost it. What now?"),
            t(
                "Manage customers → the customer → Send the invitation again. The earlier link "
                "keeps working until one of them is used. Whoever has been here before comes in by "
                "“Come in without the password” at the sign-in page."
            ),
        ),
        (
            t("A recruiter leaves. Who takes over?"),
            t(
                "An administrator opens Account settings → Manage staff → the recruiter, chooses "
                "Block, and hands the vacancies and customers over to a colleague."
            ),
        ),
        (
            t("How do I add a candidate from a resume?"),
            t(
                "Candidates → New candidate, then choose the file. Name and contacts are proposed "
                "from the text; check them and save. The original file is kept as it is."
            ),
        ),
        (
            t("How do I prepare a resume for customers?"),
            t(
                "Open the candidate, choose Edit applicant’s profile in the upper right, go down "
                "to the resume and the tab Resume for customers. Copy the original, take out what "
                "the customer should not read, and choose Save Changes."
            ),
        ),
        (
            t("What does a customer see?"),
            t(
                "Only his vacancies, the candidates presented there, their resume for customers "
                "and the notes opened to his company. Amber with a lamp means: the customer sees "
                "this. A dashed edge with a lock means: only staff."
            ),
        ),
        (
            t("Who reads a note?"),
            t(
                "A note is hidden from customers unless you take the tick off “Don’t show this to "
                "customers”. Before you save, the form names who will read it."
            ),
        ),
        (
            t("I presented the wrong candidate. What now?"),
            t(
                "For ten seconds nobody sees anything: choose Undo. Later, move the candidate back "
                "to the longlist; the customer no longer sees him from that moment on."
            ),
        ),
    ]


def of_customers() -> list[tuple[str, str]]:
    """What a customer asks on his first visit."""
    return [
        (
            t("What do I see here?"),
            t(
                "Your vacancies and the candidates your recruiter has presented to you. An amber "
                "dot marks a candidate you have not opened yet."
            ),
        ),
        (
            t("How do I answer?"),
            t(
                "Open the candidate, read the resume, write a note or move the candidate to "
                "another stage. Your recruiter is told at once."
            ),
        ),
        (
            t("Who reads my notes?"),
            t("Your recruiter and your colleagues who follow the same vacancy. Nobody else."),
        ),
        (
            t("How do I come in without a password?"),
            t(
                "At the sign-in page choose “Come in without the password”. The letter brings a "
                "link that works once, for a few minutes; on your own device you stay signed in."
            ),
        ),
        (
            t("Why are there no phone numbers?"),
            t(
                "The agency has hidden the candidates’ contacts. Ask your recruiter to arrange a "
                "meeting."
            ),
        ),
    ]


st.html(title(t("Help")))
for question, answer in of_staff() if viewer.is_staff else of_customers():
    st.html(section(question) + words(answer))
with reading(installation(), viewer) as work:
    house = agency(work)
ways = [Contact("phone", house.phone), Contact("email", house.email)]
st.html(section(t("Still a question?")))
st.html(reach(Person(0, house.name), [way for way in ways if way.text]))
