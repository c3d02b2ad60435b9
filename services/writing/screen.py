"""A letter on the screen: the HTML that goes out, its logo in it instead of beside it."""

from base64 import b64encode

from services.mail.letters import LaidOut
from services.mail.look import look_of
from services.mail.message import logo_of
from services.permissions import Permission, require
from services.work import Work


def for_screen(work: Work, *, laid_out: LaidOut) -> str:
    """The HTML of a letter as a page can show it. Raises NotAllowed."""
    require(work.viewer, Permission.LETTERS_READ)
    logo = logo_of(work.files, look_of(work).logo)
    if logo is None:
        return laid_out.html
    picture = b64encode(logo.content).decode("ascii")
    return laid_out.html.replace(f"cid:{logo.cid}", f"data:image/png;base64,{picture}")
