"""The laws of the house that can be read off the code, one small function each.

A law looks at one file and yields what offends in it, saying what to do instead. Where a law has
exceptions, they stand beside it with their reason. `test_laws.py` runs every law over every file;
`planted.py` holds an offence for each law, so a law that sees nothing is found out.

What the imports alone can tell (pages -> services -> db) is in pyproject.toml, [tool.importlinter].
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from tests.architecture.reading import Module, Offence
from tests.architecture.streamlit_words import MEDIA, SPEAKING, WIDGETS

Law = Callable[[Module], Iterator[Offence]]
LAWS: list[Law] = []


def law(check: Law) -> Law:
    LAWS.append(check)
    return check


# ------------------------------------------------------------------ the edge: pages/


@law
def absolute_imports_in_pages(module: Module) -> Iterator[Offence]:
    """Inside pages/ every import begins with `pages.`.

    Streamlit puts the main script's folder on the path, so `import ui.x` would work and load a
    second copy of `pages.ui.x`, with a second state.
    """
    if module.layer != "pages":
        return
    beside = ("ui", "account", "staff", "customer", "endpoints", "shell")
    for node in module.nodes:
        named = []
        if isinstance(node, ast.ImportFrom):
            named = ["."] if node.level else [node.module or ""]
        elif isinstance(node, ast.Import):
            named = [name.name for name in node.names]
        for name in named:
            if name.split(".")[0] in (*beside, ""):
                yield Offence(module.place, node.lineno, "import it absolutely: `pages. ...`")


@law
def session_state_in_one_file(module: Module) -> Iterator[Offence]:
    """session_state holds ids and drafts, never rows. One file owns it, so that can be seen."""
    if module.layer not in {"pages", "app.py"} or module.place == "pages/ui/session.py":
        return
    for node, name in module.names():
        if name.startswith("streamlit.session_state"):
            yield Offence(module.place, node.lineno, "ask pages/ui/session.py for it")


@law
def fragments_are_guarded(module: Module) -> Iterator[Offence]:
    """Reruns of fragments and dialogs skip shell.py and its checks: there are guarded ones."""
    if module.layer not in {"pages", "app.py"} or module.place == "pages/ui/guard.py":
        return
    for node, name in module.names():
        if name in {"streamlit.fragment", "streamlit.dialog"}:
            yield Offence(module.place, node.lineno, "use the guarded one of pages/ui/guard.py")


# file -> why what it caches is the same for everybody
CACHES: dict[str, str] = {}


@law
def nothing_scoped_is_cached(module: Module) -> Iterator[Offence]:
    """Streamlit's caches are shared by all users: what one viewer may see, all would."""
    if module.layer not in {"pages", "app.py"} or module.place in CACHES:
        return
    for node, name in module.names():
        if name.startswith(("streamlit.cache_data", "streamlit.cache_resource")):
            yield Offence(
                module.place, node.lineno, "shared by all users; if it truly is, list it in CACHES"
            )


@law
def nothing_leaves_by_media_urls(module: Module) -> Iterator[Offence]:
    """/media/... is served without any authorisation, to anybody who has the URL."""
    for call in _streamlit_calls(module, MEDIA):
        yield Offence(module.place, call.lineno, "serve it from a route in pages/endpoints")


@law
def every_widget_has_a_key(module: Module) -> Iterator[Offence]:
    """Without a key a widget is known by its label alone.

    It forgets its value when the language changes, and two alike collide.
    """
    for call in _streamlit_calls(module, WIDGETS):
        if "key" not in {keyword.arg for keyword in call.keywords}:
            yield Offence(module.place, call.lineno, f"give `{_last(call)}` a key=")


@law
def no_unsafe_html(module: Module) -> Iterator[Offence]:
    """What people typed could run in another's browser; st.html of sanitised text needs no flag."""
    for call in module.calls():
        for keyword in call.keywords:
            if (keyword.arg or "").startswith("unsafe_allow_"):
                yield Offence(
                    module.place, call.lineno, f"no {keyword.arg}: sanitise, then st.html"
                )


@law
def words_go_through_t(module: Module) -> Iterator[Offence]:
    """English sentence = message id: a literal on screen would stay English for everybody."""
    for call in _streamlit_calls(module, WIDGETS | SPEAKING):
        for spoken in call.args[:1] + [
            k.value for k in call.keywords if k.arg in {"label", "help"}
        ]:
            if _says_words(spoken):
                yield Offence(module.place, call.lineno, 'words on screen go through t("...")')


@law
def a_page_begins_with_its_guard(module: Module) -> Iterator[Offence]:
    """Navigation is no wall: whatever opens this file first must meet its guard first.

    Imports, definitions and constants run nothing and may stand before it.
    """
    if not _is_page(module):
        return
    for statement in module.tree.body:
        if _only_declares(statement):
            continue
        if not _is_guard(module, statement):
            why = "the first thing a page does is guard.require(...) or guard.anonymous()"
            yield Offence(module.place, statement.lineno, why)
        return


@law
def no_streamlit_magic(module: Module) -> Iterator[Offence]:
    """A bare expression is written to the screen by Streamlit's magic, with all it holds."""
    if module.layer != "pages":
        return
    docstrings = {
        id(node.body[0])
        for node in module.nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
    }
    for node in module.nodes:
        if not isinstance(node, ast.Expr) or isinstance(
            node.value, ast.Call | ast.Await | ast.Yield | ast.YieldFrom
        ):
            continue
        text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        if not (text and id(node) in docstrings):
            yield Offence(
                module.place, node.lineno, "a bare expression does nothing (or shows all)"
            )


# ------------------------------------------------------------------ the rules: services/

# file -> why it may ask for a role
ASKS_FOR_ROLES = {
    "services/permissions.py": "holds the table of roles and permissions",
    "services/scope.py": "says what each role reaches",
    "services/write_scope.py": "says what each role may change of what it reaches",
    "services/work.py": "resolves the reach that scope.py speaks of",
    "services/viewer.py": "defines the roles",
    "services/access/sessions.py": "how long a sign-in lasts is a customer's or a recruiter's",
}


@law
def permissions_instead_of_roles(module: Module) -> Iterator[Offence]:
    """Who may do what stands in one table; `if viewer.role == ...` would be a second one.

    The role of a row (`User.role == ...`, `customer.role != ...`) says whom it is about and is no
    permission; `viewer.role`, and `role` on its own, is.
    """
    if module.layer not in {"pages", "services", "app.py"} or module.place in ASKS_FOR_ROLES:
        return
    for node in module.nodes:
        asked: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            asked = [node.left, *node.comparators]
        elif isinstance(node, ast.Match):
            asked = [node.subject]
        if any(_is_a_role(module, side) for side in asked):
            yield Offence(module.place, node.lineno, "ask permissions.require / allows instead")


@law
def services_never_commit(module: Module) -> Iterator[Offence]:
    """One transaction = change + audit + notifications + outbox; only work.py ends it."""
    # The index of words beside the database is no transaction: it can be made anew at any time.
    if module.layer != "services" or module.place in {
        "services/work.py", "services/search/index.py",
    }:  # fmt: skip
        return
    for call in module.calls():
        if _method(call) in {"commit", "rollback", "begin_nested"}:
            yield Offence(module.place, call.lineno, "services/work.py ends transactions")


# file -> why it may go where the scope does not see
OWNS_DETOURS = {
    "services/scope.py": "its rules speak of plain tables, so that they are not scoped twice",
    "services/interview_scope.py": "its rules speak of plain tables, too",
    "services/note_scope.py": "its rules speak of plain tables, as those of scope.py do",
    "services/resume_scope.py": "its rules speak of plain tables, as those of scope.py do",
    "services/reach.py": "asks what is shown to a customer before there is a scope",
    "services/work.py": "opens the session and refuses the detours of all others",
}
PAST_THE_SCOPE = {
    "sqlalchemy.text": "text() goes round the scope",
    "sqlalchemy.update": "a bulk update goes round the scope: change the rows of work.one",
    "sqlalchemy.delete": "a bulk delete goes round the scope: work.remove the rows",
    "sqlalchemy.literal_column": "a literal column goes round the scope",
    "sqlalchemy.table": "a plain table goes round the scope",
}
PAST_THE_SCOPE_METHODS = {
    "from_statement": "from_statement() goes round the scope",
    "connection": "a bare connection has no scope",
    "refresh": "refresh() reloads a row the viewer may have lost",
    "get_bind": "the engine has no scope",
    "exec_driver_sql": "driver SQL goes round the scope",
    "bulk_save_objects": "bulk writing goes round the checks of a flush",
    "bulk_insert_mappings": "bulk writing goes round the checks of a flush",
    "bulk_update_mappings": "bulk writing goes round the checks of a flush",
}


@law
def no_detour_round_the_scope(module: Module) -> Iterator[Offence]:
    """The session scopes mapped entities; what it cannot see is for the files that own it."""
    if module.layer not in {"pages", "services"} or module.place in OWNS_DETOURS:
        return
    for node, name in module.names():
        if ".__table__" in name:
            yield Offence(module.place, node.lineno, "a plain table goes round the scope")
        first, _, last = name.rpartition(".")
        if first.split(".")[0] == "sqlalchemy" and f"sqlalchemy.{last}" in PAST_THE_SCOPE:
            yield Offence(module.place, node.lineno, PAST_THE_SCOPE[f"sqlalchemy.{last}"])
    for call in module.calls():
        if (method := _method(call)) in PAST_THE_SCOPE_METHODS:
            yield Offence(module.place, call.lineno, PAST_THE_SCOPE_METHODS[method])


@law
def the_redactor_is_disclosures(module: Module) -> Iterator[Offence]:
    """The redactor sees the contacts that must be cut out; what it reads reaches nobody's eyes."""
    if module.place in {"services/disclosure.py", "services/work.py"}:
        return
    if module.layer not in {"pages", "services"}:
        return
    for call in module.calls():
        if _method(call) == "as_redactor":
            yield Offence(module.place, call.lineno, "only services/disclosure.py may ask so")


# file -> why it needs nothing of the data
PLAIN = ("viewer", "permissions", "errors", "settings")


@law
def plain_modules_stay_plain(module: Module) -> Iterator[Offence]:
    """viewer, permissions, errors and settings are read by everything: they know no database."""
    if module.place not in {f"services/{name}.py" for name in PLAIN}:
        return
    allowed = {f"services.{name}" for name in PLAIN}
    for imported in module.imports.values():
        ours = imported.split(".")[0] in {"services", "db", "pages"}
        if imported.startswith("sqlalchemy") or (
            ours and not any(f"{imported}.".startswith(f"{name}.") for name in allowed)
        ):
            yield Offence(module.place, 1, f"stands below {imported}: keep it plain")


# ------------------------------------------------------------------ every file

LONGEST = 400
RECORDS = "db/migrations/versions/"  # what was once run is not rewritten, however long it is
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common", "shared", "base_utils"}


@law
def no_long_files(module: Module) -> Iterator[Offence]:
    """A file fits a screen and a half; at 400 lines it holds two things: split it by capability."""
    lines = module.source.count("\n")
    if lines > LONGEST and not module.place.startswith(RECORDS):
        yield Offence(module.place, LONGEST, f"{lines} lines: split it by what it is able to do")


@law
def names_say_what_is_inside(module: Module) -> Iterator[Offence]:
    """`utils` is where things are put that nobody finds again."""
    for part in PurePosixPath(module.place).with_suffix("").parts:
        if part in SAYS_NOTHING:
            yield Offence(module.place, 1, f"`{part}` says nothing: name what it is for")


@law
def every_module_says_what_it_is(module: Module) -> Iterator[Offence]:
    """A newcomer reads the first line of a file before he reads the file."""
    ours = module.layer in {"pages", "services", "db", "tools", "app.py"}
    if ours and ast.get_docstring(module.tree) is None:
        yield Offence(module.place, 1, "begin with a docstring that says what this is")


# ------------------------------------------------------------------ what the laws ask of a node


def _streamlit_calls(module: Module, words: frozenset[str]) -> Iterator[ast.Call]:
    """Calls like `st.button(...)`, `column.button(...)`; not `forms.button(...)` of our own."""
    if module.layer not in {"pages", "app.py"}:
        return
    for call in module.calls():
        if _last(call) not in words:
            continue
        name = module.full_name(call.func)
        imported = set(name.split(".")[:1]) & {m.split(".")[0] for m in module.imports.values()}
        of_a_column = isinstance(call.func, ast.Attribute) and not imported and "log" not in name
        if name.startswith("streamlit.") or of_a_column:
            yield call


def _last(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _says_words(node: ast.expr) -> bool:
    """A literal with letters in it, icons and markup (":material/add:", "<br>") aside."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        plain = node.value.strip()
        markup = (plain[:1], plain[-1:]) in {(":", ":"), ("<", ">")}
        return not markup and any(letter.isalpha() for letter in plain)
    if isinstance(node, ast.JoinedStr):
        return any(_says_words(part) for part in node.values)
    return False


def _is_page(module: Module) -> bool:
    folders = ("pages/account/", "pages/staff/", "pages/customer/")
    return module.place.startswith(folders) and not module.place.endswith("/__init__.py")


def _only_declares(statement: ast.stmt) -> bool:
    declarations = (
        ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    )
    if isinstance(statement, declarations):
        return True
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        return not any(isinstance(node, ast.Call) for node in ast.walk(statement))
    return False


def _is_guard(module: Module, statement: ast.stmt) -> bool:
    """`guard.require(...)`, or `viewer = ...` it, or one of these first in `with shown():`."""
    if isinstance(statement, ast.With):
        ours = all(
            isinstance(item.context_expr, ast.Call)
            and module.full_name(item.context_expr.func).startswith("pages.ui.")
            for item in statement.items
        )
        return ours and _is_guard(module, statement.body[0])
    if not isinstance(statement, ast.Expr | ast.Assign | ast.AnnAssign):
        return False
    value = statement.value
    return isinstance(value, ast.Call) and module.full_name(value.func) in {
        "pages.ui.guard.require",
        "pages.ui.guard.anonymous",
    }


def _is_a_role(module: Module, node: ast.expr) -> bool:
    name = module.full_name(node)
    return name == "role" or f".{name}".endswith(".viewer.role")
