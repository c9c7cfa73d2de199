"""From answers to a place: the questions answered on the way, and the question or outcome we stand at.

Nothing is remembered but the answers, so no pointer can go stale: an answer that changes puts the walk on another
path, and one that is no longer on the path counts for nothing.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from skill.decision.condition import Always, Answers, holds, leaves
from skill.decision.model import Ask, Model, Outcome, Pick, Rule, Step
from skill.value import NOTHING, Value


class Place(Value):
    """Where the answers lead.

    ``path`` are the ids of the nodes passed, the one we stand at last. ``asking`` is the open question's id, or None
    when an outcome is reached. ``answered`` are the questions of the path that have an answer, in the path's order.
    ``facts`` are the answers that count here: given ones, those on the path, and volunteered ones.
    """

    path: tuple[str, ...]
    answered: tuple[str, ...]
    facts: Answers
    asking: str | None = None
    outcome: Outcome | None = None
    channel: str | None = None


def walk(
    model: Model,
    answers: Answers,
    *,
    now: datetime | None = None,
    reached: Mapping[str, datetime] = NOTHING,
    postponed: Mapping[str, datetime] = NOTHING,
) -> Place:
    """Walk the model over the answers.

    ``reached`` says when each outcome was first told, ``postponed`` until when the person would rather wait (aware).
    With ``now``, an outcome whose waiting time is over opens the question that follows it; without, outcomes are
    where the walk ends unless what follows is answered.
    """
    return _Walker(model, answers, now, reached, postponed).walk()


def wait_is_over(
    outcome: Outcome, reached: Mapping[str, datetime], postponed: Mapping[str, datetime]
) -> datetime | None:
    """When the wait of an outcome is over that was told, or None when there is none."""
    if outcome.wait is None or outcome.id not in reached:
        return None
    return postponed.get(outcome.id) or reached[outcome.id] + timedelta(hours=outcome.wait.hours)


def with_implied(model: Model, answers: Answers) -> dict[str, str | None]:
    """The answers with what the problem gives, and with what follows from them."""
    known: dict[str, str | None] = {**answers, **model.given}
    for follows in model.follows:
        if follows.question not in known and holds(follows.when, known):
            known[follows.question] = follows.value
    return known


class _Walker:
    def __init__(
        self,
        model: Model,
        answers: Answers,
        now: datetime | None,
        reached: Mapping[str, datetime],
        postponed: Mapping[str, datetime],
    ) -> None:
        self.model = model
        self.answers = with_implied(model, answers)
        self.now = now
        self.reached = reached
        self.postponed = postponed
        self.path: list[str] = []
        self.answered: list[str] = []
        always = model.count_anywhere
        self.facts = {question: value for question, value in self.answers.items() if question in always}

    def walk(self) -> Place:
        nodes = self.model.nodes
        here = self.model.start
        while True:
            node = nodes[here]
            self.path.append(here)
            match node:
                case Ask():
                    if self._is_open(node.question):
                        return self._place(asking=node.question)
                    here = _first(node.rules, self.facts)
                case Step():
                    here = _first(node.rules, self.facts)
                case _:
                    asking = self._wanted(node)
                    if asking:
                        return self._place(asking=asking)
                    if not self._is_over(node):
                        return self._place(outcome=node)
                    here = _first(node.rules, self.facts)

    def _is_open(self, question: str) -> bool:
        if question not in self.answers:
            return True
        if question not in self.model.given and question not in self.answered:
            self.answered.append(question)
        self.facts[question] = self.answers[question]
        return False

    def _wanted(self, outcome: Outcome) -> str | None:
        for want in self.model.wants.get(outcome.id, ()):
            if holds(want.when, self.facts) and self._is_open(want.question):
                return want.question
        return None

    def _is_over(self, outcome: Outcome) -> bool:
        if not outcome.wait or not outcome.rules:
            return False
        if follow_up(self.model, outcome, self.facts) in self.answers:
            return True
        over = wait_is_over(outcome, self.reached, self.postponed)
        return bool(self.now and over and self.now >= over)

    def _place(self, asking: str | None = None, outcome: Outcome | None = None) -> Place:
        channel = pick_channel(outcome.picks, self.facts) if outcome and not outcome.solved else None
        return Place(tuple(self.path), tuple(self.answered), self.facts, asking, outcome, channel)


def _first(rules: tuple[Rule, ...], answers: Answers) -> str:
    return next(rule.to for rule in rules if holds(rule.when, answers))


def follow_up(model: Model, outcome: Outcome, facts: Answers) -> str | None:
    """The question that opens when an outcome's wait is over, or None when it leads to none."""
    follows = model.nodes[_first(outcome.rules, facts)] if outcome.rules else None
    return follows.question if isinstance(follows, Ask) else None


def pick_channel(picks: tuple[Pick, ...], answers: Answers) -> str:
    """The channel of the first pick that holds."""
    return next(pick.channel for pick in picks if holds(pick.when, answers))


def because(model: Model, place: Place) -> tuple[tuple[str, str], ...]:
    """The answers that turned the way to where we stand: (question, value) in the path's order."""
    decisive = []
    for node_id in place.path:
        node = model.nodes[node_id]
        rule = next((rule for rule in node.rules if holds(rule.when, place.facts)), None)
        for leaf in leaves(rule.when if rule else Always()):
            value = place.facts.get(leaf.question)
            if value is not None:
                decisive.append((leaf.question, value))
    return tuple(dict.fromkeys(decisive))
