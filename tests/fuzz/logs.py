"""What the skill logs while inputs are thrown at it: what it apologised for, and whether it told anything private."""

import logging
import re
from collections import Counter

from skill.logs import FACTS
from tests.fuzz.structure import PRIVATE

_FAULT = re.compile(r"^(?:a request could not be handled|the skill failed): (\w+) in (.*)$", re.DOTALL)
_FRAME = re.compile(r"(\S+) \((\S+?):(\d+)\)")
_REFUSED = re.compile(r"^refused: ([a-z ]+):")


class Watcher(logging.Handler):
    """A handler for the root logger. ``faults`` counts exceptions by kind and place, ``refused`` rules."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.faults: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.new_faults: list[str] = []
        self.leaks: list[str] = []
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Count, and keep what says something private."""
        message = record.getMessage()
        facts = str(getattr(record, FACTS, ""))
        if PRIVATE in message + facts or record.exc_info:
            self.leaks.append(f"{record.name}: {message[:300]} {facts[:300]}")
        fault, refused = _FAULT.match(message), _REFUSED.match(message)
        if fault:
            self._count(f"{fault[1]} in {innermost(fault[2])}")
        elif refused:
            self.refused[refused[1]] += 1
        if record.levelno >= logging.ERROR:
            self.errors.append(message[:300])

    def begin(self) -> None:
        """Forget what was logged for the last input; the counts go on."""
        self.new_faults.clear()
        self.leaks.clear()
        self.errors.clear()

    def _count(self, fault: str) -> None:
        if fault not in self.faults:
            self.new_faults.append(fault)
        self.faults[fault] += 1


def innermost(places: str) -> str:
    """The innermost place in the project's own code, with the innermost of all before it when that is elsewhere."""
    frames = [(name, path, line) for name, path, line in _FRAME.findall(places)]
    own = next((frame for frame in frames if "/skill/" in frame[1]), None)
    first = frames[0] if frames else None
    return " < ".join(_told(*frame) for frame in dict.fromkeys(frame for frame in (first, own) if frame))


def _told(name: str, path: str, line: str) -> str:
    return f"{name} ({path.split('/site-packages/')[-1].split('/skill/')[-1]}:{line})"
