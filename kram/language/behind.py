"""Reading a short message behind the one before: "betis kanan kenceng terus" ... "udah 2 hari"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kram.language.model import Analysis, Kind, Mention
from kram.language.reader import Reader

_FEW_WORDS = 14
_CRAMP = "kram"
# What time, side, size or circumstance make of a complaint that was told without them. Signs that words of
# their own tell ("bingung", "demam") are not among them: what stood before must not change what they mean.
_GROWN = frozenset(
    {
        "nyeri_betis_menetap", "nyeri_saat_jalan", "nyeri_malam_gantung", "nyeri_lebih_baik_membungkuk",
        "nyeri_sangat_hebat", "kram_lebih_10_menit", "kram_lebih_1_jam", "kram_sering", "kram_meluas",
        "kram_baru_setelah_obat", "bengkak_satu_kaki", "bengkak_dua_kaki", "betis_tegang_mengeras", "kebas_menetap",
        "nyeri_tumbuh", "pegal_olahraga", "jalan_lalu_hilang", "mati_rasa_baru", "luka_kaki_tak_sembuh",
        "kulit_menyebar", "lemah_dua_kaki", "tanda_stroke",
    }
)  # fmt: skip


def read_behind(reader: Reader, text: str, said: str) -> Analysis:
    """Read a message; a short one that asks nothing also as the end of what was said before.

    A sign or circumstance that neither message tells by itself is told by the second one.

    Args:
        reader: the language layer.
        text: the message as typed.
        said: the last message that told of signs, in normalised words; "" when there is none.
    """
    alone = reader.read(text)
    words = [token for token in alone.tokens if not token.is_punct]
    if not said or not words or len(words) > _FEW_WORDS or "?" in text:
        return alone
    known = {mention.value for mention in alone.mentions}
    told = _told_by_both(reader, f"{said},", text, (Kind.FINDING, Kind.CONTEXT))
    told = [m for m in told if m.value in _GROWN]
    if _CRAMP in said.split():
        # Where it hurts is told right behind the word for it: "kram ..., eh bukan, paha belakang".
        told += _told_by_both(reader, _CRAMP, alone.normalized, (Kind.CONTEXT,))
    grown = (m for m in told if m.value not in known)
    new = {m.value: replace(m, start=0, end=len(text), text=text) for m in grown}
    return replace(alone, mentions=(*alone.mentions, *new.values())) if new else alone


def _told_by_both(reader: Reader, before: str, text: str, kinds: Collection[Kind]) -> list[Mention]:
    """What the two texts tell together, and the first one not alone."""
    known = {mention.value for mention in reader.read(before).mentions}
    together = reader.read(f"{before} {text}").mentions
    return [m for m in together if m.kind in kinds and m.asserted and m.value not in known]
