"""Which of the person's own words led to an answer."""

from __future__ import annotations

from kram.dialogue.scene import Scene
from kram.dialogue.state import LastAnswer
from kram.language.model import Kind
from kram.triage.model import Level

_MAX_REASONS = 4
_GOES_ON = frozenset({"orang_lain", "lanjut", "ulangi"})
"""Intents that go on with the last question instead of asking one."""


def reasons_of(scene: Scene, last: LastAnswer) -> tuple[tuple[str, str], ...]:
    """(words, what they were taken for), the weightiest first; no words for what was told in an earlier message.

    Findings that a rule looked at come first, then what is known of the person, the situation
    and the remedy, then the question itself.

    Args:
        scene: the turn.
        last: the answer it got.
    """
    found: list[tuple[str, str]] = []
    person = scene.conversation.person
    typed = {m.value: m.text for m in scene.turn.mentions if not m.negated}

    def add(words: str, meaning: str) -> None:
        if words and not any(words in quoted for quoted, _ in found):
            found.append((words, meaning))

    if scene.decision.level >= Level.DOKTER:
        for rule in (r for r in scene.decision.rules if r.level is scene.decision.level):
            for finding in sorted(rule.used(scene.decision.findings)):
                add(person.findings.get(finding, ""), scene.base.names[finding].spoken)
    for population in sorted(scene.person.populations):
        label = scene.base.names[population].spoken
        if population in typed:
            add(typed[population], label)
        else:
            found.append(("", label))
    for mention in scene.turn.of(Kind.REMEDY, asserted=False):
        if mention.value in last.remedies:
            add(mention.text, scene.base.remedies[mention.value].name)
    for entry_id in last.entries:
        entry = scene.base.entry(entry_id)
        for mention in scene.turn.of(Kind.CONTEXT, asserted=False):
            if mention.value in entry.contexts:
                add(mention.text, entry.title)
    if last.point and scene.turn.intent not in _GOES_ON:
        add(scene.turn.text, scene.base.entry(last.entries[0]).point(last.point).ask[0])
    return tuple(found[:_MAX_REASONS])
