"""A talk that a console and a page have together: one line after another, whoever it comes from; all hear of it."""

from collections.abc import Callable
from datetime import datetime
from time import sleep

from simulator.device.device import Device
from simulator.device.ringing import Rang
from simulator.device.turn_result import TurnResult
from simulator.page.one_thread import OneThread
from simulator.recording.overheard import steps_of
from simulator.recording.turn import Turn
from simulator.recording.turn_taker import TurnTaker
from simulator.services.clock import Clock
from simulator.talk.household import Place
from simulator.talk.talk import Talk
from simulator.under_test.skill_under_test import SkillUnderTest


class SharedTalk:
    """Is used as the talk itself is. All lines run on the one thread, on which listeners are told of them too.

    ``time_stands_still`` where the clock was fixed, so that only ``:later`` moves it.
    """

    def __init__(self, talk: Talk, skill: SkillUnderTest, thread: OneThread) -> None:
        self._on_turn: list[Callable[[Turn], object]] = []
        self._on_rang: list[Callable[[tuple[Rang, ...]], object]] = []
        self._talk = talk
        self._turns = TurnTaker(talk, lambda: steps_of(skill))
        self._thread = thread
        self.time_stands_still = _stands_still(talk.device.account.clock)

    def listen(self, on_turn: Callable[[Turn], object], on_rang: Callable[[tuple[Rang, ...]], object]) -> None:
        """Be told of every line that did not raise, and of reminders that ring by themselves."""
        self._on_turn.append(on_turn)
        self._on_rang.append(on_rang)

    @property
    def device(self) -> Device:
        """The device that is spoken to."""
        return self._talk.device

    @property
    def place(self) -> Place:
        """Who speaks, and to which device."""
        return self._talk.place

    @property
    def places(self) -> tuple[Place, ...]:
        """Everybody and every device there was so far."""
        return self._talk.places

    @property
    def now(self) -> datetime:
        """The world's time, where the device stands."""
        return self._turns.now

    def line(self, line: str) -> TurnResult:
        """The turn that a line brings; raises what ``Talk.line`` raises."""
        return self.turn(line).result

    def turn(self, line: str, patience: float | None = None) -> Turn:
        """The same, with all that can be told of it; raises StillBusy when the seconds are over."""
        return self._thread.run(lambda: self._turn(line), patience)

    def ring(self) -> None:
        """Let the reminders ring that have fallen due by now."""
        self._thread.run(self._ring)

    def _turn(self, line: str) -> Turn:
        turn = self._turns.turn(line)
        for listener in self._on_turn:
            listener(turn)
        return turn

    def _ring(self) -> None:
        if rang := self._turns.ring():
            for listener in self._on_rang:
                listener(rang)


def _stands_still(clock: Clock) -> bool:
    before = clock()
    sleep(0.001)
    return clock() == before
