"""An answer says nothing twice."""

from __future__ import annotations

from kram.answers.answer import Block, BlockKind
from kram.answers.likeness import repeats, without_echo

_LEAD = Block(BlockKind.TEXT, "Kaki yang ingin terus digerakkan mungkin kaki gelisah, dan ini berbeda dari kram.")
_POINT = Block(BlockKind.TEXT, "Kaki yang ingin terus digerakkan mungkin kaki gelisah, bukan kram. Reda saat bergerak.")
_OTHER = Block(BlockKind.TEXT, "Kram biasa umumnya tidak perlu tes darah.")


def test_a_cause_that_the_opening_told_is_not_listed_again():
    opening = "Kram malam sering tidak diketahui sebabnya. Otot lelah atau saraf terganggu mungkin berperan."

    assert repeats("Sebabnya sering tidak diketahui. Mungkin otot lelah atau gangguan saraf.", opening)
    assert not repeats("Beberapa obat bisa memicu, misalnya peluruh kencing.", opening)


def test_a_note_that_opens_as_the_answer_does_takes_its_place():
    first, notes = without_echo(_LEAD, [_OTHER, _POINT])

    assert first is _POINT
    assert notes == [_OTHER]


def test_behind_a_warning_the_whole_point_is_told():
    warning = Block(BlockKind.WARNING, _LEAD.text)

    assert without_echo(warning, [_POINT]) == (warning, [_POINT])
