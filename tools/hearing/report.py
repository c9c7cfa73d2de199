"""Figures and failures as text."""

from collections.abc import Iterable

from tools.hearing.figures import Figures, Part
from tools.hearing.results import Result


def report(title: str, figures: Figures) -> list[str]:
    """The lines that show the figures of a matcher in a language."""
    return [
        "",
        title,
        _line("development", figures.development),
        _line("held back", figures.held_back),
        "  recall by intent (the first acceptable one), development",
        *(f"    {each.heard:>4} of {each.meant:>3}  {each.intent}" for each in figures.by_intent),
        "  confusions, development",
        *(f"    {each.times:>4} x {each.meant} heard as {each.heard}" for each in figures.confusions),
        "  out of scope taken, development",
        *(f"    {times:>4} x by {intent}" for intent, times in figures.false_accepts.items()),
        *_wrong_slots(figures),
    ]


def failures(results: Iterable[Result]) -> list[str]:
    """The lines that show each utterance that is not right, with what was heard instead."""
    lines = []
    for result in results:
        if not result.right:
            utterance = result.utterance
            wanted = " ".join(f"{name}={'/'.join(values)}" for name, values in utterance.slots.items())
            said = f"  while {utterance.while_}: {utterance.say!r} is {' or '.join(utterance.intent)} {wanted}"
            lines += [said.rstrip(), f"      heard as {result.intent}: {result.because()}"]
    return lines


def _line(name: str, part: Part) -> str:
    return (
        f"  {name:<12} in scope {part.in_scope:>4}: {part.recall:6.1%} heard, {part.right:6.1%} with their slots"
        f"   out of scope {part.out_of_scope:>3}: {part.taken:5.1%} taken"
    )


def _wrong_slots(figures: Figures) -> list[str]:
    if not figures.wrong_slots:
        return []
    return [
        "  wrong slots, development",
        *(f"    {times:>4} x {slot}" for slot, times in figures.wrong_slots.items()),
    ]
