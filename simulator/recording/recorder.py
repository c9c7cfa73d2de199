"""Recording a talk: its lines, when they were said, and what they brought, as a script that can be replayed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from simulator.envelope import Json
from simulator.recording.comparison import IDS, came_to
from simulator.recording.errors import NothingToSave
from simulator.recording.script import MOST_LINES, Line, Script, Was, WasCard
from simulator.recording.turn import Turn
from simulator.recording.yaml_text import written
from simulator.talk.household import ECHO, Place
from simulator.talk.talk import SCREEN

A_WHILE = timedelta(minutes=1)
"""A line that comes later than this after the one before has its moment written to it."""


class Recorder:
    """Keeps the turns of a talk since ``begin``."""

    def __init__(self, place: Place, record: Json | None = None) -> None:
        self.begin(place, record)

    def begin(self, place: Place, record: Json | None) -> None:
        """Record from here on; ``record`` is what the skill keeps by now of the person who speaks there."""
        self._turns: list[Turn] = []
        self._place = place
        self._record = record

    def hear(self, turn: Turn) -> None:
        """One more turn."""
        self._turns.append(turn)

    @property
    def turns(self) -> Sequence[Turn]:
        """The turns so far; raises NothingToSave when there are none, or too many."""
        if not self._turns:
            raise NothingToSave("nothing was said yet")
        if len(self._turns) > MOST_LINES:
            raise NothingToSave(f"the talk has more than the {MOST_LINES} lines that a file can hold")
        return tuple(self._turns)

    def script(self, name: str, decision: str | None = None) -> Script:
        """The talk as a script; raises NothingToSave."""
        turns = self.turns
        return Script(
            name=name,
            locale=self._place.locale,
            now=turns[0].began,
            pace=0,
            decision=decision,
            record=self._record,
            talk=[*_turned_to(self._place), *_lines(turns)],
        )


def as_yaml(scripts: Iterable[Script]) -> str:
    """Scripts as a file's text, with what is not there left out."""
    return written([_as_data(script) for script in scripts])


def _as_data(script: Script) -> Json:
    data = script.model_dump(mode="json", exclude_defaults=True)
    return data | {"talk": data.pop("talk")}


def line_of(turn: Turn, line: Line) -> Line:
    """The line with all that its turn came to."""
    now = came_to(turn.result, turn.rang_before)
    card = WasCard(**now["card"]) if now["card"] else None
    ids = {key: now[key] for key in IDS}
    return line.model_copy(
        update={**ids, "rang": now["rang"] or None, "was": Was(speech=now["speech"], card=card)},
    )


def _turned_to(place: Place) -> list[Line]:
    """The line that turns to the device on which the talk began; a replay begins on an echo."""
    screen = f" {SCREEN}" if place.screen else ""
    return [Line(you=f":device {place.device}{screen}")] if (place.device, place.screen) != (ECHO, False) else []


def _lines(turns: Sequence[Turn]) -> Iterator[Line]:
    clock = turns[0].began
    for turn in turns:
        came_late = turn.began - clock > A_WHILE
        yield line_of(turn, Line(you=turn.line, at=turn.began if came_late else None))
        clock = (turn.began if came_late else clock) + (turn.at - turn.began)
