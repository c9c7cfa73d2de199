"""The options that every program of the simulator shares, and the skill that they name."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from simulator.envelope import SKILL_ID
from simulator.errors import OptionWrong
from simulator.services.account import USER
from simulator.services.clock import Clock, utc_now
from simulator.talk.talk import LONGEST_USER_ID
from simulator.under_test.endpoint import HandlerEndpoint, UrlEndpoint
from simulator.under_test.handler_file import handler_named
from simulator.under_test.skill_under_test import SkillUnderTest

PROJECT = Path(__file__).resolve().parents[1]
MODELS = PROJECT / "interaction_models"
PAGE_PORT = 7373


def add_skill_options(parser: argparse.ArgumentParser) -> None:
    """Options that say which skill is talked to."""
    add = parser.add_argument
    add("--skill-id", default=SKILL_ID, metavar="ID", help="the skill id in the requests")
    add("--models", type=Path, default=MODELS, metavar="DIR", help="where <locale>.json are")
    add("--strict", action="store_true", help="hear only what the samples hold, nothing by similarity")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--data", type=Path, metavar="DIR", help="keep the cases of Case Compass in DIR")
    where.add_argument("--handler", metavar="FILE:NAME", help="talk to this function, called as AWS Lambda does")
    where.add_argument("--url", metavar="URL", help="talk to the skill behind this address")


def add_speaker_options(parser: argparse.ArgumentParser) -> None:
    """Options that say who speaks, and in which locale."""
    add = parser.add_argument
    add("--locale", default="en-US", help="the device's locale (default: %(default)s)")
    add("--user", type=_user, default=USER, metavar="ID", help="the person's id (default: %(default)s)")


def add_page_port(parser: argparse.ArgumentParser) -> None:
    """The option that says where the page is."""
    says = "the page's port of 127.0.0.1, or the next free one; 0: any (%(default)s)"
    parser.add_argument("--port", type=int, default=PAGE_PORT, metavar="N", help=says)


def add_clock_option(parser: argparse.ArgumentParser) -> None:
    """The option that fixes the clock."""
    says = "fix the clock, e.g. 2026-03-04T09:00:00Z; :later moves it"
    parser.add_argument("--now", type=_moment, metavar="ISO", help=says)


def clock(options: argparse.Namespace) -> Clock:
    """The clock that the options ask for."""
    now: datetime | None = options.now
    return Clock(utc_now if now is None else lambda: now)


def open_skill(options: argparse.Namespace, *, keep_in: Path | None = None) -> SkillUnderTest:
    """The skill that the options name; Case Compass keeps its cases in ``--data``, or ``keep_in``, or in memory.

    Raises OptionWrong.
    """
    if options.url:
        return SkillUnderTest(UrlEndpoint(options.url), options.models, options.skill_id, options.strict)
    if options.handler:
        endpoint = HandlerEndpoint(handler_named(options.handler))
        return SkillUnderTest(endpoint, options.models, options.skill_id, options.strict)
    # Only here: whoever talks to another skill needs nothing of ours.
    from simulator.case_compass.own_skill import open_own_skill

    own, inside = open_own_skill(options.skill_id, _store(options.data or keep_in))
    return SkillUnderTest(own, options.models, options.skill_id, options.strict, inside)


def _store(folder: Path | None) -> str:
    if folder is None:
        return "memory"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionWrong(f"--data {folder} cannot be used: {error.strerror}") from error
    return f"sqlite:{folder / 'cases.db'}"


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
