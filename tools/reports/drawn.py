"""All that a talk can reach: the ends and questions of the decisions, the choices, the messages and the intents."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args

from simulator.case_compass.words_said import all_messages
from simulator.models.folder import locales, read_model
from skill.conversation.talk import TALK_QUESTIONS
from skill.decision.check import reachable
from skill.decision.expects import Choice
from skill.decision.model import Ask, Model, Node, Outcome
from skill.decision.models import MODELS
from skill.decision.models.questions import QUESTIONS
from tools import inventory
from tools.generated import ROOT

Kind = Literal["outcomes", "channels", "questions", "choices", "intents", "messages"]
KINDS: tuple[Kind, ...] = get_args(Kind)
OF_THE_TALK = "talk"
"""What stands for the decision where a question is the talk's own."""
NOT_KNOWN = "not known"
"""What stands for the value where somebody leaves a question open."""
INTERACTION_MODELS = ROOT / "interaction_models"

Drawn = Mapping[Kind, tuple[str, ...]]
"""The names of all that there is of each kind."""


def drawn(language: str) -> Drawn:
    """All that there is in a language."""
    return {
        "outcomes": tuple(_outcomes()),
        "channels": tuple(_channels()),
        "questions": tuple(_questions()),
        "choices": tuple(_choices()),
        "intents": tuple(_intents(language)),
        "messages": tuple(sorted(all_messages(language))),
    }


def outcome_name(decision: str, outcome: str) -> str:
    """An end of a decision."""
    return f"{decision}: {outcome}"


def channel_name(decision: str, outcome: str, channel: str) -> str:
    """A channel that an end of a decision sends somebody to."""
    return f"{decision}: {outcome} by {channel}"


def question_name(decision: str, question: str) -> str:
    """A question of a decision, or of the talk itself."""
    return f"{decision}: {question}"


def choice_name(question: str, value: str | None) -> str:
    """A value of a question, or that it was left open."""
    return f"{question}: {NOT_KNOWN if value is None else value}"


def _outcomes() -> Iterator[str]:
    for model in MODELS.values():
        yield from (outcome_name(model.id, node.id) for node in _nodes(model) if isinstance(node, Outcome))


def _channels() -> Iterator[str]:
    for model, outcome in inventory.told():
        yield from (channel_name(model.id, outcome.id, channel) for channel in inventory.channels(model, outcome))


def _questions() -> Iterator[str]:
    for model in MODELS.values():
        yield from (question_name(model.id, question) for question in asked(model))
    yield from (question_name(OF_THE_TALK, question) for question in TALK_QUESTIONS)


def asked(model: Model) -> Iterable[str]:
    """The questions that some way through a decision puts, in the order of the drawing; wanted facts last."""
    nodes = _nodes(model)
    asks = [node.question for node in nodes if isinstance(node, Ask)]
    wants = [want.question for node in nodes for want in model.wants.get(node.id, ())]
    return dict.fromkeys((*asks, *wants))


def _nodes(model: Model) -> list[Node]:
    can_be_reached = reachable(model)
    return [node for node in model.nodes.values() if node.id in can_be_reached]


def _choices() -> Iterator[str]:
    """What can be answered to each question that is asked; of an answer in one's own words only that it is open."""
    for question in inventory.TAKEN:
        expects = QUESTIONS[question].expects
        values = expects.values if isinstance(expects, Choice) else ()
        yield from (choice_name(question, value) for value in (*values, None))


def _intents(language: str) -> Iterable[str]:
    own = (locale for locale in locales(INTERACTION_MODELS) if locale.partition("-")[0] == language)
    models = (read_model(INTERACTION_MODELS, locale).language_model for locale in own)
    return dict.fromkeys(intent.name for model in models for intent in model.intents)
