"""The danger-sign check: four questions, answered by tap or in one's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from kram.answers.answer import Answer
from kram.answers.compose import Recipient, button, compose, say
from kram.answers.urgent import urgent_answer
from kram.dialogue.deciding import IMPLIED, triage
from kram.dialogue.scene import Outcome
from kram.dialogue.state import Conversation, LastAnswer, Turn, remember
from kram.knowledge.model import KnowledgeBase, Need
from kram.language.model import SELF, Kind, Mention
from kram.triage.model import Question

QUESTIONS = ("Q1", "Q2", "Q3", "Q4")
"""The screening questions about what is felt now; Q5 and Q6 ask about the person."""


_TOPIC = "tanda-bahaya"
_SHORT_REPLY = 4
_SURE = 0.5


class Reply(str, Enum):
    """An answer to a screening question."""

    YES = "ya"
    NO = "tidak"
    UNSURE = "ragu"


def question(base: KnowledgeBase, question_id: str) -> Question:
    """The question with this id."""
    return next(q for q in base.triage.questions if q.id == question_id)


def read_reply(base: KnowledgeBase, question_id: str, turn: Turn) -> Reply | None:
    """What a message answers to a question, None when it is about something else.

    A finding of the question counts more than the words yes and no: "iya bengkak sebelah" and
    "bengkak sebelah doang" both say yes.
    """
    asked = set(question(base, question_id).findings)
    about = [m for m in turn.mentions if m.kind is Kind.FINDING and m.value in asked]
    if any(m.asserted for m in about):
        return Reply.YES
    if {m.value for m in turn.of(Kind.FINDING)} & question(base, question_id).contrary:
        return Reply.NO
    words = turn.normalized.split()
    if any(f" {phrase} " in f" {turn.normalized} " for phrase in base.triage.unsure_words):
        return Reply.UNSURE
    if about and all(m.negated for m in about):
        return Reply.NO
    short = (0 < len(words) <= _SHORT_REPLY and not turn.intent.startswith("tanya_")) or len(words) == 1
    if (turn.intent == "setuju" and turn.confidence >= _SURE) or (short and words[0] in base.triage.yes_words):
        return Reply.YES
    if (turn.intent == "tolak" and turn.confidence >= _SURE) or (short and words[0] in base.triage.no_words):
        return Reply.NO
    return None


def ask(base: KnowledgeBase, question_id: str, *, first: bool, again: bool) -> Answer:
    """A question with its buttons; easier when it is asked again."""
    text = question(base, question_id).text
    if again:
        text = base.phrases["saring_lagi"].format(tanya=text)
    opening = base.phrases["saring_mulai"] if first and not again else ""
    answer = say(base, opening, text)
    return replace(answer, topics=(_TOPIC,), buttons=(button(base, "ya"), button(base, "tidak")))


def result(base: KnowledgeBase, conversation: Conversation, replies: Mapping[str, Reply]) -> Outcome:
    """What the replies come to, with all that was told before.

    A yes counts as the first finding of its question unless the person named one themselves.
    """
    told = set(conversation.person.findings)
    said_yes = [question(base, q) for q, reply in replies.items() if reply is Reply.YES]
    for asked in said_yes:
        if not told & set(asked.findings):
            mention = Mention(Kind.FINDING, asked.findings[0], asked.text, 0, len(asked.text))
            turn = Turn(asked.text, "", mentions=(mention,))
            conversation, _ = remember(conversation, turn, IMPLIED)
    decision = triage(base, conversation)
    person = conversation.person
    recipient = Recipient(conversation.focus or SELF, person.populations, frozenset(person.findings))
    if decision.level.urgent:
        answer = urgent_answer(base, decision, recipient, named=" / ".join(q.spoken for q in said_yes))
        reasons = tuple((q.text, q.spoken) for q in said_yes)
        last = LastAnswer(answer.topics, Need.DANGER.value, answer.sources, evidence=answer.evidence, reasons=reasons)
        return Outcome(answer, replace(conversation, last=last, warned=decision.level.value, pending=""))
    unsure = len(replies) < len(QUESTIONS) or any(r is Reply.UNSURE for r in replies.values())
    name = "saring_ragu" if unsure else "saring_aman"
    text = base.phrases[name].format(jaring=base.triage.safety_net)
    answer = compose(
        base,
        (base.entry("kram-umum"),),
        Need.RELIEF,
        recipient,
        decision,
        opening=say(base, text).blocks[0],
    )
    answer = replace(
        answer,
        topics=(_TOPIC, *answer.topics),
        buttons=tuple(button(base, n) for n in ("penyebab", "cegah", "dokter")),
    )
    last = LastAnswer(answer.topics, Need.RELIEF.value, answer.sources, evidence=answer.evidence)
    return Outcome(answer, replace(conversation, last=last, pending=""))


def cancelled(base: KnowledgeBase, conversation: Conversation) -> Outcome:
    """The check was stopped; the safety net is told all the same."""
    text = base.phrases["saring_batal"].format(jaring=base.triage.safety_net)
    answer = say(base, text, buttons=("redakan", "penyebab", "cegah"))
    return Outcome(replace(answer, topics=(_TOPIC,)), conversation)
