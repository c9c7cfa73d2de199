"""What a turn with the device brought: what was heard, what was said and shown, and what the judge thinks of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.device.exchange import Exchange
from simulator.device.ringing import Rang
from simulator.ears.heard import Heard, HeardSlot
from simulator.envelope import Json
from simulator.errors import EndpointFailure
from simulator.finding import Finding
from simulator.judge.response import Card, PermissionCard, SimpleCard, StandardCard, as_object
from simulator.plain_text import plain_text

PROBLEM = "There was a problem with the requested skill's response."
"""What Alexa says when a skill fails or its response is refused."""


@dataclass(frozen=True)
class Understood:
    """What a turn was taken for.

    ``intent`` is the intent's name, the request's type for an event, or None when nothing was sent. ``slots`` holds
    only slots that have a value. ``how`` says which way it was found. ``stage``, ``score``, ``runner_up_score`` are
    the ears' own (Heard); None when they were not asked.
    """

    intent: str | None
    how: str
    slots: Mapping[str, HeardSlot] = field(default_factory=dict)
    runner_up: str | None = None
    stage: str | None = None
    score: float | None = None
    runner_up_score: float | None = None

    @classmethod
    def from_ears(cls, heard: Heard, *, remark: str = "") -> "Understood":
        """What the ears heard, with a remark about how."""
        slots = {name: slot for name, slot in heard.slots.items() if slot.value is not None}
        return cls(
            heard.intent,
            heard.how + remark,
            slots,
            heard.runner_up,
            heard.stage,
            heard.score,
            heard.runner_up_score,
        )


class ShownCard(NamedTuple):
    """A card as the app shows it; a card without words of its own has its type for a title."""

    title: str
    text: str


class TurnIds(NamedTuple):
    """Where a skill says it stands, if it follows the convention ``sessionAttributes.turn``; ids or None."""

    asking: str | None = None
    outcome: str | None = None
    channel: str | None = None


NOWHERE = TurnIds()
"""Of a skill that says nothing about it."""


class Said(NamedTuple):
    """What a person said or did, and what it was taken for."""

    utterance: str
    heard: Understood


@dataclass(frozen=True)
class TurnResult:
    """One turn. ``request`` and ``response`` are whole envelopes, None when nothing was sent or came back.

    ``ssml`` is the speech as the skill wrote it, with Alexa's own words after it if she has any, and
    ``reprompt_ssml`` its reprompt; ``ms`` is the time that the endpoint took. ``findings`` is what the judge has
    against the response; a refused one is still in ``response``. ``rang`` are the reminders that fell due. A session
    that ``lingers`` is there without being ``open``: on a screen, with the microphone closed.
    """

    utterance: str
    heard: Understood
    ssml: str = ""
    reprompt_ssml: str | None = None
    card: ShownCard | None = None
    open: bool = False
    lingers: bool = False
    turn: TurnIds = NOWHERE
    ms: float = 0.0
    request: Json | None = None
    response: Json | None = None
    findings: tuple[Finding, ...] = ()
    failure: EndpointFailure | None = None
    rang: tuple[Rang, ...] = ()

    @property
    def speech(self) -> str:
        """What is heard, without markup; empty when nothing is said."""
        return plain_text(self.ssml)

    @property
    def reprompt(self) -> str | None:
        """What would be heard after silence, without markup."""
        return None if self.reprompt_ssml is None else plain_text(self.reprompt_ssml)

    @property
    def asking(self) -> str | None:
        """The id of the open question."""
        return self.turn.asking

    @property
    def outcome(self) -> str | None:
        """The id of the outcome that was reached."""
        return self.turn.outcome

    @property
    def channel(self) -> str | None:
        """The id of the channel that was chosen."""
        return self.turn.channel


def brought(said: Said, done: Exchange) -> TurnResult:
    """A turn's result as far as the exchange alone tells: nothing is spoken or shown yet."""
    attributes = as_object((done.response or {}).get("sessionAttributes"))
    return TurnResult(
        *said,
        turn=turn_ids(attributes),
        ms=done.ms,
        request=done.request,
        response=done.response,
        findings=done.findings,
        failure=done.failure,
    )


def shown(card: Card | None) -> ShownCard | None:
    """A card as the person sees it."""
    if card is None:
        return None
    if isinstance(card, SimpleCard | StandardCard):
        return ShownCard(card.title, card.text)
    return ShownCard(card.type, "\n".join(card.permissions) if isinstance(card, PermissionCard) else "")


def turn_ids(session_attributes: Json) -> TurnIds:
    """The public convention of Case Compass; other skills simply have None everywhere."""
    turn = as_object(session_attributes.get("turn"))
    return TurnIds(*(value if isinstance(value := turn.get(name), str) else None for name in TurnIds._fields))
