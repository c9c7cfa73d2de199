"""What was found once is thrown again at both doors, with the SDK as it is; test_fuzz.py does it with the light."""

import pytest

from tests.fuzz.doors import DOORS, Door
from tests.fuzz.findings import CORPUS, read
from tests.fuzz.thrown_again import what_is_wrong

FILES = sorted(CORPUS.glob("*.json"))


@pytest.fixture(scope="module", params=DOORS)
def door(request: pytest.FixtureRequest) -> Door:
    made: Door = DOORS[request.param]()
    return made


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_what_was_found_once_is_right_now(name: str, door: Door) -> None:
    assert what_is_wrong(door, read(CORPUS / f"{name}.json").thrown) == []


def test_there_is_a_corpus() -> None:
    assert FILES
