"""The check for danger signs survives whatever is said in the middle of it: each question, each intent."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow

_QUESTIONS = ("saring_q1", "saring_q2", "saring_q3", "saring_q4")
# One plain message for each intent. What ends the check is told apart below.
_MESSAGES = {
    "lapor_keluhan": "betis saya kram tiap malam dok",
    "kram_sekarang": "aduh sekarang lagi kram ini betisnya",
    "lapor_profil": "saya hamil 5 bulan",
    "lapor_membaik": "sudah mendingan dok kramnya",
    "lapor_belum_reda": "masih sakit juga dok betisnya",
    "tanya_penyebab": "kenapa ya betis bisa kram",
    "tanya_redakan": "cara meredakan kramnya gimana",
    "tanya_cegah": "cara mencegah kram malam gimana",
    "tanya_bahaya": "kram betis itu bahaya ga sih",
    "tanya_dokter": "kapan harus ke dokter kalau kram",
    "tanya_latihan": "gerakan peregangan betis yang benar gimana",
    "tanya_boleh": "boleh pakai koyo ga",
    "tanya_definisi": "apa itu kram",
    "tanya_angka": "berapa lama kram biasanya hilang",
    "cek_bahaya": "cek tanda bahaya",
    "sapaan": "halo selamat malam",
    "pamit": "udah dulu ya, dadah",
    "terima_kasih": "makasih banyak ya dok",
    "tanya_bot": "kamu ini siapa sih",
    "tanya_sumber": "sumbernya dari mana",
    "tanya_alasan": "kenapa kamu tanya begitu",
    "minta_darurat": "nomor ambulans berapa",
    "koreksi": "eh salah ketik tadi",
    "orang_lain": "kalau buat ibu saya gimana",
    "ulangi": "tolong ulangi pertanyaannya",
    "lanjut": "selengkapnya dong",
    "keluhan_lain": "gigi saya sakit",
    "luar_topik": "besok hujan ga ya di bandung",
    "kasar": "goblok banget sih bot ini",
    "nlu_fallback": "xyzw vbvb",
}
_ENDS = {"batal": "batal aja", "tanda_bahaya": "saya sesak napas dan dada nyeri"}


async def _reach(bot, sender: str, question: str) -> None:
    """Answer "tidak" until that question is asked."""
    reply = await bot.say("Cek tanda bahaya", sender)
    for _ in range(len(_QUESTIONS)):
        if reply.slots.get("requested_slot") == question:
            return
        reply = await bot.say("tidak", sender)
    pytest.fail(f"{question} was never asked")


@pytest.mark.parametrize("question", _QUESTIONS)
@pytest.mark.parametrize("intent", _MESSAGES)
async def test_the_check_goes_on_after_anything_that_is_no_danger(bot, intent: str, question: str) -> None:
    sender = f"sela:{intent}:{question}"
    await _reach(bot, sender, question)

    reply = await bot.say(_MESSAGES[intent], sender)

    assert reply.text
    assert reply.customs == 1
    place = _QUESTIONS.index(question)
    still_asked = reply.slots.get("requested_slot")
    assert still_asked in (*_QUESTIONS[place:], None)
    if still_asked is None:  # the reply settled the last question, or it could not be settled: there is a safety net
        assert place == len(_QUESTIONS) - 1 or "Cari pertolongan" in reply.text
    after = await bot.say("saya sesak napas", sender)
    assert after.custom["triage"] == "darurat"


@pytest.mark.parametrize("question", _QUESTIONS)
@pytest.mark.parametrize("intent", _ENDS)
async def test_a_danger_or_a_stop_ends_the_check_at_every_question(bot, intent: str, question: str) -> None:
    sender = f"akhir:{intent}:{question}"
    await _reach(bot, sender, question)

    reply = await bot.say(_ENDS[intent], sender)

    assert reply.slots.get("requested_slot") is None
    assert reply.customs == 1
    assert (reply.custom["triage"] == "darurat") == (intent == "tanda_bahaya")


def test_every_intent_has_its_message() -> None:
    from kram.training.examples import read_examples

    intents = {example.intent for example in read_examples()}

    assert intents - _MESSAGES.keys() - _ENDS.keys() == {"setuju", "tolak"}, "those two are the replies themselves"
