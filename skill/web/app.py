"""The Flask application: verify the raw bytes, then let the SDK's adapter dispatch them to the skill's one handler.

Answers: 200 with the response envelope; 400 with nothing in it for whatever was not shown to come from Alexa, as the
certification tests demand; 500 with nothing in it when the skill fails. Neither log nor answer tells what was said.
"""

import logging
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, InternalServerError

from skill.alexa.door import Handler
from skill.alexa.failures import without_words
from skill.alexa.handler_as_skill import HandlerAsSkill
from skill.alexa.verifier import Verifier
from skill.errors import NotFromAlexa
from skill.web.sdk_adapter import VERIFY_SIGNATURE_APP_CONFIG, VERIFY_TIMESTAMP_APP_CONFIG, SkillAdapter

# Alexa's own limit is on responses, 120 KB; a request sends the session's share of that back, and its context.
BODY_LIMIT_BYTES = 256 * 1024

_log = logging.getLogger(__name__)


def create_app(handler: Handler, verifier: Verifier) -> Flask:
    """The application, with POST /alexa for Alexa and GET /healthz for whoever watches the service.

    ``handler`` is what ``skill.bootstrap.build_skill`` returns. It is called with verified envelopes only.
    """
    app = Flask("skill.web", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT_BYTES
    # Ours decides, before the adapter is asked. The SDK's two verifiers would read the envelope first.
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = False
    app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    adapter = SkillAdapter(skill=HandlerAsSkill(_discreet(handler)), skill_id=verifier.skill_id, app=app)

    @app.post("/alexa")
    def alexa() -> Response:
        verifier.verify(request.headers, _body())
        answer: Response = adapter.dispatch_request()
        return answer

    @app.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    app.register_error_handler(NotFromAlexa, _not_from_alexa)
    app.register_error_handler(HTTPException, _without_words)
    app.register_error_handler(Exception, _failed)
    return app


def _body() -> bytes:
    """The body as it came over the wire, kept for the adapter, whatever content type the sender gave it."""
    try:
        return request.get_data(cache=True, parse_form_data=False)
    except HTTPException:
        raise NotFromAlexa(f"body: it is larger than {BODY_LIMIT_BYTES} bytes or cannot be read") from None


def _not_from_alexa(error: NotFromAlexa) -> Response:
    _log.warning("refused: %s", error)
    return Response(status=400)


def _without_words(error: HTTPException) -> Response:
    """An unknown path or a wrong method: the status and nothing else."""
    return Response(status=error.code or 500, headers=error.get_headers())


def _discreet(handler: Handler) -> Handler:
    """The handler with its failures told by us: the adapter would log the SDK's with their messages."""

    def handle(event: Any, context: Any) -> dict[str, Any]:
        try:
            return handler(event, context)
        except NotFromAlexa:
            raise
        except Exception as error:  # whatever it is, Alexa must be answered
            _tell(error)
            raise InternalServerError from None

    return handle


def _failed(error: Exception) -> Response:
    _tell(error)
    return Response(status=500)


def _tell(error: Exception) -> None:
    _log.error("the skill failed: %s", without_words(error))
