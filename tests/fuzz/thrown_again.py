"""One input at one door, judged: for the corpus, and for making a finding smaller."""

from tests.fuzz.doors import Door, nobody_is_called
from tests.fuzz.expected import faults
from tests.fuzz.inputs import Input
from tests.fuzz.run import watched


def what_is_wrong(door: Door, thrown: Input) -> list[str]:
    """Every fault of what comes of the input at the door; none when all is as it should be."""
    with nobody_is_called(), watched() as watcher:
        outcome = door.knock(thrown)
        return [*faults(thrown, outcome, watcher)]
