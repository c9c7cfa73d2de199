"""A device, with or without a screen: it tells what opens or leaves a skill from what is said to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from simulator.device.attention import awake, remark_on
from simulator.device.cloud import Cloud
from simulator.device.dynamic_entities import DynamicHearing
from simulator.device.line import Line
from simulator.device.ringing import Rang, ring
from simulator.device.screen import Screen
from simulator.device.session import Session
from simulator.device.session_keeper import SILENCE, SessionKeeper
from simulator.device.surroundings import Surroundings
from simulator.device.turn_result import Said, TurnResult, Understood
from simulator.dialogs.dialog import go_on
from simulator.dialogs.several_values import SeveralValues
from simulator.dialogs.yes_or_no import yes_or_no
from simulator.ears.ears import Ears
from simulator.ears.heard import Heard
from simulator.ears.hearing import Hearing
from simulator.ears.invocation import find_invocation
from simulator.ears.platform_exit import is_platform_exit
from simulator.envelope import SKILL_ID, Json, launch_request
from simulator.models.declared import Declared
from simulator.models.interaction_model import InteractionModel
from simulator.services.account import USER, Account
from simulator.services.call import Access
from simulator.services.clock import Clock, utc_now
from simulator.services.device_settings import DeviceSettings
from simulator.services.server import sender_for
from simulator.under_test.endpoint import Endpoint


class Device:
    """One Echo in one locale, with one person in front of it.

    A strict device raises ResponseRefused for every finding of the judge, after doing what Alexa does; any other
    speaks Alexa's line about a problem and lists the findings in the result. The clock returns an aware datetime: its
    date in the device's time zone is what "today" means to the ears. With an ``account``, that says who speaks and
    what time it is; without one the device makes its own, of ``user`` and ``clock``. ``screen`` is None without one.
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
        screen: bool = False,
    ) -> None:
        self.locale = locale
        self.invocation_name = model.language_model.invocation_name
        self.account = account or Account(user, Clock(clock))
        self.settings = DeviceSettings.of_locale(locale)
        self.screen = Screen() if screen else None
        self._declared = Declared(model)
        self._around = Surroundings(locale, self.account, self.settings, self.screen)
        access = Access(self.account, self.settings)
        line = Line(endpoint, self._declared, lambda: self._around.seen(sender_for(access, skill_id)), strict=strict)
        self._keeper = SessionKeeper(line, self._around)
        strict_ears = isinstance(ears, Ears) and ears.strict
        hearing = DynamicHearing(
            ears, model, lambda more: Ears(more, locale, skill_id=skill_id, strict=strict_ears), self._around.now
        )
        self._hearing = SeveralValues(hearing, model, locale)
        self._cloud = Cloud(line, self._keeper, self._declared, self._around, hearing)

    @property
    def open(self) -> bool:
        """Whether a session is open and Alexa listens."""
        return self._keeper.listening

    @property
    def session(self) -> Session | None:
        """What Alexa keeps of the session; None while there is none. It may be taken away, and put back later."""
        return self._keeper.session

    @session.setter
    def session(self, session: Session | None) -> None:
        self._keeper.session = session

    def say(self, utterance: str) -> TurnResult:
        """Say something; ValueError when there is nothing in it."""
        if not utterance.strip():
            raise ValueError("there is nothing to hear in a blank utterance: use silence() for silence")
        words = awake(utterance)
        session = self.session
        if session and session.consent:
            return self._cloud.decide(utterance, words, session.consent)
        invocation = find_invocation(words, self.invocation_name, self.locale)
        if invocation and invocation.utterance is None:
            return self._launch(Said(utterance, Understood("LaunchRequest", "invocation")))
        if invocation and invocation.utterance:
            self._keeper.close()
            return self._intent(utterance, invocation.utterance)
        if is_platform_exit(words, self.locale):
            return self.end(utterance, "the platform's own word for leaving")
        return self._intent(utterance, words, remark=remark_on(utterance, session))

    def intent(self, heard: Heard, said: Said, words: str = "") -> TurnResult:
        """What the ears heard, or what is to be taken for it: it goes on with the dialog that is under way."""
        session = self.session = self.session or Session()
        dialog = session.dialog
        if dialog and dialog.confirming and (settled := yes_or_no(heard, words, self.locale)):
            answered = said._replace(heard=Understood(dialog.intent, f"the answer to a confirmation: {settled}"))
            return self._cloud.intent(answered, dialog.confirmed(settled), "IN_PROGRESS")
        return self._cloud.intent(said, *go_on(heard, dialog, self._declared))

    def launch(self) -> TurnResult:
        """Open the skill without asking anything of it."""
        return self._launch(Said(":launch", Understood("LaunchRequest", "launch")))

    def silence(self) -> TurnResult:
        """Say nothing until something happens: the reprompt is heard, a microphone closes, the session ends."""
        session = self.session
        if session is None:
            return TurnResult(SILENCE, Understood(None, "silence, and no session is open"))
        if session.consent:
            return self._cloud.decide(SILENCE, "", session.consent)
        return self._keeper.silence(session)

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
        return self._keeper.event(Said(utterance, Understood(request["type"], "skill event")), request)

    def noted(self, utterance: str, how: str) -> TurnResult:
        """The result of something that the skill does not hear of; an open session stays as it is."""
        return self._keeper.unchanged(TurnResult(utterance, Understood(None, how)))

    def hang_up(self) -> None:
        """End an open session without a word to the skill."""
        self._keeper.close()

    def _end(self, utterance: str, how: str, reason: str) -> TurnResult:
        if self.session is None:
            return TurnResult(utterance, Understood(None, f"{how}, and no session is open"))
        return self._keeper.end(Said(utterance, Understood("SessionEndedRequest", how)), reason)

    def _launch(self, said: Said) -> TurnResult:
        self._keeper.close()
        self.session = Session()
        return self._cloud.turn(said, launch_request(self.locale, self._around.now()))

    def _intent(self, utterance: str, words: str, remark: str = "") -> TurnResult:
        session = self.session = self.session or Session()
        eliciting = session.dialog.elicitation if session.dialog else None
        heard = self._hearing.hear(words, today=self._around.now().date(), eliciting=eliciting)
        return self.intent(heard, Said(utterance, Understood.from_ears(heard, remark=remark)), words)
