"""Alexa's side of a talk: what she does with the responses of a skill.

Life of a session (manage-skill-session-and-session-attributes): after a response with shouldEndSession false the
microphone opens; true is the end, and so is none at all, unless something new is on a screen. Where Alexa leads a
dialog, she asks before the skill hears of it (delegate-dialog-to-alexa).
"""

from dataclasses import replace

from simulator.device.consent import Consent, consent_wanted, outcome_of
from simulator.device.dynamic_entities import DynamicHearing
from simulator.device.exchange import Exchange, in_circles
from simulator.device.joined_speech import joined
from simulator.device.line import Line
from simulator.device.session_keeper import SessionKeeper
from simulator.device.surroundings import Surroundings
from simulator.device.turn_result import Said, TurnResult, Understood, brought, shown
from simulator.dialogs.delegation import next_question
from simulator.dialogs.dialog import Dialog, begin, step_of
from simulator.envelope import Json, intent_request
from simulator.judge.case import Case
from simulator.judge.response import Response
from simulator.judge.shape import read
from simulator.models.declared import Declared

LED = "; Alexa leads the dialog, and the skill hears nothing yet"
"""Remark on an utterance that Alexa answers with a question of her own."""
MOST_DELEGATIONS = 10
"""How often a skill may hand complete dialogs to Alexa in one turn: a bound of our own, against circles."""


class Cloud:
    """Follows the responses in the session that a keeper keeps."""

    def __init__(
        self, line: Line, keeper: SessionKeeper, declared: Declared, around: Surroundings, hearing: DynamicHearing
    ) -> None:
        self._line = line
        self._keeper = keeper
        self._declared = declared
        self._around = around
        self._hearing = hearing

    def turn(self, said: Said, request: Json) -> TurnResult:
        """Send a request of a session, neither an intent nor its end, and follow the response."""
        return self._line.reported(self._turn(said, request))

    def intent(self, said: Said, dialog: Dialog, state: str | None) -> TurnResult:
        """Send an intent and follow the response; where Alexa leads the dialog, only when it is complete."""
        if not self._declared.alexa_leads(dialog.intent):
            return self.turn(said, self._intent_request(dialog, state))
        heard = replace(said.heard, how=said.heard.how + LED)
        led = self._ask(TurnResult(said.utterance, heard), dialog)
        return led or self.turn(said, self._intent_request(dialog, "COMPLETED"))

    def decide(self, utterance: str, words: str, consent: Consent) -> TurnResult:
        """Take the answer to Alexa's own question; no words are silence, and other words have her ask once more."""
        assert self._keeper.session is not None
        outcome = outcome_of(words, self._around.locale)
        if outcome is None and words and not consent.repeated:
            self._keeper.session.hand_over(replace(consent, repeated=True))
            question = consent.question(self._declared.name, self._around.locale)
            return TurnResult(utterance, Understood(None, "no answer to Alexa's question"), ssml=question, open=True)
        self._around.account.decide(consent.scopes, outcome)
        said = Said(utterance, Understood(consent.reply, "the answer to Alexa's question"))
        if not consent.reports:
            self._keeper.close()
            return TurnResult(*said)
        self._keeper.session.consent = None
        return self.turn(said, consent.request(self._around.locale, self._around.now(), outcome or "NOT_ANSWERED"))

    def _turn(self, said: Said, request: Json, delegations: int = 0) -> TurnResult:
        done = self._keeper.send(request)
        response = None if done.refused or done.response is None else read(done.response)[0]
        if response is None:
            return self._keeper.break_off(said, done)
        self._hearing.update(response.response.directives)
        if consent := consent_wanted(response.response.directives):
            return self._hand_over(said, done, response, consent)
        step = step_of(Case(done.request, response, self._declared))
        dialog = begin(step, done.request["request"].get("intent", {}), self._declared) if step else None
        if step and dialog and step.type == "Dialog.Delegate":
            return self._delegate(said, done, response, dialog, delegations + 1)
        return self._listen(said, done, response, dialog)

    def _hand_over(self, said: Said, done: Exchange, response: Response, consent: Consent) -> TurnResult:
        """Alexa asks for a permission in her own words, or tells the skill that this device cannot."""
        assert self._keeper.session is not None
        body, told = response.response, self._keeper.session.consent is not None
        speech = body.output_speech.spoken if body.output_speech else ""
        self._keeper.session.hand_over(consent)
        if self._around.account.voice_consent:
            asked = joined(speech, consent.question(self._declared.name, self._around.locale))
            return replace(brought(said, done), ssml=asked, card=shown(body.card), open=True)
        if told:
            # It was told a moment ago that the device cannot ask, and asks all the same: that is the end of it.
            return self._listen(said, done, response, None)
        result = self._turn(said, consent.request(self._around.locale, self._around.now(), None))
        return replace(result, ssml=joined(speech, result.ssml), card=result.card or shown(body.card))

    def _listen(self, said: Said, done: Exchange, response: Response, dialog: Dialog | None) -> TurnResult:
        body = response.response
        speech = body.output_speech.spoken if body.output_speech else ""
        reprompt = body.reprompt.output_speech.spoken if body.reprompt else None
        drawn = self._around.screen is not None and self._around.screen.draw(body.directives)
        lingers = drawn and body.absent and not body.open
        if self._keeper.session and (body.open or lingers):
            self._keeper.session.take(response.session_attributes, reprompt, dialog)
            self._keeper.session.listening = body.open
        else:
            self._keeper.close()
        result = replace(brought(said, done), ssml=speech, reprompt_ssml=reprompt, open=body.open, lingers=lingers)
        return replace(result, card=None if drawn else shown(body.card))

    def _delegate(
        self, said: Said, done: Exchange, response: Response, dialog: Dialog, delegations: int
    ) -> TurnResult:
        """Alexa asks what is missing with the model's own prompts, or tells the skill that nothing is."""
        assert self._keeper.session is not None
        self._keeper.session.take(response.session_attributes, None, None)
        asked = self._ask(replace(brought(said, done), card=shown(response.response.card)), dialog)
        if asked:
            return asked
        if delegations > MOST_DELEGATIONS:
            return self._keeper.break_off(said, in_circles(done, delegations))
        result = self._turn(said, self._intent_request(dialog, "COMPLETED"), delegations)
        return replace(result, findings=done.findings + result.findings)

    def _ask(self, result: TurnResult, dialog: Dialog) -> TurnResult | None:
        """The result with Alexa's own question about what the dialog lacks; None when it lacks nothing."""
        assert self._keeper.session is not None
        question = next_question(dialog, self._declared, self._around.now())
        if question is None:
            return None
        words = self._keeper.session.prompt(self._declared.prompt(question.prompt), question.dialog)
        return replace(result, ssml=words, reprompt_ssml=words, open=True, turn=self._keeper.session.turn)

    def _intent_request(self, dialog: Dialog, state: str | None) -> Json:
        return intent_request(self._around.locale, self._around.now(), dialog.as_intent(), state)
