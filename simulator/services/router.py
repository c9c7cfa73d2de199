"""Which service a path belongs to."""

from collections.abc import Callable

from simulator.services import directives, profile, reminders, settings
from simulator.services.call import NOT_FOUND, UNKNOWN_TOKEN, Access, Answer, Call

Service = Callable[[Access, Call], Answer]

SERVICES: dict[str, tuple[str, Service]] = {
    "reminders": (reminders.PATH, reminders.answer),
    "profile": (profile.PATH, profile.answer),
    "settings": (settings.PATH, settings.answer),
    "directives": (directives.PATH, directives.answer),
}
"""The services by name, each with what its paths begin with."""


def service_of(path: str) -> str | None:
    """The name of the service that a path belongs to, or None."""
    return next((name for name, (begins, _) in SERVICES.items() if path.startswith(begins)), None)


def answered(access: Access | None, call: Call) -> Answer:
    """What a call brings: a token that nobody gave out comes first, then the path."""
    if access is None:
        return UNKNOWN_TOKEN
    name = service_of(call.path)
    if name is None:
        return NOT_FOUND
    with access.account.lock:
        return SERVICES[name][1](access, call)
