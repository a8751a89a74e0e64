"""A word in passing is no sign: what was read about, what lies under the skin, who nearly fell."""

import pytest

from kram.language.model import Kind


def told(reader, text: str) -> set[str]:
    """Findings and populations that a message asserts."""
    kinds = {Kind.FINDING, Kind.POPULATION, Kind.CONTEXT}
    return {m.value for m in reader.read(text).mentions if m.kind in kinds and m.asserted}


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("betis kedutan kayak ada ulat di bawah kulit, tidak sakit, lega kalau sudah tidur", "nyeri_malam_gantung"),
        ("kedutan seminggu, kemarin googling als jadi takut", "neurologis"),
        ("kopi bisa 3 gelas, stres sampai tidak bisa tidur", "lemah_otot"),
        ("kelamaan bersila kaki baal, pas berdiri jatuh", "cedera"),
        ("abis gym kemarin paha sakit, ini kram atau cedera ya", "cedera"),
    ],
)
def test_what_is_named_in_passing_is_not_told(real_reader, text, not_told):
    assert not_told not in told(real_reader, text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("jatuh dari tangga kemarin, betis nyeri", "cedera"),
        ("betis nyeri malam kalau selonjor, enak kalau digantung", "nyeri_malam_gantung"),
        ("habis squat kemarin, jalan kayak robot, turun tangga meringis", "nyeri_latihan"),
        ("rutin jamu pegal linu, kok muka saya makin bulet", "muka_bulat_jamu"),
    ],
)
def test_what_is_told_stays_told(real_reader, text, sign):
    assert sign in told(real_reader, text)
