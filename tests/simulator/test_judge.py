"""The judge: every rule has a planted fault that it finds, and clean responses pass."""

import re

import pytest

from simulator.envelope import Sender, session_object
from simulator.judge import judge
from simulator.models.declared import Declared
from simulator.models.folder import read_model
from tests.simulator.plants import CLEAN, ORDER, PLANTS, Plant
from tests.simulator.tea import MODELS, Json, ask, tell

DECLARED = Declared(read_model(MODELS, "en-US"))
SENDER = Sender("amzn1.ask.skill.test", "amzn1.ask.account.A")


def _rules(response: object, request: Json = ORDER, interfaces: Json | None = None) -> list[str]:
    assert isinstance(response, dict)
    envelope = SENDER.envelope(session_object("s", {}, new=False), request)
    envelope["context"]["System"]["device"]["supportedInterfaces"] = interfaces or {}
    return [finding.rule for finding in judge(envelope, response, DECLARED)]


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.says)
def test_the_judge_finds_that(plant: Plant) -> None:
    assert plant.rule in _rules(plant.response, plant.request, plant.interfaces)


@pytest.mark.parametrize("case", CLEAN)
def test_the_judge_has_nothing_against(case: str) -> None:
    response, request = CLEAN[case]
    assert _rules(response, request) == []


def test_a_question_is_known_behind_a_closing_quote_and_in_other_scripts() -> None:
    for speech in ("Did you say “tea?”", "お茶\uff1f", 'Is it <sub alias="ok?">x</sub>'):
        assert _rules(tell(speech)) == ["question-closed"]


def test_every_finding_has_the_rule_in_words_and_an_amazon_page() -> None:
    for plant in PLANTS:
        envelope = SENDER.envelope(session_object("s", {}, new=False), plant.request)
        for finding in judge(envelope, plant.response, DECLARED):
            assert len(finding.says.split()) >= 3
            assert re.fullmatch(r"[a-z]+(-[a-z]+)+", finding.source)


@pytest.mark.parametrize("nonsense", [1, "a", None, [], [1], {}, {"a": 1}, [{"type": 3}]])
@pytest.mark.parametrize("place", ["outputSpeech", "reprompt", "card", "directives", "shouldEndSession"])
def test_nonsense_anywhere_is_found_and_never_raises(place: str, nonsense: object) -> None:
    response = tell()
    response["response"][place] = nonsense
    _rules(response)


@pytest.mark.parametrize("nonsense", [1, "a", None, [], [1], [{}], {"slots": 1}, {"name": 3, "slots": [1]}])
@pytest.mark.parametrize("field", ["updatedIntent", "slotToElicit", "types", "audioItem", "payload", "input", "uri"])
def test_nonsense_in_a_directive_never_raises(field: str, nonsense: object) -> None:
    names = ("Dialog.ElicitSlot", "Dialog.UpdateDynamicEntities", "AudioPlayer.Play")
    directives = [{"type": name, field: nonsense} for name in (*names, "CustomInterfaceController.SendDirective")]
    asking = {"name": "AskFor", "uri": "connection://AMAZON.AskForPermissionsConsent/2"}
    directives += [
        {"type": f"Connections.{name}"} | asking | {field: nonsense} for name in ("SendRequest", "StartConnection")
    ]
    assert _rules(ask(directives=directives))
