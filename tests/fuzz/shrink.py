"""A finding made smaller: whatever can be left out of its envelope while the same thing stays wrong."""

import json
from collections.abc import Callable, Iterator

from tests.fuzz.inputs import Input
from tests.fuzz.structure import places_in

MOST_TRIES = 400

StillWrong = Callable[[Input], bool]


def shrunk(thrown: Input, still_wrong: StillWrong) -> Input:
    """The smallest input that was found in so many tries; the same one when its body is no JSON, or too deep."""
    thrown = _first(thrown, thrown._replace(kept=""), still_wrong)
    thrown = _first(thrown, thrown._replace(headers={}), still_wrong)
    tries = MOST_TRIES
    try:
        while tries > 0:
            for candidate in _one_less(thrown):
                tries -= 1
                if still_wrong(candidate):
                    thrown = candidate
                    break
                if tries == 0:
                    return thrown
            else:
                return thrown
    except (ValueError, RecursionError):
        pass
    return thrown


def _first(thrown: Input, bare: Input, still_wrong: StillWrong) -> Input:
    return bare if still_wrong(bare) else thrown


def _one_less(thrown: Input) -> Iterator[Input]:
    """The input without one part of its envelope, the outermost first."""
    for number in range(sum(1 for _ in places_in(json.loads(thrown.body)))):
        envelope = json.loads(thrown.body)
        here, key = next(place for index, place in enumerate(places_in(envelope)) if index == number)
        del here[key]
        yield thrown._replace(body=json.dumps(envelope).encode())
