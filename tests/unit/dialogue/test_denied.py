""" "Ga bengkak, ga merah": an answer does not ask for what was just denied."""

from __future__ import annotations

import pytest

from kram.dialogue.skills.denied import if_later

_DENIED = frozenset({"bengkak", "merah"})


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            "Satu kaki bengkak, merah, atau hangat? Jangan dipijat. Periksa hari ini.",
            "Bila nanti satu kaki bengkak, merah, atau hangat: jangan dipijat. Periksa hari ini.",
        ),
        (
            "Satu kaki bengkak? Kram lewat 10 menit? Periksa hari ini.",
            "Bila nanti satu kaki bengkak, atau kram lewat 10 menit: periksa hari ini.",
        ),
        ("Sesak napas? Telepon 119 sekarang.", "Sesak napas? Telepon 119 sekarang."),
        ("Jangan dipijat bila bengkak.", "Jangan dipijat bila bengkak."),
    ],
)
def test_a_denied_sign_is_no_question_any_more(item, told):
    assert if_later(item, _DENIED, "Bila nanti") == told
