"""The talk at a terminal: one JSON object a line with ``--json``, or the console."""

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from simulator.options import (
    add_clock_option,
    add_page_port,
    add_skill_options,
    add_speaker_options,
    clock,
    open_skill,
)
from simulator.talk import json_lines
from simulator.talk.household import Household, Place
from simulator.talk.talk import Talk


def main(arguments: Sequence[str]) -> int:
    """Talk until the input ends; raises CaseCompassError when an option, a model or a command cannot be used."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    place = Place(options.locale, options.user)
    if options.json:
        talk = Talk(Household(open_skill(options), clock(options)).device, place)
        json_lines.run(talk, sys.stdin, sys.stdout, sys.stderr)
    else:
        # Only here: a program that drives --json needs neither a server nor YAML, and starts twice as fast without.
        from simulator.terminal.own_terminal import run

        run(options, place)
    return 0


def parser() -> argparse.ArgumentParser:
    """The program's options."""
    options = argparse.ArgumentParser(
        prog="python -m simulator",
        description="A pretend Alexa: talk to a skill on your own machine.",
        epilog="Other programs: python -m simulator page | replay | explore | smapi, each with --help.",
        allow_abbrev=False,
    )
    add = options.add_argument
    add("--json", action="store_true", help="one utterance a line in, one JSON object a line out")
    add_speaker_options(options)
    add_page_port(options)
    add("--no-page", action="store_true", help="serve no page beside the console")
    add_clock_option(options)
    add_skill_options(options)
    return options
