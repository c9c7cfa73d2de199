"""What Amazon lets a response hold, in one place.

Source: "Request and Response JSON Reference" in the documentation of the Alexa Skills Kit, section on response
limits.
"""

SPEECH = 8_000
"""Characters of outputSpeech, and of a reprompt, tags included."""
CARD = 8_000
"""Characters of all text of a card, title included."""
ELLIPSIS = "…"


def cut(text: str, limit: int) -> str:
    """The text cut at a word's end so that it has at most ``limit`` characters."""
    if len(text) <= limit:
        return text
    kept = text[: limit - len(ELLIPSIS)]
    return (kept.rpartition(" ")[0] or kept) + ELLIPSIS
