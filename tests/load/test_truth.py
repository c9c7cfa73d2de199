"""The truth knows a wrong answer from a right one, whoever speaks at the same moment and whatever was lost."""

import copy

import pytest

from simulator.envelope import Json
from tests.load.sender import Echo
from tests.load.talks import recorded
from tests.load.truth import Exchange, Truth
from tests.scripts.script import Line, Script

SAID = ["open case compass", "somebody hacked my gift card", "no"]


@pytest.fixture(scope="module")
def asks() -> tuple[Json, ...]:
    talk = [Line(you=said) for said in SAID]
    script = Script(name="a gift card", decision="gift_card", locale="en-US", talk=talk)
    return recorded([script])[0].asks


def echo(number: int = 1) -> Echo:
    return Echo("amzn1.ask.account.ONE", f"amzn1.ask.device.{number}", "http://127.0.0.1:9")


def test_what_the_skill_says_is_right(asks: tuple[Json, ...]) -> None:
    truth, device = Truth(), echo()
    for recorded_ask in asks:
        sent = device.envelope(recorded_ask)
        answer = truth.right(sent)
        assert truth.explains([Exchange(sent, answer)])
        device.heard(answer)
    assert len(truth.records("amzn1.ask.account.ONE")) == 1


def test_a_word_more_or_somebody_elses_case_is_wrong(asks: tuple[Json, ...]) -> None:
    truth, device = Truth(), echo()
    sent = device.envelope(asks[1])
    answer = copy.deepcopy(truth.right(sent))
    answer["sessionAttributes"]["record"]["cases"] = []
    assert not truth.explains([Exchange(sent, answer)])


def test_two_at_once_are_right_in_either_order_and_wrong_when_one_is_lost(asks: tuple[Json, ...]) -> None:
    for first in (0, 1):
        truth = Truth()
        sent = [echo(1).envelope(asks[1]), echo(2).envelope(asks[0])]
        alone = [truth.right(one) for one in sent]
        before = Exchange(sent[first], alone[first])
        assert truth.explains([before])
        after = Exchange(sent[1 - first], truth.right(sent[1 - first]))
        assert Truth().explains([before, after])
        assert not Truth().explains([Exchange(one, answer) for one, answer in zip(sent, alone, strict=True)])


def test_a_turn_that_was_not_answered_may_have_been_kept_or_not(asks: tuple[Json, ...]) -> None:
    truth = Truth()
    assert truth.explains([Exchange(echo().envelope(asks[1]), None)])
    assert len(truth.records("amzn1.ask.account.ONE")) == 2
    sent = echo().envelope(asks[0])
    assert truth.explains([Exchange(sent, truth.right(sent))])
    assert len(truth.records("amzn1.ask.account.ONE")) == 1
