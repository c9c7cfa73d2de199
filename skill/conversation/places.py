"""Where cases stand, worked out once a turn: the moves of a talk ask for the same places again and again."""

from collections.abc import Mapping
from datetime import datetime

from skill.conversation.state import Case
from skill.decision.model import Model
from skill.decision.walk import Place, walk


class Places:
    """Walks the cases of one turn, at its time. A case never changes, so it is walked once."""

    def __init__(self, models: Mapping[str, Model], now: datetime) -> None:
        self._models = models
        self._now = now
        # By the cases' ids, with the cases themselves: an id is only theirs while they are there.
        self._at_its_time: dict[int, tuple[Case, Place]] = {}
        self._at_any_time: dict[int, tuple[Case, Place]] = {}

    def at_its_time(self, case: Case) -> Place:
        """Where a case stands now: an outcome whose waiting time is over opens what follows."""
        known = self._at_its_time.get(id(case))
        if known is None:
            known = (
                case,
                walk(
                    self._models[case.model],
                    case.answers,
                    now=self._now,
                    reached=case.reached,
                    postponed=case.postponed,
                ),
            )
            self._at_its_time[id(case)] = known
        return known[1]

    def at_any_time(self, case: Case) -> Place:
        """Where the answers of a case lead by themselves, however much time has passed."""
        known = self._at_any_time.get(id(case))
        if known is None:
            known = case, walk(self._models[case.model], case.answers)
            self._at_any_time[id(case)] = known
        return known[1]
