"""Run the real ASK CLI against the local Alexa: no account, no network.

    python -m tools.ask dialog --replay replays/lost_package.json
    python -m tools.ask --now 2026-11-23T15:00:00Z dialog --locale de-DE
    python -m tools.ask smapi profile-nlu --skill-id ID --locale en-US --utterance "my kettle never arrived"

Options before the command are the service's own (`python -m simulator smapi --help`); conversations are kept in
memory unless --data says where. The exit status is the ASK CLI's, or 1 when that is 0 although a call failed.
"""

import argparse
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from simulator.smapi.__main__ import add_service_options, open_service
from simulator.smapi.app import create_app
from simulator.smapi.server import running
from simulator.smapi.service import Service
from skill.errors import CaseCompassError
from tools.ask_home import ASK, environment, installed, make_home

BAD_ARGUMENTS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve, run the command, and say what failed."""
    options = _parser().parse_args(arguments)
    if not options.command:
        _parser().error('say what to run, for instance "dialog --replay replays/lost_package.json"')
    if not installed():
        print("ask: the ASK CLI is not installed; `make ask` installs it (it needs Node and npm)", file=sys.stderr)
        return BAD_ARGUMENTS
    try:
        service = open_service(options)
        with running(create_app(service)) as address:
            status = run(_completed(options.command, service), environment(make_home(), address))
    except CaseCompassError as error:
        print(f"ask: {error}", file=sys.stderr)
        return BAD_ARGUMENTS
    return _judged(status, service)


def run(
    command: Sequence[str], environment: Mapping[str, str], folder: Path | None = None, seconds: float | None = None
) -> int:
    """The command's exit status; its input and output are this program's own.

    Raises ``subprocess.TimeoutExpired`` when it takes longer than ``seconds``, if they are given.
    """
    # Ctrl-C is for the ASK CLI: it is told by the terminal too, and this waits until it has left.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        # What is run is what was asked for.
        done = subprocess.run([ASK, *command], env=environment, cwd=folder, timeout=seconds, check=False)  # noqa: S603
        return done.returncode
    finally:
        signal.signal(signal.SIGINT, before)


def _completed(command: Sequence[str], service: Service) -> list[str]:
    """The command, with the skill's id for a dialog that names neither a skill nor a replay file.

    The ASK CLI would look for it in the project's folder, where this project has no such file.
    """
    named = {"--skill-id", "-s", "--replay", "-r"} & {word.partition("=")[0] for word in command}
    if command[0] == "dialog" and not named and not {"--help", "-h"} & set(command):
        return [*command, "--skill-id", service.skill.skill_id]
    return list(command)


def _judged(status: int, service: Service) -> int:
    """The exit status, which is never 0 when something went wrong; the ASK CLI itself does not say what."""
    for trouble in service.troubles:
        print(f"ask: {trouble}", file=sys.stderr)
    return status or (1 if service.troubles else 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.ask", description=__doc__.partition("\n")[0], allow_abbrev=False
    )
    add_service_options(parser)
    parser.add_argument("command", nargs=argparse.REMAINDER, help="what the ASK CLI is to do, such as dialog")
    return parser


if __name__ == "__main__":
    sys.exit(main())
