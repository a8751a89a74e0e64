"""Concepts that stand for what a number means."""

from __future__ import annotations

from collections.abc import Iterable

from kram.language.model import NEWBORN, Quantity
from kram.language.places import Concept

_TEN_MINUTES = 10.0
_HOUR = 60.0
_DAY = 1440.0
_SIX_WEEKS = 6 * 7 * _DAY
_THREE_MONTHS = 92 * _DAY
_TRAVEL_MINUTES = 240.0
_ELDERLY = 60
_OF_AGE = 50
_SMALL_CHILD = 8
_FEVER = 38.0
_OFTEN_PER_WEEK = 3.0
_CHILD = 12
_WEEK = 7 * _DAY
_INFANT = 3  # years: a child so old tells how long ago its mother gave birth
_PREGNANCY_WEEKS = range(13, 43)


def computed(quantities: Iterable[Quantity]) -> Iterable[Concept]:
    """Concepts that stand for what a number means ("durasi_10_menit")."""
    for q in quantities:
        names: list[str] = []
        if q.kind == "duration":
            if q.value > _SIX_WEEKS:
                names.append("lebih_6_minggu")
            if q.value > _THREE_MONTHS:
                names.append("lebih_3_bulan")
            if 10 <= q.value < 60:
                names.append("durasi_10_menit")
            if q.value >= _TRAVEL_MINUTES and q.value < 3 * _DAY:
                names.append("perjalanan_lama")
            if 60 <= q.value < _DAY:
                names.extend(["durasi_1_jam", "rentang_jam"] if q.clock else ["durasi_1_jam"])
            if _DAY <= q.value < 7 * _DAY:
                names.extend(["durasi_hari", "sebut_hari"])
            if q.value >= 7 * _DAY:
                names.append("durasi_minggu")
            if q.value % _WEEK == 0 and q.value / _WEEK in _PREGNANCY_WEEKS:
                names.append("minggu_hamil")  # "ketuban rembes, 33 minggu": nothing else is counted so
        elif q.kind == "clock_span" and q.value >= _HOUR:
            names.append("rentang_jam")
        elif q.kind == "pregnancy":
            names.append("umur_hamil")
        elif q.kind == "frequency" and q.value >= _OFTEN_PER_WEEK:
            names.append("sering_per_minggu")
        elif q.kind == "age" and q.value <= NEWBORN:
            names.append("durasi_minggu")  # "bayi saya umur 1 bulan": its mother is the patient
        elif q.kind == "age":
            names.extend(["umur_lansia"] if q.value >= _ELDERLY else ["umur_anak"] if q.value < _CHILD else [])
            names.extend(["umur_50"] if q.value >= _OF_AGE else [])
            names.extend(["umur_anak_kecil"] if q.value < _SMALL_CHILD else [])
            names.extend(["umur_lewat_nifas"] if q.value <= _INFANT else [])
        elif q.kind == "temperature" and q.value >= _FEVER:
            names.append("suhu_demam")
        if q.kind in {"duration", "clock_span"} and _TEN_MINUTES <= q.value < _DAY:
            names.extend(["sebut_menit_lama", "sebut_jam_lama"] if q.value >= _HOUR else ["sebut_menit_lama"])
        for name in names:
            yield Concept(name, q.first, q.last)
