"""The name on the letter: offered once a person, asked for through Alexa, put on the card, and never kept."""

import json

import pytest

from skill.conversation.acts import Card
from skill.conversation.errands import NAME
from skill.conversation.reply import Reply
from skill.conversation.turn import Consent, Intention
from skill.record import encode
from tests.conversation.talker import Talker
from tests.conversation.test_answers import keys
from tests.conversation.test_coming_back import sent_to_chat, sent_to_seller

HOLDER = "Account Holder"
LETTER = (("item", "kettle"), ("status", "stuck"), ("tried", "yes"), ("sold_by", "amazon"), ("files", "yes"))


@pytest.fixture(params=["en-US", "de-DE"])
def talker(request: pytest.FixtureRequest) -> Talker:
    """Somebody whose name Alexa does not give, because nobody has allowed it."""
    talker = Talker(request.param)
    talker.signature = None
    return talker


def letter(talker: Talker, item: str = "kettle") -> Reply:
    """The offer after a letter was told, once a reminder is declined."""
    reply = talker.problem("lost_package", ("item", item), *LETTER[1:], ("urgent", "no"))
    assert reply.outcome == "email"
    assert reply.asking == "remind"
    return talker.no()


def name_on(reply: Reply) -> str | None:
    """The name on a reply's card."""
    assert isinstance(reply.card, Card)
    return reply.card.facts.get("name")


def asked_alexa(talker: Talker) -> Reply:
    """The reply when somebody wants the name on their letter and it isn't allowed yet."""
    letter(talker)
    return talker.yes()


def test_after_the_reminder_the_name_is_offered_once(talker: Talker) -> None:
    assert letter(talker).asking == "sign"
    assert keys(talker.no()) == ["unsigned"]
    assert letter(talker, "lamp").asking is None


def test_the_offer_comes_once_even_when_it_is_not_answered(talker: Talker) -> None:
    assert letter(talker).asking == "sign"
    talker.later(1)
    assert letter(talker, "lamp").asking is None


def test_who_has_asked_for_it_is_not_offered_it(talker: Talker) -> None:
    talker.problem("lost_package", *LETTER, ("urgent", "no"))
    talker.turn(Intention.SIGN)
    talker.turn(Intention.CONSENT, consent=Consent.DENIED)
    assert letter(talker, "lamp").asking is None


def test_who_has_allowed_the_name_finds_it_on_the_card_without_a_question() -> None:
    talker = Talker()
    reply = talker.problem("lost_package", *LETTER, ("urgent", "no"))
    assert name_on(reply) == HOLDER
    assert talker.no().asking is None


def test_a_name_that_is_not_allowed_is_a_gap(talker: Talker) -> None:
    reply = talker.problem("lost_package", *LETTER, ("urgent", "no"))
    assert name_on(reply) is None


@pytest.mark.parametrize("begin", [sent_to_chat, sent_to_seller])
def test_what_is_no_letter_needs_no_name(talker: Talker, begin: object) -> None:
    begin(talker)  # type: ignore[operator]
    reply = talker.no()
    assert reply.asking is None
    assert not talker.state.asked_name


def test_yes_has_alexa_ask_for_it(talker: Talker) -> None:
    reply = asked_alexa(talker)
    assert keys(reply) == ["alexa_asks"]
    assert (reply.consent, reply.by_card, reply.question) == (NAME, False, None)
    assert talker.state.pending


def test_once_it_is_allowed_the_name_is_on_the_card(talker: Talker) -> None:
    asked_alexa(talker)
    talker.signature = HOLDER
    reply = talker.turn(Intention.CONSENT, consent=Consent.ACCEPTED)
    assert keys(reply) == ["signed"]
    assert name_on(reply) == HOLDER
    assert talker.state.pending is None


@pytest.mark.parametrize("consent", [Consent.DENIED, Consent.UNANSWERED])
def test_what_is_not_allowed_stays_a_gap(talker: Talker, consent: Consent) -> None:
    asked_alexa(talker)
    reply = talker.turn(Intention.CONSENT, consent=consent)
    assert keys(reply) == ["unsigned"]
    assert (reply.card, reply.consent, reply.question) == (None, None, None)


@pytest.mark.parametrize("consent", [Consent.UNHEARD, None])
def test_a_device_that_cannot_ask_sends_a_card(talker: Talker, consent: Consent | None) -> None:
    asked_alexa(talker)
    reply = talker.turn(Intention.CONSENT, consent=consent)
    assert keys(reply) == ["allow_in_app"]
    assert (reply.consent, reply.by_card) == (NAME, True)


def test_a_name_that_alexa_cannot_give_stays_a_gap_and_is_not_asked_for_again(talker: Talker) -> None:
    asked_alexa(talker)
    reply = talker.turn(Intention.CONSENT, consent=Consent.ACCEPTED)
    assert keys(reply) == ["no_name"]
    assert reply.question is None
    assert reply.consent is None


def test_the_name_can_be_asked_for_later(talker: Talker) -> None:
    letter(talker)
    talker.no()
    talker.later(1)
    talker.open()
    assert keys(talker.turn(Intention.SIGN)) == ["alexa_asks"]
    talker.signature = HOLDER
    assert name_on(talker.turn(Intention.CONSENT, consent=Consent.ACCEPTED)) == HOLDER


def test_who_has_allowed_it_meanwhile_gets_the_name_at_once(talker: Talker) -> None:
    letter(talker)
    talker.no()
    talker.signature = HOLDER
    reply = talker.turn(Intention.SIGN)
    assert keys(reply) == ["signed"]
    assert name_on(reply) == HOLDER


def test_the_letter_told_last_is_signed_when_no_case_is_talked_about(talker: Talker) -> None:
    letter(talker)
    talker.no()
    letter(talker, "lamp")
    talker.later(1)
    assert talker.open().asking == "which_case"
    talker.signature = HOLDER
    reply = talker.turn(Intention.SIGN)
    assert isinstance(reply.card, Card)
    assert (name_on(reply), reply.card.facts["item"]) == (HOLDER, "lamp")


def test_without_a_letter_there_is_nothing_to_sign(talker: Talker) -> None:
    reply = talker.turn(Intention.SIGN)
    assert keys(reply) == ["no_message_yet"]
    assert reply.asking == "which_problem"
    talker.problem("lost_package", ("item", "kettle"))
    reply = talker.turn(Intention.SIGN)
    assert keys(reply) == ["no_message_yet"]
    assert reply.asking == "status"


def test_a_consent_about_a_case_that_is_gone_is_met_with_a_word(talker: Talker) -> None:
    asked_alexa(talker)
    talker.state = talker.state.without_case(0)
    assert keys(talker.turn(Intention.CONSENT, consent=Consent.ACCEPTED)) == ["lost_thread"]


def test_the_name_is_never_kept(talker: Talker) -> None:
    asked_alexa(talker)
    talker.signature = HOLDER
    talker.turn(Intention.CONSENT, consent=Consent.ACCEPTED)
    talker.turn(Intention.SEND_AGAIN)
    assert HOLDER not in json.dumps(encode(talker.state))


@pytest.mark.parametrize("intention", [Intention.REPEAT, Intention.SEND_AGAIN])
def test_an_allowed_name_is_on_every_card_from_then_on(talker: Talker, intention: Intention) -> None:
    letter(talker)
    talker.no()
    talker.signature = HOLDER
    assert name_on(talker.turn(intention)) == HOLDER


def test_a_message_without_a_place_for_a_name_is_not_called_signed() -> None:
    talker = Talker()
    talker.no_offers(sent_to_chat(talker))
    assert "signed" not in keys(talker.turn(Intention.SIGN))


def test_after_the_name_the_other_case_is_offered(talker: Talker) -> None:
    talker.problem("device_help", ("device", "kindle"))
    letter(talker)
    assert talker.no().asking == "resume"
