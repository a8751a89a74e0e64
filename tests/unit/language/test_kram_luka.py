"""Cramps that last, spread and return, numb and locked limbs, wounds, pops, steps: told as people tell them.

Each class has examples in fresh words; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.language.model import Kind


@pytest.fixture(scope="module")
def told(real_reader):
    """Finding ids that a message asserts."""
    return lambda text: {m.value for m in real_reader.read(text).mentions if m.kind is Kind.FINDING and m.asserted}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("betis nenek tetap mengencang, sudah seperempat jam belum kendur", "kram_lebih_10_menit"),
        ("kram 17 menitan ini belum ada tanda reda", "kram_lebih_10_menit"),
        ("paha saya masih ketarik dari jam 5.10 sampai 5.40", "kram_lebih_10_menit"),
        ("dari awal khotbah sampai selesai betis paman masih kejang", "kram_lebih_10_menit"),
        ("kaki ayah kram dari jam 1 siang sampai sekarang jam 3", "kram_lebih_1_jam"),
        ("jam 2 mulai kram, sekarang jam setengah 5 masih kaku", "kram_lebih_1_jam"),
        ("hampir tiga jam betis tante mengeras, ga kunjung lepas", "kram_lebih_1_jam"),
        ("betis kejang, lengan kanan ikut kejang juga", "kram_meluas"),
        ("kramnya merembet dari paha ke perut lalu ke bahu", "kram_meluas"),
        ("minggu ini betis saya kram sudah lima kali", "kram_sering"),
        ("saban malam om saya kebangun karena kram", "kram_sering"),
        ("jempol kaki baal dari bulan lalu belum pulih", "kebas_menetap"),
        ("rasanya kayak jalan di atas kasur, telapak sudah tebal", "kebas_menetap"),
        ("bibir kerasa tebal, ujung jari kayak disetrum", "kesemutan_mulut_jari"),
        ("tangan paman melengkung kaku, ga bisa dibuka", "tangan_mengunci"),
        ("telapak ketusuk kawat berkarat di kandang", "luka_kotor"),
        ("lukanya kemasukan lumpur sawah", "luka_kotor"),
        ("borok di betis kakek ga nutup-nutup sudah dua bulan", "luka_kaki_tak_sembuh"),
        ("luka di tumit paman baunya seperti bangkai", "luka_hitam_bau"),
        ("kelingking kakinya item seperti arang", "luka_hitam_bau"),
        ("habis ditempel koyo kulit betis ngelupas dan berair", "luka_bakar_obat_gosok"),
        ("pas smash ada bunyi klek di tumit", "bunyi_pletak"),
        ("serasa ditimpuk dari belakang waktu sprint, padahal sendirian, betis langsung nyeri", "bunyi_pletak"),
        ("kaki kiri ga kuat buat menapak", "tidak_bisa_jinjit"),
        ("disuruh jinjit langsung ambruk, betis kosong", "tidak_bisa_jinjit"),
        ("tiap rebahan kaki minta digoyang terus", "dorong_gerak_kaki"),
        ("ada rasa merayap di dalam betis kalau mau tidur", "dorong_gerak_kaki"),
        ("jalan dua blok betis nyeri, berhenti sebentar langsung hilang", "nyeri_saat_jalan"),
        ("tiap jalan ke pasar betis pegal, mesti duduk dulu baru bisa lanjut", "nyeri_saat_jalan"),
    ],
)
def test_told_in_everyday_words(told, text, finding):
    assert finding in told(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("kramnya dua menit saja, antre di klinik yang setengah jam", "kram_lebih_10_menit"),
        ("tiap jam 2 pagi kram sebentar", "kram_lebih_1_jam"),
        ("sejam lalu kram, sekarang sudah enakan", "kram_lebih_1_jam"),
        ("kram di betis, tangan sama perut tidak ikut kram", "kram_meluas"),
        ("jarang kram, setahun paling sekali", "kram_sering"),
        ("misalkan kaki kebas terus gimana", "kebas_menetap"),
        ("bibir kering, jari kapalan", "kesemutan_mulut_jari"),
        ("tangan luwes, kakinya yang kram", "tangan_mengunci"),
        ("sandal saya kena paku, kaki selamat", "luka_kotor"),
        ("luka di kaki sudah menutup minggu lalu", "luka_kaki_tak_sembuh"),
        ("kaki bau keringat habis pakai sepatu", "luka_hitam_bau"),
        ("lecet karena sepatu baru, boleh diolesi salep apa", "luka_bakar_obat_gosok"),
        ("lutut bunyi kalau jongkok", "bunyi_pletak"),
        ("betis kram keras kayak batu", "bunyi_pletak"),
        ("jalan normal, jinjit aman", "tidak_bisa_jinjit"),
        ("kaki gatal digigit semut", "dorong_gerak_kaki"),
        ("duduk lama malah sakit, dipakai jalan jadi enakan", "nyeri_saat_jalan"),
    ],
)
def test_what_only_sounds_like_it_is_not_told(told, text, finding):
    assert finding not in told(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("dari jam 2 siang smp skrg jam 5", 180),
        ("mulai jam 4, sekarang setengah 7", 150),
        ("dari jam 2 lewat 5 sampai 2.25", 20),
        ("dari abis isya, skrg udah setengah sembilan", 75),
    ],
)
def test_two_times_of_the_clock_are_a_duration(real_reader, text, minutes):
    spans = [q.value for q in real_reader.read(text).quantities if q.clock]

    assert spans == [pytest.approx(minutes, abs=1)]


@pytest.mark.parametrize("text", ["tiap jam 2 pagi kram", "jam 2 kram, jam 3 tidur", "setengah 2 jam"])
def test_a_time_of_day_is_no_duration(real_reader, text):
    assert not [q for q in real_reader.read(text).quantities if q.clock]
