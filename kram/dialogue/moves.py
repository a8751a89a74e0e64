"""What a message does in the conversation, whatever its intent was taken for.

A classifier sees one message; "berapa kali sehari?", "kiri doang" or "ga ngerti" only mean something
behind the message before. Everything here is a plain function over words and memory.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kram.dialogue.choose import GENERAL_TOPICS, complaints, situations, tells_cramp
from kram.dialogue.said import says as says
from kram.dialogue.scene import Scene
from kram.dialogue.state import Change, Conversation, Turn
from kram.knowledge.model import Hit, KnowledgeBase
from kram.knowledge.talk import Talk
from kram.language.model import SELF, Kind, Mention

_WORD = re.compile(r"\w+")
_FEW_WORDS = 8
_SEVERAL_DENIED = 2
_SHORT_STORY = 14
_ASKS_SHORTLY = 9
_NEW_SUBJECTS = 1
_A_NUMBER = 3
_DOUBTFUL_INTENT = 0.6
_OF_NUMBERS = frozenset({"tanya_angka", "tanya_definisi", "tanya_dokter"})
_NO_PIECES = frozenset({"cek_bahaya", "minta_darurat", "kram_sekarang", "tanda_bahaya", "lapor_belum_reda", "kasar"})
_SURELY_FACTS = frozenset({"lapor_profil", "orang_lain"})
_PERHAPS_FACTS = frozenset({"lapor_keluhan", "setuju", "tolak", "tanya_bot"})
_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik", "nlu_fallback", "tanda_bahaya"})
_SURELY_ELSEWHERE = 0.9
_DOUBTFUL = 0.9
_SWELLING = "bengkak"
_SWOLLEN_ALREADY = frozenset({"bengkak_dua_kaki", "bengkak_tak_jelas", "bengkak_sore"})
_CLOT = frozenset({"bengkak_satu_kaki", "merah_hangat"})
_PLAINLY = 0.25
_ENGLISH_WORDS = 3
_ENOUGH_TO_MEAN = 2
_DISEASES = frozenset({"penyebab", "periksa"})
_CONDITIONS = frozenset({"situasi", "periksa"})
_ASKS_OF_DISEASE = frozenset(
    {"tanya_bahaya", "tanya_penyebab", "lapor_keluhan", "lapor_profil", "keluhan_lain", "nlu_fallback"}
)
_FACTS = (Kind.POPULATION, Kind.CONTEXT)


def is_relieved(normalized: str, talk: Talk) -> bool:
    """Whether a text tells of relief: not denied ("belum hilang"), and no story that repeats itself."""
    words = normalized.split()
    rest = _without_denied(normalized, talk)
    if says(rest, talk.recurring) and not says(normalized, talk.dreads):
        return False
    if rest != normalized and not says(normalized, talk.dreads):
        return True
    return any(
        words[i : i + len(parts)] == parts and not (i and words[i - 1] in talk.not_yet | {words[i]})
        for parts in map(str.split, talk.relieved)
        for i in range(len(words))
    )


def _without_denied(normalized: str, talk: Talk) -> str:
    """The text without what is denied of a return: "tidak muncul lagi" is no story that repeats itself."""
    for phrase in talk.gone_for_good:
        normalized = f" {normalized} ".replace(f" {phrase} ", " ").strip()
    return normalized


def goes_on(before: Conversation) -> bool:
    """Whether there is something that a short message can go on with."""
    return bool(before.last.entries or before.person.findings)


def is_unmeant(scene: Scene, before: Conversation) -> bool:
    """Whether an intent of mere talk has no word that says so, in the middle of a story or with signs in it.

    "yang anak dulu deh" is no goodbye and "sesar dok" no greeting, whatever the classifier makes of them.
    """
    cues = scene.base.talk.cues.get(scene.turn.intent)
    words = scene.turn.normalized.split()
    if cues is None or len(words) < _ENOUGH_TO_MEAN or says(scene.turn.normalized, cues):
        return False
    return goes_on(before) or bool(scene.turn.mentions)


def named_fear(scene: Scene) -> Hit | None:
    """The point about the disease or test that a question names: "ini tanda ALS bukan?", "karena varisesnya?"."""
    if not scene.asks or scene.turn.intent not in _ASKS_OF_DISEASE:
        return None
    named = [m.value for m in scene.turn.of(Kind.TOPIC, asserted=False) if not _names_what_is_felt(scene, m)]
    # "menjadi penyebab kram" names no disease, though the entry about causes in general is called so.
    feared = [
        e for e in map(scene.base.entry, named) if e.kind in _DISEASES and e.points and e.id not in GENERAL_TOPICS
    ]
    if not feared:
        return None
    own = {entry.id for entry in feared}
    near = (hit for hit in (*scene.turn.hits, *scene.turn.wide) if hit.entry in own)
    return next(near, Hit(feared[0].id, feared[0].points[0].id, 0.0))


def _names_what_is_felt(scene: Scene, topic: Mention) -> bool:
    """ "kaki kesemutan terus, kenapa?": the word is the complaint, no disease that is feared."""
    if tells_cramp(scene.base, scene.turn):
        return False
    signs = {sign for entry in complaints(scene.base, scene.turn) for sign in entry.signs}
    felt = [m for kind in (Kind.FINDING, Kind.CONTEXT) for m in scene.turn.of(kind) if m.value in signs]
    return any(m.start < topic.end and topic.start < m.end for m in felt)


def asks_simpler(scene: Scene, before: Conversation) -> bool:
    """ "ga ngerti, yang simpel dong": the last answer again, in fewer words."""
    few = len(scene.turn.normalized.split()) <= _FEW_WORDS
    return (
        few
        and bool(before.last.blocks)
        and not scene.turn.mentions
        and says(scene.turn.normalized, scene.base.talk.simpler)
    )


def denies_signs(scene: Scene, before: Conversation) -> bool:
    """ "ga bengkak kok ga merah": signs are denied and nothing is asked; no refusal and no danger."""
    findings = [m for m in scene.turn.mentions if m.kind is Kind.FINDING]
    denied = [m for m in findings if m.negated]
    told = {m.value for m in findings if m.asserted} - set(before.person.findings)
    if before.warned and scene.change.taken_back:
        return False  # that a danger is taken back is said in its own way
    return bool(denied) and not told and goes_on(before) and "?" not in scene.turn.text and not scene.turn.remedies


def says_all_is_well(scene: Scene, before: Conversation) -> bool:
    """ "ngga, ngomong normal, tangan jg normal": what a danger sign would change is as usual; no complaint."""
    turn = scene.turn
    told = scene.change.findings or scene.change.populations or turn.remedies
    if told or scene.asks or not goes_on(before) or len(turn.normalized.split()) > _SHORT_STORY:
        return False
    return turn.intent in _ELSEWHERE | _PERHAPS_FACTS and says(turn.normalized, scene.base.talk.well)


def asks_its_name(scene: Scene, before: Conversation) -> bool:
    """ "namanya apa itu?" behind an answer: what the complaint is called."""
    few = len(scene.turn.normalized.split()) <= _FEW_WORDS
    told = before.last.entries and not scene.turn.of(Kind.FINDING) and not scene.turn.remedies
    return bool(few and told) and says(scene.turn.normalized, scene.base.talk.naming)


def about_the_condition(scene: Scene, before: Conversation) -> Hit | None:
    """What is known of a remedy or habit for the very condition that was just spoken of.

    "kopi ngaruh ga?" behind an answer about restless legs is asked of these, not of cramps.
    """
    turn, last = scene.turn, before.last
    if not last.entries or last.remedies or not turn.remedies or turn.of(Kind.FINDING) or not scene.asks:
        return None
    lead = scene.base.entry(last.entries[0])
    if lead.kind not in _CONDITIONS or len(turn.normalized.split()) > _ASKS_SHORTLY:
        return None
    asked = {word for m in turn.of(Kind.REMEDY, asserted=False) for word in m.text.lower().split()}
    for hit in turn.behind:
        own = hit.entry in last.entries[:1] and hit.score >= _PLAINLY
        words = {
            word for ask in scene.base.entry(hit.entry).point(hit.point).ask for word in _WORD.findall(ask.lower())
        }
        if own and words & asked:
            return hit
    return None


def tells_facts(scene: Scene, before: Conversation) -> bool:
    """ "umur 52, kerjanya sopir", "kiri doang", "atorvastatin": a piece of the story, no question."""
    turn, talk = scene.turn, scene.base.talk
    words = turn.normalized.split()
    if not goes_on(before) or not words or len(words) > _SHORT_STORY or scene.asks:
        return False
    if turn.intent == "lapor_keluhan" and tells_cramp(scene.base, turn):
        return False  # the complaint once more
    told_here = scene.change.populations or turn.of(Kind.CONTEXT)
    if (turn.outside and not told_here) or words[0] in scene.base.asking.supposing:
        return False
    if turn.intent == "lapor_membaik":
        return not is_relieved(turn.normalized, talk)
    facts = [m for kind in _FACTS for m in turn.of(kind)]
    new_person = bool(turn.person) and turn.person != before.focus
    if scene.change.findings or turn.remedies or new_person:
        return False
    told = bool(facts or turn.sides or scene.change.populations)
    if turn.intent in _SURELY_FACTS:
        return True
    if turn.intent in _OF_NUMBERS:  # "dia cewek 30 tahun, sembuh sendiri semenit": told, not asked
        return says(turn.normalized, talk.pieces)
    if turn.intent in _PERHAPS_FACTS:
        return told and len(words) > 1
    elsewhere = turn.intent in _ELSEWHERE and ("lain" not in turn.parts or bool(scene.change.populations))
    return elsewhere and (told or turn.confidence < _SURELY_ELSEWHERE)


def lists_denials(scene: Scene, before: Conversation) -> bool:
    """ "ga panas, ga pincang": two things that are not there, of which the reader knows none; no refusal."""
    words, talk = scene.turn.normalized.split(), scene.base.talk
    denied = [two for one, two in pairwise(words) if one in talk.not_yet and subjects_in(two, scene.base)]
    asks = not words or words[-1] in scene.base.asking.last or bool(scene.base.asking.anywhere & {*words})
    return goes_on(before) and not asks and not scene.turn.mentions and len(denied) >= _SEVERAL_DENIED


def tells_a_piece(scene: Scene, before: Conversation) -> bool:
    """ "cewek 34", "54", "tidak hamil kok", "iya yang betis": a bit of the story, whatever its intent was taken for."""
    turn, talk = scene.turn, scene.base.talk
    words = turn.normalized.split()
    new_person = bool(turn.person) and turn.person != before.focus
    if not goes_on(before) or not words or len(words) > _FEW_WORDS or scene.asks or new_person:
        return False
    if scene.change != Change() or any(m.kind is Kind.FINDING for m in turn.mentions):
        return False  # what changes something has an answer of its own
    sure_question = turn.intent.startswith("tanya_") and turn.confidence >= _DOUBTFUL_INTENT
    meant = turn.intent in _NO_PIECES and not is_unmeant(scene, before)
    if sure_question or meant or says(turn.normalized, talk.no_pieces):
        return False
    denied = any(m.kind in _FACTS and m.negated for m in turn.mentions)
    elsewhere = turn.outside and not (denied or turn.of(Kind.CONTEXT))
    habit = bool(turn.of(Kind.CONTEXT)) and says(turn.normalized, talk.pieces)  # "kalau kedinginan biasanya"
    if (words[0] in scene.base.asking.supposing and not habit) or elsewhere:
        return False
    number = any(word.isdigit() for word in words) and len(words) <= _A_NUMBER
    return denied or number or says(turn.normalized, talk.pieces)


def is_follow_up(scene: Scene, before: Conversation) -> bool:
    """ "berapa kali sehari?", "pemanasan berapa lama?": a short question about what was just told."""
    turn = scene.turn
    words = turn.normalized.split()
    if not before.last.entries or not words or len(words) > _ASKS_SHORTLY or turn.person not in {"", before.focus}:
        return False
    named = [m for m in turn.mentions if m.kind in {Kind.FINDING, Kind.REMEDY, Kind.TOPIC, Kind.POPULATION}]
    return not named and (scene.asks or words[0] in scene.base.asking.supposing)


def names_no_subject(scene: Scene) -> bool:
    """Whether a question is all joints and no flesh: it can only be about what was just told."""
    return subjects_in(scene.turn.normalized, scene.base) < _NEW_SUBJECTS


def subjects_in(normalized: str, base: KnowledgeBase) -> int:
    """How many words of a question name something."""
    talk, asking = base.talk, base.asking
    empty = talk.joining | asking.anywhere | asking.last | asking.empty | asking.measures | asking.oneself
    return sum(word not in empty and not word.isdigit() for word in normalized.split())


def asks_whether_it_matters(scene: Scene, before: Conversation) -> bool:
    """ "Saya minum warfarin juga, ngaruh?" behind the verdict on a remedy: what the new fact makes of that."""
    turn = scene.turn
    asked = turn.asked[-1].text if turn.asked else turn.normalized
    told = scene.change.populations and before.last.remedies and not turn.named_remedies
    return bool(told) and scene.asks and says(asked, scene.base.drugs.mattering)


def wants_writing(scene: Scene) -> bool:
    """ "Bikinin pantun soal koyo": something to be written, no question and no complaint."""
    talk, text = scene.base.talk, scene.turn.normalized
    told = scene.turn.of(Kind.FINDING) and scene.asks
    return not told and says(text, talk.composing) and says(text, talk.compositions)


def wants_cure_of_no_cramp(scene: Scene) -> bool:
    """ "Minum obat apa?" behind swollen feet: no medicine for cramps answers that."""
    asked = (one for one in scene.base.talk.direct if one.cramps_only and says(scene.turn.normalized, one.phrases))
    return next(asked, None) is not None and not scene.turn.remedies and of_no_cramp(scene)


def of_no_cramp(scene: Scene) -> bool:
    """Whether the talk is about something that is no cramp: "minum obat apa" behind swollen feet."""
    lead = next(iter(situations(scene.base, scene.turn, scene.person)), None)
    told = tells_cramp(scene.base, scene.turn) or scene.base.talk.cramps & scene.person.findings.keys()
    return lead is not None and lead.complaint is not None and not told


def is_english(scene: Scene) -> bool:
    """Whether a message is in English: its commonest words are."""
    return sum(word in scene.base.talk.english for word in scene.turn.text.lower().split()) >= _ENGLISH_WORDS


def is_not_about_bot(scene: Scene, before: Conversation) -> bool:
    """ "terus bisa apa dong malam ini", "di puskesmas bisa?": said of a complaint, not of what a bot can do."""
    doubtful = scene.turn.confidence < _DOUBTFUL
    return doubtful and bool(before.person.findings) and not says(scene.turn.normalized, scene.base.talk.of_bot)


def is_left_of_a_cramp(conversation: Conversation, turn: Turn, talk: Talk) -> bool:
    """ "sampe sekarang masih nyut2an" behind "tadi pagi kram pas lari": hours after a cramp, in somebody at no risk."""
    person, words = conversation.person, set(turn.normalized.split())
    at_risk = person.populations - {"atlet"} or person.findings.keys() - talk.cramps or words & talk.days
    return bool(person.findings) and not at_risk and says(conversation.said, talk.just_now)


def tells_swelling(conversation: Conversation, turn: Turn, talk: Talk) -> bool:
    """ "bengkaknya cuma sedikit": bare, in a story about a leg, it is the leg's."""
    words = turn.normalized.split()
    named = {m.value for m in turn.of(Kind.FINDING, asserted=False)}  # "kalau bengkak dua-duanya wajar?"
    if _SWOLLEN_ALREADY & (conversation.person.findings.keys() | named):
        return False  # that very swelling, of both legs or not yet known of which
    if _SWELLING not in words or not conversation.person.findings or "lain" in turn.parts or "dua" in words:
        return False
    before = words[max(0, words.index(_SWELLING) - 2) : words.index(_SWELLING)]
    denied = set(before) & talk.not_yet or any(m.negated for m in turn.mentions)
    return not denied and not turn.of(Kind.FINDING)


def tells_breathless(conversation: Conversation, turn: Turn, talk: Talk) -> bool:
    """ "ngos-ngosan naik tangga": after sport it is nothing, but not with a leg that may hold a clot."""
    told = {m.value for m in turn.of(Kind.FINDING)}
    if not _CLOT & (conversation.person.findings.keys() | told) or not says(turn.normalized, talk.breathless):
        return False
    words = turn.normalized.split()
    behind = (" ".join(words[i + 1 : i + 4]) for i, word in enumerate(words) if word in talk.not_yet)
    denied = any(says(few, talk.breathless) for few in behind)
    return not denied and turn.person in {"", conversation.focus}


def tells_claudication(conversation: Conversation, normalized: str, talk: Talk) -> bool:
    """ "kram pas jalan jauh", and in the next message "berhenti baru hilang"."""
    walks = says(conversation.said, talk.walking) or says(normalized, talk.walking)
    return bool(conversation.person.findings) and walks and says(normalized, talk.rested)


def tells_often(normalized: str, before: Conversation, talk: Talk) -> bool:
    """ "sering sih, hampir tiap hari": about the cramp that was told before."""
    has_cramp = bool({"kram_betis", "kram_tak_jelas"} & before.person.findings.keys())
    words = normalized.split()
    denied = any(word in talk.not_yet for word in words)
    return has_cramp and len(words) <= _FEW_WORDS and not denied and says(normalized, talk.often)


def asks_about_body(scene: Scene) -> bool:
    """ "emang kenapa bisa gitu?" after an answer about cramps: why the body does it, not why the bot says it."""
    normalized, talk = scene.turn.normalized, scene.base.talk
    return says(normalized, talk.of_body) and not says(normalized, talk.of_answer)


def is_handed_over(conversation: Conversation, normalized: str, person: str, talk: Talk) -> bool:
    """ "bukan saya tapi suami": what was told of the writer is somebody else's."""
    return conversation.focus == SELF and person not in {"", SELF} and says(normalized, talk.not_me)
