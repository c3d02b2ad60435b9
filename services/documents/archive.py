"""The zip archive that a Word file or an ODT is: measured and looked over before it is read."""

import io
import xml.parsers.expat
import zipfile
from collections.abc import Collection
from typing import Literal

from services.documents.limits import Limits
from services.errors import DocumentRefused

WORD_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = "macroEnabled"
_CONTENT_TYPES = "[Content_Types].xml"
_MANIFEST = "META-INF/manifest.xml"
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_PARSED = {"officeDocument", "styles", "numbering", "footnotes", "endnotes", "comments"}
_ENCRYPTED = 0x1
_MOST_ELEMENTS = 500_000
_DEEPEST = 250
_CHUNK = 1 << 16
# What an archive that is broken, or uses what nobody does, raises as it is opened or read.
_BROKEN = (
    zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError, OSError,
)  # fmt: skip


def opened(content: bytes, limits: Limits) -> tuple[zipfile.ZipFile, Literal["docx", "odt"]]:
    """The archive of a document that is safe to read, and what kind of document it is.

    Raises DocumentRefused: damaged, encrypted, unpacks_too_large, macros, archive when it holds
    no document, wrong_type when it holds one of another kind.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise DocumentRefused(reason="damaged") from error
    entries = archive.infolist()
    # Reading stops at the size that the directory states, so the stated sizes bound the cost.
    if len(entries) > limits.entries or sum(e.file_size for e in entries) > limits.unpacked:
        raise DocumentRefused(reason="unpacks_too_large")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise DocumentRefused(reason="encrypted")
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise DocumentRefused(reason="damaged")
    try:
        if _CONTENT_TYPES in names:
            _look_over_word(archive, names)
            return archive, "docx"
        _look_over_open_text(archive, names)
    except _BROKEN as error:
        raise DocumentRefused(reason="damaged") from error
    return archive, "odt"


def _look_over_word(archive: zipfile.ZipFile, names: Collection[str]) -> None:
    """Every XML part is well formed, not endless and declares no entities."""
    types = _Part(archive, _CONTENT_TYPES).content_types
    if WORD_DOCUMENT not in types:
        macros = any(_MACROS in kind for kind in types)
        raise DocumentRefused(reason="macros" if macros else "wrong_type")
    for name in names:
        if name.lower().endswith((".xml", ".rels")) and name != _CONTENT_TYPES:
            _Part(archive, name)


def _look_over_open_text(archive: zipfile.ZipFile, names: Collection[str]) -> None:
    """The parts that are read of an ODT; scripts in it are neither read nor run."""
    if "mimetype" not in names:
        foreign = any(name.endswith(".iwa") for name in names)  # Apple's Pages and Numbers
        raise DocumentRefused(reason="wrong_type" if foreign else "archive")
    if archive.read("mimetype").strip() != _OPEN_TEXT:
        raise DocumentRefused(reason="wrong_type")
    if "content.xml" not in names:
        raise DocumentRefused(reason="damaged")
    if _MANIFEST in names and b"encryption-data" in archive.read(_MANIFEST):
        raise DocumentRefused(reason="encrypted")
    for name in ("content.xml", "styles.xml"):
        if name in names:
            _Part(archive, name)


class _Part:
    """One XML part, read once from end to end without building anything."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.content_types: set[str] = set()
        self._elements = self._depth = 0
        parser = xml.parsers.expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            with archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place
            parser.Parse(b"", True)  # noqa: FBT003 - as above
        except xml.parsers.expat.ExpatError as error:
            raise DocumentRefused(reason="damaged") from error

    def _refuse_doctype(self, *_declared: object) -> None:
        # No word processor writes one; what it declares can read files or multiply without end.
        raise DocumentRefused(reason="damaged")

    def _start(self, _name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise DocumentRefused(reason="unpacks_too_large")
        self._depth += 1
        if self._depth > _DEEPEST:
            raise DocumentRefused(reason="damaged")
        if "ContentType" in attributes:
            self.content_types.add(attributes["ContentType"])
        # What mammoth parses must be among the parts that are looked over: those named .xml.
        kind = attributes.get("Type", "").rpartition("/")[2]
        if kind in _PARSED and not attributes.get("Target", "").lower().endswith(".xml"):
            raise DocumentRefused(reason="damaged")

    def _end(self, _name: str) -> None:
        self._depth -= 1
