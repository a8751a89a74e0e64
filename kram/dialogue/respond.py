"""One turn: remember, triage, let the urgent take over, else let the skill answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kram.answers.answer import MAX_CHARACTERS, Answer, Block, BlockKind, block_text
from kram.answers.compose import say
from kram.answers.others import for_other
from kram.answers.urgent import action_line, urgent_answer
from kram.dialogue.activities import asked_of_activity
from kram.dialogue.asked import QUESTIONS, feared, question_of
from kram.dialogue.corrections import elsewhere_taken_back, mends_a_slip, take_over_corrections
from kram.dialogue.deciding import IMPLIED, triage, triage_of
from kram.dialogue.direct import asked_first
from kram.dialogue.leave import asks_leave
from kram.dialogue.medicines import as_story, as_told, with_medicines
from kram.dialogue.moves import (
    is_english,
    is_handed_over,
    lists_denials,
    says,
    tells_a_piece,
    wants_writing,
)
from kram.dialogue.pending import hand_over, settle_pending
from kram.dialogue.people import asked_of_people
from kram.dialogue.reasons import reasons_of
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.ailment import answer_of, answer_though_urgent, meaning_of, of_the_ailment_alone
from kram.dialogue.skills.beside_alarm import asked_beside
from kram.dialogue.skills.denied import without_denied
from kram.dialogue.skills.drugs import drugs
from kram.dialogue.skills.elsewhere import cramps_beside, elsewhere, of_the_leg_alone, with_the_other
from kram.dialogue.skills.factors import of_factors
from kram.dialogue.skills.facts import facts
from kram.dialogue.skills.first import told_first, with_allergy, with_borrowed, worded_for
from kram.dialogue.skills.follow_up import with_the_last_remedy
from kram.dialogue.skills.guesses import asks_of_hearsay
from kram.dialogue.skills.late import late
from kram.dialogue.skills.met import story_of, with_mood
from kram.dialogue.skills.moves import move_of, of_stopping
from kram.dialogue.skills.named import two_alike
from kram.dialogue.skills.needs import ORDINARY_SIGNS, answer_need, tell
from kram.dialogue.skills.objections import objects, relief_beside, reply
from kram.dialogue.skills.outside import no_writing, outside
from kram.dialogue.skills.questions import answer_question, tell_point
from kram.dialogue.skills.read_back import with_read_back
from kram.dialogue.skills.several import beside_a_fear, by_what_was_told, names_its_subject, several
from kram.dialogue.skills.stories import wishes_more_than
from kram.dialogue.skills.supposed import supposed_danger
from kram.dialogue.skills.suspicions import that_too
from kram.dialogue.state import Change, Conversation, LastAnswer, Turn, remember_all
from kram.dialogue.story import only_spoken_of
from kram.dialogue.subject import of_the_complaint
from kram.dialogue.things import asked_of_thing, asks_for_a_test
from kram.knowledge.model import KnowledgeBase, Need
from kram.language.model import ANIMAL, SELF, Kind
from kram.triage.model import Decision, Level, Rule

_SMALLTALK = frozenset(
    {
        "sapaan", "pamit", "terima_kasih", "tanya_bot", "tanya_sumber", "tanya_alasan", "minta_darurat", "koreksi",
        "batal", "luar_topik", "kasar", "orang_lain", "lapor_membaik",
    }
)  # fmt: skip
_LEAVING = frozenset({"pamit", "terima_kasih"})
_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik"})
_SURE = 0.8
_FEWEST_BLOCKS = 2
_REMEMBERED = 200
_STORY = frozenset(
    {"lapor_keluhan", "lapor_profil", "lapor_belum_reda", "kram_sekarang", "tanda_bahaya", "keluhan_lain"}
)
"""Intents of messages that tell something; the next short one goes on with it."""

_REPLIES = frozenset({"setuju", "tolak", "batal"})
_RETELLING = frozenset({"ulangi", "lanjut"})
# What answers when a reply to a question of ours changed what the message means.
_SETTLED: Mapping[str, Skill] = {"lapor_keluhan": answer_need, "keluhan_lain": outside}
_UNCLEAR_FIT = "kejang_tak_jelas"
_ABOUT_PEOPLE = ("sekarang", "penyebab", "cegah")


def respond(base: KnowledgeBase, conversation: Conversation, turn: Turn, skill: Skill) -> Outcome:
    """Answer one message.

    Whatever the skill, the message is merged into what is known and triaged first. A danger
    that is new takes the turn over; one that was told before is repeated when a health
    question follows, and recalled in one sentence after small talk.

    Args:
        base: the knowledge base.
        conversation: what is known so far.
        turn: the message as understood.
        skill: what answers when nothing is urgent.
    """
    turn = replace(turn, mentions=tuple(m for m in turn.mentions if m.experiencer != ANIMAL))
    if turn.person == ANIMAL:
        return _about_an_animal(base, conversation, turn)
    if not turn.person and says(turn.normalized, base.talk.back_to_self):
        turn = replace(turn, person=SELF)
    if only_spoken_of(turn, conversation, base):
        turn = replace(turn, person="", mentions=tuple(m for m in turn.mentions if m.experiencer != turn.person))
    turn = as_story(turn, base)
    before, heard = conversation, turn
    turn = as_told(settle_pending(conversation, turn, base.talk), base, conversation.focus)
    mends = turn.intent == "koreksi" or mends_a_slip(turn, base.talk)
    handed_over = is_handed_over(conversation, turn.normalized, turn.person, base.talk)
    if handed_over:
        conversation = hand_over(conversation, turn)
    elif mends:
        conversation = take_over_corrections(conversation, turn, base.talk)
    corrected = frozenset(conversation.person.findings) - frozenset(before.person.findings)
    conversation, changes = remember_all(conversation, turn, IMPLIED)
    conversation = with_medicines(conversation, turn, base)
    if handed_over:
        change = changes.get(conversation.focus, Change())
        changes[conversation.focus] = replace(change, findings=frozenset(conversation.person.findings))
    if corrected:
        change = changes.get(before.focus, Change())
        changes[before.focus] = replace(change, findings=change.findings | corrected)
    if mends and (gone := elsewhere_taken_back(before.person, conversation, before.focus)):
        change = changes.get(before.focus, Change())
        changes[before.focus] = replace(change, taken_back=change.taken_back | gone)
    conversation = _turn_to_danger(base, conversation, changes)
    decision = triage(base, conversation)
    change = changes.get(conversation.focus, Change())
    scene = Scene(base, conversation, turn, change, decision)
    if (beside := relief_beside(scene, before)) is not None:
        outcome = beside(scene)
    elif (about := answer_though_urgent(scene, before)) is not None:
        outcome = about(scene)
    elif decision.level.urgent and _alarms(scene):
        outcome = _alarm(scene, again=bool(before.warned) and before.focus == conversation.focus and not _is_new(scene))
    elif supposed := supposed_danger(scene):
        outcome = supposed
    else:
        scene = of_the_leg_alone(scene)
        outcome = with_read_back(scene, without_denied(scene, _skill(scene, before, heard, skill)(scene)))
        outcome = with_borrowed(scene, with_mood(scene, before, with_the_other(scene, outcome)))
        outcome = _with_standing_warning(scene, before, outcome)
    outcome = with_allergy(scene, outcome)
    if outcome.conversation.last != before.last:
        retold = turn.intent in _RETELLING and bool(before.last.entries)
        reasons = before.last.reasons if retold else reasons_of(scene, outcome.conversation.last)
        last = replace(outcome.conversation.last, reasons=reasons)
        led_before = before.led if outcome.conversation.focus == before.focus else ()
        led = tuple(dict.fromkeys((*led_before, *last.entries[:1])))
        outcome = replace(outcome, conversation=replace(outcome.conversation, last=last, led=led))
    findings = tuple(m for m in turn.mentions if m.kind in {Kind.FINDING, Kind.POPULATION})
    outcome = replace(outcome, answer=replace(outcome.answer, findings=findings))
    if is_english(scene):
        note = Block(BlockKind.TEXT, scene.phrase("inggris"))
        outcome = replace(outcome, answer=replace(outcome.answer, blocks=(note, *outcome.answer.blocks)))
    if any(m.kind is Kind.FINDING and not m.negated for m in turn.mentions) or turn.intent in _STORY:
        earlier = before.said if outcome.conversation.focus == before.focus else ""
        said = f"{earlier}, {turn.normalized}".lstrip(", ")[-_REMEMBERED:]
        outcome = replace(outcome, conversation=replace(outcome.conversation, said=said))
    worded = worded_for(for_other(outcome.answer, base, outcome.conversation.focus), outcome, scene)
    worded = _with_danger_of_another(scene, before, outcome.conversation, worded)
    return _with_care(scene, before, replace(outcome, answer=worded))


def _with_danger_of_another(scene: Scene, before: Conversation, after: Conversation, answer: Answer) -> Answer:
    """Recall who is in danger when the talk turns to somebody else, and when it ends: nobody in danger is seen off."""
    turned = bool(before.warned) and before.focus != after.focus
    if answer.level.urgent or not (turned or scene.turn.intent in _LEAVING):
        return answer
    others = {who: triage_of(scene.base.triage, person) for who, person in after.people.items() if who != after.focus}
    worst = max(others, key=lambda who: others[who].level, default="")
    if not worst or not others[worst].level.urgent or (lead := others[worst].lead) is None:
        return answer
    text = scene.phrase(
        "mendesak_orang_lain",
        temuan=_spoken_signs(scene.base, lead, others[worst]),
        siapa=scene.phrase(f"siapa_{worst}"),
        tindakan=action_line(scene.base, others[worst]),
    )
    note = Block(BlockKind.WARNING, text.format(**scene.base.numbers), entry=lead.id, evidence=lead.evidence)
    return replace(answer, blocks=_within_limit((note, *answer.blocks)))


def _spoken_signs(base: KnowledgeBase, lead: Rule, decision: Decision) -> str:
    """The signs that a rule rests on, without those of any cramp."""
    signs = lead.used(decision.findings) - ORDINARY_SIGNS or decision.findings
    return ", ".join(base.names[sign].spoken for sign in sorted(signs))


def _within_limit(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks that fit in one answer: those before the last go first."""
    while sum(len(block_text(b)) + 2 for b in blocks) > MAX_CHARACTERS and len(blocks) > _FEWEST_BLOCKS:
        blocks = (*blocks[:-2], blocks[-1])
    return blocks


def _with_care(scene: Scene, before: Conversation, outcome: Outcome) -> Outcome:
    """Whoever writes that they want to die hears about that first, and about nothing else unless they told more."""
    if not says(scene.turn.normalized, scene.base.asking.despair):
        return outcome
    care = Block(BlockKind.ALERT, scene.phrase("putus_asa", **scene.base.numbers))
    if scene.turn.intent in _SMALLTALK or not scene.turn.of(Kind.FINDING):
        answer = say(scene.base, level=Level.DARURAT, buttons=("nomor",))
        return Outcome(replace(answer, blocks=(care,)), before)
    blocks = _within_limit((care, *outcome.answer.blocks))
    return replace(outcome, answer=replace(outcome.answer, blocks=blocks, level=Level.DARURAT))


def _starts_over(scene: Scene) -> bool:
    """Whether "batal" is meant: a story in which something stops ("berhenti baru ilang") forgets nothing."""
    words = set(scene.turn.normalized.split())
    return not words or bool(words & scene.base.asking.start_over) or not scene.conversation.person.findings


def _about_an_animal(base: KnowledgeBase, conversation: Conversation, turn: Turn) -> Outcome:
    """An honest short answer; what is known of people stays as it is."""
    scene = Scene(base, conversation, turn, Change(), triage(base, conversation))
    return Outcome(say(base, scene.phrase(ANIMAL), buttons=_ABOUT_PEOPLE), conversation)


def _skill(scene: Scene, before: Conversation, heard: Turn, skill: Skill) -> Skill:
    """What answers: what a settled question made of the message, a plain question, else its own skill."""
    if scene.turn.intent != heard.intent:
        return _SETTLED.get(scene.turn.intent, skill)
    if _UNCLEAR_FIT in {m.value for m in scene.turn.of(Kind.FINDING)}:
        return skill if scene.turn.intent in QUESTIONS else answer_need  # "saya kejang" is never waved away
    if wants_writing(scene):
        return no_writing
    if (first := told_first(scene)) is not None:
        return first
    if (fixed := asked_first(scene) or two_alike(scene) or feared(scene)) is not None:
        return lambda s: tell_point(s, fixed)
    if asks_of_hearsay(scene) and (each := several(scene)) is not None:
        return each  # "kata tetangga asam urat. Apa betul?"
    if len(scene.turn.asked) <= 1 and (theirs := asked_of_people(scene)) is not None:
        return lambda s: tell_point(s, theirs, alone=True, fits=True)
    if (taken := drugs(scene)) is not None:
        return taken
    if (means := meaning_of(scene, before)) is not None:
        return means
    if (tied := late(scene, before)) is not None:
        return tied
    if (stopped := of_stopping(scene)) is not None:
        return lambda s: tell_point(s, stopped, alone=True)
    if (interacts := with_the_last_remedy(scene, before)) is not None:
        return interacts
    if (told := by_what_was_told(scene)) is not None:
        return told  # "kalium 2,9 natrium 138, itu artinya apa?"
    if len(scene.turn.asked) <= 1 and (occasion := asked_of_activity(scene)) is not None:
        return lambda s: tell_point(s, occasion, exact=True)
    if (ailing := answer_of(scene, before)) is not None:
        return ailing
    if _is_plainly_elsewhere(scene, before) and (other := elsewhere(scene, before)) is not None:
        return other  # "migren saya kambuh. obat apa yang cocok? perlu CT scan?": none of it is about a leg
    if names_its_subject(scene) and (each := several(scene)) is not None:
        return each  # "kalium 3,2 penyebabnya? makanan apa?": none of them is the whole message
    if (story := story_of(scene, before)) is not None:
        return story
    if lists_denials(scene, before) or (any(m.negated for m in scene.turn.mentions) and tells_a_piece(scene, before)):
        return facts  # "lagi tidak haid": what is not there is no complaint of it
    if (other := elsewhere(scene, before)) is not None:
        return other
    if len(scene.turn.asked) <= 1 and (complaint := of_the_complaint(scene)) is not None:
        return lambda s: tell_point(s, complaint, alone=True)
    if len(scene.turn.asked) <= 1 and (named := asked_of_thing(scene)) is not None:
        return (beside_a_fear(scene, named) if asks_for_a_test(scene) else None) or (
            lambda s: tell_point(s, named, exact=True)
        )
    if (disease := that_too(scene)) is not None:
        return disease
    if (factors := of_factors(scene)) is not None:
        return lambda s: tell(s, Need.CAUSE, opening=factors)
    if (each := several(scene)) is not None:
        return each
    if len(scene.turn.asked) <= 1 and (own := of_the_ailment_alone(scene)) is not None:
        return own
    if (move := move_of(scene, before)) is not None:
        return move
    if scene.turn.intent in QUESTIONS:
        return skill
    if scene.turn.remedies and asks_leave(scene):
        return answer_need
    if scene.turn.intent in _REPLIES and any(m.kind is Kind.FINDING for m in scene.turn.mentions):
        return answer_need  # "engga bengkak, ga merah" tells something, it refuses nothing
    if scene.turn.intent == "batal" and not _starts_over(scene):
        return answer_need
    hit = question_of(scene)
    if hit is not None:
        return answer_need if wishes_more_than(scene, hit) else answer_question
    return skill


def _is_plainly_elsewhere(scene: Scene, before: Conversation) -> bool:
    """Whether a message that begins a talk, and tells of no leg, was surely taken for another matter."""
    turn = scene.turn
    surely = turn.intent in _ELSEWHERE and turn.confidence >= _SURE
    return surely and not before.last.entries and "kaki" not in turn.parts and not cramps_beside(scene)


def _turn_to_danger(base: KnowledgeBase, conversation: Conversation, changes: Mapping[str, Change]) -> Conversation:
    """Speak of the one in danger, when the message tells of several people."""
    levels = {who: triage_of(base.triage, conversation.people[who]).level for who in changes}
    urgent = {who: level for who, level in levels.items() if level.urgent and changes[who] != Change()}
    focus_level = triage(base, conversation).level
    worst = max(urgent, key=lambda who: urgent[who], default=conversation.focus)
    if worst == conversation.focus or urgent[worst] <= focus_level:
        return conversation
    return replace(conversation, focus=worst, warned="", pending="")


def _is_new(scene: Scene) -> bool:
    """The message itself told something that the decision rests on."""
    change, decision = scene.change, scene.decision
    lead = decision.lead
    people = lead.populations if lead else frozenset()
    return bool(change.findings & decision.findings or change.populations & people)


def _alarms(scene: Scene) -> bool:
    """New danger, danger told again, or a health question while danger stands."""
    told_again = {m.value for m in scene.turn.of(Kind.FINDING)} & scene.decision.findings
    comes_back = scene.turn.intent == "orang_lain" and bool(scene.turn.person)
    asks_remedy = bool(scene.turn.of(Kind.REMEDY, asserted=False))  # no small talk, whatever the intent was taken for
    # "eh bukan, yang kanan": the danger only changed its side.
    other_side = scene.turn.intent in {"koreksi", "tolak"} and bool(scene.turn.sides)
    if other_side or (scene.turn.intent == "batal" and not _starts_over(scene)):
        return True
    if objects(scene) or scene.turn.intent == "pamit":
        return True  # nobody in danger is seen off
    explains_away = scene.turn.intent == "koreksi" and not says(scene.turn.normalized, scene.base.talk.unsaid)
    if explains_away and scene.turn.normalized and not scene.turn.mentions:
        return True  # "kayaknya salah tidur": what was felt is not unsaid
    return _is_new(scene) or bool(told_again) or comes_back or asks_remedy or scene.turn.intent not in _SMALLTALK


def _alarm(scene: Scene, *, again: bool) -> Outcome:
    beside = asked_beside(scene)
    said = reply(scene, again=again, answered=bool(beside))
    who, decision = scene.recipient, scene.decision
    answer = urgent_answer(scene.base, decision, who, again=again, reply=said)
    while beside and len(answer.text) + sum(len(block_text(b)) + 2 for b in beside) > MAX_CHARACTERS:
        beside = beside[:-1]
    if beside and again and not said:  # told once more, the answer comes before it
        text, behind = " ".join(b.text for b in beside), tuple(e for b in beside for e in b.evidence)
        answer = urgent_answer(scene.base, decision, who, again=True, reply=text, reply_evidence=behind)
    elif beside:
        answer = urgent_answer(scene.base, decision, who, again=again, reply=said, refused=beside)
    last = LastAnswer(answer.topics, "bahaya", answer.sources, evidence=answer.evidence)
    conversation = replace(scene.conversation, last=last, warned=scene.decision.level.value, misses=0, pending="")
    return Outcome(answer, conversation)


def _with_standing_warning(scene: Scene, before: Conversation, outcome: Outcome) -> Outcome:
    """Recall a danger that still stands; say so when it was taken back."""
    decision = triage(scene.base, outcome.conversation)
    if not before.warned or before.focus != outcome.conversation.focus:
        return outcome
    if decision.level.urgent and decision.lead:
        named = _spoken_signs(scene.base, decision.lead, decision)
        action = action_line(scene.base, decision)
        text = scene.phrase("mendesak_sisipan", temuan=named, tindakan=action)
        answer = _append(outcome.answer, Block(BlockKind.WARNING, text, entry=decision.lead.id))
        return replace(outcome, answer=replace(answer, level=decision.level))
    conversation = replace(outcome.conversation, warned="")
    if scene.change.taken_back:
        gone = ", ".join(scene.base.names[f].spoken for f in sorted(scene.change.taken_back))
        note = Block(BlockKind.TEXT, scene.phrase("mendesak_dicabut", temuan=gone))
        answer = replace(outcome.answer, blocks=(note, *outcome.answer.blocks))
        return Outcome(answer, conversation)
    return replace(outcome, conversation=conversation)


def _append(answer: Answer, block: Block) -> Answer:
    return replace(answer, blocks=(*answer.blocks, block))
