"""A device without a screen: it tells what opens or leaves a skill from what is said to it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from simulator.account import USER, Account
from simulator.clock import Clock, utc_now
from simulator.cloud import Cloud
from simulator.declared import Declared
from simulator.device_settings import DeviceSettings
from simulator.dialog import go_on
from simulator.ears.ears import Elicitation
from simulator.ears.invocation import find_invocation
from simulator.ears.platform_exit import is_platform_exit
from simulator.endpoint import Endpoint
from simulator.envelope import SKILL_ID, Json, intent_request, launch_request
from simulator.hearing import Hearing
from simulator.interaction_model import InteractionModel
from simulator.line import Line
from simulator.ringing import Rang, ring
from simulator.services.call import Access
from simulator.services.server import sender_for
from simulator.session import Session
from simulator.turn_result import NOWHERE, Said, TurnResult, Understood

NAME_NEEDED = "; a real Echo would need the invocation name"
"""Remark on an utterance that opened a session without naming the skill."""

# Only with its comma: "Alexa won't connect" is a sentence about a device.
_WAKE_WORD = re.compile(r"^\s*alexa\s*,\s*(?=\S)", re.IGNORECASE)


class Device:
    """One Echo in one locale, with one person in front of it.

    A strict device raises ResponseRefused for every finding of the judge, after doing what Alexa does; any other
    speaks Alexa's line about a problem and lists the findings in the result. The clock returns an aware datetime: its
    date in the device's time zone is what "today" means to the ears. With an ``account``, that says who speaks and
    what time it is; without one the device makes its own, of ``user`` and ``clock``.
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
        account: Account | None = None,
    ) -> None:
        self.locale = locale
        self.invocation_name = model.language_model.invocation_name
        self.account = account or Account(user, Clock(clock))
        self.settings = DeviceSettings.of_locale(locale)
        self._declared = Declared(model)
        self._ears = ears
        access = Access(self.account, self.settings)
        line = Line(endpoint, self._declared, lambda: sender_for(access, skill_id), strict=strict)
        self._cloud = Cloud(line, self._declared, locale, self.account)

    @property
    def open(self) -> bool:
        """Whether a session is open and Alexa listens."""
        return self._cloud.session is not None

    def say(self, utterance: str) -> TurnResult:
        """Say something; ValueError when there is nothing in it."""
        if not utterance.strip():
            raise ValueError("there is nothing to hear in a blank utterance: use silence() for silence")
        awake = _WAKE_WORD.sub("", utterance)
        if self._cloud.session and self._cloud.session.consent:
            return self._cloud.decide(utterance, awake, self._cloud.session.consent)
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
        if session.consent:
            return self._cloud.decide(":silence", "", session.consent)
        if session.reprompt is None or session.reprompted:
            said = Said(":silence", Understood("SessionEndedRequest", "silence"))
            return self._cloud.end(said, "EXCEEDED_MAX_REPROMPTS")
        session.reprompted = True
        heard = Understood(None, "silence")
        return TurnResult(":silence", heard, ssml=session.reprompt, open=True, turn=session.turn)

    def end(self, utterance: str = ":new", how: str = "the person leaves") -> TurnResult:
        """Leave the skill as "exit" does; nothing is sent when no session is open."""
        return self._end(utterance, how, "USER_INITIATED")

    def later(self, by: timedelta, utterance: str = ":later") -> TurnResult:
        """Let time pass: an open session ends as after silence, and the reminders that fall due ring."""
        result = self._end(utterance, "time passes", "EXCEEDED_MAX_REPROMPTS")
        self.account.clock.move(by)
        return replace(result, rang=self.ring())

    def ring(self) -> tuple[Rang, ...]:
        """Let the reminders ring that have fallen due by now."""
        return ring(self.account, self.settings.zone, self.locale)

    def event(self, utterance: str, request: Json) -> TurnResult:
        """Send a skill event; an open session stays as it is."""
        return self._cloud.event(Said(utterance, Understood(request["type"], "skill event")), request)

    def noted(self, utterance: str, how: str) -> TurnResult:
        """The result of something that the skill does not hear of; an open session stays as it is."""
        session = self._cloud.session
        turn = session.turn if session else NOWHERE
        return TurnResult(utterance, Understood(None, how), open=self.open, turn=turn)

    def hang_up(self) -> None:
        """End an open session without a word to the skill."""
        self._cloud.session = None

    def _end(self, utterance: str, how: str, reason: str) -> TurnResult:
        if not self.open:
            return TurnResult(utterance, Understood(None, f"{how}, and no session is open"))
        return self._cloud.end(Said(utterance, Understood("SessionEndedRequest", how)), reason)

    def _launch(self, said: Said) -> TurnResult:
        self._cloud.session = Session()
        return self._cloud.turn(said, launch_request(self.locale, self.account.clock()))

    def _intent(self, utterance: str, words: str, remark: str = "") -> TurnResult:
        session = self._cloud.session = self._cloud.session or Session()
        dialog = session.dialog
        eliciting = Elicitation(dialog.intent, dialog.eliciting) if dialog and dialog.eliciting else None
        now = self.account.clock()
        heard = self._ears.hear(words, today=now.astimezone(self.settings.zone).date(), eliciting=eliciting)
        intent, state = go_on(heard, dialog, self._declared)
        request = intent_request(self.locale, now, intent.as_intent(), state)
        return self._cloud.turn(Said(utterance, Understood.from_ears(heard, remark=remark)), request)
