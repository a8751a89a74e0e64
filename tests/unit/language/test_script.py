"""Messages in other scripts are recognised as such; fancy Latin letters and emoji are not."""

from __future__ import annotations

import pytest

from kram.language.script import is_foreign_script


@pytest.mark.parametrize("text", ["天気は", "ما هو الطقس", "привет", "สวัสดี", "ini 天気を教えてください"])
def test_another_script_is_foreign(text: str) -> None:
    assert is_foreign_script(text)


@pytest.mark.parametrize("text", ["betis kram", "kram 😭😭", "𝗸𝗿𝗮𝗺", "ｋｒａｍ", "", "123", "kafé", "betis 痛"])
def test_latin_letters_emoji_and_figures_are_not(text: str) -> None:
    assert not is_foreign_script(text)
