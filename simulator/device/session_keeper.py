"""The one session of a device, or none: what is sent in it, and how it ends.

It ends with a SessionEndedRequest, which nobody listens to the answer of: USER_INITIATED, EXCEEDED_MAX_REPROMPTS, or
ERROR after a response that Alexa cannot use (request-types-reference).
"""

from dataclasses import replace

from simulator.device.exchange import Exchange
from simulator.device.line import Line
from simulator.device.session import Session
from simulator.device.surroundings import Surroundings
from simulator.device.turn_result import NOWHERE, PROBLEM, Said, TurnResult, Understood, brought, turn_ids
from simulator.envelope import Json, session_ended_request

SILENCE = ":silence"
"""What stands for an utterance when nothing is said."""


class SessionKeeper:
    """``session`` is None while none is open."""

    def __init__(self, line: Line, around: Surroundings) -> None:
        self.session: Session | None = None
        self._line = line
        self._around = around

    @property
    def listening(self) -> bool:
        """Whether a session is open and so is the microphone."""
        return self.session is not None and self.session.listening

    def send(self, request: Json) -> Exchange:
        """A request within the session."""
        session = self.session or Session()
        done = self._line.send(session.as_request(), request)
        session.new = False
        return done

    def event(self, said: Said, request: Json) -> TurnResult:
        """Tell the skill of a skill event; an open session stays as it is, and nothing is spoken."""
        return self._line.reported(self.unchanged(brought(said, self._line.event(request))))

    def end(self, said: Said, reason: str) -> TurnResult:
        """Tell the skill that its session is over; whatever it answers, nothing is spoken.

        A skill that never heard of the session does not hear of its end, and a forgetful screen tells of no silence.
        """
        screen = self._around.screen
        forgotten = screen is not None and screen.forgets_to_end and reason == "EXCEEDED_MAX_REPROMPTS"
        if self.session is None or self.session.new or forgotten:
            self.close()
            return TurnResult(said.utterance, Understood(None, f"{said.heard.how}; the skill hears nothing of it"))
        done = self._ended(reason)
        self.close()
        return self._line.reported(brought(said, done))

    def silence(self, session: Session) -> TurnResult:
        """What eight seconds of silence bring: the reprompt, the end, or a session that lingers on its screen.

        That one ends after thirty seconds of silence.
        """
        screen = self._around.screen
        if session.listening and session.reprompt is not None and not session.reprompted:
            session.reprompted = True
            return self.unchanged(TurnResult(SILENCE, Understood(None, "silence"), ssml=session.reprompt))
        if session.listening and screen and screen.token is not None:
            session.listening = False
            how = "silence; the microphone closes, and the screen stays for thirty seconds"
            return self.unchanged(TurnResult(SILENCE, Understood(None, how)))
        return self.end(Said(SILENCE, Understood("SessionEndedRequest", "silence")), "EXCEEDED_MAX_REPROMPTS")

    def break_off(self, said: Said, done: Exchange) -> TurnResult:
        """What Alexa does about a response that she cannot use: says so, and ends the session with an error."""
        ended = self._ended("ERROR", done.error)
        self.close()
        result = replace(brought(said, done), ssml=PROBLEM, turn=turn_ids({}))
        return replace(result, findings=result.findings + ended.findings)

    def close(self) -> None:
        """Let the session be over without a word to the skill; a screen goes dark."""
        self.session = None
        if self._around.screen:
            self._around.screen.token = None

    def unchanged(self, result: TurnResult) -> TurnResult:
        """A result after which the session is as it was before."""
        session = self.session
        if session is None:
            return replace(result, turn=NOWHERE)
        return replace(result, open=session.listening, lingers=not session.listening, turn=session.turn)

    def _ended(self, reason: str, error: Json | None = None) -> Exchange:
        return self.send(session_ended_request(self._around.locale, self._around.now(), reason, error))
