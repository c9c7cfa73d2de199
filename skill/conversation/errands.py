"""What a reply asks to be done in the world outside; the service does it, within its time."""

from datetime import datetime

from skill.value import Value

ZONE, NAME = "zone", "name"
"""What a conversation may lack: the device's time zone, the account holder's name."""

REMINDERS = "reminders"
"""The permission to make reminders; the one to know the name is called like the name itself."""


class SetReminder(Value):
    """Make a reminder for the case of this number; ``at`` is aware. ``replaces`` is the token of an earlier one.

    ``zone`` is an IANA name, or None when only how far ahead it is can be told.
    """

    case: int
    at: datetime
    zone: str | None
    replaces: str | None = None


class RemoveReminder(Value):
    """Remove a reminder by its token."""

    token: str


class ForgetEverything(Value):
    """Remove all that is kept about the person."""


Errand = SetReminder | RemoveReminder | ForgetEverything
