"""One's own profile on the staff: what customers read, the signature, the photo."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.drawn import photo_of
from pages.ui.found_again import find_again, keep_typed, settled
from pages.ui.installed import installation
from pages.ui.layout import ends, fields
from pages.ui.problems import shown
from pages.ui.text import t
from services.drafts import form_place
from services.photos import read
from services.profile import (
    ProfileForm,
    ProfileView,
    edit_profile,
    my_profile,
    remove_photo,
    set_photo,
)
from services.viewer import Viewer
from services.work import perform, reading

_KINDS = ["png", "jpg", "jpeg", "webp"]
_SIGNATURE = "own_signature"


def draw_own_profile(viewer: Viewer) -> None:
    """What customers read of me, and my photo."""
    with reading(installation(), viewer) as work:
        mine = my_profile(work)
    st.html(m.section(t("My profile"), place="profile"))
    if session.kept("own_profile_saved"):
        session.forget("own_profile_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    st.html(
        m.person(
            m.Person(
                viewer.user_id,
                mine.name,
                t("Customers read this on every page and in letters."),
                photo=photo_of(viewer.user_id, mine.version if mine.has_photo else 0),
            ),
            size="l",
        )
    )
    _draw_fields(viewer, mine)
    _draw_photo(viewer, mine)


def _draw_fields(viewer: Viewer, mine: ProfileView) -> None:
    typed_at = form_place("signature")
    if not session.stands(_SIGNATURE):
        session.fill(_SIGNATURE, mine.signature)
        find_again(viewer, typed_at, _SIGNATURE)
    with fields("own_profile"):
        name = st.text_input(t("Name"), key="own_name", value=mine.name, autocomplete="name")
        left, right = st.columns(2)
        phone = left.text_input(t("Phone"), key="own_phone", value=mine.phone)
        position = right.text_input(t("Position"), key="own_position", value=mine.position)
        messenger = st.text_input(
            t("Messengers"),
            key="own_messenger",
            value=mine.messenger,
            placeholder="Telegram @name, WhatsApp +380…",
        )
        signature = st.text_area(t("Signature"), key=_SIGNATURE, height=96)
        st.html(m.quiet(t("It stands under your letters and beside your contacts.")))
        keep_typed(typed_at, _SIGNATURE)
        place = st.container(key="own_profile_problem")
        with ends("own_profile"):
            sent = st.button(t("Save Changes"), key="own_save")
    if sent:
        form = ProfileForm(name, phone, messenger, position, signature)
        with place, shown() as attempt:
            perform(installation(), viewer, edit_profile, form=form)
        if not attempt.failed:
            settled(typed_at, _SIGNATURE)
            _saved()


def _draw_photo(viewer: Viewer, mine: ProfileView) -> None:
    with st.container(key="upload_photo"):
        file = st.file_uploader(
            t("Photo"),
            type=_KINDS,
            key=f"own_photo_{mine.version}",
        )
    st.html(m.quiet(t("PNG, JPEG or WebP up to 5 MB; only the picture itself is kept.")))
    if file is not None:
        with shown() as attempt:
            perform(installation(), viewer, set_photo, picture=read(file.getvalue()))
        if not attempt.failed:
            _saved()
    if mine.has_photo and st.button(t("Remove the photo"), key="own_photo_remove"):
        with shown() as attempt:
            perform(installation(), viewer, remove_photo)
        if not attempt.failed:
            _saved()


def _saved() -> None:
    session.keep("own_profile_saved", "now")
    st.rerun()
