"""Words and fixed questions that move a conversation (``language/dialogue.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_WORDS = {
    "simpler": "sederhana",
    "unsaid": "salah_tulis",
    "not_me": "bukan_saya",
    "likewise": "juga_begitu",
    "waiting": "menunda",
    "bringing": "membawa",
    "guessed_causes": "sebab_tebakan",
    "relieved": "reda",
    "not_yet": "belum",
    "recurring": "berulang",
    "often": "sering",
    "rested": "berhenti_hilang",
    "walking": "berjalan",
    "dreads": "takut_kambuh",
    "just_now": "baru_saja",
    "days": "berhari",
    "done": "sudah",
    "stopping": "berhenti_obat",
    "of_body": "tanya_tubuh",
    "of_leave": "tanya_larangan",
    "of_answer": "tanya_jawaban",
    "of_bot": "tentang_bot",
    "privacy": "rahasia",
    "costs": "bayar",
    "gone_for_good": "tuntas",
    "english": "inggris",
    "joining": "sambungan",
    "adding": "menambah",
    "slips": "salah_ketik",
    "what_now": "harus_apa",
    "leg_words": "kata_kaki",
    "back_to_self": "balik_saya",
    "naming": "nama_penyakit",
    "well": "baik_saja",
    "yes_or_no": "ya_tidak",
    "cramps": "temuan_kram",
    "breathless": "terengah",
    "that_too": "begitu_juga",
    "pieces": "keping",
    "no_pieces": "keping_lain",
    "before_subject": "pokok_sesudah",
    "called": "panggilan",
    "composing": "mengarang",
    "compositions": "karangan",
    "enough": "cukup",
    "switching": "ganti_topik",
    "warmth": "hangat",
    "seems": "tampak",
}
"""Field -> its list in ``language/dialogue.yml``."""


@dataclass(frozen=True)
class Direct:
    """A question that one point always answers.

    Attributes:
        phrases: ask it, in normalised words.
        entry: id of the entry of the point.
        point: id of the point.
        rather: entries whose point answers instead, when it is plainly what is asked.
        cramps_only: it answers nobody who tells of something that is no cramp.
        beside_alarm: it is told beside an alarm, too: a caution that soothes nobody.
        first: words beside which it is answered whatever else the message was taken for.
        people: populations to whom it is answered before anything else.
        whom_not: the phrases ask it only where the question is for whom, or when, something is not allowed.
        only_beside: the phrases ask it only beside one of these words ("siapa yang tidak boleh" beside "dipijat").
        alone: nothing else is told beside it; who asks for a price hears nothing of emergencies.
        instead: ids of remedies; it asks what to take in place of one of them, and nothing about that one.
        alarming: signs beside whose alarm it is told, and nowhere else ("kapan bisa main lagi?" with a torn muscle).
    """

    phrases: frozenset[str]
    entry: str
    point: str
    rather: frozenset[str] = frozenset()
    cramps_only: bool = False
    beside_alarm: bool = False
    first: frozenset[str] = frozenset()
    alone: bool = False
    people: frozenset[str] = frozenset()
    alarming: frozenset[str] = frozenset()
    only_beside: bool = False
    whom_not: bool = False
    instead: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ByComplaint:
    """A question whose answer depends on the complaint that the talk is about.

    Attributes:
        phrases: ask it together with one of ``beside``, in normalised words.
        beside: words one of which must stand there too; none when the phrases do by themselves.
        alone: ask it when the question names nothing else.
        points: complaint (id of an entry, or `CRAMP`) -> entry and point that answer.
        later: asked so only behind an answer; a first message asks it of cramps in general.
    """

    phrases: frozenset[str]
    beside: frozenset[str]
    alone: frozenset[str]
    points: Mapping[str, tuple[str, str]]
    later: bool = False


@dataclass(frozen=True)
class Meaning:
    """What a piece of a story means for the cramp.

    Attributes:
        phrases: tell it, in normalised words.
        told: ids of contexts and populations that are it.
        entry: id of the entry of the point that says what it means.
        point: id of the point.
        ahead: words that put it off to later; without them it has happened, and is a situation of its own.
        of_medicine: it tells since when a medicine is taken.
    """

    phrases: frozenset[str]
    told: frozenset[str]
    entry: str
    point: str
    ahead: frozenset[str] = frozenset()
    of_medicine: bool = False


CRAMP = "kram"
"""In place of a complaint: any situation of a cramp."""


@dataclass(frozen=True)
class Objection:
    """What keeps somebody from going, and the sentences that answer it.

    Attributes:
        phrase: name of the sentence while a danger stands.
        words: phrases that tell of it, in normalised words.
        milder: name of the sentence where a doctor should look within days, "" when it is no objection then.
        at_once: answered in the first urgent answer, too: it says nothing but that one wants to wait.
        of_another: somebody else refuses, whom the writer has to persuade; told anywhere in the message.
    """

    phrase: str
    words: frozenset[str]
    milder: str = ""
    at_once: bool = False
    of_another: bool = False


@dataclass(frozen=True)
class Sign:
    """One sign that many entries warn of; an answer warns of it once.

    Attributes:
        place: one of these is named ("satu kaki").
        signs: and one of these ("bengkak").
        beside: whoever names one of these warns of more than this sign.
        action: how a sentence begins that says what to do then.
    """

    place: frozenset[str]
    signs: frozenset[str]
    beside: frozenset[str]
    action: tuple[str, ...]


@dataclass(frozen=True)
class BesideCramps:
    """What is told of a sign that comes together with cramps.

    Attributes:
        findings: the signs.
        points: entry and point by kind of people; ``umum`` for everybody else.
    """

    findings: frozenset[str]
    points: Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Talk:
    """Words and phrases (in normalised words) that move a conversation.

    Attributes:
        direct: questions that one point always answers.
        cues: intent -> words without which a message within a story does not mean it.
        related: entry -> entries that may answer what is asked behind it.
        by_complaint: questions that each complaint has an answer of its own to.
        beside_cramps: signs that often come with cramps, and what is told of them.
        meanings: what pieces of a story mean, the first that fits counts.
        limits: (days, phrases): within how many days an advice sends somebody to be seen.
        objections: what keeps somebody from going, the one that is answered rather first.
        told_once: the sign that an answer warns of once.
        simpler: ask for the same in simpler words.
        unsaid: take back what was written.
        not_me: say that somebody else has the complaint.
        likewise: say that somebody else has the same.
        waiting: want to wait before going to a doctor.
        bringing: ask what to bring along.
        guessed_causes: open what somebody takes for the cause ("kelamaan rebahan"), which is no wish.
        relieved: tell that it has become better.
        not_yet: take such news back ("masih", "belum").
        recurring: make a story that repeats itself of it, no news.
        often: tell that it comes often, without naming it again.
        rested: tell that it goes when one stops.
        walking: speak of walking; with ``rested`` in the next message they are one sign.
        dreads: fear that it will come back.
        gone_for_good: tell that it does not come back any more ("tidak muncul lagi").
        costs: ask for the price of the talk itself, where it is about the assistant.
        just_now: tell that it was within the last day.
        days: tell that it lasts for days or longer.
        done: tell that what was advised is done.
        stopping: mean to stop a medicine.
        of_body: make of "kenapa bisa begitu?" a question about the body.
        of_leave: make of it a question about a remedy that was judged.
        of_answer: make of it a question about the answer.
        of_bot: speak of the bot.
        privacy: ask what becomes of what is written.
        english: tell that a message is in English.
        joining: say nothing by themselves in a question that follows another.
        what_now: ask what to do now, and name nothing.
        slips: confess that a word was typed wrongly.
        leg_words: parts of the leg, as what a slip may have been meant for.
        adding: add to what was told and correct nothing ("betis juga").
        back_to_self: go back from somebody else to the writer.
        naming: ask what the complaint is called.
        well: tell that what was asked about is as usual.
        yes_or_no: begin an answer that says yes or no.
        cramps: no words, but ids of the findings and contexts that are a cramp.
        breathless: tell of short breath to somebody whose leg may hold a clot, whatever it came from.
        that_too: ask whether the disease that was spoken of may be one's own.
        pieces: make a short message that asks nothing a piece of the story.
        no_pieces: make it something else all the same.
        before_subject: stand before an "Anda" that is a subject; behind any other word it is an owner.
        called: address whom one talks to; no part of what is told.
        composing: ask for something to be written.
        compositions: what is to be written ("pantun"); nothing of ours, whatever it is about.
        enough: ask whether a remedy is enough.
        switching: announce that what follows is about something else.
        warmth: tell of a warm or red place.
        seems: before that, tell that it is seen or felt there.
    """

    direct: tuple[Direct, ...]
    cues: Mapping[str, frozenset[str]]
    related: Mapping[str, frozenset[str]]
    by_complaint: tuple[ByComplaint, ...]
    beside_cramps: tuple[BesideCramps, ...]
    meanings: tuple[Meaning, ...]
    limits: tuple[tuple[int, frozenset[str]], ...]
    objections: tuple[Objection, ...]
    told_once: Sign
    simpler: frozenset[str]
    unsaid: frozenset[str]
    not_me: frozenset[str]
    likewise: frozenset[str]
    waiting: frozenset[str]
    bringing: frozenset[str]
    guessed_causes: frozenset[str]
    relieved: frozenset[str]
    not_yet: frozenset[str]
    recurring: frozenset[str]
    often: frozenset[str]
    rested: frozenset[str]
    walking: frozenset[str]
    dreads: frozenset[str]
    gone_for_good: frozenset[str]
    costs: frozenset[str]
    just_now: frozenset[str]
    days: frozenset[str]
    done: frozenset[str]
    stopping: frozenset[str]
    of_body: frozenset[str]
    of_leave: frozenset[str]
    of_answer: frozenset[str]
    of_bot: frozenset[str]
    privacy: frozenset[str]
    english: frozenset[str]
    joining: frozenset[str]
    adding: frozenset[str]
    slips: frozenset[str]
    what_now: frozenset[str]
    leg_words: frozenset[str]
    back_to_self: frozenset[str]
    naming: frozenset[str]
    well: frozenset[str]
    yes_or_no: frozenset[str]
    cramps: frozenset[str]
    breathless: frozenset[str]
    that_too: frozenset[str]
    pieces: frozenset[str]
    no_pieces: frozenset[str]
    before_subject: frozenset[str]
    called: frozenset[str]
    composing: frozenset[str]
    compositions: frozenset[str]
    switching: frozenset[str]
    warmth: frozenset[str]
    seems: frozenset[str]
    enough: frozenset[str]

    @property
    def since(self) -> tuple[str, str] | None:
        """(entry, point) that says what a new medicine means, None when nothing does."""
        return next(((one.entry, one.point) for one in self.meanings if one.of_medicine), None)

    @property
    def taken_since(self) -> frozenset[str]:
        """The words by which somebody tells since when a medicine is taken."""
        return frozenset(phrase for one in self.meanings if one.of_medicine for phrase in one.phrases)

    @classmethod
    def from_yaml(cls, raw: Mapping[str, Any]) -> Talk:
        """From the content of ``language/dialogue.yml``."""
        direct = tuple(
            Direct(
                frozenset(one["frasa"]),
                one["entri"],
                one["butir"],
                frozenset(one.get("juga", ())),
                one.get("hanya_kram", False),
                one.get("mendesak", False),
                frozenset(one.get("dulu", ())),
                one.get("saja", False),
                frozenset(one.get("untuk", ())),
                frozenset(one.get("alarm", ())),
                one.get("keduanya", False),
                one.get("larangan", False),
                frozenset(one.get("pengganti", ())),
            )
            for one in raw["langsung"]
        )
        cues = {intent: frozenset(map(str, words)) for intent, words in raw["isyarat"].items()}
        related = {entry: frozenset(others) for entry, others in raw["lanjutan"].items()}
        by_complaint = tuple(
            ByComplaint(
                frozenset(one.get("frasa", ())),
                frozenset(one.get("dengan", ())),
                frozenset(one.get("saja", ())),
                {complaint: _entry_and_point(told) for complaint, told in one["butir"].items()},
                one.get("susulan", False),
            )
            for one in raw["menurut_keluhan"]
        )
        beside = tuple(
            BesideCramps(frozenset(one["temuan"]), {who: _entry_and_point(told) for who, told in one["butir"].items()})
            for one in raw["di_samping_kram"]
        )
        meanings = tuple(
            Meaning(
                frozenset(one["frasa"]),
                frozenset(one.get("bila", ())),
                *_entry_and_point(one["butir"]),
                frozenset(one.get("nanti", ())),
                one.get("obat", False),
            )
            for one in raw["makna"]
        )
        limits = tuple((int(one["hari"]), frozenset(one["frasa"])) for one in raw["batas_waktu"])
        objections = tuple(
            Objection(
                one["jawab"],
                frozenset(one["frasa"]),
                one.get("dokter", ""),
                one.get("langsung", False),
                one.get("orang_lain", False),
            )
            for one in raw["keberatan"]
        )
        once = raw["peringatan_sekali"]
        told_once = Sign(
            frozenset(once["letak"]), frozenset(once["tanda"]), frozenset(once["lain"]), tuple(once["tindakan"])
        )
        words = {field: frozenset(map(str, raw.get(name, ()))) for field, name in _WORDS.items()}
        return cls(direct, cues, related, by_complaint, beside, meanings, limits, objections, told_once, **words)


def _entry_and_point(told: str) -> tuple[str, str]:
    """The two halves of "entry/point"."""
    entry, _, point = told.partition("/")
    return entry, point
