"""What the agency's letters look like: logo (or name) and button, by day and by night."""

from base64 import b64encode
from dataclasses import dataclass

from markupsafe import Markup

from pages.ui.markup.basics import fill, run


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Name and logo of the agency (a PNG, or nothing), its shades, what a button says."""

    name: str
    logo: bytes
    shade: str
    dark_shade: str
    button: str


def letterhead(head: Letterhead) -> Markup:
    """The top of a letter and its button, twice: as it is read in light and in dark."""
    top: Markup = fill("<b>{name}</b>", name=head.name)
    if head.logo:
        source = f"data:image/png;base64,{b64encode(head.logo).decode('ascii')}"
        top = fill('<img src="{source}" alt="{name}">', source=source, name=head.name)
    return fill(
        '<div class="letterheads">{both}</div>',
        both=run(
            fill(
                '<div class="letterhead {time}"><span class="top">{top}</span>'
                '<span class="press" style="background:{shade}">{button}</span></div>',
                time=time,
                top=top,
                shade=shade,
                button=head.button,
            )
            for time, shade in (("day", head.shade), ("night", head.dark_shade))
        ),
    )
