"""An exploration as text, and as JSON."""

from collections.abc import Iterator
from typing import Any

from simulator.explorer.explored import Explored
from simulator.explorer.retelling import Line, Told

_MOST_NAMES = 12
_MOST_CHARACTERS = 160


def as_text(explored: Explored) -> str:
    """The report as a person reads it: how far it went, each finding with its conversation, and remarks."""
    return "\n".join([*_head(explored), *_findings(explored), *_remarks(explored)])


def as_json(explored: Explored) -> dict[str, Any]:
    """The report for programs; ``conversation`` holds whole speeches and slot values."""
    counts = explored.counts
    return {
        "locale": explored.locale,
        "seed": explored.seed,
        "states": counts.states,
        "visited": counts.visited,
        "complete": counts.complete,
        "questions": explored.questions,
        "pairs": explored.pairs,
        "turns": counts.turns,
        "seconds": round(counts.seconds, 1),
        "cut_short": explored.cut_short or None,
        "findings": [_finding_as_json(told) for told in explored.findings],
        "never_handled": list(explored.never_handled),
        "never_said": list(explored.never_said),
    }


def _finding_as_json(told: Told) -> dict[str, Any]:
    return {
        "rule": told.fault.rule,
        "place": told.fault.place,
        "says": told.fault.says,
        "times": told.times,
        "steady": told.steady,
        "conversation": [line._asdict() for line in told.conversation],
    }


def _head(explored: Explored) -> Iterator[str]:
    counts = explored.counts
    yield (
        f"{explored.locale}: {counts.states} states met, {counts.visited} visited, {counts.complete} of them "
        f"completely, in {counts.turns} turns and {counts.seconds:.0f} seconds (seed {explored.seed})."
    )
    yield f"{explored.questions} questions were met, and {explored.pairs} pairs of a question and an intent."
    if explored.cut_short:
        yield f"Cut short after {explored.cut_short}; {explored.waiting} states were not tried to the end."
    elif explored.waiting:
        yield f"As deep as was asked for; {explored.waiting} states lie at the bottom."
    else:
        yield "Every move was made from every state that was reached."


def _findings(explored: Explored) -> Iterator[str]:
    if not explored.findings:
        yield "Nothing was found."
    for number, told in enumerate(explored.findings, 1):
        yield ""
        times = f", met {told.times} times" if told.times > 1 else ""
        yield f"{number}. {told.fault.rule} at {_short(told.fault.place)}{times}"
        yield f"   {_short(told.fault.says)}"
        if not told.steady:
            yield "   (not met again when the conversation was played once more)"
        for line in told.conversation:
            yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    slots = "".join(f" {name}={_short(ascii(value))}" for name, value in line.slots.items())
    heard = f"{line.move}{slots}"
    yield f"   you> {heard}" if line.you in (None, line.move) else f"   you> {line.you}    [{heard}]"
    after = "" if line.open else "  (the session is over)"
    yield f"   alexa> {_short(line.alexa)}{after}"


def _remarks(explored: Explored) -> Iterator[str]:
    for names, says in (
        (explored.never_handled, "Never handled otherwise than what is not understood"),
        (explored.never_said, "Never said"),
    ):
        if names:
            more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
            yield ""
            yield f"{says} ({len(names)}): {', '.join(names[:_MOST_NAMES])}{more}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST_CHARACTERS else f"{words[: _MOST_CHARACTERS - 3]}..."
