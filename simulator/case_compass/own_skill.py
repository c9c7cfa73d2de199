"""Case Compass itself as the skill that is talked to: the one place that knows its rooms."""

import json
from datetime import datetime

from simulator.case_compass.own_way import way_of
from simulator.envelope import Json
from simulator.under_test.endpoint import Endpoint, HandlerEndpoint
from simulator.under_test.inside import Inside
from simulator.under_test.way import Way
from skill.bootstrap import build_skill, build_store
from skill.conversation.ports import Memory
from skill.settings import Settings


class OwnInside:
    """Sees the store of the running skill (``simulator.under_test.inside.Inside``)."""

    def __init__(self, memory: Memory, skill_id: str) -> None:
        self._memory = memory
        self._skill_id = skill_id

    def record_of(self, user: str, now: datetime) -> Json | None:
        """The person's record as it is stored; None when there is none, or none that is a JSON object."""
        stored = self._memory.load(user, now=now)
        try:
            record = json.loads(stored.record) if stored else None
        except ValueError:
            return None
        return record if isinstance(record, dict) else None

    def put_record(self, user: str, record: Json | None, now: datetime) -> None:
        """Put a record in the place of whatever is kept of the person."""
        self._memory.forget(user)
        if record is not None:
            self._memory.save(user, json.dumps(record, ensure_ascii=False), based_on=None, now=now)

    def way(self, user: str, now: datetime) -> Way | None:
        """The decision about the case that the person talks about, or talked about last."""
        record = self.record_of(user, now)
        return None if record is None else way_of(record, now)

    def afresh(self) -> tuple[Endpoint, Inside]:
        """Case Compass with a memory of its own, in which there is nothing yet."""
        return open_own_skill(self._skill_id, "memory")


def open_own_skill(skill_id: str, store: str) -> tuple[HandlerEndpoint, OwnInside]:
    """The skill with a store such as ``memory`` or ``sqlite:PATH``, and what can be seen of it."""
    settings = Settings(skill_id=skill_id, store=store)
    memory = build_store(settings)
    return HandlerEndpoint(build_skill(settings, memory)), OwnInside(memory, skill_id)
