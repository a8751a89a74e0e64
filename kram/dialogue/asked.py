"""Which point of the knowledge base a message asks about, and whether it asks at all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kram.dialogue.choose import NEED_OF_INTENT, complaints, situations, tells_cramp
from kram.dialogue.said import says
from kram.dialogue.scene import Scene
from kram.dialogue.wishes import wished_words
from kram.knowledge.model import Complaint, Hit, Need
from kram.language.model import Kind

QUESTIONS = frozenset(
    {
        "tanya_penyebab", "tanya_redakan", "tanya_cegah", "tanya_bahaya", "tanya_dokter", "tanya_latihan",
        "tanya_boleh", "tanya_definisi", "tanya_angka", "nlu_fallback",
    }
)  # fmt: skip
"""Intents that ask for something; the others tell, and a question inside them must be plain."""

COMPLAINTS = frozenset(
    {
        "lapor_keluhan", "lapor_belum_reda", "kram_sekarang", "lapor_profil", "keluhan_lain", "luar_topik",
        "orang_lain", "tanda_bahaya",
    }
)  # fmt: skip
ABOUT_THE_TALK = frozenset(
    {"tanya_sumber", "tanya_alasan", "tanya_bot", "minta_darurat", "cek_bahaya", "ulangi", "lanjut", "sapaan"}
)
"""Intents that speak of the talk itself."""

# Scores (0 to 1) from which a hit answers. Of curators' questions that were left out of the search, half
# of the first hits are right at 0.12, three of four at 0.25, nine of ten from 0.4.
_ASKED = 0.12
_NOT_UNDERSTOOD = 0.14
_ASKED_BESIDE_A_COMPLAINT = 0.17
ASKED_OF_ONESELF = 0.2
ASKED_OF_A_SITUATION = 0.2
_ASKED_BESIDE_TALK = 0.3
PLAIN = 0.17
"""From here a hit says more exactly what is asked than the remedy that the message names."""

_NOT_EVEN_ASKED = 0.35
_ORDINARY_PRIORITY = 10
_FEW_WORDS = 2
# What is asked counts beside the words: "kapan ke dokter" is answered by what is about that.
_ABOUT_THE_NEED = 1.2
_ABOUT_ANOTHER_NEED = 0.85
_CLEAR_NEEDS = frozenset({Need.PREVENTION, Need.RELIEF})
_KINDS_OF_CAUSES = frozenset({"penyebab"})
_OF_ANOTHER_SITUATION = 0.7
_FOR_OTHER_PEOPLE = 0.5
_ABOUT_OTHER_PEOPLE = 0.8
_ABOUT_BOTH = 1.2
_BEHIND_THE_RULE = 1.2
_PRESUPPOSES_MORE = 0.8
_NEVER_NAMED = 0.4
_ALREADY_TRIED = 0.6
_ORDINARY = frozenset({"kram_betis", "kram_sering", "kram_tak_jelas"})
# Below this the classifier is guessing: a plain question counts more than what it was taken for.
_DOUBTFUL_INTENT = 0.6
_MIN_WORDS_TO_DOUBT = 4

_PLAINLY_OF_A_SITUATION = 0.28
_IN_GENERAL = frozenset({"tanya_penyebab", "tanya_redakan", "tanya_cegah", "tanya_bahaya", "tanya_dokter"})
_CLAIM_WORDS = frozenset({"mitos", "fakta", "hoaks", "hoax"})
_NEEDS_OF_A_SITUATION = frozenset({Need.GENERAL, Need.CAUSE, Need.RELIEF, Need.PREVENTION, Need.DANGER})
_NEEDS_BESIDE_A_COMPLAINT = frozenset({Need.EXERCISE, Need.ALLOWED, Need.DEFINITION, Need.FOOD})
_PLAINLY_OF_A_COMPLAINT = 0.25
_OF_ANOTHER_COMPLAINT = 0.8
_BESIDE_A_MERE_COMPLAINT = 0.3
_BEYOND_DOUBT = 0.5
_ASKED_OF_A_COMPLAINT = 0.25
# What tells a complaint and nothing else is answered by its situation, unless a point is asked beyond doubt.
_OF_NOTHING_ELSE = 0.45
# See `certainty`: a hit that is an eighth above the next is as sure as its score.
_MARGIN_COUNTS = 1.64
_USUAL_MARGIN = 1.13
_STANDS_OUT = 1.4
_SURELY_FEARED = 0.3

_ELSEWHERE = frozenset({"luar_topik", "keluhan_lain"})
_SURELY_ELSEWHERE = 0.8


def question_of(scene: Scene) -> Hit | None:
    """The point that the message asks about, when the search is sure enough for its intent."""
    hits = ranked(scene)
    sure = certainty(hits) * (_OF_NOTHING_ELSE if complains_only(scene) else 1.0)
    if sure < _least_score(scene):
        return None
    asked = _ASKED_OF_A_COMPLAINT if is_about_somebody(scene) else ASKED_OF_A_SITUATION
    need, entry = NEED_OF_INTENT.get(scene.turn.intent), scene.base.entry(hits[0].entry)
    elsewhere = bool(entry.needs) and need not in entry.needs and scene.turn.intent in _IN_GENERAL
    if elsewhere and is_personal(scene) and not scene.turn.remedies and sure < _PLAINLY_OF_A_SITUATION:
        return None  # "kadang kram habis badminton, kenapa?" is not answered by when to see a doctor
    if scene.turn.intent in _IN_GENERAL and sure < asked and _felt(scene, scene.turn.remedies):
        return None
    # Why, how, how dangerous: what a situation says of that in general, unless one of its points is plainly asked.
    in_general = scene.base.entry(hits[0].entry).is_situation and scene.turn.intent in _IN_GENERAL
    return None if in_general and sure < _PLAINLY_OF_A_SITUATION else hits[0]


def feared(scene: Scene) -> Hit | None:
    """ "Gula 280 tapi belum minum obat, takut ketergantungan": no question, and yet there is an answer to it."""
    if says(scene.turn.normalized, scene.base.talk.dreads):
        return None  # "udah reda, takut kambuh": the cramp itself, which has an answer of its own
    hits, dreads = ranked(scene), scene.base.suspicions.dreading & set(scene.turn.normalized.split())
    named = any(says(scene.turn.normalized, one.names) for one in scene.base.suspicions.known)  # "takut ALS"
    return hits[0] if dreads and not named and not scene.asks and certainty(hits) >= _SURELY_FEARED else None


def complains_only(scene: Scene) -> bool:
    """Whether it tells a complaint and asks at most what anybody does of one ("kenapa ya?", "harus gimana?")."""
    turn, asking = scene.turn, scene.base.asking
    if turn.beside is None or turn.remedies or not (turn.of(Kind.FINDING) or scene.conversation.person.findings):
        return False
    wished = wished_words(turn.normalized, asking.wishes)
    empty = (
        asking.complaining | asking.empty | asking.anywhere | asking.last | asking.oneself | asking.measures | wished
    )
    return not any(word not in empty and not word.isdigit() for word in turn.beside)


def certainty(hits: Sequence[Hit]) -> float:
    """How sure it is that the first hit is what was asked, on the scale of its score (0 to 1, seldom more).

    A hit that stands out from the next is right more often than one of many alike. Fitted (logistic
    regression) to 1,300 messages with the point that answers them, and to the same messages with that
    point taken away: of the right first hits 76 % are kept where a quarter of the wrong ones pass, 65 %
    by the score alone.

    Args:
        hits: likeliest first.
    """
    if not hits:
        return 0.0
    first = hits[0].score
    above = min(first / hits[1].score, _STANDS_OUT) if len(hits) > 1 and hits[1].score > 0 else _USUAL_MARGIN
    return float(first * (above / _USUAL_MARGIN) ** _MARGIN_COUNTS)


def ranked(scene: Scene) -> tuple[Hit, ...]:
    """The hits of the message, those of entries about the need of its intent moved up a little."""
    return weighed(scene, scene.turn.hits, scene.turn.remedies, NEED_OF_INTENT.get(scene.turn.intent))


def weighed(
    scene: Scene,
    hits: Iterable[Hit],
    remedies: Iterable[str] = (),
    need: Need | None = None,
    *,
    apart: bool = False,
) -> tuple[Hit, ...]:
    """Hits by what fits the person, too; likeliest first.

    Args:
        scene: the turn.
        hits: what the search found.
        remedies: those that the question names.
        need: what is asked, where that is known.
        apart: the question has a subject of its own beside the complaint ("perlu rontgen?").
    """
    named = set(remedies)
    tried = set(scene.turn.named_remedies) - named  # "biar tidak kram lagi gimana, sudah minum banyak air"
    mentioned = {m.value for m in scene.turn.of(Kind.POPULATION, asserted=False)}
    concerned = scene.person.populations | mentioned
    # A sign that was just told makes what is known of it likelier than what sounds like it.
    rule = scene.decision.lead
    told_now = rule is not None and bool(rule.used(scene.decision.findings) & scene.change.findings - _ORDINARY)
    behind = set(rule.evidence) if rule is not None and told_now else set()

    topics = {m.value for m in scene.turn.of(Kind.TOPIC, asserted=False)}
    person = scene.person
    told = {m.value for m in scene.turn.mentions} | person.populations | person.contexts | person.findings.keys()
    felt = frozenset() if apart else _felt(scene, named)
    merely = complains_only(scene)
    plainly = _PLAINLY_OF_A_COMPLAINT if is_about_somebody(scene) else ASKED_OF_ONESELF
    plainly = _BEYOND_DOUBT if merely else plainly

    def weigh(hit: Hit) -> Hit:
        entry = scene.base.entry(hit.entry)
        point = entry.point(hit.point)
        meant = point.only_if
        factor = _ABOUT_THE_NEED if need is not None and need in entry.needs else 1.0
        factor *= _ABOUT_ANOTHER_NEED if need in _CLEAR_NEEDS and entry.kind in _KINDS_OF_CAUSES else 1.0
        elsewhere = entry.is_situation and entry.contexts and not entry.contexts & scene.person.contexts
        factor *= _OF_ANOTHER_SITUATION if elsewhere and entry.id not in topics else 1.0
        factor *= _NEVER_NAMED if point.needs_said and not says(scene.turn.normalized, point.needs_said) else 1.0
        factor *= _FOR_OTHER_PEOPLE if meant and not meant & told else 1.0
        factor *= _ABOUT_OTHER_PEOPLE if entry.populations and not entry.populations & concerned else 1.0
        factor *= _PRESUPPOSES_MORE if hit.supposes - told else 1.0
        factor *= (
            _ALREADY_TRIED if need in _CLEAR_NEEDS and entry.kind == "remedi" and tried & {*entry.remedies} else 1.0
        )
        factor *= _BEHIND_THE_RULE if behind & {*entry.point(hit.point).evidence} else 1.0
        elsewhere = bool(felt) and hit.entry not in felt and hit.score < plainly
        factor *= (_BESIDE_A_MERE_COMPLAINT if merely else _OF_ANOTHER_COMPLAINT) if elsewhere else 1.0
        # "habis balsem boleh dikompres panas?" is about the two together.
        together = named & {*entry.point(hit.point).remedies}
        factor *= _ABOUT_BOTH if len(together) > 1 else 1.0
        return replace(hit, score=hit.score * factor)

    return tuple(sorted(map(weigh, hits), key=lambda hit: -hit.score))


def _felt(scene: Scene, remedies: Iterable[str]) -> frozenset[str]:
    """Entries that are about the symptoms that a message tells, none when it tells no more than a cramp.

    What merely sounds like it is no answer to somebody who told what they feel, and that it is no cramp.
    """
    told = complaints(scene.base, scene.turn)
    if scene.turn.intent in _IN_GENERAL and not scene.turn.mentions:
        told = [entry for entry in situations(scene.base, scene.turn, scene.person)[:1] if entry.complaint]
    elif tells_cramp(scene.base, scene.turn):
        # "kapan ke dokter kalau kram dan bengkak?" asks in general; "betis saya ..." tells.
        leads = is_about_somebody(scene) and NEED_OF_INTENT.get(scene.turn.intent) is not Need.DOCTOR
        told = [entry for entry in told if entry.complaint is Complaint.FIRST and leads]
    if [*remedies] or asks_verdict(scene) or NEED_OF_INTENT.get(scene.turn.intent) in _NEEDS_BESIDE_A_COMPLAINT:
        return frozenset()
    return frozenset(name for entry in told for name in (entry.id, *entry.related))


def _least_score(scene: Scene) -> float:
    """From which score a hit answers; never for "ya", "batal" and their like."""
    turn = scene.turn
    if turn.intent in QUESTIONS:
        if turn.confidence < _DOUBTFUL_INTENT and turn.intent != "nlu_fallback" and not scene.asks:
            return _NOT_EVEN_ASKED  # "tolong dok sering kram" asks nothing
        if _says_little(scene):
            return _ASKED_BESIDE_TALK
        if turn.intent == "tanya_boleh" and not turn.remedies and turn.unknown:
            return ASKED_OF_ONESELF  # a remedy that nobody knows gets no yes from what sounds like it
        usual = _NOT_UNDERSTOOD if turn.intent == "nlu_fallback" else _ASKED
        if is_personal(scene) and _of_oneself(scene):
            return ASKED_OF_ONESELF
        if is_personal(scene) and NEED_OF_INTENT.get(turn.intent) in _NEEDS_OF_A_SITUATION:
            return ASKED_OF_A_SITUATION
        return usual
    if turn.intent == "orang_lain" and turn.person and scene.conversation.last.entries:
        return math.inf  # "kalau buat ibu saya?" goes on with the last question
    if turn.confidence < _DOUBTFUL_INTENT and len(turn.normalized.split()) >= _MIN_WORDS_TO_DOUBT and scene.asks:
        return ASKED_OF_ONESELF if is_personal(scene) else _ASKED_BESIDE_A_COMPLAINT
    if turn.intent not in COMPLAINTS | ABOUT_THE_TALK:
        return math.inf
    if turn.intent == "keluhan_lain" and turn.parts == {"lain"}:
        # "tangan saya kesemutan" is another part of the body; "cuka apel berapa sendok, takut perut perih" is not.
        return _NOT_EVEN_ASKED if turn.named_remedies else _BEYOND_DOUBT
    if turn.intent in _ELSEWHERE and turn.confidence >= _SURELY_ELSEWHERE:
        # "presiden indonesia siapa" sounds like "data Indonesia"; "tidurnya miring kiri apa kanan" names one of ours.
        ours = bool(scene.conversation.last.entries and turn.named_remedies and not turn.outside and scene.asks)
        return ASKED_OF_ONESELF if ours else _NOT_EVEN_ASKED
    if not scene.asks and turn.intent.startswith("lapor_"):
        # A complaint is answered by its situation; what tells of no cramp and has none, by what is plainly near.
        lead = situations(scene.base, turn, scene.person)[:1]
        special = any(entry.priority > _ORDINARY_PRIORITY for entry in lead)
        cramp = tells_cramp(scene.base, turn) or bool(scene.base.talk.cramps & scene.person.findings.keys())
        return math.inf if special or cramp else _NOT_EVEN_ASKED
    if not scene.asks:
        return _NOT_EVEN_ASKED
    if turn.intent in ABOUT_THE_TALK:
        return ASKED_OF_A_SITUATION
    return ASKED_OF_ONESELF if is_personal(scene) else _ASKED_BESIDE_A_COMPLAINT


def _says_little(scene: Scene) -> bool:
    """ "cara meredakan" says nothing of what, "ada latihannya tidak" only what its intent says."""
    words, asking = scene.turn.normalized.split(), scene.base.asking
    empty = asking.empty | asking.anywhere | asking.last
    if scene.turn.intent == "tanya_dokter":  # "kapan harus ke dokter kalau kram" asks about no sign of its own
        ordinary = {w for m in scene.turn.of(Kind.FINDING) if m.value in _ORDINARY for w in m.text.lower().split()}
        empty = empty | scene.base.talk.joining | ordinary
    telling = [w for w in words if w not in empty]
    needs = _NEEDS_OF_A_SITUATION | {Need.EXERCISE, Need.DOCTOR}
    return len(words) <= _FEW_WORDS or (len(telling) <= 1 and NEED_OF_INTENT.get(scene.turn.intent) in needs)


def asks_plainly(scene: Scene) -> bool:
    """Whether it asks about something, supposing nothing, and a point answers that."""
    hit = question_of(scene)
    supposes = scene.base.asking.supposing & set(scene.turn.normalized.split())
    return hit is not None and hit.score >= PLAIN and not supposes and scene.asks


def asks_verdict(scene: Scene) -> bool:
    """ "mitos atau fakta ...?" """
    return bool(_CLAIM_WORDS & set(scene.turn.normalized.split()))


def is_personal(scene: Scene) -> bool:
    """Asked in general by somebody in special circumstances: what fits them comes before what fits the words."""
    turn, person = scene.turn, scene.conversation.person
    if turn.of(Kind.FINDING) and (turn.of(Kind.CONTEXT) or turn.of(Kind.POPULATION)):
        return True
    general = NEED_OF_INTENT.get(turn.intent) in _NEEDS_OF_A_SITUATION
    return general and bool(person.populations or person.contexts) and not _asks_in_general(scene)


def _of_oneself(scene: Scene) -> bool:
    """It speaks of somebody, not just of cramps at night or after sport."""
    turn, person = scene.turn, scene.conversation.person
    speaks = scene.base.asking.oneself & set(turn.normalized.split())
    return bool(speaks or turn.person or turn.of(Kind.POPULATION) or person.populations)


def is_about_somebody(scene: Scene) -> bool:
    """It tells of a certain person or a certain leg; "betis kanan" is nobody's question in general."""
    return _of_oneself(scene) or bool(scene.turn.sides)


def _asks_in_general(scene: Scene) -> bool:
    """ "apa penderita diabetes ...?" is not about the person, though it names what they have."""
    return not scene.turn.of(Kind.FINDING) and bool(scene.turn.of(Kind.POPULATION, asserted=False))
