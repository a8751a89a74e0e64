"""What people want to know."""

from __future__ import annotations

from enum import Enum


class Need(str, Enum):
    """What a person wants to know; the first sentence of an answer depends on it."""

    GENERAL = "umum"
    CAUSE = "penyebab"
    RELIEF = "redakan"
    PREVENTION = "cegah"
    DANGER = "bahaya"
    DOCTOR = "dokter"
    EXERCISE = "latihan"
    ALLOWED = "boleh"
    DEFINITION = "definisi"
    FIGURE = "angka"
    FOOD = "makanan"
