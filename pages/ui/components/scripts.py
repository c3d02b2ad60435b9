"""The components' scripts, read from `js/`."""

from pathlib import Path

_SCRIPTS = Path(__file__).parent / "js"


def script(name: str) -> str:
    """The source of a component's script.

    Streamlit takes a text without a line break for the name of a file, so there must be one.
    """
    source = (_SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    if "\n" not in source:
        raise ValueError(name)
    return source
