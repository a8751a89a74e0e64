"""Greetings, thanks, yes and no, "more", "again", corrections and talk about somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import replace

from kram.answers.answer import Block, BlockKind
from kram.answers.compose import doctor_rule, say, suits
from kram.dialogue.moves import says
from kram.dialogue.scene import Outcome, Scene
from kram.dialogue.skills.drugs import of_corrected, tell_drug
from kram.dialogue.skills.facts import facts, next_item, remembering
from kram.dialogue.skills.follow_up import about_the_last
from kram.dialogue.skills.needs import ORDINARY_SIGNS, answer_need, tell
from kram.dialogue.skills.questions import tell_point
from kram.dialogue.skills.remedies import answer_remedies
from kram.dialogue.state import Change, Conversation, Person
from kram.knowledge.model import Hit, Need, Section
from kram.language.model import Kind
from kram.triage.model import Level

ORDINARY = frozenset({"kram_betis", "kram_sering"})
"""Findings that are part of some dangers but none by themselves: a correction keeps them."""

# "kalau pisang?" asks for a remedy, "makasih, tapi sekarang kebas" tells a complaint.
_MAY_ASK = frozenset({"orang_lain", "lanjut", "setuju", "tolak", "ulangi"})
_MAY_TELL = frozenset(
    {"sapaan", "pamit", "terima_kasih", "setuju", "tolak", "lanjut", "ulangi", "tanya_bot", "orang_lain"}
)

_SIDE_WORDS = frozenset({"kiri", "kanan"})
_MENU = ("sekarang", "penyebab", "cegah")


def smalltalk(scene: Scene) -> Outcome:
    """Answer by intent; what carries health content is answered as such."""
    told = scene.turn.remedies
    if told and scene.turn.intent in _MAY_ASK:
        return answer_remedies(scene, told)
    if scene.change.findings and scene.turn.intent in _MAY_TELL:
        return answer_need(scene)
    return _BY_INTENT.get(scene.turn.intent, _greet)(scene)


def _greet(scene: Scene) -> Outcome:
    return _plain(scene, "sapaan", buttons=(*_MENU, "cek"))


def _plain(scene: Scene, name: str, *, buttons: tuple[str, ...] = (), **gaps: str) -> Outcome:
    text = scene.phrase(name, **gaps)
    return Outcome(say(scene.base, text, buttons=buttons), replace(scene.conversation, misses=0))


def _thanks(scene: Scene) -> Outcome:
    """Thanks are returned; what is asked beside them and is none of ours is not passed over."""
    if says(scene.turn.normalized, scene.base.stories.requests):
        return _plain(scene, "terima_kasih_luar", buttons=_MENU)
    if (watched := _to_watch(scene)) is not None:
        return _with_block(_plain(scene, "terima_kasih_saja"), scene, watched)
    return _plain(scene, "terima_kasih")


def _to_watch(scene: Scene) -> Block | None:
    """The one thing to keep in mind of what was spoken of: the appointment, else the first sign that needs a doctor."""
    last = scene.conversation.last
    lead = scene.base.entries.get(last.entries[0]) if last.entries else None
    if lead is None or scene.decision.level.urgent:
        return None
    rule = doctor_rule(scene.decision)
    if rule is not None:
        text, evidence = rule.say, rule.evidence
    else:
        item = next((i for i in lead.sections.get(Section.DOCTOR, ()) if suits(scene.base, i, scene.recipient)), None)
        if item is None:
            return None
        text, evidence = item.text, item.evidence
    return Block(
        BlockKind.TEXT, scene.phrase("diingat", hal=text.format(**scene.base.numbers)), entry=lead.id, evidence=evidence
    )


def _with_block(outcome: Outcome, scene: Scene, block: Block) -> Outcome:
    """The short answer with one sentence more, and the sources of that."""
    level = max(scene.decision.level, Level.MANDIRI)
    answer = replace(outcome.answer, blocks=(*outcome.answer.blocks, block), level=level)
    answer = replace(answer, evidence=block.evidence, sources=scene.base.sources_of(block.evidence))
    return replace(outcome, answer=answer)


def _yes(scene: Scene) -> Outcome:
    if scene.conversation.pending == "kejang":
        return _plain(scene, "tanya_kejang", buttons=("otot", "badan"))
    if scene.conversation.last.entries and scene.conversation.person.findings and not scene.decision.level.urgent:
        item = next_item(scene)
        if item is not None:
            block = Block(
                BlockKind.TEXT,
                scene.phrase("satu_langkah", langkah=item.text.format(**scene.base.numbers)),
                evidence=item.evidence,
            )
            said = _with_block(_plain(scene, "setuju_lanjut", buttons=_MENU), scene, block)
            return remembering(said, block.text)
        if (watched := _to_watch(scene)) is not None:
            return _with_block(_plain(scene, "setuju_lanjut", buttons=_MENU), scene, watched)
    return _plain(scene, "setuju_tanpa_tanya", buttons=_MENU)


def _better(scene: Scene) -> Outcome:
    """The cramp let go: what is sore now is expected, what is not is told."""
    answer = say(scene.base, scene.phrase("membaik"), level=Level.MANDIRI, buttons=("cegah", "penyebab", "cek"))
    sources = scene.base.sources_of(["CE01", "CE11", "CE54"])
    answer = replace(answer, topics=("kram-pegal-sesudah",), sources=sources)
    person = scene.conversation.person
    # The cramp that would not let go has let go; every other sign stands until it is denied.
    kept = {k: v for k, v in person.findings.items() if not k.startswith("kram_lebih")}
    person = replace(person, findings=kept, contexts=person.contexts - {"sekarang"})
    conversation = scene.conversation.with_person(scene.conversation.focus, person)
    return Outcome(answer, replace(conversation, misses=0))


def _again(scene: Scene) -> Outcome:
    last = scene.conversation.last
    if not last.entries:
        return _plain(scene, "ulangi_kosong")
    wished = next(iter(scene.wishes_besides(Need.GENERAL)), None)
    if wished is not None and wished.value != last.need:
        return tell(scene, wished)  # "yang tadi ulangi, cara ngilanginnya": of all that was told, that
    fresh = _retell(scene, full=False)
    if not last.blocks or last.known != scene.conversation.known:
        return fresh  # what was learned since may change what fits
    same = replace(fresh.answer, blocks=last.blocks, topics=last.entries, sources=last.sources, evidence=last.evidence)
    return Outcome(same, replace(fresh.conversation, last=last))


def _more(scene: Scene) -> Outcome:
    last = scene.conversation.last
    if not last.entries:
        return _plain(scene, "lanjut_kosong", buttons=(*_MENU, "dokter"))
    told = last.told
    more = _retell(scene, full=True, told=told)
    new = {text for block in more.answer.blocks for text in block.items} - told
    if not new:
        title = scene.base.entry(last.entries[0]).title
        answer = say(scene.base, scene.phrase("lanjut_habis", judul=title), buttons=("redakan", "sumber", "cek"))
        answer = replace(answer, topics=last.entries, sources=last.sources, evidence=last.evidence)
        return Outcome(answer, replace(scene.conversation, misses=0))
    remembered = replace(more.conversation.last, point=last.point, remedies=last.remedies, earlier=tuple(sorted(told)))
    return replace(more, conversation=replace(more.conversation, last=remembered))


def _retell(scene: Scene, *, full: bool, told: Set[str] = frozenset()) -> Outcome:
    """The last answer once more, for the same need; in full, without what was told, when asked."""
    last = scene.conversation.last
    if last.point:
        return tell_point(scene, Hit(last.entries[0], last.point, 1.0), full=full, told=told)
    if last.remedies:
        return answer_remedies(scene, last.remedies, full=full, told=told)
    entries = tuple(scene.base.entry(i) for i in last.entries if i in scene.base.entries)
    return tell(scene, Need(last.need), full=full, entries=entries, told=told)


def _correct(scene: Scene) -> Outcome:
    """ "salah tulis" takes the danger back; any other correction is read back."""
    conversation = scene.conversation
    if conversation.warned and scene.decision.level.urgent and not scene.turn.of(Kind.FINDING):
        person = conversation.person
        urgent = [rule for rule in scene.decision.rules if rule.level.urgent]
        used = {finding for rule in urgent for finding in rule.used(scene.decision.findings)}
        # An unclear fit counts as a fit in pregnancy, and is what the person said.
        danger = {"kejang_tak_jelas" if f not in person.findings else f for f in used - ORDINARY}
        gone = [scene.base.names[f].spoken for f in sorted(danger)]
        kept = {k: v for k, v in person.findings.items() if k not in danger}
        conversation = conversation.with_person(conversation.focus, replace(person, findings=kept))
        text = scene.phrase("mendesak_dicabut", temuan=", ".join(gone))
        answer = say(scene.base, text, scene.phrase("tanya_keluhan"))
        return Outcome(answer, replace(conversation, warned="", misses=0))
    if (medicine := of_corrected(scene)) is not None:
        name = ", ".join(name for name in scene.person.medicines if says(scene.turn.normalized, {name}))
        first = say(scene.base, scene.phrase("koreksi_obat", obat=name)).blocks
        told = tell_drug(scene, medicine)
        return replace(told, answer=replace(told.answer, blocks=(*first, *told.answer.blocks)))
    summary = summarize(scene)
    gone = [scene.base.names[v].spoken for v in sorted(scene.change.taken_back) if v in scene.base.names]
    if gone and not scene.change.findings and not scene.change.populations and scene.conversation.last.entries:
        return _plain(scene, "koreksi_bukan", buttons=_MENU, hal=", ".join(dict.fromkeys(gone)))
    if not summary and scene.turn.mentions:
        return facts(scene)
    if not summary and scene.change.taken_back:
        text = scene.phrase("koreksi_dicatat", ringkas=scene.phrase("tanya_keluhan"))
        return Outcome(say(scene.base, text), replace(scene.conversation, misses=0))
    if not summary:
        return _plain(scene, "koreksi_kosong")
    nothing_new = scene.change == Change() and not scene.turn.mentions and bool(scene.conversation.last.entries)
    if nothing_new and scene.turn.sides:
        sides = [word for word in scene.turn.normalized.split() if word in _SIDE_WORDS]
        return _plain(scene, "koreksi_sisi", buttons=_MENU, sisi=sides[-1] if sides else scene.turn.text.strip(" .!"))
    if nothing_new:
        return _plain(scene, "lanjut_tadi", buttons=_MENU, ringkas=summary)
    text = scene.phrase("koreksi_dicatat", ringkas=scene.phrase("ringkas_profil", ringkas=summary))
    if scene.conversation.person.findings:
        told = tell(scene, Need.GENERAL)
        first = say(scene.base, text).blocks
        return replace(told, answer=replace(told.answer, blocks=(*first, *told.answer.blocks)))
    return Outcome(say(scene.base, text, scene.phrase("tanya_keluhan")), replace(scene.conversation, misses=0))


def summarize(scene: Scene) -> str:
    """What is known of the person in focus, in a few words."""
    person = scene.conversation.person
    names = [*sorted(person.populations), *person.findings]
    spoken = [scene.base.names[n].spoken for n in names if n in scene.base.names]
    return f"{scene.who}: {', '.join(spoken)}" if spoken else ""


def other_person(scene: Scene) -> Outcome:
    """ "kalau buat ibu saya 70 th?": the last question again, for that person."""
    last = scene.conversation.last
    if scene.turn.of(Kind.FINDING):
        return tell(scene, Need.GENERAL)
    if scene.turn.person and not scene.asks and says(scene.turn.normalized, scene.base.talk.likewise):
        return tell(_with_the_same(scene), Need.GENERAL)
    if last.entries and last.entries[0] in scene.base.talk.related and scene.turn.of(Kind.POPULATION):
        hit = about_the_last(
            scene, last, share=0.0
        )  # "kalau buat mertua saya, ada sakit ginjal?": what is known of that
        if hit is not None:
            return tell_point(scene, hit)
    if scene.turn.person and (last.entries or scene.conversation.person.findings):
        if last.point and not last.remedies:
            return tell_point(scene, Hit(last.entries[0], last.point, 1.0))
        if last.remedies:
            return answer_remedies(scene, last.remedies)
        return tell(scene, Need(last.need) if last.need else Need.GENERAL)
    if scene.turn.person and scene.conversation.person != Person():
        return answer_need(scene)
    return _plain(scene, "orang_lain_siapa")


def _with_the_same(scene: Scene) -> Scene:
    """ "suami juga gitu, tapi karena futsal": the complaint told before is theirs, too."""
    people, person = scene.conversation.people, scene.conversation.person
    of = people.get(scene.conversation.last.known[0]) if scene.conversation.last.known else None
    shared = {sign: word for sign, word in of.findings.items() if sign in ORDINARY_SIGNS} if of is not None else {}
    person = replace(person, findings={**shared, **person.findings})
    return replace(scene, conversation=scene.conversation.with_person(scene.conversation.focus, person))


def _about_bot(scene: Scene) -> Outcome:
    """What it is; what becomes of what is written, or what the talk costs, when that is asked."""
    if says(scene.turn.normalized, scene.base.talk.privacy):
        return _plain(scene, "rahasia", buttons=_MENU)
    if says(scene.turn.normalized, scene.base.talk.costs):
        return _plain(scene, "gratis", buttons=_MENU)
    return _plain(scene, "tanya_bot", buttons=_MENU)


def _start_over(scene: Scene) -> Outcome:
    warning = ""
    if scene.decision.level.urgent and scene.decision.lead:
        named = sorted(scene.decision.lead.used(scene.decision.findings))
        warning = scene.phrase(
            "mendesak_sisipan",
            temuan=", ".join(scene.base.names[f].spoken for f in named),
            tindakan=scene.base.triage.levels[scene.decision.level].action,
        )
    answer = say(scene.base, scene.phrase("batal"), warning, buttons=(*_MENU, "cek"))
    return Outcome(answer, Conversation())


def _phrase(name: str, *buttons: str) -> Callable[[Scene], Outcome]:
    return lambda scene: _plain(scene, name, buttons=buttons)


_BY_INTENT: Mapping[str, Callable[[Scene], Outcome]] = {
    "sapaan": _greet,
    "pamit": _phrase("pamit"),
    "terima_kasih": _thanks,
    "tanya_bot": _about_bot,
    "minta_darurat": _phrase("minta_darurat", "cek"),
    "setuju": _yes,
    "tolak": _phrase("tolak_tanpa_tanya", *_MENU),
    "koreksi": _correct,
    "orang_lain": other_person,
    "ulangi": _again,
    "lanjut": _more,
    "batal": _start_over,
    "lapor_membaik": _better,
}
