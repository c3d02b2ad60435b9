"""Looking on as a customer: whom to choose, his own page in a frame, and the receipt beside it."""

from collections.abc import Sequence
from contextlib import suppress

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import readonly, session
from pages.ui.customer import candidate as candidate_page
from pages.ui.customer import vacancy as vacancy_page
from pages.ui.installed import installation
from pages.ui.layout import line, seen, split
from pages.ui.opened import key_in_address, maybe_key, page_in_address
from pages.ui.problems import opening, shown
from pages.ui.staff.receipt_words import receipt_lines, why
from pages.ui.text import t
from services.customers.preview import (
    Follower,
    LookedOn,
    as_customer,
    followers_of,
    followers_of_candidate,
)
from services.customers.receipt import Line, candidate_receipt, vacancy_receipt
from services.customers.sides import CandidateSide, VacancySide
from services.errors import NotFound
from services.ids import key_text
from services.viewer import Viewer
from services.work import reading


def way_to(**about: int) -> Markup:
    """The button that leads to what the customer sees of these (`candidate`, `app`, `vacancy`)."""
    query = "&".join(f"{name}={key_text(key)}" for name, key in about.items())
    address = f"{readonly.PAGE}?{query}"
    return m.button_link(t("What the customer sees"), address, symbol="visibility")


def draw_looking_on(viewer: Viewer) -> None:
    """The choice of a customer and of how to look; his page; the receipt."""
    candidate_id = maybe_key("candidate")
    with (
        opening(t("Vacancies"), "/vacancies") as attempt,
        reading(installation(), viewer) as work,
    ):
        if candidate_id is not None:
            people = followers_of_candidate(work, candidate_id=candidate_id)
        else:
            people = followers_of(work, vacancy_id=key_in_address("vacancy"))
    if attempt.failed:
        return
    back = _way_back(candidate_id)
    if not people:
        st.html(
            m.back(t("Back"), back)
            + m.title(t("What the customer sees"))
            + m.empty(
                t("There is no customer who could see this yet"),
                t("No customer is tied to the vacancy, or the candidate is linked to none."),
            )
        )
        return
    with line("looking_on"):
        st.html(m.button_link(t("Back"), back, symbol="arrow_back"), width="content")
        chosen = _choose(people, candidate_id or key_in_address("vacancy"))
        phone = _choose_width()
        customer, language = _customer(viewer, chosen), ""
        if customer is not None:
            language = _choose_language(viewer, customer)
    if customer is not None:
        _draw(viewer, customer, candidate_id, language=language, phone=phone)


def _way_back(candidate_id: int | None) -> str:
    if candidate_id is None:
        return f"/vacancy?id={key_text(key_in_address('vacancy'))}"
    app = maybe_key("app")
    here = f"/candidate?id={key_text(candidate_id)}"
    return f"{here}&app={key_text(app)}" if app is not None else here


def _choose(people: Sequence[Follower], about: int) -> int:
    """One of the customers concerned; first the one that the address names."""
    by_id = {one.id: one for one in people}
    named = maybe_key("customer")
    chosen: int = st.selectbox(
        t("Customer"),
        list(by_id),
        index=list(by_id).index(named) if named in by_id else 0,
        key=f"looking_on_{key_text(about)}_{key_text(named) if named else None}",
        format_func=lambda id_: _name(by_id[id_]),
        label_visibility="collapsed",
        width=260,
    )
    return chosen


def _name(one: Follower) -> str:
    name = f"{one.name} ({one.company})" if one.company else one.name
    return f"{name} – {t('blocked')}" if one.blocked else name


def _choose_width() -> bool:
    words = {"wide": t("Wide"), "phone": t("Phone")}
    chosen = st.segmented_control(
        t("Width"),
        list(words),
        key="looking_on_width",
        default="wide",
        format_func=words.__getitem__,
        label_visibility="collapsed",
    )
    return chosen == "phone"


def _customer(viewer: Viewer, customer_id: int) -> LookedOn | None:
    with shown() as attempt, reading(installation(), viewer) as work:
        found = as_customer(work, customer_id=customer_id)
    return None if attempt.failed else found


def _choose_language(viewer: Viewer, customer: LookedOn) -> str:
    """His own, which is what he sees; where it is another, the reader may take hers."""
    his = customer.viewer.language
    if his == viewer.language:
        return his
    words = {"his": t("The customer’s language"), "mine": t("My language")}
    chosen = st.segmented_control(
        t("Language"),
        list(words),
        key="looking_on_language",
        default="his",
        format_func=words.__getitem__,
        label_visibility="collapsed",
    )
    return viewer.language if chosen == "mine" else his


def _draw(
    viewer: Viewer,
    customer: LookedOn,
    candidate_id: int | None,
    *,
    language: str,
    phone: bool,
) -> None:
    matter, beside = split("looking_on")
    with matter, seen(phone=phone):
        st.html(
            m.looking_on(
                t("You see what {name} sees", name=_whole_name(customer)),
                t("Nothing acts here, and nothing is written down."),
            )
        )
        lines = (
            _candidate(viewer, customer, candidate_id, language)
            if candidate_id is not None
            else _vacancy(viewer, customer, key_in_address("vacancy"), language)
        )
    with beside:
        title = t("What {name} sees", name=_whole_name(customer))
        st.html(m.receipt(title, receipt_lines(lines)))


def _whole_name(customer: LookedOn) -> str:
    name = customer.viewer.name
    return f"{name} ({customer.company})" if customer.company else name


def _candidate(
    viewer: Viewer, customer: LookedOn, candidate_id: int, language: str
) -> Sequence[Line]:
    """His page of the candidate, by the code that draws it for him."""
    him, app = customer.viewer, maybe_key("app")
    his: CandidateSide | None = None
    with suppress(NotFound):
        with reading(installation(), him) as work:
            opened = candidate_page.ask(work, candidate_id, app)
        with session.read_by(language, him.time_zone):
            his = candidate_page.draw(him, opened)
    with reading(installation(), viewer) as work:
        lines = candidate_receipt(
            work, candidate_id=candidate_id, application_id=app, customer=customer, his=his
        )
    if his is None:
        _say_nothing(customer, lines)
    return lines


def _vacancy(viewer: Viewer, customer: LookedOn, vacancy_id: int, language: str) -> Sequence[Line]:
    """His page of the vacancy, the same way."""
    him = customer.viewer
    his: VacancySide | None = None
    with suppress(NotFound):
        with reading(installation(), him) as work:
            one = vacancy_page.ask(work, vacancy_id)
        with session.read_by(language, him.time_zone):
            his = vacancy_page.draw(him, one, stage=None, number=page_in_address())
    with reading(installation(), viewer) as work:
        lines = vacancy_receipt(work, vacancy_id=vacancy_id, customer=customer, his=his)
    if his is None:
        _say_nothing(customer, lines)
    return lines


def _say_nothing(customer: LookedOn, lines: Sequence[Line]) -> None:
    st.html(
        m.title(t("What the customer sees"))
        + m.empty(
            t("{name} sees nothing of this now", name=customer.viewer.name),
            " ".join(why(one) for one in lines),
        )
    )
