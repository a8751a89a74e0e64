"""Danger signs of the leg as people tell them: likened, measured, by what no longer fits, moves or is felt."""

from __future__ import annotations

import pytest

from kram.knowledge.base import load_knowledge
from kram.language.build import build_reader
from kram.language.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(load_knowledge())


def _told(reader: Reader, text: str) -> set[str]:
    return {m.value for m in reader.read(text).mentions if m.asserted}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("sandal kanan masih enak, yang kiri sudah ga bisa masuk", "bengkak_satu_kaki"),
        ("tungkai kanan om kayak gedebog pisang, kiri biasa", "bengkak_satu_kaki"),
        ("lingkar betis kiri 41 kanan 36, selisih 5 cm", "bengkak_satu_kaki"),
        ("kedua kaki opa kayak bantal", "bengkak_dua_kaki"),
        ("sepatu kiri kanan ga muat semua", "bengkak_dua_kaki"),
        ("kulit tungkai kiri merah kayak kepiting rebus", "merah_hangat"),
        ("sikil kiwaku abang lan panas", "merah_hangat"),
        ("pas dipegang betis kirinya lebih panas dari yang kanan", "merah_hangat"),
        ("kaki kakek dinginnya kayak besi, padahal sudah diselimuti", "kaki_dingin_pucat_biru"),
        ("kaki nenek sudah ga ada warnanya, putih semua", "kaki_dingin_pucat_biru"),
        ("sejam lalu masih hangat, sekarang kakinya dingin kayak es", "kaki_mendadak_dingin"),
        ("ujug2 sikile adem putih", "kaki_mendadak_dingin"),
        ("ditusuk peniti jempol kaki ga kerasa apa2", "mati_rasa_baru"),
        ("kaki kanan kayak bukan punya sendiri sejak subuh", "mati_rasa_baru"),
        ("kaki kanan saya diperintah jalan ga nurut", "tidak_bisa_gerak"),
        ("kaki istri lunglai, ga bisa digeser sendiri", "tidak_bisa_gerak"),
        ("betis bapak kencang dan mengkilat, ga bisa dicubit", "betis_tegang_mengeras"),
        ("kempol kiwa atos terus ora lemes-lemes", "betis_tegang_mengeras"),
        ("bapak guling2 nahan sakit di kaki sudah sejam", "nyeri_sangat_hebat"),
        ("obat nyeri sudah ga mempan, kaki makin sakit", "nyeri_sangat_hebat"),
        ("ngilu di betis kiri ga pergi2", "nyeri_betis_menetap"),
        ("gips sempit, kaki di dalam terasa diperas", "gips_perban_ketat"),
        ("spalknya ngiket terlalu erat", "gips_perban_ketat"),
        ("tadinya sebesar koin sekarang merahnya sebetis", "kulit_menyebar"),
        ("lukane metu nanah", "kulit_menyebar"),
        ("varises keras kayak tali dan nyeri kalau dipegang", "varises_radang"),
        ("uratnya merah meradang sepanjang betis", "varises_radang"),
        ("kaki kelindas ban motor", "cedera"),
        ("kaki ketiban galon", "cedera"),
        ("kaki kanan ungu bekas kejepit", "memar"),
        ("betis biru kena meja", "memar"),
    ],
)
def test_told_in_peoples_words(reader: Reader, text: str, finding: str) -> None:
    """Each line tells the sign without its name."""
    assert finding in _told(reader, text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("pipi kiri bengkak habis cabut gigi", "bengkak_satu_kaki"),
        ("besok mau beli sepatu kiri kanan baru", "bengkak_dua_kaki"),
        ("teh hangat warna merah", "merah_hangat"),
        ("kaki dingin kena AC, pakai selimut anget lagi", "kaki_dingin_pucat_biru"),
        ("jari kaki ditarik ke atas, minum air putih dua gelas", "kaki_dingin_pucat_biru"),
        ("mendadak kram tapi kaki hangat", "kaki_mendadak_dingin"),
        ("nyeri bekas kram sekarang sudah tidak terasa, tadi pagi jalan biasa", "mati_rasa_baru"),
        ("dicubit masih sakit kok", "mati_rasa_baru"),
        ("pas kram kaki ga bisa digerakkan, habis itu biasa", "tidak_bisa_gerak"),
        ("jempol kaki saya suka nekuk sendiri, ga bisa dilurusin", "tidak_bisa_gerak"),
        ("pas kram betis kayak batu, dua menit hilang", "betis_tegang_mengeras"),
        ("betis kenceng banget kayak kayu habis berdiri lama", "betis_tegang_mengeras"),
        ("kram betis sakit banget tapi cuma semenit", "nyeri_sangat_hebat"),
        ("jantung berdebar ga karuan, kaki lemas", "nyeri_sangat_hebat"),
        ("kemarin betis sakit, sekarang sudah sembuh total", "nyeri_betis_menetap"),
        ("perban di tangan kekencangan", "gips_perban_ketat"),
        ("naik kereta dari bogor ke tanah abang", "kulit_menyebar"),
        ("asam urat kambuh, jempol merah panas", "varises_radang"),
        ("kereta tiba jam lima", "cedera"),
        ("saham saya jatuh lagi", "cedera"),
        ("rasanya kayak ketimpuk batu", "cedera"),
        ("pisang memar masih enak", "memar"),
    ],
)
def test_not_told(reader: Reader, text: str, finding: str) -> None:
    """Words of the same kind that tell something else."""
    assert finding not in _told(reader, text)
