"""`make ask` without Node: a small program stands for the ASK CLI, and finds what the real one needs."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from simulator.envelope import SKILL_ID
from tools import ask, ask_home
from tools.ask_home import environment, make_home

STANDS_FOR_THE_CLI = f"""#!{sys.executable}
import json, os, sys, urllib.request
url = os.environ["ASK_SMAPI_SERVER_BASE_URL"]
for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
    del os.environ[name]
def say(words):
    body = json.dumps({{"input": {{"content": words}}, "device": {{"locale": "en-US"}}}}).encode()
    place = url + "/v2/skills/{SKILL_ID}/stages/development/simulations"
    call = urllib.request.Request(place, body, {{"Authorization": "a", "Content-Type": "application/json"}})
    return json.load(urllib.request.urlopen(call, timeout=20))["status"]
print(json.dumps(sys.argv[1:]))
print([say(words) for words in sys.stdin.read().splitlines()])
sys.exit(int(os.environ.get("COLUMNS", "0")))
"""


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever runs the ASK CLI runs the small program, in a home that is not the real one."""
    program = tmp_path / "ask"
    program.write_text(STANDS_FOR_THE_CLI, encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    monkeypatch.setattr(ask, "ASK", program)
    monkeypatch.setattr(ask, "installed", lambda: True)
    monkeypatch.setattr(ask, "make_home", lambda: make_home(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "0")


def _run(tmp_path: Path, said: str, *arguments: str) -> int:
    """The exit status, with what is said on standard input."""
    file = tmp_path / "said"
    file.write_text(said, encoding="utf-8")
    kept = os.dup(0)
    with file.open() as lines:
        os.dup2(lines.fileno(), 0)
        try:
            return ask.main(arguments)
        finally:
            os.dup2(kept, 0)
            os.close(kept)


@pytest.mark.usefixtures("cli")
def test_the_command_gets_the_skill_and_its_output_comes_through(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, "open case compass\n", "dialog", "--locale", "en-US") == 0
    printed = capfd.readouterr().out.splitlines()
    assert json.loads(printed[0]) == ["dialog", "--locale", "en-US", "--skill-id", SKILL_ID]
    assert printed[1] == "['SUCCESSFUL']"


@pytest.mark.usefixtures("cli")
def test_a_failed_simulation_makes_it_fail_and_is_explained(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, "what's the weather\nopen case compass\n", "dialog", "-s", SKILL_ID) == 1
    assert 'ask: the simulation of "what\'s the weather" failed: No session is open' in capfd.readouterr().err


@pytest.mark.usefixtures("cli")
def test_the_exit_status_of_the_command_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "7")
    assert _run(tmp_path, "", "smapi", "get-skill-status") == 7


@pytest.mark.parametrize(
    "command",
    [
        ["dialog", "-s", "ID"],
        ["dialog", "--skill-id=ID"],
        ["dialog", "--replay", "a.json"],
        ["dialog", "-r", "a.json"],
        ["dialog", "--help"],
        ["smapi", "get-skill-status"],
    ],
)
@pytest.mark.usefixtures("cli")
def test_a_command_that_needs_no_help_is_left_as_it_is(
    command: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _run(tmp_path, "", *command)
    assert json.loads(capfd.readouterr().out.splitlines()[0]) == command


@pytest.mark.usefixtures("cli")
def test_an_option_that_cannot_be_used_ends_it_before_the_command_runs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert ask.main(["--manifest", str(tmp_path / "none.json"), "dialog"]) == 2
    assert "none.json" in capfd.readouterr().err


def test_without_the_ask_cli_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ask, "installed", lambda: False)
    assert ask.main(["dialog"]) == 2
    assert "`make ask` installs it" in capsys.readouterr().err


def test_the_home_has_a_token_and_forbids_reports(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", "somebody")
    written = json.loads((home / ".ask" / "cli_config").read_text(encoding="utf-8"))
    assert written["share_usage"] is False
    assert written["profiles"]["default"]["token"] == {"access_token": "somebody"}


def test_the_environment_is_clean_and_leads_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_SECRET_ACCESS_KEY", "ASK_REFRESH_TOKEN", "ASK_DEFAULT_PROFILE", "NODE_PATH"):
        monkeypatch.setenv(name, "secret")
    given = environment(tmp_path, "http://127.0.0.1:8103")
    assert "secret" not in given.values()
    assert given["HOME"] == str(tmp_path)
    assert given["ASK_SMAPI_SERVER_BASE_URL"] == "http://127.0.0.1:8103"
    assert given["ONLY_SERVICE"] == "127.0.0.1:8103"
    assert given["http_proxy"] == given["HTTPS_PROXY"] == ask_home.NOWHERE
    assert "127.0.0.1" in given["no_proxy"]
