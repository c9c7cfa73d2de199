"""``python -m simulator``: talk to a skill at the terminal, or drive it line by line with ``--json``."""

import argparse
import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path

from simulator import json_lines
from simulator.account import USER, Account
from simulator.clock import Clock, utc_now
from simulator.console import Console
from simulator.device import Device
from simulator.drawing import Drawing
from simulator.ears.ears import Ears
from simulator.endpoint import Endpoint, HandlerEndpoint, UrlEndpoint
from simulator.envelope import SKILL_ID
from simulator.errors import OptionWrong
from simulator.models import read_model
from simulator.talk import Talk
from skill.errors import CaseCompassError

PROJECT = Path(__file__).resolve().parent.parent
LONGEST_USER_ID = 255
BAD_ARGUMENTS = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; 0 when the talk ended by itself, 2 when an option, a model or a command cannot be used."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        talk = Talk(_devices(options), options.locale)
        if options.json:
            json_lines.run(talk, sys.stdin, sys.stdout, sys.stderr)
        else:
            _console(talk)
    except CaseCompassError as error:
        sys.stderr.write(f"simulator: {error}\n")
        return BAD_ARGUMENTS
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has left; nothing may be flushed to them any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _devices(options: argparse.Namespace) -> Callable[[str], Device]:
    now: datetime | None = options.now
    account = Account(options.user, Clock(utc_now if now is None else lambda: now))
    endpoint: Endpoint | None = None

    def device_for(locale: str) -> Device:
        nonlocal endpoint
        model = read_model(options.models, locale)
        ears = Ears(model, locale, skill_id=options.skill_id)
        endpoint = endpoint or _endpoint(options)
        return Device(endpoint, model, ears, locale, account=account, skill_id=options.skill_id, strict=False)

    return device_for


def _endpoint(options: argparse.Namespace) -> Endpoint:
    if options.url:
        return UrlEndpoint(options.url)
    # Only here: whoever talks to another skill through --url needs nothing of ours.
    from skill.bootstrap import build_skill
    from skill.settings import Settings

    folder: Path | None = options.data or (None if options.json else PROJECT / ".work" / "talk")
    if folder is None:
        return HandlerEndpoint(build_skill(Settings(skill_id=options.skill_id)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionWrong(f"--data {folder} cannot be used: {error.strerror}") from error
    store = f"sqlite:{folder / 'cases.db'}"
    return HandlerEndpoint(build_skill(Settings(skill_id=options.skill_id, store=store)))


def _console(talk: Talk) -> None:
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - importing it is what gives input() its history
    terminal = sys.stdout.isatty()
    drawing = Drawing(lambda: shutil.get_terminal_size().columns, terminal and not os.environ.get("NO_COLOR"))
    Console(talk, drawing, _read, lambda text: sys.stdout.write(f"{text}\n")).run()


def _read(prompt: str) -> str:
    if sys.stdin.isatty():
        return input(prompt)
    line = input()
    # Nobody saw it typed: what comes through a pipe is shown, so that the whole reads as a talk.
    sys.stdout.write(f"{prompt}{line}\n")
    return line


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m simulator",
        description="A pretend Alexa: talk to a skill on your own machine.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("--json", action="store_true", help="one utterance a line in, one JSON object a line out")
    add("--locale", default="en-US", help="the device's locale (default: %(default)s)")
    add("--user", type=_user, default=USER, metavar="ID", help="the person's id (default: %(default)s)")
    add("--now", type=_moment, metavar="ISO", help="fix the clock, e.g. 2026-03-04T09:00:00Z; :later moves it")
    add("--skill-id", default=SKILL_ID, metavar="ID", help="the skill id in the requests")
    add("--models", type=Path, default=PROJECT / "interaction_models", metavar="DIR", help="where <locale>.json are")
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="keep the cases in DIR (default: .work/talk; with --json: memory only)",
    )
    where.add_argument(
        "--url", metavar="URL", help="talk to the skill behind this address, not to the one in this project"
    )
    return parser


def _user(text: str) -> str:
    if not 0 < len(text) <= LONGEST_USER_ID:
        raise argparse.ArgumentTypeError(f"a user id has 1 to {LONGEST_USER_ID} characters")
    return text


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a moment such as 2026-03-04T09:00:00Z") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


if __name__ == "__main__":
    sys.exit(main())
