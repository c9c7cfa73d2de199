"""What a turn came to, held against what its line expects and against what it was when it was recorded."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.device.ringing import Rang
from simulator.device.turn_result import TurnResult
from simulator.envelope import Json
from simulator.recording.script import Line

NOTHING = "nothing"
"""How a script writes that there is none: ``asking: nothing``."""
IDS = ("heard", "asking", "outcome", "channel")


class Comparison(NamedTuple):
    """What differs.

    ``before`` has what the line says of ``speech``, ``card``, ``heard``, ``asking``, ``outcome``, ``channel`` and
    ``rang``, and no key where it says nothing; it is None when it says nothing at all. ``changed`` names those that
    are different now, ``failed`` are sentences about expectations that are not met.
    """

    before: Json | None
    changed: list[str]
    failed: list[str]


def compared(line: Line, result: TurnResult, reminders: int) -> Comparison:
    """Hold a turn's result against its line; ``reminders`` is how many are set after it."""
    before, after = _before(line), came_to(result)
    changed = [key for key, was in before.items() if not _same(key, was, after[key])]
    return Comparison(before or None, changed, list(failures(line, result, reminders)))


def came_to(result: TurnResult, rang_before: tuple[Rang, ...] = ()) -> Json:
    """What a turn came to, in the words of a script; with reminders that rang by themselves before it."""
    return {
        "speech": result.speech,
        "card": result.card._asdict() if result.card else None,
        "heard": result.heard.intent,
        "asking": result.asking,
        "outcome": result.outcome,
        "channel": result.channel,
        "rang": [rang.text for rang in (*rang_before, *result.rang)],
    }


def _before(line: Line) -> Json:
    said: Json = {key: None if value == NOTHING else value for key in IDS if (value := getattr(line, key))}
    said |= {} if line.rang is None else {"rang": line.rang}
    if line.was is None:
        return said
    card = line.was.card.model_dump() if line.was.card else None
    return {"speech": line.was.speech, "card": card, **dict.fromkeys(IDS), "rang": [], **said}


def _same(key: str, was: object, now: object) -> bool:
    if key == "rang" and isinstance(was, list) and isinstance(now, list):
        return len(was) == len(now) and all(_in(text, words) for text, words in zip(was, now, strict=True))
    return was == now


def failures(line: Line, result: TurnResult, reminders: int) -> Iterator[str]:
    """A sentence for everything that the line expects and that did not come."""
    after = came_to(result)
    for key in IDS:
        expected = getattr(line, key)
        if expected and (after[key] or NOTHING) != expected:
            yield f"{key}: expected {expected}, got {after[key] or NOTHING}"
    if line.rang is not None and not _same("rang", line.rang, after["rang"]):
        yield f"rang: expected {line.rang}, got {after['rang']}"
    if line.reminders not in (None, reminders):
        yield f"reminders: expected {line.reminders}, got {reminders}"
    yield from _texts(line, result)


def _texts(line: Line, result: TurnResult) -> Iterator[str]:
    speech, shown = result.speech, result.card
    card = f"{shown.title}\n{shown.text}" if shown else ""
    for text in line.says:
        if not _in(text, speech):
            yield f"says: {text!r} is not in what Alexa says"
    for text in line.card:
        if text not in card:
            yield f"card: {text!r} is not on the card"
    for text in line.never:
        if _in(text, f"{speech}\n{card}"):
            yield f"never: {text!r} is said or on the card"


def _in(text: str, words: str) -> bool:
    return text.lower() in words.lower()
