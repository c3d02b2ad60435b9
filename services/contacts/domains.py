"""Which words with dots in them are names of sites, and which are names of tools or files."""

import re

COMMON_ENDINGS = (
    "com|net|org|info|biz|ua|ru|рф|укр|su|by|kz|pl|de|fr|it|es|uk|us|eu|cz|sk|lt|lv|ee|ge|md|am"
    "|az|uz|kg|io|me|dev|pro|online|site|tech|edu|ai|co|in|ca|au|ch|at|nl|be|se|no|fi|dk|il|tr"
)
"""Endings of the addresses that people have; as a part of a regular expression."""

_BARE_ENDINGS = frozenset(
    """com net org info biz edu gov mil pro mobi tel app dev io ai co me tv cc online site website
    space tech store shop blog bio work works agency studio design digital cloud software systems
    solutions services company team group global world life live art photo photography expert
    consulting guru ninja club xyz top cv resume careers ua ru рф укр su by бел kz қаз pl de fr es
    uk us eu cz sk lt lv ee ge az uz kg tj hu ro bg rs hr si ch at nl be se fi dk pt gr ie il tr
    cy ca au nz br mx ar cl jp cn kr hk sg ae za moscow kiev kyiv berlin london nyc москва онлайн
    сайт""".split()  # noqa: SIM905 - a list of words reads as words
)
"""Endings that make a word a site even where no http:// and no path is written."""

_WORDS_AS_ENDINGS = frozenset(
    """at be it is in to so no my am as do id or me us by""".split()  # noqa: SIM905 - a list of words reads as words
)
"""Endings that are English words: a forgotten space after a full stop is likelier."""

_TOOLS = frozenset(
    """asp.net ado.net vb.net ml.net akka.net paint.net quartz.net json.net math.net ef.net
    entity.net xamarin.net socket.io draw.io diagrams.net crates.io fly.io monday.com booking.com
    salesforce.com amazon.com make.com cal.com customer.io segment.io keras.io framer.com
    character.ai open.ai h2o.ai scale.ai stability.ai vue.us mail.app deno.dev pkg.go.dev web.dev
    ngrok.io sentry.io jwt.io istio.io redis.io quay.io docker.io gcr.io k8s.io nuget.org
    npmjs.com pub.dev clickhouse.com""".split()  # noqa: SIM905 - a list of words reads as words
)
"""Tools and platforms whose name looks like a site; nobody is reached through them."""

_FILE_ENDINGS = frozenset(
    """js ts py md sh rs go cs vb pl so json yaml yml xml html css sql""".split()  # noqa: SIM905 - a list of words reads as words
)


def ends_like_a_domain(name: str) -> bool:
    """Whether the last part can be the ending of a domain at all (letters, two or more)."""
    last = name.rpartition(".")[2]
    return re.fullmatch(r"[^\W\d_]{2,24}|xn--[\w-]{2,59}", last) is not None


def is_bare_site(name: str, *, followed_by_path: bool) -> bool:
    """Whether a word with dots, without http:// before it, names a site somebody can open."""
    labels = name.split(".")
    last = labels[-1]
    if any(not label or label[0] in "-_" for label in labels):
        return False
    if not (last.islower() or name.isupper()) or name.lower() in _TOOLS:
        return False
    ending = last.lower()
    if followed_by_path:
        return ends_like_a_domain(name) and ending not in _FILE_ENDINGS - {"pl", "md", "so", "sh"}
    if ending not in _BARE_ENDINGS or not any(len(label) > 1 for label in labels[:-1]):
        return False
    short = len(labels) == 2 and len(labels[0]) <= 3  # noqa: PLR2004 - "and.in", "is.it"
    return not (short and ending in _WORDS_AS_ENDINGS)
