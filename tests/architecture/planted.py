"""For each law: code that breaks it, and code beside it that is right.

`offends` lists (place, source): each must be found. `is_fine` lists what must not be.
"""

from dataclasses import dataclass, field

PAGE = "pages/staff/vacancies.py"
GUARD = "from pages.ui import guard\nguard.require('vacancies:read')\n"
ST = "import streamlit as st\n"


@dataclass(frozen=True)
class Planted:
    offends: list[tuple[str, str]]
    is_fine: list[tuple[str, str]] = field(default_factory=list)


PLANTED = {
    "absolute_imports_in_pages": Planted(
        [
            (PAGE, "from ui import guard"),
            (PAGE, "import ui.guard"),
            (PAGE, "from ..ui import guard"),
            (PAGE, "from . import candidates"),
        ],
        [(PAGE, "from pages.ui import guard\nimport uuid"), ("db/engine.py", "from . import keys")],
    ),
    "session_state_in_one_file": Planted(
        [
            (PAGE, ST + "st.session_state['vacancy'] = row"),
            (PAGE, ST + "if 'x' in st.session_state: pass"),
            (PAGE, "from streamlit import session_state as s\ns.x = 1"),
        ],
        [("pages/ui/session.py", ST + "st.session_state['vacancy'] = 1")],
    ),
    "fragments_are_guarded": Planted(
        [
            (PAGE, ST + "@st.fragment\ndef tick(): ..."),
            (PAGE, ST + "@st.fragment(run_every=2)\ndef tick(): ..."),
            (PAGE, "from streamlit import fragment\nfragment(tick)"),
        ],
        [("pages/ui/guard.py", ST + "@st.fragment\ndef tick(): ...")],
    ),
    "nothing_scoped_is_cached": Planted(
        [
            (PAGE, ST + "@st.cache_data\ndef board(): ..."),
            (PAGE, ST + "@st.cache_resource(ttl=1)\ndef board(): ..."),
        ],
        [(PAGE, "from functools import cache\n@cache\ndef board(): ...")],
    ),
    "nothing_leaves_by_media_urls": Planted(
        [
            (PAGE, ST + "st.download_button(label, data, key='k')"),
            (PAGE, ST + "left.image(photo)"),
        ],
        [(PAGE, "from pages.ui import photos\nphotos.image(candidate)")],
    ),
    "every_widget_has_a_key": Planted(
        [
            (PAGE, ST + "st.button(label)"),
            (PAGE, ST + "left, right = st.columns(2)\nleft.text_input(label)"),
            (PAGE, "from streamlit import toggle\ntoggle(label)"),
            (PAGE, ST + "st.selectbox(label, options, **more)"),
        ],
        [
            (PAGE, ST + "st.button(label, key='save')"),
            (PAGE, "from pages.ui import forms\nforms.text_input(label)"),
            ("tools/shots.py", "page.button()"),
        ],
    ),
    "no_unsafe_html": Planted(
        [
            (PAGE, ST + "st.markdown(text, unsafe_allow_html=True)"),
            (PAGE, ST + "st.html(text, unsafe_allow_javascript=True)"),
        ],
        [(PAGE, ST + "st.html(text)")],
    ),
    "words_go_through_t": Planted(
        [
            (PAGE, ST + "st.button('Save', key='save')"),
            (PAGE, ST + "st.caption(f'{n} candidates')"),
            (PAGE, ST + "right.text_input(label=t('Name'), help='As in the passport', key='n')"),
        ],
        [
            (PAGE, ST + "st.button(t('Save'), key='save')"),
            (PAGE, ST + "st.button(':material/add:', key='add')"),
            (PAGE, ST + "st.caption(f'{a} · {b}')"),
            (PAGE, "logger.error('no such file')"),
            (PAGE, "import sys\nsys.stdout.write('a word')"),
        ],
    ),
    "a_page_begins_with_its_guard": Planted(
        [
            (PAGE, "from services import vacancies\nvacancies.board(work)\n" + GUARD),
            (PAGE, ST + "st.title(t('Vacancies'))"),
            (PAGE, "board = load()\n" + GUARD),
            (PAGE, "from elsewhere import guard\nguard.require('x')"),
            (PAGE, "from pages.ui import guard\nif ready:\n    guard.require('x')"),
            (PAGE, "from pages.ui import guard\nwith open('x'):\n    guard.require('x')"),
        ],
        [
            (PAGE, '"""Vacancies."""\n' + GUARD + "show()"),
            (PAGE, "from pages.ui import guard\nPAGE = 50\nviewer = guard.anonymous()\nshow()"),
            (
                PAGE,
                "from pages.ui import errors, guard\nwith errors.shown():\n    guard.anonymous()",
            ),
            (PAGE, "def draw(board): ..."),
            ("pages/ui/forms.py", "show()"),
            ("pages/staff/__init__.py", "show()"),
        ],
    ),
    "no_streamlit_magic": Planted(
        [
            (PAGE, "board"),
            (PAGE, "x, y"),
            (PAGE, "def draw():\n    'draws'\n    board.rows"),
            (PAGE, "x = 1\n'a text in passing'"),
        ],
        [(PAGE, "'''A page.'''\ndraw()\ndef f():\n    'draws'\n    yield 1")],
    ),
    "permissions_instead_of_roles": Planted(
        [
            ("services/notes.py", "if viewer.role == Role.CUSTOMER: ..."),
            ("services/notes.py", "if work.viewer.role in (Role.CUSTOMER, Role.RECRUITER): ..."),
            ("services/notes.py", "def f(role):\n    return role is not None"),
            (PAGE, "match viewer.role:\n    case 'customer': ..."),
        ],
        [
            ("services/scope.py", "if viewer.role == Role.CUSTOMER: ..."),
            ("services/customers.py", "select(User).where(User.role == Role.CUSTOMER)"),
            ("services/customers.py", "if customer.role != Role.CUSTOMER: raise NotFound"),
            ("services/notes.py", "require(viewer, Permission.NOTES_READ)"),
        ],
    ),
    "services_never_commit": Planted(
        [
            ("services/notes.py", "session.commit()"),
            ("services/mail/outbox.py", "work.session.rollback()"),
        ],
        [("services/work.py", "session.commit()"), ("db/engine.py", "connection.commit()")],
    ),
    "no_detour_round_the_scope": Planted(
        [
            ("services/notes.py", "Note.__table__.c.id"),
            ("services/notes.py", "from sqlalchemy import text\ntext('select 1')"),
            ("services/notes.py", "import sqlalchemy as sa\nsa.sql.text('select 1')"),
            ("services/notes.py", "from sqlalchemy import update as change\nchange(Note)"),
            ("services/notes.py", "from sqlalchemy import delete\ndelete(Note)"),
            ("services/notes.py", "select(Note).from_statement(x)"),
            ("services/notes.py", "session.connection()"),
            ("services/notes.py", "session.refresh(note)"),
        ],
        [
            ("services/scope.py", "Note.__table__.c.id"),
            ("services/notes.py", "{}.update(a=1)\ntext = note.text\ntext(1)"),
            ("db/engine.py", "from sqlalchemy import text\ntext('select 1')"),
        ],
    ),
    "the_redactor_is_disclosures": Planted(
        [("services/search.py", "work.as_redactor(select(CandidateContact))")],
        [("services/disclosure.py", "work.as_redactor(select(CandidateContact))")],
    ),
    "plain_modules_stay_plain": Planted(
        [
            ("services/viewer.py", "from db.models import User"),
            ("services/permissions.py", "from services.work import Work"),
            ("services/errors.py", "import sqlalchemy"),
        ],
        [
            ("services/permissions.py", "from services.viewer import Role\nimport enum"),
            ("services/settings.py", "from pydantic import BaseModel"),
        ],
    ),
    "no_long_files": Planted(
        [("services/notes.py", "x = 1\n" * 401)],
        [
            ("services/notes.py", "x = 1\n" * 400),
            ("db/migrations/versions/0001_first.py", "x = 1\n" * 401),
        ],
    ),
    "names_say_what_is_inside": Planted(
        [("services/utils.py", ""), ("pages/ui/helpers.py", ""), ("db/common/rows.py", "")],
        [("services/commons.py", "")],
    ),
    "every_module_says_what_it_is": Planted(
        [("services/notes.py", "x = 1"), ("pages/ui/__init__.py", "")],
        [("services/notes.py", '"""Notes on candidates."""'), ("tests/people.py", "x = 1")],
    ),
}
