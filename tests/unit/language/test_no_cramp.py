"""Tingling that comes with a posture and tingling that stays; twitching, heavy legs, sore heels, denied cramps.

Each class has examples in fresh words; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.language.model import Kind


@pytest.fixture(scope="module")
def told(real_reader):
    """Findings and contexts that a message tells of."""
    return lambda text: {m.value for kind in (Kind.FINDING, Kind.CONTEXT) for m in real_reader.read(text).of(kind)}


@pytest.mark.parametrize(
    "text",
    [
        "kaki sering semutan kalau kelamaan lesehan di warung",
        "suka kesemutan pas tahlilan sampai malam",
        "tiap hari kaki kesemutan gara2 duduk di kantor, berdiri langsung ilang",
        "kakiku gampang baal kalo jongkok nyuci baju",
        "dibonceng jauh2 kaki kesemutan mulu",
        "misa lama berlutut kaki kesemutan",
        "hamil 5 bulan, sering kesemutan kakinya kalau duduk bersila",
    ],
)
def test_tingling_that_comes_with_a_posture_is_the_ordinary_one_however_often(told, text):
    assert "kesemutan_ringan" in told(text)
    assert "kebas_menetap" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "kaki kesemutan terus menerus walau tidak duduk lama",
        "telapak kaki sering kesemutan padahal nggak duduk lama",
        "kesemutan di kaki sudah dua bulan, duduk atau berdiri sama saja",
        "kaki sering kesemutan tanpa sebab",
        "kedua telapak kesemutan tiap malam",
        "jari kaki tiap hari baal dan makin naik, dipakai duduk sebentar juga kumat",
        "telapak kaki kebas sudah berbulan-bulan",
    ],
)
def test_tingling_that_stays_or_comes_on_its_own_is_the_one_for_a_doctor(told, text):
    assert "kebas_menetap" in told(text)


@pytest.mark.parametrize(
    "text", ["betis kedutan dari tadi siang", "paha saya berkedut sendiri", "otot kaki kedut2 terus"]
)
def test_a_leg_that_twitches(told, text):
    assert "kedutan_kaki" in told(text)


@pytest.mark.parametrize("text", ["mata kiri kedutan", "alis saya kedutan terus", "janin di perut berkedut"])
def test_what_twitches_elsewhere_is_no_leg(told, text):
    assert "kedutan_kaki" not in told(text)


@pytest.mark.parametrize(
    "text",
    ["kaki saya terasa berat kalau sore", "kakinya kaya diganduli batu", "betis rasanya berat banget buat jalan"],
)
def test_legs_that_feel_heavy(told, text):
    assert "kaki_berat" in told(text)


@pytest.mark.parametrize(
    "text", ["habis angkat berat kaki kram", "berat badan saya naik, kaki sering kram", "kerja berat bikin betis kram"]
)
def test_a_heavy_load_is_no_heavy_leg(told, text):
    assert "kaki_berat" not in told(text)


def test_a_heel_that_hurts(told):
    assert "tumit_nyeri" in told("tumit kiri nyeri tiap turun dari kasur")
    assert "tumit_nyeri" not in told("tumit saya kram")


def test_what_does_not_go_is_no_cramp_of_hours_when_the_cramp_is_denied(told):
    assert "kram_lebih_1_jam" not in told("betis nyut2an udah dua hari gak mau ilang, padahal ga kram")
    assert "kram_lebih_1_jam" in told("betis kram dari kemarin ga ilang ilang")


def test_a_red_swollen_toe_of_one_side_is_no_swollen_leg(told):
    assert "bengkak_satu_kaki" not in told("jempol kaki kanan merah bengkak nyut2an")
    assert "bengkak_satu_kaki" in told("kaki kanan bengkak, jempolnya merah")
