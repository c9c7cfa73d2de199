"""Forgetting a case or everything, and questions of the talk itself: they never block, nor outlive their case."""

import json
from typing import Any

import pytest

from skill.conversation.converse import converse
from skill.conversation.errands import ForgetEverything, RemoveReminder, SetReminder
from skill.conversation.state import Pending, State
from skill.conversation.talk import (
    CASE_NAME,
    FORGET_CASE,
    FORGET_ME,
    REMIND,
    RESUME,
    SIGN,
    WHICH_CASE,
)
from skill.conversation.turn import Consent, Intention, Said, Turn
from skill.decision.models import MODELS
from skill.record import decode, encode
from skill.value import replace
from tests.conversation.talker import MONDAY, Talker
from tests.conversation.test_answers import keys
from tests.conversation.test_coming_back import sent_to_chat, sent_to_seller
from tests.standing_rules import check_reply

PENDING = (
    Pending(RESUME, 0),
    Pending(WHICH_CASE, None, then="status"),
    Pending(WHICH_CASE, 1, then="forget_case"),
    Pending(CASE_NAME, 1),
    Pending(REMIND, 0, MONDAY.replace(day=25)),
    Pending(REMIND, 0, MONDAY.replace(day=20)),
    Pending(SIGN, 0),
    Pending(FORGET_CASE, 0),
    Pending(FORGET_ME, 0),
    Pending(FORGET_ME),
)
ASKED_OF_NO_CASE = (Pending(WHICH_CASE), Pending(FORGET_ME))
ABOUT_NOTHING = (
    *ASKED_OF_NO_CASE,
    *(Pending(question) for question in (RESUME, CASE_NAME, REMIND, SIGN, FORGET_CASE)),
)
"""The last five are never asked without a case."""
NEEDS_A_CASE = (
    (Intention.REPEAT, REMIND),
    (Intention.REPEAT, SIGN),
    (Intention.YES, RESUME),
    (Intention.CONTINUE, RESUME),
)


def two_cases(locale: str = "en-US") -> Talker:
    """Somebody with a kettle at the seller and a reminder of it, and a Kindle in the middle."""
    talker = Talker(locale)
    sent_to_seller(talker)
    talker.yes()
    talker.problem("device_help", ("device", "kindle"))
    talker.errands.clear()
    return talker


@pytest.fixture(params=["en-US", "de-DE"])
def talker(request: pytest.FixtureRequest) -> Talker:
    return two_cases(request.param)


def things(talker: Talker) -> list[str | None]:
    """What the cases that are kept are about."""
    return [case.answers.get("item") or case.answers.get("device") for case in talker.state.cases]


def test_a_case_is_forgotten_only_after_a_yes(talker: Talker) -> None:
    reply = talker.turn(Intention.FORGET_CASE)
    assert reply.asking == "forget_case"
    assert reply.question
    assert reply.question.case
    assert reply.question.case.words == "kindle"
    assert things(talker) == ["kettle", "kindle"]
    assert keys(talker.yes()) == ["forgot"]
    assert things(talker) == ["kettle"]


@pytest.mark.parametrize("way", [Intention.NO, Intention.SKIP, Intention.DONT_KNOW])
def test_a_case_that_is_kept_goes_on(talker: Talker, way: Intention) -> None:
    talker.turn(Intention.FORGET_CASE)
    reply = talker.turn(way)
    assert keys(reply) == ["not_forgotten"]
    assert reply.asking == "trouble"
    assert things(talker) == ["kettle", "kindle"]


def test_a_case_that_waits_is_kept_with_a_word(talker: Talker) -> None:
    talker.turn(Intention.FORGET_CASE, ("item", "kettle"))
    reply = talker.no()
    assert keys(reply)[0] == "not_forgotten"
    assert things(talker) == ["kettle", "kindle"]


def test_another_case_is_forgotten_in_the_middle_of_one_which_is_offered_then(talker: Talker) -> None:
    talker.turn(Intention.FORGET_CASE, ("item", "kettle"))
    reply = talker.yes()
    assert keys(reply) == ["forgot"]
    assert reply.errands == (RemoveReminder("a token"),)
    assert reply.asking == "resume"
    assert talker.yes().asking == "trouble"


def test_the_reminder_of_another_case_stays_when_one_is_forgotten(talker: Talker) -> None:
    talker.turn(Intention.FORGET_CASE)
    assert talker.yes().errands == ()
    assert talker.state.cases[0].reminder


def test_nothing_of_a_case_that_is_forgotten_is_kept() -> None:
    talker = Talker()
    talker.no_offers(sent_to_seller(talker, "secret thing"))
    talker.turn(Intention.FORGET_CASE)
    talker.yes()
    assert "secret" not in json.dumps(encode(talker.state))


def test_digits_and_loose_facts_go_with_the_case(talker: Talker) -> None:
    talker.problem("damaged_item", ("item", "vase"))
    talker.tell(("order_number", "112"))
    talker.turn(Intention.FORGET_CASE)
    talker.yes()
    assert (talker.state.draft, talker.state.loose) == ("", {})


def test_everything_is_forgotten_only_after_a_yes(talker: Talker) -> None:
    assert talker.turn(Intention.FORGET_ME).asking == "forget_me"
    assert things(talker) == ["kettle", "kindle"]
    assert talker.errands == []
    reply = talker.yes()
    assert keys(reply) == ["forgot_everything"]
    assert reply.errands == (RemoveReminder("a token"), ForgetEverything())
    assert reply.question is None
    assert talker.state == State(turns=talker.state.turns)


def test_everything_is_kept_after_a_no(talker: Talker) -> None:
    talker.turn(Intention.FORGET_ME)
    reply = talker.no()
    assert keys(reply) == ["not_forgotten"]
    assert reply.asking == "trouble"
    assert things(talker) == ["kettle", "kindle"]


def test_every_reminder_goes_when_everything_is_forgotten(talker: Talker) -> None:
    talker.reminds = "another token"
    sent_to_chat(talker, "lamp")
    talker.yes()
    talker.turn(Intention.FORGET_ME)
    removed = [errand for errand in talker.yes().errands if isinstance(errand, RemoveReminder)]
    assert removed == [RemoveReminder("a token"), RemoveReminder("another token")]


def test_who_has_nothing_kept_can_have_that_forgotten_too() -> None:
    talker = Talker()
    assert talker.turn(Intention.FORGET_ME).asking == "forget_me"
    assert keys(talker.yes()) == ["forgot_everything"]


def test_after_everything_is_forgotten_one_is_new(talker: Talker) -> None:
    talker.turn(Intention.FORGET_ME)
    talker.yes()
    assert keys(talker.open()) == ["welcome"]


def test_starting_over_forgets_the_case_that_is_talked_about(talker: Talker) -> None:
    talker.turn(Intention.START_OVER)
    assert things(talker) == ["kettle"]


def test_misses_never_forget_anything(talker: Talker) -> None:
    talker.turn(Intention.FORGET_ME)
    replies = [talker.mumble() for _ in range(3)]
    assert replies[-1].question is None
    assert things(talker) == ["kettle", "kindle"]
    assert talker.yes().errands == ()


@pytest.mark.parametrize("pending", PENDING)
def test_a_question_of_the_talk_survives_the_record(talker: Talker, pending: Pending) -> None:
    state = replace(talker.state, pending=pending)
    assert decode(encode(state), MODELS).pending == pending


@pytest.mark.parametrize("pending", [pending for pending in PENDING if pending.case is not None])
def test_a_question_about_a_case_of_a_decision_that_is_gone_is_dropped(talker: Talker, pending: Pending) -> None:
    record = encode(replace(talker.state, pending=pending))
    record["cases"][pending.case]["model"] = "no_more"
    assert decode(record, MODELS).pending is None


@pytest.mark.parametrize("question", [REMIND, SIGN, FORGET_CASE, CASE_NAME, RESUME])
def test_a_question_of_the_talk_is_dropped_when_its_case_is_removed(talker: Talker, question: str) -> None:
    state = replace(talker.state, pending=Pending(question, 0)).without_case(0)
    assert state.pending is None
    assert state.active == 0


def say(state: State, intention: Intention, pending: Pending | None, *, worded: bool = True, **more: Any) -> None:
    """One turn, and the same once more, keep the record and, where ``worded``, the standing rules."""
    state = replace(state, pending=pending, asked=pending.question if pending else state.asked)
    state = decode(encode(state), MODELS)
    turn = Turn(intention, MONDAY, MONDAY.date(), **more)
    for _ in range(2):
        reply, state = converse(MODELS, state, turn)
        if worded and not any(isinstance(errand, SetReminder) for errand in reply.errands):
            check_reply(reply, "en-US")
        assert decode(encode(state), MODELS) == state
        assert state.pending is None or state.pending.case is None or state.pending.case < len(state.cases)


EVERY: list[tuple[Intention, dict[str, Any]]] = [
    (intention, {}) for intention in Intention if intention is not Intention.PROBLEM
]
EVERY += [(Intention.PROBLEM, {"problem": problem}) for problem in ("lost_package", "device_help", "gift_card")]
EVERY += [(Intention.CONTINUE, {"ordinal": 2}), (Intention.STATUS, {"problem": "device_help"})]
EVERY += [(Intention.CONSENT, {"consent": consent}) for consent in Consent]
EVERY += [(Intention.SEND_AS, {"form": "seller"}), (Intention.CHANGE, {"field": "item"})]
EVERY += [
    (Intention.TELL, {"facts": (Said(question, value, value),)})
    for question, value in (
        ("item", "kettle"),
        ("seller_contact", "not_yet"),
        ("seller_contact", "silent"),
        ("settled_by", "promised"),
        ("settled_by", "refund"),
        ("solved", "yes"),
        ("order_number", "112"),
        ("case_name", "blue"),
        ("ticket", "A 12"),
        ("date", "2026-11-20"),
        ("nonsense", "x"),
    )
]


@pytest.mark.parametrize("active", [None, 0, 1])
@pytest.mark.parametrize(("intention", "more"), EVERY)
def test_anything_said_at_any_question_of_the_talk_gets_a_sensible_reply(
    intention: Intention, more: dict[str, Any], active: int | None
) -> None:
    state = replace(two_cases().state, active=active)
    for pending in (None, *PENDING):
        if active == 0 or (intention, pending and pending.question) not in NEEDS_A_CASE:
            say(state, intention, pending, **more)


@pytest.mark.parametrize("state", [State(), two_cases().state], ids=["nothing kept", "two cases"])
@pytest.mark.parametrize(("intention", "more"), EVERY)
def test_a_question_about_no_case_blocks_nothing(intention: Intention, more: dict[str, Any], state: State) -> None:
    for pending in (None, *ABOUT_NOTHING):
        if (intention, pending and pending.question) not in NEEDS_A_CASE:
            say(state, intention, pending, worded=pending in (None, *ASKED_OF_NO_CASE), **more)


@pytest.mark.parametrize(("intention", "question"), NEEDS_A_CASE[:3])
def test_even_a_question_that_is_never_asked_without_a_case_blocks_nothing(
    intention: Intention, question: str
) -> None:
    say(State(), intention, Pending(question), worded=False)


@pytest.mark.parametrize("intention", [intention for intention in Intention if intention is not Intention.CONSENT])
def test_a_new_session_begins_without_the_old_question(intention: Intention) -> None:
    problem = "lost_package" if intention is Intention.PROBLEM else None
    turn = Turn(intention, MONDAY, MONDAY.date(), new_session=True, problem=problem)
    state = two_cases().state
    fresh, _ = converse(MODELS, replace(state, pending=None), turn)
    for pending in PENDING:
        assert converse(MODELS, replace(state, pending=pending), turn)[0] == fresh
