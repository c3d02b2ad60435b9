"""What became of a file that was to be read, in words."""

from pages.ui.text import t
from services.documents import ReadDocument


def why_not_read(document: ReadDocument | None) -> str:
    """Why a file has no text, and what becomes of it."""
    missing = document.missing if document else ""
    if missing == "converter":
        return t(
            "This is a file of Word 97–2003, and no program on this server reads it: LibreOffice, "
            "antiword or catdoc is missing. It is kept as it is; for its text, save it as DOCX."
        )
    if missing == "tesseract":
        return t(
            "This is probably a scan. Scans are to be read here, but Tesseract is not installed on "
            "this server: please tell your administrator. The file is kept as it is."
        )
    if missing == "time":
        return t(
            "This is probably a scan, and reading it took too long. It is kept as it is, nothing "
            "was guessed."
        )
    return t(
        "No text was found in this file: it is probably a scan. It is kept as it is, "
        "nothing was guessed."
    )


def read_off_a_picture() -> str:
    """That a text is no more than what a program made out on a picture."""
    return t(
        "This is a scan. Its text was read off the picture and may be wrong: please check all of "
        "it, numbers above all."
    )
