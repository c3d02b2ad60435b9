"""What looks like a contact and belongs to the work: annotations, files, employers' sites, times."""

import pytest

from services.contacts import find
from tests.services.contacts.left import left

NONE = [
    "Библиотека для форм: аннотации @NotNull, @Email, @Size(min = 8), конфигурация",
    "@Route, @Entity(name), @dataProvider: атрибути",
    "Ekler: Ozgecmis_Deniz.pdf (212 KB), diploma.jpg",
    "K8s 1.28, GitLab CI, AWS eu-central-1; 99,95 % за год",
    "Boilers: Vaillant, Ideal; call-out EUR 75, 09:00 to 18:00, Sat till 13:00",
    "Номер УЛМ: RUS 0341187, паспорт моряка 12-7740",
    "My SRA number is 598114 and I have no conditions",
    "Wildberries, Электросталь, www.wildberries.ru",
    "Before: Penguin.co.uk content desk, Waterstones.com",
    "Ранее: Ozon.tech, команда поиска",
]
TOLD = {
    "Telegram: @IvanPetrov, Instagram: @IvanPetrov": "@IvanPetrov, Instagram: @IvanPetrov",
    "сайт: Ivanpetrov.com": "Ivanpetrov.com",
    "Instagram: https://www.instagram.com/\nvera89/": "https://www.instagram.com/\nvera89/",
    "www.vk.com/ivanpetrov": "www.vk.com/ivanpetrov",
    "звоните 8 9I6 l23-45-67, паспорт по запросу": "8 9I6 l23-45-67",
}


@pytest.mark.parametrize("text", NONE)
def test_it_stays(text):
    assert find(text) == []


@pytest.mark.parametrize(("told", "contact"), TOLD.items())
def test_a_contact_of_the_same_form_does_not(told, contact):
    gone = left(contact, f"Сварщик\n{told}\n2019 – 2023")
    assert gone.removeprefix("Instagram") == ""
