"""What is never said and never handled: known for certain only when all was tried."""

from html import escape

from simulator.envelope import Json
from simulator.explorer.bound import Bound
from simulator.explorer.explored import Explored, explore
from simulator.under_test.endpoint import Endpoint, HandlerEndpoint
from simulator.under_test.skill_under_test import SkillUnderTest
from tests.explorer.pizza import QUESTIONS, SORRY, WELCOME, Handler, ask, pizza, under_test
from tests.explorer.planted import Seen, planted

MESSAGES = {"welcome": WELCOME, "sorry": SORRY, "closed": "We are closed today."} | QUESTIONS


class PizzaWords:
    """The pizza corner's messages; those in its answers were said."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.all = set(MESSAGES)
        self.said: set[str] = set()
        self._endpoint = endpoint

    def send(self, envelope: Json) -> Json:
        response = self._endpoint.send(envelope)
        speech = response.get("response", {}).get("outputSpeech", {}).get("ssml", "")
        self.said |= {name for name, text in MESSAGES.items() if escape(text) in speech}
        return response


def heard(bound: Bound, handler: Handler = pizza) -> Explored:
    words = PizzaWords(HandlerEndpoint(handler))
    skill = SkillUnderTest(words, under_test(handler).models, under_test(handler).skill_id)
    return explore(skill, "en-US", bound=bound, words=words)


def test_a_message_that_is_never_said_is_a_finding_when_all_was_tried() -> None:
    found = heard(Bound(seconds=60))
    assert [(told.fault.rule, told.fault.place) for told in found.findings] == [("never-said", "closed")]


def test_it_is_only_a_remark_when_something_was_left_untried() -> None:
    found = heard(Bound(states=1, share=3))
    assert found.findings == ()
    assert "closed" in found.never_said


def test_an_intent_that_is_always_handled_as_not_understood_is_named() -> None:
    def plant(seen: Seen, answer: Json) -> object:
        again = seen.asking or "size"
        return ask(again, SORRY, again=True) if seen.intent == "AMAZON.RepeatIntent" else answer

    found = explore(under_test(planted(plant)), "en-US", bound=Bound(seconds=60))
    assert found.never_handled == ("AMAZON.RepeatIntent",)
    assert found.findings == ()
