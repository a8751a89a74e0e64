""" "Kurang kalium ya? perlu cek darah? obatnya apa?": each question gets its answer, in its order.

A question is looked up by its own words: what a long story tells besides would only pull it to
what the story sounds like. A question without a subject of its own ("normal ga?") is answered by
the situation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import button, compose
from kram.answers.likeness import SAME_STEP, alike
from kram.answers.room import within_room
from kram.dialogue.activities import asked_of_activity
from kram.dialogue.ailment import asked_of_ailment
from kram.dialogue.asked import ASKED_OF_ONESELF, asks_verdict, certainty, ranked, weighed
from kram.dialogue.direct import asks_direct, replaces
from kram.dialogue.leave import asks_leave
from kram.dialogue.moves import of_no_cramp, says, subjects_in
from kram.dialogue.people import asked_of_people, is_of_people
from kram.dialogue.scene import Outcome, Scene, Skill, advised
from kram.dialogue.several import STORY_WORDS, announces_main
from kram.dialogue.skills.cautions import specials, unclear_place
from kram.dialogue.skills.drugs import of_drugs
from kram.dialogue.skills.guesses import (
    asks_of_hearsay,
    asks_or_fears,
    confirms_hearsay,
    feared_beside,
    guessed_in,
    hearsay_in,
    is_blamed,
    remedies_asked,
    tried_in_vain,
)
from kram.dialogue.skills.just_told import settled
from kram.dialogue.skills.near import is_asked, subjects, wished, with_remedies_of, with_story
from kram.dialogue.skills.parts import (
    AS_NEAR,
    EXACTLY,
    MOST_QUESTIONS,
    SURELY,
    Part,
    is_of_another_medicine,
    is_refused,
    is_unanswered,
    of_point,
    of_remedies,
    of_situation,
    of_thing,
    point_of,
    situation_of,
)
from kram.dialogue.skills.questions import answer_question, meant_for, says_no, unfit
from kram.dialogue.skills.suspicions import suspicions_in
from kram.dialogue.skills.values import of_values, without_later_date
from kram.dialogue.skills.whole import is_one_question, surely_asked, with_sure
from kram.dialogue.state import Asked
from kram.dialogue.subject import of_the_complaint
from kram.dialogue.things import asked_of_thing, value_told
from kram.dialogue.wishes import wishes
from kram.knowledge.model import Complaint, Hit, Need
from kram.language.model import Kind

_PLAINLY = 0.22
_BEYOND_DOUBT = 0.6
_BY_OWN_WORDS = 0.28
"""From here a question about the complaint itself is near enough by its own words, not only by its story."""

_BESIDE_A_WISH = 0.25
_PERHAPS = 0.17

_STORY_IS_PLAIN = 0.36
_FEW_WORDS = 4
_MOST_PARTS = 4
_SEVERAL = 3
"""Of so many questions each comes before what the story tells besides."""

_SAME_ANSWER = 0.45
_WRITTEN_FOR_IT = 1.0
_SAID_ALL_OF_IT = 0.75
_MARK_REACH = 3
_QUOTABLE = 70
_ENOUGH_TO_QUOTE = 4
_OWN_AT_LEAST = 0.1
_OWN_IS_KNOWN = 0.15
_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik"})
_TO_DO = (Need.RELIEF, Need.PREVENTION)
_OF_A_SITUATION = (Need.CAUSE, Need.RELIEF, Need.PREVENTION)


def several(scene: Scene) -> Skill | None:
    """The skill for a message with several questions, or with a plain one at the end of a story; else None."""
    asked = scene.turn.asked
    story = len(scene.turn.normalized.split()) >= STORY_WORDS
    if not _is_ours(scene):
        return None
    main = bool(asked) and announces_main(scene.turn.normalized, scene.base.asking)
    whole = asked[0] if main else Asked(scene.turn.normalized, 0, 0, scene.turn.hits)
    blames = any(is_blamed(scene, one) for one in asked or (whole,))
    sure = None if blames or main else surely_asked(scene)
    if len(asked) <= 1 and (guessed := guessed_in(scene, whole)) and asks_or_fears(scene) and _meant(scene, guessed):
        text = (asked[0] if asked else whole).text
        points = says(text, scene.base.suspicions.pointing)  # "naik tangga kram, apa tanda jantung?"
        return lambda s: _tell(s, guessed if sure is None or points else with_sure(s, guessed, sure))
    if not asked or (len(asked) == 1 and not story and not _plainer_alone(scene, asked[0])):
        return None
    if len(asked) > 1 and not hearsay_in(scene) and is_one_question(scene):
        return lambda s: answer_question(replace(s, turn=replace(s.turn, asked=())))
    parts = _parts(scene)
    if sure is not None and parts:
        parts = with_sure(scene, parts, sure)
    if len(parts) == 1 and not _stands_alone(scene, parts[0]):
        return None
    if not parts or all(part.remedies and part.hit is None for part in parts):
        return None  # remedies alone are judged together
    return lambda s: _tell(s, parts)


def beside_a_fear(scene: Scene, hit: Hit) -> Skill | None:
    """ "Apa perlu EMG? Saya takut ALS": the answer to what is asked, then what is feared; None when nothing is."""
    own = of_point(scene, hit)
    named = (Part(Need.DANGER, block, one) for one, block in suspicions_in(scene, scene.turn.normalized)[:1])
    feared = [p for p in feared_beside(scene) or tuple(named) if not alike(p.block.text, own.block.text)]
    return (lambda s: _tell(s, (own, *feared))) if feared else None


def _plainer_alone(scene: Scene, asked: Asked) -> bool:
    """Whether a question is nearer to its answer without what stands beside it.

    "Bisa kram karena kurang minum? Padahal saya minum 3 liter."
    """
    hits = scene.turn.hits
    if scene.turn.remedies or not asked.hits or not hits:
        return False
    return asked.hits[0].score > AS_NEAR * hits[0].score


def _meant(scene: Scene, guessed: Sequence[Part]) -> bool:
    """Whether a suspicion that a story tells is what its one question is about.

    "Kata adik nanti ginjalnya kena. Minum jahe tiap hari aman?" asks about ginger.
    """
    if not scene.turn.asked or guessed_in(scene, scene.turn.asked[0]):
        return True
    hits = ranked(scene)
    told = {part.hit.entry for part in guessed if part.hit}
    sure = certainty(hits) >= ASKED_OF_ONESELF
    return not sure or hits[0].entry in told


def _stands_alone(scene: Scene, part: Part) -> bool:
    """Whether one question in a story asks by its own words for something that the story does not tell."""
    (asked,) = scene.turn.asked[:1]
    if len(scene.turn.asked) > 1 or asks_of_hearsay(scene):
        return part.hit is None or part.hit.score >= _PLAINLY  # the others found no answer of their own
    if part.hit is not None and part.hit == tried_in_vain(scene, asked):
        return True
    if scene.base.asking.pointing & set(asked.text.split()):
        return part.hit is not None and part.hit.score >= _PLAINLY  # "... ada hubungannya ga?" brought its story along
    plain = part.hit is not None and bool(asked.hits) and asked.hits[0].score >= SURELY
    return plain and not _tells_signs(scene, asked) and not wishes(asked.text, scene.base.asking.wishes)


def _tells_signs(scene: Scene, asked: Asked) -> bool:
    return any(asked.start <= m.start < asked.end for m in scene.turn.of(Kind.FINDING))


def _is_ours(scene: Scene) -> bool:
    told = bool(scene.turn.of(Kind.FINDING) or scene.conversation.person.findings)
    return told or scene.turn.intent not in _ELSEWHERE


def _parts(scene: Scene) -> tuple[Part, ...]:
    """The answers, without those that say the same."""
    found: list[Part] = []
    hearsay = hearsay_in(scene)
    for asked in scene.turn.asked:
        if told := settled(scene, asked):
            found += _fresh(told, found)
            continue
        if found and _only_wonders(scene, asked):
            continue  # "efek obat bukan? kenapa bisa begitu": the answer before it says how
        if hearsay and confirms_hearsay(scene, asked):
            found += _fresh(hearsay_in(scene, full=True), found)
            continue
        answer = _answer(scene, asked)
        of_complaint = of_the_complaint(with_remedies_of(scene, asked), asked.text)
        named = asked_of_thing(scene, asked) or asked_of_activity(scene, asked) or of_drugs(scene, asked.text)
        plainly = of_complaint is not None or named is not None  # "karena obatnya ya?" of one that was named
        guessed = () if plainly or asked_of_people(scene, asked) else guessed_in(scene, asked)
        found += _fresh(guessed or ((answer,) if answer is not None else _unanswered(scene, asked)), found)
    if all(is_unanswered(part) for part in found):
        found = []  # then the message as a whole is looked up
    feared = _fresh(feared_beside(scene), found)
    first = len(found) >= _SEVERAL or announces_main(scene.turn.normalized, scene.base.asking)
    asked_for = (*found, *feared) if first else (*feared, *_complaint_first(scene, found), *found)
    asked_for = asked_for[:MOST_QUESTIONS]
    return tuple((*asked_for, *_fresh(hearsay, asked_for))[:_MOST_PARTS])


def _only_wonders(scene: Scene, asked: Asked) -> bool:
    """ "Kenapa bisa begitu?": asks how, of what the question before it was about."""
    return says(asked.text, scene.base.talk.of_body) and not subjects_in(asked.text, scene.base)


def _fresh(parts: Sequence[Part], told: Sequence[Part]) -> list[Part]:
    """Those of some answers that say nothing that was told; two points answer one question sooner than two steps."""

    def again(part: Part, other: Part) -> bool:
        both = part.hit is not None and other.hit is not None
        # What was written for a question answers it, though it speaks of the same complaint as the one before.
        exact = bool(part.remedies) or (part.hit is not None and part.hit.score >= _WRITTEN_FOR_IT)
        share = _SAID_ALL_OF_IT if exact else _SAME_ANSWER if both else SAME_STEP
        return alike(part.block.text, other.block.text, share=share)

    fresh: list[Part] = []
    for part in parts:
        if not any(again(part, other) for other in (*told, *fresh)):
            fresh.append(part)
    return fresh


def _unanswered(scene: Scene, asked: Asked) -> tuple[Part, ...]:
    """What is asked of a thing that nothing is known of: said so, in the words of the question."""
    asking, words = scene.base.asking, set(asked.text.split())
    marked = scene.turn.text[asked.end : asked.end + _MARK_REACH].lstrip().startswith("?")
    marked = marked and not words & asking.pointing_beside  # "ada bedanya antara dua itu?" is about what was told
    typed = scene.turn.text[asked.start : asked.end].strip(" ,.")
    whole = len([w for w in asked.text.split() if w not in asking.empty]) >= _ENOUGH_TO_QUOTE
    if not (marked and whole) or len(typed) > _QUOTABLE or not subjects(scene, asked.text) or len(scene.turn.asked) < 2:
        return ()
    return (Part(Need.GENERAL, Block(BlockKind.TEXT, scene.phrase("belum_terjawab", tanya=typed))),)


def _complaint_first(scene: Scene, parts: Sequence[Part]) -> tuple[Part, ...]:
    """What a told complaint is, before the answers to what is asked of it, where none of them says so.

    "Kaki anak sakit tiap malam, paginya lari lagi. Kurang kalsium? Perlu rontgen?": growing pains, first.
    """
    lead = situation_of(scene)[0]
    told = {m.value for kind in (Kind.FINDING, Kind.CONTEXT) for m in scene.turn.of(kind)}
    if lead.complaint is not Complaint.FIRST or not lead.signs & told or not parts or "lain" in scene.turn.parts:
        return ()  # "jempol dan telunjuk tangan kesemutan, kaki baik-baik saja" is no complaint of the leg
    if asked_of_thing(scene, scene.turn.asked[0]) is not None:
        return ()  # "saya kena HNP, kramnya karena itu?": it has a name already, and that is what is asked
    if any(part.hit is None and not part.remedies for part in parts):
        return ()  # the situation speaks already
    if any(part.hit is not None and is_of_people(scene, part.hit) for part in parts):
        return ()  # what is told to people like this one says what it is
    text = lead.opening(Need.GENERAL).format(**scene.base.numbers)
    if any(alike(part.block.text, text) for part in parts):
        return ()
    return (Part(Need.GENERAL, Block(BlockKind.TEXT, text, entry=lead.id)),)


def _answer(scene: Scene, asked: Asked) -> Part | None:
    """The answer to one question. Whoever asks for leave to what is not for them hears no first, with their reason."""
    about = replace(scene, turn=replace(scene.turn, asked=(asked,), normalized=asked.text))
    part = _found(scene, asked)
    remedies = about.turn.remedies
    if part is not None and part.hit is not None and asks_verdict(scene) and not asks_verdict(about):
        return of_point(about, part.hit)  # "mitos?" was asked of another matter
    asks = bool(remedies) and asks_leave(about)
    if not asks or part is None or part.hit is None:
        return part
    if part.hit.score >= _WRITTEN_FOR_IT and says_no(point_of(scene, part.hit)):
        return part
    return of_remedies(scene, remedies) if is_refused(scene, remedies) else part


def _found(scene: Scene, asked: Asked) -> Part | None:
    told = of_drugs(scene, asked.text)
    if told is not None and told.of_several:
        return Part(
            Need.CAUSE, told.block, told.hit
        )  # each of the medicines, before what one of them means for such people
    if (theirs := asked_of_people(scene, asked)) is not None:
        return of_point(scene, theirs)
    if (next_step := tried_in_vain(scene, asked)) is not None:
        return of_point(scene, next_step)
    if says(asked.text, scene.base.stories.choosing) and len(scene.turn.named_remedies) > 1:
        return of_remedies(scene, scene.turn.named_remedies)  # "cuma ada oralit sama balsem. Mana yang bisa dipakai?"
    if told is not None:
        return Part(Need.CAUSE, told.block, told.hit)
    remedies = remedies_asked(scene, asked)
    if value_told(scene) is not None and (hit := asked_of_thing(scene, asked)) is not None:
        return of_thing(scene, hit)
    complaint = asked_of_ailment(scene, asked.text)
    if (hit := complaint or of_the_complaint(with_remedies_of(scene, asked), asked.text)) is not None:
        return of_point(scene, hit)
    if (hit := asked_of_thing(scene, asked)) is not None:
        return of_thing(scene, hit)
    if (hit := asked_of_activity(scene, asked)) is not None:
        return of_point(scene, hit)
    have = scene.person.populations
    for_them = (one for one in scene.base.talk.direct if not one.alarming and (not one.people or one.people & have))
    direct = (one for one in for_them if asks_direct(asked.text, one, scene.base.asking))
    fixed = next((one for one in direct if replaces(scene, one)), None)
    walking = situation_of(scene)[0].complaint is Complaint.FIRST
    if fixed is not None and fixed.cramps_only and (of_no_cramp(scene) or walking):
        fixed = None  # "obatnya apa?" behind a pain on walking: no medicine for cramps answers that
    if fixed is not None and (fixed.instead or not remedies):
        return of_point(scene, Hit(fixed.entry, fixed.point, 1.0))
    own = subjects(scene, asked.text)
    of_the_story = not own or _tells_signs(scene, asked)
    stopping = says(asked.text, scene.base.drugs.stopping)  # of the drug that was named
    hits_of = [hit for hit in asked.hits if not (stopping and is_of_another_medicine(scene, hit))]
    asked = replace(asked, hits=tuple(hits_of))
    near = {(hit.entry, hit.point): hit.score for hit in asked.hits}
    hits = weighed(scene, with_story(scene, asked, own), remedies, apart=not of_the_story)
    known = bool(asked.hits) and asked.hits[0].score >= _OWN_IS_KNOWN
    if own and known and not of_the_story:  # "olahraga apa yang cocok?" is not answered by what its story is near to
        hits = tuple(hit for hit in hits if near.get((hit.entry, hit.point), 0.0) >= _OWN_AT_LEAST)
    first = hits[0] if hits and not unfit(scene, point_of(scene, hits[0])) else None
    best = first if first is not None and meant_for(scene, point_of(scene, first)) else None
    if best is not None and remedies and not is_asked(scene, asked, best, remedies):
        best = None
    wish = wished(scene, asked)
    if remedies and scene.base.asking.leave & set(asked.text.split()):
        more = subjects_in(asked.text, scene.base) > len(remedies)  # "semalaman", "sebelum tidur"
        exact = best is not None and best.score >= EXACTLY and more
        return of_point(scene, best) if best and exact else of_remedies(scene, remedies)
    whole = next(iter(weighed(scene, scene.turn.hits)), None)
    bare = (wish is Need.CAUSE and of_the_story) or len(asked.text.split()) <= _FEW_WORDS
    plain = whole is not None and whole.score >= max(_STORY_IS_PLAIN, best.score if best else 0.0)
    plain = plain and not _answers_another(scene, asked, whole)
    if bare and not remedies and whole is not None and plain:
        return of_point(scene, whole)  # "minum obat darah tinggi, kram. gara-gara obatnya?"
    own_words = max(
        (h.score for h in asked.hits if best and (h.entry, h.point) == (best.entry, best.point)), default=0.0
    )
    beyond_doubt = best is not None and best.score >= _BEYOND_DOUBT and own_words >= _BY_OWN_WORDS
    if wish is not None and of_the_story and not beyond_doubt:
        return of_situation(scene, wish)
    if best is not None and best.score >= _PLAINLY and (wish is None or own > 1 or own_words >= _BESIDE_A_WISH):
        return of_point(scene, best)
    if wish is not None:
        return of_situation(scene, wish)
    if remedies:
        return of_remedies(scene, remedies)
    return of_point(scene, best) if best is not None and best.score >= _PERHAPS else None


def _answers_another(scene: Scene, asked: Asked, hit: Hit | None) -> bool:
    """Whether a point is what another question of the message is nearest to: "kok kram ya? harus batalin puasa ga?"."""
    others = (one.hits[0] for one in scene.turn.asked if one != asked and one.hits)
    return hit is not None and any((one.entry, one.point) == (hit.entry, hit.point) for one in others)


def names_its_subject(scene: Scene) -> bool:
    """Whether one of several questions is about a thing, a medicine or a value that was named: none is the message."""
    asked = scene.turn.asked
    of_others = any(asked_of_thing(scene, one) for one in asked[1:])
    return of_others or (len(asked) > 1 and any(settled(scene, one) or of_drugs(scene, one.text) for one in asked))


def by_what_was_told(scene: Scene) -> Skill | None:
    """The skill for a message that asks one thing of what it told: a value, a remedy, two ways that others praise."""
    asked = scene.turn.asked
    if len(asked) > 1:
        return None
    read = of_values(scene) if not asked and not scene.asks else None
    parts = settled(scene, asked[0]) if asked else (read,) if read is not None else ()
    return (lambda s: _tell(s, parts)) if parts else None


def _tell(scene: Scene, parts: Sequence[Part]) -> Outcome:
    """The answers one after another, then what the situation adds to what was asked of it."""
    blocks = within_room([part.block for part in parts])
    scene = without_later_date(scene, [block.text for block in blocks])
    sections = [p.need for p in parts if p.hit is None and not p.remedies and p.need in _OF_A_SITUATION]
    if not sections and len(scene.turn.asked) <= 1:  # "... karena menopause? Mohon solusinya."
        wished = scene.wishes_besides(Need.GENERAL)
        sections = [need for need in _TO_DO if need in wished][:1]
    first, lead = parts[0], situation_of(scene)
    need = sections[0] if sections else Need.DOCTOR
    answer = compose(
        scene.base,
        lead,
        need,
        scene.recipient,
        scene.decision,
        opening=blocks[0],
        notes=[*blocks[1:], *unclear_place(scene), *specials(scene, lead[0])],
        also=sections[1:],
        heard=scene.heard,
    )
    topics = tuple(dict.fromkeys([*(p.hit.entry for p in parts if p.hit), *answer.topics]))
    names = ("lanjut", "cek", "sumber") if sections else ("redakan", "cek", "sumber")
    answer = replace(answer, topics=topics, buttons=tuple(button(scene.base, name) for name in names))
    remedies = tuple(dict.fromkeys(remedy for part in parts for remedy in part.remedies))
    return advised(scene, answer, first.need, remedies, first.hit.point if first.hit else "")
