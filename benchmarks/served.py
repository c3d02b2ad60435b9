"""Candela as `app.py` serves it, with meters beside it."""

from pathlib import Path

import streamlit as st
from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from benchmarks import meters, queue
from db.models import Candidate
from pages import wiring
from pages.ui.installed import installation
from services.viewer import Role, Viewer
from services.work import reading

meters.attach()
queue.attach()


def read_one(request: Request) -> JSONResponse:
    """Read one row by its primary key, as every page does: the unit of data time.

    With `?times=` as many statements in one unit of work, 0 of them for the unit alone.
    """
    staff = Viewer(0, Role.RECRUITER)
    with reading(installation(), staff) as work:
        for _ in range(int(request.query_params.get("times", 1))):
            work.scalars(
                select(Candidate).where(Candidate.id == int(request.path_params["key"]))
            ).one()
    return JSONResponse({})


app = st.App(
    Path(__file__).parents[1] / "pages" / "shell.py",
    routes=[*meters.ROUTES, *queue.ROUTES, Route("/read-one/{key}", read_one), *wiring.routes()],
    middleware=wiring.middleware(),
    lifespan=wiring.lifespan,
)
