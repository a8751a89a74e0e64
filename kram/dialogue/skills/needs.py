"""Complaints and questions about cramps."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, compose, doctor_rule, say
from kram.dialogue.asked import PLAIN, asks_verdict, certainty, question_of, ranked
from kram.dialogue.choose import NEED_OF_INTENT, choose_entries
from kram.dialogue.leave import asks_leave, asks_whom_not
from kram.dialogue.moves import says, subjects_in
from kram.dialogue.scene import Outcome, Scene, advised
from kram.dialogue.skills.beside_cramp import beside_cramp
from kram.dialogue.skills.cautions import specials, unclear_place
from kram.dialogue.skills.factors import factors_block
from kram.dialogue.skills.questions import forbids, forbids_all, nearest_point, other_questions, tell_point, unfit
from kram.dialogue.skills.remedies import answer_remedies, asks_nothing_else
from kram.dialogue.skills.stories import main_wish, wishes_more_than
from kram.knowledge.model import Entry, Hit, Need
from kram.language.model import Kind
from kram.triage.model import Level

_PREGNANT = frozenset({"hamil", "hamil_t1", "hamil_t2", "hamil_t3"})
_EXACTLY = 0.4
_BEYOND_DOUBT = 0.42
# A no need not be asked for as plainly as a yes: of the two it is the safer one.
_SURELY_FORBIDDEN = 0.3
_OF_DISEASES = frozenset({"periksa", "penyebab"})
_MAY_BLAME = frozenset({Need.CAUSE, Need.GENERAL, Need.RELIEF, Need.PREVENTION})
_SEVERAL_FACTORS = 2
_NOW = "sekarang"
# From here a point about a certain sign is meant ("lebih dari 10 menit perlu ke dokter?").
_SURELY_OF_A_SIGN = 0.28
_NO_DOCTOR = Hit("kapan-ke-dokter", "sesekali-tidak-perlu", 1.0)
_CHILDS_DOCTOR = Hit("kapan-ke-dokter", "anak-perlu-dokter", 1.0)
_CHILD = frozenset({"anak"})
_WHETHER_A_DOCTOR = "perlu_dokter"
_AT_NEXT_VISIT = "kontrol_berikutnya"
_UNCLEAR_CRAMP = "kram_tak_jelas"
_UNCLEAR_FIT = "kejang_tak_jelas"
_BELLY = "kram_perut_lain"
_LEG_CRAMP = "kram_betis"
_COMPLAINTS = frozenset({"lapor_keluhan", "lapor_belum_reda", "tanya_bahaya", "nlu_fallback", "tanda_bahaya"})
_BUTTONS_BY_NEED: dict[Need, tuple[str, ...]] = {
    Need.GENERAL: ("penyebab", "cegah", "cek"),
    Need.CAUSE: ("redakan", "cegah", "cek"),
    Need.RELIEF: ("penyebab", "cegah", "cek"),
    Need.PREVENTION: ("redakan", "penyebab", "sumber"),
    Need.DANGER: ("cek", "dokter", "redakan"),
    Need.DOCTOR: ("cek", "redakan", "nomor"),
}
_BUTTONS = ("redakan", "lanjut", "sumber")
_OF_A_COMPLAINT = frozenset({Need.GENERAL, Need.RELIEF, Need.DANGER})
_ALIKE_IN_WORDS = frozenset({Need.RELIEF, Need.PREVENTION})
_ABOUT_DANGER = frozenset({Need.GENERAL, Need.DANGER, Need.DOCTOR})
ORDINARY_SIGNS = frozenset(
    {"kram_betis", "kram_sering", "kram_tak_jelas", "pegal_kaki", "nyeri_kaki", "kesemutan_ringan"}
)
"""Signs of which the usual opening of an answer may be said."""

_ORDINARY_IF_ALONE = frozenset({"betis_tegang_mengeras", "nyeri_sangat_hebat"})
"""What the triage table takes for a danger only beside something else; every cramp is hard and hurts."""


def answer_need(scene: Scene) -> Outcome:
    """Answer a complaint or a question; ask back only when the leg is not even named."""
    need = main_wish(scene) or _first_of_several(scene, NEED_OF_INTENT.get(scene.turn.intent, Need.GENERAL))
    if need is Need.GENERAL and _dreads_a_cramp(scene):
        need = Need.PREVENTION
    hit = question_of(scene)
    if hit is not None and (wishes_more_than(scene, hit) or _only_forbids(scene, need, hit)):
        hit = None
    if need is Need.DOCTOR and (hit is None or hit.score < _SURELY_OF_A_SIGN) and _needs_no_doctor(scene):
        hit = _CHILDS_DOCTOR if scene.person.populations & _CHILD else _NO_DOCTOR
    fits = _UNCLEAR_FIT in {m.value for m in scene.turn.of(Kind.FINDING)}
    asked = _ask_back(scene) if hit is None or fits else None
    if asked is not None:
        return asked
    # "siapa yang tidak boleh pijat?" asks for no leave
    remedies = () if asks_whom_not(scene.turn.normalized, scene.base.asking) else scene.turn.remedies
    if len(remedies) == 1 and asks_leave(scene) and asks_nothing_else(scene):
        return answer_remedies(scene, remedies)
    if len(remedies) == 1 and hit is not None and asks_leave(scene) and _is_of_another_thing(scene, hit, remedies[0]):
        return answer_remedies(scene, remedies)
    if scene.turn.named_remedies and scene.turn.intent == "lapor_belum_reda":
        return tell(scene, need)  # it was tried and did not help: no "boleh"
    if remedies and (_asks_leave(scene, need, hit, remedies) or (hit is None and need is Need.RELIEF)):
        return answer_remedies(scene, remedies)
    if hit is not None:
        return tell_point(scene, hit)
    if need is Need.ALLOWED and not topic_named(scene):
        return unknown_remedy(scene)
    if scene.turn.intent in {"lapor_profil", "luar_topik"} and not scene.conversation.person.findings:
        return _note_profile(scene)
    if scene.turn.intent == "tanda_bahaya":
        return _unclear_danger(scene, need)
    return tell(scene, need)


def _is_of_another_thing(scene: Scene, hit: Hit, remedy: str) -> bool:
    """ "Nenek diabetes, kram tiap malam. Boleh dipijat?": a medicine for the old is no answer to that."""
    entry = scene.base.entry(hit.entry)
    about = {*entry.remedies, *entry.point(hit.point).remedies}
    asked = scene.turn.asked[0].text if len(scene.turn.asked) == 1 else ""
    words = " ".join(word for word in asked.split() if word not in scene.base.asking.leave)
    return entry.kind == "remedi" and bool(about) and remedy not in about and subjects_in(words, scene.base) == 1


def _dreads_a_cramp(scene: Scene) -> bool:
    """ "Mau naik gunung minggu depan, takut kram": there is none yet, and none is wanted."""
    supposed = {m.value for m in scene.turn.of(Kind.FINDING, asserted=False) if not m.negated}
    told = scene.turn.of(Kind.FINDING) or scene.person.findings
    return not told and bool(supposed & scene.base.talk.cramps) and says(scene.turn.normalized, scene.base.talk.dreads)


def _needs_no_doctor(scene: Scene) -> bool:
    """ "Udah lepas sih, perlu ke dokter ga?": asked of oneself, by somebody who told nothing that needs one."""
    told = scene.person.findings.keys() & scene.base.talk.cramps
    level = scene.decision.level
    return (
        bool(told)
        and _asks_whether_a_doctor(scene)
        and level <= Level.MANDIRI
        and scene.asks
        and scene.person.populations <= _CHILD
    )


def _asks_whether_a_doctor(scene: Scene) -> bool:
    """ "Perlu ke dokter ga?", not when or to which one."""
    question = scene.base.ailments.questions.get(_WHETHER_A_DOCTOR)
    return question is not None and says(scene.turn.normalized, question.phrases)


def _first_of_several(scene: Scene, need: Need) -> Need:
    """ "kenapa ya, dan cara mengatasinya?": what is asked first is answered first.

    "Tanda apa ya?" asks for the cause, however worried it was taken for.
    """
    wished = scene.wishes_besides(Need.GENERAL)
    plainly = wished == (Need.CAUSE,) and need is Need.DANGER
    # a single plain wish counts more than what the words around it sound like: "..., gimana cara cegahnya"
    other = len(wished) == 1 and {need, *wished} <= _ALIKE_IN_WORDS
    return wished[0] if plainly or other or need in wished else need


def _only_forbids(scene: Scene, need: Need, hit: Hit) -> bool:
    """To a complaint a point that this person may not follow is no answer."""
    complains = need in _OF_A_COMPLAINT and bool(scene.turn.of(Kind.FINDING))
    asked = scene.turn.remedies or asks_leave(scene)
    return complains and not asked and unfit(scene, scene.base.entry(hit.entry).point(hit.point))


def _asks_leave(scene: Scene, need: Need, hit: Hit | None, remedies: tuple[str, ...]) -> bool:
    """ "boleh ...?" gets its yes or no first; another question that names a remedy gets its answer."""
    allowed = need is Need.ALLOWED or asks_leave(scene)
    if hit is None:
        return allowed or scene.turn.intent == "nlu_fallback"
    entry = scene.base.entry(hit.entry)
    point = entry.point(hit.point)
    told_of, asked = {*(point.remedies or entry.remedies)}, set(remedies)
    stands_out = certainty(ranked(scene)) >= hit.score  # of many alike, none is that very question
    if forbids_all(point) and ((stands_out and told_of == asked) or (told_of >= asked and len(asked) > 1)):
        return False  # a no to exactly what is asked comes before the verdict on the remedy in general
    if forbids(point) and entry.kind in _OF_DISEASES and certainty(ranked(scene)) >= _SURELY_FORBIDDEN:
        return False  # "kulit kaki infeksi boleh diberi balsem?"
    if asks_verdict(scene):
        return False
    if stands_out and certainty(ranked(scene)) >= _BEYOND_DOUBT:
        return False  # "curiga kompartemen, boleh dipijat?": not about massage in general
    if stands_out and hit.score >= _EXACTLY and point.text.split()[0].strip(",.:").lower() in scene.base.talk.yes_or_no:
        return False  # "jantung lemah boleh angkat kaki?": a yes or no to that very question
    if asks_leave(scene):
        return True
    if len(remedies) > 1:
        return allowed or scene.turn.intent == "nlu_fallback"
    about = {*point.remedies, *entry.remedies} & set(remedies)
    return allowed and not about and hit.score < PLAIN


def _unclear_danger(scene: Scene, need: Need) -> Outcome:
    """It sounds like a danger, but no sign was understood: the safety net comes first.

    Unless all that was told is understood, and is an ordinary complaint: that is answered as one.
    """
    told_now = {m.value for m in scene.turn.of(Kind.FINDING)}
    wished = scene.wishes_besides(Need.GENERAL)
    need = need if need in wished else Need.GENERAL
    if told_now and told_now <= ORDINARY_SIGNS | _ORDINARY_IF_ALONE and not scene.decision.level.urgent:
        return tell(scene, need)
    entries = choose_entries(scene.base, Need.DANGER, scene.turn, scene.person)
    lead = entries[0]
    if lead.complaint and lead.signs & {m.value for kind in (Kind.FINDING, Kind.CONTEXT) for m in scene.turn.of(kind)}:
        return tell(scene, need)
    if lead.contexts & {m.value for m in scene.turn.of(Kind.CONTEXT)}:
        return tell(scene, Need.DANGER, entries=entries)  # what was told has an answer of its own
    opening = Block(BlockKind.WARNING, scene.phrase("bahaya_tak_jelas", jaring=scene.base.triage.safety_net))
    answer = compose(scene.base, entries, Need.DANGER, scene.recipient, scene.decision, opening=opening)
    answer = replace(answer, buttons=tuple(button(scene.base, name) for name in ("cek", "nomor", "dokter")))
    return advised(scene, answer, Need.DANGER)


def tell(
    scene: Scene,
    need: Need,
    *,
    full: bool = False,
    entries: tuple[Entry, ...] = (),
    told: Set[str] = frozenset(),
    extra: Sequence[Block] = (),
    opening: Block | None = None,
) -> Outcome:
    """Compose the answer for a need.

    Args:
        scene: the turn.
        need: what was asked.
        full: tell all that fits.
        entries: what to tell from; by default what fits the turn.
        told: what was told before and is left out.
        extra: what answers another question of the message, told behind the first sentence.
        opening: takes the place of the first sentence, unless a doctor should look.
    """
    entries = entries or choose_entries(scene.base, need, scene.turn, scene.person)
    lead = entries[0]
    if not lead.is_situation and lead.needs and need not in lead.needs and need not in lead.lead:
        need = next(n for n in Need if n in lead.needs)  # told the way that topic is told
    nearest = nearest_point(scene, entries)
    if not nearest and not full and not told:
        nearest = other_questions(scene, [lead.opening(need)])
    nearest = list(extra) or nearest
    own = None if full or told or opening else _own_factors(scene, need, lead.opening(need))
    beside = () if nearest or full or told else beside_cramp(scene, need, lead)
    notes = [*([own] if own is not None else []), *unclear_place(scene), *nearest, *beside, *specials(scene, lead)]
    also = () if full or told else scene.wishes_besides(need)
    answer = compose(
        scene.base,
        entries,
        need,
        scene.recipient,
        scene.decision,
        full=full,
        opening=to_be_checked(scene, need, lead) or opening,
        notes=notes,
        told=told,
        also=also,
        heard=scene.heard,
    )
    names = _BUTTONS_BY_NEED.get(need, _BUTTONS)
    answer = replace(answer, buttons=tuple(button(scene.base, name) for name in names))
    outcome = advised(scene, answer, need)
    if not unclear_place(scene):
        return outcome
    return replace(outcome, conversation=replace(outcome.conversation, pending="bagian"))


def _own_factors(scene: Scene, need: Need, said: str) -> Block | None:
    """What of the story may play a part; beside a complaint without "kenapa?" only where several things do."""
    if need not in _MAY_BLAME or _NOW in scene.person.contexts:
        return None
    return factors_block(scene, said, least=1 if need is Need.CAUSE else _SEVERAL_FACTORS)


def to_be_checked(scene: Scene, need: Need, lead: Entry) -> Block | None:
    """The first words where a doctor should look, but not tonight: they neither soothe nor alarm.

    A leading entry that is about that very person or sign says so itself.
    """
    rule = doctor_rule(scene.decision)
    if rule is None or need not in _ABOUT_DANGER:
        return None
    signs = rule.used(scene.decision.findings) - ORDINARY_SIGNS
    told_by_lead = rule.populations & (lead.populations | lead.only_if) or signs & lead.findings
    asks_whether = need is Need.DOCTOR and bool(scene.person.findings) and _asks_whether_a_doctor(scene)
    if told_by_lead or not (signs or rule.populations or need is Need.DANGER or asks_whether):
        return None
    name = "perlu_diperiksa" if signs or rule.populations else "perlu_dicari"
    if need is Need.DOCTOR:
        name = "perlu_kontrol" if rule.action == _AT_NEXT_VISIT else "perlu_dokter"
    text = scene.phrase(name, katakan=rule.say, kenapa=rule.why)
    return Block(BlockKind.TEXT, text, entry=rule.id, evidence=rule.evidence)


def topic_named(scene: Scene) -> bool:
    """The message calls a topic of the knowledge base by one of its names."""
    return any(not scene.base.entry(m.value).is_situation for m in scene.turn.of(Kind.TOPIC, asserted=False))


def unknown_remedy(scene: Scene) -> Outcome:
    """ "boleh dibekam?": no yes and no no without a source; what helps is told all the same."""
    entries = choose_entries(scene.base, Need.RELIEF, scene.turn, scene.person)
    opening = Block(BlockKind.TEXT, scene.phrase("remedi_tak_dikenal"))
    answer = compose(scene.base, entries, Need.RELIEF, scene.recipient, scene.decision, opening=opening)
    answer = replace(answer, buttons=tuple(button(scene.base, name) for name in ("redakan", "cek", "sumber")))
    return advised(scene, answer, Need.RELIEF)


def _ask_back(scene: Scene) -> Outcome | None:
    """One short question where a word can mean something else, or something dangerous."""
    person, turn = scene.conversation.person, scene.turn
    named_now = {m.value for m in turn.of(Kind.FINDING)}
    if _UNCLEAR_FIT in named_now:
        answer = say(scene.base, scene.phrase("tanya_kejang"), buttons=("otot", "badan"))
        return Outcome(answer, replace(scene.conversation, pending="kejang"))
    if _BELLY in named_now and not {_LEG_CRAMP} & person.findings.keys():
        return Outcome(say(scene.base, scene.phrase("perut"), buttons=("kaki",)), scene.conversation)
    only_cramp = named_now == {_UNCLEAR_CRAMP} and _LEG_CRAMP not in person.findings
    says_nothing_else = not person.contexts - {"sekarang"} and not person.populations & _PREGNANT
    if only_cramp and says_nothing_else and turn.intent in _COMPLAINTS and not (turn.remedies and asks_leave(scene)):
        answer = say(scene.base, scene.phrase("tanya_bagian"), buttons=("kaki", "perut", "lain"))
        return Outcome(answer, replace(scene.conversation, pending="bagian"))
    return None


def _note_profile(scene: Scene) -> Outcome:
    """ "saya hamil 7 bulan" without a complaint: note it and ask what is felt."""
    names = [scene.base.names[p].spoken for p in sorted(scene.conversation.person.populations)]
    if not names:
        return Outcome(say(scene.base, scene.phrase("tanya_keluhan")), scene.conversation)
    noted = scene.phrase("profil_dicatat", siapa=scene.who, profil=", ".join(names))
    entry = choose_entries(scene.base, Need.GENERAL, scene.turn, scene.person)[0]
    about = entry.opening(Need.GENERAL) if entry.is_situation and entry.populations else ""
    answer = say(scene.base, noted, about, scene.phrase("tanya_rasa"), buttons=("sekarang", "cegah", "cek"))
    if about:
        answer = replace(answer, topics=(entry.id,), sources=scene.base.sources_of(entry.evidence))
    return Outcome(answer, replace(scene.conversation, misses=0, pending="keluhan"))
