"""A wording as plain paragraphs, for a field that knows no markup, and back."""

import html

from services.markup import plain_text


def as_paragraphs(body: str) -> str:
    """The words of the markup, an empty line between two paragraphs."""
    return "\n\n".join(line for line in plain_text(body).splitlines() if line.strip())


def as_markup(text: str) -> str:
    """Each line that is not empty as a paragraph."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)
