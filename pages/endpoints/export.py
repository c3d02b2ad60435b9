"""The base as a file: session, permission and scope are asked at each request."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pages.endpoints.files import asks_for_headers
from pages.endpoints.plain import not_found, too_many_rows
from pages.endpoints.requests import viewer_behind
from pages.endpoints.spreadsheets import csv_file, xlsx
from pages.ui.base_address import Looked, looked_in
from pages.ui.installed import installation
from services.candidates.exporting import ExportRow, record_export, to_export
from services.errors import Invalid, NotAllowed, NotFound
from services.i18n import Translator, times, translator
from services.ids import parse_key
from services.permissions import Permission, require
from services.vacancies.stages import stage_name
from services.viewer import Viewer
from services.work import perform, reading

_KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
_MOST_CHOSEN = 1000
_NO_STORE = {"Cache-Control": "no-store"}


async def candidates(request: Request) -> Response:
    """Who is found by the address (as the list's), or only `ids`. 404 for who may not export."""
    try:
        asked = await run_in_threadpool(_asked, request, request.path_params["kind"])
        if asks_for_headers(request):  # nothing is taken along, so nothing is made nor written down
            name, content = _file_name(asked), b""
        else:
            name, content = await run_in_threadpool(_exported, asked)
    except (ValueError, NotFound, NotAllowed):
        return not_found(request)
    except Invalid:
        return too_many_rows(request)
    answer = Response(
        content,
        media_type=_KINDS[request.path_params["kind"]],
        headers={
            **_NO_STORE,
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
    if asks_for_headers(request):
        del answer.headers["Content-Length"]  # how long it would be, nobody knows
    return answer


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks for which file: of these candidates, or of whom the list would show."""

    viewer: Viewer
    kind: str
    ids: Sequence[int]
    looked: Looked


def _asked(request: Request, kind: str) -> _Asked:
    viewer = viewer_behind(request)
    if viewer is None or kind not in _KINDS:
        raise NotFound(model="file")
    require(viewer, Permission.BASE_EXPORT)
    given = request.query_params.get("ids", "")
    ids = [parse_key(text) for text in given.split(".")[:_MOST_CHOSEN]] if given else []
    return _Asked(viewer, kind, ids, looked_in(request.query_params))


def _exported(asked: _Asked) -> tuple[str, bytes]:
    viewer, looked = asked.viewer, asked.looked
    with reading(installation(), viewer) as work:
        found = to_export(
            work, candidate_ids=asked.ids, search=looked.words, only=looked.only, sort=looked.sort
        )
    perform(installation(), viewer, record_export, kind=asked.kind, rows=len(found))
    words = translator(viewer.language)
    heads, rows = _heads(words), [_cells(one, words, viewer) for one in found]
    if asked.kind == "xlsx":
        return _file_name(asked), xlsx(_title(words), heads, rows)
    return _file_name(asked), csv_file(heads, rows, language=viewer.language)


def _file_name(asked: _Asked) -> str:
    title = _title(translator(asked.viewer.language))
    today = installation().clock().astimezone(times.zone_of(asked.viewer.time_zone))
    return f"{title} {today:%Y-%m-%d}.{asked.kind}"


def _title(words: Translator) -> str:
    t = words.text
    return t("Candidates")


def _heads(words: Translator) -> Sequence[str]:
    t = words.text
    return (
        t("Candidate"), t("Headline"), t("City"), t("Phones"), t("E-mails"), t("Other contacts"),
        t("Skills"), t("Categories"), t("Vacancy"), t("Company or department"), t("Stage"),
        t("Movement"), t("Source"), t("Added"),
    )  # fmt: skip


def _cells(one: ExportRow, words: Translator, viewer: Viewer) -> Sequence[str]:
    latest = one.latest
    zone = times.zone_of(viewer.time_zone)
    return (
        one.name, one.headline, one.city,
        ", ".join(one.phones), ", ".join(one.emails), ", ".join(one.other_contacts),
        ", ".join(one.skills), ", ".join(one.categories),
        latest.vacancy if latest else "", latest.company if latest else "",
        stage_name(latest.stage, words) if latest else "",
        f"{latest.moved_at.astimezone(zone):%Y-%m-%d}" if latest else "",
        one.source,
        f"{one.created_at.astimezone(zone):%Y-%m-%d}",
    )  # fmt: skip
