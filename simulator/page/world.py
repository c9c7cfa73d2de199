"""The world as the page shows it: who, where, when, what is allowed, what is to ring, and what the skill keeps."""

from dataclasses import asdict

from simulator.device.device import Device
from simulator.device.opening import opening
from simulator.envelope import Json
from simulator.page.kept import record_kept, way_taken
from simulator.page.shared_talk import SharedTalk
from simulator.services.account import Account
from simulator.services.faults import KINDS, SERVICE_NAMES
from simulator.services.permissions import SCOPES
from simulator.under_test.skill_under_test import SkillUnderTest
from simulator.under_test.way import Way


def world_as_json(talk: SharedTalk, skill: SkillUnderTest) -> Json:
    """Everything but the revision and the number of turns; to be called on the talk's own thread."""
    device, place = talk.device, talk.place
    account = device.account
    return {
        "skill": _skill(skill, device),
        "device": _device(talk),
        "devices": list(dict.fromkeys(known.device for known in talk.places if known.user == place.user)),
        "user": place.user,
        "users": list(dict.fromkeys(known.user for known in talk.places)),
        "clock": {"now": talk.now.isoformat(), "fixed": talk.time_stands_still},
        "voice_consent": account.voice_consent,
        "permissions": _permissions(account),
        "name_on_file": account.profile.get("Profile.name"),
        "reminders": _reminders(device),
        "faults": _faults(account),
        "record": record_kept(skill, talk),
        "way": _way(way_taken(skill, talk)),
    }


def _skill(skill: SkillUnderTest, device: Device) -> Json:
    name = device.invocation_name
    return {"name": name, "id": skill.skill_id, "locales": skill.locales, "opening": opening(device.locale, name)}


def _device(talk: SharedTalk) -> Json:
    device, place, session = talk.device, talk.place, talk.device.session
    return {
        "name": place.device,
        "locale": device.locale,
        "zone": str(device.settings.zone),
        "screen": place.screen,
        "open": device.open,
        "asking": session.turn.asking if session else None,
        "consent": session is not None and session.consent is not None,
    }


def _permissions(account: Account) -> list[Json]:
    answered = account.permissions.as_context().get("scopes", {})
    known = {scope: name for name, scope in SCOPES.items()}
    scopes = known | {scope: scope for scope in answered if scope not in known}
    return [
        {"name": name, "scope": scope, "status": answered.get(scope, {}).get("status")}
        for scope, name in scopes.items()
    ]


def _reminders(device: Device) -> list[Json]:
    zone = device.settings.zone
    return [{"at": one.at.astimezone(zone).isoformat(), "text": one.text} for one in device.account.reminders_set()]


def _faults(account: Account) -> Json:
    now = {name: fault for name in SERVICE_NAMES if (fault := account.faults.on(name))}
    return {"services": list(SERVICE_NAMES), "kinds": list(KINDS), "now": now}


def _way(way: Way | None) -> Json | None:
    if way is None:
        return None
    written = asdict(way)
    for edge in written["edges"]:
        edge["from"], edge["to"] = edge.pop("origin"), edge.pop("target")
    return written
