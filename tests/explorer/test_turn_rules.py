"""Rules of a turn that no small skill breaks by itself: slowness, silence in help, and a missing question."""

from dataclasses import replace

import pytest

from simulator.device.session import Session
from simulator.device.turn_result import ShownCard, TurnIds, TurnResult, Understood
from simulator.explorer.explorer import BEGAN
from simulator.explorer.finding import Fault, Findings, Turn
from simulator.explorer.move import BACK, HELP, LAUNCH, Kind, Move
from simulator.explorer.retelling import Told
from simulator.explorer.snapshot import Snapshot
from simulator.explorer.turn_rules import turn_faults
from simulator.finding import Finding
from simulator.services.permissions import Permissions
from simulator.services.reminder_list import ReminderList

CLOSED = Snapshot(None, BEGAN, Permissions(), ReminderList())
OPEN = replace(CLOSED, session=Session(attributes={"turn": {"asking": "size"}}), turn=TurnIds("size"))
SPEAKS = {"outputSpeech": {"type": "PlainText", "text": "Small or large?"}}


def turn(move: Move = LAUNCH, before: Snapshot = CLOSED, after: Snapshot = OPEN, **result: object) -> Turn:
    asked = TurnResult(
        "",
        Understood(None, "explored"),
        ssml="Small or large?",
        open=after.open,
        turn=after.turn,
        request={"request": {"type": "IntentRequest"}},
        response={"response": SPEAKS},
    )
    return Turn(before, move, replace(asked, **result), after)  # type: ignore[arg-type]


def rules(found: Turn) -> list[str]:
    return [fault.rule for fault in turn_faults(found)]


def test_a_sound_turn_has_no_fault() -> None:
    assert rules(turn()) == []


@pytest.mark.parametrize(("ms", "faults"), [(2_999.0, []), (3_001.0, ["slow"])])
def test_more_than_three_seconds_are_slow(ms: float, faults: list[str]) -> None:
    assert rules(turn(ms=ms)) == faults


def test_what_was_slow_only_once_is_not_told() -> None:
    fault = Fault("slow", "LaunchRequest", "")
    assert not Told(fault, 1, (), steady=False).is_kept
    assert Told(fault, 1, (), steady=True).is_kept
    assert Told(fault._replace(rule="failure"), 1, (), steady=False).is_kept


def test_help_has_to_say_something() -> None:
    quiet = turn(Move(Kind.INTENT, HELP), OPEN, ssml="", response={"response": {"directives": [{"type": "Hint"}]}})
    assert rules(quiet) == ["help-is-silent"]


def test_going_back_may_lead_to_an_end_with_a_card_or_an_outcome_but_not_just_end() -> None:
    back = Move(Kind.INTENT, BACK, goes_back=True)
    assert rules(turn(back, OPEN, CLOSED)) == ["back-closes"]
    assert rules(turn(back, OPEN, CLOSED, card=ShownCard("Pizza", "It is on its way."))) == []
    assert rules(turn(back, OPEN, CLOSED, turn=TurnIds(outcome="ordered"))) == []


def test_of_two_conversations_to_a_fault_the_shorter_is_kept() -> None:
    findings, fault = Findings(), Fault("failure", "LaunchRequest", "long")
    findings.add(fault, (LAUNCH, LAUNCH))
    findings.add(fault._replace(says="short"), (LAUNCH,))
    findings.add(fault, (LAUNCH, LAUNCH, LAUNCH))
    (found,) = findings
    assert (found.fault.says, found.moves, found.times) == ("short", (LAUNCH,), 3)


def test_a_skill_that_names_its_questions_names_one_whenever_it_is_open() -> None:
    nowhere = replace(OPEN, turn=TurnIds(), session=Session(attributes={"turn": {"asking": None}}))
    assert rules(turn(after=nowhere)) == ["open-without-question"]
    elsewhere = replace(OPEN, turn=TurnIds(), session=Session(attributes={"step": 1}))
    assert rules(turn(after=elsewhere)) == []


def test_a_placeholder_that_was_said_by_the_person_is_none_of_the_skills() -> None:
    finding = Finding("placeholder", "speaks {item}", "certification")
    said = Move(Kind.INTENT, "OrderIntent", hostile="braces")
    assert rules(turn(said, findings=(finding,))) == []
    assert rules(turn(replace(said, hostile="emoji"), findings=(finding,))) == ["placeholder"]


def test_nobody_listens_to_the_answer_to_the_end_of_a_session() -> None:
    ended = turn(after=CLOSED, ssml="", request={"request": {"type": "SessionEndedRequest"}}, response={})
    assert rules(ended) == []
