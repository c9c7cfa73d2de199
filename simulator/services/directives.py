"""Progressive responses: ``POST /v1/directives`` (progressive-response-api-reference). They are taken, not spoken."""

from http import HTTPStatus

from simulator.judge.response import as_object
from simulator.services.call import NOT_ALLOWED, Access, Answer, Call, problem

PATH = "/v1/directives"

NO_SPEECH = problem(HTTPStatus.BAD_REQUEST, "INVALID_DIRECTIVE", "There must be a VoicePlayer.Speak with a speech.")


def answer(_access: Access, call: Call) -> Answer:
    """204 for a directive that has something to say and names the request that it belongs to."""
    if call.method != "POST":
        return NOT_ALLOWED
    body = as_object(call.json())
    directive, header = as_object(body.get("directive")), as_object(body.get("header"))
    speech = directive.get("speech")
    right = directive.get("type") == "VoicePlayer.Speak" and isinstance(speech, str) and speech.strip()
    return Answer(HTTPStatus.NO_CONTENT) if right and isinstance(header.get("requestId"), str) else NO_SPEECH
