"""What was asked beside an alarm: the plain question gets its sentence, as long as it does not soothe.

Whoever writes "boleh pisang?" or "dikompres es?" does it meanwhile when nobody answers. A no or a
caution is told; a yes only to what is harmless and puts nothing off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.contraindications import Suitability, suitability
from kram.dialogue.leave import asks_leave
from kram.dialogue.moves import says
from kram.dialogue.people import told_beside_alarm
from kram.dialogue.scene import Scene
from kram.dialogue.skills.drugs import of_drugs
from kram.dialogue.skills.named import called
from kram.dialogue.skills.values import readings
from kram.knowledge.model import Status
from kram.knowledge.wording import sentences
from kram.language.model import Kind
from kram.triage.model import Level

_MOST_REMEDIES = 4
_MOST_BLOCKS = 2
_PAINKILLER = "parasetamol"
_SHORT = 2
_NO = ("Jangan", "Hentikan")
_ANY_OTHER = "lain"
_DRUG = "obat"


def asked_beside(scene: Scene) -> tuple[Block, ...]:
    """The answers to what is asked beside an alarm, shortest to say first; in an emergency one no."""
    if scene.decision.level is Level.DARURAT:
        plain = [*_of_people(scene), *_by_the_rule(scene), *_refused(scene), *map(_only_the_no, _of_medicines(scene))]
        if taken := [*_taken(scene)][:1]:
            return (*taken, *_others(scene, plain)[:1])
        return tuple([*plain, *_not_enough(scene)][:1])
    found = [
        *_taken(scene),
        *_of_people(scene),
        *_of_values(scene),
        *_of_medicines(scene),
        *_of_remedies(scene),
        *_of_fixed(scene),
        *_of_any_medicine(scene),
    ]
    return tuple(found[:_MOST_BLOCKS])


def _of_people(scene: Scene) -> Iterator[Block]:
    """ "Apa karena simvastatinnya, malam ini diminum?" of somebody whose muscles may be breaking down."""
    if (hit := told_beside_alarm(scene)) is not None:
        point = scene.base.entry(hit.entry).point(hit.point)
        yield _short(Block(BlockKind.TEXT, point.text, entry=hit.entry, evidence=point.behind))


def _of_values(scene: Scene) -> Iterator[Block]:
    """ "Kalsium saya 8,1, itu sebabnya?": what the figure means, which the alarm does not say."""
    told = [one for one in readings(scene) if one.value.finding not in scene.decision.findings][:1]
    for entry, name in (one.value.place for one in told):
        point = scene.base.entry(entry).point(name)
        first = sentences(point.text)[0]  # when to be seen is what the alarm says
        yield Block(BlockKind.TEXT, first, entry=entry, evidence=point.behind)


def _of_medicines(scene: Scene) -> Iterator[Block]:
    """ "Boleh saya kurangi sendiri?" of a medicine that is taken."""
    for text in (*(one.text for one in scene.turn.asked), *(() if scene.turn.asked else (scene.turn.normalized,))):
        told = of_drugs(scene, text)
        if told is not None:
            yield _short(told.block)
            return


def _of_fixed(scene: Scene) -> Iterator[Block]:
    """Questions that one point always answers, where it may stand beside an alarm."""
    for one in scene.base.talk.direct:
        told = one.beside_alarm or one.alarming & scene.decision.findings
        if told and says(scene.turn.normalized, one.phrases):
            point = scene.base.entry(one.entry).point(one.point)
            text = point.text.format(**scene.base.numbers)
            yield _short(Block(BlockKind.TEXT, text, entry=one.entry, evidence=point.behind))
            return


def _of_remedies(scene: Scene) -> Iterator[Block]:
    """One line for each remedy that it asks about: no, not yet, or meanwhile."""
    lines = [*_refused(scene), *_allowed(scene)][:_MOST_REMEDIES]
    if lines:
        evidence = tuple(dict.fromkeys(e for line in lines for e in line.evidence))
        yield Block(BlockKind.TEXT, "\n".join(line.text for line in lines), evidence=evidence)


def _asked_about(scene: Scene) -> tuple[str, ...]:
    """The remedies of its questions; all it names when it asks whether to go on with "it"."""
    if not scene.asks or (not scene.turn.remedies and not scene.turn.named_remedies):
        return ()
    taken = [name for name in scene.turn.named_remedies if not _is_prescribed(scene, name)]
    asked = [name for name in scene.turn.remedies if name in taken]
    return tuple(asked if asked else taken)


def _is_prescribed(scene: Scene, remedy: str) -> bool:
    """Whether the remedy is a medicine of a doctor that the message tells of; it must not be left off."""
    named = [drug for drug in scene.base.drugs.known if not drug.is_bought]
    return any(
        says(m.text.lower(), drug.names) for m in scene.turn.mentions if m.value == remedy for drug in named
    ) and not asks_leave(scene)


def _by_the_rule(scene: Scene) -> Iterator[Block]:
    """What this very danger forbids: nothing to swallow in a stroke, whatever the remedy is for others."""
    rule = scene.decision.lead
    if rule is None or not rule.refuses:
        return
    for remedy in _asked_about(scene):
        why = rule.refuses.get(remedy) or rule.refuses.get(scene.base.remedies[remedy].kind)
        why = why or rule.refuses.get(_ANY_OTHER, "")
        if why:
            text = scene.phrase("mendesak_remedi_tolak", nama=_as_typed(scene, remedy), alasan=why)
            yield Block(BlockKind.TEXT, text, evidence=rule.evidence)


def _taken(scene: Scene) -> Iterator[Block]:
    """ "Sudah minum voltaren dua kali": what makes this very danger worse, by its name, asked about or not."""
    rule = scene.decision.lead
    if rule is None:
        return
    for remedy in scene.turn.named_remedies:
        if (why := rule.refuses.get(remedy)) and not _is_prescribed(scene, remedy):
            text = scene.phrase("mendesak_remedi_hentikan", nama=_as_typed(scene, remedy), alasan=why)
            yield Block(BlockKind.TEXT, text, evidence=rule.evidence)


def _others(scene: Scene, told: list[Block]) -> list[Block]:
    """The answers about something else than what was told to be left off."""
    rule = scene.decision.lead
    left = {_as_typed(scene, one) for one in scene.turn.named_remedies if rule is not None and one in rule.refuses}
    left |= {called(scene, one) for one in scene.turn.named_remedies if rule is not None and one in rule.refuses}
    return [block for block in told if not block.text.startswith(tuple(left))]


def _not_enough(scene: Scene) -> Iterator[Block]:
    """ "Minum air yang banyak cukup kan?", "dikasih parasetamol?": what helps nobody now, by its name."""
    rule = scene.decision.lead
    enough = says(scene.turn.normalized, scene.base.talk.enough)
    for remedy in (one for one in _asked_about(scene) if enough or scene.base.remedies[one].kind == _DRUG):
        name = _as_typed(scene, remedy)
        if rule is not None and name.split()[0].lower() in rule.say.lower():
            continue  # the very thing that helps meanwhile
        careful = _look_up(scene, remedy).status is not Status.OK and not scene.base.remedies[remedy].meanwhile
        text = scene.phrase("mendesak_remedi_jangan" if careful else "mendesak_remedi", nama=name)
        yield Block(BlockKind.TEXT, text)


def _as_typed(scene: Scene, remedy: str) -> str:
    """What the person called it: "Kopi", not "Kopi atau teh secukupnya"."""
    typed = (m.text for m in scene.turn.of(Kind.REMEDY, asserted=False) if m.value == remedy)
    name = next(typed, "") or called(scene, remedy).partition(" (")[0]
    return name[:1].upper() + name[1:].lower()


def _refused(scene: Scene) -> Iterator[Block]:
    for remedy in _asked_about(scene):
        verdict = _look_up(scene, remedy)
        if verdict.status is Status.NO:
            text = scene.phrase("mendesak_remedi_sebab", nama=called(scene, remedy), alasan=_first(verdict))
            yield Block(BlockKind.TEXT, text, evidence=verdict.evidence)


def _allowed(scene: Scene) -> Iterator[Block]:
    """What may be done meanwhile, and what waits until a doctor has seen it."""
    rule = scene.decision.lead
    for remedy in (name for name in _asked_about(scene) if name in scene.turn.remedies):
        if rule is not None and scene.base.remedies[remedy].name.split()[0].lower() in rule.say.lower():
            continue  # the alarm itself says to take it
        verdict = _look_up(scene, remedy)
        known = scene.base.remedies[remedy]
        if verdict.status is Status.OK and known.meanwhile:
            text = scene.phrase("mendesak_remedi_sambil", nama=called(scene, remedy), cara=known.meanwhile)
            yield Block(BlockKind.TEXT, text, evidence=verdict.evidence)
        elif verdict.status is Status.CAREFUL:
            # "Pakai bila cocok" says nothing to somebody in danger; what their own illness makes of it does.
            why = _first(verdict) if verdict.personal else ""
            text = scene.phrase("mendesak_remedi_tunda", nama=called(scene, remedy), alasan=why).strip()
            yield Block(BlockKind.TEXT, text, evidence=verdict.evidence)


def _of_any_medicine(scene: Scene) -> Iterator[Block]:
    """ "Perlu obat apa?": none takes the place of being seen; what may be taken for the pain."""
    asked = any(one.cramps_only and says(scene.turn.normalized, one.phrases) for one in scene.base.talk.direct)
    if not asked or _asked_about(scene):
        return
    verdict = _look_up(scene, _PAINKILLER)
    name = "mendesak_obat_nyeri" if verdict.status is Status.OK else "mendesak_obat_tanya"
    yield Block(BlockKind.TEXT, scene.phrase(name), evidence=verdict.evidence)


def _look_up(scene: Scene, remedy: str) -> Suitability:
    who = scene.recipient
    return suitability(scene.base, remedy, who.populations, who.findings)


def _first(verdict: Suitability) -> str:
    """The first sentence of the reason."""
    return f"{verdict.decisive[0].reason.split('. ')[0].rstrip('.')}."


def _short(block: Block) -> Block:
    """The first two sentences; a condition that asks ("Sakit ginjal?") keeps what follows from it."""
    told = sentences(block.text)
    most = next((n for n in range(_SHORT, len(told)) if not told[n - 1].endswith("?")), len(told))
    return replace(block, text=" ".join(told[:most]))


def _only_the_no(block: Block) -> Block:
    """The first sentence that says no, where there is one."""
    told = sentences(block.text)
    return replace(block, text=next((one for one in told if one.startswith(_NO)), told[0]))
