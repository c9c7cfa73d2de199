"""A device without a screen: it tells what opens or leaves a skill from what is said to it."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Protocol

from simulator.cloud import Cloud
from simulator.declared import Declared
from simulator.dialog import go_on
from simulator.ears.ears import Elicitation
from simulator.ears.heard import Heard
from simulator.ears.invocation import find_invocation
from simulator.ears.platform_exit import is_platform_exit
from simulator.endpoint import Endpoint
from simulator.envelope import SKILL_ID, Sender, intent_request, launch_request
from simulator.interaction_model import InteractionModel
from simulator.session import Session
from simulator.turn_result import Said, TurnResult, Understood

USER = "amzn1.ask.account.SIMULATOR"
"""The person who speaks, unless told otherwise."""

NAME_NEEDED = "; a real Echo would need the invocation name"
"""Remark on an utterance that opened a session without naming the skill."""

# Only with its comma: "Alexa won't connect" is a sentence about a device.
_WAKE_WORD = re.compile(r"^\s*alexa\s*,\s*(?=\S)", re.IGNORECASE)


class Hearing(Protocol):
    """The part of the ears that a device uses."""

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:
        """The intent and slots of an utterance."""
        ...


def utc_now() -> datetime:
    """The real time."""
    return datetime.now(UTC)


class Device:
    """One Echo in one locale, with one person in front of it.

    A strict device raises ResponseRefused for every finding of the judge, after doing what Alexa does; any other
    speaks Alexa's line about a problem and lists the findings in the result. The clock returns an aware datetime: its
    date is what "today" means to the ears.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        model: InteractionModel,
        ears: Hearing,
        locale: str,
        user: str = USER,
        clock: Callable[[], datetime] = utc_now,
        *,
        skill_id: str = SKILL_ID,
        strict: bool = True,
    ) -> None:
        self.locale = locale
        self.invocation_name = model.language_model.invocation_name
        self._declared = Declared(model)
        self._ears = ears
        self._clock = clock
        self._cloud = Cloud(endpoint, self._declared, Sender(skill_id, user), locale, clock, strict=strict)

    @property
    def open(self) -> bool:
        """Whether a session is open and Alexa listens."""
        return self._cloud.session is not None

    def say(self, utterance: str) -> TurnResult:
        """Say something; ValueError when there is nothing in it."""
        if not utterance.strip():
            raise ValueError("there is nothing to hear in a blank utterance: use silence() for silence")
        awake = _WAKE_WORD.sub("", utterance)
        invocation = find_invocation(awake, self.invocation_name, self.locale)
        if invocation and invocation.utterance is None:
            return self._launch(Said(utterance, Understood("LaunchRequest", "invocation")))
        if invocation and invocation.utterance:
            self._cloud.session = None
            return self._intent(utterance, invocation.utterance)
        if is_platform_exit(awake, self.locale):
            return self.end(utterance, "the platform's own word for leaving")
        return self._intent(utterance, awake, remark="" if self.open else NAME_NEEDED)

    def launch(self) -> TurnResult:
        """Open the skill without asking anything of it."""
        return self._launch(Said(":launch", Understood("LaunchRequest", "launch")))

    def silence(self) -> TurnResult:
        """Say nothing for eight seconds: the reprompt is heard; the second time the session ends."""
        session = self._cloud.session
        if session is None:
            return TurnResult(":silence", Understood(None, "silence, and no session is open"))
        if session.reprompt is None or session.reprompted:
            said = Said(":silence", Understood("SessionEndedRequest", "silence"))
            return self._cloud.end(said, "EXCEEDED_MAX_REPROMPTS")
        session.reprompted = True
        heard = Understood(None, "silence")
        return TurnResult(":silence", heard, ssml=session.reprompt, open=True, turn=session.turn)

    def end(self, utterance: str = ":new", how: str = "the person leaves") -> TurnResult:
        """Leave the skill as "exit" does; nothing is sent when no session is open."""
        if not self.open:
            return TurnResult(utterance, Understood(None, f"{how}, and no session is open"))
        return self._cloud.end(Said(utterance, Understood("SessionEndedRequest", how)), "USER_INITIATED")

    def _launch(self, said: Said) -> TurnResult:
        self._cloud.session = Session()
        return self._cloud.turn(said, launch_request(self.locale, self._clock()))

    def _intent(self, utterance: str, words: str, remark: str = "") -> TurnResult:
        session = self._cloud.session = self._cloud.session or Session()
        dialog = session.dialog
        eliciting = Elicitation(dialog.intent, dialog.eliciting) if dialog and dialog.eliciting else None
        now = self._clock()
        heard = self._ears.hear(words, today=now.date(), eliciting=eliciting)
        intent, state = go_on(heard, dialog, self._declared)
        request = intent_request(self.locale, now, intent.as_intent(), state)
        return self._cloud.turn(Said(utterance, Understood.from_ears(heard, remark=remark)), request)
