"""The guard that every test of the ASK CLI relies on: it notices whatever would leave this machine, and stops it.

That nothing left it is asserted after each of the other tests (conftest.py).
"""

import json
import shutil
import subprocess

import pytest

from simulator.envelope import SKILL_ID
from tests.ask_cli.cli import PATIENCE, Cli
from tools.ask_home import GUARD

pytestmark = pytest.mark.real

WAYS_OUT = {
    "net": "require('net').connect(443, '192.0.2.1').on('error', done)",
    "an object": "require('net').connect({host: '192.0.2.1', port: 443}).on('error', done)",
    "http": "require('http').get('http://192.0.2.1/').on('error', done)",
    "https": "require('https').get('https://example.org/').on('error', done)",
    "tls": "require('tls').connect(443, 'example.org').on('error', done)",
    "fetch": "fetch('http://192.0.2.1/').catch(done)",
    "a name": "require('dns').lookup('example.org', done)",
    "a promised name": "require('dns').promises.resolve('example.org').catch(done)",
    "a datagram": "require('dgram').createSocket('udp4').send('a', 53, '192.0.2.1', done)",
    "another port of this machine": "require('net').connect(9, '127.0.0.1').on('error', done)",
}
DONE = "const done = (error) => process.exit(`${error} ${error.cause}`.includes('out of bounds') ? 7 : 1)"


@pytest.mark.parametrize("way", WAYS_OUT)
def test_the_guard_stops_and_notes_every_way_out(way: str, ask: Cli) -> None:
    script = f"{DONE};\n{WAYS_OUT[way]};"
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, "-e", script], env=ask.environment, timeout=PATIENCE, check=False, capture_output=True, text=True
    )
    assert done.returncode == 7, done.stderr
    assert ask.refused()
    (ask.folder / "refused").unlink()


def test_the_guard_notices_when_the_ask_cli_reports_what_it_is_used_for(ask: Cli) -> None:
    configuration = ask.folder / "home" / ".ask" / "cli_config"
    content = json.loads(configuration.read_text(encoding="utf-8"))
    configuration.write_text(json.dumps(content | {"share_usage": True}), encoding="utf-8")
    del ask.environment["ASK_SHARE_USAGE"]
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        del ask.environment[name]
    ask("smapi", "get-skill-status", "--skill-id", SKILL_ID)
    assert set(ask.refused()) == {"client-telemetry.amazonalexa.com:443"}
    (ask.folder / "refused").unlink()


def test_the_guard_is_where_the_environment_says(ask: Cli) -> None:
    assert GUARD.exists()
    assert str(GUARD) in ask.environment["NODE_OPTIONS"]
