"""A sign counts where its words belong together, and for whom it is told."""

from __future__ import annotations

import pytest

from kram.dialogue.state import Conversation, Turn, remember
from kram.language.model import SELF, Kind


def _told(read, kind: Kind = Kind.FINDING) -> set[str]:
    return {m.value for m in read.mentions if m.kind is kind and m.asserted}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("nahan pipis karena toilet jauh. Minum cuma kopi sama teh manis, betis kram", "urine_gelap"),
        ("jarang kencing di jalan, betis diolesi minyak kayu putih", "urine_gelap"),
        ("saya tukang ojek, betis sering kram", "olahraga_berat"),
        ("jantung saya bengkak. Betis sering kram", "bengkak_satu_kaki"),
        ("ayah stroke 3 tahun lalu, tangan kiri lemah sampai sekarang, kakinya kram", "tanda_stroke"),
        ("kaki yang lumpuh bekas stroke suka kaku sendiri", "tidak_bisa_gerak"),
        ("nenek punya riwayat jantung berdebar, kakinya kram", "jantung_berdebar"),
        ("mens mundur seminggu, sudah tespek dua kali negatif, perut bawah mulas dan kencang", "kram_perut_hamil"),
        ("habis nyangkul betis kram, kadang perut dan tangan ikut kram", "kram_meluas"),
    ],
)
def test_words_that_only_stand_near_make_no_sign(real_reader, text, sign):
    assert sign not in _told(real_reader.read(text))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("pipisnya kayak kopi hitam, betis kram", "urine_gelap"),
        ("kencing saya warnanya seperti air teh", "urine_gelap"),
        ("betis kiri saya bengkak. Jantung sehat", "bengkak_satu_kaki"),
        ("dulu stroke 2 tahun lalu, mendadak tangan kiri lemah lagi", "tanda_stroke"),
        ("dari tadi jantung berdebar tidak teratur", "jantung_berdebar"),
        ("istri hamil 30 minggu, perut bawah mulas dan kencang", "kram_perut_hamil"),
        ("barusan kram sampai ke tangan dan perut", "kram_meluas"),
        ("luka di telapak kecil saja, cuma pinggirnya kehitaman dan bau", "luka_hitam_bau"),
    ],
)
def test_the_same_sign_told_for_certain(real_reader, text, sign):
    assert sign in _told(real_reader.read(text))


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("ibu menyusui bayi 3 bulan, kaki sering kram", "anak_kecil"),
        ("gendong anak 2 tahun seharian, malamnya betis kram", "anak_kecil"),
        ("mbah saya percaya kram itu masuk angin, betis saya kram", "lansia"),
    ],
)
def test_who_is_only_mentioned_tells_nothing_of_the_patient(real_reader, text, population):
    assert population not in _told(real_reader.read(text), Kind.POPULATION)


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("bayi saya 8 bulan kakinya suka kaku", "anak_kecil"),
        ("bapak 68 tahun dulu pernah operasi, kakinya kram", "lansia"),
        ("ibu kena stroke lima tahun lalu, kakinya kram", "neurologis"),
    ],
)
def test_an_age_and_what_lasts_stay_with_the_patient(real_reader, text, population):
    assert population in _told(real_reader.read(text), Kind.POPULATION)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("eyang saya yakin banget kram itu kurang garam, betul gak", ""),
        ("kakak saya jualan minyak gosok, katanya bisa buat kram betis saya", SELF),
        ("bunda aku hamil 20 minggu, telapak kaki kram", SELF),
        ("bayiku 4 bulan masih nyusu, betisku kram tiap subuh", SELF),
        ("ibu saya bilang betisnya kram tiap malam", "ibu"),
        ("kata bapak saya kakinya kram tiap subuh", "bapak"),
        ("bapak percaya dukun, tapi kakinya kram tiap malam", "bapak"),
    ],
)
def test_who_thinks_sells_or_is_spoken_to_is_no_patient(real_reader, text, person):
    assert real_reader.read(text).person == person


@pytest.mark.parametrize("correction", ["bukan gelap, kuning biasa saja", "eh pipis saya bening kok"])
def test_the_colour_of_urine_can_be_taken_back(real_reader, correction):
    memory = Conversation()
    for text in ("kencing saya gelap, betis kram", correction):
        read = real_reader.read(text)
        memory, _ = remember(memory, Turn(text, "lapor_keluhan", mentions=read.mentions, person=read.person), {})
    assert "urine_gelap" not in memory.people[SELF].findings
