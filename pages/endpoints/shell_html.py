"""The HTML of the page shell: what is put into Streamlit's page and what is taken out of it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from pathlib import Path

from streamlit import file_util

from pages.endpoints.assets import PAGE_SCRIPTS, url

#: Names of the words that Streamlit prints in English; the stylesheet or shell.js replaces them.
WORDS = (
    "skip",
    "connecting",
    "no_results",
    "choose_file",
    "choose_files",
    "drop_file",
    "drop_files",
    "drop_page",
    "close",
    "open",
    "clear_all",
    "remove",
    "selected",
    "option",
    "add",
    "choose_date",
    "more",
    "less",
    "show_password",
    "hide_password",
    "text",
    "heading",
    "link_address",
    "link_open",
    "link_edit",
    "link_remove",
    "link_save",
)
#: Parts of Streamlit that load when first drawn; fetched with the page they do not arrive late.
EARLY = (
    "Html",
    "BidiComponent",
    "Button",
    "TextInput",
    "TextArea",
    "Checkbox",
    "Selectbox",
    "ButtonGroup",
    "FileUploader",
)
MAIN_FONTS = ("onest-latin.woff2", "onest-cyrillic.woff2", "icons.woff2")

_TAKEN_OUT = (
    r"\s*<!--(?:(?!-->).)*-->(?=\s*<(?!!DOCTYPE))",  # remarks, except the licence before the type
    r'\s*<link\s+rel="preload"[^>]*SourceSans[^>]*>',  # 170 KB of a font that nothing uses
    r'\s*<link rel="shortcut icon"[^>]*>',
    r'\s*<link rel="service-desc"[^>]*>',
    r"\s*<script>\s*window\.prerenderReady = false\s*</script>",
    r'\s*<meta\s+name="viewport"[^>]*>',
    r"\s*<title>[^<]*</title>",
)


@lru_cache(maxsize=1)
def plain() -> str:
    """Streamlit's page as it is installed."""
    return (_static() / "index.html").read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def dressed(shape: str, language: str, words: tuple[tuple[str, str], ...]) -> str:
    """The page shell for one shape of frame and one language."""
    page = plain()
    for pattern in _TAKEN_OUT:
        page = re.sub(pattern, "", page, flags=re.DOTALL)
    page = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript>{_NO_SCRIPT}</noscript>", page, flags=re.DOTALL
    )
    page = page.replace('<html lang="en">', _html_tag(shape, language, words), 1)
    # modules run in the order of the page: ours prepares the ground for Streamlit's
    first = "".join(f'<script type="module" src="{url(name)}"></script>' for name in PAGE_SCRIPTS)
    page = page.replace('<script type="module"', f'{first}<script type="module"', 1)
    return page.replace("</head>", f"{_head()}</head>", 1)


@lru_cache(maxsize=16)
def editor(page: str, language: str, words: tuple[tuple[str, str], ...]) -> str:
    """The rich text editor's own page with its stylesheet, our script and the reader's words."""
    link = f'<link rel="stylesheet" href="{url("editor.css")}">'
    link += f'<script type="module" src="{url("editor.js")}"></script>'
    page = page.replace('<html lang="en">', _html_tag("editor", language, words), 1)
    return page.replace("</head>", f"{link}</head>", 1)


@lru_cache(maxsize=16)
def grid(page: str, language: str) -> str:
    """The calendar grid's own page with our stylesheet after its own, our script before its own.

    What the page tells the grid passes our script first.
    """
    script = f'<script src="{url("grid.js")}"></script>'
    page = page.replace("<head>", f"<head>{script}", 1)
    link = f'<link rel="stylesheet" href="{url("grid.css")}">'
    page = page.replace('<html lang="en">', _html_tag("grid", language, ()), 1)
    return page.replace("</head>", f"{link}</head>", 1)


_NO_SCRIPT = (
    "<p>Candela needs JavaScript. · Для роботи Candela потрібен JavaScript. · "
    "Для работы Candela нужен JavaScript.</p>"
)


def _html_tag(shape: str, language: str, words: Iterable[tuple[str, str]]) -> str:
    """`<html>` with frame, language and the words for the stylesheet as custom properties."""
    style = ";".join(f"--word-{name.replace('_', '-')}:{_css_text(said)}" for name, said in words)
    return (
        f'<html lang="{escape(language)}" data-frame="{escape(shape)}" '
        f'style="{escape(style)}" translate="no">'
    )


def _css_text(said: str) -> str:
    """A word as a CSS string."""
    kept = "".join(letter for letter in said if letter.isprintable())
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _head() -> str:
    fonts = "".join(
        f'<link rel="preload" href="{url(font)}" as="font" type="font/woff2" crossorigin>'
        for font in MAIN_FONTS
    )
    early = "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in _early()
    )
    return (
        "<title>Candela</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="robots" content="noindex">'
        '<meta name="theme-color" content="#FDFCFA" media="(prefers-color-scheme: light)">'
        '<meta name="theme-color" content="#191713" media="(prefers-color-scheme: dark)">'
        f'<link rel="icon" type="image/svg+xml" href="{url("mark.svg")}">'
        f'<link rel="stylesheet" href="{url("candela.css")}">'
        f"{fonts}{early}"
    )


@lru_cache(maxsize=1)
def _early() -> tuple[str, ...]:
    """Files of the early parts and of everything they import that the page does not name."""
    scripts = _static() / "static" / "js"
    wanted = [path.name for part in EARLY for path in sorted(scripts.glob(f"{part}.*.js"))]
    found: list[str] = []
    while wanted:
        name = wanted.pop()
        if name in found or name in plain():
            continue
        found.append(name)
        source = (scripts / name).read_text(encoding="utf-8")
        wanted += re.findall(r'(?:from|import)\s*"\./([\w.-]+\.js)"', source)
    return tuple(sorted(found))


def _static() -> Path:
    return Path(file_util.get_static_dir())
