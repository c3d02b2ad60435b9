"""Breaks a piece of code in one place at a time: what a slip of the hand would leave out.

`mutants(source)` yields each broken variant with its name: a condition dropped, a rule that says
yes to everything, a guard removed. `slips(source)` does so for rules in plain Python: a part of a
condition or of a set forgotten, an answer turned round, a pattern that fits all or nothing.
"""

import ast
import copy
from collections.abc import Iterator

_JOINING = {"and_", "or_"}
_SAYS_YES = ast.Call(ast.Name("true", ast.Load()), [], [])


def mutants(source: str, functions: set[str]) -> Iterator[tuple[str, str]]:
    """(what was broken, the whole module's source with that one change) for these functions."""
    return _variants(source, functions, _changes)


def slips(source: str, functions: set[str]) -> Iterator[tuple[str, str]]:
    """The same for rules in plain Python, and for every pattern that the module compiles."""
    yield from _variants(source, functions, _slips)
    tree = ast.parse(source)
    for statement in tree.body:
        called = isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call)
        compiled = ast.unparse(statement.value.func) if called else ""
        if compiled in {"re.compile", "regex"}:
            name, stands = ast.unparse(statement.targets[0]), statement.value
            for what, pattern in (("fits nothing", "(?!)"), ("fits all", "(?s:.*)")):
                statement.value = ast.parse(f"{compiled}({pattern!r})", mode="eval").body
                yield f"{name}: {what}", ast.unparse(ast.fix_missing_locations(tree))
            statement.value = stands


def _variants(source, functions, changes):
    tree = ast.parse(source)
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name in functions:
            for what, broken in _broken(function, changes):
                at = tree.body.index(function)
                module = ast.Module([*tree.body[:at], broken, *tree.body[at + 1 :]], [])
                yield f"{function.name}: {what}", ast.unparse(ast.fix_missing_locations(module))


def _broken(function: ast.FunctionDef, changes) -> Iterator[tuple[str, ast.FunctionDef]]:
    size = len(list(ast.walk(function)))
    for index in range(size):
        node = list(ast.walk(function))[index]
        for change in changes(node):
            variant = copy.deepcopy(function)
            target = list(ast.walk(variant))[index]
            what = change(target)
            yield what, variant


def _changes(node: ast.AST):
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in _JOINING or (name == "where" and len(node.args) > 1):
            for place in range(len(node.args)):
                yield lambda target, place=place: _drop(target, place)
        elif name == "where":
            yield _always
    if isinstance(node, ast.FunctionDef):
        for place, statement in enumerate(node.body):
            if isinstance(statement, ast.If):
                yield lambda target, place=place: _unguard(target, place)
            if isinstance(statement, ast.Return) and _is_a_rule(node):
                yield lambda target, place=place: _says_yes(target, place)
    if isinstance(node, ast.IfExp):
        yield lambda target: _choose(target, target.body, target.orelse)
        yield lambda target: _choose(target, target.orelse, target.body)


def _slips(node: ast.AST):
    if isinstance(node, ast.BoolOp | ast.Set):
        parts = node.values if isinstance(node, ast.BoolOp) else node.elts
        for place in range(len(parts)):
            yield lambda target, place=place: _forget(target, place)
    if isinstance(node, ast.Return):
        stands = node.value.value if isinstance(node.value, ast.Constant) else None
        for answer in {True, False} - {stands}:
            yield lambda target, answer=answer: _answer(target, answer_with=answer)


def _forget(joined: ast.BoolOp | ast.Set, place: int) -> str:
    parts = joined.values if isinstance(joined, ast.BoolOp) else joined.elts
    return f"without `{ast.unparse(parts.pop(place))}`"


def _answer(answer: ast.Return, *, answer_with: bool) -> str:
    what = f"line {answer.lineno} says {answer_with} instead of `{ast.unparse(answer.value)}`"
    answer.value = ast.Constant(answer_with)
    return what


def _is_a_rule(node: ast.FunctionDef) -> bool:
    return node.returns is not None and "ColumnElement" in ast.unparse(node.returns)


def _drop(call: ast.Call, place: int) -> str:
    return f"without `{ast.unparse(call.args.pop(place))}`"


def _always(call: ast.Call) -> str:
    what = f"without its only condition `{ast.unparse(call.args[0])}`"
    call.args = [_SAYS_YES]
    return what


def _unguard(function: ast.FunctionDef, place: int) -> str:
    return f"without `if {ast.unparse(function.body.pop(place).test)}`"


def _says_yes(function: ast.FunctionDef, place: int) -> str:
    what = ast.unparse(function.body[place])
    function.body[place].value = _SAYS_YES
    return f"says yes instead of `{what}`"


def _choose(choice: ast.IfExp, chosen: ast.expr, other: ast.expr) -> str:
    choice.test = ast.Constant(chosen is choice.body)
    return f"never `{ast.unparse(other)}`"
