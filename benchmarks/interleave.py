"""Measuring several sides in turn, so that whatever else the machine does falls on all of them alike."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from typing import NamedTuple, TypeVar

Sample = TypeVar("Sample")


class Ratio(NamedTuple):
    """The median of the ratios of all pairs, and the quarters below and above which the others lie."""

    median: float
    low: float
    high: float


def interleaved(sides: Mapping[str, Callable[[], Sample]], pairs: int) -> dict[str, list[Sample]]:
    """As many samples of each side as pairs are asked for; every other round goes through the sides backwards.

    Each side runs once before, which is not counted: it fills the machine's caches.
    """
    for run in sides.values():
        run()
    samples: dict[str, list[Sample]] = {name: [] for name in sides}
    for number in range(pairs):
        names = list(sides) if number % 2 == 0 else list(sides)[::-1]
        for name in names:
            samples[name].append(sides[name]())
    return samples


def ratio(ours: Sequence[float], baseline: Sequence[float]) -> Ratio:
    """How ours compare with the baseline's, pair by pair. A baseline of nothing counts as nothing gained or lost."""
    ratios = [one / other if other else 1.0 for one, other in zip(ours, baseline, strict=True)]
    if len(ratios) == 1:
        return Ratio(ratios[0], ratios[0], ratios[0])
    low, _, high = quantiles(ratios, n=4, method="inclusive")
    return Ratio(median(ratios), low, high)
