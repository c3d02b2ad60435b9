"""Account names in messengers and networks: @name, "Telegram: name", "ник в телеге name"."""

import re
from collections.abc import Iterator, Sequence

from services.contacts.accounts import (
    has_a_choice,
    is_a_variable,
    is_chosen,
    is_compound,
    is_listed_code,
    is_ordinary,
    is_spaced,
    may_be_signed,
)
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.lookalikes import as_cyrillic
from services.contacts.neighbours import Neighbours
from services.contacts.networks import ALSO_WORDS, FILLERS, HYPHENATED, NICKS, SERVICES
from services.contacts.not_accounts import CODE_WORDS, PLAIN_WORDS
from services.contacts.own_signs import APART, with_own_signs
from services.contacts.records import heads_of_tables
from services.contacts.regexes import regex
from services.contacts.sign_words import DOT_WORDS, UNDERSCORE_WORDS

_LABEL = regex(rf"(?<![\w/.@-])(?:(?P<service>{SERVICES})|(?P<nick>{NICKS}))(?![\w@]|\.\w)")
_GAP = r"(?: {2,40})?(?:[^\w\n@…#*]|\*(?!\*\*)|_(?=\W)){0,6}"
_BETWEEN = rf"(?:{FILLERS}|{SERVICES})(?!\w){_GAP}\n{{0,6}}{_GAP}"
_NAME = r"(?P<name>@? ?\w[\w.:#@-]{1,62}\w|@? ?\w(?: [\w.]){3,40}(?!\S))"
_NAME_AFTER = regex(
    rf"(?P<between>(?: ?\((?!@"
    rf"|[\w.-]*[\d_.-][\w.-]*\))[^()\n]{{1,24}}\))?{_GAP}\n{{0,6}}{_GAP}(?:{_BETWEEN}){{0,6}})"
    rf"(?<![\w.-]){_NAME}"
)
# "в телеграме меня легко найти по нику ivan_p": any words of the sentence, and then a chosen name.
_FAR_AFTER = regex(
    r"[^\w\n…#*]{1,4}(?:[^\W\d_a-z]{1,14}[^\w\n.!?;…#*]{1,3}){1,6}(?P<name>@?[a-z][\w.#-]{2,40}\w)(?![\w@])"
)
# "On LinkedIn my name is simple: ivan-petrenko", the name last in its line.
_SAID_LATER = regex(
    r"[^\w\n…#][^\n:.!?…#|]{1,40}: ?(?P<name>@?[a-z][\w.-]{2,40}\w)(?=[ .]*(?:\n|\Z))"
)
# "Is your Telegram the same? – No, it's ivan_p."
_SAID_IN_ANSWER = regex(
    r"(?:[^a-z]{0,40}|.{0,90}?(?<!\w)(?:it.?s|it is|это|це|is|то|jest|ist|este)) "
    r"(?P<name>[a-z][a-z0-9]*_[a-z0-9_]{1,30})(?!\w|[@(/.-]\w)",
    re.DOTALL,
)
_PATH = regex(r" ?[/\\] ?")
_PATH_OF_A_NETWORK = regex(
    r" ?[/\\] ?(?:in ?/ ?)?(?P<name>(?=[\w.]*[\d_-])[a-z][\w.-]{3,40}\w)(?![\w/@])"
)
_SAID_NICK = regex(
    rf"(?: [^\W\d_]{{1,14}}){{0,4}}(?: ?[:=–—→>-]| is| это| це| to| ist| este)(?!…){_GAP}{_NAME}"
)
_NAME_BEFORE = regex(
    r"(?<![\w@/.-])(?P<name>@?[a-z0-9_][\w.#-]{2,62})"
    r"(?P<gap>[^\w\n@…#]{1,4}(?:(?:это|це|то|is|мой|моя|мій|моє|my|in|on|via|at|в|у|на|the|from|с"
    r"|з|для|for|w|auf|pe"
    r"|там|мне|мені|ник|нік|nick|same|также|тоже|також|mein|im|mój|na|і|и"
    r"|and)(?!\w)[^\w\n@…#]{1,3}){0,4})\Z"
)
_DOG_BEFORE = regex(r"(?<!\w)(?:at|ät|собака|собачка|песик|равлик|sobaka|małpa) ?,? ?\Z")
_SIGN = regex(r"@ ?(?P<name>[a-z_][\w.]{2,63})(?P<after>[/(]?)")
_SPACED = regex(r"(?<![\w@])@ {1,3}(?P<name>\w(?: {1,3}[\w.]){3,40})(?!\w)")
# By itself in its cell or line beside other contacts: ivan_petrov, ivan.petrov.
_ALONE = regex(
    r"(?<![\w@/.:-])(?P<name>[a-z]\w{1,30}_\w{1,30}|[a-z]{2,20}\.[a-z]{3,20})(?![\w@/]|[.-]\w)"
)
# Who is invited to look for somebody needs a name for it: "ищите меня как ivan_p".
_A_SUM = regex(r"\d ?\Z")
# "insta: lena podkreślnik skład", "at dario dot mops": no sign is known to stand there.
_SPOKEN = regex(
    rf"(?:[^\W\d_]{{0,4}}(?: [^\W\d_]{{1,12}}){{0,6}}(?=:))?"
    rf" ?[:▸→=>–-]{{1,2}} ?(?P<name>(?:at |@ ?)?[^\W\d_][\w-]{{1,20}}"
    rf"(?: (?:{DOT_WORDS}|{UNDERSCORE_WORDS}) [\w-]{{2,20}}){{1,3}}"
    r"|[a-z][^\W\d_]{1,20}_[^\W_]{2,20})(?!\w)"
)
# "IG jdlc dot lifts", and nothing after it.
_SPOKEN_BARE = regex(
    rf" (?P<name>[^\W\d_][\w-]{{1,20}}(?: (?:{DOT_WORDS}"
    rf"|{UNDERSCORE_WORDS}) [\w-]{{2,20}}){{1,3}})"
    r"(?= ?(?:[\n,;)|]|\.?\Z| {2}))"
)
_INVITES = regex(
    r"(?<!\w)(?:найти меня|знайти мене|меня найти|мене знайти|(?:на)?пишите|(?:на)?пиши"
    r"|(?:на)?пишіть|ищите|ищи|шукайте|шукай|найд[её]те"
    r"|знайдете|добавляйте\w?"
    r"|додавайте\w?|стучите\w?|(?:find|reach|message|dm|add|ping|hit|write|text) (?:to )?me"
    r"|look me up|dms? (?:are )?open|i.?m known as"
    r"|schreiben? sie mir|schreibt? mir|finde\w* (?:sie )?mich|znajdziesz mnie|szukaj mnie"
    r"|pisz do mnie|mă găsi\w+"
    r"|scrie\w*-mi|bana yaz\w*|beni bul\w*|маған жаз\w*|мені таб\w*)(?!\w)"
)
_TOKEN = regex(r"(?<![\w@/.-])[a-z][\w.-]{2,40}\w(?![\w@/])")
_A_JOB = regex(r"[^\W\d_]{2} \Z")
_OF_CODE = regex(r"(?:[A-Z][a-z\d]+){2,}")  # @UseGuards
# "a Slack bot called @deploybot": a program, and nobody to write to.
_OF_A_BOT = regex(r"(?<!\w)(?:chat)?(?:bot|бот)\w{0,3}(?: [^\W\d_]{1,14}){0,3} \Z")
_FAR = 60
_GOES_ON_SIGN = regex(r"\n[ \t]{0,4}_[a-z0-9][\w.]{1,40}(?=\s|\Z)")
_GOES_ON = regex(r"\n[a-z0-9_][\w.]{1,40}(?=\s|\Z)")
_NOTHING = regex(r"[:=] ?-{1,2} ?\n")  # "Telegram: —", and the next line
_ASKS = regex(
    r"[а-яіїєґ]|reach|write|message|find|contact|ping|dm|text me|call|scri[ei]|pisz"
    r"|schreib|yaz|bana|ulaş"
)
_TELLS = regex(
    rf"[:=→>«\"“„]|[-–—] |\n|(?<!\w)(?:{NICKS}|is|as|как|як|jako|als|ca|to|это|це|sunt|bin|jestem"
    rf"|olarak|adım|adı|ismim|under|named|called|под|під)(?!\w)"
)
_HEAD = 600
_NEXT_CONTACT = regex(
    rf"(?:{SERVICES}|e-?mail|mail|phone|tel|mob|тел|пошта|почта|моб|or|and|pretty much"
    rf"|everywhere|yaz\w{{1,4}}|olarak|diye|деп|across|on (?:all|every)|(?:for|on|in|в|у|на|auf"
    rf"|bei|na|pe) (?:{SERVICES})|або"
    rf"|или|та|и|і)(?!\w)"
)


def handles(copy: Copy, *, near: Sequence[Span]) -> Iterator[Span]:
    """Account names in a copy of the text; they stand `near` contacts that are already found."""
    among = Neighbours(near)
    low = copy.lower
    for label in _labels(low, mixed=copy.mixed):
        yield from _after_the_label(copy, label, among)
        if label["service"]:
            yield from _before_the_label(copy, label, among)
    yield from with_own_signs(copy, among)
    for invitation in _INVITES.finditer(low):
        yield from _invited(low, invitation.end())
    heads = heads_of_tables(copy.text)
    for alone in _ALONE.finditer(low) if near else ():
        start, end = alone.span()
        if any(first <= start < last for first, last in heads):
            continue
        if among.any_near(start) and _stands_apart(low, start, end) and _is_own(copy, alone):
            yield Span("handle", start, end)
    yield from _after_the_sign(copy, low, among)


def _labels(low: str, *, mixed: bool) -> Iterator[re.Match[str]]:
    """Names of services and words for an account; тг behind a figure is the money of Kazakhstan."""
    for label in _LABEL.finditer(as_cyrillic(low) if mixed else low):
        start = label.start()
        if label[0] not in {"тг", "tg"} or not _A_SUM.search(low, max(0, start - 4), start):
            yield label


def _is_own(copy: Copy, alone: re.Match[str]) -> bool:
    """Small letters and a choice: ivan_p, and no JPK_VAT."""
    return (
        copy.text[alone.start() : alone.end()].islower()
        and is_chosen(alone[0])
        and not is_a_variable(alone[0])
    )


def _invited(low: str, start: int) -> Iterator[Span]:
    """The chosen name in the same sentence as the invitation."""
    end = re.search(r"[\n!?;]|\. |\Z", low[start : start + _FAR])
    for token in _TOKEN.finditer(low, start, start + (end.start() if end else _FAR)):
        if has_a_choice(token[0]):
            yield Span("handle", *token.span())


def _after_the_label(copy: Copy, label: re.Match[str], among: Neighbours) -> Iterator[Span]:
    low = copy.lower
    match = _NAME_AFTER.match(low, label.end())
    if match and not _NOTHING.search(match["between"]) and _is_told(copy, label, match, among):
        named = _span(low, match)
        path = _PATH.fullmatch(match["between"]) and label["service"]
        yield Span("url", label.start(), named.end) if path else named
        return
    spoken = _SPOKEN.match(low, label.end())
    if spoken or (label["service"] and (spoken := _SPOKEN_BARE.match(low, label.end()))):
        yield Span("handle", *spoken.span("name"))
        return
    path = _PATH_OF_A_NETWORK.match(low, label.end()) if label["service"] else None
    if path and not is_compound(path["name"]) and path["name"] not in PLAIN_WORDS:
        yield Span("url", label.start(), path.end())
        return
    far = _SAID_NICK.match(low, label.end()) if label["nick"] else None
    far = far or _FAR_AFTER.match(low, label.end())
    later = None if far else _SAID_LATER.match(low, label.end())
    later = later or _SAID_IN_ANSWER.match(low, label.end())
    if later and (has_a_choice(later["name"]) or HYPHENATED.match(label[0])):
        yield _span(low, later)
    if far and has_a_choice(far["name"].rstrip(".:-#")) and "@" not in far["name"][1:]:
        yield _span(low, far)


def _span(low: str, match: re.Match[str]) -> Span:
    """The name, with the word for @ before it, without the sign that ends its sentence."""
    name = match["name"].rstrip(".:-#")
    start = match.start("name")
    end = start + len(name)
    dog = _DOG_BEFORE.search(low, max(match.start(), start - 10), start)
    more = (_GOES_ON if name[-1] == "_" else _GOES_ON_SIGN).match(low, end)
    return Span("handle", start - len(dog[0]) if dog else start, more.end() if more else end)


def _is_told(copy: Copy, label: re.Match[str], match: re.Match[str], among: Neighbours) -> bool:
    """Whether the word after the label is the name of an account and not the start of prose."""
    name = match["name"].rstrip(".:-#")
    start = match.start("name")
    end = start + len(name)
    bare = copy.latin[start:end].lstrip("@ ")
    first, last = copy.origin(start, end)
    letters = re.fullmatch(r"[\w.]{6,40}", name) is not None
    spread = letters and last - first >= 2 * (end - start) - 1
    if is_spaced(copy.text[start:end]) or spread:
        return True
    if not re.search(r"[a-z]", copy.lower[start:end]) or not _may_be_a_name(bare):
        return False
    if name.startswith("@") or is_chosen(bare):
        return True
    if "\n" in match["between"] and not _fills_its_line(copy.lower, label, match["between"]):
        return False
    return _is_plainly_told(copy, label, match, among, Span("handle", start, end))


def _fills_its_line(low: str, label: re.Match[str], between: str) -> bool:
    """Whether a label and what follows it in its line say nothing else: "Telegram:"."""
    line = low[max(0, label.start() - 60) : label.start()].rpartition("\n")[2]
    first = between.partition("\n")[0]
    return ":" in first or not re.search(r"\w", line + first)


def _may_be_a_name(bare: str) -> bool:
    """Whether an account can have this name at all."""
    if bare in PLAIN_WORDS or not re.fullmatch(r"[a-z0-9_][a-z0-9_.:#-]{2,63}", bare):
        return False
    return not (bare[0].isdigit() and "_" not in bare)


def _is_plainly_told(
    copy: Copy, label: re.Match[str], match: re.Match[str], among: Neighbours, name: Span
) -> bool:
    """A word like any other counts by its place: after a colon, alone in its part of a line."""
    low = copy.lower
    bare, written = copy.latin[name.start : name.end], copy.text[name.start : name.end]
    service, between = label["service"] or "", match["between"]
    if service in ALSO_WORDS and not re.search(r"[:=→>«\"]|- ", between):
        return False
    said = not service or _TELLS.search(between) is not None
    apart = _stands_apart(low, label.start(), name.end)
    if "-" in bare:
        return HYPHENATED.match(service) is not None and (said or (apart and not is_compound(bare)))
    after = low[name.end : name.end + 40].lstrip(" ")
    # A plain word counts when nothing that makes it a sentence follows.
    if after[:1].isalpha() and after[:1].isascii() and not _NEXT_CONTACT.match(after):
        return False
    listed = among.any_near(name.start) or name.end < _HEAD
    told = written.islower() and "|" not in between and _asks(low, label)
    if (listed and (said or told or apart)) or not service or _DOG_BEFORE.search(between):
        return (said or not is_ordinary(bare)) and not _is_a_title(written, said=said)
    cyrillic = not low[max(0, label.start() - 2) : label.end()].strip().isascii()
    return cyrillic and written.islower() and not is_ordinary(bare)


def _is_a_title(written: str, *, said: bool) -> bool:
    """API, SMM: what is all capitals is no account's name."""
    return written.isupper() or (not said and written[:1].isupper())


def _asks(low: str, label: re.Match[str]) -> bool:
    return _ASKS.search(low, max(0, label.start() - 30), label.start()) is not None


def _before_the_label(copy: Copy, label: re.Match[str], among: Neighbours) -> Iterator[Span]:
    low = copy.lower
    line = max(low.rfind("\n", 0, label.start()) + 1, label.start() - 90)
    match = _NAME_BEFORE.search(low, line, label.start())
    if not match:
        return
    name = match["name"].rstrip(".-")
    start, end = match.start("name"), match.start("name") + len(name)
    written = copy.text[start:end]
    if (
        not name.startswith("@")
        and not has_a_choice(name)
        and not _is_word_of_mine(copy, match, label, among, written)
    ):
        return
    if name.lstrip("@") in CODE_WORDS:
        return
    if re.search(r"[,;|•·] ?\Z", match["gap"]) and not name.startswith("@"):
        return  # the next one of a list
    if re.match(r" ?[:=]", low[label.end() : label.end() + 2]) and "(" not in match["gap"]:
        return  # what the label tells of stands after it
    dog = _DOG_BEFORE.search(low, max(0, match.start() - 10), start)
    yield Span("handle", dog.start() if dog else start, end)


def _is_word_of_mine(
    copy: Copy, match: re.Match[str], label: re.Match[str], among: Neighbours, written: str
) -> bool:
    """A plain word before "in Telegram": in Cyrillic text, or alone in its part of a line."""
    low = copy.lower
    name = match["name"].rstrip(".-")
    if "-" in name and HYPHENATED.match(label["service"]) and name.isascii() and written.islower():
        return _stands_apart(low, match.start(), label.end()) and not is_compound(name)
    if not name.isascii() or not written.islower() or is_ordinary(name) or name in PLAIN_WORDS:
        return False
    if label["service"] in ALSO_WORDS or "-" in name or "." in name:
        return False
    if "(" in match["gap"] and re.search(
        r"[а-яіїєґ] \Z", low[max(0, match.start() - 2) : match.start()]
    ):
        return True
    apart = _stands_apart(low, match.start(), label.end())
    mine = re.search(r"мой|мій|моя|my|mein|mój|это|це", match["gap"]) is not None
    return apart and (mine or among.any_near(match.start()))


def _stands_apart(low: str, start: int, end: int) -> bool:
    """Whether label and name fill a line or a part of one set apart by signs."""
    before = low[max(0, start - 2) : start].rstrip(" ")
    after = low[end : end + 2].lstrip(" ")
    return (not before or before[-1] in APART + ":") and (not after or after[0] in APART + ".")


def _is_a_place(copy: Copy, name: str, start: int) -> bool:
    """Where somebody works: "Manager @ Brightwave" says so with a sign."""
    if is_chosen(name):
        return False
    titled = copy.text[start + 2].isupper() and _A_JOB.search(copy.text, max(0, start - 30), start)
    return is_ordinary(name) or titled is not None


def _after_the_sign(copy: Copy, low: str, among: Neighbours) -> Iterator[Span]:
    if "@" not in low:
        return
    for match in _SIGN.finditer(copy.latin):
        name = match["name"].rstrip(".")
        start, end = match.start(), match.start("name") + len(name)
        before = low[start - 1 : start]
        if before and (before in "@/._" or (before.isascii() and before.isalnum())):
            continue
        if not re.search(r"[a-z\d_]", low[start:end]):
            continue
        more = (_GOES_ON if name[-1] == "_" else _GOES_ON_SIGN).match(low, end)
        end = more.end() if more else end
        written = copy.text[match.start("name") : end]
        first = written.lower().partition(".")[0]  # @pytest.fixture
        listed = among.any_near(start) and first not in CODE_WORDS
        if name.endswith("bot") and _OF_A_BOT.search(low, max(0, start - _FAR), start):
            continue
        if match["after"] or (low[start + 1] == " " and _is_a_place(copy, name, start)):
            continue
        code = _OF_CODE.fullmatch(written) is not None or is_listed_code(copy.text, start, end)
        if (listed and not code) or (not code and may_be_signed(written, low, start, end)):
            yield Span("handle", start, end)
    for match in _SPACED.finditer(low):
        yield Span("handle", match.start(), match.end())
