"""Lists as a spreadsheet: session and scope are checked at each request; nothing is cached."""

from collections.abc import Sequence
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pages.endpoints.plain import not_found
from pages.endpoints.requests import viewer_behind
from pages.endpoints.spreadsheets import xlsx
from pages.ui.installed import installation
from services.applications.proofs import Proof
from services.applications.shown import Shown, ShownVersion, has_seen, seen_by
from services.errors import NotAllowed, NotFound
from services.i18n import translator
from services.i18n.times import zone_of
from services.ids import parse_key
from services.viewer import Viewer
from services.work import reading

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def shown_to(request: Request) -> Response:
    """Who was shown whom, of one candidate or one customer. 404 for whatever is not staff's."""
    try:
        key = parse_key(request.path_params["key"])
        content = await run_in_threadpool(_shown_to, request, request.path_params["of"], key)
    except (ValueError, NotFound, NotAllowed):
        return not_found(request)
    return Response(
        content,
        media_type=_XLSX,
        headers={
            "Content-Disposition": 'attachment; filename="shown-to.xlsx"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _shown_to(request: Request, of: str, key: int) -> bytes:
    viewer = viewer_behind(request)
    if viewer is None or of not in {"candidate", "customer"}:
        raise NotFound(model="sheet")
    with reading(installation(), viewer) as work:
        if of == "candidate":
            found = seen_by(work, candidate_id=key)
        else:
            found = has_seen(work, customer_id=key)
    return xlsx(_title(viewer), _headers(viewer), [_row(one, viewer) for one in found])


def _title(viewer: Viewer) -> str:
    t = translator(viewer.language).text
    return t("Shown to")


def _headers(viewer: Viewer) -> Sequence[str]:
    t = translator(viewer.language).text
    return (
        t("Candidate"),
        t("Vacancy"),
        t("Customer"),
        t("Company or department"),
        t("Presented by"),
        t("Seen from"),
        t("Seen until"),
        t("First opened"),
        t("Resume"),
        t("Proof"),
        t("Digest"),
    )


def _proof(version: ShownVersion, viewer: Viewer) -> str:
    t = translator(viewer.language).text
    return {
        Proof.HOLDS: t("proved"),
        Proof.DIFFERS: t("differs"),
        Proof.ERASED: t("text erased"),
    }[version.proof]


def _row(one: Shown, viewer: Viewer) -> Sequence[str]:
    t, zone = translator(viewer.language).text, zone_of(viewer.time_zone)

    def moment(at: datetime) -> str:
        return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"

    return (
        one.candidate,
        one.vacancy,
        one.customer,
        one.company,
        one.presented_by,
        moment(one.first_at),
        moment(one.last_at) if one.last_at else t("still"),
        moment(one.opened_at) if one.opened_at else "",
        ", ".join(moment(version.saved_at) for version in one.versions) or t("no version"),
        ", ".join(_proof(version, viewer) for version in one.versions),
        ", ".join(version.digest for version in one.versions),
    )
