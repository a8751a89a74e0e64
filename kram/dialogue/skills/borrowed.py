"""Somebody else's medicine, or what is left of an old one: "boleh minum obat suami?", "yang sama kayak mama?"."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.dialogue.medicines import owner_among
from kram.dialogue.moves import says
from kram.dialogue.scene import Outcome, Scene, Skill
from kram.dialogue.skills.questions import tell_point
from kram.dialogue.skills.read_back import with_room
from kram.knowledge.model import Hit
from kram.language.model import SELF, Kind

_PREGNANT = frozenset({"hamil", "hamil_t1", "hamil_t2", "hamil_t3"})
_CHILD = frozenset({"anak", "anak_kecil"})
_RELAXANT = "pelemas_otot"
_OF_NOBODY_ELSE = Hit("obat-kram-aman", "obat-orang-lain", 1.0)
_PREGNANT_ONE = Hit("obat-kram-aman", "hamil-obat-orang-lain", 1.0)
_FOR_A_CHILD = Hit("obat-kram-aman", "anak-obat-dewasa", 1.0)
_SUPPLEMENT = Hit("obat-kram-aman", "suplemen-orang-lain", 1.0)
_OLD_RELAXANT = Hit("pelemas-otot", "sisa-pelemas", 1.0)
_STEPS = frozenset({BlockKind.STEPS, BlockKind.LIST})
_OWNED_REACH = 6
_SAME_REACH = 4
_BESIDE = 4
_MOST_NAMED = 2
_SHORT_NAME = 4
_ANYBODY = "teman"


def borrowed(scene: Scene) -> Skill | None:
    """The skill for a message that asks this and nothing else; None when it does not."""
    hit = _asked(scene)
    return (lambda s: _tell(s, hit)) if hit is not None and len(scene.turn.asked) <= 1 else None


def with_borrowed(scene: Scene, outcome: Outcome) -> Outcome:
    """The answer to several questions with the no to such a medicine in front, where none of its parts says it."""
    hit = _asked(scene) if len(scene.turn.asked) > 1 and not scene.decision.level.urgent else None
    if hit is None or hit.entry in outcome.answer.topics[:1]:
        return outcome
    point = scene.base.entry(hit.entry).point(hit.point)
    text = point.text.format(**scene.base.numbers)
    block = Block(BlockKind.TEXT, f"{_named(scene, hit)} {text}".strip(), entry=hit.entry, evidence=point.behind)
    fitted = with_room([block, *outcome.answer.blocks])
    if fitted is None:
        return outcome
    return replace(outcome, answer=replace(outcome.answer, blocks=tuple(fitted)))


def _tell(scene: Scene, hit: Hit) -> Outcome:
    told = tell_point(scene, hit, exact=True, fits=True)
    doubt = scene.base.entry(hit.entry).uncertain
    first, *others = told.answer.blocks
    rest = (block for block in others if block.kind not in _STEPS and block.text != doubt)
    named = _named(scene, hit)
    other = scene.phrase("untuk_orang_lain", siapa=scene.who) if scene.conversation.focus != SELF else ""
    text = f"{other} {named} {first.text.removeprefix(other).strip()}" if named else first.text
    blocks = (replace(first, text=text.strip()), *rest)
    last = replace(told.conversation.last, blocks=blocks)
    return Outcome(replace(told.answer, blocks=blocks), replace(told.conversation, last=last))


def _asked(scene: Scene) -> Hit | None:
    """The point that answers, None when no such thing is asked."""
    table, text = scene.base.drugs, scene.turn.normalized
    words = text.split()
    offered = scene.conversation.focus == SELF and says(text, table.offering) and says(text, table.trying)
    if not (scene.asks or offered) or says(text, table.stopping) or says(text, table.blaming):
        return None
    child = bool(scene.person.populations & _CHILD)
    thing = bool(table.borrowed & set(words)) or bool(scene.turn.of(Kind.REMEDY, asserted=False))
    if child and thing and says(text, table.halving):
        return _FOR_A_CHILD
    if _is_left_over(scene, words):
        return _OLD_RELAXANT if _RELAXANT in scene.turn.named_remedies else _OF_NOBODY_ELSE
    if not says(text, table.trying) or not _owner(scene):
        return None
    if child:
        return _FOR_A_CHILD
    if table.supplements & set(words) and not scene.base.drugs.pointing & {"obat"} & set(words):
        return _SUPPLEMENT
    return _PREGNANT_ONE if scene.person.populations & _PREGNANT else _OF_NOBODY_ELSE


def _is_left_over(scene: Scene, words: list[str]) -> bool:
    """ "Sisa obat pelemas otot dari ibu"; what is left of a pain is no medicine."""
    table = scene.base.drugs
    if not says(" ".join(words), table.left_over):
        return False
    at = next((i for i, word in enumerate(words) if word in {p.split()[0] for p in table.left_over}), 0)
    near = set(words[max(0, at - _BESIDE) : at + _BESIDE])
    medicine = table.borrowed - table.supplements
    return bool(medicine & near) or _RELAXANT in scene.turn.named_remedies


def _owner(scene: Scene) -> str:
    """Whose medicine it is, when it is not that of the person in focus; "" otherwise."""
    table, words = scene.base.drugs, scene.turn.normalized.split()
    owners = frozenset[str]().union(*table.owners.values()) - table.owners.get(scene.conversation.focus, frozenset())
    things = table.borrowed | {name for drug in table.known for name in drug.names}
    for at, word in enumerate(words):
        if word not in owners or at == 0:
            continue
        who = owner_among({word}, scene.base)
        before = words[max(0, at - _OWNED_REACH) : at]
        last = at - 2 if words[at - 1] in table.between else at - 1
        owned = words[at - 1] in table.owning and bool(things & set(before))
        theirs = last >= 0 and words[last] in things
        same = who != SELF and says(" ".join(words[max(0, at - _SAME_REACH) : at]), table.same)
        if owned or theirs or same:
            return who
    return ""


def _named(scene: Scene, hit: Hit) -> str:
    """ "Jangan minum amlodipin dan HCT milik ibu Anda.", where the medicine or the owner is known."""
    who = _owner(scene)
    if hit not in {_OF_NOBODY_ELSE, _PREGNANT_ONE} or not who:
        return "" if hit != _OF_NOBODY_ELSE else scene.phrase("obat_sisa_jangan")
    known = scene.conversation.people.get(who)
    names = known.medicines[:_MOST_NAMED] if known else ()
    called = " dan ".join(name.upper() if len(name) <= _SHORT_NAME else name for name in names)
    owner = scene.phrase("obat_orang_lain") if who == _ANYBODY else scene.phrase(f"siapa_{who}")
    return scene.phrase("obat_milik_lain", obat=called or "obat", siapa=owner)
