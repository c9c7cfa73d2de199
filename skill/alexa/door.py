"""The one way in for an envelope, whichever door it comes through: guarded, dispatched, never without an answer."""

import logging
from collections.abc import Callable
from typing import Any

from ask_sdk_core.skill_builder import SkillBuilder

from skill.alexa.apology import apologise
from skill.alexa.events import PermissionChangedHandler, SkillDisabledHandler
from skill.alexa.failures import without_words
from skill.alexa.handlers import ConversationHandler, SessionEndedHandler, SilentHandler
from skill.errors import NotFromAlexa, StoreError
from skill.service import Service

Handler = Callable[[Any, Any], dict[str, Any]]
"""A Lambda handler: (event, context) to response envelope, both as JSON objects."""

_log = logging.getLogger(__name__)


def open_door(service: Service, skill_id: str | None) -> Handler:
    """The skill as a handler.

    An envelope for another skill raises ``NotFromAlexa``. Whatever else goes wrong, down to a request type that the
    SDK has never heard of (it raises before any handler), is logged and answered with an apology and a way on.
    """
    builder = SkillBuilder()
    handlers = (
        ConversationHandler(service),
        SessionEndedHandler(),
        SkillDisabledHandler(service),
        PermissionChangedHandler(service),
        SilentHandler(),
    )
    for handler in handlers:
        builder.add_request_handler(handler)
    dispatch = builder.lambda_handler()

    def handle(event: Any, context: Any = None) -> dict[str, Any]:
        _require_own(event, skill_id)
        try:
            answered: dict[str, Any] = dispatch(event, context)
        except StoreError:
            # Only an event lets a store's failure through: it must be seen to have failed, so as not to be lost.
            _log.error("an event could not be followed: the store failed")
            raise
        except Exception as wrong:  # whatever it is, the person must hear something
            _log.error("a request could not be handled: %s", without_words(wrong))
            return apologise(event)
        return answered

    return handle


def _require_own(event: Any, skill_id: str | None) -> None:
    if skill_id is None:
        return
    try:
        addressed = event["context"]["System"]["application"]["applicationId"]
    except (KeyError, TypeError):
        addressed = None
    if addressed != skill_id:
        raise NotFromAlexa("the request is for another skill: applicationId")
