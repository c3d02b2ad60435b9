"""Reading the code as the laws need it: files as syntax trees in which names are spelled out."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("pages", "services", "db", "tests", "tools", "benchmarks")


@dataclass(frozen=True)
class Module:
    """One Python file of ours. `place` is its path from the root, as laws and messages name it."""

    place: str
    source: str

    @property
    def layer(self) -> str:
        """The top-level folder, or the file itself for app.py."""
        return self.place.split("/")[0]

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @cached_property
    def imports(self) -> dict[str, str]:
        """What each imported name stands for: {"st": "streamlit", "text": "sqlalchemy.text"}."""
        meaning = {}
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for name in node.names:
                    full = name.name if name.asname else name.name.split(".")[0]
                    meaning[name.asname or full] = full
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for name in node.names:
                    meaning[name.asname or name.name] = f"{node.module}.{name.name}"
        return meaning

    def full_name(self, node: ast.AST) -> str:
        """A dotted name with its import spelled out: `st.button` -> "streamlit.button".

        Returns "" for what is not a plain dotted name (a call's result, an item of a list).
        """
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return ""
        parts.append(self.imports.get(node.id, node.id))
        return ".".join(reversed(parts))

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in self.nodes if isinstance(node, ast.Call))

    def names(self) -> Iterator[tuple[ast.expr, str]]:
        """Every dotted name in the file, the longest form of each, with what it stands for."""
        inner = {id(node.value) for node in self.nodes if isinstance(node, ast.Attribute)}
        for node in self.nodes:
            if isinstance(node, ast.Attribute | ast.Name) and id(node) not in inner:
                yield node, self.full_name(node)


@dataclass(frozen=True)
class Offence:
    """A place where a law is broken, with what to do instead."""

    place: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.place}:{self.line}: {self.why}"


def our_modules() -> list[Module]:
    """Every Python file of ours, app.py included."""
    files = [ROOT / "app.py", *(f for folder in OURS for f in (ROOT / folder).rglob("*.py"))]
    return [
        Module(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
        for file in sorted(files)
        if file.exists()
    ]
