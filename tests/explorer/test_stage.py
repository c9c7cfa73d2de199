"""The stage: whoever is put back to a moment meets what they would have met there."""

import pytest

from simulator.explorer.explorer import BEGAN
from simulator.explorer.move import HELP, LAUNCH, LEAVE, TIMES, Kind, Move
from simulator.explorer.stage import Stage
from simulator.under_test.skill_under_test import SkillUnderTest
from tests.explorer.pizza import Json, pizza, under_test
from tests.explorer.test_own_skill import own_skill


def said(name: str) -> Move:
    return Move(Kind.INTENT, name)


OWN_TALK = [LAUNCH, said("LostPackageIntent"), said("DontKnowIntent"), said("BestChannelIntent"), LEAVE, TIMES[0]]
PIZZA_TALK = [LAUNCH, said("OrderIntent"), said(HELP), said("AMAZON.RepeatIntent")]


@pytest.mark.parametrize(("skill", "talk"), [(own_skill(), OWN_TALK), (under_test(pizza), PIZZA_TALK)])
def test_a_move_brings_the_same_after_somebody_was_put_back(skill: SkillUnderTest, talk: list[Move]) -> None:
    stage = Stage(skill, "en-US", BEGAN, 1)
    stage.put_back(stage.beginning)
    straight = [(stage.snapshot, stage.play(move).speech) for move in talk]
    for (moment, speech), move in reversed(list(zip(straight, talk, strict=True))):
        for _ in range(2):
            stage.put_back(moment)
            assert stage.play(move).speech == speech


def test_time_that_passes_ends_the_session_and_moves_the_clock() -> None:
    stage = Stage(own_skill(), "en-US", BEGAN, 1)
    stage.put_back(stage.beginning)
    stage.play(LAUNCH)
    before = stage.snapshot
    stage.play(TIMES[1])
    after = stage.snapshot
    assert (before.open, after.open) == (True, False)
    assert after.now == BEGAN + TIMES[1].by
    stage.put_back(stage.beginning)
    assert stage.snapshot.now == BEGAN


def test_somebody_put_back_to_the_beginning_is_unknown_to_the_skill() -> None:
    skill = own_skill()
    stage = Stage(skill, "en-US", BEGAN, 1)
    stage.put_back(stage.beginning)
    stage.play(said("LostPackageIntent"))
    assert stage.snapshot.record is not None
    stage.put_back(stage.beginning)
    assert stage.play(LAUNCH).asking == "which_problem"


def test_alexas_own_question_takes_yes_no_and_silence() -> None:
    stage = Stage(own_skill(), "de-DE", BEGAN, 1)
    stage.put_back(stage.beginning)
    for move in (LAUNCH, said("CallerOnTheLineIntent"), said("AMAZON.YesIntent"), said("RemindMeIntent")):
        stage.play(move)
    stage.play(said("AMAZON.YesIntent"))
    asked = stage.snapshot
    assert asked.consent
    stage.play(Move(Kind.CONSENT, "ACCEPTED"))
    assert asked.permissions.accepted() == []
    for answer, allowed in (("ACCEPTED", 1), ("DENIED", 0), ("NOT_ANSWERED", 0)):
        stage.put_back(asked)
        stage.play(Move(Kind.CONSENT, answer))
        assert len(stage.snapshot.permissions.accepted()) == allowed
        assert not stage.snapshot.consent


def test_a_skill_that_shows_nothing_of_itself_meets_somebody_new_each_time() -> None:
    seen: list[str] = []

    def handler(event: Json, context: object) -> object:
        seen.append(event["context"]["System"]["user"]["userId"])
        return pizza(event, context)

    stage = Stage(under_test(handler), "en-US", BEGAN, 1)
    for _ in range(2):
        stage.put_back(stage.beginning)
        stage.play(LAUNCH)
    assert len(set(seen)) == 2
