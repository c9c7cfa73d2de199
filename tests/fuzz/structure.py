"""What can be done to the structure of an envelope: each change is small, and several come together."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

from simulator.envelope import SKILL_ID, Json

PRIVATE = "zqxprivate"
"""In every text that is put in: it must not turn up in a log."""
DEEP = "\x00deep"
"""Stands for lists inside lists, as many as the number behind it, until the envelope is written."""

MOST_PLACES = 3_000
"""In an envelope that is still changed: the same thing many times over, many times, would be all that there is."""

Place = tuple[Any, Any]
"""A dictionary or list, and a key or index in it."""
Change = Callable[[Random, Json, list[Place]], None]

TEXTS = (
    "", " ", "?", PRIVATE, f"{PRIVATE} " * 300, PRIVATE * 3000, "\u202e" + PRIVATE, PRIVATE + "\ud800",
    "\x00" + PRIVATE, f"</speak><audio src='https://x.invalid'/>{PRIVATE}", f"{{item}} %s {PRIVATE} [order number]",
    "true", "null", "-1", "1e999", "9" * 400, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-11-23T09:00:00",
    "2026-W99", "P9999999Y", "en-US", "xx-YY", "de", "LaunchRequest", "IntentRequest", "Alexa.Brand.New",
    "SessionEndedRequest", "AlexaSkillEvent.SkillDisabled", "Connections.Response", "Display.ElementSelected",
    "CONFIRMED", "DENIED", "PT99H", "__class__", "../../etc/passwd", "https://127.0.0.1:1/", "http://[::1",
    "Europe/Berlin", "é" * 255, "ß" * 70000,
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63), 10**300, 0.1, 1e308, float("nan"), float("inf"), [], {},
    [[]], [None], [{}], {"": None}, {"type": "x"}, {"value": {"value": {}}}, [1, "2", None, {}], f"{DEEP}60",
    f"{DEEP}400", f"{DEEP}900",
)  # fmt: skip
NAMES = (
    "type", "object_type", "__type", "__proto__", "id", "name", "value", "values", "slots", "code", "status",
    "token", "slotValue", "resolutions", "resolutionsPerAuthority", "permissions", "attributes", "record", "cases",
    "person", "personId", "unit", "experiences", "video", "Geolocation", "AudioPlayer", "Display", "Extensions",
    "Automotive", "Alexa.Presentation.APL", "Viewports", "Viewport", "apiEndpoint", "accessToken", "error",
    "reason", "dialogState",
)  # fmt: skip


def changed(chance: Random, envelope: Json) -> Json:
    """A copy of the envelope with one to eight changes; most keep the skill id and the time, by which it gets in."""
    made: Json = deepcopy(envelope)
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3, 8))):
        places = [*places_in(_part(chance, made))]
        if 0 < len(places) < MOST_PLACES:
            chance.choice(CHANGES)(chance, made, places)
    if chance.random() < 0.85:
        _let_in(made, envelope)
    return made


def _part(chance: Random, whole: Json) -> Json:
    """The whole envelope, or a part of it that the SDK leaves to the skill, where a change goes further."""
    request, session = whole.get("request"), whole.get("session")
    parts = (
        session.get("attributes") if isinstance(session, dict) else None,
        request.get("intent") if isinstance(request, dict) else None,
    )
    found = [part for part in parts if isinstance(part, dict) and part]
    return chance.choice(found) if found and chance.random() < 0.6 else whole


def places_in(value: Any) -> Iterator[Place]:
    """Every place in a tree of JSON where something stands."""
    stack = [value] if isinstance(value, dict | list) else []
    while stack:
        here = stack.pop()
        for key in [*here] if isinstance(here, dict) else range(len(here)):
            yield here, key
            if isinstance(here[key], dict | list):
                stack.append(here[key])


def _drop(chance: Random, _whole: Json, places: list[Place]) -> None:
    here, key = chance.choice(places)
    del here[key]


def _odd(chance: Random, _whole: Json, places: list[Place]) -> None:
    here, key = chance.choice(places)
    here[key] = deepcopy(chance.choice(ODD))


def _text(chance: Random, _whole: Json, places: list[Place]) -> None:
    here, key = chance.choice(places)
    here[key] = chance.choice(TEXTS)


def _wrap(chance: Random, _whole: Json, places: list[Place]) -> None:
    here, key = chance.choice(places)
    here[key] = [here[key]] if chance.random() < 0.5 else {chance.choice(NAMES): here[key]}


def _move(chance: Random, _whole: Json, places: list[Place]) -> None:
    """Put what stands in one place into another."""
    (source, what), (here, key) = chance.choice(places), chance.choice(places)
    here[key] = deepcopy(source[what])


def _rename(chance: Random, _whole: Json, places: list[Place]) -> None:
    here, key = chance.choice(places)
    if isinstance(here, dict):
        new = chance.choice((str(key).upper(), f"{key}{PRIVATE}", "", chance.choice(NAMES)))
        here[new] = here.pop(key)


def _add(chance: Random, _whole: Json, places: list[Place]) -> None:
    here, _ = chance.choice(places)
    value = deepcopy(chance.choice((*ODD, *TEXTS)))
    if isinstance(here, dict):
        here[chance.choice(NAMES)] = value
    else:
        here.append(value)


def _many(chance: Random, _whole: Json, places: list[Place]) -> None:
    """The same thing a few hundred times."""
    here, key = chance.choice(places)
    times = chance.choice((2, 30, 300))
    if isinstance(here, list):
        here.extend(deepcopy(here[key]) for _ in range(times))
    else:
        here |= {f"{key}{number}": deepcopy(here[key]) for number in range(times)}


def _resize(chance: Random, _whole: Json, places: list[Place]) -> None:
    here, key = chance.choice(places)
    if isinstance(here[key], str):
        here[key] = here[key][: chance.randrange(len(here[key]) + 1)] + chance.choice(("", PRIVATE, here[key]))
    elif isinstance(here[key], int | float):
        here[key] = here[key] + chance.choice((-1, 1, 0.5, 1000))


CHANGES: tuple[Change, ...] = (_drop, _odd, _odd, _text, _text, _wrap, _move, _rename, _add, _many, _resize)


def _let_in(made: Json, genuine: Json) -> None:
    """Repair what the verifier wants to see, as far as there still is a place for it."""
    system = made.setdefault("context", {})
    for name in ("System", "application"):
        system = system.setdefault(name, {}) if isinstance(system, dict) else None
    if isinstance(system, dict):
        system["applicationId"] = SKILL_ID
    request = made.setdefault("request", {})
    if isinstance(request, dict):
        request["timestamp"] = genuine["request"]["timestamp"]
