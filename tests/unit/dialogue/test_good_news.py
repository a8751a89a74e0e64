"""Good news is answered as good news, and what the talk costs as that."""

from __future__ import annotations

from kram.dialogue.moves import is_relieved
from kram.dialogue.state import Turn
from tests.unit.builders import finding

NEWS = "makasih ya kram sudah tidak muncul lagi habis rajin peregangan"


def test_a_return_that_is_denied_is_relief(base):
    assert is_relieved("kram sudah tidak muncul lagi", base.talk)
    assert not is_relieved("sempat hilang lalu muncul lagi", base.talk)


def test_thanks_for_cramps_that_stay_away_get_one_glad_sentence_and_how_to_keep_it(talk):
    told = talk(Turn(NEWS, "lapor_membaik", 1.0, normalized=NEWS, mentions=(finding("kram_tak_jelas"),)))

    assert told.answer.text.startswith("Syukurlah")
    assert len(told.answer.blocks) == 1


def test_whoever_asks_what_the_talk_costs_hears_that_first(talk):
    words = "konsultasi di sini bayar tidak"

    told = talk(Turn(words, "tanya_bot", 1.0, normalized=words))

    assert told.answer.text.startswith("Di sini tidak bayar")
