"""What a message may truthfully say of earlier ones: to whom one wrote, on which day, and by what."""

from datetime import UTC, tzinfo

from skill.conversation.state import Case
from skill.decision.condition import Answers
from skill.decision.model import Ask, Model, Outcome
from skill.decision.walk import Place, pick_channel

_WHOM = {"seller_answered": "seller", "amazon_answered": "amazon", "email_answered": "email"}
"""Who was written to, by the question whether they answered."""
_BY = {"C-CALLBACK": "call", "C-EMAIL": "email"}
"""How Amazon was reached; in all other cases by chat."""


def correspondence(model: Model, case: Case, place: Place, zone: tzinfo | None) -> dict[str, str | None]:
    """The facts about the messages that the case has sent on its way here, by the names that messages use.

    Days are those of the person's own time, or of UTC where that isn't known.
    """
    facts: dict[str, str | None] = {}
    told: Outcome | None = None
    for node_id in place.path:
        node = model.nodes[node_id]
        if isinstance(node, Outcome):
            told = node
        elif isinstance(node, Ask) and told and node_id in _WHOM:
            facts[f"{_WHOM[node_id]}_date"] = _day(case, told, zone)
            if _WHOM[node_id] == "amazon":
                facts["amazon_by"] = _BY.get(channel_used(case, told, place.facts), "chat")
    return facts


def channel_used(case: Case, outcome: Outcome, facts: Answers) -> str:
    """The channel that the person used for an outcome: another one than advised, if they said so."""
    return case.sent_by.get(outcome.id) or pick_channel(outcome.picks, facts)


def _day(case: Case, told: Outcome, zone: tzinfo | None) -> str | None:
    when = case.reached.get(told.id)
    day = when.astimezone(zone or UTC).date().isoformat() if when else None
    return case.sent.get(told.id) or day
