"""Faults planted into the pizza corner: each changes one thing, and only in one place."""

import logging
from collections.abc import Callable
from typing import NamedTuple

from tests.explorer.pizza import Handler, Json, ask, filled, pizza, tell

LEAVES = ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "AMAZON.StartOverIntent")
SMALL, OLIVES = "OrderIntent size='small'", "ToppingIntent topping='olives'"


class Seen(NamedTuple):
    """A request as the plants look at it."""

    intent: str | None
    asking: str | None
    event: Json

    @classmethod
    def of(cls, event: Json) -> "Seen":
        attributes = event.get("session", {}).get("attributes") or {}
        return cls(event["request"].get("intent", {}).get("name"), attributes.get("asking"), event)

    def says(self, intent: str, asking: str) -> bool:
        """Whether this intent was said to this question."""
        return (self.intent, self.asking) == (f"AMAZON.{intent}Intent", asking)


Plant = Callable[[Seen, Json], object]
"""Takes a request and the sound answer; gives the answer that the planted skill has instead."""


def planted(plant: Plant) -> Handler:
    """The pizza corner with a fault in it."""

    def handler(event: Json, context: object) -> object:
        return plant(Seen.of(event), pizza(event, context))

    return handler


def raises_on_olives(seen: Seen, answer: Json) -> object:
    if seen.asking == "topping" and filled(seen.event["request"].get("intent", {}), "topping") == "olives":
        raise KeyError("olives")
    return answer


def says_too_much(seen: Seen, answer: Json) -> object:
    if seen.says("Repeat", "confirm"):
        answer["response"]["outputSpeech"]["ssml"] = f"<speak>{'Yes or no? ' * 800}</speak>"
    return answer


def goes_round(seen: Seen, answer: Json) -> object:
    return _odd_question(seen, answer, lambda asking: "drink" if asking == "dessert" else "dessert")


def asks_for_ever(seen: Seen, answer: Json) -> object:
    return _odd_question(seen, answer, lambda asking: asking, counts=True)


def leads_nowhere(seen: Seen, answer: Json) -> object:
    return _odd_question(seen, answer, lambda asking: asking)


def _odd_question(seen: Seen, answer: Json, next_one: Callable[[str], str], *, counts: bool = False) -> object:
    """After the no to the order comes a question that the sound skill does not have."""
    if not seen.says("No", "confirm") and seen.asking not in ("drink", "dessert"):
        return answer
    if seen.intent is None or seen.intent in LEAVES:
        return answer if seen.intent != "AMAZON.StartOverIntent" else ask("size", "Once more.")
    asked = next_one(seen.asking or "") if seen.asking in ("drink", "dessert") else "drink"
    times = (seen.event["session"]["attributes"].get("times", 0) + 1) % 3 if counts else 0
    odd = ask("size", f"{seen.intent.rpartition('.')[2]} it is, {asked} {times}.")
    odd["sessionAttributes"] = {"asking": asked, "times": times}
    odd["response"]["reprompt"]["outputSpeech"]["text"] = f"Which {asked}?"
    return odd


def hangs_up_on_help(seen: Seen, answer: Json) -> object:
    return tell("You can order a pizza.") if seen.says("Help", "confirm") else answer


def does_not_stop(seen: Seen, answer: Json) -> object:
    return ask("topping", "Are you sure?") if seen.says("Stop", "topping") else answer


def hangs_up_on_back(seen: Seen, answer: Json) -> object:
    return tell("Then not.") if seen.says("Previous", "topping") else answer


def forgets_on_back(seen: Seen, answer: Json) -> object:
    return ask("size", "One back.") if seen.says("Previous", "confirm") else answer


def echoes_what_was_said(seen: Seen, answer: Json) -> object:
    said = seen.event["request"].get("intent", {}).get("slots", {}).get("topping", {}).get("value", "")
    if seen.asking == "topping" and "<" in said:
        answer["response"]["outputSpeech"]["ssml"] = f"<speak>{said} is not on the menu. What may be on top?</speak>"
    return answer


def asks_without_a_reprompt(seen: Seen, answer: Json) -> object:
    if seen.says("Help", "confirm"):
        del answer["response"]["reprompt"]
    return answer


def asks_in_the_same_words(seen: Seen, answer: Json) -> object:
    return ask("confirm", "Fine.") if seen.says("Fallback", "confirm") else answer


def loses_its_attributes(seen: Seen, answer: Json) -> object:
    if seen.says("Help", "topping"):
        answer["sessionAttributes"] = {}
    return answer


def takes_no_topping(seen: Seen, answer: Json) -> object:
    if seen.asking == "topping" and seen.intent == "ToppingIntent":
        return ask("topping", "Hm.")
    return ask("confirm", "Cheese, then.") if seen.says("Yes", "topping") else answer


def says_nothing(seen: Seen, answer: Json) -> object:
    return {"version": "1.0", "response": {"shouldEndSession": True}} if seen.says("Cancel", "topping") else answer


def logs_an_error(seen: Seen, answer: Json) -> object:
    if seen.says("Repeat", "topping"):
        logging.getLogger("pizza").error("the oven is cold")
    return answer


class Expected(NamedTuple):
    """The rule that a plant breaks, where, and the moves of the shortest conversation to it."""

    plant: Plant
    rule: str
    place: str
    moves: tuple[str, ...]


EXPECTED = [
    Expected(raises_on_olives, "failure", "ToppingIntent KeyError", (SMALL, OLIVES)),
    Expected(says_too_much, "speech-length", "AMAZON.RepeatIntent", (SMALL, OLIVES, "AMAZON.RepeatIntent")),
    Expected(goes_round, "loop", "Which drink?", (SMALL, OLIVES, "AMAZON.NoIntent")),
    Expected(asks_for_ever, "question-without-way-on", "Which drink?", (SMALL, OLIVES, "AMAZON.NoIntent")),
    Expected(leads_nowhere, "dead-end", "Which drink?", (SMALL, OLIVES, "AMAZON.NoIntent")),
    Expected(hangs_up_on_help, "help-closes", "Shall I order it?", (SMALL, OLIVES, "AMAZON.HelpIntent")),
    Expected(does_not_stop, "stop-stays", "ToppingIntent.topping", (SMALL, "AMAZON.StopIntent")),
    Expected(hangs_up_on_back, "back-closes", "ToppingIntent.topping", (SMALL, "AMAZON.PreviousIntent")),
    Expected(forgets_on_back, "back-loses-answers", "Shall I order it?", (SMALL, OLIVES, "AMAZON.PreviousIntent")),
    Expected(echoes_what_was_said, "ssml-malformed", "ToppingIntent", (SMALL, "ToppingIntent with markup")),
    Expected(
        asks_without_a_reprompt, "open-without-reprompt", "AMAZON.HelpIntent", (SMALL, OLIVES, "AMAZON.HelpIntent")
    ),
    Expected(asks_in_the_same_words, "same-words", "Shall I order it?", (SMALL, OLIVES, "AMAZON.FallbackIntent")),
    Expected(loses_its_attributes, "attributes-lost", "AMAZON.HelpIntent", (SMALL, "AMAZON.HelpIntent")),
    Expected(takes_no_topping, "question-without-answer", "ToppingIntent.topping", (SMALL,)),
    Expected(says_nothing, "silence", "AMAZON.CancelIntent", (SMALL, "AMAZON.CancelIntent")),
    Expected(logs_an_error, "error-logged", "pizza: the oven is cold", (SMALL, "AMAZON.RepeatIntent")),
]

looping = planted(goes_round)
"""A handler that the program can be given by its name."""
