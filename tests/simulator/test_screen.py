"""A device with a screen: what it says about itself, what it shows, and how a session lingers on it."""

import json
from datetime import timedelta

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from simulator.device.device import Device
from simulator.errors import ResponseRefused
from tests.simulator.tea import Json, Skill, ask, tea_device, tell

CARD = {"type": "Simple", "title": "Tea", "content": "Green tea"}


def _draws(document: str = "tea", name: str = "RenderDocument", **more: object) -> Json:
    directive = {"type": f"Alexa.Presentation.APL.{name}", "token": document, "document": {"type": "APL"}}
    answer = tell()
    answer["response"] |= {"directives": [directive], **more}
    return answer


def _lingering(answer: Json) -> Json:
    return answer | {"response": {key: it for key, it in answer["response"].items() if key != "shouldEndSession"}}


def _asks_and_draws(document: str = "tea") -> Json:
    return ask(directives=_draws(document)["response"]["directives"])


def _on_screen(*answers: Json) -> tuple[Device, Skill]:
    skill = Skill(*answers)
    return tea_device(skill, screen=True), skill


def test_every_request_names_the_interface_and_the_size_of_the_screen() -> None:
    device, skill = _on_screen(ask())
    device.launch()
    context = skill.last["context"]
    interfaces = context["System"]["device"]["supportedInterfaces"]
    assert interfaces == {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}
    assert context["Viewport"]["pixelWidth"] == 1280
    assert context["Viewports"][0]["configuration"]["current"]["size"]["pixelHeight"] == 800
    assert "Alexa.Presentation.APL" not in context


def test_amazons_sdk_reads_the_screen() -> None:
    device, skill = _on_screen(_asks_and_draws())
    device.launch()
    device.say("help")
    envelope = DefaultSerializer().deserialize(json.dumps(skill.last), RequestEnvelope)
    assert envelope.context.system.device.supported_interfaces.alexa_presentation_apl.runtime.max_version == "2024.3"
    assert envelope.context.viewport.shape.value == "RECTANGLE"
    assert envelope.context.viewports[0].object_type == "APL"
    assert envelope.context.alexa_presentation_apl.token == "tea"


def test_a_skill_event_comes_from_no_screen() -> None:
    device, skill = _on_screen({"version": "1.0", "response": {}})
    device.event(":enable", {"type": "AlexaSkillEvent.SkillEnabled"})
    assert set(skill.last["context"]) == {"System"}


def test_the_context_tells_which_document_is_shown_until_the_session_is_over() -> None:
    device, skill = _on_screen(_asks_and_draws("first"), ask(), tell(), ask())
    device.launch()
    device.say("help")
    assert skill.last["context"]["Alexa.Presentation.APL"] == {"token": "first", "version": "2024.3"}
    device.say("help")
    assert "Alexa.Presentation.APL" in skill.last["context"]
    device.launch()
    assert "Alexa.Presentation.APL" not in skill.last["context"]


def test_a_new_invocation_finds_an_empty_screen() -> None:
    device, skill = _on_screen(_asks_and_draws(), ask())
    device.launch()
    device.say("ask tea corner i want green tea")
    assert "Alexa.Presentation.APL" not in skill.last["context"]


def test_naming_the_skill_in_an_open_session_clears_the_screen() -> None:
    device, skill = _on_screen(_asks_and_draws(), ask())
    device.launch()
    device.say("open tea corner")
    assert "Alexa.Presentation.APL" not in skill.last["context"]


def test_a_card_is_shown_only_without_a_document() -> None:
    assert _on_screen(tell(card=CARD))[0].launch().card == ("Tea", "Green tea")
    assert _on_screen(_draws(card=CARD))[0].launch().card is None


def test_a_document_is_refused_by_a_device_without_a_screen() -> None:
    with pytest.raises(ResponseRefused, match="directive-unsupported"):
        tea_device(Skill(_draws())).launch()


def test_commands_are_for_the_document_that_is_on_the_screen() -> None:
    commands = ask(directives=_draws("tea", "ExecuteCommands")["response"]["directives"])
    device, _ = _on_screen(_asks_and_draws("tea"), commands, _asks_and_draws("cup"), commands)
    for said in ("open tea corner", "help", "help"):
        device.say(said)
    with pytest.raises(ResponseRefused, match="the commands are for the document 'tea'; on the screen is 'cup'"):
        device.say("help")


def test_without_should_end_session_a_session_lingers_on_a_new_document_with_the_microphone_closed() -> None:
    device, skill = _on_screen(_lingering(_draws()))
    result = device.launch()
    assert (result.open, result.lingers, device.open) == (False, True, False)
    told = device.say("help")
    assert told.heard.how.endswith("a real Echo would need the wake word")
    assert skill.last["session"]["new"] is False
    assert "wake word" not in device.say("Alexa, help").heard.how


def test_without_a_new_document_the_session_is_over_on_a_screen_too() -> None:
    device, _ = _on_screen(_asks_and_draws(), _lingering(tell()))
    device.launch()
    result = device.say("help")
    assert (result.open, result.lingers, device.session) == (False, False, None)


def test_should_end_session_true_ends_the_session_in_spite_of_a_document() -> None:
    device, _ = _on_screen(_draws())
    result = device.launch()
    assert (result.open, result.lingers, device.session) == (False, False, None)


def test_a_session_that_lingers_ends_with_the_next_silence() -> None:
    device, skill = _on_screen(_lingering(_draws()))
    device.launch()
    result = device.silence()
    assert (result.heard.intent, result.lingers, device.session) == ("SessionEndedRequest", False, None)
    assert skill.last["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"


def test_after_the_reprompt_the_microphone_closes_and_then_the_session_ends() -> None:
    device, skill = _on_screen(_asks_and_draws())
    device.launch()
    assert device.silence().speech == "Green or black?"
    closed = device.silence()
    assert (closed.open, closed.lingers, closed.request) == (False, True, None)
    device.silence()
    assert skill.requests == ["LaunchRequest", "SessionEndedRequest"]


def test_an_answer_after_the_microphone_closed_opens_it_again() -> None:
    device, _ = _on_screen(_asks_and_draws(), ask())
    device.launch()
    device.silence()
    device.silence()
    assert device.say("Alexa, help").open
    assert device.silence().speech == "Green or black?"


def test_with_nothing_on_the_screen_silence_is_as_on_a_speaker() -> None:
    device, skill = _on_screen(ask())
    device.launch()
    device.silence()
    device.silence()
    assert skill.requests == ["LaunchRequest", "SessionEndedRequest"]


def test_a_screen_that_forgets_to_end_says_nothing_to_the_skill() -> None:
    device, skill = _on_screen(ask())
    assert device.screen
    device.screen.forgets_to_end = True
    device.launch()
    device.silence()
    result = device.silence()
    assert (skill.requests, device.session, result.heard.intent) == (["LaunchRequest"], None, None)
    device.launch()
    device.later(timedelta(hours=1))
    device.launch()
    device.say("exit")
    assert skill.requests == ["LaunchRequest"] * 3 + ["SessionEndedRequest"]


@pytest.mark.parametrize(("line", "reason"), [("exit", "USER_INITIATED"), ("", "EXCEEDED_MAX_REPROMPTS")])
def test_leaving_and_time_that_passes_end_a_session_that_lingers(line: str, reason: str) -> None:
    device, skill = _on_screen(_lingering(_draws()))
    device.launch()
    if line:
        device.say(line)
    else:
        device.later(timedelta(hours=1))
    assert skill.last["request"]["reason"] == reason


def test_what_happens_in_the_app_leaves_a_lingering_session_as_it_is() -> None:
    device, _ = _on_screen(_lingering(_draws()))
    device.launch()
    result = device.noted(":name", "the name is on file")
    assert (result.open, result.lingers) == (False, True)


def test_a_question_does_not_linger() -> None:
    device, _ = _on_screen(_lingering(_draws(outputSpeech={"type": "PlainText", "text": "Which tea?"})))
    with pytest.raises(ResponseRefused, match="question-closed"):
        device.launch()


def test_commands_may_come_with_their_document() -> None:
    drawn = _draws("cup")["response"]["directives"]
    commands = _draws("cup", "ExecuteCommands")["response"]["directives"]
    assert _on_screen(ask(directives=[*drawn, *commands]))[0].launch().open


def test_a_slot_that_is_elicited_beside_a_document_opens_the_microphone() -> None:
    elicits = {"type": "Dialog.ElicitSlot", "slotToElicit": "tea"}
    answer = ask(directives=[*_draws()["response"]["directives"], elicits])
    result = _on_screen(_lingering(answer))[0].say("order tea")
    assert (result.open, result.lingers) == (True, False)
