"""Programs of this machine that read the old Word's files and scans, and how each is asked.

None of them is ours or a package of Python's: where none is installed, such a file is kept as
it came and the reader is told what is missing.
"""

import shutil
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Converter:
    """An installed program; `gives` is what it makes of the file, by the ending of its name.

    `needs_closed_net`: it could follow addresses in a file, so it runs only where the network
    can be taken from it. `bounded`: a limit of address space does not break it.
    """

    path: str
    arguments: tuple[str, ...]
    gives: Literal["docx", "txt"]
    needs_closed_net: bool = False
    bounded: bool = True


_OFFICE = (
    "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
    "-env:UserInstallation=file://{room}/profile", "--convert-to", "docx", "--outdir", "{room}",
    "{file}",
)  # fmt: skip


def installed() -> list[Converter]:
    """The programs found on the path of this server, the one that keeps most structure first."""
    known = (
        ("soffice", _OFFICE, "docx", True),
        ("libreoffice", _OFFICE, "docx", True),
        ("antiword", ("-m", "UTF-8.txt", "-w", "0", "{file}"), "txt", False),
        ("catdoc", ("-d", "utf-8", "-w", "{file}"), "txt", False),
    )
    found: list[Converter] = []
    for name, arguments, gives, office in known:
        path = shutil.which(name)
        if path is not None and not any(one.needs_closed_net and office for one in found):
            found.append(
                Converter(
                    path,
                    arguments,
                    "docx" if gives == "docx" else "txt",
                    needs_closed_net=office,
                    bounded=not office,
                )
            )
    return found


def reader_of_scans() -> Converter | None:
    """Tesseract, where it is installed; of its languages those that are there count."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    return Converter(path, ("{file}", "stdout", "-l", "ukr+rus+eng", "--psm", "3"), "txt")
