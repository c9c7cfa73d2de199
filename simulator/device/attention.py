"""What a real Echo would need to hear before it listens: the wake word, or the skill's name."""

import re

from simulator.device.session import Session

NAME_NEEDED = "; a real Echo would need the invocation name"
"""Remark on an utterance that opened a session without naming the skill."""
WAKE_WORD_NEEDED = "; a real Echo would need the wake word"
"""Remark on an utterance to a session that lingers on a screen, with the microphone closed."""

# Only with its comma: "Alexa won't connect" is a sentence about a device.
_WAKE_WORD = re.compile(r"^\s*alexa\s*,\s*(?=\S)", re.IGNORECASE)


def awake(utterance: str) -> str:
    """The utterance without the wake word, if it begins with it."""
    return _WAKE_WORD.sub("", utterance)


def remark_on(utterance: str, session: Session | None) -> str:
    """What was missing before an utterance that went to the skill all the same; empty when nothing was."""
    if session is None:
        return NAME_NEEDED
    return "" if session.listening or awake(utterance) != utterance else WAKE_WORD_NEEDED
