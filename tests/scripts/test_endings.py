"""Whoever waits for an answer comes to every end that there is, in a script."""

import pytest

from tests.scripts.doors import in_process
from tests.scripts.endings import drawn, over_days, shown
from tests.scripts.script import Line, Script


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_way_in_which_a_wait_can_end_is_talked_through(language: str) -> None:
    assert drawn() - shown(over_days(language), in_process()) == set()


def test_the_ends_of_a_wait_are_read_from_the_decisions() -> None:
    endings = drawn()
    assert "device_support: device_works no -> email" in endings
    assert "email: email_answered yes, email_solved no -> senior" in endings
    assert "ask_seller: told" in endings
    assert "secure_now: seller_answered no -> email" not in endings


def test_a_wait_has_ended_only_when_what_follows_was_told() -> None:
    talk = [
        Line(you="open case compass"),
        Line(you="someone took over my account"),
        Line(you="open case compass", later=25),
        Line(you="no"),
    ]
    waiting = Script(name="waits", decision="account_access", locale="en-US", talk=talk[:3])
    ended = Script(name="ends", decision="account_access", locale="en-US", talk=talk)
    assert shown([waiting], in_process()) == set()
    assert shown([ended], in_process()) == {"secure_now: amazon_answered no -> email"}
