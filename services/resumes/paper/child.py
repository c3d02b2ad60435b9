"""The process that sets one sheet: the sheet on standard input, the file's bytes on output.

It never opens the database and knows nothing but the sheet.
"""

import base64
import json
import sys

from services.documents.confinement import confine
from services.documents.limits import Limits
from services.resumes.paper.sheet import OUT_OF_MEMORY, Sheet


def main() -> None:
    """Answer with the file."""
    asked = json.loads(sys.stdin.buffer.read())
    sheet = Sheet(**asked["sheet"] | {"logo": base64.b64decode(asked["sheet"]["logo"])})
    if asked["kind"] == "pdf":
        from services.resumes.paper.pdf import as_pdf as made  # noqa: PLC0415 - only what is asked
    else:
        from services.resumes.paper.word import as_word as made  # noqa: PLC0415 - as above
    try:
        confine(Limits(**asked["limits"]))
        sys.stdout.buffer.write(made(sheet))
    except (MemoryError, SyntaxError):  # so lxml says of our own markup that memory ran out
        sys.exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    main()
