"""The process that takes one file apart: limits and file on standard input, answer on output.

It never opens the database and knows nothing but the file.
"""

import dataclasses
import json
import sys

from services.documents.confinement import confine
from services.documents.contents import contents
from services.documents.limits import Limits
from services.errors import DocumentRefused


def main() -> None:
    """Answer with what the file says or why it is refused."""
    limits = Limits(**json.loads(sys.stdin.buffer.readline()))
    content = sys.stdin.buffer.read()
    confine(limits)
    sys.stdout.buffer.write(json.dumps(_answer(content, limits)).encode())


def _answer(content: bytes, limits: Limits) -> dict[str, object]:
    try:
        return dataclasses.asdict(contents(content, limits))
    except DocumentRefused as refusal:
        return {"refused": refusal.fields["reason"]}
    except MemoryError:
        return {"refused": "unpacks_too_large"}
    except (Exception, RecursionError):  # noqa: BLE001 - readers of foreign formats raise anything
        return {"refused": "damaged"}


if __name__ == "__main__":
    main()
