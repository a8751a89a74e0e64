"""Messages that only mean something behind the one before: whatever the classifier took them for."""

from __future__ import annotations

from kram.knowledge.model import Hit
from tests.unit.builders import finding, population


def test_a_no_that_nobody_asked_for_does_not_open_the_answer(talk):
    near = (Hit("sesudah-melahirkan", "pijat-nifas", 0.4), Hit("sesudah-melahirkan", "kram-sesudah-lahir", 0.36))
    asked = message(
        "tanya_bahaya", "habis sesar betis kram normal tidak?", finding("kram_betis"), population("nifas"),
        population("pascaoperasi"), hits=near,
    )  # fmt: skip

    assert not talk(asked).answer.text.startswith("Sebaiknya jangan")
