"""What the clients say: conversations of five messages, written for the benchmark and used nowhere else."""

from __future__ import annotations

Conversations = tuple[tuple[str, ...], ...]
"""Each one is said by a new sender, one message after the other."""

STARTER: Conversations = (
    ("hi", "I am sad", "yes", "are you a bot?", "bye"),
    ("hello", "so perfect", "are you a human?", "goodbye", "hey"),
    ("good morning", "very sad", "yes", "am I talking to a bot?", "see you later"),
    ("hey there", "I am great", "bye bye", "hello there", "super sad"),
)
"""For the domain of ``rasa init``, in words of its examples, so that both starter bots have an answer to each.

There is no "no" among them: in a long conversation some trainings of the stock bot say nothing to it.
"""

INDONESIAN: Conversations = (
    (
        "kaki saya kram tadi malam, sakit sekali",
        "cara meredakannya gimana?",
        "penyebabnya apa ya?",
        "boleh pakai koyo?",
        "terima kasih banyak",
    ),
    (
        "halo, selamat siang",
        "saya hamil 7 bulan, betis sering kram",
        "aman tidak minum magnesium?",
        "kapan harus ke dokter?",
        "makasih ya",
    ),
    (
        "betis kanan kram habis main futsal",
        "sudah mendingan sekarang",
        "biar tidak kambuh lagi gimana?",
        "peregangan betis caranya bagaimana",
        "oke siap",
    ),
    (
        "betis kiri saya bengkak dan merah, napas juga sesak",
        "nomor darurat berapa?",
        "memangnya bahaya sekali?",
        "info ini sumbernya dari mana?",
        "sampai jumpa",
    ),
    (
        "nenek umur 70 tahun kakinya kram tiap malam",
        "beliau minum obat darah tinggi",
        "boleh dikompres air hangat?",
        "pisang bisa membantu nggak",
        "tolong ulangi",
    ),
    (
        "kamu ini robot atau orang?",
        "kram itu sebenarnya apa sih",
        "biasanya kram berlangsung berapa lama",
        "kenapa jari kaki saya suka kaku pagi-pagi",
        "terus apa lagi",
    ),
    (
        "sy jaga toko bediri trs, btis kram mlm2",
        "gk bengkak gk merah kok",
        "kurang minum air ngaruh ga",
        "olahraga yg cocok apa",
        "mksh infonya",
    ),
    (
        "tolong, kaki saya kram sekarang",
        "belum reda juga",
        "boleh dipijat?",
        "anak saya juga suka kram kalau berenang",
        "cuaca besok bagaimana",
    ),
)
"""For this bot: complaints, questions, pregnancy, remedies, a danger sign, small talk, thanks."""
