"""Two speeches as one."""

import pytest

from simulator.device.joined_speech import joined
from simulator.plain_text import plain_text


@pytest.mark.parametrize(
    ("speeches", "one"),
    [
        (("<speak>Tea.</speak>", "Or milk?"), "<speak>Tea. Or milk?</speak>"),
        (("Tea & milk < beer.", "<speak>A &amp; B.</speak>"), "<speak>Tea &amp; milk &lt; beer. A &amp; B.</speak>"),
        (("<speak><p>Tea</p>\n</speak>", "", "Or?"), "<speak><p>Tea</p>\n Or?</speak>"),
        (("", "Or milk?"), "Or milk?"),
        (("<speak>Tea.</speak>", ""), "<speak>Tea.</speak>"),
        ((), ""),
    ],
)
def test_speeches_are_joined_as_markup_unless_there_is_only_one(speeches: tuple[str, ...], one: str) -> None:
    assert joined(*speeches) == one


def test_what_is_joined_can_be_heard() -> None:
    assert plain_text(joined("Tea & milk.", "<speak>A &amp; B?</speak>")) == "Tea & milk. A & B?"
