"""What a person does in the Alexa app: allow, forbid, enable and disable. The skill hears of it by skill events.

An event of a skill whose session is open does not end it, except when the skill is disabled.
"""

from simulator.device.device import Device
from simulator.device.turn_result import TurnResult
from simulator.envelope import skill_event
from simulator.services.permissions import Status, scope_named


def grant(device: Device, name: str) -> TurnResult:
    """Allow a scope, by short name or id; raises CommandWrong for a name that is none."""
    return _decide(device, f":grant {name}", scope_named(name), "GRANTED")


def deny(device: Device, name: str) -> TurnResult:
    """Forbid a scope, by short name or id; raises CommandWrong for a name that is none."""
    return _decide(device, f":deny {name}", scope_named(name), "DENIED")


def disable(device: Device) -> TurnResult:
    """Disable the skill: it is told, and then the person, their reminders and permissions are gone for it."""
    device.hang_up()
    body = {"userInformationPersistenceStatus": "NOT_PERSISTED"}
    try:
        return device.event(":disable", skill_event("SkillDisabled", device.account.clock(), body))
    finally:
        device.account.disable_skill()


def enable(device: Device) -> TurnResult:
    """Enable the skill, which opening it would do as well."""
    return device.event(":enable", skill_event("SkillEnabled", device.account.clock()))


def _decide(device: Device, utterance: str, scope: str, status: Status) -> TurnResult:
    account = device.account
    first = status == "GRANTED" and not account.permissions.asked
    with account.lock:
        account.permissions.set(scope, status)
    kind = "SkillPermissionAccepted" if first else "SkillPermissionChanged"
    body = {"acceptedPermissions": [{"scope": accepted} for accepted in account.permissions.accepted()]}
    return device.event(utterance, skill_event(kind, account.clock(), body))
