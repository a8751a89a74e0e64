"""Which skill answers a message that moves the conversation on, whatever its intent was taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, doctor_rule, say
from kram.dialogue.asked import PLAIN, ranked
from kram.dialogue.choose import choose_entries
from kram.dialogue.direct import direct_hit
from kram.dialogue.leave import asks_leave
from kram.dialogue.moves import (
    about_the_condition,
    asks_about_body,
    asks_its_name,
    asks_simpler,
    asks_whether_it_matters,
    denies_signs,
    goes_on,
    is_follow_up,
    is_not_about_bot,
    is_relieved,
    is_unmeant,
    named_fear,
    names_no_subject,
    says,
    says_all_is_well,
    tells_a_piece,
    tells_facts,
    tells_often,
    wants_cure_of_no_cramp,
)
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.cautions import unclear_place
from kram.dialogue.skills.denial import denial
from kram.dialogue.skills.drugs import of_named, tell_drug
from kram.dialogue.skills.facts import facts
from kram.dialogue.skills.fallback import fallback
from kram.dialogue.skills.follow_up import about_the_last, follow_up
from kram.dialogue.skills.needs import ORDINARY_SIGNS, answer_need, tell
from kram.dialogue.skills.questions import point_block, tell_point
from kram.dialogue.skills.relieved import of_relief
from kram.dialogue.skills.remedies import answer_remedies
from kram.dialogue.skills.simpler import simpler
from kram.dialogue.skills.smalltalk import other_person
from kram.dialogue.state import Conversation
from kram.knowledge.model import Hit, Need
from kram.language.model import SELF, Kind
from kram.triage.model import Level

_ASKS_ON = frozenset(
    {"tanya_angka", "tanya_boleh", "tanya_latihan", "tanya_definisi", "nlu_fallback", "luar_topik", "keluhan_lain"}
)
_ASKS_ON_TOO = frozenset({"orang_lain", "lanjut", "lapor_profil", "minta_darurat"})
_OF_THE_COMPLAINT = frozenset({"tanya_dokter", "tanya_penyebab", "tanya_cegah"})
"""What these ask is asked of the complaint, also behind an answer about a remedy."""

_PERHAPS_ASKS = frozenset({"tolak", "setuju", "ulangi", "pamit"})
_OF_NOTHING = frozenset({"tanya_angka", "tanya_boleh", "nlu_fallback", "luar_topik", "keluhan_lain"})
_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik"})
_SURELY_ELSEWHERE = 0.8
_OF_BODY = frozenset({"tanya_alasan", "nlu_fallback"})
_TO_DO = frozenset({Need.GENERAL.value, Need.RELIEF.value})
_DRUGS = frozenset({"statin", "diuretik", "laba", "antikoagulan", "kontrasepsi"})
_DRUGS_OF_A_DOCTOR = _DRUGS | {"acei_arb"}
_ABOUT_DRUGS = "obat-"
_TALKS = frozenset({"setuju", "tolak", "pamit", "luar_topik", "batal", "terima_kasih", "nlu_fallback"})
_STOPS = frozenset(
    {
        "lapor_belum_reda",
        "batal",
        "tanya_boleh",
        "tolak",
        "setuju",
        "nlu_fallback",
        "tanya_redakan",
        "luar_topik",
        "pamit",
    }
)
_TELLS = frozenset({"lapor_keluhan", "lapor_profil", "lapor_membaik", "luar_topik"})
_REPLIES = frozenset({"tolak", "setuju", "batal", "sapaan"})
_STRETCH = "peregangan"
_FEW_WORDS = 4
_SAYS_AGAIN = 7
_WHAT_NOW = 6
_SUPPOSED = 0.25
_SAME = frozenset({Need.RELIEF, Need.DOCTOR})
"""What the fixed answers themselves are about."""

_ENOUGH_TO_ASK = 3
_LEFT_OVER = "sesudah"
_DID = "sudah"
_RECURS = "kram_sering"
_TOLD_HOW = frozenset({Need.GENERAL.value, Need.RELIEF.value})
_ASKED_OF_NEEDS = frozenset({"tanya_redakan", "tanya_cegah", "tanya_dokter", "tanya_bahaya", "tanya_penyebab"})
_NOT_AGAIN = frozenset({"lapor_belum_reda"})


def move_of(scene: Scene, before: Conversation) -> Skill | None:
    """The skill for a move, None for a message that stands by itself.

    Args:
        scene: the turn.
        before: what was known before it.
    """
    turn, talk, near = scene.turn, scene.base.talk, _is_near(scene)
    if asks_simpler(scene, before):
        return simpler
    if turn.intent in _STOPS and says(turn.normalized, talk.stopping) and _speaks_of_drugs(scene, before):
        return _do_not_stop
    if (about := of_stopping(scene)) is not None:
        return lambda s: tell_point(s, about)
    if (hit := direct_hit(scene)) is not None:
        return _with_wish(scene, hit)
    if wants_cure_of_no_cramp(scene):
        return lambda s: tell(s, Need.RELIEF)
    if asks_its_name(scene, before):
        return _name
    if asks_whether_it_matters(scene, before):
        return lambda s: answer_remedies(s, before.last.remedies)
    if (condition := about_the_condition(scene, before)) is not None:
        return lambda s: tell_point(s, condition, alone=True)
    if (drug := of_named(scene)) is not None:
        return lambda s: tell_drug(s, drug)
    if asks_what_now(scene, before):
        return lambda s: tell(s, Need.DANGER)
    if turn.intent not in _ASKED_OF_NEEDS and asks_just_what_now(scene, before):
        return lambda s: tell(s, Need.PREVENTION if before.last.need in _TOLD_HOW else Need.RELIEF)
    if turn.intent == "tanya_redakan" and asks_what_more(scene, before):
        return lambda s: tell(s, Need.PREVENTION)
    if tells_a_piece(scene, before) or (turn.intent == "setuju" and tells_often(turn.normalized, before, talk)):
        return facts
    if turn.intent in _REPLIES and scene.asks and goes_on(before) and (wished := scene.wishes_besides(Need.GENERAL)):
        return lambda s: tell(s, wished[0])  # "normal ga" refuses nothing
    if denies_signs(scene, before):
        return denial
    if _adds_little(scene, before):
        return facts
    if is_unmeant(scene, before):
        return _taken_literally(scene, before)
    if says_all_is_well(scene, before):
        return denial
    if (relieved := of_relief(scene)) is not None:
        return relieved
    if turn.intent == "setuju" and _tells_done(scene) and before.last.need in _TO_DO:
        return _done
    if turn.intent in _NOT_AGAIN and _LEFT_OVER in {m.value for m in turn.of(Kind.CONTEXT)}:
        return lambda s: tell(s, Need.GENERAL)  # "udah lepas tapi masih sakit": nothing failed
    if turn.intent in _NOT_AGAIN and before.last.entries and not scene.change.findings - talk.cramps:
        cramps = before.person.findings.keys() & talk.cramps
        return _next_step if cramps or not before.person.findings else facts  # a pulled muscle is not to let go
    if tells_facts(scene, before):
        return facts
    if (fear := named_fear(scene)) is not None and not turn.remedies:
        return lambda s: tell_point(s, fear)
    if turn.intent == "lapor_membaik" and scene.asks and not is_relieved(turn.normalized, talk):
        return other_person if turn.person not in {"", SELF} else _taken_literally(scene, before)
    if turn.intent == "tanya_alasan" and before.last.remedies and says(turn.normalized, talk.of_leave):
        return _why_not
    if turn.intent in _TALKS and says(turn.normalized, talk.waiting) and scene.decision.level is Level.DOKTER:
        return _do_not_put_off
    if turn.intent == "lapor_membaik" and turn.mentions and not is_relieved(turn.normalized, talk):
        return answer_need
    doubtful = turn.intent in _ELSEWHERE and turn.confidence < _SURELY_ELSEWHERE and not turn.outside
    if doubtful and goes_on(before) and turn.of(Kind.CONTEXT) and scene.asks:
        return _tell_nearest if near else lambda s: tell(s, Need.GENERAL)
    if turn.intent == "tanya_alasan" and turn.of(Kind.FINDING) and not before.last.entries:
        return _tell_nearest if near else lambda s: tell(s, Need.CAUSE)
    if turn.intent in _OF_BODY and before.last.entries and asks_about_body(scene):
        return lambda s: tell(s, Need.CAUSE)
    if turn.intent == "tanya_bot" and is_not_about_bot(scene, before):
        return _tell_nearest if near else lambda s: tell(s, Need.RELIEF)
    if turn.intent == "lanjut" and scene.asks and (wished := scene.wishes_besides(Need.GENERAL)):
        return lambda s: tell(s, wished[0])
    if turn.intent == "lanjut" and scene.asks and not names_no_subject(scene) and (near or asks_leave(scene)):
        return _tell_nearest if near else answer_need
    if turn.intent == "orang_lain" and turn.person and _plainly_near(scene):
        return _tell_nearest
    if turn.intent == "orang_lain" and not turn.person and scene.asks and before.last.entries:
        if turn.remedies and not near:
            return lambda s: answer_remedies(s, turn.remedies)
        return _tell_nearest if near else follow_up
    if turn.intent == "orang_lain" and not turn.person and turn.normalized.split()[:1] and _supposes(scene):
        return _tell_nearest
    return _follow_up(scene, before)


def asks_what_more(scene: Scene, before: Conversation) -> bool:
    """ "terus harus gimana?": how a cramp is eased was told, and it comes back all the same."""
    comes_back = _RECURS in before.person.findings and before.last.need in _TOLD_HOW
    return comes_back and asks_just_what_now(scene, before) and not rule_of_special(scene)


def rule_of_special(scene: Scene) -> bool:
    """Whether a doctor should look for more than that a cramp comes often."""
    rule = doctor_rule(scene.decision)
    return rule is not None and bool(rule.populations or rule.used(scene.decision.findings) - ORDINARY_SIGNS)


def asks_just_what_now(scene: Scene, before: Conversation) -> bool:
    """ "kalo gitu harus gimana": what to do about the complaint of the talk, and nothing else."""
    words = scene.turn.normalized.split()
    told = before.person.findings and before.last.entries and not scene.turn.mentions
    asked = len(words) <= _WHAT_NOW and says(scene.turn.normalized, scene.base.talk.what_now)
    return bool(told) and asked and scene.turn.person in {"", before.focus}


def asks_what_now(scene: Scene, before: Conversation) -> bool:
    """ "jadi harus gimana?" behind a complaint that a doctor should see: that comes first, relief later."""
    turn = scene.turn
    short = len(turn.normalized.split()) <= _WHAT_NOW and not turn.mentions
    if not short or not before.last.entries or not says(turn.normalized, scene.base.talk.what_now):
        return False
    return rule_of_special(scene)


def _adds_little(scene: Scene, before: Conversation) -> bool:
    """ "udah seminggu tiap malam" behind an answer about just that: what is new is told, not all of it again."""
    turn, new = scene.turn, scene.change.findings
    more = scene.asks or turn.remedies or scene.change.populations or not new <= ORDINARY_SIGNS
    told = {m.value for m in turn.of(Kind.FINDING)}
    again = bool(told) and told <= ORDINARY_SIGNS and len(turn.normalized.split()) <= _SAYS_AGAIN
    if turn.intent not in _TELLS or more or not (new or again) or turn.person not in {"", before.focus}:
        return False
    if before.last.need != Need.GENERAL.value or scene.decision.level.urgent:
        return False
    lead = choose_entries(scene.base, Need.GENERAL, turn, scene.person)[0]
    return not unclear_place(scene) and lead.id in before.last.entries[:1]


def _name(scene: Scene) -> Outcome:
    """ "Namanya apa itu?": the condition that the last answer was about, in the words that open its answer."""
    entries = tuple(scene.base.entry(i) for i in scene.conversation.last.entries if i in scene.base.entries)
    return tell(scene, Need.GENERAL, entries=entries)


def _with_wish(scene: Scene, hit: Hit) -> Skill:
    """A question with a fixed answer; told beside the rest when a complaint asks something else too."""
    needs = scene.base.entry(hit.entry).needs
    others = [wish for wish in scene.wishes_besides(Need.GENERAL) if wish not in needs and wish not in _SAME]
    rule = doctor_rule(scene.decision)
    told = {m.value for m in scene.turn.of(Kind.FINDING)}
    weighty = rule is not None and bool(rule.used(scene.decision.findings) & told - ORDINARY_SIGNS)
    if not (others or weighty) or not told:
        return lambda s: tell_point(s, hit)
    block = point_block(scene, scene.base.entry(hit.entry), scene.base.entry(hit.entry).point(hit.point))
    return lambda s: tell(s, Need.GENERAL if weighty else others[0], extra=(block,))


def _taken_literally(scene: Scene, before: Conversation) -> Skill:
    """What a message says, when it does not mean what it was taken for."""
    supposes = scene.turn.normalized.split()[0] in scene.base.asking.supposing
    if scene.turn.remedies and asks_leave(scene):
        return answer_need
    if scene.asks or supposes:
        if before.last.entries and about_the_last(scene, before.last) is not None:
            return follow_up
        if _is_near(scene):
            return _tell_nearest
        if wished := scene.wishes_besides(Need.GENERAL):
            return lambda s: tell(s, wished[0])
        if before.last.entries and not scene.turn.mentions:
            return follow_up
        return answer_need if before.person.findings or scene.turn.mentions else fallback
    if scene.turn.of(Kind.FINDING) and scene.change.findings:
        return answer_need
    return facts if goes_on(before) else answer_need


def _tells_done(scene: Scene) -> bool:
    """ "udah", "udah minggir": what was advised is done."""
    words = scene.turn.normalized.split()
    return scene.turn.normalized in scene.base.talk.done or (words[:1] == ["sudah"] and len(words) <= _FEW_WORDS)


def _supposes(scene: Scene) -> bool:
    """ "kalau diganjal bantal?": nobody else is meant, and there is an answer to it."""
    words, hits = scene.turn.normalized.split(), ranked(scene)
    of_oneself = bool(scene.base.asking.oneself & set(words))
    return words[0] in scene.base.asking.supposing and not of_oneself and bool(hits) and hits[0].score >= _SUPPOSED


def _is_near(scene: Scene) -> bool:
    hits = ranked(scene)
    return bool(hits) and hits[0].score >= PLAIN


def _plainly_near(scene: Scene) -> bool:
    """ "vitamin yang bagus apa buat ibu?": a question of its own, not the last one for somebody else."""
    hits, words = ranked(scene), scene.turn.normalized.split()
    if scene.turn.of(Kind.POPULATION) or words[0] in scene.base.asking.supposing or not hits:
        return False
    asks = bool(scene.base.asking.anywhere & set(words))
    return asks and hits[0].score >= _SUPPOSED and hits[0].entry not in scene.conversation.last.entries


def _tell_nearest(scene: Scene) -> Outcome:
    return tell_point(scene, ranked(scene)[0])


def _follow_up(scene: Scene, before: Conversation) -> Skill | None:
    if not is_follow_up(scene, before):
        return None
    intent, last = scene.turn.intent, before.last
    of_remedy = last.remedies and intent.startswith("tanya_") and intent not in _OF_THE_COMPLAINT
    goes_on = intent in _ASKS_ON | _ASKS_ON_TOO or of_remedy
    if intent == "setuju" and "?" not in scene.turn.text and names_no_subject(scene):
        return None  # "oh gitu ya"
    if intent in _PERHAPS_ASKS:
        goes_on = len(scene.turn.normalized.split()) >= _ENOUGH_TO_ASK
    if not goes_on:
        return None
    if about_the_last(scene, last) is not None:
        return follow_up
    if intent == "tanya_boleh" and last.remedies and names_no_subject(scene):
        return lambda s: answer_remedies(s, last.remedies)
    return follow_up if intent in _OF_NOTHING and names_no_subject(scene) else None


def _speaks_of_drugs(scene: Scene, before: Conversation) -> bool:
    about = any(entry.startswith(_ABOUT_DRUGS) for entry in before.last.entries)
    return about or bool(before.person.populations & _DRUGS)


def of_stopping(scene: Scene) -> Hit | None:
    """ "kram habis minum obat tensi, boleh distop?": the nearest point that says whether to stop it."""
    turn, talk = scene.turn, scene.base.talk
    named = {m.value for m in turn.of(Kind.POPULATION)} & _DRUGS_OF_A_DOCTOR
    if not named or turn.intent not in _STOPS or not says(turn.normalized, talk.stopping):
        return None
    points = ((hit, scene.base.entry(hit.entry).point(hit.point)) for hit in ranked(scene) if hit.score >= PLAIN)
    return next((hit for hit, point in points if says(point.text.lower(), talk.stopping)), None)


def _do_not_stop(scene: Scene) -> Outcome:
    """ "Stop aja ya obatnya?": not by themselves; whom to ask."""
    block = Block(BlockKind.TEXT, scene.phrase("obat_jangan_stop"), evidence=("CE31",))
    return _one_block(scene, block, max(scene.decision.level, Level.DOKTER), ("redakan", "dokter", "sumber"))


def _one_block(scene: Scene, block: Block, level: Level, buttons: Sequence[str]) -> Outcome:
    """A short answer that stands on its own evidence and leaves the last one as it was."""
    answer = replace(
        say(scene.base, level=level, buttons=buttons),
        blocks=(block,),
        topics=scene.conversation.last.entries,
        sources=scene.base.sources_of(block.evidence),
        evidence=block.evidence,
    )
    return Outcome(answer, replace(scene.conversation, misses=0))


def _why_not(scene: Scene) -> Outcome:
    """ "Kenapa ga boleh?": what is known of the remedy, not how the message was read."""
    hit = about_the_last(scene, scene.conversation.last, share=0.0)
    return tell_point(scene, hit, alone=True) if hit else answer_remedies(scene, scene.conversation.last.remedies)


def _do_not_put_off(scene: Scene) -> Outcome:
    """ "Bulan depan aja": not tonight, but not much later either."""
    rule = doctor_rule(scene.decision)
    text = scene.phrase("jangan_lama", katakan=rule.say if rule else "").strip()
    block = Block(BlockKind.TEXT, text, entry=rule.id if rule else "", evidence=rule.evidence if rule else ())
    return _one_block(scene, block, scene.decision.level, ("cek", "redakan", "dokter"))


def _done(scene: Scene) -> Outcome:
    """ "Udah": did it help?"""
    answer = say(scene.base, scene.phrase("sudah_dilakukan"), level=max(scene.decision.level, Level.MANDIRI))
    buttons = tuple(button(scene.base, name) for name in ("sudah_lepas", "masih_kencang"))
    answer = replace(answer, topics=scene.conversation.last.entries, buttons=buttons)
    return Outcome(answer, replace(scene.conversation, misses=0))


def _next_step(scene: Scene) -> Outcome:
    """ "Udah ditarik, masih": what was not told yet, and from when it is no longer a plain cramp."""
    last = scene.conversation.last
    entries = tuple(scene.base.entries[i] for i in last.entries if i in scene.base.entries)
    told = tell(scene, Need.RELIEF, entries=entries, told=last.told) if entries else answer_need(scene)
    limit = Block(BlockKind.WARNING, scene.phrase("belum_reda_batas"), evidence=("CE09", "CE10", "CE11"))
    blocks = [b for b in told.answer.blocks[1:] if b.kind is not BlockKind.LIST]
    opening = Block(BlockKind.TEXT, scene.phrase("belum_reda"))
    failed = [remedy for remedy in scene.turn.named_remedies if remedy != _STRETCH]
    still = scene.base.talk.cues.get("lapor_belum_reda", frozenset())
    in_vain = scene.base.stories.in_vain | {cue for cue in still if not cue.startswith(_DID)}
    if failed and not says(scene.turn.normalized, in_vain):
        opening = Block(BlockKind.TEXT, scene.phrase("sudah_baik"))  # "udah dikompres" says nothing of failing
    elif failed:
        names = [scene.base.remedies[one].name for one in failed]
        name = " dan ".join([names[0], *(one[0].lower() + one[1:] for one in names[1:2])])
        opening = Block(BlockKind.TEXT, scene.phrase("remedi_gagal", nama=name))
    answer = replace(told.answer, blocks=(opening, limit, *blocks), level=max(told.answer.level, Level.MANDIRI))
    return Outcome(answer, told.conversation)
