"""The reminders that a skill has set for a person."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import uuid4

from simulator.envelope import Json

KEPT_AFTER = timedelta(days=3)
"""A reminder can still be seen that long after it rang (alexa-reminders-overview)."""

MOST = 250
"""Amazon names this number for a device of a property (alexa-smart-properties/reminders-api), none for a skill."""


@dataclass(frozen=True)
class Reminder:
    """One reminder: when it rings (aware), what is said, and the request that it was made from."""

    token: str
    at: datetime
    text: str
    request: Json
    created: datetime
    updated: datetime
    version: int = 1
    status: Literal["ON", "COMPLETED"] = "ON"


class ReminderList:
    """Reminders by their tokens; one that rang is kept for KEPT_AFTER more."""

    def __init__(self) -> None:
        self._reminders: dict[str, Reminder] = {}

    def put(self, reminder: Reminder) -> None:
        """Keep a reminder, in place of the one with its token if there is one."""
        self._reminders[reminder.token] = reminder

    def remove(self, token: str) -> None:
        """Forget a reminder; it must be there."""
        del self._reminders[token]

    def get(self, token: str, now: datetime) -> Reminder | None:
        """The reminder with a token, if it can still be seen."""
        return next((reminder for reminder in self.all(now) if reminder.token == token), None)

    def all(self, now: datetime) -> list[Reminder]:
        """Every reminder that can be seen, the next one first."""
        seen = (
            reminder
            for reminder in self._reminders.values()
            if reminder.status == "ON" or now < reminder.at + KEPT_AFTER
        )
        return sorted(seen, key=lambda reminder: reminder.at)

    def set_ones(self, now: datetime) -> list[Reminder]:
        """Those that will ring."""
        return [reminder for reminder in self.all(now) if reminder.status == "ON"]


def new_token() -> str:
    """An alert token that was never used before."""
    return str(uuid4())
