"""What Alexa keeps about one person and one skill: who, when, what is allowed, what is on file, what is to ring."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from uuid import uuid4

from simulator.services.clock import Clock
from simulator.services.faults import Faults
from simulator.services.permissions import Permissions, Status
from simulator.services.reminder_list import Reminder, ReminderList

USER = "amzn1.ask.account.SIMULATOR"
"""The person who speaks, unless told otherwise."""

DECIDED: dict[str, Status] = {"ACCEPTED": "GRANTED", "DENIED": "DENIED"}
"""What an answer to Alexa's own question makes of a permission; no answer changes nothing."""


@dataclass
class Account:
    """One person, in memory only; devices of several locales may share it.

    ``profile`` holds what is on file, by the setting's name (``Profile.name``). ``voice_consent`` tells whether the
    devices can ask for a permission aloud. Whoever changes it while a skill may be calling holds the ``lock``.
    """

    user: str = USER
    clock: Clock = field(default_factory=Clock)
    permissions: Permissions = field(default_factory=Permissions)
    profile: dict[str, object] = field(default_factory=dict)
    reminders: ReminderList = field(default_factory=ReminderList)
    faults: Faults = field(default_factory=Faults)
    voice_consent: bool = True
    lock: Lock = field(default_factory=Lock)

    def reminders_set(self) -> list[Reminder]:
        """The reminders that are to ring."""
        with self.lock:
            return self.reminders.set_ones(self.clock())

    def put_name_on_file(self, name: str) -> None:
        """Keep the account holder's name; the given name is its first word."""
        self.profile["Profile.name"] = name
        self.profile["Profile.givenName"] = name.split()[0]

    def decide(self, scopes: Iterable[str], outcome: str | None) -> None:
        """Keep what was answered to Alexa's own question: ACCEPTED, DENIED or None for no answer."""
        if status := DECIDED.get(outcome or ""):
            with self.lock:
                for scope in scopes:
                    self.permissions.set(scope, status)

    def disable_skill(self) -> None:
        """Forget what the skill had, and be somebody new to it: a user id does not survive (skill-events)."""
        with self.lock:
            self.permissions = Permissions()
            self.reminders = ReminderList()
            self.user = f"amzn1.ask.account.{uuid4().hex.upper()}"
