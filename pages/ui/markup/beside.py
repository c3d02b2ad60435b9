"""Two of one kind side by side, line by line: what stands here, and what stands there."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from pages.ui.markup.basics import fill, run


@dataclass(frozen=True, slots=True)
class Pair:
    """A line: what it is about, the one and the other; `differs` draws the eye to it."""

    name: str
    one: str | Markup
    other: str | Markup
    differs: bool = False


def beside(one: str, other: str, pairs: Iterable[Pair]) -> Markup:
    """A table under the names of the two; on a phone each line's name stands above its values."""
    rows = run(
        fill(
            '<tr class="{tone}"><th scope="row">{name}</th><td>{one}</td><td>{other}</td></tr>',
            tone="differs" if pair.differs else "",
            name=pair.name,
            one=pair.one or "–",
            other=pair.other or "–",
        )
        for pair in pairs
    )
    return fill(
        '<table class="beside"><thead><tr><td></td><th scope="col">{one}</th>'
        '<th scope="col">{other}</th></tr></thead><tbody>{rows}</tbody></table>',
        one=one,
        other=other,
        rows=rows,
    )
