"""Messages: what is wrong, what is empty, what happened, what can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from pages.ui.markup.basics import Tone, fill, icon, run


@dataclass(frozen=True, slots=True)
class Event:
    """A line of a history: when, who, what, with the icon of its kind."""

    when: str
    who: str | Markup
    what: str | Markup
    symbol: str = "history"
    fresh: bool = False


def form_error(*sentences: str) -> Markup:
    """Why a form was not accepted and what to do; drawn above the button, read out at once."""
    lines = run(fill("<p>{one}</p>", one=one) for one in sentences)
    return fill(
        '<div class="message no" role="alert">{sign}<div>{lines}</div></div>',
        sign=icon("error"),
        lines=lines,
    )


def banner(
    text: str | Markup, *, tone: Tone = "plain", symbol: str = "info", action: Markup | str = ""
) -> Markup:
    """Something everybody on the page should know («Письма не отправляются, они лежат в …»)."""
    return fill(
        '<div class="message {tone}" role="status">{sign}<div><p>{text}</p></div>{action}</div>',
        tone=tone,
        sign=icon(symbol),
        text=text,
        action=action,
    )


def empty(title: str, sentence: str, action: Markup | str = "") -> Markup:
    """Nothing here yet: one bold line, one sentence, at most one button, no drawing."""
    return fill(
        '<div class="empty"><b>{title}</b><p>{sentence}</p>{action}</div>',
        title=title,
        sentence=sentence,
        action=action,
    )


def history(events: Iterable[Event]) -> Markup:
    """What happened, newest first."""
    rows = run(
        fill(
            '<li class="{tone}">{sign}<div><p>{what}</p><span>{who}</span></div>'
            "<time>{when}</time></li>",
            tone="fresh" if one.fresh else "",
            sign=icon(one.symbol),
            what=one.what,
            who=one.who,
            when=one.when,
        )
        for one in events
    )
    return fill('<ol class="history">{rows}</ol>', rows=rows)


def gauge(done: int, of: int, text: str | Markup, *, label: str) -> Markup:
    """How far something has got that takes its time: a line that fills, and words below it."""
    return fill(
        '<div class="gauge" role="status"><progress max="{of}" value="{done}" '
        'aria-label="{label}"></progress><p>{text}</p></div>',
        of=max(of, 1),
        done=done,
        label=label,
        text=text,
    )


def countdown(text: str, seconds: int, *, act: str) -> Markup:
    """The words of the undo bar and a line that runs out; the bar leaves when it has.

    Only the picture of the time: what may still be undone is decided by the service's clock.
    The browser keeps the bar from run to run, and with it an animation that has begun: one with a
    name of its own for each `act` and each time left begins anew.
    """
    return fill(
        "<style>@keyframes leave-{act}-{seconds}"
        "{{to{{opacity:0;visibility:hidden}}}}"
        ".stApp [class*='st-key-bar_']:has(.countdown)"
        "{{animation:leave-{act}-{seconds} .3s {seconds}s forwards}}</style>"
        '<div class="countdown" role="status" style="--seconds:{seconds}s">'
        "<span>{text}</span><i></i></div>",
        text=text,
        seconds=int(seconds),
        act=act,
    )
