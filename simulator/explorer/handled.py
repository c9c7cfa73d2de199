"""Which intents were ever handled otherwise than what was not understood."""

from simulator.explorer.finding import Turn
from simulator.explorer.move import FALLBACK, Kind


class Handled:
    """Compares what each intent brings, speech and target, with what the fallback brings in the same state."""

    def __init__(self) -> None:
        self._tried: set[str] = set()
        self._differs: set[str] = set()
        self._here: list[tuple[str, str, str]] = []

    def begin(self) -> None:
        """From now on turns begin in another state."""
        fallback = next((rest for name, *rest in self._here if name == FALLBACK), None)
        for name, *rest in self._here:
            if fallback is not None:
                self._tried.add(name)
                if rest != fallback:
                    self._differs.add(name)
        self._here = []

    def add(self, turn: Turn, target: str) -> None:
        """Take a turn that led to the state ``target``."""
        if turn.move.kind is Kind.INTENT and not turn.move.hostile:
            self._here.append((turn.move.name, turn.result.speech, target))

    def never(self) -> list[str]:
        """The intents that were always handled as what is not understood."""
        self.begin()
        return sorted(self._tried - self._differs - {FALLBACK})
