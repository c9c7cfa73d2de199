"""What a sound deployment does not bring about: failed imports and refusals have the specified form too."""

from collections.abc import Iterator

import pytest

from tests.ask_cli.watched import Watched
from tests.simulator.tea import Skill, ask
from tests.smapi.calls import SKILL, STAGE, Caller, service_of
from tests.smapi.test_imports import FILES, NEW, deploy, zipped

pytestmark = pytest.mark.real


@pytest.fixture
def someone() -> Iterator[Caller]:
    """Somebody whose answers were all as specified; the upload itself goes to another place at Amazon too."""
    caller = Caller(service_of(Skill(ask())))
    watched = Watched(caller.client.application)
    yield caller
    assert [one for one in watched.complaints if not one.startswith("PUT /uploads/")] == []
    assert watched.calls


def test_imports_are_told_as_specified(someone: Caller) -> None:
    assert deploy(someone, zipped(FILES))["status"] == "SUCCEEDED"
    assert deploy(someone, zipped(FILES | {"interactionModels/custom/de-DE.json": "{}"}))["status"] == "FAILED"
    assert deploy(someone, b"no zip", f"{SKILL}/imports")["status"] == "FAILED"


def test_refusals_are_told_as_specified(someone: Caller) -> None:
    someone.get(f"{NEW}/none")
    assert someone.status == 404
    someone.post(NEW, {"location": "https://example.org/none", "vendorId": "M"})
    assert someone.status == 400
    someone.send("PUT", f"{STAGE}/manifest", {"manifest": {}})
    assert someone.status == 400
    someone.token = ""
    someone.post("/v1/skills/uploads", {})
    assert someone.status == 401


def test_enablement_is_told_as_specified(someone: Caller) -> None:
    someone.call("DELETE", f"{STAGE}/enablement")
    someone.get(f"{STAGE}/enablement")
    assert someone.status == 404
    someone.say("open tea corner")
    assert someone.status == 403
    someone.call("PUT", f"{STAGE}/enablement")
    someone.get(f"{STAGE}/enablement")
    assert someone.status == 204
