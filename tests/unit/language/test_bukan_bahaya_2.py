"""Words that only sound like a sign of danger, and the same words when they tell one.

Each class has examples in fresh words, on both sides; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.knowledge.base import load_knowledge
from kram.language.model import Kind
from kram.triage.model import Level


@pytest.fixture(scope="module")
def findings(real_reader):
    """Findings that a message tells of."""
    return lambda text: {m.value for m in real_reader.read(text).of(Kind.FINDING)}


@pytest.fixture(scope="module")
def level(real_reader):
    """How urgent a message is by itself."""
    table = load_knowledge().triage
    return lambda text: read_alone(table, real_reader.read(text).mentions).level


ONLY_SOUNDS_LIKE_IT = [
    # the colour or the warmth of a thing, a mark that rubbing leaves
    "dikasih kapsul merah sama mantri, sejak itu betis suka kram",
    "jaketnya ada bercak putih bekas keringat, betis kram pas sepedaan",
    "betis dicubit tetangga sampai merah biar kramnya lepas",
    "paha dikerok istri, besoknya biru kehitaman, betis sih udah ga kram",
    "di paha ada guratan biru halus, betis pegal dikit",
    "bumil boleh minum panadol merah ga buat betis pegal",
    "air kolamnya dingin banget, betis langsung kram bentar",
    "kopi hitam 3 gelas sehari bikin betis kram ga, aku hamil 6 bulan",
    # blood and haid that are not a pregnancy's
    "ibu jari ditusuk jarum pentul sampai keluar darah dikit biar kramnya reda",
    "minum aspirin tiap hari, lambung bisa berdarah ga, betis saya suka kram",
    "jadwal mens saya minggu depan, betis kram, apa tanda isi ya",
    # how long something else took
    "antre di poli 3 jam, betis jadi kram pas berdiri",
    "duduk di kereta sekitar 7 jam, turun betis kram sebentar",
    "pemanasan 15 menit sebelum voli bisa nyegah betis kram?",
    "betis keseleo waktu tenis, 6 hari belum sembuh",
    "dari tadi pagi betis kram hilang timbul, tiap kali cuma sebentar",
    "udah ganti sandal, sama aja kram tiap sore",
    # breath that is the muscle's, clothes, panic
    "katanya otot betis kekurangan oksigen makanya kram waktu nanjak",
    "di puncak oksigen tipis, betis gampang kram ya",
    "sepatu suami jadi sesak karena kakinya bengkak dua-duanya",
    "tiap panik napas cepat terus jari kesemutan",
    "inhaler dipakai kalau sesak aja, betis suka kram malam",
    # names of illnesses
    "kaki kram abis mandi malam kata simbah angin duduk",
    "kram betis sampai keras banget, tetanus bukan sih",
    "bedanya kram berat sama tetanus apa",
    "kaki suka kejet pas mau tidur",
    # stiff from sitting, a belly binder, sleep paralysis, sore legs
    "kerja depan laptop seharian jadi badan kaku seperti papan, betis juga pegal",
    "korset dililit kencang dari pinggul sampai dada, betis jadi kram",
    "semalam ketindihan, kaki kaku ga bisa gerak, dada berat, terus ilang",
    "habis naik gunung turun tangga harus pegangan, paha pegal",
    "habis senam betis pegalnya bukan main",
    # urine that is only strong, a toilet run of the water pill
    "jarang minum, kencing kuning pekat, malam betis kram",
    "obat furosemid bikin bolak-balik wc, betis kram",
    # what befell others, what was read
    "baca di forum ada yang lumpuh habis epidural. betis aku cuma kram",
    "tetangga minggu lalu pingsan pas senam, dibawa ke klinik. saya jadi kepikiran, cara cegah kram gimana?",
    "enam pemain tumbang karena kram di final kemarin",
    "vaksin aja pingsan, gimana mau tes emg",
    # seen by a doctor already
    "hasil mri otot betis robek sebagian, dikasih kruk, kata dokter tidak perlu operasi, berapa lama ya",
    "kata dokter selulitis, udah minum antibiotik 4 hari, merahnya mulai memudar, kapan sembuh?",
    # what lies about
    "bpjs saya entah di mana kartunya ga tau dimana, betis sering kram",
    "manfaat magnesium lebih besar dari risikonya ga buat kram",
    "boleh ga kaki lebih tinggi dari jantung pas tidur",
    "squat set kedua betis selalu kram",
    "laktat kebuang kalau jalan pelan ga, biar betis ga kram",
    "habis keseleo kompres dingin berapa menit?",
    "paha dedek bengkak bekas imunisasi, dikompres apa",
]


@pytest.mark.parametrize("text", ONLY_SOUNDS_LIKE_IT)
def test_what_only_sounds_like_a_sign_is_no_alarm(level, text):
    assert level(text) not in {Level.DARURAT, Level.SEGERA}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("betis kanan merah, bengkak, dan panas", "merah_hangat"),
        ("habis diurut betis kiri malah merah bengkak panas", "merah_hangat"),
        ("kaki kanan mendadak dingin kebiruan, sudah dikerok ga mempan", "kaki_dingin_pucat_biru"),
        ("ujung kaki membiru dan mati rasa", "kaki_dingin_pucat_biru"),
        ("hamil 5 bulan betis kram dan keluar darah", "perdarahan_hamil"),
        ("lagi hamil ada bercak di celana dalam", "perdarahan_hamil"),
        ("dok, barusan berdarah lagi", "perdarahan_hamil"),
        ("hamil 30 minggu kok keluar darah seperti haid", "perdarahan_hamil"),
        ("betis kram dari jam 7 sampai jam 10 belum lepas", "kram_lebih_1_jam"),
        ("duduk di bus 5 jam lalu betis kram, sudah dua jam kramnya ga lepas-lepas", "kram_lebih_1_jam"),
        ("sudah direndam air hangat kramnya belum lepas juga 20 menit", "kram_lebih_10_menit"),
        ("betis kram terus dari tadi subuh ga lepas", "kram_lebih_1_jam"),
        ("habis disemprot inhaler masih sesak", "sesak_napas"),
        ("betis bengkak sebelah terus sesak kayak kurang oksigen", "sesak_napas"),
        ("napas cepat dan pendek dari tadi, betis bengkak", "sesak_napas"),
        ("suami kena angin duduk, keringat dingin", "nyeri_dada"),
        ("kaki kram, dada sakit seperti angin duduk", "nyeri_dada"),
        ("dada berat seperti ditindih batu, tembus ke lengan", "nyeri_dada"),
        ("minggu lalu kena paku, sekarang badan kaku-kaku dan leher kaku", "rahang_kaku"),
        ("rahang kaku susah buka mulut, tetanus ya", "rahang_kaku"),
        ("anak badannya kaku lalu kelojotan", "kejang_umum"),
        ("kata dokter selulitis, sudah antibiotik 3 hari malah makin meluas, kapan sembuh", "kulit_menyebar"),
        ("kencing seperti teh pekat habis lari 15 km", "urine_gelap"),
        ("kencing kuning pekat kecoklatan, otot sakit semua", "urine_gelap"),
        ("bapak jatuh lama tidak bergerak, dipanggil diam saja", "pingsan"),
        ("teman saya barusan tumbang di lapangan, ga sadar", "pingsan"),
        ("tetangga saya tadi pingsan habis angkat galon, tolong", "pingsan"),
        ("nenek linglung, ga tau dia lagi di mana", "bingung"),
        ("nenek mendadak lumpuh sebelah dan pelo", "tanda_stroke"),
        ("betis kiri lebih besar dari yang kanan sejak kemarin", "bengkak_satu_kaki"),
        ("luka di tumit keluar belatung", "luka_hitam_bau"),
        ("otot betis robek tadi main bola, bengkak, perlu operasi?", "bunyi_pletak"),
        ("habis loncat kedengeran bunyi pletak di betis, ga bisa jinjit", "bunyi_pletak"),
        ("bayi di perut kurang gerak dari tadi pagi", "gerak_janin_kurang"),
        ("varises merah panas dan nyeri kalau disentuh", "varises_radang"),
        ("dari pagi muntaber, betis kram", "diare_muntah"),
        ("sudah istirahat 2 jam kram betis belum lepas", "kram_lebih_1_jam"),
        ("bapak angin duduk, kaki dingin keringetan", "nyeri_dada"),
        ("habis disuntik antibiotik langsung pingsan", "pingsan"),
        ("beberapa peserta upacara ambruk kepanasan", "pingsan"),
        ("kaki dicubit tidak merasa apa-apa sejak tadi", "mati_rasa_baru"),
        ("sudah dikompres, kaki kanan tetap dingin dan pucat mendadak", "kaki_dingin_pucat_biru"),
        ("betis bengkak, sekarang panik napas cepat", "sesak_napas"),
        ("teman saya kemarin jatuh, betisnya bengkak sebelah. saya pengen tahu harus diapakan", "bengkak_satu_kaki"),
    ],
)
def test_the_same_words_tell_the_sign_when_it_is_there(findings, text, finding):
    assert finding in findings(text)
