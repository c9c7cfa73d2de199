"""What is said about cases, as a turn: which one, in what form, when, and what came of an answer."""

import pytest

from skill.conversation.turn import Consent, Intention, Said, Turn
from tests.alexa.envelopes import Json, heard, intent, resolved
from tests.alexa.test_request import turn_of


def meant(name: str, *slots: Json, **fields: str) -> Turn:
    """The turn of an intent with these slots."""
    return turn_of(intent(name, *slots, **fields))


def test_a_case_is_named_by_its_thing_its_kind_or_its_place() -> None:
    by_thing = meant("StatusIntent", resolved("item", "kettle", None))
    assert (by_thing.intention, by_thing.facts) == (Intention.STATUS, (Said("item", None, "kettle"),))
    assert meant("ContinueIntent", resolved("kind", "the refund", "return_refund")).problem == "return_refund"
    assert meant("ContinueIntent", resolved("ordinal", "second", "two")).ordinal == 2
    assert meant("ContinueIntent", resolved("ordinal", "last one", "last")).ordinal == -1


def test_the_word_for_a_kind_of_case_counts_wherever_it_landed() -> None:
    assert meant("CloseCaseIntent", resolved("item", "missing package", None)).problem == "lost_package"


def test_an_unknown_place_in_the_list_is_none() -> None:
    assert meant("ContinueIntent", resolved("ordinal", "umbrella", None)).ordinal is None


def test_another_form_is_named() -> None:
    turn = meant("SendAsIntent", resolved("form", "an email", "email"))
    assert (turn.intention, turn.form) == (Intention.SEND_AS, "email")


def test_days_and_hours_come_as_alexa_has_them() -> None:
    turn = meant("RemindMeIntent", heard("remind_date", "2026-11-24"), heard("remind_time", "09:00"))
    assert {said.question: said.value for said in turn.facts} == {"remind_date": "2026-11-24", "remind_time": "09:00"}
    assert meant("MessageSentIntent", heard("sent_date", "2026-11-20")).facts[0].value == "2026-11-20"


@pytest.mark.parametrize(
    ("said", "kept"),
    [("a b one two", "AB12"), ("double four - c", "44-C"), ("7 7 7", "777"), ("nothing yet", "nothing yet")],
)
def test_a_ticket_number_is_kept_as_one_writes_it(said: str, kept: str) -> None:
    [fact] = meant("TellTicketIntent", heard("ticket", said)).facts
    assert (fact.question, fact.words) == ("ticket", kept)


def test_a_ticket_number_that_was_not_said_is_asked_for() -> None:
    turn = meant("TellTicketIntent")
    assert (turn.intention, turn.field) == (Intention.CHANGE, "ticket")


def test_a_ticket_number_that_is_a_card_number_is_not_taken() -> None:
    assert meant("TellTicketIntent", heard("ticket", "4111 1111 1111 1111")).intention is Intention.SECRET


@pytest.mark.parametrize(
    ("slot", "said", "resolution", "fact"),
    [
        ("solved", "money back", "yes", ("settled_by", "refund")),
        ("solved", "it works", None, ("settled_by", "works")),
        ("seller_contact", "promised me a refund", None, ("settled_by", "promised")),
        ("solved", "no refund", "no", ("solved", "no")),
        ("seller_contact", "never answered", "silent", ("seller_contact", "silent")),
    ],
)
def test_what_came_of_an_answer_is_heard_behind_whether_one_came(
    slot: str, said: str, resolution: str | None, fact: tuple[str, str]
) -> None:
    name = "TellSolvedIntent" if slot == "solved" else "TellSellerContactIntent"
    [told] = meant(name, resolved(slot, said, resolution)).facts
    assert (told.question, told.value) == fact


@pytest.mark.parametrize(
    ("status", "consent"),
    [("ACCEPTED", Consent.ACCEPTED), ("DENIED", Consent.DENIED), ("NOT_ANSWERED", Consent.UNANSWERED)],
)
def test_what_came_of_asking_for_a_permission_is_a_turn_too(status: str, consent: Consent) -> None:
    request = {
        "type": "Connections.Response",
        "name": "AskFor",
        "status": {"code": "200", "message": "OK"},
        "payload": {"isCardThrown": False, "status": status},
        "token": "reminders",
    }
    turn = turn_of(request)
    assert (turn.intention, turn.consent, turn.new_session) == (Intention.CONSENT, consent, False)
