"""Whoever asks too fast is answered shortly, before anything is read for him: when to ask again."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.endpoints.reader import accepted
from pages.ui.installed import installation
from services.access.attempts import counted_as
from services.access.pace import OF_AN_ADDRESS, Allowance
from services.i18n import Translator, translator


def wait_of_address(request: Request) -> int:
    """Count one more request of this network address; the seconds to wait, 0 for none."""
    address = request.client.host if request.client else ""
    return wait_of(f"address:{counted_as(address)}", OF_AN_ADDRESS)


def wait_of(asking: str, allowance: Allowance) -> int:
    """Count one more of these; the seconds to wait, 0 for none."""
    here = installation()
    return here.pace.seconds_to_wait(asking, allowance, here.clock())


def headers_of(seconds: int) -> dict[str, str]:
    """What a program reads of it."""
    return {"Cache-Control": "no-store", "Retry-After": str(seconds)}


def too_fast(request: Request, seconds: int) -> Response:
    """429; to a program its header says enough, the words are for whoever looks at it."""
    t = words_for(request).text
    words = t("Too many requests at once. Please try again in a moment.")
    return PlainTextResponse(words, 429, headers=headers_of(seconds))


def words_for(request: Request) -> Translator:
    """The words of whoever is not known yet, as his browser asks for them."""
    return translator(accepted(request.headers.get("accept-language", "")))
