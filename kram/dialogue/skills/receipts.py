"""Where the last answer comes from, how sure that is, and who reviewed it."""

from __future__ import annotations

from dataclasses import replace

from kram.answers.answer import MAX_CHARACTERS
from kram.answers.compose import say
from kram.dialogue.scene import Outcome, Scene

_GRADES = ("A", "B", "C")
_ROOM_FOR_A_WARNING = 240
"""Characters for the reminder of a danger that still stands."""

_ONLY_REPORTS = frozenset({"CASE", "NEWS"})
"""Types of sources that report of single people, however sure the claim is that others make with them."""


def receipts(scene: Scene) -> Outcome:
    """List the sources of the last answer: title, publisher, year, grade; and its review."""
    last = scene.conversation.last
    if not last.sources:
        return Outcome(say(scene.base, scene.phrase("tanpa_sumber")), scene.conversation)
    review = _review(scene)
    lines = [_line(scene, source) for source in last.sources]
    shown = len(lines)
    most = MAX_CHARACTERS - (_ROOM_FOR_A_WARNING if scene.decision.level.urgent else 0)
    while True:
        rest = [scene.phrase("sumber_lain", jumlah=str(len(lines) - shown))] if shown < len(lines) else []
        text = scene.phrase("daftar_sumber", daftar="\n".join([*lines[:shown], *rest]))
        answer = say(scene.base, text, review, buttons=("lanjut", "kenapa", "cek"))
        if len(answer.text) <= most or shown == 1:
            break
        shown -= 1
    answer = replace(answer, sources=last.sources, topics=last.entries)
    return Outcome(answer, replace(scene.conversation, misses=0))


def _line(scene: Scene, source_id: str) -> str:
    source = scene.base.sources[source_id]
    year = f", {source.year}" if source.year else ""
    grade = scene.phrase(f"bukti_{_grade(scene, source_id).lower()}")
    return f"• {source.title} ({source.publisher}{year}): {grade}"


def _grade(scene: Scene, source_id: str) -> str:
    """The best grade of what the answer took from this source; an article alone is C."""
    evidence = scene.base.evidence
    if scene.base.sources[source_id].type in _ONLY_REPORTS:
        return _GRADES[-1]
    grades = {
        evidence[e].grade
        for e in scene.conversation.last.evidence
        if e in evidence and source_id in evidence[e].sources
    }
    return next((grade for grade in _GRADES if grade in grades), "C")


def _review(scene: Scene) -> str:
    """Whether a doctor has read the entries, and until when that counts."""
    reviews = [scene.base.entries[i].review for i in scene.conversation.last.entries if i in scene.base.entries]
    known = [review for review in reviews if review is not None]
    if not known:
        return ""
    until = min(review.review_by for review in known).isoformat()
    today = scene.turn.today
    if today is not None and any(review.overdue(today) for review in known):
        return scene.phrase("tinjauan_lewat", sampai=until)
    if all(review.reviewer for review in known):
        names = ", ".join(dict.fromkeys(str(review.reviewer) for review in known))
        return scene.phrase("tinjauan_sudah", siapa=names, sampai=until)
    return scene.phrase("tinjauan_belum", sampai=until)
