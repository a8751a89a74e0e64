"""What is said to a man, a child, or somebody past that age leaves out the sentences for mothers."""

from __future__ import annotations

import pytest

from kram.answers.answer import Answer, Block, BlockKind
from kram.answers.strangers import without_mothers
from kram.triage.model import Level


def told(text: str) -> str:
    return without_mothers(Answer(Level.NONE, (Block(BlockKind.TEXT, text),))).text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Tidak perlu. Hamil: teruskan tablet dari bidan. Periksa.", "Tidak perlu. Periksa."),
        ("Boleh. Sedang hamil? Tanya bidan dulu.", "Boleh."),
        (
            "Boleh. Hamil, sakit ginjal, atau sakit liver? Tanya dulu.",
            "Boleh. Sakit ginjal, atau sakit liver? Tanya dulu.",
        ),
        ("Kram saat hamil lazim.", "Kram saat hamil lazim."),
    ],
)
def test_only_what_begins_with_that_group_goes(text, kept):
    assert told(text) == kept
