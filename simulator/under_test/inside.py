"""What a skill may let the simulator see besides its answers; a skill of somebody else has none of it."""

from datetime import datetime
from typing import Protocol

from simulator.envelope import Json
from simulator.under_test.endpoint import Endpoint
from simulator.under_test.way import Way


class Inside(Protocol):
    """A look inside a skill that runs in this process."""

    def record_of(self, user: str, now: datetime) -> Json | None:
        """What the skill keeps of a person, by their user id; None when that is nothing."""
        ...

    def put_record(self, user: str, record: Json | None, now: datetime) -> None:
        """Make this what the skill keeps of a person; None: nothing."""
        ...

    def way(self, user: str, now: datetime) -> Way | None:
        """The decision that the skill is making for a person, and the way that it has taken; None for none."""
        ...

    def afresh(self) -> tuple[Endpoint, "Inside"]:
        """The same skill as it is when it knows nobody yet, and a look inside that."""
        ...
