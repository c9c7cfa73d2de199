"""A few turns of talk before anybody speaks, so that all that a turn needs is loaded.

Lambda SnapStart keeps the memory of a started function and wakes copies of it, so that whatever is loaded before
costs no later turn anything (https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html). Nothing of
a rehearsal is kept and nobody is called: the skill that rehearses has a store of its own, and the requests name
neither a device nor a way to Alexa's services.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from skill.alexa.door import Handler

LOCALES = ("de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US")
"""Every locale that the skill speaks."""
NEVER_LOADED = ("skill.web", "skill.alexa.verifier", "skill.on_lambda", "skill.storage.dynamodb_create")
"""What a turn on Lambda has no use for, or what is there already."""

# What is loaded late, for a store or a service that is reached over TLS.
_LATE = (
    "email.utils",
    "encodings.idna",
    "html",
    "http.client",
    "ipaddress",
    "random",
    "ssl",
    "urllib.parse",
    "zoneinfo",
)
_PERSON = "amzn1.ask.account.REHEARSAL"
_WHEN = "2026-01-05T09:00:00Z"
_INTERFACES = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}}
_VIEWPORT = {
    "experiences": [{"arcMinuteWidth": 346, "arcMinuteHeight": 216, "canRotate": False, "canResize": False}],
    "shape": "RECTANGLE",
    "pixelWidth": 1280,
    "pixelHeight": 800,
    "dpi": 213,
    "currentPixelWidth": 1280,
    "currentPixelHeight": 800,
    "touch": ["SINGLE"],
}


def load_everything() -> None:
    """Import every module of the skill that a turn on Lambda may need."""
    for name in _LATE:
        import_module(name)
    for name in _modules("skill"):
        import_module(name)


def rehearse(handler: Handler, skill_id: str) -> None:
    """Go from the opening to the filled message, once in each locale, on a device with a screen."""
    for locale in LOCALES:
        attributes: dict[str, Any] = {}
        for request in _TALK:
            envelope = _envelope(skill_id, f"{_PERSON}.{locale}", request | {"locale": locale}, attributes)
            attributes = handler(envelope, None).get("sessionAttributes") or {}


def _intent(name: str, **slots: str) -> dict[str, Any]:
    said = {slot: {"name": slot, "value": value, "confirmationStatus": "NONE"} for slot, value in slots.items()}
    return {"type": "IntentRequest", "intent": {"name": name, "confirmationStatus": "NONE", "slots": said}}


_TALK: tuple[dict[str, Any], ...] = (
    {"type": "LaunchRequest"},
    _intent("LostPackageIntent", item="kettle", ordered="2026-01-02", sold_by="amazon", urgent="no"),
    _intent("AMAZON.HelpIntent"),
    _intent("TellStatusIntent", status="stuck"),
    _intent("AMAZON.YesIntent"),
    _intent("AMAZON.NoIntent"),
)


def _envelope(skill_id: str, person: str, request: dict[str, Any], attributes: dict[str, Any]) -> dict[str, Any]:
    application, user = {"applicationId": skill_id}, {"userId": person}
    session = {"new": not attributes, "sessionId": "rehearsal", "application": application, "user": user}
    system = {"application": application, "user": user, "device": {"supportedInterfaces": _INTERFACES}}
    return {
        "version": "1.0",
        "session": session | {"attributes": attributes},
        "context": {"System": system, "Viewport": _VIEWPORT},
        "request": request | {"requestId": "rehearsal", "timestamp": _WHEN},
    }


def _modules(package: str) -> Iterator[str]:
    """The names of all modules below a package, but for those that are never loaded."""
    for found in iter_modules(import_module(package).__path__, f"{package}."):
        if found.name not in NEVER_LOADED:
            yield found.name
            if found.ispkg:
                yield from _modules(found.name)
