"""Faults that can be put on a service, so that a skill is seen to live without it."""

import re

from simulator.errors import CommandWrong

SERVICE_NAMES = ("reminders", "profile", "settings", "directives")

KINDS = {
    "garbage": "200 with a body that is no JSON",
    "empty": "200 without a body",
    "slow": "the right answer, a byte every half second",
    "hang": "takes the connection and says nothing",
    "refuse": "closes the connection at once",
    "unsupported": "403, the device cannot do that",
    "full": "403, there are too many reminders",
}
"""What can be wrong besides a bare HTTP status."""

OFF = "off"


class Faults:
    """At most one fault a service, by the service's name; a fault is a kind, or a status in digits."""

    def __init__(self) -> None:
        self._faults: dict[str, str] = {}

    def put(self, service: str, fault: str) -> None:
        """Put a fault on a service, or take it off with ``off``; raises CommandWrong for anything unknown."""
        if service not in SERVICE_NAMES:
            raise CommandWrong(f"{service!r} is not a service; there are {', '.join(SERVICE_NAMES)}")
        if fault == OFF:
            self._faults.pop(service, None)
        elif fault in KINDS or re.fullmatch("[2-5][0-9]{2}", fault, re.ASCII):
            self._faults[service] = fault
        else:
            raise CommandWrong(
                f"{fault!r} is not a fault: write an HTTP status from 200 to 599, {', '.join(KINDS)} or {OFF}"
            )

    def on(self, service: str | None) -> str | None:
        """The fault of a service, if it has one."""
        return self._faults.get(service or "")
