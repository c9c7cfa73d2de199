"""The history in messages that go further up says only what is true, and each thing once."""

from zoneinfo import ZoneInfo

import pytest

from skill.conversation.acts import Card
from skill.conversation.reply import Reply
from skill.conversation.turn import Intention
from skill.wording.voice import word
from tests.conversation.talker import Talker
from tests.conversation.test_coming_back import sent_to_chat, sent_to_device_support, sent_to_seller

TOLD = (("item", "kettle"), ("status", "stuck"), ("tried", "yes"), ("sold_by", "amazon"), ("urgent", "yes"))


@pytest.fixture
def talker() -> Talker:
    """Somebody who was sent to the seller on Monday, November 23."""
    talker = Talker()
    talker.no_offers(sent_to_seller(talker))
    return talker


def letter(reply: Reply, locale: str = "en-US") -> str:
    """The text of a reply's card."""
    card = word(reply, locale).card
    assert card
    return card.text


def history(reply: Reply) -> list[str]:
    """The parts of the card's message that tell of earlier ones."""
    assert isinstance(reply.card, Card)
    parts = [part for paragraph in reply.card.paragraphs for part in paragraph]
    assert len(set(parts)) == len(parts), "nothing is said twice"
    return [part for part in parts if part.startswith(("done.", "ticket")) and part != "done.tracking_checked"]


def facts(reply: Reply) -> dict[str, str | None]:
    """What fills the card."""
    assert isinstance(reply.card, Card)
    return dict(reply.card.facts)


def escalated(talker: Talker) -> Reply:
    """The letter that goes up after two days without an answer."""
    talker.later(49)
    talker.open()
    talker.no()
    return talker.skip()


def test_the_first_message_tells_of_no_earlier_one() -> None:
    assert history(sent_to_seller(Talker())) == []


def test_a_silent_seller_is_told_of_with_the_day_on_which_the_message_was_told(talker: Talker) -> None:
    reply = escalated(talker)
    assert history(reply) == ["done.seller_silent"]
    assert facts(reply)["seller_date"] == "2026-11-23"
    assert "I contacted the seller on Monday, November 23 and have had no answer." in letter(reply)


def test_a_german_letter_tells_the_same() -> None:
    talker = Talker("de-DE")
    talker.no_offers(sent_to_seller(talker))
    text = letter(escalated(talker), "de-DE")
    assert "23. November" in text
    assert "seller_date" not in text


def test_the_day_that_the_person_names_is_the_one_that_is_told(talker: Talker) -> None:
    talker.no_offers(talker.turn(Intention.SENT, ("sent_date", "2026-11-22")))
    assert facts(escalated(talker))["seller_date"] == "2026-11-22"


def test_the_day_is_the_persons_own() -> None:
    talker = Talker()
    talker.zone = ZoneInfo("Australia/Sydney")
    talker.later(14)
    talker.no_offers(sent_to_seller(talker))
    assert facts(escalated(talker))["seller_date"] == "2026-11-24"


def test_a_message_that_was_not_sent_at_first_is_dated_by_the_day_on_which_it_was_told_again(talker: Talker) -> None:
    talker.no_offers(talker.turn(Intention.SENT, ("sent_date", "2026-11-22")))
    talker.later(24)
    talker.open()
    talker.no_offers(talker.tell(("seller_contact", "not_yet")))
    assert facts(escalated(talker))["seller_date"] == "2026-11-24"


def test_waiting_longer_does_not_move_the_day(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    talker.no_offers(talker.turn(Intention.WAIT))
    assert facts(escalated(talker))["seller_date"] == "2026-11-23"


def test_an_answer_that_did_not_help_is_told_as_such(talker: Talker) -> None:
    talker.later(49)
    talker.open()
    talker.yes()
    talker.no()
    reply = talker.skip()
    assert history(reply) == ["done.seller_no_help"]
    assert "the answer did not solve the problem" in letter(reply)


def test_amazons_chat_is_told_as_a_chat_with_its_ticket_gap() -> None:
    talker = Talker()
    talker.no_offers(sent_to_chat(talker))
    reply = escalated(talker)
    assert history(reply) == ["done.amazon_silent", "ticket_numbers"]
    assert facts(reply)["amazon_by"] == "chat"
    assert facts(reply)["amazon_date"] == "2026-11-23"
    assert "ticket" not in facts(reply)


@pytest.mark.parametrize(("wish", "by"), [("call", "call"), ("chat", "chat")])
def test_a_call_is_told_as_a_call(wish: str, by: str) -> None:
    talker = Talker()
    told = talker.problem("lost_package", *TOLD, ("contact_by", wish), ("order_number", "1" * 17))
    if told.outcome is None:
        told = talker.yes()
    assert told.outcome == "call_or_chat"
    talker.no_offers(told)
    talker.later(25)
    assert talker.open().asking == "amazon_answered"
    reply = talker.no()
    while reply.outcome is None:
        reply = talker.skip()
    assert facts(reply)["amazon_by"] == by


def test_ticket_numbers_are_all_there_and_each_once(talker: Talker) -> None:
    for ticket in ("A 12", "B 34", "A 12"):
        talker.tell(("ticket", ticket))
    reply = escalated(talker)
    assert facts(reply)["ticket"] == "A 12, B 34"
    assert history(reply) == ["done.seller_silent", "ticket_numbers"]
    assert letter(reply).count("A 12") == 1


def test_the_claim_tells_of_the_seller_and_of_the_email(talker: Talker) -> None:
    talker.no_offers(escalated(talker))
    talker.later(49)
    assert talker.open().asking == "email_answered"
    reply = talker.no()
    assert reply.outcome == "claim"
    assert history(reply) == ["done.seller_silent", "done.email_silent", "ticket_numbers"]
    assert (facts(reply)["seller_date"], facts(reply)["email_date"]) == ("2026-11-23", "2026-11-25")


def test_the_email_itself_tells_of_no_email(talker: Talker) -> None:
    assert "email_date" not in facts(escalated(talker))


def test_an_answer_to_the_email_that_did_not_help_is_told_in_the_claim(talker: Talker) -> None:
    talker.no_offers(escalated(talker))
    talker.later(49)
    talker.open()
    talker.yes()
    assert "done.email_no_help" in history(talker.no())


def test_a_device_that_still_fails_is_told_with_what_support_could_not_do() -> None:
    talker = Talker()
    talker.no_offers(sent_to_device_support(talker))
    talker.later(49)
    talker.open()
    reply = talker.no()
    assert "device.support_no_help" in str(reply.card)


def test_a_seller_who_was_written_to_before_is_told_of_with_a_gap_for_the_day() -> None:
    talker = Talker()
    talker.problem("lost_package", *TOLD[:3], ("sold_by", "seller"), ("urgent", "no"), ("files", "no"))
    reply = talker.tell(("seller_contact", "silent"))
    while reply.outcome is None:
        reply = talker.skip()
    assert history(reply) == ["done.seller_silent"]
    assert "seller_date" not in facts(reply)
    assert "[" in letter(reply)


def test_a_case_without_any_wait_has_no_history() -> None:
    talker = Talker()
    reply = talker.problem("lost_package", *TOLD[:4], ("urgent", "no"), ("files", "yes"))
    assert reply.outcome == "email"
    assert history(reply) == []


def test_the_same_message_in_another_form_tells_the_same_history(talker: Talker) -> None:
    talker.no_offers(escalated(talker))
    reply = talker.turn(Intention.SEND_AGAIN)
    assert history(reply) == ["done.seller_silent"]


def test_a_message_is_had_in_another_form_and_the_form_is_remembered(talker: Talker) -> None:
    reply = talker.turn(Intention.SEND_AS, form="seller")
    assert reply.channel == "C-SELLER"
    assert talker.state.cases[0].sent_by == {"chat_or_seller": "C-SELLER"}


def test_a_form_that_the_case_does_not_know_is_declined() -> None:
    talker = Talker()
    talker.no_offers(sent_to_device_support(talker))
    reply = talker.turn(Intention.SEND_AS, form="seller")
    assert [act.key for act in reply.acts] == ["no_such_form"]
    assert talker.state.cases[0].sent_by == {}


@pytest.mark.parametrize("form", ["fax", None])
def test_no_form_is_declined_too(talker: Talker, form: str | None) -> None:
    assert [act.key for act in talker.turn(Intention.SEND_AS, form=form).acts] == ["no_such_form"]


def test_a_form_before_there_is_a_message_is_declined() -> None:
    talker = Talker()
    reply = talker.turn(Intention.SEND_AS, form="email")
    assert [act.key for act in reply.acts] == ["no_message_yet"]
    talker.problem("lost_package", ("item", "kettle"))
    reply = talker.turn(Intention.SEND_AS, form="email")
    assert [act.key for act in reply.acts] == ["no_message_yet"]
    assert reply.asking == "status"


@pytest.mark.parametrize("form", ["seller", "email"])
@pytest.mark.parametrize(
    "intention", [Intention.SEND_AGAIN, Intention.READ_MESSAGE, Intention.REPEAT, Intention.SIGN, Intention.STATUS]
)
def test_after_another_form_was_had_everything_else_still_works(
    talker: Talker, form: str, intention: Intention
) -> None:
    talker.turn(Intention.SEND_AS, form=form)
    assert talker.turn(intention).acts


def test_a_chat_that_was_had_as_an_email_is_told_as_an_email() -> None:
    talker = Talker()
    talker.no_offers(sent_to_chat(talker))
    talker.turn(Intention.SEND_AS, form="email")
    reply = escalated(talker)
    assert facts(reply)["amazon_by"] == "email"


def test_a_copy_for_amazon_changes_nothing_about_the_message_to_the_seller(talker: Talker) -> None:
    talker.turn(Intention.SEND_AS, form="email")
    reply = escalated(talker)
    assert "done.seller_silent" in history(reply)
    assert facts(reply)["seller_date"] == "2026-11-23"


def test_a_letter_that_went_as_a_chat_is_not_asked_about_as_an_email() -> None:
    talker = Talker()
    talker.no_offers(sent_to_chat(talker))
    talker.no_offers(escalated(talker))
    talker.turn(Intention.SEND_AS, form="chat")
    talker.later(49)
    question = talker.open().question
    assert question
    assert (question.question, question.about) == ("email_answered", "message")
