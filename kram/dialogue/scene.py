"""What a skill gets to work with, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kram.answers.answer import Answer
from kram.answers.compose import Recipient
from kram.dialogue.hearsay import tried_remedies
from kram.dialogue.several import asks
from kram.dialogue.state import Change, Conversation, LastAnswer, Person, Turn
from kram.dialogue.wishes import wishes
from kram.knowledge.model import KnowledgeBase, Need
from kram.language.model import Kind, Temporality
from kram.triage.model import Decision

_ASK_AGAIN = frozenset({"ulangi", "lanjut", "orang_lain", "koreksi", "kram_sekarang", "lapor_belum_reda"})


@dataclass(frozen=True)
class Scene:
    """One turn, with everything that is known.

    Attributes:
        base: the knowledge base.
        conversation: the memory, this message already merged in.
        turn: the message.
        change: what the message changed about the person in focus.
        decision: the triage decision for the person in focus.
    """

    base: KnowledgeBase
    conversation: Conversation
    turn: Turn
    change: Change
    decision: Decision

    @property
    def person(self) -> Person:
        """The person in focus, as the question supposes them.

        "kalau hamil boleh pakai koyo?" asks for a pregnant person, though nobody is said to be
        one; triage and memory go by what is known, answers by what is asked.
        """
        person = self.conversation.person
        supposed = {
            m.value
            for m in self.turn.of(Kind.POPULATION, asserted=False)
            if m.temporality is Temporality.HYPOTHETICAL and not m.negated
        }
        return replace(person, populations=person.populations | supposed)

    @property
    def recipient(self) -> Recipient:
        """For whom the answer is."""
        person = self.person
        told = frozenset(person.findings) | person.contexts  # the inner thigh at the wheel has a stretch of its own
        # "paha ketarik pas futsal diapain dulu?" asks in general: what does not suit a pulled muscle is left out
        named = {m.value for m in self.turn.of(Kind.FINDING, asserted=False) if not m.negated}
        told |= named & self.base.remedy_column_labels.keys()
        tried = tried_remedies(self.turn, self.base.stories)
        return Recipient(self.conversation.focus, person.populations, told, tried)

    def phrase(self, name: str, **values: str) -> str:
        """A sentence of ``phrases.yml`` with its gaps filled."""
        text = self.base.phrases[name]
        return text.format(**values) if values else text

    def wishes_besides(self, need: Need) -> tuple[Need, ...]:
        """What the message asks besides ``need``, in its order."""
        found = wishes(self.turn.normalized, self.base.asking.wishes, self.base.asking.went)
        return tuple(wish for wish in found if wish is not need)

    @property
    def asks(self) -> bool:
        """Whether there is a question in the message, whatever its intent was taken for."""
        words = self.turn.normalized.split()
        if "?" in self.turn.text:
            return True
        denied = any(m.negated and m.kind in {Kind.FINDING, Kind.POPULATION} for m in self.turn.mentions)
        if denied:  # "saya tidak bengkak sih" denies something; its "tidak" is no tag that asks
            words = [word for word in words if word not in self.base.asking.last]
        return asks(words, self.base.asking)

    @property
    def heard(self) -> frozenset[str]:
        """What the answer before told the same person, unless it is asked for once more."""
        last = self.conversation.last
        again = self.turn.intent in _ASK_AGAIN or last.known[:1] != (self.conversation.focus,)
        return frozenset() if again else last.told

    @property
    def who(self) -> str:
        """How the person in focus is called when speaking to the writer."""
        return self.phrase(f"siapa_{self.conversation.focus}")


@dataclass(frozen=True)
class Outcome:
    """The answer and the memory after it."""

    answer: Answer
    conversation: Conversation


Skill = Callable[[Scene], Outcome]


def advised(scene: Scene, answer: Answer, need: Need, remedies: tuple[str, ...] = (), point: str = "") -> Outcome:
    """An outcome whose answer held advice: remembered for "lagi", "ulangi", "sumbernya?" and "kenapa?"."""
    last = LastAnswer(
        answer.topics,
        need.value,
        answer.sources,
        remedies,
        answer.evidence,
        point,
        blocks=answer.blocks,
        known=scene.conversation.known,
    )
    return Outcome(answer, replace(scene.conversation, last=last, misses=0, pending=""))
