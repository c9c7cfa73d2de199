"""From words to a response: open exactly when it asks, and within what Amazon lets it hold."""

from html import escape
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer

from skill.alexa import limits
from skill.alexa.intents import ELICITED
from skill.alexa.response import spoken, to_response, turn_attribute
from skill.conversation.acts import Ask
from skill.conversation.plain_acts import MISHEARD
from skill.conversation.reply import Reply
from skill.decision.models.questions import QUESTIONS
from skill.wording.card import CardText
from skill.wording.voice import Words

SPOKEN = Words("Hello.", None, None)
ASKED = Words("Hello. Is it urgent?", "Does it need sorting out today?", None)


def response(reply: Reply, words: Words) -> dict[str, Any]:
    """The response as JSON."""
    made: dict[str, Any] = DefaultSerializer().serialize(to_response(reply, words))
    return made


def carded(card: CardText) -> dict[str, Any]:
    """The card of a response."""
    found: dict[str, Any] = response(Reply(()), SPOKEN._replace(card=card))["card"]
    return found


def test_a_reply_without_a_question_ends_the_session() -> None:
    assert response(Reply((MISHEARD,)), SPOKEN) == {
        "outputSpeech": {"type": "SSML", "ssml": "<speak>Hello.</speak>"},
        "shouldEndSession": True,
    }


def test_a_question_leaves_the_session_open_and_is_asked_again() -> None:
    assert response(Reply((), Ask("which_problem")), ASKED) == {
        "outputSpeech": {"type": "SSML", "ssml": "<speak>Hello. Is it urgent?</speak>"},
        "reprompt": {"outputSpeech": {"type": "SSML", "ssml": "<speak>Does it need sorting out today?</speak>"}},
        "shouldEndSession": False,
    }


@pytest.mark.parametrize("question", ELICITED)
def test_a_question_with_a_bare_answer_elicits_its_slot_with_all_slots_of_its_intent(question: str) -> None:
    elicited = ELICITED[question]
    [directive] = response(Reply((), Ask(question)), ASKED)["directives"]
    slots = {name: {"name": name, "confirmationStatus": "NONE"} for name in elicited.slots}
    assert directive == {
        "type": "Dialog.ElicitSlot",
        "slotToElicit": elicited.slot,
        "updatedIntent": {"name": elicited.intent, "slots": slots, "confirmationStatus": "NONE"},
    }


@pytest.mark.parametrize("question", [*(QUESTIONS.keys() - ELICITED.keys()), "which_problem", "resume", None])
def test_other_questions_elicit_nothing(question: str | None) -> None:
    reply = Reply((), Ask(question) if question else None)
    assert "directives" not in response(reply, ASKED)


def test_a_card_is_plain_text() -> None:
    assert carded(CardText("Your email", "Hello,\n<b>&")) == {
        "type": "Simple",
        "title": "Your email",
        "content": "Hello,\n<b>&",
    }


@pytest.mark.parametrize("length", [7_989, 7_990, 7_991, 20_000])
def test_a_card_holds_no_more_than_amazon_takes(length: int) -> None:
    card = carded(CardText("Your email", "kettle " * (length // 7) + "k" * (length % 7)))
    assert len(card["title"]) + len(card["content"]) <= limits.CARD
    assert card["content"].endswith(limits.ELLIPSIS) == (length > limits.CARD - len("Your email"))


@pytest.mark.parametrize("letter", ["k", "&", "<", "'", "é"])
@pytest.mark.parametrize("length", [7_984, 7_985, 7_986, 30_000])
def test_speech_holds_no_more_than_amazon_takes(letter: str, length: int) -> None:
    assert len(spoken(escape(letter * length)).ssml) <= limits.SPEECH


def test_speech_that_fits_is_left_as_it_is() -> None:
    fragment = "<p>" + "kettle " * 1_000 + "</p>"
    assert spoken(fragment).ssml == f"<speak>{fragment}</speak>"


def test_a_text_is_cut_at_a_word_s_end() -> None:
    assert limits.cut("red kettle", 10) == "red kettle"
    assert limits.cut("red kettle", 9) == "red…"
    assert limits.cut("redkettle", 4) == "red…"


def test_what_a_turn_came_to_is_told_as_ids() -> None:
    assert turn_attribute(Reply((), Ask("urgent"))) == {"asking": "urgent", "outcome": None, "channel": None}
    told = Reply((), outcome="email", channel="C-EMAIL")
    assert turn_attribute(told) == {"asking": None, "outcome": "email", "channel": "C-EMAIL"}


@pytest.mark.parametrize(
    ("kind", "directive"), [("reminders", "Connections.SendRequest"), ("name", "Connections.StartConnection")]
)
def test_a_permission_is_asked_for_by_voice_when_the_session_is_over(kind: str, directive: str) -> None:
    made = response(Reply((), consent=kind), SPOKEN)
    assert [each["type"] for each in made["directives"]] == [directive]
    assert made["shouldEndSession"] is True
    assert "card" not in made


def test_a_permission_that_is_asked_for_in_the_app_takes_the_place_of_the_card() -> None:
    card = CardText("Your email", "Hello")
    made = response(Reply((), Ask("which_problem"), consent="name", by_card=True), ASKED._replace(card=card))
    assert made["card"] == {"type": "AskForPermissionsConsent", "permissions": ["alexa::profile:name:read"]}
    assert "directives" not in made
    assert made["shouldEndSession"] is False
