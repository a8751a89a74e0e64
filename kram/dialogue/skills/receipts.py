"""Where the last answer comes from."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.compose import say
from kram.dialogue.scene import Outcome, Scene

_MAX_LISTED = 6


def receipts(scene: Scene) -> Outcome:
    """List the sources of the last answer: title, publisher, year."""
    last = scene.conversation.last
    if not last.sources:
        return Outcome(say(scene.base, scene.phrase("tanpa_sumber")), scene.conversation)
    lines = []
    for source_id in last.sources[:_MAX_LISTED]:
        source = scene.base.sources[source_id]
        year = f", {source.year}" if source.year else ""
        lines.append(f"• {source.title} ({source.publisher}{year})")
    if len(last.sources) > _MAX_LISTED:
        lines.append(f"• dan {len(last.sources) - _MAX_LISTED} sumber lain")
    answer = say(scene.base, scene.phrase("daftar_sumber", daftar="\n".join(lines)), buttons=("lanjut", "cek"))
    answer = replace(answer, sources=last.sources, topics=last.entries)
    return Outcome(answer, replace(scene.conversation, misses=0))
