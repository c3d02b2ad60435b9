"""Account names in messengers and networks: @name, "Telegram: name", skype:name."""

import re
from collections.abc import Iterator

from services.contacts.folding import Folded
from services.contacts.found import Span

_MESSENGERS = (
    r"telegram|телеграм+|телега|телеграмм|тг|tg|t\.me|skype|скайп|whats ?app|вотсап|ватсап|viber"
    r"|вайбер|signal|сигнал|discord|дискорд|slack|instagram|інстаграм|инстаграм+|insta|inst"
    r"|facebook|фейсбук|messenger|linked ?in|лінкедін|линкедин|github|gitlab|гитхаб|гітхаб"
    r"|twitter|твиттер|твіттер|vk|вк|вконтакте|wechat|tiktok|nickname|username"
    r"|ник|нік|логин|логін|login"
)
_LABELLED = re.compile(
    rf"(?<![\w/.@-])(?P<label>{_MESSENGERS})(?: ?\([^()\n]{{1,20}}\))?"
    rf"(?P<between> ?(?:[:=]|- |\|)? ?\n?(?:is |мій |мой )?)"
    rf"(?<=[ :=|\n-])(?P<name>@?\w[\w.:#@-]{{2,63}})",
    re.IGNORECASE,
)
_SKYPE_LINK = re.compile(r"(?<!\w)skype:(?P<name>[\w.:,-]{3,64})(?:\?\w{1,10})?", re.IGNORECASE)
_SIGN = re.compile(r"(?<![\w@/.])@(?P<name>[A-Za-z][\w.]{2,63})(?P<after>[/(]?)")
_NEAR = re.compile(
    rf"(?<!\w)(?:{_MESSENGERS}|контакт\w*|contact\w*|зв.?яз\w+|связ\w+)", re.IGNORECASE
)
_LATIN_NAME = re.compile(r"@?[A-Za-z0-9][A-Za-z0-9_.:#@-]{2,63}\Z")

_NOT_NAMES = frozenset(
    """bot bots api channel channels group groups and for with yes the not none available online
    business developer development actions copilot pages integration integrations marketing ads
    sales manager support chat chats client app web premium stories reels desktop messenger
    telegram whatsapp viber skype signal discord slack facebook instagram linkedin github gitlab
    http https www same also see link profile account id name via email mail phone tel call
    management administration analytics design automation testing""".split()  # noqa: SIM905 - a list of words reads as words
)
_NOT_ACCOUNTS = frozenset(
    """media import charset supports keyframes include extend mixin use apply layer component
    injectable input output ngmodule module controller service repository entity bean autowired
    transactional override deprecated test before after param return returns throws author see
    since todo property staticmethod classmethod dataclass angular babel types nestjs vue react
    reduxjs tanstack mui storybook aws sdk emotion testing nuxt sveltejs nx ionic capacitor
    configuration springbootapplication restcontroller requestmapping getmapping postmapping valid
    notnull nullable mock spy query mutation decorator pytest fixture here home work""".split()  # noqa: SIM905 - a list of words reads as words
)


def handles(folded: Folded) -> Iterator[Span]:
    """Account names in folded text."""
    text = folded.text
    for match in _SKYPE_LINK.finditer(text):
        yield Span("handle", match.start(), match.end())
    for match in _LABELLED.finditer(text):
        name = match["name"].rstrip(".:-#")
        start = match.start("name")
        end = start + len(name)
        if _is_account(name, said=":" in match["between"], after=text[end : end + 40].lstrip(" ")):
            yield Span("handle", start, end)
    for match in _SIGN.finditer(text):
        name = match["name"].rstrip(".")
        start, end = match.start(), match.start() + 1 + len(name)
        literal = folded.ends[start] - folded.starts[start] == 1
        if literal and not match["after"] and _may_be_account(text, name, start, end):
            yield Span("handle", start, end)


def _is_account(name: str, *, said: bool, after: str) -> bool:
    """Whether the word after "Telegram" is the name of an account and not the start of prose."""
    bare = name.lstrip("@")
    if not _LATIN_NAME.match(name) or bare.lower() in _NOT_NAMES or "@" in bare:
        return False
    if name.startswith("@") or _NAME_AND_SIGN.fullmatch(bare):
        return True
    if not said or re.fullmatch(r"[\d.:#-]+", bare):
        return False
    # After a colon a plain word counts when nothing that makes it a sentence follows.
    prose = after[:1].isalpha() and not _NEXT_CONTACT.match(after)
    return bool(re.search(r"[\d.:#-]", bare)) or not prose


_NAME_AND_SIGN = re.compile(r"(?=[\w.]*[A-Za-z])\w[\w.]*_[\w.]*|[a-z]{3,}\d+")
_NEXT_CONTACT = re.compile(
    rf"(?:{_MESSENGERS}|e-?mail|mail|phone|tel|mob|тел|пошта|почта|моб|or|and|або|или|та|и)(?!\w)",
    re.IGNORECASE,
)


def _may_be_account(text: str, name: str, start: int, end: int) -> bool:
    """Whether @name is an account and not an annotation, a package or a rule of a stylesheet."""
    lowered = name.lower()
    if lowered in _NOT_ACCOUNTS or lowered.split(".")[0] in _NOT_ACCOUNTS:
        return bool(_NEAR.search(text, max(0, start - 25), start))
    if _NEAR.search(text, max(0, start - 40), min(len(text), end + 25)):
        return True
    # @RestController, @JsonProperty: two capitals inside one word are a programmer's annotation.
    return len(name) > 4 and not re.fullmatch(r"(?:[A-Z][a-z]+){2,}|[A-Z][a-z]+", name)  # noqa: PLR2004
