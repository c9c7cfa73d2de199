"""Alexa's side of a session: sends requests to the skill, and does with its responses what Alexa does.

Life of a session (manage-skill-session-and-session-attributes): after a response with shouldEndSession false the
microphone opens; shouldEndSession true, or none on a device without a screen, is the end. A response that breaks a
rule ends it too, and the skill is told with a SessionEndedRequest of reason ERROR (request-types-reference).
"""

from dataclasses import replace

from simulator.account import Account
from simulator.consent import Consent, consent_wanted, outcome_of
from simulator.declared import Declared
from simulator.dialog import Dialog, begin, delegated, step_of
from simulator.envelope import Json, intent_request, session_ended_request
from simulator.exchange import Exchange
from simulator.joined_speech import joined
from simulator.judge.case import Case
from simulator.judge.response import Response
from simulator.judge.shape import read
from simulator.line import Line
from simulator.session import Session
from simulator.turn_result import NOWHERE, PROBLEM, Said, TurnResult, Understood, brought, shown, turn_ids


class Cloud:
    """Keeps the one session of a device; ``session`` is None while none is open."""

    def __init__(self, line: Line, declared: Declared, locale: str, account: Account) -> None:
        self.session: Session | None = None
        self._line = line
        self._declared = declared
        self._locale = locale
        self._account = account

    def turn(self, said: Said, request: Json) -> TurnResult:
        """Send any request of a session but its end, and follow the response."""
        done = self._send(request)
        response = None if done.refused or done.response is None else read(done.response)[0]
        if response is None:
            return self._break_off(said, done)
        if consent := consent_wanted(response.response.directives):
            return self._hand_over(said, done, response, consent)
        step = step_of(Case(done.request, response, self._declared))
        dialog = begin(step, done.request["request"].get("intent", {}), self._declared) if step else None
        if step and dialog and step.type == "Dialog.Delegate":
            return self._delegate(said, done, response, dialog)
        return self._listen(said, done, response, dialog)

    def end(self, said: Said, reason: str) -> TurnResult:
        """Tell the skill that its session is over; whatever it answers, nothing is spoken."""
        done = self._send(session_ended_request(self._locale, self._account.clock(), reason))
        self.session = None
        return self._line.reported(brought(said, done))

    def event(self, said: Said, request: Json) -> TurnResult:
        """Tell the skill of a skill event; an open session stays as it is, and nothing is spoken."""
        result = brought(said, self._line.event(request))
        turn = self.session.turn if self.session else NOWHERE
        return self._line.reported(replace(result, open=self.session is not None, turn=turn))

    def decide(self, utterance: str, words: str, consent: Consent) -> TurnResult:
        """Take the answer to Alexa's own question; no words are silence, and other words have her ask once more."""
        assert self.session is not None
        outcome = outcome_of(words, self._locale)
        if outcome is None and words and not consent.repeated:
            self.session.hand_over(replace(consent, repeated=True))
            question = consent.question(self._declared.name, self._locale)
            return TurnResult(utterance, Understood(None, "no answer to Alexa's question"), ssml=question, open=True)
        self._account.decide(consent.scopes, outcome)
        said = Said(utterance, Understood(consent.reply, "the answer to Alexa's question"))
        if not consent.reports:
            self.session = None
            return TurnResult(*said)
        self.session.consent = None
        return self.turn(said, consent.request(self._locale, self._account.clock(), outcome or "NOT_ANSWERED"))

    def _hand_over(self, said: Said, done: Exchange, response: Response, consent: Consent) -> TurnResult:
        """Alexa asks for a permission in her own words, or tells the skill that this device cannot."""
        assert self.session is not None
        body, told = response.response, self.session.consent is not None
        speech = body.output_speech.spoken if body.output_speech else ""
        self.session.hand_over(consent)
        if self._account.voice_consent:
            asked = joined(speech, consent.question(self._declared.name, self._locale))
            result = replace(brought(said, done), ssml=asked, card=shown(body.card), open=True)
            return self._line.reported(result)
        if told:
            # It was told a moment ago that the device cannot ask, and asks all the same: that is the end of it.
            return self._listen(said, done, response, None)
        result = self.turn(said, consent.request(self._locale, self._account.clock(), None))
        return replace(result, ssml=joined(speech, result.ssml), card=result.card or shown(body.card))

    def _listen(self, said: Said, done: Exchange, response: Response, dialog: Dialog | None) -> TurnResult:
        body = response.response
        reprompt = body.reprompt.output_speech.spoken if body.reprompt else None
        if self.session and body.open:
            self.session.take(response.session_attributes, reprompt, dialog)
        else:
            self.session = None
        speech = body.output_speech.spoken if body.output_speech else ""
        result = brought(said, done)
        return self._line.reported(
            replace(result, ssml=speech, reprompt_ssml=reprompt, card=shown(body.card), open=body.open)
        )

    def _delegate(self, said: Said, done: Exchange, response: Response, dialog: Dialog) -> TurnResult:
        """Alexa asks what is missing with the model's own prompts, or tells the skill that nothing is."""
        assert self.session is not None
        asked = delegated(dialog, self._declared)
        if asked is None:
            self.session.take(response.session_attributes, None, None)
            request = intent_request(self._locale, self._account.clock(), dialog.as_intent(), "COMPLETED")
            return self.turn(said, request)
        dialog, prompt = asked
        self.session.take(response.session_attributes, prompt, dialog)
        card = shown(response.response.card)
        result = replace(brought(said, done), ssml=prompt, reprompt_ssml=prompt, card=card, open=True)
        return self._line.reported(result)

    def _break_off(self, said: Said, done: Exchange) -> TurnResult:
        """What Alexa does about a response that she cannot use: says so, and ends the session with an error."""
        ended = self._send(session_ended_request(self._locale, self._account.clock(), "ERROR", done.error))
        self.session = None
        result = brought(said, done)
        return self._line.reported(
            replace(result, ssml=PROBLEM, turn=turn_ids({}), findings=result.findings + ended.findings)
        )

    def _send(self, request: Json) -> Exchange:
        session = self.session or Session()
        return self._line.send(session.as_request(), request)
