"""What the person hears when something broke on our side: short, with a way on, and nothing lost."""

import logging
from typing import Any

from skill.alexa.attributes import as_they_came
from skill.alexa.request import DEFAULT_LOCALE
from skill.conversation.acts import Ask, Plain
from skill.conversation.reply import Reply
from skill.errors import WordsMissing
from skill.wording.voice import word

_log = logging.getLogger(__name__)

APOLOGY = Plain("apology")
ONCE_MORE = "once_more"
_WITHOUT_WORDS = "Sorry, something went wrong on my side. Please try again later."
"""Said when even the catalogues are missing, in whatever locale: the build was never finished."""


def apologise(event: Any) -> dict[str, Any]:
    """The response envelope to a request that we could not handle, from the raw event.

    The session's attributes go back as they came, if they are such as Alexa sends. A request that nobody waits to
    hear an answer to (the end of a session, a skill event, anything outside a session) gets an empty response.
    """
    request = _object(event, "request")
    session = _object(event, "session")
    if not session or _is_silent(request):
        return {"version": "1.0", "response": {}}
    return {
        "version": "1.0",
        "sessionAttributes": as_they_came(session.get("attributes")),
        "response": _spoken(str(request.get("locale") or DEFAULT_LOCALE)),
    }


def _spoken(locale: str) -> dict[str, Any]:
    try:
        words = word(Reply((APOLOGY,), Ask(ONCE_MORE)), locale)
    except WordsMissing as missing:
        _log.error("there are no words to apologise with: %s", missing)
        return {"outputSpeech": _ssml(_WITHOUT_WORDS), "shouldEndSession": True}
    return {
        "outputSpeech": _ssml(words.speech),
        "reprompt": {"outputSpeech": _ssml(words.reprompt or "")},
        "shouldEndSession": False,
    }


def _is_silent(request: dict[str, Any]) -> bool:
    kind = str(request.get("type"))
    return kind == "SessionEndedRequest" or kind.startswith(("AlexaSkillEvent.", "System.", "Reminders."))


def _ssml(fragment: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{fragment}</speak>"}


def _object(event: Any, key: str) -> dict[str, Any]:
    value = event.get(key) if isinstance(event, dict) else None
    return value if isinstance(value, dict) else {}
