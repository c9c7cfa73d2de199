"""What the page shows now: every turn so far and the newest world, with whoever watches told of each change."""

from collections import deque
from contextlib import suppress
from typing import Any

from simulator.device.ringing import Rang
from simulator.envelope import Json
from simulator.page.bulletin import Bulletin, News
from simulator.page.errors import StillBusy
from simulator.page.one_thread import OneThread
from simulator.page.shared_talk import SharedTalk
from simulator.page.turn_json import rang_as_json, turn_as_json
from simulator.page.world import world_as_json
from simulator.recording.turn import Turn
from simulator.under_test.skill_under_test import SkillUnderTest

MOST_TURNS = 1000
"""Older ones are forgotten; the numbers go on."""
A_MOMENT = 0.5
"""Seconds: while the skill is busy for longer, the world is shown as it last was."""


class Live:
    """Looks at the talk on the talk's own thread, and is read by any other."""

    def __init__(self, talk: SharedTalk, skill: SkillUnderTest, thread: OneThread) -> None:
        self.bulletin = Bulletin()
        self._talk = talk
        self._skill = skill
        self._thread = thread
        self._turns: deque[Json] = deque(maxlen=MOST_TURNS)
        self._seen: Json = {}
        self._world: Json = {"revision": 0}
        self._thread.run(self._look)
        talk.listen(self._tell_turn, self._tell_rang)

    def world(self) -> Json:
        """The world now, or as it last was while the skill is busy."""
        with suppress(StillBusy):
            self._thread.run(self._look, A_MOMENT)
        return self._world

    def turns(self, since: int) -> list[Json]:
        """The turns from this number on."""
        return [turn for turn in tuple(self._turns) if turn["number"] >= since]

    def _tell_turn(self, turn: Turn) -> None:
        written = turn_as_json(turn)
        self._turns.append(written)
        self.bulletin.tell(News("turn", written))
        self._look()

    def _tell_rang(self, rang: tuple[Rang, ...]) -> None:
        for reminder in rang:
            self.bulletin.tell(News("rang", rang_as_json(reminder)))
        self._look()

    def _look(self) -> None:
        """Look at the world; tell of it when something is different, which the time alone is not."""
        turns = self._turns[-1]["number"] + 1 if self._turns else 0
        world = world_as_json(self._talk, self._skill) | {"turns": turns}
        seen: dict[str, Any] = world | {"clock": None}
        changed = seen != self._seen
        self._world = {"revision": self._world["revision"] + changed} | world
        self._seen = seen
        if changed:
            self.bulletin.tell(News("world", self._world))
