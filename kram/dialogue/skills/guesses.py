"""What is suspected, blamed or feared in a question: "kurang kalium ya?", "gara-gara obat?", "takut ALS"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kram.answers.answer import Block, BlockKind
from kram.dialogue.asked import weighed
from kram.dialogue.hearsay import blamed_by_others, tried_remedies, urged_by_others
from kram.dialogue.moves import says, subjects_in
from kram.dialogue.scene import Scene
from kram.dialogue.skills.parts import EXACTLY, SURELY, Part, of_remedies, situation_of
from kram.dialogue.skills.suspicions import dreaded_in, likelier, suspicion_answered, suspicions_in
from kram.dialogue.state import Asked
from kram.dialogue.wishes import wishes
from kram.knowledge.model import Hit, Need
from kram.knowledge.suspicions import Suspicion
from kram.knowledge.wording import sentences
from kram.language.model import Kind, Mention

_AROUND_A_FEAR = 7
_MOST_HEARSAY = 2
_SHORT_SENTENCE = 60
_NEXT_STEP = ("pengobatan-kram", "cara-rumahan-belum-menolong")


def guessed_in(scene: Scene, asked: Asked) -> tuple[Part, ...]:
    """What answers "is it this disease?", behind what the signs point to where that is something else."""
    # "kata ibu kurang kalsium, kata suami kurang minum. mana yang betul?"
    which = says(asked.text, scene.base.suspicions.which)
    suspected = scene.turn.normalized if which else asked.text
    named = tuple(Part(Need.DANGER, block, hit) for hit, block in suspicions_in(scene, suspected))
    if which and named:
        return named
    best = next(iter(weighed(scene, asked.hits, apart=True)), None)
    elsewhere = best is not None and best.score >= SURELY and best.entry not in {p.hit.entry for p in named if p.hit}
    if elsewhere and not says(asked.text, scene.base.suspicions.pointing) and not is_blamed(scene, asked):
        return ()  # "obat untuk tulang keropos bikin kram?" is about the medicine
    if best is not None and best.score >= EXACTLY and _asked_more_exactly(scene, best, named):
        return ()  # "saraf kejepit di leher bisa bikin betis kram?" is about the neck
    other = likelier(scene, asked.text) if named else None
    return (Part(Need.CAUSE, other), *named) if other is not None else named


def is_blamed(scene: Scene, asked: Asked) -> bool:
    """ "bisa kram karena kurang minum?": asks whether that is it, whatever else it is near to."""
    names = {name for one in scene.base.suspicions.known for name in one.names}
    return says(asked.text, {f"{why} {name}" for why in scene.base.asking.reasons for name in names})


def _asked_more_exactly(scene: Scene, best: Hit, named: Sequence[Part]) -> bool:
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


def asks_or_fears(scene: Scene) -> bool:
    """About a complaint; "tanda dehidrasi" alone is typed as into a search engine."""
    first = scene.turn.normalized.split()[:1]
    if set(first) & scene.base.asking.first and not scene.conversation.person.findings:
        return False
    return scene.asks or says(scene.turn.normalized, scene.base.suspicions.fears)


def feared_beside(scene: Scene) -> tuple[Part, ...]:
    """What is feared beside the questions: "muncul ALS dan saya jadi parno ... periksa ke dokter apa?"."""
    table, words = scene.base.suspicions, scene.turn.normalized.split()
    for at in range(len(words)):
        if words[at] in table.dreading or " ".join(words[at : at + 2]) in table.dreading:
            # "kurang tidur, takut ALS, ngopi terus" fears ALS: what stands nearest behind the word
            near = (" ".join(words[at : at + n]) for n in range(2, _AROUND_A_FEAR + 1))
            around = " ".join(words[max(0, at - _AROUND_A_FEAR) : at + _AROUND_A_FEAR])
            dreaded = next((d for text in (*near, around) if (d := dreaded_in(scene, text))), ())
            return tuple(Part(Need.DANGER, block, hit) for hit, block in dreaded)
    return ()


def tried_in_vain(scene: Scene, asked: Asked) -> Hit | None:
    """ "Sudah pijat, koyo, jamu, masih kambuh. Dikasih apa lagi?": what comes next, none of it once more."""
    stories = scene.base.stories
    lead = situation_of(scene)[0]
    wished = wishes(asked.text, scene.base.asking.wishes)
    named = any(asked.start <= m.start < asked.end for m in scene.turn.of(Kind.REMEDY, asserted=False))
    if Need.RELIEF not in wished[:1] or lead.complaint is not None or named:
        return None
    tried = tried_remedies(scene.turn, stories)
    return Hit(*_NEXT_STEP, 1.0) if tried and says(scene.turn.normalized, stories.in_vain) else None


def remedies_asked(scene: Scene, asked: Asked) -> tuple[str, ...]:
    """What a question may ask about: not what was tried before it ("udah minum isotonik segala. salah di mana ya?")."""
    within = {m.value for m in scene.turn.of(Kind.REMEDY, asserted=False) if asked.start <= m.start < asked.end}
    tried = tried_remedies(scene.turn, scene.base.stories) - within
    return tuple(one for one in replace(scene.turn, asked=(asked,)).remedies if one not in tried)


def confirms_hearsay(scene: Scene, asked: Asked) -> bool:
    """ "Benar tidak dok?" behind what others said: names no subject of its own."""
    table, asking = scene.base.stories, scene.base.asking
    if says(asked.text, scene.base.suspicions.which):
        return True  # "saya bingung harus percaya siapa"
    confirming = {word for phrase in table.confirming for word in phrase.split()} | asking.leave
    rest = " ".join(word for word in asked.text.split() if word not in confirming | asking.pointing_beside)
    # "disuruh bekam. Amankah dok?" asks for leave to just that
    urged = asking.leave & set(asked.text.split()) and urged_by_others(scene.turn, table)
    return bool(says(asked.text, table.confirming) or urged) and not subjects_in(rest, scene.base)


def asks_of_hearsay(scene: Scene) -> bool:
    """Whether a question is just whether others are right, and there is an answer to that."""
    return any(confirms_hearsay(scene, one) for one in scene.turn.asked) and bool(hearsay_in(scene))


def hearsay_in(scene: Scene, *, full: bool = False) -> tuple[Part, ...]:
    """What others blamed or advised, and no question takes up: an answer to each.

    Args:
        scene: the turn.
        full: all of each answer, because it is asked whether it is right; else its first words.
    """
    turn, base = scene.turn, scene.base
    questions = " ".join(one.text for one in turn.asked)
    blamed = [
        one for one in blamed_by_others(turn.normalized, base.stories, base.suspicions) if not _asked_of(one, questions)
    ]
    answered = ((Need.DANGER, *suspicion_answered(scene, one)) for one in blamed)
    parts = [Part(need, block, hit) for need, hit, block in answered]
    urged = [m for m in urged_by_others(turn, base.stories) if not _is_asked_by_name(m, questions)]
    for mention in urged:
        if mention.kind is Kind.REMEDY and mention.value not in turn.remedies:
            parts.append(of_remedies(scene, (mention.value,)))
        elif mention.kind is Kind.TOPIC and base.entry(mention.value).kind == "remedi" and _is_alone(mention, urged):
            entry = base.entry(mention.value)
            text = entry.opening(Need.ALLOWED).format(**base.numbers)
            block = Block(BlockKind.TEXT, text, entry=entry.id, evidence=entry.evidence)
            parts.append(Part(Need.ALLOWED, block, None, entry.remedies or (entry.id,)))
    told = parts[:_MOST_HEARSAY]
    return tuple(told if full else (replace(part, block=_first_words(part.block)) for part in told))


def _is_asked_by_name(one: Mention, questions: str) -> bool:
    """Whether questions name it, if only by two of its words: "air acar" of "minum air acar timun"."""
    words = one.text.lower().split()
    return says(questions, {" ".join(words), *map(" ".join, pairwise(words))})


def _is_alone(topic: Mention, named: Sequence[Mention]) -> bool:
    """Whether no remedy of the table stands in the same words; its verdict is for this person."""
    return not any(m.kind is Kind.REMEDY and m.start < topic.end and topic.start < m.end for m in named)


def _asked_of(one: Suspicion, questions: str) -> bool:
    return says(questions, one.names)


def _first_words(block: Block) -> Block:
    """The first sentence, and the next where that one is short."""
    told = sentences(block.text)
    most = 1 if len(told[0]) >= _SHORT_SENTENCE or (told[1:2] and told[1].endswith("?")) else 2
    return replace(block, text=" ".join(told[:most]))
