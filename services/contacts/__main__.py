"""Command line: contacts of the text on standard input, or the text without them."""

import argparse
import json
import sys

from services.contacts import find, redact


def main() -> None:
    """Print one JSON object a line for each contact; with --redact the text without them."""
    parser = argparse.ArgumentParser(
        prog="python -m services.contacts",
        description="Finds contact data in UTF-8 text read from standard input.",
    )
    parser.add_argument("--redact", action="store_true", help="print the text without contacts")
    chosen = parser.parse_args()
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    if chosen.redact:
        sys.stdout.buffer.write(redact(text).encode("utf-8"))
        return
    for contact in find(text):
        told = {name: getattr(contact, name) for name in ("kind", "start", "end", "text")}
        line = json.dumps(told, ensure_ascii=False)
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")


if __name__ == "__main__":
    main()
