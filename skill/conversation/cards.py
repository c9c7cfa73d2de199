"""The card of an outcome: which parts are true of a case, and what they are filled with."""

from skill.conversation.acts import Card
from skill.conversation.errands import NAME
from skill.conversation.history import channel_used, correspondence
from skill.conversation.state import Case
from skill.conversation.talk import Talk
from skill.decision.condition import Answers
from skill.decision.message import Message, true_paragraphs, true_parts
from skill.decision.model import Model, Outcome
from skill.decision.models.channels import CHANNELS
from skill.decision.walk import Place

SIGNATURE = "regards"
"""The part of a letter in which the person's name stands."""


def card_of(talk: Talk, case: Case, place: Place, outcome: Outcome, channel: str) -> Card:
    """The card of an outcome as a case needs it: with what was written before, and signed where that is allowed."""
    model = talk.models[case.model]
    known = correspondence(model, case, place, talk.turn.zone)
    if signed(model.messages[outcome.id, channel]) and talk.looked_up(NAME):
        known["name"] = talk.turn.signature or None
    return card_for(model, place, outcome, channel, known)


def signed(message: Message) -> bool:
    """Whether the person's name stands under the message."""
    return any(part.id == SIGNATURE for part in message.parts)


def card_for(model: Model, place: Place, outcome: Outcome, channel: str, known: Answers) -> Card:
    """The card of an outcome: only parts that are true of this case; ``known`` is what nobody is asked."""
    message = model.messages[outcome.id, channel]
    steps = true_parts((*model.first_steps, *outcome.steps), place.facts)
    return Card(
        outcome=outcome.id,
        channel=channel,
        subject=message.subject.id if message.subject else None,
        paragraphs=true_paragraphs(message, place.facts),
        steps=tuple(dict.fromkeys(steps)),
        facts={**place.facts, **known},
        channel_facts=CHANNELS[channel].facts,
    )


def latest_card(talk: Talk, case: Case) -> Card | None:
    """The card of the outcome that a case told last, or None when it has told none."""
    found = latest_message(talk, case)
    return card_of(talk, case, *found) if found else None


def latest_message(talk: Talk, case: Case) -> tuple[Place, Outcome, str] | None:
    """Where a case stood when it last told an outcome, the outcome that has the message, and its channel; or None."""
    found = last_told(talk, case)
    if found is None:
        return None
    place, outcome = found
    channel = channel_used(case, outcome, place.facts)
    writer = outcome_with(talk.models[case.model], channel, outcome)
    return (place, writer, channel) if writer else None


def outcome_with(model: Model, channel: str, preferred: Outcome | None = None) -> Outcome | None:
    """The outcome that has a message for the channel: the preferred one, or the first; None where there is none."""
    if preferred and (preferred.id, channel) in model.messages:
        return preferred
    nodes = (model.nodes[outcome] for outcome, known in model.messages if known == channel)
    return next((node for node in nodes if isinstance(node, Outcome)), None)


def last_told(talk: Talk, case: Case) -> tuple[Place, Outcome] | None:
    """Where a case stood when it last told an outcome with a message, and that outcome; None when it told none."""
    place = talk.places.at_any_time(case)
    outcome = place.outcome
    if outcome is None or outcome.solved or outcome.id not in case.reached:
        return None
    return place, outcome
