"""A clock that stands still until somebody moves it, as the time of a replayed talk does."""

from datetime import datetime, timedelta

from simulator.services.clock import Clock


class StandingClock(Clock):
    """Tells ``now``."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.now = now

    def __call__(self) -> datetime:
        """The time now."""
        return self.now

    def move(self, by: timedelta) -> None:
        """Let that much time pass at once."""
        self.now += by

    def reach(self, moment: datetime) -> None:
        """Let the time pass until a moment; it never goes back."""
        self.now = max(self.now, moment)
