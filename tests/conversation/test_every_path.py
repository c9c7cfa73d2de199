"""Every path of every decision, walked by the talk itself."""

import random
from collections import Counter

import pytest

from skill.conversation.acts import Card
from skill.conversation.contact import WHETHER_ANSWERED
from skill.conversation.reply import Reply
from skill.conversation.talk import CONFIRM_ORDER_NUMBER, REMIND
from skill.decision.expects import Choice, Digits, Money, Number, PastDate
from skill.decision.models import MODELS
from skill.decision.models.questions import QUESTIONS
from tests.conversation.talker import Talker

ORDER_NUMBER = "11255555551234567"
OFTEN_ENOUGH = 30
HOSTILE = "<b>&\"'{item}[x] " + "lang " * 800


def ways_on(question: str, depth: int) -> list[str | None]:
    """The answers to try: each choice and none for what decides the way, known and unknown by turns for the rest."""
    expects = QUESTIONS[question].expects
    if question in WHETHER_ANSWERED:
        return list(expects.values) if isinstance(expects, Choice) else []
    if isinstance(expects, Choice):
        return [*expects.values, None]
    return [an_answer(question) if depth % 2 else None]


def an_answer(question: str) -> str:
    """Something that answers the question."""
    match QUESTIONS[question].expects:
        case Choice(values):
            return values[-1]
        case PastDate():
            return "2026-11-17"
        case Number():
            return "3"
        case Money():
            return "49.99"
        case Digits():
            return ORDER_NUMBER
        case _:
            return HOSTILE


class Explorer:
    """Walks a decision by talking, from each place on in every way, over as many days as it takes.

    An answer that was tried often enough is tried again only where it has been tried least, so that the number of
    talks grows with the answers and not with their combinations; those are walked without the talk.
    """

    def __init__(self, model: str, locale: str) -> None:
        self.ends = 0
        self.told: set[tuple[str, str | None]] = set()
        self.tried: Counter[tuple[str, str | None]] = Counter()
        for volunteered in ((), (("contact_by", "call"),)) if MODELS[model].takes("contact_by") else ((),):
            self.talker = Talker(locale)
            self.talker.signature = None
            self.explore(self.talker.problem(model, *volunteered), ())

    def explore(self, reply: Reply, asked: tuple[str, ...]) -> None:
        """Go on from this reply in every way."""
        assert len(asked) == len(set(asked)), asked
        if reply.outcome:
            self.check_outcome(reply)
            assert self.talker.no_offers(reply).question is None
            self.talker.later(72)
            reply = self.talker.open()
            if reply.asking in ("which_problem", "anything_else"):
                self.ends += 1
                return
        question = str(reply.asking)
        here = (self.talker.state, self.talker.now, self.talker.new_session)
        for value in self.worth_trying(question, len(asked)):
            self.tried[question, value] += 1
            self.talker.state, self.talker.now, self.talker.new_session = here
            self.explore(self.answer(question, value), (*asked, question))

    def worth_trying(self, question: str, depth: int) -> list[str | None]:
        """The answers that were not tried often enough, or the one that was tried least."""
        ways = ways_on(question, depth)
        rare = [value for value in ways if self.tried[question, value] < OFTEN_ENOUGH]
        return rare or [min(ways, key=lambda value: self.tried[question, value])]

    def answer(self, question: str, value: str | None) -> Reply:
        """The reply to an answer, past the confirmation that an order number needs."""
        if value is None:
            return self.talker.skip()
        reply = self.talker.tell((question, value))
        return self.talker.yes() if reply.asking == CONFIRM_ORDER_NUMBER else reply

    def check_outcome(self, reply: Reply) -> None:
        """An outcome has a channel, a message and next steps, unless the case is solved."""
        assert reply.outcome
        self.told.add((reply.outcome, reply.channel))
        if reply.outcome != "closed":
            assert reply.channel
            assert isinstance(reply.card, Card)
            assert reply.card.paragraphs
            assert reply.card.steps


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
@pytest.mark.parametrize("model", sorted(MODELS))
def test_every_answer_leads_to_advice_with_a_card_and_asks_nothing_twice(model: str, locale: str) -> None:
    explorer = Explorer(model, locale)
    assert explorer.ends > 20
    assert {(outcome, channel) for outcome, channel in explorer.told if channel} == set(MODELS[model].messages)


@pytest.mark.parametrize("model", sorted(MODELS))
def test_whatever_is_told_at_once_is_never_asked(model: str) -> None:
    chance = random.Random(20)
    takes = sorted(question for question in QUESTIONS if MODELS[model].takes(question))
    for _ in range(300):
        told = {q: an_answer(q) for q in chance.sample(takes, chance.randint(1, 5))}
        talker = Talker()
        reply = talker.problem(model, *told.items())
        asked: list[str | None] = []
        while reply.asking not in (None, REMIND) and len(asked) < 40:
            asked.append(reply.asking)
            is_confirmation = reply.asking == CONFIRM_ORDER_NUMBER
            reply = talker.yes() if is_confirmation else talker.skip()
        assert not set(told) & set(asked), (told, asked)
        assert len(asked) < 40
