"""The service as the environment sets it up: never without a skill id, and never on anything but this machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from skill.errors import SettingsWrong
from skill.web.__main__ import port
from skill.web.hosted import application
from tests.web.signing import SKILL_ID, Signer


def test_the_skill_is_served_to_whoever_signs_as_alexa(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASE_COMPASS_SKILL_ID", SKILL_ID)
    client = application().test_client()
    assert client.get("/healthz").status_code == 200
    assert client.post("/alexa", data=Signer().body()).status_code == 400


@pytest.mark.parametrize("given", ["", None])
def test_without_a_skill_id_nothing_is_served(monkeypatch: pytest.MonkeyPatch, given: str | None) -> None:
    monkeypatch.delenv("CASE_COMPASS_SKILL_ID", raising=False)
    if given is not None:
        monkeypatch.setenv("CASE_COMPASS_SKILL_ID", given)
    with pytest.raises(SettingsWrong, match="CASE_COMPASS_SKILL_ID"):
        application()


def test_the_command_says_which_setting_is_missing() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CASE_COMPASS")}
    ran = subprocess.run(
        [sys.executable, "-m", "skill.web"],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("CASE_COMPASS_SKILL_ID is not set")


@pytest.mark.parametrize("given", ["1", "8100", "65535"])
def test_a_port_is_a_number(given: str) -> None:
    assert port(given) == int(given)


@pytest.mark.parametrize("given", ["", "0", "65536", "-1", "http", "81 00", "٨١"])
def test_what_is_no_port_is_said_so(given: str) -> None:
    with pytest.raises(SettingsWrong, match="CASE_COMPASS_PORT"):
        port(given)
