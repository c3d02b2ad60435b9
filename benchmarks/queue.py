"""The queue of a measured server, in its own process: filled, held and let go over HTTP."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from db.keys import new_key
from db.models import Letter, User
from pages.ui.installed import installation
from services.mail import dispatch
from services.viewer import POSTMAN
from services.work import Work, perform

_state = {"held": False}
_due = dispatch.due


def attach() -> None:
    """Let the queue of this process be held from now on."""

    def due_unless_held(work: Work) -> list[int]:
        return [] if _state["held"] else _due(work)

    dispatch.due = due_unless_held


def hold(_request: Request) -> JSONResponse:
    """Nothing leaves until it is let go."""
    _state["held"] = True
    return JSONResponse({})


def go(_request: Request) -> JSONResponse:
    """Let the queue go on."""
    _state["held"] = False
    return JSONResponse({})


def add(request: Request) -> JSONResponse:
    """Queue as many letters, all to one person."""
    perform(installation(), POSTMAN, add_letters, count=int(request.path_params["count"]))
    return JSONResponse({})


def add_letters(work: Work, count: int) -> None:
    """Queue them. An earlier run may have left some: they are not waited for."""
    for left in work.scalars(select(Letter).where(Letter.state == "queued")):
        left.state = "failed"
    person = work.scalars(select(User).order_by(User.id)).first()
    for _ in range(count):
        work.add(_letter(person, work.now))


def _letter(person: Any, now: datetime) -> Letter:  # noqa: ANN401 - a row of people
    text = "A few lines as they stand in a letter, with one way on.\n" * 20
    return Letter(
        id=new_key(),
        kind="measured",
        recipient_id=person.id,
        to_name=person.name,
        to_email=person.email,
        language="en",
        subject="Measured",
        text=text,
        html=f"<html><body><p>{text}</p></body></html>",
        state="queued",
        created_at=now,
        send_after=now,
    )


ROUTES = (
    Route("/letters/hold", hold),
    Route("/letters/go", go),
    Route("/letters/add/{count}", add),
)
