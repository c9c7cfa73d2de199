"""How many turns it takes to the card, over the scripts."""

from tests.scripts.script import Line, Script, all_scripts
from tests.scripts.turns import MOST, measured, medians


def test_the_card_comes_soon_and_at_once_when_everything_was_said() -> None:
    found = medians(measured(all_scripts()))
    assert {manner for _, manner in found} >= MOST.keys()
    for (language, manner), turns in found.items():
        assert turns <= MOST.get(manner, turns), (language, manner)


def test_every_utterance_up_to_the_card_counts() -> None:
    talk = [Line(you="open case compass"), Line(you="somebody just took over my account"), Line(you="thanks")]
    script = Script(name="three lines", manner="straight", decision="account_access", locale="en-US", talk=talk)
    assert measured([script]) == {("en", "straight", "account_access"): [2]}
