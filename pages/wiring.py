"""Puts the installation together and connects it with the browser's side."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from pages.endpoints import (
    answers,
    asked_links,
    assets,
    dropped_files,
    entries,
    export,
    feed,
    files,
    health,
    letter_page,
    letters,
    live,
    papers,
    searching,
    sendgrid_events,
    session,
    sheets,
)
from pages.endpoints.addresses import KnownAddresses
from pages.endpoints.compressed import CompressedScripts
from pages.endpoints.headers import SecurityHeaders
from pages.endpoints.own_pages import OwnPages
from pages.endpoints.reader import frame_of, shell_words
from pages.endpoints.sent_at_once import send_at_once
from pages.endpoints.shell_page import ShellPage
from pages.endpoints.uploads import StaffUploads
from pages.hasher import Hasher
from pages.ui.calendar.place import ENTRIES
from pages.ui.installed import install
from pages.ui.presses import keep_presses
from services.access.set_up import set_up_code
from services.installation import Installation
from services.mail.dispatch import find_lost
from services.settings import SettingsError, load_settings
from services.startup import StartRefused, open_installation
from services.viewer import POSTMAN
from services.work import perform

_CONFIG = Path(__file__).parent.parent / "config.yaml"


def routes() -> Sequence[BaseRoute]:
    """Our own routes beside the pages."""
    return [
        Route("/session/start", session.start, methods=["POST"]),
        Route("/session/end", session.end, methods=["POST"]),
        Route("/files/letters/{key}", files.of_letter, methods=["GET"]),
        Route("/files/letters/{key}/sent", letter_page.as_sent, methods=["GET"]),
        Route("/files/attachments/{key}", papers.of_attachment, methods=["GET"]),
        Route("/files/{key}", files.original, methods=["GET"]),
        Route("/resumes/{key}.{kind}", papers.of_application, methods=["GET"]),
        Route("/resumes/candidates/{key}.{kind}", papers.of_candidate, methods=["GET"]),
        Route("/photos/candidates/{key}", files.face, methods=["GET"]),
        Route("/export/candidates.{kind}", export.candidates, methods=["GET"]),
        Route("/photos/{key}", files.photo, methods=["GET"]),
        Route("/shown-to/{of}/{key}", sheets.shown_to, methods=["GET"]),
        Route(ENTRIES, entries.of_calendar, methods=["GET"]),
        Route("/calendar/{secret}.ics", feed.interviews, methods=["GET"]),
        Route("/answer/{link}", answers.show, methods=["GET"]),
        Route("/answer/{link}", answers.take, methods=["POST"]),
        Route("/live", live.events, methods=["GET"]),
        Route("/hooks/sendgrid", sendgrid_events.events, methods=["POST"]),
        Route("/healthz", health.healthz, methods=["GET"]),
        *assets.routes(),
    ]


def middleware() -> Sequence[Middleware]:
    """From the outside in: headers, who may come in, known addresses, the dressed page shell."""
    return [
        Middleware(SecurityHeaders),
        Middleware(OwnPages),
        Middleware(KnownAddresses),
        Middleware(StaffUploads),
        Middleware(CompressedScripts),
        Middleware(ShellPage, frame_of=frame_of, words_of=shell_words),
    ]


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Open the installation, keep letters going and links answered, close it again."""
    opened = await asyncio.to_thread(_open)
    send_at_once()
    keep_presses()
    # What was imported lives as long as the process: keep it out of every later collection.
    gc.collect()
    gc.freeze()
    try:
        async with (
            letters.kept_going(opened),
            asked_links.kept_answered(opened),
            searching.kept_searchable(opened),
            dropped_files.kept_tidy(opened),
        ):
            with live.let_go_when_stopped():
                yield {}
    finally:
        opened.database.close()


def _open() -> Installation:
    try:
        opened = open_installation(load_settings(_CONFIG), Hasher)
    except (SettingsError, StartRefused) as refusal:
        # One plain sentence instead of a traceback: this is read by whoever starts the server.
        sys.stderr.write(f"\nCandela cannot start. {refusal}\n\n")
        raise SystemExit(1) from None
    install(opened)
    perform(opened, POSTMAN, find_lost)
    code = set_up_code(opened)
    if code is not None:
        sys.stdout.write(f"\n  Set up Candela in the browser. One-time code: {code}\n\n")
        sys.stdout.flush()
    return opened
