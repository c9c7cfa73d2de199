"""What is measured is what it says: genuine turns, of the size and kind that the docs name."""

import json
from pathlib import Path

import pytest

from benchmarks.bench import Bench
from benchmarks.growth import cases_kept, with_cases, with_turns
from benchmarks.plans import usual
from benchmarks.programs.verifications import looked_at
from benchmarks.signed import Signed
from benchmarks.signing import save, signed_requests
from benchmarks.turns import Turns, same
from skill.conversation.state import MOST_CASES
from tests.web.signing import Signer


def test_the_usual_turn_has_three_resolved_slots_and_a_record_and_ends_with_a_card() -> None:
    plan = usual()
    slots = plan.turn["request"]["intent"]["slots"].values()
    assert len([slot for slot in slots if "resolutions" in slot]) == 3
    assert plan.turn["session"]["attributes"]["record"]["cases"]
    assert "card" in plan.answer["response"]
    assert 6000 < len(json.dumps(plan.turn)) < 8000


def test_the_usual_turn_asks_none_of_alexas_services(caplog: pytest.LogCaptureFixture) -> None:
    usual()
    assert caplog.records == []


@pytest.mark.parametrize(("opened", "kept"), [(1, 1), (10, 10), (11, MOST_CASES)])
def test_so_many_cases_are_open_at_the_end(opened: int, kept: int) -> None:
    assert cases_kept(with_cases(opened)) == kept


@pytest.mark.parametrize("count", [2, 20])
def test_the_turn_is_the_last_of_so_many_after_the_launch(count: int) -> None:
    plan = with_turns(count)
    assert plan.answer["sessionAttributes"]["record"]["turns"] == count + 1
    assert "card" in plan.answer["response"]


def test_another_answer_is_told_from_the_same_one() -> None:
    plan = usual()
    assert same(json.loads(json.dumps(plan.answer)), plan.answer)
    assert not same({"response": {}, "sessionAttributes": {}}, plan.answer)


def test_a_verifier_that_validates_each_time_is_seen_to_do_so(tmp_path: Path) -> None:
    save(Signer(), tmp_path / "signed.json")
    signed = Signed.read(tmp_path / "signed.json")
    warm = signed.verifier()
    warm.verify(signed.headers, signed.body)
    assert looked_at(lambda: warm.verify(signed.headers, signed.body), 3) == 0
    assert looked_at(lambda: signed.verifier().verify(signed.headers, signed.body), 3) >= 6
    assert len(signed.fetched) == 4


def test_the_requests_are_those_of_different_people() -> None:
    bodies = [json.loads(request.partition(b"\r\n\r\n")[2]) for request in signed_requests(Signer(), 3)]
    assert len({body["session"]["user"]["userId"] for body in bodies}) == 3


@pytest.mark.real
def test_the_skill_takes_the_turn_in_the_folder_that_is_laid_out(tmp_path: Path) -> None:
    bench = Bench(tmp_path, pairs=1, quick=True)
    assert Turns(bench, "ours", "lambda_function", usual(), turns=2).run().cpu_ms > 0
