"""The yardstick: an app of one page that draws one piece of HTML, served as Candela is served."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from benchmarks import meters
from pages.endpoints.sent_at_once import send_at_once


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Freeze what was imported and send at once, as Candela does."""
    send_at_once()
    gc.collect()
    gc.freeze()
    yield {}


app = st.App(Path(__file__).with_name("empty_page.py"), routes=meters.ROUTES, lifespan=lifespan)
