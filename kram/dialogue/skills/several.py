""" "Kurang kalium ya? perlu cek darah? obatnya apa?": each question gets its answer, in its order.

A question is looked up by its own words: what a long story tells besides would only pull it to
what the story sounds like. A question without a subject of its own ("normal ga?") is answered by
the situation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import alike, button, compose
from kram.dialogue.ailment import asked_of_ailment
from kram.dialogue.asked import ASKED_OF_ONESELF, certainty, ranked, weighed
from kram.dialogue.choose import choose_entries
from kram.dialogue.moves import asks_direct, of_no_cramp, says, subjects_in
from kram.dialogue.people import asked_of_people, is_of_people
from kram.dialogue.scene import Outcome, Scene, Skill, advised
from kram.dialogue.several import STORY_WORDS
from kram.dialogue.skills.cautions import specials, unclear_place
from kram.dialogue.skills.drugs import of_drugs
from kram.dialogue.skills.needs import to_be_checked
from kram.dialogue.skills.questions import answer_question, forbids, meant_for, personal_warning, point_block, unfit
from kram.dialogue.skills.remedies import verdict_block
from kram.dialogue.skills.suspicions import dreaded_in, likelier, suspicions_in
from kram.dialogue.state import Asked
from kram.dialogue.subject import of_the_complaint
from kram.dialogue.things import asked_of_thing, value_told
from kram.dialogue.wishes import wished_words, wishes
from kram.knowledge.model import Complaint, Entry, Hit, Need, Point, Status
from kram.knowledge.wording import sentences
from kram.language.model import Kind

_MOST_QUESTIONS = 3
_PLAINLY = 0.22
_EXACTLY = 0.4
_BEYOND_DOUBT = 0.6
_BY_OWN_WORDS = 0.28
"""From here a question about the complaint itself is near enough by its own words, not only by its story."""

_BESIDE_A_WISH = 0.25
_PERHAPS = 0.17
_SURELY = 0.28
"""From here one question in a long story is answered by its own words."""

_STORY_COUNTS = 1.2
_STORY_BESIDE = 0.5
_SUBJECT_FOUND = 0.25
_STORY_IS_PLAIN = 0.36
_FEW_WORDS = 4
_WHEN_TO_BE_SEEN = "kapan-ke-dokter"
_ROOM = 620
_SURELY_ONE = 0.38
_SURE_OF_ALL = 0.3
_AROUND_A_FEAR = 7
_AS_NEAR = 1.1  # a short question comes a little nearer to everything than the message it stands in
_FEWEST_SENTENCES = 2
_CAUTIONS = ("jangan", "bila", "kalau", "tanya", "sakit", "hamil")
_URGES = ("IGD", "Telepon", "hari ini")
_ELSEWHERE = frozenset({"keluhan_lain", "luar_topik"})
_TO_DO = (Need.RELIEF, Need.PREVENTION)
_OF_A_SITUATION = (Need.CAUSE, Need.RELIEF, Need.PREVENTION)


@dataclass(frozen=True)
class _Part:
    """The answer to one question: words of their own, or what the situation says of a need."""

    need: Need
    block: Block
    hit: Hit | None = None
    remedies: tuple[str, ...] = ()


def several(scene: Scene) -> Skill | None:
    """The skill for a message with several questions, or with a plain one at the end of a story; else None."""
    asked = scene.turn.asked
    story = len(scene.turn.normalized.split()) >= STORY_WORDS
    if not _is_ours(scene):
        return None
    whole = Asked(scene.turn.normalized, 0, 0, scene.turn.hits)
    blames = any(_is_blamed(scene, one) for one in asked or (whole,))
    sure = None if blames else _surely_asked(scene)
    if len(asked) <= 1 and (guessed := _guessed(scene, whole)) and _asks_or_fears(scene) and _meant(scene, guessed):
        return lambda s: _tell(s, guessed if sure is None else _with(s, guessed, sure))
    if not asked or (len(asked) == 1 and not story and not _plainer_alone(scene, asked[0])):
        return None
    if len(asked) > 1 and _is_one_question(scene):
        return lambda s: answer_question(replace(s, turn=replace(s.turn, asked=())))
    parts = _parts(scene)
    if sure is not None and parts:
        parts = _with(scene, parts, sure)
    if len(parts) == 1 and not _stands_alone(scene, parts[0]):
        return None
    if not parts or all(part.remedies and part.hit is None for part in parts):
        return None  # remedies alone are judged together
    return lambda s: _tell(s, parts)


def _surely_asked(scene: Scene) -> Hit | None:
    """The point that the message as a whole surely asks for."""
    hits = ranked(scene)
    if not hits or certainty(hits) < _SURE_OF_ALL or unfit(scene, _point(scene, hits[0])):
        return None
    asked = scene.turn.asked
    # Two drugs that a story names are near to the point about the two; "boleh di-stop dulu?" asks for another.
    least = _SURELY if len(asked) > 1 else _AS_NEAR * hits[0].score
    plainer = any(one.hits and one.hits[0].score >= least for one in asked)
    return hits[0] if not plainer and meant_for(scene, _point(scene, hits[0])) else None


def _with(scene: Scene, parts: Sequence[_Part], hit: Hit) -> tuple[_Part, ...]:
    """The answers and what is surely asked, in the place of what its questions alone came to."""
    own = _of_point(scene, hit)
    if any(part.hit and (part.hit.entry, part.hit.point) == (hit.entry, hit.point) for part in parts):
        return tuple(parts)
    if any(alike(part.block.text, own.block.text) for part in parts):
        return tuple(parts)
    if len(scene.turn.asked) <= 1:
        return tuple(parts) if any(part.remedies for part in parts) else (own,)  # the verdict is for this person
    scores = [part.hit.score if part.hit else 1.0 for part in parts]
    weakest = scores.index(min(scores))
    kept = [part for i, part in enumerate(parts) if i != weakest or part.hit is None]
    return tuple((own, *kept)[:_MOST_QUESTIONS])


def _is_one_question(scene: Scene) -> bool:
    """Whether the message as a whole is surely about one point, which none of its questions comes as near to.

    "Nadi kaki bapak menyempit. Apa itu bahaya juga buat jantung, atau bisa stroke nanti?"
    """
    hits = ranked(scene)
    if not hits or certainty(hits) < _SURELY_ONE or _wishes_apart(scene):
        return False
    if any(asked_of_thing(scene, one) or asked_of_people(scene, one) for one in scene.turn.asked):
        return False  # "kalium saya 3,2, itu sebabnya? Makan apa?"
    if any(of_drugs(scene, one.text) is not None for one in scene.turn.asked):
        return False  # "minum amlodipin dan simvastatin. Karena obat itu? Boleh distop?"
    return all(not asked.hits or asked.hits[0].score <= _AS_NEAR * hits[0].score for asked in scene.turn.asked)


def _wishes_apart(scene: Scene) -> bool:
    """Whether it plainly wishes for two things ("kenapa ya, dan obatnya apa?")."""
    return len(scene.wishes_besides(Need.GENERAL)) > 1 or len(scene.turn.named_remedies) > 1


def _plainer_alone(scene: Scene, asked: Asked) -> bool:
    """Whether a question is nearer to its answer without what stands beside it.

    "Bisa kram karena kurang minum? Padahal saya minum 3 liter."
    """
    hits = scene.turn.hits
    if scene.turn.remedies or not asked.hits or not hits:
        return False
    return asked.hits[0].score > _AS_NEAR * hits[0].score


def _meant(scene: Scene, guessed: Sequence[_Part]) -> bool:
    """Whether a suspicion that a story tells is what its one question is about.

    "Kata adik nanti ginjalnya kena. Minum jahe tiap hari aman?" asks about ginger.
    """
    if not scene.turn.asked or _guessed(scene, scene.turn.asked[0]):
        return True
    hits = ranked(scene)
    told = {part.hit.entry for part in guessed if part.hit}
    sure = certainty(hits) >= ASKED_OF_ONESELF
    return not sure or hits[0].entry in told


def _stands_alone(scene: Scene, part: _Part) -> bool:
    """Whether one question in a story asks by its own words for something that the story does not tell."""
    (asked,) = scene.turn.asked[:1]
    if len(scene.turn.asked) > 1:
        return part.hit is None or part.hit.score >= _PLAINLY  # the others found no answer of their own
    if scene.base.asking.pointing & set(asked.text.split()):
        return part.hit is not None and part.hit.score >= _PLAINLY  # "... ada hubungannya ga?" brought its story along
    plain = part.hit is not None and bool(asked.hits) and asked.hits[0].score >= _SURELY
    return plain and not _tells_signs(scene, asked) and not wishes(asked.text, scene.base.asking.wishes)


def _tells_signs(scene: Scene, asked: Asked) -> bool:
    return any(asked.start <= m.start < asked.end for m in scene.turn.of(Kind.FINDING))


def _is_ours(scene: Scene) -> bool:
    told = bool(scene.turn.of(Kind.FINDING) or scene.conversation.person.findings)
    return told or scene.turn.intent not in _ELSEWHERE


def _parts(scene: Scene) -> tuple[_Part, ...]:
    """The answers, without those that say the same."""
    found: list[_Part] = []
    for asked in scene.turn.asked:
        answer = _answer(scene, asked)
        of_complaint = of_the_complaint(_with_remedies_of(scene, asked), asked.text)
        plainly = of_complaint is not None or asked_of_thing(scene, asked) is not None
        guessed = () if plainly or asked_of_people(scene, asked) else _guessed(scene, asked)
        for part in guessed or ((answer,) if answer is not None else ()):
            if not any(alike(part.block.text, other.block.text) for other in found):
                found.append(part)
    feared = [part for part in _feared(scene) if not any(alike(part.block.text, one.block.text) for one in found)]
    return tuple((*feared, *_complaint_first(scene, found), *found)[:_MOST_QUESTIONS])


def _feared(scene: Scene) -> tuple[_Part, ...]:
    """What is feared beside the questions: "muncul ALS dan saya jadi parno ... periksa ke dokter apa?"."""
    table, words = scene.base.suspicions, scene.turn.normalized.split()
    for at in range(len(words)):
        if words[at] in table.dreading or " ".join(words[at : at + 2]) in table.dreading:
            around = " ".join(words[max(0, at - _AROUND_A_FEAR) : at + _AROUND_A_FEAR])
            return tuple(_Part(Need.DANGER, block, hit) for hit, block in dreaded_in(scene, around))
    return ()


def _complaint_first(scene: Scene, parts: Sequence[_Part]) -> tuple[_Part, ...]:
    """What a told complaint is, before the answers to what is asked of it, where none of them says so.

    "Kaki anak sakit tiap malam, paginya lari lagi. Kurang kalsium? Perlu rontgen?": growing pains, first.
    """
    lead = _situation(scene)[0]
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
    return (_Part(Need.GENERAL, Block(BlockKind.TEXT, text, entry=lead.id)),)


def _guessed(scene: Scene, asked: Asked) -> tuple[_Part, ...]:
    """What answers "is it this disease?", behind what the signs point to where that is something else."""
    # "kata ibu kurang kalsium, kata suami kurang minum. mana yang betul?"
    which = says(asked.text, scene.base.suspicions.which)
    suspected = scene.turn.normalized if which else asked.text
    named = tuple(_Part(Need.DANGER, block, hit) for hit, block in suspicions_in(scene, suspected))
    if which and named:
        return named
    best = next(iter(weighed(scene, asked.hits, apart=True)), None)
    elsewhere = best is not None and best.score >= _SURELY and best.entry not in {p.hit.entry for p in named if p.hit}
    if elsewhere and not says(asked.text, scene.base.suspicions.pointing) and not _is_blamed(scene, asked):
        return ()  # "obat untuk tulang keropos bikin kram?" is about the medicine
    if best is not None and best.score >= _EXACTLY and _asked_more_exactly(scene, best, named):
        return ()  # "saraf kejepit di leher bisa bikin betis kram?" is about the neck
    other = likelier(scene, asked.text) if named else None
    return (_Part(Need.CAUSE, other), *named) if other is not None else named


def _is_blamed(scene: Scene, asked: Asked) -> bool:
    """ "bisa kram karena kurang minum?": asks whether that is it, whatever else it is near to."""
    names = {name for one in scene.base.suspicions.known for name in one.names}
    return says(asked.text, {f"{why} {name}" for why in scene.base.asking.reasons for name in names})


def _asked_more_exactly(scene: Scene, best: Hit, named: Sequence[_Part]) -> bool:
    """Whether a point beside that of the suspicion, in the same entry, is what was asked.

    Not where the told signs speak for the suspicion: "jempol bengkak merah, asam urat ya?" gets that.
    """
    spoken_for = {one.likely for one in scene.base.suspicions.known if one.likely != one.usual}
    return any(
        p.hit
        and p.hit.entry == best.entry
        and p.hit.point != best.point
        and (p.hit.entry, p.hit.point) not in spoken_for
        for p in named
    )


def _asks_or_fears(scene: Scene) -> bool:
    """About a complaint; "tanda dehidrasi" alone is typed as into a search engine."""
    first = scene.turn.normalized.split()[:1]
    if set(first) & scene.base.asking.first and not scene.conversation.person.findings:
        return False
    return scene.asks or says(scene.turn.normalized, scene.base.suspicions.fears)


def _answer(scene: Scene, asked: Asked) -> _Part | None:
    if (theirs := asked_of_people(scene, asked)) is not None:
        return _of_point(scene, theirs)
    if (told := of_drugs(scene, asked.text)) is not None:
        return _Part(Need.CAUSE, told.block, told.hit)
    remedies = replace(scene.turn, asked=(asked,)).remedies
    if value_told(scene) is not None and (hit := asked_of_thing(scene, asked)) is not None:
        return _of_thing(scene, hit)
    complaint = asked_of_ailment(scene, asked.text)
    if (hit := complaint or of_the_complaint(_with_remedies_of(scene, asked), asked.text)) is not None:
        return _of_point(scene, hit)
    if (hit := asked_of_thing(scene, asked)) is not None:
        return _of_thing(scene, hit)
    have = scene.person.populations
    for_them = (one for one in scene.base.talk.direct if not one.alarming and (not one.people or one.people & have))
    fixed = next((one for one in for_them if asks_direct(asked.text, one)), None)
    if fixed is not None and fixed.cramps_only and of_no_cramp(scene):
        fixed = None  # "obatnya apa?" behind a pain on walking: no medicine for cramps answers that
    if fixed is not None and not remedies:
        return _of_point(scene, Hit(fixed.entry, fixed.point, 1.0))
    own = _subjects(scene, asked.text)
    of_the_story = not own or _tells_signs(scene, asked)
    hits = weighed(scene, _with_story(scene, asked, own), remedies, apart=not of_the_story)
    first = hits[0] if hits and not unfit(scene, _point(scene, hits[0])) else None
    best = first if first is not None and meant_for(scene, _point(scene, first)) else None
    wish = _wished(scene, asked)
    if remedies and scene.base.asking.leave & set(asked.text.split()):
        more = subjects_in(asked.text, scene.base) > len(remedies)  # "semalaman", "sebelum tidur"
        exact = best is not None and best.score >= _EXACTLY and more
        return _of_point(scene, best) if best and exact else _of_remedies(scene, remedies)
    whole = next(iter(weighed(scene, scene.turn.hits)), None)
    bare = (wish is Need.CAUSE and of_the_story) or len(asked.text.split()) <= _FEW_WORDS
    plain = whole is not None and whole.score >= max(_STORY_IS_PLAIN, best.score if best else 0.0)
    if bare and not remedies and whole is not None and plain:
        return _of_point(scene, whole)  # "minum obat darah tinggi, kram. gara-gara obatnya?"
    own_words = max(
        (h.score for h in asked.hits if best and (h.entry, h.point) == (best.entry, best.point)), default=0.0
    )
    beyond_doubt = best is not None and best.score >= _BEYOND_DOUBT and own_words >= _BY_OWN_WORDS
    if wish is not None and of_the_story and not beyond_doubt:
        return _of_situation(scene, wish)
    if best is not None and best.score >= _PLAINLY and (wish is None or own > 1 or own_words >= _BESIDE_A_WISH):
        return _of_point(scene, best)
    if wish is not None:
        return _of_situation(scene, wish)
    if remedies:
        return _of_remedies(scene, remedies)
    return _of_point(scene, best) if best is not None and best.score >= _PERHAPS else None


def _wished(scene: Scene, asked: Asked) -> Need | None:
    """What a question asks of the complaint; "harus apa supaya tidak kambuh?" asks how it is prevented."""
    found = wishes(asked.text, scene.base.asking.wishes)
    return Need.PREVENTION if {Need.RELIEF, Need.PREVENTION} <= {*found[:2]} else next(iter(found), None)


def _with_remedies_of(scene: Scene, asked: Asked) -> Scene:
    """The scene with one question only, so that remedies of the others do not count in it."""
    return replace(scene, turn=replace(scene.turn, asked=(asked,)))


def _subjects(scene: Scene, text: str) -> int:
    """How many words of a question name something beside what is asked of any complaint ("berbahaya?")."""
    asking = scene.base.asking
    wished = wished_words(text, asking.wishes)
    return subjects_in(" ".join(w for w in text.split() if w not in wished | asking.complaining), scene.base)


def _with_story(scene: Scene, asked: Asked, subjects: int) -> list[Hit]:
    """What the question is near to, likelier where the whole message is near to it, too.

    A question that names its subject ("perlu cek darah?") leans on its story less than one that does
    not ("boleh dipijat begitu?").
    """
    found = bool(asked.hits) and subjects > 1 and asked.hits[0].score >= _SUBJECT_FOUND
    share = _STORY_BESIDE if found else _STORY_COUNTS
    whole = {(hit.entry, hit.point): hit for hit in scene.turn.hits}
    own = {(hit.entry, hit.point): hit for hit in asked.hits}
    scores = {
        key: (own[key].score if key in own else 0.0) + share * (whole[key].score if key in whole else 0.0)
        for key in {**own, **whole}
    }
    return [replace(hit, score=scores[key]) for key, hit in {**whole, **own}.items()]


def _point(scene: Scene, hit: Hit) -> Point:
    return scene.base.entry(hit.entry).point(hit.point)


def _of_point(scene: Scene, hit: Hit) -> _Part:
    entry = scene.base.entry(hit.entry)
    need = next((n for n in Need if n in entry.needs), Need.GENERAL)
    return _Part(need, point_block(scene, entry, entry.point(hit.point)), hit)


def _of_thing(scene: Scene, hit: Hit) -> _Part:
    """A point about a thing that was named; a no to this person comes in its place."""
    part, point = _of_point(scene, hit), _point(scene, hit)
    warning = personal_warning(scene, point.remedies)
    refused = warning is not None and warning[0] is Status.NO and not forbids(point)
    return replace(part, block=warning[1]) if warning is not None and refused else part


def _of_remedies(scene: Scene, remedies: tuple[str, ...]) -> _Part:
    return _Part(Need.ALLOWED, verdict_block(scene, remedies), None, remedies)


def _of_situation(scene: Scene, need: Need) -> _Part:
    lead = _situation(scene)[0]
    checked = to_be_checked(scene, need, lead)
    if need is Need.DOCTOR and need not in lead.lead:
        lead = scene.base.entry(_WHEN_TO_BE_SEEN)  # a cramp that has no word on doctors of its own
    opening = Block(BlockKind.TEXT, lead.opening(need).format(**scene.base.numbers), entry=lead.id)
    return _Part(need, checked or opening)


def _situation(scene: Scene) -> tuple[Entry, ...]:
    entries = choose_entries(scene.base, Need.GENERAL, scene.turn, scene.person)
    return tuple(e for e in entries if e.is_situation) or (scene.base.entry("kram-umum"),)


def _tell(scene: Scene, parts: Sequence[_Part]) -> Outcome:
    """The answers one after another, then what the situation adds to what was asked of it."""
    blocks = _within_room([part.block for part in parts])
    sections = [p.need for p in parts if p.hit is None and not p.remedies and p.need in _OF_A_SITUATION]
    if not sections and len(scene.turn.asked) <= 1:  # "... karena menopause? Mohon solusinya."
        wished = scene.wishes_besides(Need.GENERAL)
        sections = [need for need in _TO_DO if need in wished][:1]
    first, lead = parts[0], _situation(scene)
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


def _within_room(blocks: Sequence[Block]) -> list[Block]:
    """Blocks of at most `_ROOM` characters together: of the longest the last sentence that is no caution goes."""
    texts = [sentences(block.text) for block in blocks]
    while sum(len(" ".join(text)) for text in texts) > _ROOM:
        spare = [(len(" ".join(t)), i, at) for i, t in enumerate(texts) if (at := _spare_sentence(t)) is not None]
        if not spare:
            break
        _, index, at = max(spare)
        first = at - 1 if at > 1 and texts[index][at - 1].endswith("?") else at  # no "Sudah diresepkan?" left alone
        texts[index] = [*texts[index][:first], *texts[index][at + 1 :]]
    return [replace(block, text=" ".join(text)) for block, text in zip(blocks, texts)]


def _spare_sentence(text: Sequence[str]) -> int | None:
    """The last sentence that can be done without; cautions stay, and so does "... bengkak?" with what is to be done."""
    if len(text) <= _FEWEST_SENTENCES:
        return None
    can_go = (
        i
        for i in range(len(text) - 1, 0, -1)
        if not text[i].lower().startswith(_CAUTIONS)
        and not any(word in text[i] for word in _URGES)
        and not text[i].endswith("?")
        and not text[i - 1].endswith("?")
    )
    return next(can_go, None)
