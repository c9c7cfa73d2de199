"""What Alexa would send back with the next request: the session attributes of an answer."""

import json

from simulator.envelope import Json

_MOST_BYTES = 20_000


def last_attributes(answer: bytes) -> Json | None:
    """The attributes of an answer that has some, unless they are larger than a talk makes them."""
    if not answer or len(answer) > _MOST_BYTES:
        return None
    try:
        attributes = json.loads(answer).get("sessionAttributes")
    except (ValueError, AttributeError):
        return None
    return attributes if isinstance(attributes, dict) and "record" in attributes else None
