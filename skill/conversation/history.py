"""What a message may truthfully say of earlier ones: to whom one wrote, on which day, and by what."""

from datetime import UTC, tzinfo

from skill.conversation.contact import WHETHER_ANSWERED
from skill.conversation.state import Case
from skill.decision.condition import Answers
from skill.decision.model import Ask, Model, Outcome
from skill.decision.walk import Place, pick_channel

_BY = {"C-CALLBACK": "call", "C-EMAIL": "email"}
"""How Amazon was reached; in all other cases by chat."""
SELLER = "C-SELLER"


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
        elif isinstance(node, Ask) and told and node_id in WHETHER_ANSWERED:
            facts |= _written(case, told, place.facts, zone)
            told = None
    return facts


def _written(case: Case, told: Outcome, facts: Answers, zone: tzinfo | None) -> dict[str, str | None]:
    """To whom, by what and when: by the channel that was used, whoever was asked about later."""
    channel = channel_used(case, told, facts)
    day = _day(case, told, zone)
    if channel == SELLER:
        return {"seller_date": day}
    whom = "email" if told.id == "email" else "amazon"
    return {f"{whom}_date": day, f"{whom}_by": _BY.get(channel, "chat")}


def channel_used(case: Case, outcome: Outcome, facts: Answers) -> str:
    """The channel that the person used for an outcome: another one than advised, if they said so."""
    return case.sent_by.get(outcome.id) or pick_channel(outcome.picks, facts)


def _day(case: Case, told: Outcome, zone: tzinfo | None) -> str | None:
    when = case.reached.get(told.id)
    day = when.astimezone(zone or UTC).date().isoformat() if when else None
    return case.sent.get(told.id, day) or None
