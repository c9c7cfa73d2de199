"""From an envelope to a turn: what was meant, what was told, and when."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from skill.alexa.intents import MEANINGS, PROBLEMS, TOPICS_ASKED, TOPICS_BY_SLOT
from skill.alexa.request import locale, person, session_record, to_turn
from skill.conversation.turn import Intention, Said, Turn
from tests.alexa.envelopes import MORNING, PERSON, Json, envelope, heard, intent, launch, parsed, resolved


def turn_of(request: Json, **fields: Any) -> Turn:
    """The turn of a request in a session."""
    return to_turn(parsed(envelope(request, **fields)))


def facts_of(*slots: Json, **fields: Any) -> tuple[Said, ...]:
    """What an intent that tells something says."""
    return turn_of(intent("TellItemIntent", *slots, **fields)).facts


def test_a_launch_opens() -> None:
    turn = turn_of(launch(), new=True)
    assert (turn.intention, turn.new_session, turn.facts) == (Intention.OPEN, True, ())
    assert turn.now == datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_the_session_says_whether_it_is_new() -> None:
    assert not turn_of(launch()).new_session
    assert not turn_of(launch(), session=False).new_session


@pytest.mark.parametrize(
    ("here", "timestamp", "today"),
    [
        ("en-US", "2026-11-22T03:00:00Z", date(2026, 11, 21)),
        ("en-CA", "2026-11-22T03:00:00Z", date(2026, 11, 21)),
        ("en-GB", "2026-11-22T23:30:00Z", date(2026, 11, 22)),
        ("de-DE", "2026-11-22T23:30:00Z", date(2026, 11, 23)),
        ("en-IN", "2026-11-22T19:30:00Z", date(2026, 11, 23)),
        ("en-AU", "2026-11-22T15:00:00Z", date(2026, 11, 23)),
        ("fr-FR", "2026-11-22T23:30:00Z", date(2026, 11, 22)),
    ],
)
def test_today_is_the_day_where_the_person_is(here: str, timestamp: str, today: date) -> None:
    turn = turn_of(launch(locale=here, timestamp=timestamp))
    assert turn.today == today
    assert turn.now.utcoffset() == UTC.utcoffset(None)


def test_a_request_that_has_no_time_is_of_now() -> None:
    request = launch(timestamp=None)
    before = datetime.now(UTC)
    assert before <= turn_of(request).now <= datetime.now(UTC)


@pytest.mark.parametrize("name", MEANINGS)
def test_an_intent_means_what_the_table_says(name: str) -> None:
    assert turn_of(intent(name)).intention is MEANINGS[name]


@pytest.mark.parametrize("name", PROBLEMS)
def test_an_intent_names_its_problem(name: str) -> None:
    turn = turn_of(intent(name, resolved("urgent", "badly", "yes")))
    named = PROBLEMS[name]
    assert (turn.intention, turn.problem, turn.given) == (Intention.PROBLEM, named.problem, named.given)
    assert turn.facts == (Said("urgent", "yes", "badly"),)


@pytest.mark.parametrize("name", ["status", "tried", "item", "order_number"])
def test_an_alarm_that_a_slot_swallowed_is_heard_all_the_same(name: str) -> None:
    swallowed = resolved(name, "wait somebody is in my account", None)
    turn = turn_of(intent("TellStatusIntent", swallowed))
    assert (turn.intention, turn.problem) == (Intention.PROBLEM, "account_access")
    assert turn.given == (("account_state", "stolen"),)


def test_a_question_to_a_seller_is_no_alarm() -> None:
    asked = heard("question", "is it normal that somebody is in my account")
    assert turn_of(intent("TellQuestionIntent", asked)).intention is Intention.TELL


def test_a_secret_is_dropped_before_anything_looks_at_it() -> None:
    turn = turn_of(intent("TellSecretIntent", heard("secret", "sunshine seven")))
    assert (turn.intention, turn.facts) == (Intention.SECRET, ())


def test_the_wish_to_talk_is_heard_in_free_text_too() -> None:
    assert facts_of(resolved("order_number", "just call me", None)) == (Said("contact_by", "call", "just call me"),)
    told = facts_of(heard("order_number", "one one two call me"))
    assert told == (Said("order_number", "112", "one one two call me"),)


@pytest.mark.parametrize("name", TOPICS_ASKED)
def test_an_intent_asks_for_its_topic(name: str) -> None:
    turn = turn_of(intent(name))
    assert (turn.intention, turn.topic, turn.facts) == (Intention.ASK_ABOUT, TOPICS_ASKED[name], ())


@pytest.mark.parametrize("name", TOPICS_BY_SLOT)
def test_a_slot_names_the_topic_and_without_it_there_is_another(name: str) -> None:
    slot, otherwise = TOPICS_BY_SLOT[name].slot, TOPICS_BY_SLOT[name].otherwise
    assert turn_of(intent(name, resolved(slot, "the forum", "forum"))).topic == "forum"
    for nothing in (heard(slot, None), heard(slot, "?")):
        assert turn_of(intent(name, nothing)).topic == otherwise


@pytest.mark.parametrize("name", TOPICS_BY_SLOT)
def test_words_that_name_no_topic_were_misheard(name: str) -> None:
    slot = TOPICS_BY_SLOT[name].slot
    for strange in (resolved(slot, "the airport", None), resolved(slot, "x", "x")):
        assert turn_of(intent(name, strange)).intention is Intention.MISHEARD


def test_a_channel_inside_longer_words_is_found() -> None:
    words = resolved("channel", "the phone people please", None)
    assert turn_of(intent("HowToReachIntent", words)).topic == "phone"


@pytest.mark.parametrize(
    ("amount", "cents", "value"),
    [
        ("49", "99", "49.99"),
        ("49", "5", "49.05"),
        ("49", None, "49"),
        ("49", "?", "49"),
        ("49", "999", "49"),
        ("0", "50", "0.50"),
        (None, "50", "0.50"),
    ],
)
def test_an_amount_comes_as_two_numbers(amount: str | None, cents: str | None, value: str) -> None:
    assert facts_of(heard("amount", amount), heard("cents", cents)) == (Said("amount", value),)


@pytest.mark.parametrize("words", ["a lot", "-1", "1e9", "12345678", "٤٩", "4 9"])
def test_what_is_no_amount_is_not_told(words: str) -> None:
    assert turn_of(intent("TellAmountIntent", heard("amount", words))).intention is Intention.MISHEARD


def test_an_intent_that_tells_something_tells_it() -> None:
    turn = turn_of(intent("TellItemIntent", resolved("item", "the kettle", "kettle")))
    assert (turn.intention, turn.facts) == (Intention.TELL, (Said("item", "kettle", "kettle"),))


@pytest.mark.parametrize("name", ["TellItemIntent", "SomeNewerIntent", "AMAZON.PauseIntent"])
def test_an_intent_that_tells_nothing_was_misheard(name: str) -> None:
    assert turn_of(intent(name)).intention is Intention.MISHEARD


@pytest.mark.parametrize("value", [None, "", " ", "?", " ? "])
def test_a_blank_slot_says_nothing(value: str | None) -> None:
    assert facts_of(heard("item", value), heard("ordered", "2026-11-17")) == (
        Said("ordered", "2026-11-17", "2026-11-17"),
    )
    assert turn_of(intent("TellItemIntent", heard("item", value))).intention is Intention.MISHEARD


def test_an_intent_may_come_without_slots() -> None:
    request = intent("TellItemIntent")
    request["intent"]["slots"] = None
    assert turn_of(request).intention is Intention.MISHEARD


def test_words_that_match_no_value_are_told_as_words_without_a_value() -> None:
    assert facts_of(resolved("item", "samovar", None)) == (Said("item", None, "samovar"),)
    turn = turn_of(intent("TellStatusIntent", resolved("status", "on the moon", None)))
    assert (turn.intention, turn.facts) == (Intention.TELL, (Said("status", None, "on the moon"),))


def test_a_dynamic_authority_counts_like_the_model_s_own() -> None:
    assert facts_of(resolved("item", "kettle", None, "kettle")) == (Said("item", "kettle", "kettle"),)
    assert facts_of(resolved("item", "kettle", "mine", "kettle")) == (Said("item", "mine", "kettle"),)


def test_an_authority_that_timed_out_knows_nothing() -> None:
    slot = resolved("item", "kettle", None)
    slot["resolutions"]["resolutionsPerAuthority"][0]["status"]["code"] = "ER_ERROR_TIMEOUT"
    assert facts_of(slot) == (Said("item", None, "kettle"),)


def test_a_value_counts_only_from_an_authority_that_says_it_matched() -> None:
    slot = resolved("item", "kettle", "kettle")
    slot["resolutions"]["resolutionsPerAuthority"][0]["status"]["code"] = "ER_SUCCESS_NO_MATCH"
    assert facts_of(slot) == (Said("item", None, "kettle"),)


def test_a_slot_of_a_built_in_type_tells_its_value() -> None:
    assert facts_of(heard("ordered", "2026-W46"), heard("days", "3")) == (
        Said("ordered", "2026-W46", "2026-W46"),
        Said("days", "3", "3"),
    )


def test_what_was_heard_of_the_seller_is_told_by_its_id() -> None:
    assert facts_of(resolved("seller_contact", "words", "silent")) == (Said("seller_contact", "silent", "words"),)
    assert facts_of(resolved("seller_contact", "words", None)) == (Said("seller_contact", None, "words"),)


def test_an_order_number_is_told_as_its_digits() -> None:
    assert facts_of(heard("order_number", "one one two double four oh")) == (
        Said("order_number", "112440", "one one two double four oh"),
    )
    assert facts_of(heard("order_number", "einundzwanzig doppel fünf"), locale="de-DE") == (
        Said("order_number", "2155", "einundzwanzig doppel fünf"),
    )


def test_an_order_number_without_digits_is_told_without_a_value() -> None:
    assert facts_of(heard("order_number", "the blue one over there one")) != ()
    assert facts_of(heard("order_number", "hippopotamus")) == (Said("order_number", None, "hippopotamus"),)


@pytest.mark.parametrize(
    ("slot", "words", "here", "meant"),
    [
        ("order_number", "skip it", "en-US", Intention.SKIP),
        ("order_number", "I don't know.", "en-GB", Intention.DONT_KNOW),
        ("order_number", "ja", "de-DE", Intention.YES),
        ("question", "stop", "en-US", Intention.STOP),
        ("question", "go back", "en-US", Intention.BACK),
    ],
)
def test_a_command_that_a_free_text_slot_swallowed_is_the_command(
    slot: str, words: str, here: str, meant: Intention
) -> None:
    turn = turn_of(intent("TellQuestionIntent", heard(slot, words), locale=here))
    assert (turn.intention, turn.facts) == (meant, ())


def test_a_command_in_a_slot_of_another_kind_is_just_words() -> None:
    assert facts_of(resolved("item", "stop", None)) == (Said("item", None, "stop"),)


def test_a_command_within_a_longer_text_is_part_of_it() -> None:
    [said] = turn_of(intent("TellQuestionIntent", heard("question", "does it stop by itself"))).facts
    assert said == Said("question", "does it stop by itself", "does it stop by itself")


def test_the_field_to_change_is_no_fact() -> None:
    turn = turn_of(intent("ChangeAnswerIntent", resolved("field", "the date", "ordered")))
    assert (turn.intention, turn.field, turn.facts) == (Intention.CHANGE, "ordered", ())
    assert turn_of(intent("ChangeAnswerIntent", resolved("field", "the moon", None))).field is None


def test_a_correction_tells_what_it_corrects() -> None:
    turn = turn_of(intent("CorrectIntent", heard("date", "2026-11-16")))
    assert (turn.intention, turn.facts) == (Intention.CORRECT, (Said("date", "2026-11-16", "2026-11-16"),))


def test_the_envelope_says_who_speaks_in_which_language() -> None:
    whole = parsed(envelope(launch(locale="de-DE")))
    assert (person(whole), locale(whole)) == (PERSON, "de-DE")
    assert locale(parsed(envelope(launch(locale=None)))) == "en-US"


@pytest.mark.parametrize(
    ("fields", "record"),
    [
        ({"attributes": {"record": {"version": 1}}}, {"version": 1}),
        ({"attributes": {"other": 1}}, None),
        ({"attributes": {}}, None),
        ({"session": False}, None),
    ],
)
def test_the_session_s_record_is_what_the_last_response_left(fields: Json, record: object) -> None:
    assert session_record(parsed(envelope(launch(), **fields))) == record


def test_the_hand_made_envelopes_are_of_the_morning() -> None:
    assert parsed(envelope(launch())).request.timestamp.isoformat() == MORNING.replace("Z", "+00:00")
