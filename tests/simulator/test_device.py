"""The device: what opens, keeps and ends a session, and what the skill gets to see of it."""

from datetime import date

import pytest

from simulator.device.device import Device
from simulator.ears.ears import Elicitation
from simulator.ears.heard import Heard
from simulator.envelope import SKILL_ID
from simulator.models.folder import read_model
from simulator.under_test.endpoint import HandlerEndpoint
from tests.simulator.tea import MODELS, NOW, Skill, ask, tea_device, tell


def test_opening_the_skill_sends_a_genuine_launch_request() -> None:
    skill = Skill(ask())
    result = tea_device(skill).say("open tea corner")
    envelope = skill.last
    assert envelope["version"] == "1.0"
    assert envelope["session"]["new"] is True
    assert envelope["session"]["attributes"] == {}
    assert envelope["session"]["user"] == {"userId": "amzn1.ask.account.A"}
    system = envelope["context"]["System"]
    assert system["application"] == envelope["session"]["application"] == {"applicationId": SKILL_ID}
    assert set(system) == {"application", "user", "device", "apiEndpoint", "apiAccessToken"}
    assert set(system["device"]) == {"deviceId", "supportedInterfaces"}
    assert envelope["request"]["type"] == result.heard.intent == "LaunchRequest"
    assert envelope["request"]["locale"] == "en-US"
    assert envelope["request"]["timestamp"] == "2026-03-04T09:30:00Z"


def test_the_wake_word_may_be_said() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.say("Alexa, open tea corner")
    device.say("alexa, help")
    assert skill.requests == ["LaunchRequest", "IntentRequest"]
    assert skill.last["request"]["intent"]["name"] == "AMAZON.HelpIntent"


class EarsThatRemember:
    """Ears that keep what they were given and understand nothing."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:
        assert (today, eliciting) == (NOW.date(), None)
        self.given.append(utterance)
        return Heard("AMAZON.FallbackIntent", {}, "fallback")


def test_a_sentence_about_an_alexa_keeps_its_first_word() -> None:
    ears = EarsThatRemember()
    model = read_model(MODELS, "en-US")
    device = Device(HandlerEndpoint(Skill(ask())), model, ears, "en-US", clock=lambda: NOW)
    device.launch()
    device.say("Alexa won't connect")
    device.say("Alexa, my tea is cold")
    assert ears.given == ["Alexa won't connect", "my tea is cold"]


def test_every_request_has_an_id_of_its_own_and_the_session_keeps_its_one() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.launch()
    device.say("i want green tea")
    first, second = skill.seen
    assert first["request"]["requestId"] != second["request"]["requestId"]
    assert first["session"]["sessionId"] == second["session"]["sessionId"]
    assert second["session"]["new"] is False


def test_a_one_shot_opens_a_session_with_its_intent() -> None:
    skill = Skill(ask())
    result = tea_device(skill).say("ask tea corner i want green tea")
    assert skill.last["session"]["new"] is True
    assert skill.last["request"]["intent"]["name"] == result.heard.intent == "OrderTeaIntent"
    assert "invocation name" not in result.heard.how


def test_without_a_session_an_utterance_is_taken_with_a_remark_that_an_echo_needs_the_name() -> None:
    skill = Skill(ask())
    result = tea_device(skill).say("i want green tea")
    assert skill.last["request"]["intent"]["name"] == "OrderTeaIntent"
    assert result.heard.how.endswith("a real Echo would need the invocation name")


def test_an_intent_request_declares_every_slot_filled_or_not() -> None:
    skill = Skill(ask())
    tea_device(skill).say("i want sencha")
    intent = skill.last["request"]["intent"]
    assert intent["confirmationStatus"] == "NONE"
    assert intent["slots"]["tea"]["value"] == "sencha"
    assert intent["slots"]["tea"]["resolutions"]["resolutionsPerAuthority"][0]["values"][0]["value"]["id"] == "green"
    assert intent["slots"]["cups"] == {"name": "cups", "confirmationStatus": "NONE"}


def test_an_intent_without_slots_is_sent_without_slots() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.launch()
    device.say("help")
    assert skill.last["request"]["intent"] == {"name": "AMAZON.HelpIntent", "confirmationStatus": "NONE"}
    assert "dialogState" not in skill.last["request"]


def test_naming_the_skill_in_an_open_session_starts_a_new_one() -> None:
    skill = Skill(ask(attributes={"n": 1}))
    device = tea_device(skill)
    device.launch()
    device.say("open tea corner")
    assert skill.requests == ["LaunchRequest", "LaunchRequest"]
    assert skill.last["session"]["new"] is True
    assert skill.last["session"]["attributes"] == {}
    device.say("ask tea corner i want green tea")
    assert skill.last["session"]["new"] is True
    assert len({event["session"]["sessionId"] for event in skill.seen}) == 3


def test_asking_the_seller_inside_a_session_is_no_invocation() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.launch()
    device.say("ask the seller about the size")
    assert skill.last["session"]["new"] is False
    assert skill.last["request"]["intent"]["name"] == "AskSellerIntent"


def test_session_attributes_come_only_from_the_last_response() -> None:
    skill = Skill(ask(attributes={"cups": 1}), ask())
    device = tea_device(skill)
    device.launch()
    device.say("help")
    assert skill.last["session"]["attributes"] == {"cups": 1}
    device.say("help")
    assert skill.last["session"]["attributes"] == {}


def test_a_response_that_ends_the_session_ends_it_and_the_next_one_is_fresh() -> None:
    skill = Skill(tell())
    device = tea_device(skill)
    result = device.say("ask tea corner i want green tea")
    assert not result.open
    assert not device.open
    assert skill.requests == ["IntentRequest"]


def test_without_should_end_session_a_device_without_a_screen_ends_the_session() -> None:
    answer = tell()
    del answer["response"]["shouldEndSession"]
    device = tea_device(Skill(answer))
    assert not device.launch().open
    assert not device.open


def test_should_end_session_null_opens_the_microphone() -> None:
    answer = ask()
    answer["response"]["shouldEndSession"] = None
    device = tea_device(Skill(answer))
    assert device.launch().open
    assert device.open


def test_silence_brings_the_reprompt_once_and_then_the_end() -> None:
    skill = Skill(ask(attributes={"turn": {"asking": "tea"}}))
    device = tea_device(skill)
    device.launch()
    first = device.silence()
    assert (first.speech, first.open, first.request, first.asking) == ("Green or black?", True, None, "tea")
    second = device.silence()
    assert (second.speech, second.open, second.heard.intent) == ("", False, "SessionEndedRequest")
    assert skill.last["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert skill.last["session"]["attributes"] == {"turn": {"asking": "tea"}}
    assert not device.open


def test_an_answer_after_the_reprompt_gives_the_next_question_its_own_reprompt() -> None:
    device = tea_device(Skill(ask()))
    device.launch()
    device.silence()
    device.say("help")
    assert device.silence().speech == "Green or black?"


def test_silence_without_a_session_sends_nothing() -> None:
    skill = Skill(ask())
    result = tea_device(skill).silence()
    assert result.request is None
    assert result.heard.intent is None
    assert skill.seen == []


@pytest.mark.parametrize("word", ["exit", "quit", "Quit!"])
def test_the_platforms_own_words_for_leaving_never_reach_the_skill_as_an_intent(word: str) -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.launch()
    result = device.say(word)
    assert skill.requests == ["LaunchRequest", "SessionEndedRequest"]
    assert skill.last["request"]["reason"] == "USER_INITIATED"
    assert (result.speech, result.open) == ("", False)


def test_leaving_without_a_session_sends_nothing() -> None:
    skill = Skill(ask())
    assert tea_device(skill).say("exit").request is None
    assert skill.seen == []


def test_stop_reaches_the_skill() -> None:
    skill = Skill(ask(), tell("Goodbye."))
    device = tea_device(skill)
    device.launch()
    device.say("stop")
    assert skill.last["request"]["intent"]["name"] == "AMAZON.StopIntent"


def test_a_blank_utterance_is_refused() -> None:
    with pytest.raises(ValueError, match=r"silence\(\)"):
        tea_device(Skill(ask())).say("  ")


def test_what_is_said_and_shown_is_in_the_result() -> None:
    card = {"type": "Simple", "title": "Tea", "content": "Green tea"}
    attributes = {"turn": {"asking": "tea", "outcome": None, "channel": "chat"}}
    result = tea_device(Skill(ask("Tea &amp; milk?", card=card, attributes=attributes))).launch()
    assert result.ssml == "<speak>Tea &amp; milk?</speak>"
    assert result.speech == "Tea & milk?"
    assert result.reprompt == "Green or black?"
    assert result.card == ("Tea", "Green tea")
    assert result.turn == ("tea", None, "chat")
    assert result.ms >= 0
