"""What a person has allowed a skill, scope by scope.

Source: configure-permissions-for-customer-information-in-your-skill.
"""

from typing import Literal

from simulator.envelope import Json
from simulator.errors import CommandWrong

REMINDERS = "alexa::alerts:reminders:skill:readwrite"
TIMERS = "alexa::alerts:timers:skill:readwrite"
NAME = "alexa::profile:name:read"
GIVEN_NAME = "alexa::profile:given_name:read"
EMAIL = "alexa::profile:email:read"
PHONE = "alexa::profile:mobile_number:read"

SCOPES = {
    "reminders": REMINDERS,
    "timers": TIMERS,
    "name": NAME,
    "given_name": GIVEN_NAME,
    "email": EMAIL,
    "phone": PHONE,
}
"""Short names for the scopes that the simulated services know."""

Status = Literal["GRANTED", "DENIED"]


def scope_named(name: str) -> str:
    """A scope by its short name or its id; raises CommandWrong for any other word."""
    if name in SCOPES:
        return SCOPES[name]
    if name.startswith("alexa::"):
        return name
    raise CommandWrong(
        f"{name!r} is not a permission; there are {', '.join(SCOPES)}, and ids that begin with alexa::"
    )


class Permissions:
    """One person's answers; a scope that was never asked about is not granted and not listed."""

    def __init__(self) -> None:
        self._answers: dict[str, Status] = {}

    def set(self, scope: str, status: Status) -> None:
        """Keep the newest answer about a scope."""
        self._answers[scope] = status

    def granted(self, scope: str) -> bool:
        """Whether the skill may use the scope now."""
        return self._answers.get(scope) == "GRANTED"

    @property
    def asked(self) -> bool:
        """Whether the person was ever asked about anything."""
        return bool(self._answers)

    def accepted(self) -> list[str]:
        """Every granted scope."""
        return [scope for scope in self._answers if self.granted(scope)]

    def as_context(self) -> Json:
        """The ``permissions`` of ``context.System.user``; empty when nothing was ever asked."""
        scopes = {scope: {"status": status} for scope, status in self._answers.items()}
        return {"scopes": scopes} if scopes else {}
