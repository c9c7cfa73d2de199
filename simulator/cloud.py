"""Alexa's side of a session: sends requests to the skill, and does with its responses what Alexa does.

Life of a session (manage-skill-session-and-session-attributes): after a response with shouldEndSession false the
microphone opens; shouldEndSession true, or none on a device without a screen, is the end. A response that breaks a
rule ends it too, and the skill is told with a SessionEndedRequest of reason ERROR (request-types-reference).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from simulator.declared import Declared
from simulator.dialog import Dialog, begin, delegated
from simulator.endpoint import Endpoint
from simulator.envelope import Json, Sender, intent_request, session_ended_request
from simulator.errors import ResponseRefused
from simulator.exchange import Exchange, exchange
from simulator.judge.case import Case
from simulator.judge.dialog import STEPS, why_dropped
from simulator.judge.response import Directive, Response
from simulator.judge.shape import read
from simulator.session import Session
from simulator.turn_result import PROBLEM, Said, TurnResult, brought, shown, turn_ids


class Cloud:
    """Keeps the one session of a device; ``session`` is None while none is open."""

    def __init__(
        self,
        endpoint: Endpoint,
        declared: Declared,
        sender: Sender,
        locale: str,
        clock: Callable[[], datetime],
        *,
        strict: bool,
    ) -> None:
        self.session: Session | None = None
        self._endpoint = endpoint
        self._declared = declared
        self._sender = sender
        self._locale = locale
        self._clock = clock
        self._strict = strict

    def turn(self, said: Said, request: Json) -> TurnResult:
        """Send a LaunchRequest or an IntentRequest and follow the response."""
        done = self._send(request)
        response = None if done.refused or done.response is None else read(done.response)[0]
        if response is None:
            return self._break_off(said, done)
        step = self._step(done, response)
        if step is not None and step.type == "Dialog.Delegate":
            return self._delegate(said, done, response, self._begin(step, done))
        return self._listen(said, done, response, self._begin(step, done) if step else None)

    def end(self, said: Said, reason: str) -> TurnResult:
        """Tell the skill that its session is over; whatever it answers, nothing is spoken."""
        done = self._send(session_ended_request(self._locale, self._clock(), reason))
        self.session = None
        return self._reported(brought(said, done))

    def _listen(self, said: Said, done: Exchange, response: Response, dialog: Dialog | None) -> TurnResult:
        body = response.response
        reprompt = body.reprompt.output_speech.spoken if body.reprompt else None
        if self.session and body.open:
            self.session.take(response.session_attributes, reprompt, dialog)
        else:
            self.session = None
        speech = body.output_speech.spoken if body.output_speech else ""
        result = brought(said, done)
        return self._reported(
            replace(result, ssml=speech, reprompt_ssml=reprompt, card=shown(body.card), open=body.open)
        )

    def _delegate(self, said: Said, done: Exchange, response: Response, dialog: Dialog) -> TurnResult:
        """Alexa asks what is missing with the model's own prompts, or tells the skill that nothing is."""
        assert self.session is not None
        asked = delegated(dialog, self._declared)
        if asked is None:
            self.session.take(response.session_attributes, None, None)
            return self.turn(said, intent_request(self._locale, self._clock(), dialog.as_intent(), "COMPLETED"))
        dialog, prompt = asked
        self.session.take(response.session_attributes, prompt, dialog)
        card = shown(response.response.card)
        return self._reported(replace(brought(said, done), ssml=prompt, reprompt_ssml=prompt, card=card, open=True))

    def _break_off(self, said: Said, done: Exchange) -> TurnResult:
        """What Alexa does about a response that she cannot use: says so, and ends the session with an error."""
        ended = self._send(session_ended_request(self._locale, self._clock(), "ERROR", done.error))
        self.session = None
        result = brought(said, done)
        return self._reported(
            replace(result, ssml=PROBLEM, turn=turn_ids({}), findings=result.findings + ended.findings)
        )

    def _step(self, done: Exchange, response: Response) -> Directive | None:
        """The step of a dialog that the response asks for, unless Alexa drops it."""
        case = Case(done.request, response, self._declared)
        steps = [directive for directive in response.response.directives if directive.type in STEPS]
        return steps[0] if steps and why_dropped(case, steps[0]) is None else None

    def _begin(self, step: Directive, done: Exchange) -> Dialog:
        return begin(step, done.request["request"].get("intent", {}), self._declared)

    def _send(self, request: Json) -> Exchange:
        session = self.session or Session()
        return exchange(self._endpoint, self._sender.envelope(session.as_request(), request), self._declared)

    def _reported(self, result: TurnResult) -> TurnResult:
        if self._strict and result.findings:
            raise ResponseRefused(result.findings, result.request or {}, result.response) from result.failure
        return result
