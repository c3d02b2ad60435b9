"""Account names in messengers and networks: @name, "Telegram: name", "ник в телеге name"."""

import re
from collections.abc import Iterator, Sequence

from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.neighbours import Neighbours
from services.contacts.not_accounts import CODE_WORDS, PLAIN_WORDS

_MESSENGERS = (
    r"telegram\w{0,2}|телеграм\w{0,3}|телег[аиуео]\w?|тележк\w|тг|tg|tgm|tlgr?m?|тлг|телєг\w"
    r"|skype|скайп\w{0,2}"
    r"|whats ?app|вотсап\w{0,2}|ватсап\w{0,2}|вацап\w{0,2}|вайбер\w{0,2}|viber|signal|сигнал\w?"
    r"|discord|дискорд\w?|slack|instagram|[іи]нстаграм\w{0,2}|insta|inst|инст[аеу]|інст[аіу]"
    r"|facebook|фейсбук\w?|фб|fb|messenger|linked ?in|л[іи]нкед[іи]н\w?|git ?hub|gitlab"
    r"|г[іи]тхаб\w?"
    r"|twitter|тв[іи]ттер\w?|vk|вк|вконтакте|wechat|tiktok|тикток\w?|тікток\w?|behance|б[іи]ханс\w?"
    r"|dribbble|др[іи]б+бл\w?|habr(?: career)?|хабр\w?(?: карьер\w)?|kaggle|icq|аська|wire"
    r"|threema|mastodon|bluesky|bsky|matrix|element|steam|twitch|tumblr|pinterest|medium|codepen"
    r"|leetcode|stack ?overflow|xing|upwork|fiverr|gh|ds|дс|wa|ig"
    r"|kakao\w*|line id|zalo|bip|odnoklassniki|однокласник\w*|одноклассник\w*"
)
_NICK = (
    r"nick(?:name)?|user ?name|ник(?:нейм)?\w?|нік(?:нейм)?\w?|логин\w?|логін\w?|login|handle"
    r"|kullanıcı adı"
)
_FILLER = (
    rf"(?:(?:[/,&+|]|и|and|та|і|or|или) ?(?:{_MESSENGERS})(?!\w)"
    rf"|{_NICK}|аккаунт\w?|акаунт\w?|account|id|айди|айді|профиль|профіль|profile|nazwa|konto"
    rf"|is|мой|мій|моя|my|me|меня|мене|как|як|as|по нику|под ником|під ніком|за ніком"
    r"|собака|мої?|пишите|пишіть|пиши|ищите|шукайте|искать|ищи|шукай|найд[её]те|знайдете|зовут"
    r"|here|тут"
    r"|канал|channel|name|имя|ім.я|для связи|для зв.язку|рабочий|личный|робочий|особистий|work"
    r"|personal"
    r"|profil|konto|cont|nume|там|там я|є|есть|находите|under|named|called|find me|at|by|по имени"
    r"|по логину|на связи|адрес|контакт"
    r"|аккаунт|юзер(?:нейм)?|user|:|=|-|\(|\[|\||,|→|>|»|~|/|\.{2,3})"
)
_LABEL = re.compile(rf"(?<![\w/.@-])(?:(?P<messenger>{_MESSENGERS})|{_NICK})(?!\w)")
_NAME_AFTER = re.compile(
    r"(?: ?\([^()\n]{1,20}\))?"
    rf"(?P<between>[ \n]{{0,8}}(?:{_FILLER}[ \n]{{0,2}}){{0,4}})"
    r"(?<![\w.-])(?P<name>@? ?[\w][\w.:#@-]{1,62}\w|@? ?\w(?: [\w.]){3,40}(?!\S))"
)
_NAME_BEFORE = re.compile(
    r"(?<![\w@/.-])(?P<name>@?[a-z0-9_][\w.-]{2,62})"
    r"(?: ?[(-] ?| ?(?:[-(,:|] ?)?(?:это |is |мой |my |мій )?(?:в|у|на|in|on|via) )\Z"
)
_DOG_BEFORE = re.compile(r"(?<!\w)(?:собака|песик|равлик) ?\Z")
_SKYPE_LINK = re.compile(r"(?<!\w)skype:(?P<name>[\w.:,-]{3,64})(?:\?\w{1,10})?")
_SIGN = re.compile(r"(?<![\w@/.])@ ?(?P<name>[a-z_][\w.]{2,63})(?P<after>[/(]?)")
_SPACED = re.compile(r"(?<![\w@])@ (?P<name>\w(?: [\w.]){3,40})(?!\S)")
_NEAR = re.compile(
    rf"(?<!\w)(?:{_MESSENGERS}|{_NICK}|контакт\w*|contact\w*|зв.?яз\w+|связ\w+|пиш\w+|write|reach"
    rf"|dm"
    r"|личк\w|e-?mail|тел(?:ефон)?|phone|mob\w*)(?!\w)"
)
_CODE_NEAR = re.compile(
    r"декоратор|decorator|аннотац|анотац|annotation|spring|hibernate|java(?!\w)|jakarta|angular"
    r"|css|sass"
    r"|scss|python|kotlin|swift|npm|package|пакет|typescript|директив|directive|aspect|junit|pytest"
    r"|lombok|jpa|макрос|macro"
)
_LOOKS_CHOSEN = re.compile(r"(?=[\w.]*[a-z])\w[\w.-]*_[\w.-]*|(?=.*\d)[a-z][\w.-]{3,}|live:[\w.:]+")
_GOES_ON = re.compile(r"\n[a-z0-9_][\w.]{1,40}(?=\s|\Z)")
_NOTHING = re.compile(r"[:=] ?-{1,2} ?\n")  # "Telegram: —", and the next line
_ASKS = re.compile(r"[а-яіїєґ]|reach|write|message|find|contact|ping|dm|text me|call")
_APART = "\n|•·,;()[]*▪●→"
_HEAD = 600
_SHORTEST_WORD = 4
_TWO_WORDS = re.compile(r"[a-z]{2,}[.-](?!(?:js|net|py|io)\Z)[a-z]{2,}")
_NEXT_CONTACT = re.compile(
    rf"(?:{_MESSENGERS}|e-?mail|mail|phone|tel|mob|тел|пошта|почта|моб|or|and|або|или|та|и|і)(?!\w)"
)


def handles(copy: Copy, *, near: Sequence[Span]) -> Iterator[Span]:
    """Account names in a copy of the text; they stand `near` contacts that are already found."""
    among = Neighbours(near)
    low = copy.lower
    for match in _SKYPE_LINK.finditer(low):
        yield Span("handle", match.start(), match.end())
    for label in _LABEL.finditer(low):
        yield from _after_the_label(copy, label, among)
        if label["messenger"]:
            yield from _before_the_label(low, label, among)
    yield from _after_the_sign(copy, low, among)


def _after_the_label(copy: Copy, label: re.Match[str], among: Neighbours) -> Iterator[Span]:
    low = copy.lower
    match = _NAME_AFTER.match(low, label.end())
    if match:
        name = match["name"].rstrip(".:-#")
        start = match.start("name")
        end = start + len(name)
        if _NOTHING.search(match["between"]):
            return
        said = not label["messenger"] or re.search(rf"[:=]|- |{_NICK}", match["between"])
        dog = _DOG_BEFORE.search(match["between"])
        written = copy.text[start:end]
        listed = among.any_near(start) or end < _HEAD
        before = low[max(0, label.start() - 30) : label.start()]
        told = written.islower() and "|" not in match["between"] and _ASKS.search(before)
        plain = listed and (said or told or _stands_apart(low, label.start(), end))
        if _is_spaced(written) or _is_account(
            written, copy, start, end, plain=bool(plain or dog or not label["messenger"])
        ):
            more = _GOES_ON.match(low, end) if name[-1] == "_" else None
            yield Span("handle", start - len(dog[0]) if dog else start, more.end() if more else end)


def _before_the_label(low: str, label: re.Match[str], among: Neighbours) -> Iterator[Span]:
    match = _NAME_BEFORE.search(low, max(0, label.start() - 90), label.start())
    if match:
        name = match["name"].rstrip(".-")
        chosen = name.startswith("@") or _LOOKS_CHOSEN.fullmatch(name)
        apart = _stands_apart(low, match.start(), label.end()) and among.any_near(match.start())
        if chosen or (
            apart and name.isascii() and name not in PLAIN_WORDS and len(name) > _SHORTEST_WORD
        ):
            dog = _DOG_BEFORE.search(low, max(0, match.start() - 10), match.start("name"))
            start = dog.start() if dog else match.start("name")
            yield Span("handle", start, match.start("name") + len(name))


def _after_the_sign(copy: Copy, low: str, among: Neighbours) -> Iterator[Span]:
    if "@" not in low:
        return
    for match in _SIGN.finditer(copy.latin):
        name = match["name"].rstrip(".")
        start, end = match.start(), match.start("name") + len(name)
        if not re.search(r"[a-z\d_]", low[start:end]):
            continue
        more = _GOES_ON.match(low, end) if name[-1] == "_" else None
        end = more.end() if more else end
        written = copy.text[match.start("name") : end]
        listed = among.any_near(start) and written.lower() not in CODE_WORDS
        if not match["after"] and (listed or _may_be_account(written, low, start, end)):
            yield Span("handle", start, end)
    for match in _SPACED.finditer(low):
        yield Span("handle", match.start(), match.end())


def _is_spaced(name: str) -> bool:
    """Letter by letter: i v a n _ p."""
    return re.fullmatch(r"@? ?[\w.](?: [\w.]){3,40}", name) is not None and "_" in name


def _stands_apart(low: str, start: int, end: int) -> bool:
    """Whether label and name fill a line or a part of one set apart by signs."""
    before = low[max(0, start - 2) : start].rstrip(" ")
    after = low[end : end + 2].lstrip(" ")
    return (not before or before[-1] in _APART + ":") and (not after or after[0] in _APART + ".")


def _is_account(name: str, copy: Copy, start: int, end: int, *, plain: bool) -> bool:
    """Whether the word after "Telegram" is the name of an account and not the start of prose.

    `plain`: whether a word like any other may be one here.
    """
    low = copy.lower
    if not re.search(r"[a-z]", low[start:end]):
        return False
    bare = copy.latin[start:end].lstrip("@ ")
    if not re.fullmatch(r"[a-z0-9_][a-z0-9_.:#-]{2,63}", bare) or bare in PLAIN_WORDS:
        return False
    if re.fullmatch(r"[\d.:#-]+", bare):
        return False
    if name.startswith("@") or _LOOKS_CHOSEN.fullmatch(bare) or _TWO_WORDS.fullmatch(bare):
        return True
    after = low[end : end + 40].lstrip(" ")
    # A plain word counts when nothing that makes it a sentence follows.
    prose = after[:1].isalpha() and after[:1].isascii() and not _NEXT_CONTACT.match(after)
    if plain:
        return bool(re.search(r"[\d.:#-]", bare)) or not prose
    cyrillic_label = not low[max(0, start - 2) : start].strip().isascii()
    return cyrillic_label and name.islower() and len(bare) > _SHORTEST_WORD and not prose


def _may_be_account(name: str, low: str, start: int, end: int) -> bool:
    """Whether @name is an account and not an annotation, a package or a rule of a stylesheet."""
    bare = name.lower()
    around = low[max(0, start - 60) : end + 40]
    if bare in CODE_WORDS or bare.split(".")[0] in CODE_WORDS:
        return _NEAR.search(low, max(0, start - 25), start) is not None
    if _NEAR.search(low, max(0, start - 40), min(len(low), end + 25)):
        return True
    if _CODE_NEAR.search(around):
        return False
    # @RestController, @JsonProperty: two capitals inside one word are a programmer's annotation.
    return len(name) > _SHORTEST_WORD and not re.fullmatch(r"(?:[A-Z][a-z]+){2,}|[A-Z][a-z]+", name)
