"""The zip archive that a Word file is: measured and looked over before anything is read from it."""

import io
import xml.parsers.expat
import zipfile
from collections.abc import Iterable

from services.documents.limits import Limits
from services.errors import DocumentRefused

WORD_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_PARSED = {"officeDocument", "styles", "numbering", "footnotes", "endnotes", "comments"}
_ENCRYPTED = 0x1
_MOST_ELEMENTS = 500_000
_CHUNK = 1 << 16


def opened(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive of a Word document that is safe to read.

    Raises DocumentRefused: damaged, encrypted, unpacks_too_large, or wrong_type when it is
    another kind of archive or a document with macros.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as error:
        raise DocumentRefused(reason="damaged") from error
    entries = archive.infolist()
    # Reading stops at the size that the directory states, so the stated sizes bound the cost.
    if len(entries) > limits.entries or sum(e.file_size for e in entries) > limits.unpacked:
        raise DocumentRefused(reason="unpacks_too_large")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise DocumentRefused(reason="encrypted")
    names = [entry.filename for entry in entries]
    if _CONTENT_TYPES not in names:
        raise DocumentRefused(reason="wrong_type")
    if len(set(names)) != len(names):
        raise DocumentRefused(reason="damaged")
    try:
        _look_over(archive, names)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise DocumentRefused(reason="damaged") from error
    return archive


def _look_over(archive: zipfile.ZipFile, names: Iterable[str]) -> None:
    """Every XML part is well formed, not endless and declares no entities."""
    types = _Part(archive, _CONTENT_TYPES).content_types
    if WORD_DOCUMENT not in types:
        raise DocumentRefused(reason="wrong_type")
    for name in names:
        if name.lower().endswith((".xml", ".rels")) and name != _CONTENT_TYPES:
            _Part(archive, name)


class _Part:
    """One XML part, read once from end to end without building anything."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.content_types: set[str] = set()
        self._elements = 0
        parser = xml.parsers.expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        try:
            with archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place
            parser.Parse(b"", True)  # noqa: FBT003 - as above
        except xml.parsers.expat.ExpatError as error:
            raise DocumentRefused(reason="damaged") from error

    def _refuse_doctype(self, *_declared: object) -> None:
        # Word never writes one; what it declares can read files or multiply without end.
        raise DocumentRefused(reason="damaged")

    def _start(self, _name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise DocumentRefused(reason="unpacks_too_large")
        if "ContentType" in attributes:
            self.content_types.add(attributes["ContentType"])
        # What mammoth parses must be among the parts that are looked over: those named .xml.
        kind = attributes.get("Type", "").rpartition("/")[2]
        if kind in _PARSED and not attributes.get("Target", "").lower().endswith(".xml"):
            raise DocumentRefused(reason="damaged")
