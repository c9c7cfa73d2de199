"""`python -m simulator smapi`: what it serves, and what it says when it cannot."""

import json
import signal
import subprocess
import sys
from argparse import ArgumentParser
from http.client import HTTPConnection

import pytest

from simulator.envelope import SKILL_ID
from simulator.options import PROJECT
from simulator.smapi.__main__ import add_service_options, open_service
from simulator.smapi.service import IN_THIS_PROCESS, Service
from tests.interruptible import interruptible
from tests.simulator.tea import MODELS


def _service(*arguments: str) -> Service:
    parser = ArgumentParser()
    add_service_options(parser)
    return open_service(parser.parse_args(arguments))


def test_the_program_serves_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "simulator", "smapi", "--port", "0"]
    with interruptible(), subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout
            first = running.stdout.readline()
            address = first.split()[2].rstrip(",").removeprefix("http://")
            connection = HTTPConnection(address, timeout=10)
            connection.request("GET", f"/v1/skills/{SKILL_ID}/status", headers={"Authorization": "a"})
            assert "de-DE" in json.loads(connection.getresponse().read())["interactionModel"]
            connection.close()
            running.send_signal(signal.SIGINT)
            assert running.wait(20) == 0
            assert f"ASK_SMAPI_SERVER_BASE_URL=http://{address}" in running.stdout.read()
        finally:
            running.kill()


def test_case_compass_has_its_own_manifest() -> None:
    service = _service()
    assert service.manifest == json.loads((PROJECT / "skill.json").read_text(encoding="utf-8"))
    assert service.address == IN_THIS_PROCESS


def test_another_skill_has_the_least_manifest_and_its_own_address() -> None:
    service = _service("--models", str(MODELS), "--url", "https://tea.example.org/skill")
    listed = service.manifest["manifest"]["publishingInformation"]["locales"]
    assert listed["en-US"] == {"name": "tea corner"}
    assert service.address == "https://tea.example.org/skill"


@pytest.mark.parametrize("port", ["-1", "70000", "port"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "smapi", "--port", port],
        cwd=PROJECT,
        timeout=60,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "port" in done.stderr
    assert "Traceback" not in done.stderr
