"""Each fault that was planted is found, with the shortest conversation to it, and nothing else is."""

import pytest

from simulator.explorer.bound import Bound
from simulator.explorer.explored import Explored, explore
from simulator.explorer.hostile import HOSTILE
from simulator.explorer.retelling import Line
from tests.explorer.pizza import Handler, Json, ask, filled, pizza, under_test
from tests.explorer.planted import EXPECTED, Expected, Seen, planted

WRONG = {text: wrong for wrong, text in HOSTILE.items()}


def explored(handler: Handler, *, seed: int = 1) -> Explored:
    return explore(under_test(handler), "en-US", bound=Bound(seconds=60), seed=seed)


def move(line: Line) -> str:
    slots = "".join(
        f" with {WRONG[value]}" if value in WRONG else f" {name}={value!r}" for name, value in line.slots.items()
    )
    return f"{line.move}{slots}"


def test_nothing_is_found_in_a_sound_skill_and_all_of_it_is_tried() -> None:
    found = explored(pizza)
    assert found.findings == ()
    assert (found.cut_short, found.waiting) == ("", 0)
    assert found.never_handled == ()


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.plant.__name__)
def test_a_planted_fault_is_found_and_nothing_else(expected: Expected) -> None:
    found = explored(planted(expected.plant))
    assert [(told.fault.rule, told.fault.place) for told in found.findings] == [(expected.rule, expected.place)]
    told = found.findings[0]
    assert told.steady
    assert tuple(move(line) for line in told.conversation) == expected.moves


def test_a_question_needs_only_one_answer_that_leads_on() -> None:
    def plant(seen: Seen, answer: Json) -> object:
        topping = filled(seen.event["request"].get("intent", {}), "topping")
        return ask("topping", "No.") if seen.asking == "topping" and topping == "cheese" else answer

    assert explored(planted(plant)).findings == ()


def test_the_same_seed_finds_the_same() -> None:
    handler = planted(EXPECTED[2].plant)
    first, second = explored(handler), explored(handler)
    assert first.findings == second.findings
    assert first.counts.turns == second.counts.turns
