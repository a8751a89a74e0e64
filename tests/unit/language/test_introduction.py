"""Who somebody is does not tell what is asked."""

from __future__ import annotations

import pytest

from kram.language.introduction import without_introduction


@pytest.fixture
def kept(real_reader, base):
    def words(text: str) -> str:
        asking = base.asking
        tokens = without_introduction(real_reader.read(text), asking.introducing, asking.introducing_beside)
        return " ".join(t.norm for t in tokens if not t.is_punct)

    return words


@pytest.mark.parametrize(
    "text",
    [
        "cowok 22 th, kalau jongkok lama telapak kram",
        "saya perempuan usia 31 tahun. kalau jongkok lama telapak kram",
        "saya laki-laki (40 thn), kalau jongkok lama telapak kram",
        "pria, umur 55 tahun, kalau jongkok lama telapak kram",
        "saya seorang wanita kalau jongkok lama telapak kram",
    ],
)
def test_sex_and_age_of_the_writer_are_not_what_is_asked(kept, text):
    assert kept(text) == "kalau jongkok lama telapak kram"


@pytest.mark.parametrize(
    "text",
    [
        "kenapa perempuan lebih sering kram daripada laki-laki",
        "anak perempuan saya kram betis",
        "umur 50 tahun ke atas lebih gampang kram",
        "teman cowok kena kram waktu futsal",
        "cowok umur 19?",
    ],
)
def test_what_is_asked_about_men_women_and_ages_stays(kept, real_reader, text):
    assert kept(text) == real_reader.read(text).normalized
