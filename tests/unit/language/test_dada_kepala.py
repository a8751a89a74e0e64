"""Danger signs of chest, head, consciousness and fits, told as people tell them."""

import pytest


@pytest.fixture
def told(real_reader):
    return lambda text: {m.value for m in real_reader.read(text).mentions if m.asserted}


TOLD = {
    "sesak_napas": [
        "saturasi mbah tinggal 84",
        "udara kayak ga masuk ke paru paru saya",
        "ngos ngosan terus padahal cuma rebahan",
    ],
    "nyeri_dada": ["dada rasanya kaya disilet pas batuk", "dada gue berasa ditiban karung beras"],
    "nyeri_dada_jantung": ["sakit dada menjalar sampai siku kiri", "ibu pucat sambil pegang dada, keringetan dingin"],
    "batuk_darah": ["lendir yang keluar pas batuk warna pink berbusa", "watuk metu getih akeh"],
    "pingsan": ["dicubit ga ngerespon, matanya ketutup", "kakek roboh, matanya kebalik"],
    "bingung": ["bapak lupa cara pakai sendok", "mendadak pikun ibu saya"],
    "kejang_umum": ["badannya menghentak-hentak di lantai", "kejang lima menit belum berhenti"],
    "tanda_stroke": ["ngomongnya kayak orang mabuk, padahal ga minum", "sendok jatuh terus dari tangan kanan"],
    "jantung_berdebar": ["detak jantung 150 padahal rebahan", "jantung memburu padahal diam"],
    "suhu_tinggi": ["termometer 40.8", "badan kayak dipanggang abis upacara"],
    "alergi_berat": ["tenggorokan serasa nutup abis disengat tawon", "muka kayak bakpao abis makan kacang"],
    "rahang_kaku": ["sendok ga bisa masuk mulut", "gigi ngancing rapat"],
    "sakit_kepala_hebat": ["pelipis kiri kayak dibor", "migrain parah bikin nangis"],
    "penglihatan_kabur": ["lihat orang jadi dua", "mata kaya ketutup tirai"],
}
NOT_TOLD = {
    "sesak_napas": [
        "bajunya sesak di ketiak",
        "nyanyikan lagu separuh nafas",
        "napas saya biasa, cuma betis yang kaku",
    ],
    "nyeri_dada": ["kulit dada kering mengelupas", "dada ga nyeri kok"],
    "nyeri_dada_jantung": ["lengan kiri sakit habis suntik, dada biasa", "keringat dingin kalau presentasi"],
    "batuk_darah": ["dahaknya kuning kehijauan", "nenek nginang, ludahnya merah pas batuk"],
    "pingsan": ["tembok rumah roboh", "hp saya mati total"],
    "bingung": ["jawabanmu ngawur", "percuma ngomong sama tembok"],
    "kejang_umum": ["betis kejang pas tidur", "mobil bergetar hebat"],
    "tanda_stroke": ["tangan kiri kesemutan ketindih", "lengan pegal habis gym"],
    "jantung_berdebar": ["detak jantung normal 70", "mesin motor getar"],
    "suhu_tinggi": ["kompor panas", "bau badan menyengat padahal mandi"],
    "alergi_berat": ["digigit nyamuk bentol satu", "gusi bengkak"],
    "rahang_kaku": ["pintu macet", "leher dan pundak kaku kayak papan habis nyetir"],
    "sakit_kepala_hebat": ["kepala sekolah", "pusing dikit karena telat makan"],
    "penglihatan_kabur": [
        "maling kabur",
        "kamarnya gelap, tolong nyalakan lampunya",
        "sinyal jelek, pesannya ga kebaca",
    ],
}


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign, texts in TOLD.items() for text in texts])
def test_a_sign_is_understood_as_it_is_told(told, sign, text):
    assert sign in told(text)


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign, texts in NOT_TOLD.items() for text in texts])
def test_what_only_sounds_like_it_is_no_sign(told, sign, text):
    assert sign not in told(text)


@pytest.mark.parametrize("text", ["sakitka dada", "dada sakit hebat tanpa sebab"])
def test_particles_of_makassar_and_a_denial_that_goes_on_do_not_hide_a_sign(told, text):
    assert "nyeri_dada" in told(text)
