"""A pizza corner: a small, sound skill that asks for a size and a topping, confirms them, and takes the order."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from simulator.envelope import SKILL_ID
from simulator.under_test.endpoint import HandlerEndpoint
from simulator.under_test.skill_under_test import SkillUnderTest

Json = dict[str, Any]
Handler = Callable[[Json, object], object]
MODELS = Path(__file__).parent / "models"
QUESTIONS = {
    "size": "Small or large?",
    "topping": "Olives or cheese?",
    "confirm": "Shall I order it?",
}
AGAIN = {
    "size": "Which size may it be?",
    "topping": "What may be on top?",
    "confirm": "Yes or no?",
}
BEFORE = {"size": "size", "topping": "size", "confirm": "topping"}
WELCOME = "Welcome to the pizza corner."
SORRY = "Sorry?"


def pizza(event: Json, _context: object) -> Json:
    """What the skill answers."""
    request = event["request"]
    asked = event.get("session", {}).get("attributes", {}).get("asking")
    asking = asked if asked in QUESTIONS else "size"
    if request["type"] == "SessionEndedRequest":
        return {"version": "1.0", "response": {}}
    if request["type"] == "LaunchRequest":
        return ask("size", WELCOME)
    return _intent(request["intent"], asking)


def _intent(intent: Json, asking: str) -> Json:
    match intent["name"].removeprefix("AMAZON.").removesuffix("Intent"):
        case "Stop" | "Cancel" | "NavigateHome":
            return tell("Goodbye.")
        case "Help":
            return ask(asking, "You can order a pizza.")
        case "StartOver":
            return ask("size", "Once more.")
        case "Previous":
            return ask(BEFORE[asking], "One back.")
        case "Yes" if asking == "confirm":
            return tell("It is on its way.")
        case "No" if asking == "confirm":
            return ask("size", "As you like.")
        case "Order":
            return ask("topping", "Good.") if filled(intent, "size") else ask("size", "A pizza.")
        case "Topping" if filled(intent, "topping") and asking != "size":
            return ask("confirm", "Fine.")
        case "Repeat":
            return ask(asking)
    return ask(asking, SORRY, again=True)


def ask(asking: str, before: str = "", *, again: bool = False) -> Json:
    """An answer that asks, and remembers what it asks."""
    question = (AGAIN if again else QUESTIONS)[asking]
    response: Json = {
        "outputSpeech": {"type": "SSML", "ssml": f"<speak>{before} {question}</speak>"},
        "reprompt": {"outputSpeech": {"type": "PlainText", "text": QUESTIONS[asking]}},
        "shouldEndSession": False,
    }
    if asking == "topping":
        elicit = {"type": "Dialog.ElicitSlot", "slotToElicit": "topping", "updatedIntent": {"name": "ToppingIntent"}}
        response["directives"] = [elicit]
    return {"version": "1.0", "sessionAttributes": {"asking": asking}, "response": response}


def tell(speech: str) -> Json:
    """An answer that ends the session."""
    speaks = {"type": "SSML", "ssml": f"<speak>{escape(speech)}</speak>"}
    return {"version": "1.0", "response": {"outputSpeech": speaks, "shouldEndSession": True}}


def filled(intent: Json, slot: str) -> str | None:
    """The id that a slot was resolved to."""
    given = intent.get("slots", {}).get(slot, {})
    for found in given.get("resolutions", {}).get("resolutionsPerAuthority", ()):
        if found["status"]["code"] == "ER_SUCCESS_MATCH":
            return str(found["values"][0]["value"]["id"])
    return None


def under_test(handler: Handler) -> SkillUnderTest:
    """A handler as the skill that is explored."""
    return SkillUnderTest(HandlerEndpoint(handler), MODELS, SKILL_ID)
