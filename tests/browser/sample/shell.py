"""The sample's pages: everything the stylesheet dresses, lists that are wired, two frames."""

import pandas as pd
import streamlit as st
from markupsafe import Markup
from streamlit_quill import st_quill

from pages.ui import layout
from pages.ui import markup as m
from pages.ui.components import rows

st.set_page_config(page_title="Sample", layout="wide")
SHAPE = st.context.cookies.get("frame", "staff")
WHO = m.Person(1, "Оксана Литвин", "Рекрутер")
NAMES = ["Марьяна Ткаченко", "Юрій Їжакевич", "Ґалина Єфремова", "Michael O’Brien"]
STAGES = [m.StageChoice(key, key, key.title()) for key in ("new", "review", "offer")]
SHEET = Markup("<h2>Опыт</h2>") + Markup("<p>Девять лет в разработке.</p>") * 40


def draw_navigation(here):
    menu = m.Menu(WHO, "menu", "out", [m.Place("/second", "mine", "tune")])
    places = [
        m.Place(f"/{one}", one, "work", here=one == here) for one in ("list", "second", "all")
    ]
    with st.container(key="nav"):
        if SHAPE == "staff":
            bell = m.Bell("/second", 2, "2")
            st.html(m.staff_nav(places, label="places", home="/list", bell=bell, menu=menu))
        else:
            st.html(m.customer_nav(places, label="places", agency="Ясні люди", home="/list",
                                   bell=None, menu=menu))  # fmt: skip


def listed():
    with layout.header(m.title("Кандидаты", count=len(NAMES)), key="list"):
        st.button("Импорт", key="import")
        st.button("Новый", key="new", type="primary", icon=":material/add:")
    moved = st.session_state.setdefault("moved", {})
    lines = [
        m.Row(str(i), name, [
            m.person_cell(m.Person(i, name, "Senior"), f"/second?id={i}"),
            m.stage_choice(str(i), next(s for s in STAGES if s.id == moved.get(str(i), "new")),
                           STAGES, label=f"stage {i}"),
            m.waiting("3 дня", "other"),
        ])
        for i, name in enumerate(NAMES)
    ]  # fmt: skip
    columns = [m.Column("Кандидат", "person"), m.Column("Этап", "stage"), m.Column("Ход", "turn")]
    st.html(m.table("sample", "Кандидаты", columns, lines, ticks=m.Ticks("all", "one")))
    answer = rows.wired("sample", [line.id for line in lines], key="rows")
    if answer.moved:
        moved[answer.moved.row] = answer.moved.to
        st.rerun()
    if answer.selected:
        with layout.bar(Markup("Выбрано: <b>{}</b>").format(len(answer.selected)), key="chosen"):
            st.button("Представить", key="present", type="primary", on_click=present)


def second():
    way = m.back("back", "/list")
    chosen = st.query_params.get("id", "none")
    st.html(way + m.candidate_head(m.Person(2, f"Second {chosen}", "Senior")))
    matter, beside = layout.split("second")
    with matter:
        st.html(m.sheet(SHEET, label="résumé"))
    with beside:
        st.html(m.note(m.Note(WHO, "вчера", "Текст", "opened", "Видит Nova Pay")))
    with layout.answers("second"):
        st.button("Так", key="yes_1", width="stretch")
        st.button("Ні", key="no_1", width="stretch")


@st.dialog("Dialog")
def present():
    st.html(m.lit_box("a", "b"))
    with layout.ends("present"):
        st.button("Yes", key="dialog_yes", type="primary")


def everything():
    st.html(m.title("Everything"))
    st.text_input("Text", key="text")
    st.text_area("Area", key="area")
    st.selectbox("One of", ["a", "b"], key="one")
    st.multiselect(
        "Some of", ["a", "b"], default=["a"], key="some", select_all=False, accept_new_options=True
    )
    st.checkbox("Tick", key="tick")
    st.radio("Kind", ["one", "other"], key="kind")
    st.segmented_control("Segment", ["a", "b"], default="a", key="segment")
    st.file_uploader("File", key="file")
    with st.form("form"):
        st.form_submit_button("Submit", key="submit", type="primary")
        st.form_submit_button("Cancel", key="cancel")
    st.button("Third", key="third", type="tertiary", icon=":material/add:")
    st.button("Dialog", key="dialog", on_click=present)
    with st.popover("Popover", key="popover"):
        st.write("inside")
    with st.expander("Expander", key="expander"):
        st.write("inside")
    with st.columns(2)[0]:
        st.dataframe(pd.DataFrame({"a": [1]}), key="frame")
    tabs = st.tabs(["one", "two"], key="tabs")
    with tabs[0]:
        st_quill(value="<p>text</p>", html=True, key="quill", toolbar=[[{"header": [1, 2, False]}]])
    st.html(m.copy_button("copied text", label="Copy", done="Copied"))


def door():
    st.html(m.door_mark())
    st.html(m.title("Вход", line="Агентство"))
    with st.form("door"):
        st.text_input("Email", key="email")
        st.text_input("Password", type="password", key="password")
        st.checkbox("Remember", key="remember")
        st.form_submit_button("Enter", type="primary", width="stretch", key="enter")


PAGES = [
    st.Page(door if SHAPE == "door" else listed, title="List", url_path="list"),
    st.Page(second, title="Second", url_path="second"),
    st.Page(everything, title="All", url_path="all"),
    st.Page(listed, title="Start", url_path="start", default=True),
]
page = st.navigation(PAGES, position="hidden")
if SHAPE != "door":
    draw_navigation(page.url_path)
with st.container(key="page"):
    page.run()
if SHAPE == "customer":
    with st.container(key="foot"):
        st.html(m.reach(WHO, [m.Contact("phone", "+380 44 555 01 34")], lead="Ваша рекрутерка"))
layout.end_of_page()
