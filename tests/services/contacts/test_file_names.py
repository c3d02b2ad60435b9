"""Contacts in the name of a file."""

import pytest

from services.contacts import find

CONTACTS = {
    "Файл с резюме: tg_nadyakova.pdf": "nadyakova",
    "Portfolio file insta_lena.klim.docx": "lena.klim",
    "04_discord_thadblom#4418.txt": "thadblom#4418",
}
NO_CONTACTS = ["tg_bot.pdf", "vk_logo.png"]


@pytest.mark.parametrize(("text", "account"), CONTACTS.items())
def test_an_account_in_the_name_of_a_file_is_found(text, account):
    assert account in [one.text for one in find(text)]


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_plain_words_in_the_name_of_a_file_stay(text):
    assert find(text) == []
