"""Every path through a decision: each value of what steers it, everything volunteered, today and after each wait."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count

from skill.decision.check import reachable
from skill.decision.condition import Condition, leaves
from skill.decision.expects import Choice
from skill.decision.model import Model, Outcome
from skill.decision.models import MODELS
from skill.decision.walk import Place, walk

MORNING = datetime(2026, 11, 1, 9, tzinfo=UTC)
Given = Mapping[str, str | None]


@dataclass(frozen=True)
class Stop:
    """An outcome that some person is told: what they answered, what they were asked, and where that led."""

    answers: Given
    asked: tuple[str, ...]
    place: Place

    @property
    def outcome(self) -> Outcome:
        """The outcome itself."""
        assert self.place.outcome
        return self.place.outcome


def values(model: Model, question: str) -> tuple[str | None, ...]:
    """What a question can be answered with; None for a question that is left open."""
    expects = model.questions[question].expects
    return (*expects.values, None) if isinstance(expects, Choice) else ("something", None)


@cache
def steering(model_id: str) -> frozenset[str]:
    """The questions on which a way, a channel or a part of a message depends."""
    return frozenset(leaf.question for condition in _conditions(MODELS[model_id]) for leaf in leaves(condition))


def _conditions(model: Model) -> Iterator[Condition]:
    for node_id in reachable(model):
        node = model.nodes[node_id]
        yield from (rule.when for rule in node.rules)
        if isinstance(node, Outcome):
            yield from (pick.when for pick in node.picks)
            yield from (step.when for step in node.steps)
    yield from (want.when for wants in model.wants.values() for want in wants)
    yield from (part.when for message in model.messages.values() for part in message.parts)
    yield from (step.when for step in model.first_steps)


def volunteered(model: Model) -> Iterator[Given]:
    """What somebody volunteers: nothing, one thing, or one of everything."""
    yield {}
    for question in model.volunteered:
        yield from ({question: value} for value in values(model, question) if value is not None)
    everything = zip(*(values(model, question)[:2] for question in model.volunteered), strict=True)
    for told in everything:
        yield {q: value for q, value in zip(model.volunteered, told, strict=True) if value is not None}


@cache
def every_stop(model_id: str) -> tuple[Stop, ...]:
    """Every outcome on every path.

    A choice that steers is answered with each of its values, and one of a path's choices is left open; what is
    volunteered comes alone or all together. What is in the person's own words, and what does not steer, is answered
    with each of its values in turn.
    """
    model = MODELS[model_id]
    routing = {question for question in steering(model_id) if isinstance(model.questions[question].expects, Choice)}
    turns = count()
    stops: list[Stop] = []

    def choices(question: str, answers: Given) -> tuple[str | None, ...]:
        possible = values(model, question)
        if question not in routing:
            return (possible[next(turns) % len(possible)],)
        return possible[:-1] if any(answers.get(other, "") is None for other in routing) else possible

    def go(answers: Given, asked: tuple[str, ...], reached: Mapping[str, datetime], now: datetime) -> None:
        place = walk(model, answers, now=now, reached=reached)
        if place.outcome is None:
            question = place.asking or ""
            assert question not in asked, f"{question} is asked twice: {asked}"
            for value in choices(question, answers):
                go({**answers, question: value}, (*asked, question), reached, now)
            return
        stops.append(Stop(answers, asked, place))
        outcome = place.outcome
        if outcome.wait and outcome.rules:
            assert outcome.id not in reached, f"{outcome.id} is told again after its time: {place.path}"
            go(answers, asked, {**reached, outcome.id: now}, now + timedelta(hours=outcome.wait.hours))

    for said in volunteered(model):
        go(said, (), {}, MORNING)
    return tuple(stops)
