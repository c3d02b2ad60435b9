"""Breaks a piece of code in one place at a time: what a slip of the hand would leave out.

`mutants(source)` yields each broken variant with its name: a condition dropped, a rule that says
yes to everything, a guard removed.
"""

import ast
import copy
from collections.abc import Iterator

_JOINING = {"and_", "or_"}
_SAYS_YES = ast.Call(ast.Name("true", ast.Load()), [], [])


def mutants(source: str, functions: set[str]) -> Iterator[tuple[str, str]]:
    """(what was broken, the whole module's source with that one change) for these functions."""
    tree = ast.parse(source)
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.name in functions:
            for what, broken in _broken(function):
                at = tree.body.index(function)
                module = ast.Module([*tree.body[:at], broken, *tree.body[at + 1 :]], [])
                yield f"{function.name}: {what}", ast.unparse(ast.fix_missing_locations(module))


def _broken(function: ast.FunctionDef) -> Iterator[tuple[str, ast.FunctionDef]]:
    size = len(list(ast.walk(function)))
    for index in range(size):
        node = list(ast.walk(function))[index]
        for change in _changes(node):
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
